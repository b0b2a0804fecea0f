import type { AdjustedPrice, AnchorMeaning, PriceMeaning } from "../../catalog/value.ts";
import type { BoundTerm } from "../../note/bound.ts";
import { priceOfTerm } from "../../note/price-parts.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { Unworkable } from "../../quantity/exact.ts";
import { type Figure, isWaiting, named } from "../../quantity/figure.ts";
import type { Situation } from "../engine/formula.ts";
import { fixedPrice, priceOf } from "./price.ts";

/** A price that moves with the market: so much of what the market gives, plus or less a fixed sum. */
export interface MovingPrice {
  /** The part of the market price; undefined for all of it. */
  readonly part: Figure<"ratio"> | undefined;
  /** What is added to that part, or (`less`) taken off it. */
  readonly step: { readonly sign: "plus" | "less"; readonly by: Figure<"price"> } | undefined;
  /** In the author's words. */
  readonly label: string;
}

/** A price that the market no longer moves. */
export interface FixedPart {
  readonly price: Figure<"price">;
  readonly label: string;
}

/** The alternatives of a price: those that move with the market, and those that do not. */
export interface PriceParts {
  readonly moving: readonly MovingPrice[];
  readonly fixed: readonly FixedPart[];
}

/**
 * Takes a price apart into the alternatives that can win. A fixed alternative that still waits for a price of the
 * past is left out. `terms` has what is known of each term: one is taken apart once, and one that stands in itself has
 * no alternatives.
 */
export function partsOf(
  price: PriceMeaning,
  situation: Situation,
  terms: Map<BoundTerm, PriceParts> = new Map(),
): PriceParts {
  const label = price.words;
  switch (price.kind) {
    case "money": {
      const own = fixedPrice(price, situation);
      return isWaiting(own) ? nothing : { moving: [], fixed: [{ price: own, label }] };
    }
    case "best":
      return joined(price.alternatives.map((alternative) => partsOf(alternative, situation, terms)));
    case "average":
    case "extreme":
    case "rolling":
      return measured(price, price.window.anchor, label, situation);
    case "quote":
      return measured(price, price.day.anchor, label, situation);
    case "percent of": {
      const share = price.percent.ratio;
      const { moving, fixed } = partsOf(price.of, situation, terms);
      const words = (of: string): string => `${price.percent.words} of ${of}`;
      return {
        moving: moving.map((line) => scaled(line, share, words(line.label))),
        fixed: fixed.map((one) => ({
          price: arithmetic.portion(share, one.price),
          label: words(one.label),
        })),
      };
    }
    case "adjusted":
      return adjusted(price, situation, terms);
    // Rounding moves a price by less than its last place, and no crossing by more.
    case "rounded":
      return partsOf(price.base, situation, terms);
    case "term": {
      const term = situation.terms.get(price.name.toLowerCase());
      const meaning = term && priceOfTerm(term);
      if (!term || !meaning) return nothing;
      const known = terms.get(term);
      if (!known) terms.set(term, nothing);
      const inner = known ?? partsOf(meaning, situation, terms);
      terms.set(term, inner);
      return inner.moving.length + inner.fixed.length > 1 ? inner : relabelled(inner, label);
    }
    case "conversion price":
    case "cap price":
      return nothing;
  }
}

const nothing: PriceParts = { moving: [], fixed: [] };

/** More alternatives than any price has; terms that are each used twice by the next one come to more than can be listed. */
const mostParts = 1_000;

function joined(parts: readonly PriceParts[]): PriceParts {
  const count = parts.reduce((sum, { moving, fixed }) => sum + moving.length + fixed.length, 0);
  if (count > mostParts) throw new Unworkable("a price of fewer alternatives");
  return { moving: parts.flatMap(({ moving }) => moving), fixed: parts.flatMap(({ fixed }) => fixed) };
}

function relabelled({ moving, fixed }: PriceParts, label: string): PriceParts {
  return {
    moving: moving.map((line) => ({ ...line, label })),
    fixed: fixed.map((one) => ({ ...one, label })),
  };
}

/** A measure of the market moves with it, unless it is counted from a day of the past. */
function measured(
  price: PriceMeaning,
  anchor: AnchorMeaning,
  label: string,
  situation: Situation,
): PriceParts {
  const isPast = anchor?.kind === "day" || anchor?.event === "issue" || anchor?.event === "funding";
  if (!isPast) return { moving: [{ part: undefined, step: undefined, label }], fixed: [] };
  const past = priceOf(price, situation);
  return isWaiting(past) ? nothing : { moving: [], fixed: [{ price: named(label, past), label }] };
}

function scaled({ part, step }: MovingPrice, share: Figure<"ratio">, label: string): MovingPrice {
  return {
    part: part ? arithmetic.portion(share, part) : share,
    step: step && { ...step, by: arithmetic.portion(share, step.by) },
    label,
  };
}

function adjusted(price: AdjustedPrice, situation: Situation, terms: Map<BoundTerm, PriceParts>): PriceParts {
  const { base, sign, by } = price;
  const { moving, fixed } = partsOf(base, situation, terms);
  const words = (of: string): string => `${of} ${sign} ${by.words}`;
  return {
    moving: moving.flatMap((line) => {
      const moved = stepped(line, price, situation);
      return moved ? [{ ...moved, label: words(line.label) }] : [];
    }),
    fixed: fixed.flatMap((one) => {
      const own = changed(one.price, price, situation);
      return own ? [{ price: own, label: words(one.label) }] : [];
    }),
  };
}

/** A fixed price plus or less a sum or a part of itself; points come off percentages only. */
function changed(
  price: Figure<"price">,
  { sign, by }: AdjustedPrice,
  situation: Situation,
): Figure<"price"> | undefined {
  if (by.kind === "points") return undefined;
  if (by.kind === "money") {
    const own = fixedPrice(by, situation);
    if (isWaiting(own)) return undefined;
    return sign === "less" ? arithmetic.minus(price, own) : arithmetic.plus(price, own);
  }
  return sign === "less" ? arithmetic.reduced(price, by.ratio) : arithmetic.increased(price, by.ratio);
}

function stepped(
  line: MovingPrice,
  { sign, by }: AdjustedPrice,
  situation: Situation,
): MovingPrice | undefined {
  const part = line.part ?? arithmetic.oneWhole;
  if (by.kind === "money") {
    const own = fixedPrice(by, situation);
    if (isWaiting(own)) return undefined;
    if (!line.step) return { ...line, step: { sign, by: own } };
    const same = line.step.sign === sign;
    return {
      ...line,
      step: {
        ...line.step,
        by: same ? arithmetic.plus(line.step.by, own) : arithmetic.minus(line.step.by, own),
      },
    };
  }
  const rate = by.ratio;
  if (by.kind === "points")
    return { ...line, part: sign === "less" ? arithmetic.minus(part, rate) : arithmetic.plus(part, rate) };
  const factor = sign === "less" ? arithmetic.complement(rate) : arithmetic.plus(arithmetic.oneWhole, rate);
  return scaled(line, factor, line.label);
}

/** The market price at which a moving price comes to a given one; undefined where none above zero does. */
export function marketPriceAt(
  { part, step }: MovingPrice,
  price: Figure<"price">,
): Figure<"price"> | undefined {
  const before = !step
    ? price
    : step.sign === "less"
      ? arithmetic.plus(price, step.by)
      : arithmetic.minus(price, step.by);
  if (part && !arithmetic.isPositive(part)) return undefined;
  const market = part ? arithmetic.over(before, part) : before;
  return arithmetic.isPositive(market) ? market : undefined;
}
