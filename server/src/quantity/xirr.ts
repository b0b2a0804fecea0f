import type { Day } from "./date.ts";
import { type Exact, fraction } from "./exact.ts";

/** Money that changes hands on a day: above zero where it is received, below where it is paid. */
export interface Flow {
  readonly day: Day;
  readonly amount: Exact;
}

/**
 * The rate a year at which the flows come to nothing: Σ amount ÷ (1 + rate) ^ (days ÷ 365) = 0, days counted from the
 * first flow. Good to twenty digits; of several such rates the one nearest to zero. Undefined where all flows go one
 * way, where they fall on one day, and where no rate does it.
 */
export function internalRate(flows: readonly Flow[]): Exact | undefined {
  const sums = byDay(flows);
  const signs = new Set(sums.map(({ amount }) => amount > 0n));
  if (sums.length < 2 || signs.size < 2) return undefined;
  const found = bracket(sums);
  if (!found) return undefined;
  const growth = powered((one * one) / root(sums, found), 365);
  return fraction(((growth - one) * goodUnit) >> digits, goodUnit);
}

/** Whole numbers stand for fractions with 2^136, forty decimal places: dividing by it is a shift. */
const digits = 136n;
const one = 1n << digits;

/** The places that a rate is given to. */
const goodUnit = 10n ** 20n;

/** Steps of the search, in daily factors: the first about a hundredth a year, each a little longer than the last. */
const firstStep = one / 40_000n;
const longestStep = one / 20n;

/** Daily factors between which a rate is looked for: a thousandfold a day, and a loss of all but a 50,000th a year. */
const leastFactor = one / 1_000n;
const mostFactor = one + (one * 3n) / 100n;

interface Sum {
  readonly day: number;
  readonly amount: bigint;
}

/** One sum a day, in the order of time; days that come to nothing left out. */
function byDay(flows: readonly Flow[]): Sum[] {
  const sums = new Map<number, bigint>();
  for (const { day, amount } of flows)
    sums.set(day, (sums.get(day) ?? 0n) + (amount.numerator * one) / amount.denominator);
  return [...sums]
    .map(([day, amount]) => ({ day, amount }))
    .filter(({ amount }) => amount !== 0n)
    .sort((a, b) => a.day - b.day);
}

/** What the sums are worth on the first day, where one received a day later is worth `factor` as much. */
function worth(sums: readonly Sum[], factor: bigint): bigint {
  const powers = new Map<number, bigint>();
  let value = 0n;
  let later: number | undefined;
  for (let index = sums.length - 1; index >= 0; index--) {
    const { day, amount } = sums[index] as Sum;
    const days = (later ?? day) - day;
    const power = powers.get(days) ?? powered(factor, days);
    powers.set(days, power);
    value = amount + times(value, power);
    later = day;
  }
  return value;
}

/** A daily factor, and the worth under it. */
interface Point {
  readonly factor: bigint;
  readonly worth: bigint;
}

/** Two factors between which the worth changes its sign, nearest to one; steps grow on the way out. */
function bracket(sums: readonly Sum[]): readonly [Point, Point] | undefined {
  const start: Point = { factor: one, worth: worth(sums, one) };
  if (start.worth === 0n) return [start, start];
  const sides = [
    { at: start, direction: -1n },
    { at: start, direction: 1n },
  ];
  for (let size = firstStep; sides.length > 0; size = longer(size)) {
    for (const side of [...sides]) {
      const factor = side.at.factor + side.direction * times(side.at.factor, size);
      const next = { factor, worth: worth(sums, factor) };
      if (next.worth > 0n !== start.worth > 0n) return [side.at, next];
      side.at = next;
      if (factor < leastFactor || factor > mostFactor) sides.splice(sides.indexOf(side), 1);
    }
  }
  return undefined;
}

function longer(size: bigint): bigint {
  const next = (size * 103n) / 100n;
  return next < longestStep ? next : longestStep;
}

/**
 * The factor at which the worth is nothing: where a line between the two ends meets zero, again and again. An end that
 * stays counts half (the Illinois rule), so that both close in.
 */
function root(sums: readonly Sum[], [from, to]: readonly [Point, Point]): bigint {
  let [held, latest] = [from, to];
  for (let count = 0; count < 200 && latest.worth !== 0n && apart(held, latest) > 1n; count++) {
    const rise = latest.worth - held.worth;
    const guess = latest.factor - (latest.worth * (latest.factor - held.factor)) / rise;
    const factor = guess === latest.factor ? guess + toward(held, latest) : guess;
    const next = { factor, worth: worth(sums, factor) };
    held = next.worth > 0n === latest.worth > 0n ? { ...held, worth: held.worth / 2n } : latest;
    latest = next;
  }
  return latest.factor;
}

function apart(a: Point, b: Point): bigint {
  const distance = a.factor - b.factor;
  return distance < 0n ? -distance : distance;
}

function toward(goal: Point, from: Point): bigint {
  return goal.factor > from.factor ? 1n : -1n;
}

function times(a: bigint, b: bigint): bigint {
  return (a * b) >> digits;
}

function powered(base: bigint, exponent: number): bigint {
  let result = one;
  let square = base;
  for (let rest = exponent; rest > 0; rest >>= 1) {
    if (rest & 1) result = times(result, square);
    square = times(square, square);
  }
  return result;
}
