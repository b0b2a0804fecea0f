import { minorUnits } from "../quantity/currency.ts";
import type { Exact } from "../quantity/exact.ts";
import * as exact from "../quantity/exact.ts";
import { type Figure, writtenOf } from "../quantity/figure.ts";

/**
 * Half a unit of the last digit that a number is written with: 0.005 for `$4.16`, 50,000 for `$0.6 million`, a
 * hundredth of half a unit for a percentage. A price of `$1` is one to the cent. Two numbers that differ by less may be the same one, rounded. Zero for a
 * figure that no text states.
 */
export function halfUnit(stated: Figure): Exact {
  const written = writtenOf(stated);
  if (!written) return exact.zero;
  const { kind, currency } = stated;
  const places = kind === "price" ? Math.max(written.places, minorUnits(currency ?? "USD")) : written.places;
  const unit = places <= 0 ? exact.whole(10n ** BigInt(-places)) : exact.fraction(1n, 10n ** BigInt(places));
  return exact.multiply(unit, exact.fraction(1n, 2n));
}

/** Whether two numbers are no further apart than that. */
export function within(a: Exact, b: Exact, apart: Exact): boolean {
  const difference = exact.subtract(a, b);
  const size = difference.numerator < 0n ? exact.negate(difference) : difference;
  return exact.compare(size, apart) <= 0;
}

/** The sum of some numbers. */
export function total(numbers: readonly Exact[]): Exact {
  return numbers.reduce(exact.add, exact.zero);
}
