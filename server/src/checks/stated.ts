import { minorUnits } from "../quantity/currency.ts";
import type { Exact } from "../quantity/exact.ts";
import * as exact from "../quantity/exact.ts";
import type { Figure } from "../quantity/figure.ts";

/**
 * Half a unit of the last digit that a number is written with: 0.005 for `$4.16`, 50,000 for `$0.6 million`, a
 * hundredth of half a unit for a percentage. A price of `$1` is one to the cent. Two numbers that differ by less may be the same one, rounded. Zero for a
 * figure that no text states.
 */
export function halfUnit({ origin, kind, currency }: Figure): Exact {
  const written = origin.kind === "stated" ? [...origin.text.matchAll(number)].at(-1) : undefined;
  if (!written) return exact.zero;
  const [, behind = "", scale = ""] = written;
  const digits = kind === "price" ? Math.max(behind.length, minorUnits(currency ?? "USD")) : behind.length;
  const power = (scales[scale.toLowerCase()] ?? 0) - digits - (kind === "ratio" ? 2 : 0);
  const unit = power >= 0 ? exact.whole(10n ** BigInt(power)) : exact.fraction(1n, 10n ** BigInt(-power));
  return exact.multiply(unit, exact.fraction(1n, 2n));
}

const number = /\d[\d,]*(?:\.(\d+))?(?:\s*(thousand|million|billion))?/gi;
const scales: Readonly<Record<string, number>> = { thousand: 3, million: 6, billion: 9 };

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
