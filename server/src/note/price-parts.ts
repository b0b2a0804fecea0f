import type { PricePhrase } from "../syntax/phrase-tree.ts";

/** A price with every price in it, from the outside in. */
export function pricesIn(phrase: PricePhrase): PricePhrase[] {
  switch (phrase.kind) {
    case "best":
      return [phrase, ...phrase.alternatives.flatMap(pricesIn)];
    case "percent of":
      return [phrase, ...pricesIn(phrase.of)];
    case "adjusted":
      return [phrase, ...pricesIn(phrase.base)];
    default:
      return [phrase];
  }
}
