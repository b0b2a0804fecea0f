import type { ScheduleRow } from "../../catalog/value.ts";
import type { Situation } from "../../finance/formula.ts";
import { percentFigure } from "../../finance/price.ts";
import { compared, oneWhole } from "../../quantity/arithmetic.ts";
import type { Figure } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { exampleNote, type Finding, rule } from "../rule.ts";

const prepayment = (second: string): string =>
  exampleNote(`  prepayment {\n    day 0 to 90   115%\n    day 91 to 180  ${second}\n  }`);

export const prepaymentGetsCheaper = rule({
  code: "prepayment-gets-cheaper",
  severity: "warning",
  title: "Prepayment costs less than what is owed, or less the later it comes",
  why: "A prepayment premium pays the holder for what it loses. Below 100 % the issuer is freed for less than it owes. Notes that turn convertible charge more the nearer that day comes; where the premium falls, the numbers are often in the wrong order. Loans without conversion do let it fall.",
  repair: "Correct the percentage, or the order; if it is meant, put that on record.",
  bad: prepayment("90%"),
  good: prepayment("120%"),
  find: ({ note, alone }) => {
    const factors = note.clauses.prepayment.rows.flatMap((row) => {
      const factor = factorOf(row, alone);
      return factor ? [{ row, factor }] : [];
    });
    return factors.flatMap(({ row, factor }, index): Finding[] => {
      if (compared(factor, oneWhole) < 0)
        return [
          {
            span: row.what.span,
            message: `Prepaid here, the note costs ${show(factor)} of what is owed: the issuer is freed for less than it owes. Correct the percentage; a premium of 15 % is written 115%.`,
          },
        ];
      const before = factors[index - 1];
      if (!before || compared(factor, before.factor) >= 0) return [];
      return [
        {
          span: row.what.span,
          severity: "information",
          message: `Prepayment costs ${show(before.factor)} first and ${show(factor)} later: the premium falls. In notes that turn convertible it mostly rises; if the order is meant, nothing is to be done.`,
          related: [{ message: `Before: ${show(before.factor)}.`, span: before.row.what.span }],
        },
      ];
    });
  },
});

/** Which part of what is owed a row asks for; undefined where it is no part of it. */
function factorOf({ what }: ScheduleRow, situation: Situation): Figure<"ratio"> | undefined {
  if (what.kind === "percent") return what.share;
  if (what.kind !== "amount" || what.amount.kind !== "share of amount") return undefined;
  return what.amount.of.kind === "balance" ? percentFigure(what.amount.percent, situation) : undefined;
}
