import type { AmountMeaning, ScheduleRow } from "../../catalog/value.ts";
import { statementsOf } from "../../note/statements.ts";
import { compared, oneWhole } from "../../quantity/arithmetic.ts";
import type { Figure } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { multipleOf } from "../multiple.ts";
import { exampleNote, rule } from "../rule.ts";

const note = (multiple: string): string =>
  exampleNote(
    `  default amount  ${multiple} of principal and interest\n\n  prepayment {\n    day 0 to 180   135%\n    after day 180  none\n  }\n\n  events of default {\n    failure to pay when due\n  }`,
  );

export const defaultAmountTooLow = rule({
  code: "default-amount-too-low",
  severity: "warning",
  title: "A default amount below what is owed, or below what prepayment costs",
  why: "A default amount makes the issuer pay more for a default than for keeping its word. One below what is owed frees it of a part; one below the price of prepayment lets it pay less by defaulting than by paying early.",
  repair: "Correct the multiple or the premium that is wrong.",
  bad: note("120%"),
  good: note("150%"),
  find: ({ note: { clauses } }) =>
    statementsOf(clauses.defaultAmount).flatMap(({ meaning, span }) => {
      const multiple = ofDebt(meaning);
      if (!multiple) return [];
      if (compared(multiple.times, oneWhole) < 0)
        return [
          {
            span,
            message: `Upon default the issuer owes ${show(multiple.times)} of what it owed before: it is freed of the rest by defaulting. Correct the percentage; half as much again is written 150%.`,
          },
        ];
      const [dearest] = clauses.prepayment.rows
        .flatMap((row) => {
          const times = priceOf(row);
          return times ? [{ row, times }] : [];
        })
        .sort((a, b) => compared(b.times, a.times));
      if (!dearest || compared(multiple.times, dearest.times) >= 0) return [];
      return [
        {
          span,
          message: `Prepaid on some days the note costs ${show(dearest.times)} of what is owed, upon default ${show(multiple.times)}: by defaulting the issuer pays less than by paying early. Correct the one that is wrong.`,
          related: [{ message: `Prepayment: ${show(dearest.times)}.`, span: dearest.row.what.span }],
        },
      ];
    }),
});

/** So much of the principal, with interest or without; undefined for other sums. */
function ofDebt(amount: AmountMeaning): { readonly times: Figure<"ratio"> } | undefined {
  if (amount.kind !== "share of amount" && amount.kind !== "part of amount") return undefined;
  if (amount.of.kind !== "balance" || amount.of.of === "interest") return undefined;
  const times = multipleOf(amount);
  return times && { times };
}

/** Which part of principal and interest a window of prepayment asks for; undefined where it is no part of them. */
function priceOf({ what }: ScheduleRow): Figure<"ratio"> | undefined {
  if (what.kind === "percent") return what.share;
  if (what.kind !== "amount" || what.amount.kind !== "share of amount") return undefined;
  const { of, percent } = what.amount;
  return of.kind === "balance" && of.of === "principal and interest" ? percent.ratio : undefined;
}
