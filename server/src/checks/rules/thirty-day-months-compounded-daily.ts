import { withMeaning } from "../../finance/engine/drafts.ts";
import { evaluate, varied } from "../../finance/engine/formula.ts";
import { amountAtMaturity } from "../../finance/interest/interest.ts";
import { isWaiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { exampleNote, rule } from "../rule.ts";

const interest = (dayCount: string): string =>
  exampleNote(
    `  interest {\n    rate        8% per annum\n    day count   ${dayCount}\n    compounded  daily\n  }`,
  );

export const thirtyDayMonthsCompoundedDaily = rule({
  code: "thirty-day-months-compounded-daily",
  severity: "warning",
  title: "Interest is compounded daily in months of 30 days",
  why: "Daily compounding adds interest on every day of the calendar; a 30/360 count has no 31st and two or three days too many in February. Nothing says what is added on those days.",
  repair: "Count actual days, such as `day count actual/365`, or compound monthly or less often.",
  bad: interest("30/360 bond basis"),
  good: interest("actual/365"),
  find: ({ note, alone }) => {
    const { dayCount, compounded } = note.clauses.interest.inner;
    if (dayCount.state !== "said" || compounded.state !== "said") return [];
    const often = compounded.meaning === "daily" || compounded.meaning === "continuously";
    if (!often || !/^30E?\/360/.test(dayCount.meaning)) return [];
    const actual = withMeaning(note, "note/interest/dayCount", dayCount, "actual/365");
    const usual = evaluate(amountAtMaturity, alone);
    const other = evaluate(amountAtMaturity, varied(alone, { note: actual }));
    const sums =
      isWaiting(usual) || isWaiting(other)
        ? ""
        : ` At maturity ${show(usual)} is due by that count and ${show(other)} by actual/365.`;
    return [
      {
        span: dayCount.span,
        message: `Interest is compounded ${compounded.meaning}, but ${dayCount.text} has no 31st and a February of 30 days, so that nothing says what is added on which day.${sums} Count actual days, or compound less often.`,
        related: [{ message: "How often interest is added.", span: compounded.span }],
        fixes: [
          { title: "Count actual days over 365", edits: [{ span: dayCount.span, text: "actual/365" }] },
        ],
      },
    ];
  },
});
