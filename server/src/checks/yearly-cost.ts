import { issued, matures } from "../finance/dates.ts";
import { evaluate, type Situation } from "../finance/formula.ts";
import { amountAtMaturity } from "../finance/interest.ts";
import { cost } from "../finance/money/cost.ts";
import { percentFigure } from "../finance/price.ts";
import type { BoundNote } from "../note/bound.ts";
import * as arithmetic from "../quantity/arithmetic.ts";
import * as exact from "../quantity/exact.ts";
import { dayOf, type Figure, figure, isWaiting } from "../quantity/figure.ts";
import { show } from "../quantity/format.ts";
import type { PricePhrase } from "../syntax/phrase-tree.ts";
import { fixedPriceOf, followsMarket, meaningOfTerm } from "./prices.ts";
import type { RelatedPlace } from "./rule.ts";

/** What a note costs its issuer a year, on one view: an illustration, with what it takes for granted. */
export interface YearlyCost {
  /** Interest, and what is due beyond what was given, a year. */
  readonly inMoney: Figure<"ratio">;
  /** What is converted at, as a part of a market price that stands still; undefined where that is open. */
  readonly multiplier: Figure<"ratio"> | undefined;
  /** What the holder's right to convert adds a year; undefined where the holder has none, or it can't be told. */
  readonly option: Figure<"ratio"> | undefined;
  /** The cost a year if the issuer pays in shares; undefined where it has no such right. */
  readonly inShares: Figure<"ratio"> | undefined;
  /** The highest of these views. */
  readonly highest: Figure<"ratio">;
  /** The part of a year's cost that a cent makes: sums are in cents, and no less is told apart. */
  readonly cent: exact.Exact;
}

/** Whether a cost is above a line by more than the rounding of sums to cents. */
export function isAbove(cost: Figure<"ratio">, line: exact.Exact, { cent }: YearlyCost): boolean {
  return exact.compare(exact.subtract(cost.amount, line), cent) > 0;
}

/**
 * The cost a year, held to maturity and spread evenly over the term, on what was given for the note: the value
 * surrendered, else the price paid, else the principal. A right to convert counts with what a flat market makes it worth on the first day.
 * Undefined while the sums or the dates are open.
 */
export function yearlyCost(alone: Situation): YearlyCost | undefined {
  const given = evaluate(cost, alone);
  const due = evaluate(amountAtMaturity, alone);
  const from = evaluate(issued, alone);
  const to = evaluate(matures, alone);
  if (isWaiting(given) || isWaiting(due) || isWaiting(from) || isWaiting(to)) return undefined;
  if (dayOf(to) <= dayOf(from) || !arithmetic.isPositive(given)) return undefined;
  const years = arithmetic.yearFraction("actual/365", from, to);
  const yearly = (growth: Figure<"ratio">): Figure<"ratio"> =>
    arithmetic.over(arithmetic.minus(growth, arithmetic.oneWhole), years);
  const returned = arithmetic.ratio(due, given);
  const inMoney = yearly(returned);
  const cent = exact.divide(exact.fraction(1n, 100n), exact.multiply(given.amount, years.amount));
  const { option: holds } = alone.note.clauses.conversion.inner;
  const multiplier = holds.state === "said" ? multiplierOf(alone) : undefined;
  if (holds.state !== "said" || !multiplier)
    return { inMoney, multiplier: undefined, option: undefined, inShares: undefined, highest: inMoney, cent };
  if (holds.meaning === "holder") {
    const option = yearly(arithmetic.ratio(arithmetic.oneWhole, multiplier));
    return {
      inMoney,
      multiplier,
      option,
      inShares: undefined,
      highest: arithmetic.plus(inMoney, option),
      cent,
    };
  }
  const inShares = yearly(arithmetic.ratio(returned, multiplier));
  return { inMoney, multiplier, option: undefined, inShares, highest: inShares, cent };
}

/** The part of a flat market price at which the note converts; undefined where it is not below the market. */
function multiplierOf(alone: Situation): Figure<"ratio"> | undefined {
  const { price } = alone.note.clauses.conversion.inner;
  const factor = price.state === "said" ? factorOf(price.meaning, alone) : undefined;
  if (!factor || exact.compare(factor, exact.zero) <= 0 || exact.compare(factor, exact.one) >= 0)
    return undefined;
  return figure("ratio", factor, {
    kind: "given",
    by: "the price clause in a market that stands still",
    span: undefined,
  });
}

/** Fixed alternatives of “lowest of” only lower the price further, and are left out; other fixed parts leave it open. */
function factorOf(phrase: PricePhrase, situation: Situation): exact.Exact | undefined {
  switch (phrase.kind) {
    case "best": {
      const moving = phrase.alternatives.filter((part) => fixedPriceOf(part, situation) === undefined);
      if (phrase.pick === "highest" && moving.length < phrase.alternatives.length) return undefined;
      const factors = moving.map((part) => factorOf(part, situation));
      const known = factors.filter((factor) => factor !== undefined);
      if (known.length < factors.length) return undefined;
      const sign = phrase.pick === "lowest" ? 1 : -1;
      return known.sort((a, b) => sign * exact.compare(a, b))[0];
    }
    case "percent of": {
      const factor = factorOf(phrase.of, situation);
      return factor && exact.multiply(percentFigure(phrase.percent, situation).amount, factor);
    }
    case "adjusted": {
      const { base, by, sign } = phrase;
      const factor = factorOf(base, situation);
      if (!factor || by.kind === "money") return undefined;
      const part = percentFigure({ ...by, kind: "percent" }, situation).amount;
      const step = sign === "less" ? exact.negate(part) : part;
      return by.kind === "points"
        ? exact.add(factor, step)
        : exact.multiply(factor, exact.add(exact.one, step));
    }
    case "term": {
      const meaning = meaningOfTerm(phrase, situation);
      return meaning && factorOf(meaning.price, meaning.situation);
    }
    case "money":
      return undefined;
    default:
      return followsMarket(phrase, situation) ? exact.one : undefined;
  }
}

/** What the note costs a year, as a sentence. */
export function costSentence({ inMoney, multiplier, option, inShares, highest }: YearlyCost): string {
  if (option && multiplier)
    return `On one view the note costs ${show(highest)} a year: ${show(inMoney)} in money and ${show(option)} for the holder's right to convert at ${show(multiplier)} of the market price.`;
  if (inShares && multiplier)
    return `Held to maturity, the note costs ${show(inMoney)} a year in money, and ${show(inShares)} if the issuer pays in shares at ${show(multiplier)} of the market price.`;
  return `Held to maturity, the note costs ${show(inMoney)} a year.`;
}

/** The clauses that make the cost. */
export function costPlaces({ clauses, tree }: BoundNote): RelatedPlace[] {
  const { rate } = clauses.interest.inner;
  const { option, price } = clauses.conversion.inner;
  const { value } = clauses.exchange.inner;
  const places = [
    [rate, "The rate."],
    [value, "What was given for the note."],
    [option, "Who decides on the conversion."],
    [price, "The price."],
  ] as const;
  return places.flatMap(([bound, message]) =>
    bound.state === "said" ? [{ message, span: bound.clause.name, tree }] : [],
  );
}
