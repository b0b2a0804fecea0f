import { counted } from "../../base/words.ts";
import { evaluate } from "../../finance/engine/formula.ts";
import { issued } from "../../finance/inputs/clauses.ts";
import { matures } from "../../finance/inputs/dates.ts";
import { accrualStart } from "../../finance/inputs/sources.ts";
import { daysBetween, longDate } from "../../quantity/date.ts";
import { dayOf, isWaiting } from "../../quantity/figure.ts";
import { exampleNote, rule } from "../rule.ts";

const interest = (from: string): string =>
  exampleNote(`  interest {\n    rate          8% per annum\n    accrues from  ${from}\n  }`);

export const interestOutsideTerm = rule({
  code: "interest-outside-term",
  severity: "warning",
  title: "Interest runs from a day on which the note does not exist",
  why: "Interest is the price of money that is owed. Before the day of issue nothing is owed; from the due date on only default interest runs. Where interest of an earlier debt is taken over, it is part of the principal or of the value surrendered, not of this note's interest.",
  repair: "Correct the day; most often it is the day of issue or of funding.",
  bad: interest("October 2, 2023"),
  good: interest("January 4, 2024"),
  find: ({ note, alone }) => {
    const { accruesFrom } = note.clauses.interest.inner;
    const from = evaluate(accrualStart, alone);
    const issue = evaluate(issued, alone);
    if (accruesFrom.state !== "said" || isWaiting(from) || isWaiting(issue)) return [];
    const early = daysBetween(dayOf(from), dayOf(issue));
    const due = evaluate(matures, alone);
    const late = !isWaiting(due) && dayOf(from) >= dayOf(due);
    if (early <= 0 && !late) return [];
    const first = longDate(dayOf(from));
    const { issued: issueClause, matures: dueClause } = note.clauses;
    const [other, message] =
      early > 0
        ? [
            issueClause,
            `Interest runs from ${first}, ${counted(early, "day")} before the note is issued on ${longDate(dayOf(issue))}. Before that day nothing is owed that could bear interest. Correct the day.`,
          ]
        : [
            dueClause,
            `Interest runs from ${first}, when the note is already due: it never bears any interest before it is due. Correct the day.`,
          ];
    return [
      {
        span: accruesFrom.span,
        ...(early > 0 ? {} : { severity: "error" as const }),
        message,
        related: other.state === "said" ? [{ message: "The other day.", span: other.span }] : [],
        fixes: [
          {
            title: "Interest runs from the day of issue",
            edits: [{ span: accruesFrom.span, text: "issue" }],
          },
        ],
      },
    ];
  },
});
