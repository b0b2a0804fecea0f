import type { PriceMeaning } from "../catalog/value.ts";
import { inEachSituation, type Situation } from "../finance/engine/formula.ts";
import { beside, statementsOf } from "../note/statements.ts";
import type { Exact } from "../quantity/exact.ts";
import * as exact from "../quantity/exact.ts";
import { type Figure, figure } from "../quantity/figure.ts";
import { fixedConversionPrice, fixedPriceOf, followsMarket, meaningOfTerm } from "./prices.ts";

/** Between which prices a note converts, in any market and in whichever case of its price holds. */
export interface PriceBounds {
  /** No conversion is at a higher price; undefined where nothing says so. */
  readonly highest: Figure<"price"> | undefined;
  /** None is at a lower one; undefined where nothing says so. */
  readonly lowest: Figure<"price"> | undefined;
  /** Whether the price can move once the note is issued. */
  readonly moves: boolean;
}

/** The bounds of the conversion price; undefined while the price, its floor or its ceiling is open. */
export const priceBounds = inEachSituation((alone): PriceBounds | undefined => {
  const { price, floor, ceiling } = alone.note.clauses.conversion.inner;
  if (isOpen(price) || isOpen(floor) || isOpen(ceiling)) return undefined;
  if (price.state !== "said") return fixedBounds(alone);
  const cases = statementsOf(price).map((stated): Prices => {
    const [low, high] = [beside(floor, stated), beside(ceiling, stated)];
    return {
      price: stated.meaning,
      floor: low.state === "said" ? low.meaning : undefined,
      ceiling: high.state === "said" ? high.meaning : undefined,
    };
  });
  const inNote = (one: Exact | undefined): Figure<"price"> | undefined => {
    const origin = { kind: "given", by: "the price clauses", span: price.span } as const;
    return one && exact.compare(one, exact.zero) > 0
      ? figure("price", one, origin, alone.note.currency)
      : undefined;
  };
  return {
    highest: inNote(inEveryCase(cases, alone, highestOf, greatest)),
    lowest: inNote(inEveryCase(cases, alone, lowestOf, least)),
    moves: cases.some((prices) => followsMarket(prices.price, alone)),
  };
});

/** A price that a conversion rate gives, or a premium on a reference price. */
function fixedBounds(alone: Situation): PriceBounds | undefined {
  const fixed = fixedConversionPrice(alone);
  return fixed && { highest: fixed, lowest: fixed, moves: false };
}

interface Prices {
  readonly price: PriceMeaning;
  readonly floor: PriceMeaning | undefined;
  readonly ceiling: PriceMeaning | undefined;
}

/** A bound of the price in whichever case holds; undefined where one case has none. */
function inEveryCase(
  cases: readonly Prices[],
  alone: Situation,
  boundOf: (prices: Prices, alone: Situation) => Exact | undefined,
  of: (bounds: readonly (Exact | undefined)[]) => Exact | undefined,
): Exact | undefined {
  const bounds = cases.map((prices) => boundOf(prices, alone));
  return bounds.includes(undefined) ? undefined : of(bounds);
}

/** The ceiling binds before the floor, as in the price itself. */
function highestOf({ price, floor, ceiling }: Prices, alone: Situation): Exact | undefined {
  const capped = least([bound(price, "highest", alone), ceiling && bound(ceiling, "highest", alone)]);
  if (!capped || !floor) return capped;
  const raised = bound(floor, "highest", alone);
  return raised && greatest([capped, raised]);
}

function lowestOf({ price, floor, ceiling }: Prices, alone: Situation): Exact | undefined {
  const ofPrice = bound(price, "lowest", alone);
  const ofCeiling = ceiling && bound(ceiling, "lowest", alone);
  const capped = ceiling ? ofPrice && ofCeiling && least([ofPrice, ofCeiling]) : ofPrice;
  return greatest([capped, floor && bound(floor, "lowest", alone)]);
}

/** The highest or the lowest that a price can be in any market; undefined where it has no such bound. `terms` has the answer for terms. */
function bound(
  price: PriceMeaning,
  side: "highest" | "lowest",
  situation: Situation,
  terms = new Map<string, Exact | undefined>(),
): Exact | undefined {
  const fixed = fixedPriceOf(price, situation);
  if (fixed) return fixed.amount;
  switch (price.kind) {
    case "best": {
      const bounds = price.alternatives.map((alternative) => bound(alternative, side, situation, terms));
      const settled = bounds.filter((one) => one !== undefined);
      const one = price.pick === "lowest" ? least(settled) : greatest(settled);
      return price.pick === opposite[side] || settled.length === bounds.length ? one : undefined;
    }
    case "percent of": {
      const of = bound(price.of, side, situation, terms);
      return of && exact.multiply(price.percent.ratio.amount, of);
    }
    case "rounded": {
      const base = bound(price.base, side, situation, terms);
      return base && exact.roundWay(base, price.places, price.way);
    }
    case "term": {
      const name = price.name.toLowerCase();
      const meaning = meaningOfTerm(price, situation);
      if (!terms.has(name)) {
        terms.set(name, undefined);
        terms.set(name, meaning && bound(meaning, side, situation, terms));
      }
      return terms.get(name);
    }
    default:
      return undefined;
  }
}

/** One bounded alternative is enough where the choice goes the other way: “lowest of” has the highest price of any. */
const opposite = { highest: "lowest", lowest: "highest" } as const;

function least(prices: readonly (Exact | undefined)[]): Exact | undefined {
  return prices.filter((price) => price !== undefined).sort((a, b) => exact.compare(a, b))[0];
}

function greatest(prices: readonly (Exact | undefined)[]): Exact | undefined {
  return prices.filter((price) => price !== undefined).sort((a, b) => exact.compare(b, a))[0];
}

function isOpen({ state }: { readonly state: string }): boolean {
  return state === "blank" || state === "unread";
}
