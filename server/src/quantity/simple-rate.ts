import type { Day } from "./date.ts";
import { type Exact, fraction } from "./exact.ts";

/** Money that is out from a day on, above zero, or comes back on it, below zero. */
interface Movement {
  readonly day: Day;
  readonly amount: Exact;
}

/** Whole numbers stand for fractions with 2^136, forty decimal places. */
const digits = 136n;
const one = 1n << digits;
/** The places that a rate is given to. */
const goodUnit = 10n ** 20n;
/** A rate above this is none that anybody lends at. */
const most = one * 1_000_000n;

/**
 * The simple rate a year, by years of 365 days, at which the payments just repay the sums that are out, each taken
 * first as interest on what is out and then as repayment of it; interest bears none. Good to twenty digits. Undefined
 * where nothing is out, where no payment follows, and where no rate from nothing up does it.
 */
export function simpleRate(movements: readonly Movement[]): Exact | undefined {
  const scaled = movements
    .map(({ day, amount }) => ({ day, amount: (amount.numerator * one) / amount.denominator }))
    .sort((a, b) => a.day - b.day || (a.amount > b.amount ? -1 : 1));
  if (leftAt(0n, scaled) > 0n) return undefined;
  let [low, high] = [0n, one >> 4n];
  while (leftAt(high, scaled) < 0n) {
    low = high;
    high *= 2n;
    if (high > most) return undefined;
  }
  while (high - low > 1n << 40n) {
    const middle = (low + high) >> 1n;
    if (leftAt(middle, scaled) < 0n) low = middle;
    else high = middle;
  }
  return fraction(((low + high) * goodUnit) >> (digits + 1n), goodUnit);
}

/** What is left after the last payment at a rate; below zero where the payments are more than enough. */
function leftAt(rate: bigint, movements: readonly { readonly day: Day; readonly amount: bigint }[]): bigint {
  let [out, interest] = [0n, 0n];
  let last = movements[0]?.day ?? 0;
  for (const { day, amount } of movements) {
    interest += (((out * rate) >> digits) * BigInt(day - last)) / 365n;
    last = day as Day;
    if (amount >= 0n) {
      out += amount;
      continue;
    }
    const paid = -amount;
    const ofInterest = paid < interest || interest < 0n ? (interest < 0n ? 0n : paid) : interest;
    interest -= ofInterest;
    out -= paid - ofInterest;
  }
  return out + interest;
}
