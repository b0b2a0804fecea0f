import { withArticle } from "../base/words.ts";
import { minorUnits } from "./currency.ts";
import type { Day } from "./date.ts";
import { type DayCountName, dayCountNamed, type Frame } from "./day-count.ts";
import type { Exact } from "./exact.ts";
import * as exact from "./exact.ts";
import { dayOf, type Figure, type Kind, type Operation } from "./figure.ts";

/**
 * The operators: the only way from figures to figures. Each records itself and its inputs, so that a number and
 * its derivation cannot differ. Units are checked at compile time. A divisor of zero throws `Unworkable` with what has
 * to be above zero, which the formula that divides waits for.
 */
type Additive = "money" | "price" | "shares" | "ratio" | "count" | "days";

export function plus<K extends Additive>(a: Figure<K>, b: Figure<K>): Figure<K> {
  return infix("+", a.kind, exact.add(a.amount, b.amount), [a, b]);
}

export function minus<K extends Additive>(a: Figure<K>, b: Figure<K>): Figure<K> {
  return infix("−", a.kind, exact.subtract(a.amount, b.amount), [a, b]);
}

export function times<K extends Additive>(a: Figure<K>, factor: Figure<"ratio">): Figure<K> {
  return infix("×", a.kind, exact.multiply(a.amount, factor.amount), [a, factor]);
}

/** `85 % of` a price or a sum: the factor first, as a term sheet says it. */
export function portion<K extends Additive>(factor: Figure<"ratio">, of: Figure<K>): Figure<K> {
  return infix("×", of.kind, exact.multiply(of.amount, factor.amount), [factor, of]);
}

/** What is left when a part is taken off: `a × (1 − part)`, as `less 5%` says it. */
export function reduced<K extends Additive>(a: Figure<K>, part: Figure<"ratio">): Figure<K> {
  return times(a, minus(oneWhole, part));
}

export function increased<K extends Additive>(a: Figure<K>, part: Figure<"ratio">): Figure<K> {
  return times(a, plus(oneWhole, part));
}

/** How many times `b` goes into `a`. */
export function ratio<K extends Additive>(a: Figure<K>, b: Figure<K>): Figure<"ratio"> {
  return infix("÷", "ratio", quotient(a, b), [a, b]);
}

/** `1 − part`: a discount from what is paid, a multiplier from a discount. */
export function complement(part: Figure<"ratio">): Figure<"ratio"> {
  return minus(oneWhole, part);
}

/** A sum of money divided by a divisor, as in the price at which a limit begins to bind. */
export function over<K extends Additive>(a: Figure<K>, divisor: Figure<"ratio">): Figure<K> {
  return infix("÷", a.kind, quotient(a, divisor), [a, divisor]);
}

export function worth(shares: Figure<"shares">, price: Figure<"price">): Figure<"money"> {
  return infix("×", "money", exact.multiply(shares.amount, price.amount), [shares, price]);
}

export function perShare(money: Figure<"money">, shares: Figure<"shares">): Figure<"price"> {
  return infix("÷", "price", quotient(money, shares), [money, shares]);
}

/** As many shares as the sum pays for, fractions included. */
export function sharesFor(money: Figure<"money">, price: Figure<"price">): Figure<"shares"> {
  return infix("÷", "shares", quotient(money, price), [money, price]);
}

/** How many times `b` goes into `a`, as a number and not as a part of one. */
export function timesIn<K extends Additive>(a: Figure<K>, b: Figure<K>): Figure<"count"> {
  return infix("÷", "count", quotient(a, b), [a, b]);
}

/** So many of `a`: what a day costs over some days. */
export function repeated<K extends Additive>(a: Figure<K>, count: Figure<"count" | "days">): Figure<K> {
  return infix("×", a.kind, exact.multiply(a.amount, count.amount), [a, count]);
}

export function wholeShares(shares: Figure<"shares">): Figure<"shares"> {
  return rounding("down to whole shares", shares, exact.whole(exact.floor(shares.amount)));
}

/** Where too few would not do. */
export function wholeSharesUp(shares: Figure<"shares">): Figure<"shares"> {
  const up = -exact.floor(exact.negate(shares.amount));
  return rounding("up to whole shares", shares, exact.whole(up));
}

export function nearestShare(shares: Figure<"shares">): Figure<"shares"> {
  return rounding("to the nearest whole share", shares, exact.round(shares.amount, 0));
}

/** A price to so many decimal places: half up, or always up or down. */
export function roundedPrice(
  price: Figure<"price">,
  places: number,
  way: "nearest" | "up" | "down",
): Figure<"price"> {
  const words = way === "nearest" ? "" : `${way} `;
  return rounding(`${words}to ${places} decimal places`, price, exact.roundWay(price.amount, places, way));
}

/** Rounded half up to the currency's smallest unit: once, where a sum becomes payable. */
export function payable(money: Figure<"money">): Figure<"money"> {
  const places = minorUnits(money.currency ?? "USD");
  return rounding(
    places === 2 ? "to cents" : "to the currency's unit",
    money,
    exact.round(money.amount, places),
  );
}

export function daysIn(
  convention: DayCountName,
  from: Figure<"date">,
  to: Figure<"date">,
  frame?: Frame,
): Figure<"days"> {
  const days = dayCountNamed(convention).days(dayOf(from), dayOf(to), frame);
  return computed("days", exact.whole(days), { form: "function", text: `days by ${convention}` }, [from, to]);
}

/** The part of a year between two dates by a day count: exact. */
export function yearFraction(
  convention: DayCountName,
  from: Figure<"date">,
  to: Figure<"date">,
  frame?: Frame,
): Figure<"ratio"> {
  const { numerator, denominator } = dayCountNamed(convention).fraction(dayOf(from), dayOf(to), frame);
  const text = `${numerator}/${denominator}`;
  return computed("ratio", exact.fraction(numerator, denominator), { form: "function", text }, [from, to]);
}

