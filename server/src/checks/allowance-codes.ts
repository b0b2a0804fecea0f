import type { Described } from "../catalog/described.ts";
import { exampleConversion, exampleNote } from "./rule.ts";

const noFloor = (allow: string): string =>
  exampleNote(`${exampleConversion({ floor: undefined })}\n  ${allow}`);
const reason = '"The board approved the dilution on June 1"';

/** What can be wrong with an `allow` of a note. */
export const allowanceCodes = {
  "allow-unknown": {
    severity: "warning",
    title: "Allowing what no rule is called",
    why: "Nothing is silenced by it, although the note says that something is accepted.",
    repair:
      "Write the code of the finding that is meant; it stands behind each finding and in the list of rules.",
    bad: noFloor(`allow no-flor-price because ${reason}`),
    good: noFloor(`allow no-floor-price because ${reason}`),
  },
  "allow-stale": {
    severity: "information",
    title: "Allowing what is not there",
    why: "The rule finds nothing in this note. An acceptance that is left over misleads the reader, and would silence the rule without a word if its reason came back.",
    repair: "Take the line out.",
    bad: exampleNote(`${exampleConversion({})}\n  allow no-floor-price because ${reason}`),
    good: exampleNote(exampleConversion({})),
  },
  "allow-without-reason": {
    severity: "warning",
    title: "Allowing without a reason",
    why: "The line is the record of a decision; one that does not say why silences nothing.",
    repair: "Say in a few words who decided what, and when.",
    bad: noFloor('allow no-floor-price because "OK"'),
    good: noFloor(`allow no-floor-price because ${reason}`),
  },
} as const satisfies Record<string, Described>;

export type AllowanceCode = keyof typeof allowanceCodes;
