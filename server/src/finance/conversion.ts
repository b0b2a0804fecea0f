import * as arithmetic from "../quantity/arithmetic.ts";
import { assuming, type Figure, isWaiting, type Result, waiting } from "../quantity/figure.ts";
import type { PricePhrase } from "../syntax/phrase-tree.ts";
import { conversionAmount, noteSource } from "./amount.ts";
import { assumedBy, clauseSource, optionalClause, readingOf, unsettled } from "./clauses.ts";
import { conversionDate, convertibleFrom } from "./dates.ts";
import { formula, optional, type Situation, type Source, step } from "./formula.ts";
import { priceOf, wordsOf } from "./price.ts";

/** The day from which the note may be converted, where the note names one. */
export const conversionOpens = formula({
  id: "conversion-opens",
  label: "first day of conversion",
  kind: "date",
  topic: "conversion",
  scope: "note",
  about: {
    definition:
      "the day the note names; n days after a day is n days later, n months after it the same day of the month, else the month's last",
    rounding: "whole days",
    source: noteSource,
  },
  headline: { rank: 0, say: (shown) => `from ${shown}` },
  needs: { from: convertibleFrom },
  compute: ({ from }) => from,
});

export const priceClause: Source<PricePhrase> = clauseSource(
  "note/conversion/price",
  ({ note }) => note.clauses.conversion.inner.price,
);

const floorClause = optionalClause(
  "note/conversion/floor",
  ({ note }) => note.clauses.conversion.inner.floor,
);

const ceilingClause = optionalClause(
  "note/conversion/ceiling",
  ({ note }) => note.clauses.conversion.inner.ceiling,
);

export const conversionPrice = formula({
  id: "conversion-price",
  label: "conversion price",
  kind: "price",
  topic: "conversion",
  scope: "both",
  about: {
    definition:
      "CP as the price clause says; then the ceiling: CP = min(CP, ceiling); then the floor: CP = max(CP, floor)",
    rounding: "none: shown rounded where its digits do not end",
    source: "the note's price clause; prices from the market by day",
  },
  headline: { rank: 1, say: (shown) => `${shown} a share` },
  needs: {
    price: step(
      "price",
      { phrase: priceClause, date: optional(conversionDate) },
      ({ phrase }, situation) => priceOf(phrase, situation),
      { clauses: ["market/prices"], points: ["window-end", "window-days", "trading-price"] },
    ),
    floor: floorClause,
    ceiling: ceilingClause,
  },
  compute: ({ price, floor, ceiling }, situation) => bounded(price, floor, ceiling, situation),
});

/** The ceiling binds before the floor, so that the floor has the last word. */
function bounded(
  price: Figure<"price">,
  floor: PricePhrase | undefined,
  ceiling: PricePhrase | undefined,
  situation: Situation,
): Result<"price"> {
  const capped = ceiling ? bound(price, ceiling, "lowest", "ceiling", situation) : price;
  if (isWaiting(capped) || !floor) return capped;
  return bound(capped, floor, "highest", "floor", situation);
}

export function bound(
  price: Figure<"price">,
  limit: PricePhrase,
  side: "lowest" | "highest",
  name: string,
  situation: Situation,
): Result<"price"> {
  const other = priceOf(limit, situation);
  if (isWaiting(other)) return other;
  return arithmetic.choose(side, [price, other], `${side} of price and ${name}`, [
    "price",
    `${name}: ${wordsOf(limit.span, situation)}`,
  ]);
}

export const usablePrice: Source<Figure<"price">> = step(
  "conversion price",
  { price: conversionPrice },
  ({ price }) => (arithmetic.isPositive(price) ? price : waiting("a conversion price above zero")),
);

const fractionRule: Source<{ readonly rule: string; readonly assumed: string | undefined }> = {
  label: "fractional shares",
  needs: [],
  clauses: ["note/conversion/fractions"],
  points: ["fraction"],
  read: (situation) => {
    const said = situation.note.clauses.conversion.inner.fractions;
    if (said.state === "said") return { rule: said.meaning, assumed: undefined };
    const usual = {
      rule: readingOf("fraction", situation).id,
      assumed: assumedBy("fraction", situation).because,
    };
    return unsettled("fractional shares", said) ?? usual;
  },
};

export const conversionShares = formula({
  id: "conversion-shares",
  label: "shares on conversion",
  kind: "shares",
  topic: "conversion",
  scope: "both",
  about: {
    definition: "N = floor(A ÷ CP), or the nearest whole number where the note says so",
    rounding: "down to whole shares, unless the note says otherwise",
    source: noteSource,
  },
  headline: {
    rank: 2,
    say: (shown, told) => `${shown} for ${told(conversionAmount) ?? "the amount converted"}`,
  },
  needs: { amount: conversionAmount, price: usablePrice, fraction: fractionRule },
  compute: ({ amount, price, fraction }) => {
    const shares = arithmetic.sharesFor(amount, price);
    const rounded =
      fraction.rule === "nearest" ? arithmetic.nearestShare(shares) : arithmetic.wholeShares(shares);
    return assuming(rounded, fraction.assumed);
  },
});

export const cashInLieu = formula({
  id: "cash-in-lieu",
  label: "cash in lieu of a fraction",
  kind: "money",
  topic: "conversion",
  scope: "both",
  about: { definition: "A − N × CP", rounding: "to cents, half up, once", source: noteSource },
  needs: {
    amount: conversionAmount,
    shares: conversionShares,
    price: conversionPrice,
    fraction: fractionRule,
  },
  compute: ({ amount, shares, price, fraction }) =>
    fraction.rule === "cash in lieu"
      ? arithmetic.payable(arithmetic.minus(amount, arithmetic.worth(shares, price)))
      : waiting(`a rule that pays fractions in cash (here: ${fraction.rule})`),
});
