import type { Situation } from "../finance/engine/formula.ts";
import { type YearlyCost as CostAYear, yearlyCost as costOf } from "../finance/money/usury.ts";
import type { BoundNote } from "../note/bound.ts";
import * as arithmetic from "../quantity/arithmetic.ts";
import * as exact from "../quantity/exact.ts";
import { type Figure, isWaiting } from "../quantity/figure.ts";
import { show } from "../quantity/format.ts";
import type { RelatedPlace } from "./rule.ts";

/** What a note costs its issuer a year, and the view on which that is most. */
export interface YearlyCost extends CostAYear {
  readonly highest: Figure<"ratio">;
  /** The part of a year's cost that a cent makes: sums are in cents, and no less makes a difference. */
  readonly cent: exact.Exact;
}

/** Undefined while the sums or the dates are open. */
export function yearlyCost(alone: Situation): YearlyCost | undefined {
  const yearly = costOf(alone);
  if (isWaiting(yearly)) return undefined;
  const { inMoney, option, inShares, given, years } = yearly;
  const highest = option ? arithmetic.plus(inMoney, option) : (inShares ?? inMoney);
  const cent = exact.divide(exact.fraction(1n, 100n), exact.multiply(given.amount, years.amount));
  return { ...yearly, highest, cent };
}

/** Whether a cost is above a line by more than the rounding of sums to cents. */
export function isAbove(cost: Figure<"ratio">, line: exact.Exact, { cent }: YearlyCost): boolean {
  return exact.compare(exact.subtract(cost.amount, line), cent) > 0;
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
