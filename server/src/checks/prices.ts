import { evaluate, inEachSituation, type Situation, varied } from "../finance/engine/formula.ts";
import { issued } from "../finance/inputs/clauses.ts";
import { priceParts } from "../finance/prices/conversion-price.ts";
import { anchorDay, priceOf } from "../finance/prices/price.ts";
import { noQuotes } from "../market/quotes.ts";
import { type PlacedPrice, priceOfTerm, pricesBehind, pricesElsewhere } from "../note/price-parts.ts";
import { dayOf, type Figure, isWaiting } from "../quantity/figure.ts";
import type { PricePhrase, TermPhrase, WindowPhrase } from "../syntax/phrase-tree.ts";
import type { Subject } from "./rule.ts";

/** Every part of the conversion's prices and of the terms that these use. */
export function pricesUsed({ alone }: Subject): readonly PlacedPrice[] {
  return priceParts(alone);
}

/** The same, and every part of the note's other prices and of the terms that it defines, used or not. */
export function pricesStated({ alone }: Subject): readonly PlacedPrice[] {
  return statedIn(alone).all;
}

/** The same but for what no shares are issued at: strike prices, triggers, a reference price, par. */
export function pricesOfIssue({ alone }: Subject): readonly PlacedPrice[] {
  return statedIn(alone).ofIssue;
}

interface StatedPrices {
  readonly all: readonly PlacedPrice[];
  readonly ofIssue: readonly PlacedPrice[];
}

const noIssue: ReadonlySet<string> = new Set([
  "strike",
  "trigger",
  "triggerPrice",
  "forced",
  "contingent",
  "referencePrice",
  "parValue",
]);

/** Most rules ask for them. */
const statedIn = inEachSituation((alone): StatedPrices => {
  const { note } = alone;
  const used = priceParts(alone);
  const elsewhere = pricesElsewhere(note);
  const ofIssue = joined(
    used,
    elsewhere.filter(({ clause }) => !noIssue.has(clause)),
    alone,
  );
  const stated = joined(
    ofIssue,
    elsewhere.filter(({ clause }) => noIssue.has(clause)),
    alone,
  );
  const terms = [...note.terms.values()].flatMap((term) => {
    const price = priceOfTerm(term);
    return price ? [{ phrase: price, tree: term.tree }] : [];
  });
  return { all: joined(stated, terms, alone), ofIssue: joined(ofIssue, terms, alone) };
});

/** Some parts of prices, and those of more prices that are not among them. */
function joined(
  parts: readonly PlacedPrice[],
  more: readonly PlacedPrice[],
  { terms }: Situation,
): readonly PlacedPrice[] {
  if (more.length === 0) return parts;
  const seen = new Set(parts.map(({ phrase }) => phrase));
  return [...parts, ...pricesBehind(more, terms).filter(({ phrase }) => !seen.has(phrase))];
}

/** Those of the parts that are of one kind. */
export function ofKind<K extends PricePhrase["kind"]>(
  parts: readonly PlacedPrice[],
  kind: K,
): PlacedPrice<Extract<PricePhrase, { kind: K }>>[] {
  type Wanted = PlacedPrice<Extract<PricePhrase, { kind: K }>>;
  return parts.filter((part): part is Wanted => part.phrase.kind === kind);
}

/** What a term stands for, and the situation without that term, so that a circle ends. */
export function meaningOfTerm(
  { name }: TermPhrase,
  situation: Situation,
): { readonly price: PricePhrase; readonly situation: Situation } | undefined {
  const found = situation.terms.get(name.toLowerCase());
  const price = found && priceOfTerm(found);
  if (!found || !price) return undefined;
  const terms = new Map(situation.terms);
  terms.delete(name.toLowerCase());
  return { price, situation: { ...situation, terms, text: found.tree.text } };
}

/** What a price comes to without any market; undefined where it needs one. */
export function fixedPriceOf(phrase: PricePhrase, situation: Situation): Figure<"price"> | undefined {
  const known = fixedPrices(situation);
  if (known.has(phrase)) return known.get(phrase);
  const price = priceOf(phrase, { ...withoutMarket(situation), text: situation.text });
  const fixed = isWaiting(price) ? undefined : price;
  known.set(phrase, fixed);
  return fixed;
}

/** Several rules ask for the same prices. */
const fixedPrices = inEachSituation(() => new Map<PricePhrase, Figure<"price"> | undefined>());

/** The same note where no market is known, one for each situation. */
const withoutMarket = inEachSituation((situation) =>
  varied(situation, { market: undefined, quotes: noQuotes, scenario: undefined, valuedOn: undefined }),
);

/** Whether the price still moves with the market after the note is issued. */
export function followsMarket(phrase: PricePhrase, situation: Situation): boolean {
  const parts = pricesBehind([{ phrase, tree: situation.note.tree }], situation.terms);
  return parts.some(({ phrase: part, tree }) => {
    const here = { ...situation, text: tree.text };
    if (part.kind === "average" || part.kind === "extreme") return !settledAtIssue(part.window.anchor, here);
    return part.kind === "quote" && !settledAtIssue(part.day.anchor, here);
  });
}

/** Whether what is counted from this anchor is over when the note is issued. */
export function settledAtIssue(anchor: WindowPhrase["anchor"], situation: Situation): boolean {
  if (anchor?.kind === "event") return anchor.event === "issue" || anchor.event === "funding";
  if (anchor?.kind !== "date") return false;
  const day = anchorDay(anchor, situation);
  const issue = evaluate(issued, situation);
  return !isWaiting(day) && !isWaiting(issue) && dayOf(day) <= dayOf(issue);
}