/** The mean of the picked ones; all of them stay in the record. At least one must be picked. */
export function average(
  prices: readonly Figure<"price">[],
  picked: readonly number[],
  text: string,
): Figure<"price"> {
  const sum = picked.reduce(
    (total, index) => exact.add(total, prices[index]?.amount ?? exact.zero),
    exact.zero,
  );
  const mean = exact.divide(sum, exact.whole(picked.length));
  return computed("price", mean, { form: "average", picked, text }, prices);
}

/** The lowest or the highest; losers stay in the record, ties are all named. At least one must be given. */
export function choose<K extends Kind>(
  side: "lowest" | "highest",
  candidates: readonly Figure<K>[],
  text: string,
  labels: readonly string[],
): Figure<K> {
  const sign = side === "lowest" ? 1 : -1;
  let best = 0;
  candidates.forEach((candidate, index) => {
    const leader = candidates[best];
    if (leader && sign * exact.compare(candidate.amount, leader.amount) < 0) best = index;
  });
  const leader = candidates[best] as Figure<K>;
  const winners = candidates.flatMap(({ amount }, index) =>
    exact.compare(amount, leader.amount) === 0 ? [index] : [],
  );
  return computed(leader.kind, leader.amount, { form: "choice", text, winners, labels }, candidates);
}

/** Indexes of the `count` lowest or highest, in the order given; of equal ones the earlier is picked. */
export function picks(
  side: "lowest" | "highest",
  prices: readonly Figure<"price">[],
  count: number,
): number[] {
  const sign = side === "lowest" ? 1 : -1;
  return prices
    .map((price, index) => ({ price, index }))
    .sort((a, b) => sign * exact.compare(a.price.amount, b.price.amount) || a.index - b.index)
    .slice(0, count)
    .map(({ index }) => index)
    .sort((a, b) => a - b);
}

/** Several answers to one question, each with the words for what it answers; the first stands for all. */
export function listed<K extends Kind>(
  first: Figure<K>,
  others: readonly Figure<K>[],
  text: string,
  labels: readonly string[],
): Figure<K> {
  return computed(first.kind, first.amount, { form: "list", text, labels }, [first, ...others]);
}

/** What lies a part of the way from one value to another: `from + part × (to − from)`. */
export function between<K extends Additive>(
  from: Figure<K>,
  to: Figure<K>,
  part: Exact,
  text: string,
): Figure<K> {
  const step = exact.multiply(exact.subtract(to.amount, from.amount), part);
  return computed(from.kind, exact.add(from.amount, step), { form: "function", text }, [from, to]);
}

/** No answer; the text says why. */
export function nothing<K extends Additive>(
  kind: K,
  because: string,
  inputs: readonly Figure[],
  currency?: string,
): Figure<K> {
  const none = computed(kind, exact.zero, { form: "function", text: because }, inputs);
  return currency === undefined ? none : { ...none, currency };
}

/** A whole number that a procedure counted; the text says how. */
export function counted(count: bigint, text: string, inputs: readonly Figure[]): Figure<"count"> {
  return computed("count", exact.whole(count), { form: "function", text }, inputs);
}

/** A date worked out from others; the text says how. */
export function dated(day: Day, text: string, inputs: readonly Figure[]): Figure<"date"> {
  return computed("date", exact.whole(day), { form: "function", text }, inputs);
}

export const oneWhole: Figure<"ratio"> = {
  kind: "ratio",
  amount: exact.one,
  currency: undefined,
  name: "1",
  origin: { kind: "given", by: "definition", span: undefined },
};

/** Below zero, zero or above it, as `a` is below `b`, equal to it or above it. */
export function compared<K extends Kind>(a: Figure<K>, b: Figure<K>): number {
  return exact.compare(a.amount, b.amount);
}

export function isPositive(value: Figure): boolean {
  return exact.compare(value.amount, exact.zero) > 0;
}

/** The quotient of two amounts; of a divisor of zero, what has to be above zero. */
function quotient(dividend: Figure, divisor: Figure): Exact {
  if (exact.isZero(divisor.amount)) throw new exact.Unworkable(aboveZero(divisor));
  return exact.divide(dividend.amount, divisor.amount);
}

/** `a valuation cap above zero`: what a divisor of zero has to become. */
function aboveZero({ name, kind }: Figure): string {
  return `${withArticle(name ?? unnamed[kind])} above zero`;
}

const unnamed: Readonly<Record<Kind, string>> = {
  money: "sum",
  price: "price",
  shares: "number of shares",
  ratio: "part",
  count: "count",
  days: "number of days",
  date: "date",
};

function infix<K extends Kind>(
  sign: Extract<Operation, { form: "infix" }>["sign"],
  kind: K,
  amount: Exact,
  inputs: readonly Figure[],
): Figure<K> {
  return computed(kind, amount, { form: "infix", sign }, inputs);
}

function rounding<K extends Kind>(text: string, input: Figure<K>, amount: Exact): Figure<K> {
  return computed(input.kind, amount, { form: "rounding", text }, [input]);
}

/** A figure made of others. Only operators call it: it takes the amount on trust. */
export function computed<K extends Kind>(
  kind: K,
  amount: Exact,
  operation: Operation,
  inputs: readonly Figure[],
): Figure<K> {
  const currency =
    kind === "money" || kind === "price" ? inputs.find((input) => input.currency)?.currency : undefined;
  return { kind, amount, currency, name: undefined, origin: { kind: "computed", operation, inputs } };
}
