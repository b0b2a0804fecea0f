import type { BestPhrase, PricePhrase } from "../../syntax/phrase-tree.ts";
import { exampleNote, rule } from "../rule.ts";
import { pricesIn } from "../../note/price-parts.ts";

export const noFloorPrice = rule({
  code: "no-floor-price",
  severity: "warning",
  title: "The conversion price has no floor",
  why: "A price that follows the market down has no lowest value, so the number of shares has no highest one: at half the price twice the shares are issued. A fixed price inside “lowest of” does not help; it is a ceiling on the price, because a lower alternative always wins.",
  repair: "Agree on a floor with the clause `floor`, or put on record that none is meant: allow no-floor-price because “…”.",
  bad: exampleNote(`
  conversion {
    option  holder
    price   lowest of {
              85% of average of VWAP over prior 5 trading days
              $0.003
            }
  }`),
  good: exampleNote(`
  conversion {
    option  holder
    price   lowest of {
              85% of average of VWAP over prior 5 trading days
              $0.003
            }
    floor   $0.0005
  }`),
  find: ({ note }) => {
    const { price, floor } = note.clauses.conversion.inner;
    if (price.state !== "said" || floor.state !== "absent" || !followsMarketDown(price.meaning)) return [];
    const ceiling = fixedCeiling(price.meaning);
    const trap = ceiling
      ? ` The fixed alternative is a ceiling on the price, not a floor: a lower alternative always wins over it.`
      : "";
    return [
      {
        span: price.clause.name,
        message: `The conversion price follows the market down without a floor, so the number of shares has no upper bound.${trap} Agree on a “floor”, or put on record that none is meant.`,
        ...(ceiling ? { related: [{ message: "The fixed alternative: a ceiling.", span: ceiling.span }] } : {}),
      },
    ];
  },
});

/** Whether the price can come as near to zero as the market does. */
function followsMarketDown(phrase: PricePhrase): boolean {
  switch (phrase.kind) {
    case "best":
      return phrase.pick === "lowest"
        ? phrase.alternatives.some(followsMarketDown)
        : phrase.alternatives.every(followsMarketDown);
    case "percent of":
      return followsMarketDown(phrase.of);
    case "adjusted":
      return followsMarketDown(phrase.base);
    case "money":
      return false;
    case "term":
      return true;
    default:
      return true;
  }
}

function fixedCeiling(price: PricePhrase): PricePhrase | undefined {
  const lowest = pricesIn(price).find((part): part is BestPhrase => part.kind === "best" && part.pick === "lowest");
  return lowest?.alternatives.find(({ kind }) => kind === "money");
}
