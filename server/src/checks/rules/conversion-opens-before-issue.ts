import { evaluate } from "../../finance/engine/formula.ts";
import { issued } from "../../finance/inputs/clauses.ts";
import { convertibleFrom } from "../../finance/inputs/dates.ts";
import { longDate } from "../../quantity/date.ts";
import { dayOf, isWaiting } from "../../quantity/figure.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";

export const conversionOpensBeforeIssue = rule({
  code: "conversion-opens-before-issue",
  severity: "warning",
  title: "Conversion opens before the note is issued",
  why: "Nothing can be converted before the note exists, so the date has no effect and is likely a slip in the year.",
  repair: "Correct the date, or leave `from` out: the note may then be converted from the day of issue.",
  bad: exampleNote(exampleConversion({ from: "July 1, 2023" })),
  good: exampleNote(exampleConversion({ from: "July 1, 2024" })),
  find: ({ note, alone }) => {
    const { from } = note.clauses.conversion.inner;
    const opens = evaluate(convertibleFrom, alone);
    const issue = evaluate(issued, alone);
    if (isWaiting(opens) || isWaiting(issue) || from.state !== "said" || note.clauses.issued.state !== "said")
      return [];
    if (dayOf(opens) >= dayOf(issue)) return [];
    return [
      {
        span: from.span,
        message: `Conversion opens on ${longDate(dayOf(opens))}, before the note is issued on ${longDate(dayOf(issue))}. The date has no effect and may be wrong in the year. Correct it, or leave “from” out if the note may be converted from the day of issue.`,
        related: [{ message: `Issued ${longDate(dayOf(issue))}.`, span: note.clauses.issued.span }],
      },
    ];
  },
});
