import type { SharesMeaning } from "../../catalog/value.ts";
import type { Situation } from "../../finance/engine/formula.ts";
import { evaluate } from "../../finance/engine/formula.ts";
import { principal } from "../../finance/inputs/sources.ts";
import type { NoteClauses, Said } from "../../note/bound.ts";
import { beside, statementsOf } from "../../note/statements.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import * as exact from "../../quantity/exact.ts";
import { type Figure, isWaiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { priceBounds } from "../price-bounds.ts";
import { fixedPriceOf } from "../prices.ts";
import { exampleNote, type Finding, rule } from "../rule.ts";
import { halfUnit, total, within } from "../stated.ts";

const warrants = (coverage: string): string =>
  exampleNote(
    `  warrants {\n    warrant shares  50,000 shares\n    strike price    $1.00\n    coverage        ${coverage}\n  }`,
  );

export const warrantSumsDiffer = rule({
  code: "warrant-sums-differ",
  severity: "warning",
  title: "Warrants whose number, strike price and coverage do not agree",
  why: "Coverage of 50 % means that the warrants' shares at their strike price are half of the principal. The number, the strike price and the coverage, or the price of all, say one thing twice; where they differ, one of them is wrong.",
  repair:
    "Correct the one that is wrong, and say what the coverage is a part of: `coverage 50% of principal` or `of conversion shares`. Without that, either is accepted.",
  bad: warrants("100%"),
  good: warrants("50%"),
  find: ({ note, alone }) =>
    note.clauses.warrants
      .flatMap(({ inner }) => eachTime(inner))
      .flatMap((then) => [...coverage(then, alone), ...aggregate(then, alone)]),
});

type Warrant = NoteClauses["warrants"][number]["inner"];

/** What a grant says at one time: its number with the coverage, the strike price and the sum that hold beside it. */
interface AtOnce {
  readonly shares: Said<SharesMeaning>;
  readonly coverage: Warrant["coverage"];
  readonly strike: Warrant["strike"];
  readonly aggregatePrice: Warrant["aggregatePrice"];
}

/** A grant at each of the times at which it says a number of its own. */
function eachTime({ shares, coverage: stated, strike, aggregatePrice }: Warrant): AtOnce[] {
  return statementsOf(shares).map((one) => ({
    shares: one,
    coverage: beside(stated, one),
    strike: beside(strike, one),
    aggregatePrice: beside(aggregatePrice, one),
  }));
}

/** The one price that the note converts at when a number of warrants holds; undefined where the price moves. */
function conversionPriceBeside(shares: Said<unknown>, alone: Situation): Figure<"price"> | undefined {
  const { price } = alone.note.clauses.conversion.inner;
  if (statementsOf(price).length > 1) {
    const then = beside(price, shares);
    return then.state === "said" ? fixedPriceOf(then.meaning, alone) : undefined;
  }
  const bounds = priceBounds(alone);
  return bounds && !bounds.moves ? bounds.highest : undefined;
}

function coverage({ coverage: stated, shares, strike }: AtOnce, alone: Situation): Finding[] {
  const owed = evaluate(principal, alone);
  if (stated.state !== "said" || isWaiting(owed) || !arithmetic.isPositive(owed)) return [];
  const count = shares.meaning.shares;
  const { value, tag } = stated.meaning;
  const price = strike.state === "said" ? fixedPriceOf(strike.meaning, alone) : undefined;
  const slack = exact.add(halfUnit(value), exact.fraction(1n, 10_000n));
  const byStrike = price && arithmetic.ratio(arithmetic.worth(count, price), owed);
  const at = conversionPriceBeside(shares, alone);
  const converted = at && arithmetic.sharesFor(owed, at);
  const byShares = converted && arithmetic.ratio(count, converted);
  const both = [byStrike, byShares];
  const counts = tag === "of principal" ? [byStrike] : tag === "of conversion shares" ? [byShares] : both;
  const known = counts.filter((one) => one !== undefined);
  if (known.length === 0 || (!tag && !byStrike)) return [];
  if (known.some(({ amount }) => within(amount, value.amount, slack))) return [];
  const ofPrincipal =
    byStrike && price
      ? [
          `at ${show(price)} they are ${show(arithmetic.payable(arithmetic.worth(count, price)))}, ${show(byStrike)} of the principal of ${show(owed)}`,
        ]
      : [];
  const ofShares = byShares ? [`they are ${show(byShares)} of the shares that it converts into`] : [];
  return [
    {
      span: stated.span,
      message: `The warrants buy ${show(count)}: ${[...ofPrincipal, ...ofShares].join("; ")}. The coverage is stated as ${stated.text}. Correct the one that is wrong.`,
      related: [{ message: `The number: ${show(count)}.`, span: shares.span }],
    },
  ];
}

function aggregate({ aggregatePrice, shares, strike }: AtOnce, alone: Situation): Finding[] {
  if (aggregatePrice.state !== "said" || strike.state !== "said") return [];
  const price = highestStrike(strike.meaning, alone);
  if (!price) return [];
  const count = shares.meaning.shares;
  const whole = arithmetic.worth(count, price);
  const slack = total([
    exact.multiply(count.amount, halfUnit(price)),
    exact.multiply(price.amount, halfUnit(count)),
    halfUnit(aggregatePrice.meaning),
  ]);
  if (within(whole.amount, aggregatePrice.meaning.amount, slack)) return [];
  return [
    {
      span: aggregatePrice.span,
      message: `${show(count)} at ${show(price)} cost ${show(arithmetic.payable(whole))} together; stated is ${show(aggregatePrice.meaning)}. Correct the one that is wrong.`,
      related: [{ message: `The strike price: ${show(price)}.`, span: strike.span }],
    },
  ];
}

/** The fixed strike price; of “lesser of” its fixed alternative, at which the documents work out what all warrants cost. */
function highestStrike(
  phrase: Parameters<typeof fixedPriceOf>[0],
  alone: Situation,
): Figure<"price"> | undefined {
  const fixed = fixedPriceOf(phrase, alone);
  if (fixed || phrase.kind !== "best" || phrase.pick !== "lowest") return fixed;
  const [only, another] = phrase.alternatives.flatMap((one) => fixedPriceOf(one, alone) ?? []);
  return another ? undefined : only;
}
