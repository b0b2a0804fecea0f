import * as exact from "../../quantity/exact.ts";
import { ownWords } from "../own-words.ts";
import { exampleNote, type Finding, rule } from "../rule.ts";

const events = (line: string): string =>
  exampleNote(`  events of default {\n    failure to pay when due\n    ${line}\n  }`);

/** A default of other debt that puts this note in default. */
const crossDefault =
  /cross[- ]?default|cross[- ]?acceleration|defaults? [^.\n]{0,30}\b(on|under|in|of)\b [^.\n]{0,30}\b(any|all|other|another)\b [^.\n]{0,30}\b(debts?|indebtedness|borrowings?|borrowed money|loans?|notes?|instruments?)\b|default (on|under|in|of) [^.\n]{0,30}\bother obligations?\b/i;
/** Words that speak of this note and what belongs to it. */
const ofThisNote = /\b(of|under|in) this note\b|\bhereunder\b|\bhereof\b|\btransaction documents?\b/i;
/** A number of some money. */
const threshold =
  /[$€£]\s?\d|\b[A-Z]{3}\s?\d|\d\s?(dollars|%|percent)|\b([Hh]undred|[Tt]housand|[Mm]illion)\b/;

export const crossDefaultWithoutThreshold = rule({
  code: "cross-default-without-threshold",
  severity: "warning",
  title: "Cross-default without a threshold",
  why: "A default on any other debt, however small, then puts this note in default: an unpaid bill of a hundred dollars starts the default rate and whatever else hangs on it.",
  repair: "Say from which sum on: `cross-default $25,000`, or name the sum in the event.",
  bad: events("default on other debt of the issuer"),
  good: events("default on other debt of the issuer above $25,000"),
  find: ({ note }) => {
    const stated = note.clauses.crossDefault;
    if (stated.state === "said") {
      if (!exact.isZero(stated.meaning.amount)) return [];
      return [finding(stated.span)];
    }
    if (stated.state !== "absent") return [];
    return ownWords(note)
      .filter(({ path, text }) => path === "note/eventsOfDefault" && crossDefault.test(text))
      .filter(({ text }) => !threshold.test(text) && !ofThisNote.test(text))
      .map(({ span }) => finding(span));
  },
});

function finding(span: Finding["span"]): Finding {
  return {
    span,
    message:
      "A default on other debt puts this note in default, however small that debt is. Say from which sum on: “cross-default $25,000”, or name the sum in the event.",
  };
}
