import { onceEach } from "../base/once.ts";
import type { BlockSpec, ClauseSpec, Clauses } from "../catalog/clause.ts";
import type { AmountMeaning, PriceMeaning, ScheduleRow, TriggerMeaning, Value } from "../catalog/value.ts";
import type { Bound, BoundBlock, BoundInner, BoundNote, BoundTerm } from "./bound.ts";
import { statementsOf } from "./statements.ts";

/** A price with every price in it, from the outside in. */
export function pricesIn(price: PriceMeaning): PriceMeaning[] {
  switch (price.kind) {
    case "best":
      return [price, ...price.alternatives.flatMap(pricesIn)];
    case "percent of":
      return [price, ...pricesIn(price.of)];
    case "adjusted":
    case "rounded":
      return [price, ...pricesIn(price.base)];
    default:
      return [price];
  }
}

/** An amount with every amount in it, from the outside in. */
export function amountsIn(amount: AmountMeaning): AmountMeaning[] {
  switch (amount.kind) {
    case "share of amount":
    case "part of amount":
      return [amount, ...amountsIn(amount.of)];
    case "sum":
      return [amount, ...amount.terms.flatMap(amountsIn)];
    case "best amount":
      return [amount, ...amount.alternatives.flatMap(amountsIn)];
    default:
      return [amount];
  }
}

/** Every part of a note's conversion price, floor and ceiling, in every case, and of the terms that these use. */
export function conversionPrices(
  { clauses }: BoundNote,
  terms: ReadonlyMap<string, BoundTerm>,
): readonly PriceMeaning[] {
  const { price, floor, ceiling } = clauses.conversion.inner;
  const stated = [price, floor, ceiling].flatMap((bound) =>
    statementsOf(bound).map(({ meaning }) => meaning),
  );
  return pricesBehind(stated, terms);
}

/** A price that a clause states, and the clause. */
export interface StatedPrice {
  readonly price: PriceMeaning;
  /** Whether something of the note becomes shares at it. */
  readonly converts: boolean;
}

/** The prices and amounts that the clauses of a block state, in every case and in every line of a schedule. */
export interface StatedValues {
  readonly prices: readonly StatedPrice[];
  readonly amounts: readonly AmountMeaning[];
}

/** A block's clauses as they are bound, whichever block it is. */
export type Entries = Readonly<Record<string, Entry | readonly Entry[]>>;
type Entry = Bound<unknown> | BoundInner<Readonly<Record<string, never>>>;

/** A block's clauses, whose exact types no walk through all of them needs. */
export function entriesOf<C extends Clauses>(clauses: BoundBlock<C>): Entries {
  return clauses as unknown as Entries;
}

/** What a block's clauses state of prices and amounts; `entries` are those clauses as they are bound. */
export function statedIn(block: BlockSpec, entries: Entries): StatedValues {
  const prices: StatedPrice[] = [];
  const amounts: AmountMeaning[] = [];
  const look = (spec: BlockSpec, bound: Entries): void => {
    for (const { id, states, converts, within } of statingClauses(spec)) {
      const entry = bound[id];
      const all = entry === undefined ? [] : "state" in entry ? [entry] : entry;
      for (const one of all) {
        if (one.clause === undefined) continue;
        if ("inner" in one) {
          if (within) look(within, one.inner);
          for (const row of one.rows) amounts.push(...amountsOfRow(row));
          continue;
        }
        for (const { meaning } of statementsOf(one)) {
          if (states === "amount") amounts.push(meaning as AmountMeaning);
          else if (states) prices.push({ price: priceOfMeaning(states, meaning), converts });
        }
      }
    }
  };
  look(block, entries);
  return { prices, amounts };
}

function priceOfMeaning(states: "price" | "trigger", meaning: unknown): PriceMeaning {
  return states === "price" ? (meaning as PriceMeaning) : (meaning as TriggerMeaning).level;
}

function amountsOfRow({ what, alternatives = [] }: ScheduleRow): AmountMeaning[] {
  const own = what.kind === "rising" ? what.first : what;
  const others = alternatives.flatMap(({ row }) => amountsOfRow(row));
  return own.kind === "amount" ? [own.amount, ...others] : others;
}

interface StatingClause {
  readonly id: string;
  readonly states: "price" | "trigger" | "amount" | undefined;
  readonly converts: boolean;
  /** Its block, of one that has any. */
  readonly within: BlockSpec | undefined;
}

/** Those clauses of a block that state a price or an amount, or stand before a block in which one does. */
const statingClauses = onceEach((block: BlockSpec): readonly StatingClause[] =>
  Object.entries(block.clauses)
    .filter(([, spec]) => mayState(spec))
    .map(([id, { value, convertsNone = false, block: within }]) => {
      const states = stating(value);
      return { id, states, converts: states === "price" && !convertsNone, within };
    }),
);

function mayState({ value, block }: ClauseSpec): boolean {
  if (!block) return stating(value) !== undefined;
  return block.rows === "schedule" || Object.values(block.clauses).some(mayState);
}

function stating(value: Value): StatingClause["states"] {
  if (value.form !== "phrase") return undefined;
  const { rule } = value;
  return rule === "price" || rule === "trigger" || rule === "amount" ? rule : undefined;
}

/** Every part of some prices and of the terms that they use, each term once. */
export function pricesBehind(
  prices: readonly PriceMeaning[],
  terms: ReadonlyMap<string, BoundTerm>,
): readonly PriceMeaning[] {
  const open = [...prices];
  const found: PriceMeaning[] = [];
  const looked = new Set<string>();
  for (let next = open.shift(); next; next = open.shift()) {
    for (const part of pricesIn(next)) {
      found.push(part);
      const name = part.kind === "term" ? part.name.toLowerCase() : undefined;
      if (name === undefined || looked.has(name)) continue;
      looked.add(name);
      const term = terms.get(name);
      const price = term && priceOfTerm(term);
      if (price) open.push(price);
    }
  }
  return found;
}

/** The price that a term is defined as, if it is one. */
export function priceOfTerm({ definition }: BoundTerm): PriceMeaning | undefined {
  return definition.state === "said" && definition.meaning.kind === "price"
    ? definition.meaning.price
    : undefined;
}
