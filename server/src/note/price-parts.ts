import { onceEach } from "../base/once.ts";
import type { ClauseSpec, Clauses } from "../catalog/clause.ts";
import { note as noteBlock } from "../catalog/note.ts";
import type { TriggerMeaning } from "../catalog/value.ts";
import type { PricePhrase } from "../syntax/phrase-tree.ts";
import type { Tree } from "../syntax/tree.ts";
import type { Bound, BoundInner, BoundNote, BoundTerm } from "./bound.ts";
import { statementsOf } from "./statements.ts";

/** A part of a price, with the text that its span is in. */
export interface PlacedPrice<P extends PricePhrase = PricePhrase> {
  readonly phrase: P;
  readonly tree: Tree;
}

/** A price with every price in it, from the outside in. */
export function pricesIn(phrase: PricePhrase): PricePhrase[] {
  switch (phrase.kind) {
    case "best":
      return [phrase, ...phrase.alternatives.flatMap(pricesIn)];
    case "percent of":
      return [phrase, ...pricesIn(phrase.of)];
    case "adjusted":
    case "rounded":
      return [phrase, ...pricesIn(phrase.base)];
    default:
      return [phrase];
  }
}

/** Every part of a note's conversion price, floor and ceiling, in every case, and of the terms that these use. */
export function conversionPrices(
  { clauses, tree }: BoundNote,
  terms: ReadonlyMap<string, BoundTerm>,
): PlacedPrice[] {
  const { price, floor, ceiling } = clauses.conversion.inner;
  const stated = [price, floor, ceiling].flatMap((bound) =>
    statementsOf(bound).map(({ meaning }) => ({ phrase: meaning, tree })),
  );
  return pricesBehind(stated, terms);
}

/** A price that a clause other than those of the conversion price states. */
export interface PriceElsewhere extends PlacedPrice {
  /** The id of its clause in the catalog. */
  readonly clause: string;
}

type Entry = Bound<unknown> | BoundInner<Readonly<Record<string, never>>>;

/** The prices that a note states beside its conversion price, floor and ceiling: of instalments, warrants, a financing, a trigger. */
export function pricesElsewhere({ clauses, tree }: BoundNote): readonly PriceElsewhere[] {
  const found: PriceElsewhere[] = [];
  const look = (spec: Clauses, entries: unknown): void => {
    for (const { id, within, isPrice } of pricedClauses(spec)) {
      const entry = (entries as Readonly<Record<string, Entry | readonly Entry[]>>)[id];
      const all = entry === undefined ? [] : "state" in entry ? [entry] : entry;
      for (const one of all) {
        if (one.clause === undefined) continue;
        if ("inner" in one) {
          if (within) look(within, one.inner);
          continue;
        }
        for (const { meaning } of statementsOf(one)) {
          const phrase = isPrice ? (meaning as PricePhrase) : (meaning as TriggerMeaning).level;
          found.push({ phrase, tree, clause: id });
        }
      }
    }
  };
  look(noteBlock.clauses, clauses);
  if (found.length === 0) return found;
  const { price, floor, ceiling } = clauses.conversion.inner;
  const own = new Set([price, floor, ceiling].flatMap(statementsOf).map(({ meaning }) => meaning));
  return found.filter(({ phrase }) => !own.has(phrase));
}

interface PricedClause {
  readonly id: string;
  /** The clauses of its block, of one that has any. */
  readonly within: Clauses | undefined;
  /** Whether it states a price itself, and not what a price has to reach. */
  readonly isPrice: boolean;
}

/** Those of some clauses that state a price, or stand before a block in which one does. */
const pricedClauses = onceEach((clauses: Clauses): readonly PricedClause[] =>
  Object.entries(clauses)
    .filter(([, spec]) => statesPrice(spec))
    .map(([id, { value, block }]) => ({
      id,
      within: block?.clauses,
      isPrice: value.form === "phrase" && value.rule === "price",
    })),
);

function statesPrice({ value, block }: ClauseSpec): boolean {
  if (block) return Object.values(block.clauses).some(statesPrice);
  return value.form === "phrase" && (value.rule === "price" || value.rule === "trigger");
}

/** Every part of some prices and of the terms that they use, each term once. */
export function pricesBehind(
  prices: readonly PlacedPrice[],
  terms: ReadonlyMap<string, BoundTerm>,
): PlacedPrice[] {
  const open = [...prices];
  const found: PlacedPrice[] = [];
  const looked = new Set<string>();
  for (let next = open.shift(); next; next = open.shift()) {
    for (const phrase of pricesIn(next.phrase)) {
      found.push({ phrase, tree: next.tree });
      const name = phrase.kind === "term" ? phrase.name.toLowerCase() : undefined;
      if (name === undefined || looked.has(name)) continue;
      looked.add(name);
      const term = terms.get(name);
      const price = term && priceOfTerm(term);
      if (term && price) open.push({ phrase: price, tree: term.tree });
    }
  }
  return found;
}

/** The price that a term is defined as, if it is one. */
export function priceOfTerm({ definition }: BoundTerm): PricePhrase | undefined {
  return definition.state === "said" && definition.meaning.kind === "price"
    ? definition.meaning.price
    : undefined;
}
