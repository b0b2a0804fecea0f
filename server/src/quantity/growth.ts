import { computed } from "./arithmetic.ts";
import type { Day } from "./date.ts";
import { type DayCountName, dayCountNamed, type Frame } from "./day-count.ts";
import type { Exact } from "./exact.ts";
import * as exact from "./exact.ts";
import { dayOf, type Figure } from "./figure.ts";
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
  return withinSense(rate, () => {
    if (perYear === "continuously") return exact.exponential(exact.multiply(rate.amount, years.amount));
    const periods = exact.whole(perYear);
    const base = exact.add(exact.one, exact.divide(rate.amount, periods));
    return exact.realPower(base, exact.multiply(years.amount, periods));
  });
}

/** What compounding at a rate comes to; throws `Unworkable` that says so where it grows beyond all sense. */
export function withinSense(rate: Figure<"ratio">, work: () => Exact): Exact {
  try {
    const grown = work();
    exact.judgeSize(grown);
    return grown;
  } catch (error) {
    if (!(error instanceof exact.Unworkable)) throw error;
    throw new exact.Unworkable(
      `a lower rate: at ${show(rate)} a year, compounded, the sum grows beyond what can be worked out`,
    );
  }
}

/**
 * What one unit grows to from one day to another where each day's interest, by the day count, bears interest from the
 * next day on; good to 60 digits. Days that a day count does not count add nothing.
 */
export function dailyGrowth(
  rate: Figure<"ratio">,
  convention: DayCountName,
  from: Figure<"date">,
  to: Figure<"date">,
  frame?: Frame,
): Figure<"ratio"> {
  const parts = new Map<string, { readonly part: Exact; days: number }>();
  const { fraction } = dayCountNamed(convention);
  for (let day = dayOf(from); day < dayOf(to); day = (day + 1) as Day) {
    const { numerator, denominator } = fraction(day, (day + 1) as Day, frame);
    if (numerator === 0n) continue;
    const known = parts.get(`${numerator}/${denominator}`);
    if (known) known.days++;
    else parts.set(`${numerator}/${denominator}`, { part: exact.fraction(numerator, denominator), days: 1 });
  }
  const amount = withinSense(rate, () =>
    [...parts.values()].reduce((grown, { part, days }) => {
      const base = exact.add(exact.one, exact.multiply(rate.amount, part));
      return shortened(exact.multiply(grown, shortened(exact.realPower(base, exact.whole(days)))));
    }, exact.one),
  );
  const words = [...parts.values()].map(({ part, days }) => {
    const { numerator, denominator } = part;
    const year = numerator === 1n ? `${denominator}` : `${denominator} × ${numerator}`;
    return `(1 + rate ÷ ${year}) ^ ${days}`;
  });
  const text = words.length === 0 ? "no day that counts" : words.join(" × ");
  return computed("ratio", amount, { form: "function", text }, [rate, from, to]);
}

/** A sum whose digits have grown too many to go on with, cut at the fiftieth decimal place. */
export function roundedSum(money: Figure<"money">): Figure<"money"> {
  const amount = shortened(money.amount);
  return amount === money.amount ? money : { ...money, amount };
}

/** Beyond this the digits of a fraction say nothing of money. */
const longest = 10n ** 90n;

function shortened(a: Exact): Exact {
  return a.denominator > longest ? exact.round(a, 50) : a;
}
