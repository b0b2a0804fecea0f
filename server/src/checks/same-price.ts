import type {
  AdjustedPrice,
  AnchorMeaning,
  AveragePrice,
  PriceMeaning,
  QuoteDay,
  WindowMeaning,
} from "../catalog/value.ts";
import { forEachIn, inEachSituation, type Situation } from "../finance/engine/formula.ts";
import type { Exact } from "../quantity/exact.ts";
import * as exact from "../quantity/exact.ts";
import { fixedPriceOf, meaningOfTerm } from "./prices.ts";

/** A price as so much of another: `85% of VWAP …` is 0.85 of it, and so is `VWAP … less 15%`. */
export interface Scaled {
  readonly factor: Exact;
  /** What the rest means; the same for two prices that differ in the factor alone. */
  readonly of: string;
}

/**
 * What a price means under a short name: the same for two prices of a situation that mean the same. `within` has the
 * terms that it stands in, so that a circle ends.
 */
export const meaningOf = forEachIn(
  (price: PriceMeaning, situation, within: readonly string[] = []): string => {
    const names = namesIn(situation);
    const text = meaningText(price, situation, within);
    const name = names.get(text) ?? `#${names.size}`;
    names.set(text, name);
    return name;
  },
);

/** Names keep texts short where terms use terms that use terms. */
const namesIn = inEachSituation(() => new Map<string, string>());

function meaningText(price: PriceMeaning, situation: Situation, within: readonly string[]): string {
  const fixed = fixedPriceOf(price, situation);
  if (fixed) return `fixed ${digits(fixed.amount)}`;
  const { factor, of } = scaled(price, situation, within);
  return `${digits(factor)} of ${of}`;
}

/** A price as so much of another; `within` has the terms that it stands in, so that a circle ends. */
export function scaled(price: PriceMeaning, situation: Situation, within: readonly string[] = []): Scaled {
  if (price.kind === "percent of")
    return times(price.percent.ratio.amount, scaled(price.of, situation, within));
  if (price.kind === "term") {
    const name = price.name.toLowerCase();
    const meaning = within.includes(name) ? undefined : meaningOfTerm(price, situation);
    if (meaning) return scaled(meaning, situation, [...within, name]);
  }
  if (price.kind !== "adjusted" || price.by.kind === "money")
    return { factor: exact.one, of: baseText(price, situation, within) };
  const by = price.by.ratio.amount;
  const change = price.sign === "less" ? exact.negate(by) : by;
  const { base } = price;
  if (price.by.kind === "percent")
    return times(exact.add(exact.one, change), scaled(base, situation, within));
  if (base.kind !== "percent of") return { factor: exact.one, of: baseText(price, situation, within) };
  return times(exact.add(base.percent.ratio.amount, change), scaled(base.of, situation, within));
}

function baseText(price: PriceMeaning, situation: Situation, within: readonly string[]): string {
  switch (price.kind) {
    case "best": {
      const alternatives = new Set(
        price.alternatives.map((alternative) => meaningOf(alternative, situation, within)),
      );
      return `${price.pick} (${[...alternatives].sort().join(" | ")})`;
    }
    case "average":
      return `${picksText(price.picks, price.window)} ${price.measure.id} ${windowText(price.window)}`;
    case "extreme":
      return `1 ${price.side} ${price.measure.id} ${windowText(price.window)}`;
    case "rolling":
      return `${price.days.count} day ${price.side} ${price.measure.id} ${windowText(price.window)}`;
    case "quote":
      return `${price.measure.id} ${dayText(price.day)}`;
    case "adjusted":
      return `${meaningOf(price.base, situation, within)} ${price.sign} ${changeText(price.by)}`;
    case "rounded":
      return `${meaningOf(price.base, situation, within)} ${price.way} to ${price.places}`;
    case "term":
      return `term ${price.name.toLowerCase()}`;
    case "conversion price":
    case "cap price":
      return price.kind;
    case "money":
    case "percent of":
      return meaningOf(price, situation, within);
  }
}

function picksText(picks: AveragePrice["picks"], { count }: WindowMeaning): string {
  return picks && picks.count.count !== count.count ? `${picks.count.count} ${picks.side}` : "all";
}

function windowText({ count, unit, ends, anchor }: WindowMeaning): string {
  return `over ${count.count} ${unit} ${ends} ${anchorText(anchor)}`;
}

function dayText({ at, anchor }: QuoteDay): string {
  return `on ${at} ${anchorText(anchor)}`;
}

function anchorText(anchor: AnchorMeaning): string {
  if (anchor === undefined) return "conversion";
  if (anchor.kind === "day") return `day ${anchor.day}`;
  return anchor.name === undefined ? anchor.event : `${anchor.event} ${anchor.name.toLowerCase()}`;
}

function changeText(by: AdjustedPrice["by"]): string {
  return by.kind === "money" ? `fixed ${digits(by.sum.amount)}` : `${digits(by.ratio.amount)} ${by.kind}`;
}

function times(factor: Exact, rest: Scaled): Scaled {
  return { ...rest, factor: exact.multiply(factor, rest.factor) };
}

function digits({ numerator, denominator }: Exact): string {
  return `${numerator}/${denominator}`;
}
