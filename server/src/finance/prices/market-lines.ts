import * as arithmetic from "../../quantity/arithmetic.ts";
import { type Figure, isWaiting, named } from "../../quantity/figure.ts";
import type { AdjustedPhrase, PricePhrase, WindowPhrase } from "../../syntax/phrase-tree.ts";
import type { Situation } from "../engine/formula.ts";
import { fixedPrice, percentFigure, priceOf, wordsOf } from "./price.ts";

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
 * past is left out.
 */
export function partsOf(phrase: PricePhrase, situation: Situation): PriceParts {
  const label = wordsOf(phrase.span, situation);
  switch (phrase.kind) {
    case "money":
      return { moving: [], fixed: [{ price: fixedPrice(phrase, situation), label }] };
    case "best":
      return joined(phrase.alternatives.map((alternative) => partsOf(alternative, situation)));
    case "average":
    case "extreme":
    case "rolling":
      return measured(phrase, phrase.window.anchor, label, situation);
    case "quote":
      return measured(phrase, phrase.day.anchor, label, situation);
    case "percent of": {
      const share = percentFigure(phrase.percent, situation);
      const { moving, fixed } = partsOf(phrase.of, situation);
      const words = (of: string): string => `${wordsOf(phrase.percent.span, situation)} of ${of}`;
      return {
        moving: moving.map((line) => scaled(line, share, words(line.label))),
        fixed: fixed.map((one) => ({
          price: arithmetic.portion(share, one.price),
          label: words(one.label),
        })),
      };
    }
    case "adjusted":
      return adjusted(phrase, situation);
    // Rounding moves a price by less than its last place, and no crossing by more.
    case "rounded":
      return partsOf(phrase.base, situation);
    case "term": {
      const term = situation.terms.get(phrase.name.toLowerCase());
      if (term?.definition.state !== "said" || term.definition.meaning.kind !== "price") return nothing;
      const terms = new Map(situation.terms);
      terms.delete(phrase.name.toLowerCase());
      const inner = partsOf(term.definition.meaning.price, { ...situation, terms, text: term.tree.text });
      return inner.moving.length + inner.fixed.length > 1 ? inner : relabelled(inner, label);
    }
    case "conversion price":
      return nothing;
  }
}

const nothing: PriceParts = { moving: [], fixed: [] };

function joined(parts: readonly PriceParts[]): PriceParts {
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
  phrase: PricePhrase,
  anchor: WindowPhrase["anchor"],
  label: string,
  situation: Situation,
): PriceParts {
  const past = anchor?.kind === "date" || anchor?.event === "issue" || anchor?.event === "funding";
  if (!past) return { moving: [{ part: undefined, step: undefined, label }], fixed: [] };
  const price = priceOf(phrase, situation);
  return isWaiting(price) ? nothing : { moving: [], fixed: [{ price: named(label, price), label }] };
}

function scaled({ part, step }: MovingPrice, share: Figure<"ratio">, label: string): MovingPrice {
  return {
    part: part ? arithmetic.portion(share, part) : share,
    step: step && { ...step, by: arithmetic.portion(share, step.by) },
    label,
  };
}

function adjusted(phrase: AdjustedPhrase, situation: Situation): PriceParts {
  const { base, sign, by } = phrase;
  const { moving, fixed } = partsOf(base, situation);
  const words = (of: string): string => `${of} ${sign} ${wordsOf(by.span, situation)}`;
  return {
    moving: moving.map((line) => ({ ...stepped(line, phrase, situation), label: words(line.label) })),
    fixed: fixed.flatMap((one) => {
      const price = changed(one.price, phrase, situation);
      return price ? [{ price, label: words(one.label) }] : [];
    }),
  };
}

/** A fixed price plus or less a sum or a part of itself; points come off percentages only. */
function changed(
  price: Figure<"price">,
  { sign, by }: AdjustedPhrase,
  situation: Situation,
): Figure<"price"> | undefined {
  if (by.kind === "points") return undefined;
  if (by.kind === "money") {
    const own = fixedPrice(by, situation);
    return sign === "less" ? arithmetic.minus(price, own) : arithmetic.plus(price, own);
  }
  const part = percentFigure(by, situation);
  return sign === "less" ? arithmetic.reduced(price, part) : arithmetic.increased(price, part);
}

function stepped(line: MovingPrice, { sign, by }: AdjustedPhrase, situation: Situation): MovingPrice {
  const part = line.part ?? arithmetic.oneWhole;
  if (by.kind === "money") {
    const own = fixedPrice(by, situation);
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
  const rate = percentFigure({ kind: "percent", number: by.number, span: by.span }, situation);
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
