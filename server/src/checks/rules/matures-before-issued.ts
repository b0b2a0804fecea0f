import { issued, stated } from "../../finance/dates.ts";
import { evaluate } from "../../finance/formula.ts";
import { longDate } from "../../quantity/date.ts";
import { dayOf, isWaiting } from "../../quantity/figure.ts";
import { exampleNote, rule } from "../rule.ts";

export const maturesBeforeIssued = rule({
  code: "matures-before-issued",
  severity: "error",
  title: "The note matures before it is issued",
  why: "A note that is due on or before its own first day bears no interest and would be in default from the start. One of the two dates is a slip, most often in the year.",
  repair: "Correct the date that is wrong.",
  bad: exampleNote("", { issued: "January 2, 2024", matures: "January 2, 2023" }),
  good: exampleNote("", { issued: "January 2, 2024", matures: "January 2, 2025" }),
  find: ({ note, alone }) => {
    const first = evaluate(issued, alone);
    const last = evaluate(stated.maturity, alone);
    const { matures, issued: issue } = note.clauses;
    if (isWaiting(first) || isWaiting(last) || matures.state !== "said" || issue.state !== "said") return [];
    if (dayOf(last) > dayOf(first)) return [];
    const same = dayOf(last) === dayOf(first);
    return [
      {
        span: matures.span,
        message: `The note matures on ${longDate(dayOf(last))}, ${same ? "the very day it is issued" : `before it is issued on ${longDate(dayOf(first))}`}. It could bear no interest and would be overdue at once. Correct the date that is wrong.`,
        related: [{ message: `Issued ${longDate(dayOf(first))}.`, span: issue.span }],
      },
    ];
  },
});
