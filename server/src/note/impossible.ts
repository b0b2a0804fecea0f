import type { Span } from "../base/span.ts";
import { capitalized } from "../base/words.ts";
import type { ClauseSpec } from "../catalog/clause.ts";
import * as exact from "../quantity/exact.ts";
import type { Reporter } from "./report.ts";

/** Reports a number with which nothing can be worked out: a zero by which others are divided, all of a price taken off. */
export function reportImpossible(
  { names, never }: ClauseSpec,
  meaning: unknown,
  span: Span,
  to: Reporter,
): void {
  if (!never) return;
  const numbers = numbersIn(meaning);
  const zero = never.zero !== undefined && numbers.some(exact.isZero);
  const whole = never.whole !== undefined && numbers.some((part) => exact.compare(part, exact.one) >= 0);
  if (!zero && !whole) return;
  const what = zero
    ? `zero can't stand here: ${never.zero}`
    : `100 % or more can't stand here: ${never.whole}`;
  to.report(
    "value-impossible",
    span,
    `${capitalized(names[0])}: ${what}. Write the number that is meant, or leave a blank [ ] while it is open.`,
  );
}

/** The numbers that a clause's value is made of: a sum, its shares, what they are counted for, a fixed price. */
function numbersIn(meaning: unknown): readonly exact.Exact[] {
  if (typeof meaning !== "object" || meaning === null) return [];
  const { amount, value, shares, per, sum } = meaning as Readonly<Record<string, unknown>>;
  if (isExact(amount)) return [amount];
  return [value, shares, per, sum].flatMap(numbersIn);
}

function isExact(value: unknown): value is exact.Exact {
  return typeof value === "object" && value !== null && "numerator" in value;
}
