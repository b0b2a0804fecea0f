import type { AmountMeaning } from "../catalog/value.ts";
import type { Figure } from "../quantity/figure.ts";

/** How much of another sum an amount is: 1.5 for `150% of …`, 2 for `2 times …`; undefined for what is none. */
export function multipleOf(amount: AmountMeaning): Figure<"ratio"> | undefined {
  if (amount.kind === "share of amount") return amount.percent.ratio;
  return amount.kind === "part of amount" ? amount.part : undefined;
}
