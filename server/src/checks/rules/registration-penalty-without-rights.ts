import { ownWords } from "../own-words.ts";
import { exampleNote, rule } from "../rule.ts";

const covenant = (rights: string): string =>
  exampleNote(
    `  covenants {\n    2% liquidated damages a month if no registration statement is filed within 60 days\n  }\n\n  registration rights  ${rights}`,
  );

const register = /\bregist(?:er|ration)/i;
const purpose = /\bregistration statement\b|\b(?:resale|securities act)\b/i;

/** Whether some line names a duty to register the shares: a registration statement, or a registration for resale. */
function namesDuty(text: string): boolean {
  return text.split("\n").some((line) => {
    const at = line.search(register);
    return at >= 0 && purpose.test(line.slice(at));
  });
}

export const registrationPenaltyWithoutRights = rule({
  code: "registration-penalty-without-rights",
  severity: "warning",
  title: "No registration rights, but a duty to register",
  why: "A note that grants no registration rights and yet names a registration statement in its covenants or events of default has lost one or kept the other from an earlier draft. The penalty then hangs on a duty that nobody has.",
  repair: "State the registration rights that the holder has, or take the line out.",
  bad: covenant("none"),
  good: covenant("one demand within 60 days of issue"),
  find: ({ note }) => {
    const { registrationRights: rights, registrationPenalty: penalty } = note.clauses;
    if (rights.state !== "none") return [];
    const lines = ownWords(note).filter(
      ({ path, text }) => path !== "note/registrationRights" && namesDuty(text),
    );
    const stated = penalty.state === "said" ? [{ span: penalty.clause.span }] : [];
    return [...stated, ...lines].map(({ span }) => ({
      span,
      message:
        "This line speaks of registering shares, but the note says that there are no registration rights: nobody has the duty on which it hangs. State the rights, or take the line out.",
      related: rights.clause ? [{ message: "No registration rights.", span: rights.clause.span }] : [],
    }));
  },
});
