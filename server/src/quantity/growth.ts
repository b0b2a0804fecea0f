import { computed } from "./arithmetic.ts";
import type { Exact } from "./exact.ts";
import * as exact from "./exact.ts";
import type { Figure } from "./figure.ts";
import { show } from "./format.ts";

/**
 * What one unit grows to in `years` when it is compounded `perYear` times a year, or continuously. Throws `Unworkable`
 * where it would grow beyond all sense.
 */
export function growth(
  rate: Figure<"ratio">,
  years: Figure<"ratio">,
  perYear: number | "continuously",
): Figure<"ratio"> {
  const amount = grown(rate, years, perYear);
  const text =
    perYear === "continuously" ? "e ^ (rate × years)" : `(1 + rate ÷ ${perYear}) ^ (${perYear} × years)`;
  return computed("ratio", amount, { form: "function", text }, [rate, years]);
}

function grown(rate: Figure<"ratio">, years: Figure<"ratio">, perYear: number | "continuously"): Exact {
  try {
    if (perYear === "continuously") return exact.exponential(exact.multiply(rate.amount, years.amount));
    const periods = exact.whole(perYear);
    const base = exact.add(exact.one, exact.divide(rate.amount, periods));
    return exact.realPower(base, exact.multiply(years.amount, periods));
  } catch (error) {
    if (!(error instanceof exact.Unworkable)) throw error;
    throw new exact.Unworkable(
      `a lower rate: at ${show(rate)} a year, compounded, the sum grows beyond what can be worked out`,
    );
  }
}
