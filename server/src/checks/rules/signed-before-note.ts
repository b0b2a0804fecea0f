import { counted } from "../../base/words.ts";
import { evaluate } from "../../finance/engine/formula.ts";
import { dateSource, issued } from "../../finance/inputs/clauses.ts";
import { daysBetween, longDate } from "../../quantity/date.ts";
import { exampleNote, rule } from "../rule.ts";
import { known } from "../spans-of-time.ts";

const signed = dateSource("note/signed", ({ note }) => note.clauses.signed);

export const signedBeforeNote = rule({
  code: "signed-before-note",
  severity: "warning",
  title: "The note is signed before its date",
  why: "A note takes effect from one day. Signed before the day that it bears, it leaves open from which of them it binds, and whether it was complete when it was signed.",
  repair: "Correct the day that is wrong; or say in the note that it takes effect as of its date.",
  bad: exampleNote("  signed  December 28, 2023"),
  good: exampleNote("  signed  January 2, 2024"),
  find: ({ note, alone }) => {
    const said = note.clauses.signed;
    const day = known(evaluate(signed, alone));
    const issue = known(evaluate(issued, alone));
    if (said.state !== "said" || day === undefined || issue === undefined || day >= issue) return [];
    const { issued: issueClause } = note.clauses;
    return [
      {
        span: said.span,
        message: `The note is signed on ${longDate(day)}, ${counted(daysBetween(day, issue), "day")} before its date of ${longDate(issue)}: from which day it binds is open. Correct the day that is wrong.`,
        related:
          issueClause.state === "said" ? [{ message: "The date of the note.", span: issueClause.span }] : [],
      },
    ];
  },
});
