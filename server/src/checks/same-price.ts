import { inEachSituation, type Situation } from "../finance/engine/formula.ts";
import { fixedPrice, percentFigure, placesOf } from "../finance/prices/price.ts";
import type { Exact } from "../quantity/exact.ts";
import * as exact from "../quantity/exact.ts";
import type {
  DayPhrase,
  MoneyPhrase,
  PercentPhrase,
  PricePhrase,
  WindowPhrase,
} from "../syntax/phrase-tree.ts";
import { fixedPriceOf, meaningOfTerm } from "./prices.ts";

/** A price as so much of another: `85% of VWAP …` is 0.85 of it, and so is `VWAP … less 15%`. */
export interface Scaled {
  readonly factor: Exact;
  /** What the rest means; the same for two prices that differ in the factor alone. */
  readonly of: string;
}

/** What a price means under a short name: the same for two prices of a situation that mean the same. */
export function meaningOf(phrase: PricePhrase, situation: Situation): string {
  const { names, byText } = knownIn(situation);
  const known = names.get(phrase);
  if (known !== undefined) return known;
  const text = meaningText(phrase, situation);
  const name = byText.get(text) ?? `#${byText.size}`;
  byText.set(text, name);
  names.set(phrase, name);
  return name;
}

/** Names keep texts short where terms use terms that use terms. */
interface Known {
  readonly names: Map<PricePhrase, string>;
  readonly byText: Map<string, string>;
}

const knownIn = inEachSituation((): Known => ({ names: new Map(), byText: new Map() }));

function meaningText(phrase: PricePhrase, situation: Situation): string {
  const fixed = fixedPriceOf(phrase, situation);
  if (fixed) return `fixed ${digits(fixed.amount)}`;
  const { factor, of } = scaled(phrase, situation);
  return `${digits(factor)} of ${of}`;
}

export function scaled(phrase: PricePhrase, situation: Situation): Scaled {
  if (phrase.kind === "percent of")
    return times(percent(phrase.percent, situation), scaled(phrase.of, situation));
  if (phrase.kind === "term") {
    const meaning = meaningOfTerm(phrase, situation);
    if (meaning) return scaled(meaning.price, meaning.situation);
  }
  if (phrase.kind !== "adjusted" || phrase.by.kind === "money")
    return { factor: exact.one, of: baseText(phrase, situation) };
  const by = percent({ ...phrase.by, kind: "percent" }, situation);
  const change = phrase.sign === "less" ? exact.negate(by) : by;
  if (phrase.by.kind === "percent")
    return times(exact.add(exact.one, change), scaled(phrase.base, situation));
  const { base } = phrase;
  if (base.kind !== "percent of") return { factor: exact.one, of: baseText(phrase, situation) };
  return times(exact.add(percent(base.percent, situation), change), scaled(base.of, situation));
}

function baseText(phrase: PricePhrase, situation: Situation): string {
  switch (phrase.kind) {
    case "best": {
      const alternatives = new Set(
        phrase.alternatives.map((alternative) => meaningOf(alternative, situation)),
      );
      return `${phrase.pick} (${[...alternatives].sort().join(" | ")})`;
    }
    case "average":
      return `${picksText(phrase.picks, phrase.window)} ${phrase.measure.id} ${windowText(phrase.window, situation)}`;
    case "extreme":
      return `1 ${phrase.side} ${phrase.measure.id} ${windowText(phrase.window, situation)}`;
    case "rolling":
      return `${Number(phrase.days.digits)} day ${phrase.side} ${phrase.measure.id} ${windowText(phrase.window, situation)}`;
    case "quote":
      return `${phrase.measure.id} ${dayText(phrase.day, situation)}`;
    case "adjusted":
      return `${meaningOf(phrase.base, situation)} ${phrase.sign} ${changeText(phrase.by, situation)}`;
    case "rounded":
      return `${meaningOf(phrase.base, situation)} ${phrase.way} to ${placesOf(phrase)}`;
    case "term":
      return `term ${phrase.name.toLowerCase()}`;
    case "conversion price":
      return phrase.kind;
    case "money":
    case "percent of":
      return meaningOf(phrase, situation);
  }
}

function picksText(
  picks: Extract<PricePhrase, { kind: "average" }>["picks"],
  { count }: WindowPhrase,
): string {
  return picks && Number(picks.count.digits) !== Number(count.digits)
    ? `${Number(picks.count.digits)} ${picks.side}`
    : "all";
}

function windowText({ count, unit, ends, anchor }: WindowPhrase, situation: Situation): string {
  return `over ${Number(count.digits)} ${unit} ${ends} ${anchorText(anchor, situation)}`;
}

function dayText({ at, anchor }: DayPhrase, situation: Situation): string {
  return `on ${at} ${anchorText(anchor, situation)}`;
}

function anchorText(anchor: WindowPhrase["anchor"], { text }: Situation): string {
  if (anchor === undefined) return "conversion";
  return anchor.kind === "event"
    ? anchor.event
    : text.slice(anchor.span.start, anchor.span.end).toLowerCase();
}

function changeText(by: Extract<PricePhrase, { kind: "adjusted" }>["by"], situation: Situation): string {
  if (by.kind === "money") return `fixed ${digits(fixedPrice(by satisfies MoneyPhrase, situation).amount)}`;
  return `${Number(by.number.digits)} ${by.kind}`;
}

function percent(phrase: PercentPhrase, situation: Situation): Exact {
  return percentFigure(phrase, situation).amount;
}

function times(factor: Exact, rest: Scaled): Scaled {
  return { ...rest, factor: exact.multiply(factor, rest.factor) };
}

function digits({ numerator, denominator }: Exact): string {
  return `${numerator}/${denominator}`;
}
