import { counted } from "../../base/words.ts";
import { removal } from "../edits.ts";
import { ownWords } from "../own-words.ts";
import { exampleNote, rule } from "../rule.ts";

const events = (...lines: readonly string[]): string =>
  exampleNote(
    `  interest {\n    rate          8% per annum\n    default rate  15% per annum\n  }\n\n  events of default {\n    ${lines.join("\n    ")}\n  }`,
  );

/** Words that leave a list open. */
const open =
  /\b(includ(?:e|es|ed|ing)|but)\b[\s,]*(but )?not limited to\b|^[ \t]*not limited to\b|\binclud(?:e|es|ed|ing)\b[\s,]*without limitation\b|\bamong others\b|\band others[ \t]*(?:[.;][ \t]*)?$|\betc\b|\bcustomary (events?|defaults?)\b|\bsuch other (events?|defaults?)\b|\bother (customary|usual|similar|standard) (events?|defaults?)\b/im;
const empty =
  /\b(including|but|not limited to|without limitation|among|and|others?|etc|usual|usually|such|similar|as|are|is|standard|customary|events?|of default|the|following|any|all|or)\b|[^a-z]/gi;

/** Whether a line names no event at all. */
function isBare(line: string): boolean {
  return line.replace(empty, "") === "";
}

export const eventsListOpen = rule({
  code: "events-list-open",
  severity: "warning",
  title: "A list of events of default that does not end",
  why: "“Including but not limited to” and “customary events of default” leave it to a court what else puts the note in default. The default rate, and whatever else hangs on a default, then begins on a day that nobody can name.",
  repair: "Name every event that is meant, and take out the words that leave the list open.",
  bad: events("failure to pay when due", "and others"),
  good: events("failure to pay when due", "bankruptcy or insolvency"),
  find: ({ note }) => {
    const lines = ownWords(note).filter(({ path }) => path === "note/eventsOfDefault");
    const found = lines.find(({ text }) => open.test(text));
    if (!found) return [];
    const named = lines.filter(({ text }) => !isBare(text)).length;
    const { defaultRate } = note.clauses.interest.inner;
    const said = defaultRate.state === "said" ? defaultRate : undefined;
    const effect = said
      ? `the default rate of ${said.text} begins with events that nobody can name`
      : "what else is a default is for a court";
    const list = named === 0 ? "names no event of default" : `names ${counted(named, "event")} of default`;
    return [
      {
        span: found.span,
        message: `The list ${list} and stays open: ${effect}. Name every event that is meant.`,
        related: said ? [{ message: "What hangs on a default.", span: said.clause.span }] : [],
        fixes:
          isBare(found.text) && named > 0
            ? [
                {
                  title: "The list is complete: take these words out",
                  edits: [removal(found.span, note.tree.text)],
                },
              ]
            : [],
      },
    ];
  },
});
