import * as arithmetic from "../quantity/arithmetic.ts";
import { type Figure, isWaiting, type Result } from "../quantity/figure.ts";
import type { PricePhrase } from "../syntax/phrase-tree.ts";
import { clauseSource, optionalClause } from "./clauses.ts";
import { conversionDate } from "./dates.ts";
import { formula, optional, type Situation, type Source, step } from "./formula.ts";
import { priceOf, wordsOf } from "./price.ts";

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
