import { note as noteBlock } from "../catalog/note.ts";
import type { AnchorMeaning, PriceMeaning, TermMeaning } from "../catalog/value.ts";
import { evaluate, forEachIn, inEachSituation, type Situation, varied } from "../finance/engine/formula.ts";
import { issued } from "../finance/inputs/clauses.ts";
import { priceParts } from "../finance/prices/conversion-price.ts";
import { anchorDay, priceOf } from "../finance/prices/price.ts";
import { noQuotes } from "../market/quotes.ts";
import { amountsIn, entriesOf, priceOfTerm, pricesBehind, statedIn } from "../note/price-parts.ts";
import { dayOf, type Figure, isWaiting } from "../quantity/figure.ts";
import type { Subject } from "./rule.ts";

/** Every part of the conversion's prices and of the terms that these use. */
export function pricesUsed({ alone }: Subject): readonly PriceMeaning[] {
  return priceParts(alone);
}

/** The same, and every part of the note's other prices and of the terms that it defines, used or not. */
export function pricesStated({ alone }: Subject): readonly PriceMeaning[] {
  return pricesIn(alone).all;
}

/** The same but for what no shares are issued at: strike prices, triggers, a reference price, par. */
export function pricesOfIssue({ alone }: Subject): readonly PriceMeaning[] {
  return pricesIn(alone).ofIssue;
}

interface StatedPrices {
  readonly all: readonly PriceMeaning[];
  readonly ofIssue: readonly PriceMeaning[];
}

/** Most rules ask for them. */
const pricesIn = inEachSituation((alone): StatedPrices => {
  const { note } = alone;
  const { prices, amounts } = statedIn(noteBlock, entriesOf(note.clauses));
  const those = (convert: boolean): PriceMeaning[] =>
    prices.flatMap(({ price, converts }) => (converts === convert ? [price] : []));
  const ofIssue = joined(priceParts(alone), those(true), alone);
  const worth = amounts.flatMap(amountsIn).flatMap((part) => (part.kind === "shares at" ? [part.price] : []));
  const terms = [...note.terms.values()].flatMap((term) => priceOfTerm(term) ?? []);
  return { all: joined(joined(ofIssue, [...those(false), ...worth], alone), terms, alone), ofIssue };
});

/** Some parts of prices, and those of more prices that are not among them. */
function joined(
  parts: readonly PriceMeaning[],
  more: readonly PriceMeaning[],
  { terms }: Situation,
): readonly PriceMeaning[] {
  if (more.length === 0) return parts;
  const seen = new Set(parts);
  return [...parts, ...pricesBehind(more, terms).filter((price) => !seen.has(price))];
}

/** Those of the parts that are of one kind. */
export function ofKind<K extends PriceMeaning["kind"]>(
  parts: readonly PriceMeaning[],
  kind: K,
): Extract<PriceMeaning, { kind: K }>[] {
  type OfKind = Extract<PriceMeaning, { kind: K }>;
  return parts.filter((part): part is OfKind => part.kind === kind);
}

/** The price that a term stands for; undefined where it stands for none. */
export function meaningOfTerm({ name }: TermMeaning, { terms }: Situation): PriceMeaning | undefined {
  const found = terms.get(name.toLowerCase());
  return found && priceOfTerm(found);
}

/** The conversion price without any market, however the note gives it; undefined where it needs one. */
export function fixedConversionPrice(situation: Situation): Figure<"price"> | undefined {
  const { heading: span, tree } = situation.note;
  return fixedPriceOf({ kind: "conversion price", words: "conversion price", span, tree }, situation);
}

/** What a price comes to without any market; undefined where it needs one. Several rules ask for the same prices. */
export const fixedPriceOf = forEachIn((price: PriceMeaning, situation): Figure<"price"> | undefined => {
  const result = priceOf(price, withoutMarket(situation));
  return isWaiting(result) ? undefined : result;
});

/** The same note where no market is known, one for each situation. */
const withoutMarket = inEachSituation((situation) =>
  varied(situation, { market: undefined, quotes: noQuotes, scenario: undefined, valuedOn: undefined }),
);

/** Whether the price still moves with the market after the note is issued. */
export function followsMarket(price: PriceMeaning, situation: Situation): boolean {
  return pricesBehind([price], situation.terms).some((part) => {
    if ("window" in part) return !settledAtIssue(part.window.anchor, situation);
    return part.kind === "quote" && !settledAtIssue(part.day.anchor, situation);
  });
}

/** Whether what is counted from this anchor is over when the note is issued. */
export function settledAtIssue(anchor: AnchorMeaning, situation: Situation): boolean {
  if (anchor?.kind === "event") return anchor.event === "issue" || anchor.event === "funding";
  if (anchor?.kind !== "day") return false;
  const day = anchorDay(anchor, situation);
  const issue = evaluate(issued, situation);
  return !isWaiting(day) && !isWaiting(issue) && dayOf(day) <= dayOf(issue);
}
