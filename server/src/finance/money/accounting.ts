import { flatQuotes } from "../../market/quotes.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { day } from "../../quantity/date.ts";
import * as exact from "../../quantity/exact.ts";
import { assuming, dayOf, type Figure, figure, isWaiting, named, waiting } from "../../quantity/figure.ts";
import {
  atPrices,
  evaluate,
  type Formula,
  formula,
  inEachSituation,
  type Situation,
  type Source,
  step,
} from "../engine/formula.ts";
import { issued } from "../inputs/clauses.ts";
import { principal } from "../inputs/sources.ts";
import { conversionPrice } from "../prices/conversion-price.ts";
import { crossingPrices } from "../shares/crossover.ts";
import { cost } from "./cost.ts";

/** Two market prices between which nothing else begins to decide. */
type Stretch = readonly [exact.Exact, exact.Exact];

/** Prices so low and so high that fixed alternatives, or floors and ceilings, do not bind. */
const extremes: readonly Stretch[] = [exact.fraction(1n, 10n ** 12n), exact.whole(10n ** 12n)].map(
  (market) => [market, exact.add(market, market)],
);

/** Within each two crossings that follow on each other. */
function between(crossings: readonly exact.Exact[]): Stretch[] {
  return crossings.slice(1).map((high, index) => {
    const low = crossings[index] ?? high;
    const third = exact.divide(exact.subtract(high, low), exact.whole(3n));
    return [exact.add(low, third), exact.subtract(high, third)];
  });
}

/** The part of a market price that stands still at which the note converts; undefined where its price is fixed. */
const multiplierIn = inEachSituation((situation): Figure<"ratio"> | undefined => {
  for (const [market, other] of [...extremes, ...between(crossingPrices(situation))]) {
    const [price, there] = [priceAt(market, situation), priceAt(other, situation)];
    const part = price && exact.divide(price, market);
    if (!part || !there || exact.compare(exact.divide(there, other), part) !== 0) continue;
    const by = "the price clause in a market that stands still";
    return named("multiplier", figure("ratio", part, { kind: "given", by, span: undefined }));
  }
  return undefined;
});

function priceAt(market: exact.Exact, situation: Situation): exact.Exact | undefined {
  const price = evaluate(conversionPrice, atPrices(situation, flatQuotes(market, situation.note.currency)));
  return isWaiting(price) || !arithmetic.isPositive(price) ? undefined : price.amount;
}

/** The part of the market price at which the note converts. */
export const multiplier: Source<Figure<"ratio">> = {
  label: "multiplier",
  needs: [conversionPrice],
  clauses: [],
  read: (situation) => multiplierIn(situation) ?? waiting("a conversion price that follows the market"),
};

const stockSettledValue = formula({
  id: "stock-settled-value",
  label: "value of the principal paid in shares",
  kind: "money",
  topic: "return",
  scope: "note",
  about: {
    definition: "P ÷ m, m the part of a market price that stands still at which the note converts",
    rounding: "to cents, half up, once",
    source: "arithmetic; the fixed amount of shares that ASC 480 speaks of",
  },
  applies: (situation) => multiplierIn(situation) !== undefined,
  needs: { principal, multiplier },
  compute: ({ principal: lent, multiplier: part }) => arithmetic.payable(arithmetic.over(lent, part)),
});

/** Before this day an issuer that files with the SEC could still have to separate the feature (ASU 2020-06). */
const modelEnded = day(2022, 1, 1);

/** Whether the note was issued while the model still held. */
const isLegacy: Source<boolean> = step(
  "issued before 2022",
  { issued },
  ({ issued: on }) => modelEnded !== undefined && dayOf(on) < modelEnded,
);

const beneficialConversionFeature = formula({
  id: "beneficial-conversion-feature",
  label: "beneficial conversion feature, by the rules before 2022",
  kind: "money",
  topic: "return",
  scope: "note",
  about: {
    definition: "the lesser of P ÷ m − P and what was given for the note; only for notes issued before 2022",
    rounding: "to cents, half up, once",
    source: "ASC 470-20 as it stood before ASU 2020-06 ended the model; in a market that stands still",
  },
  applies: (situation) => {
    const part = multiplierIn(situation);
    const below = part !== undefined && exact.compare(part.amount, exact.one) < 0;
    return below && evaluate(isLegacy, situation) !== false;
  },
  needs: { principal, value: stockSettledValue, cost, legacy: isLegacy },
  compute: ({ principal: lent, value, cost: given }) => {
    const intrinsic = named("value beyond the principal", arithmetic.minus(value, lent));
    const least = arithmetic.choose("lowest", [intrinsic, given], "lesser of", [
      "value beyond the principal",
      given.name ?? "what was given",
    ]);
    return assuming(least, "the market price at signing is that of conversion");
  },
});

export const accountingFormulas: readonly Formula[] = [stockSettledValue, beneficialConversionFeature];
