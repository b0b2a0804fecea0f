import { evaluate, type Situation, varied } from "../finance/formula.ts";
import { anchorDay, priceOf } from "../finance/price.ts";
import { issued } from "../finance/sources.ts";
import { noQuotes } from "../market/quotes.ts";
import type { Bound } from "../note/bound.ts";
import { pricesIn } from "../note/price-parts.ts";
import { dayOf, type Figure, isWaiting } from "../quantity/figure.ts";
import type { PricePhrase, TermPhrase, WindowPhrase } from "../syntax/phrase-tree.ts";
import type { Tree } from "../syntax/tree.ts";
import type { Subject } from "./rule.ts";

/** A part of a price, with the text that its span is in. */
export interface PlacedPrice<P extends PricePhrase = PricePhrase> {
  readonly phrase: P;
  readonly tree: Tree;
}

/** Every part of the conversion's price, floor and ceiling, and of the terms that these use. */
export function pricesUsed({ note, alone }: Subject): PlacedPrice[] {
  const { price, floor, ceiling } = note.clauses.conversion.inner;
  const stated = [price, floor, ceiling].flatMap((bound) => placed(bound, note.tree));
  return withTerms(stated, alone);
}

/** The same, and every part of the terms that the note defines, used or not. */
export function pricesStated(subject: Subject): PlacedPrice[] {
  const used = pricesUsed(subject);
  const seen = new Set(used.map(({ phrase }) => phrase));
  const defined = [...subject.note.terms.values()].flatMap(({ definition, tree }) =>
    definition.state === "said" && definition.meaning.kind === "price" ? [{ phrase: definition.meaning.price, tree }] : [],
  );
  const others = defined.filter(({ phrase }) => !seen.has(phrase));
  return [...used, ...others.flatMap(({ phrase, tree }) => pricesIn(phrase).map((part) => ({ phrase: part, tree })))];
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
  if (found?.definition.state !== "said" || found.definition.meaning.kind !== "price") return undefined;
  const terms = new Map(situation.terms);
  terms.delete(name.toLowerCase());
  return { price: found.definition.meaning.price, situation: { ...situation, terms, text: found.tree.text } };
}

/** What a price comes to without any market; undefined where it needs one. */
export function fixedPriceOf(phrase: PricePhrase, situation: Situation): Figure<"price"> | undefined {
  const without = { market: undefined, quotes: noQuotes, scenario: undefined, valuedOn: undefined };
  const price = priceOf(phrase, varied(situation, without));
  return isWaiting(price) ? undefined : price;
}

/** Whether the price still moves with the market after the note is issued. */
export function followsMarket(phrase: PricePhrase, situation: Situation): boolean {
  return pricesIn(phrase).some((part) => {
    switch (part.kind) {
      case "average":
      case "extreme":
        return !settledAtIssue(part.window.anchor, situation);
      case "quote":
        return !settledAtIssue(part.day.anchor, situation);
      case "term": {
        const meaning = meaningOfTerm(part, situation);
        return meaning !== undefined && followsMarket(meaning.price, meaning.situation);
      }
      default:
        return false;
    }
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

function placed(bound: Bound<PricePhrase>, tree: Tree): PlacedPrice[] {
  return bound.state === "said" ? [{ phrase: bound.meaning, tree }] : [];
}

function withTerms(stated: readonly PlacedPrice[], situation: Situation): PlacedPrice[] {
  const found: PlacedPrice[] = [];
  const looked = new Set<string>();
  const waiting = [...stated];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { phrase, tree } = next;
    for (const part of pricesIn(phrase)) {
      found.push({ phrase: part, tree });
      if (part.kind !== "term" || looked.has(part.name.toLowerCase())) continue;
      looked.add(part.name.toLowerCase());
      const term = situation.terms.get(part.name.toLowerCase());
      const meaning = meaningOfTerm(part, situation);
      if (term && meaning) waiting.push({ phrase: meaning.price, tree: term.tree });
    }
  }
  return found;
}
