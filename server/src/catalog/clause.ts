import { listing } from "../base/words.ts";
import type { Content } from "../syntax/vocabulary.ts";
import type { Saying } from "./saying.ts";
import type { Topic } from "./topics.ts";
import type { Value } from "./value.ts";

/**
 * All that is known of one clause. Completion, hover, colours, shape errors, the reference page and the type of the
 * bound clause come from this record; a clause is added by adding one.
 */
export interface ClauseSpec<V extends Value = Value> {
  /** How the clause is written first, then the other names that are understood. */
  readonly names: readonly [string, ...string[]];
  /**
   * The names under which it may stand on the line of another clause, and of which, by id: `compounded quarterly` behind
   * a rate. Behind any other clause the same words may say something of that clause alone.
   */
  readonly joins?: { readonly behind: string; readonly names: readonly string[] };
  /** What filings put between its name and its value, which says no more: `threshold at least`. */
  readonly leads?: readonly string[];
  /** What filings put behind its value, which says no more: `or more` of a threshold. */
  readonly trails?: readonly string[];
  /** What it says in one sentence, for a reader who knows notes. */
  readonly summary: string;
  /** How documents put it; of what documents do not say, nothing. */
  readonly said?: Saying;
  readonly value: V;
  readonly block?: BlockSpec;
  /** Why a note cannot do without it; its absence is an error that says so. */
  readonly required?: string;
  /** The clauses of its block that say the same another way, by id: with one of them it is not required. */
  readonly unless?: readonly string[];
  /** Required, but a note may say that it has none. */
  readonly mayBeNone?: true;
  /** What holds where the note does not say it. */
  readonly silent?: string;
  /** A price at which nothing of the note becomes shares: one to be reached, to count from, or of warrants. */
  readonly convertsNone?: true;
  /** Why nothing can be worked out with a zero, or with 100 % or more, where its words are a number. */
  readonly never?: { readonly zero?: string; readonly whole?: string };
  /** Says what is paid and when: its hover shows the payment schedule in short. */
  readonly schedule?: true;
  /** May be said more than once. */
  readonly repeats?: true;
  /** Given with a history: said again with the day from which it holds, it changes on that day. */
  readonly history?: true;
  /** Why it holds for the whole life of the note, of a clause whose numbers follow no condition. */
  readonly timeless?: string;
  /** Begins anew at a line's start where braces do not match. */
  readonly begins?: "always" | "at the top";
  /** One line as a term sheet has it; of a block clause, what stands in its braces is left to the block. */
  readonly example: string;
}

/** The clauses that may stand between a block's braces. */
export interface BlockSpec<C extends Clauses = Clauses> {
  /** As messages say it. */
  readonly title: string;
  readonly content: Content;
  readonly clauses: C;
  /** What its clauses are about first of all: the topic that their hovers open with. */
  readonly topic?: Topic;
  /** What a line is, where lines are no clauses. */
  readonly line?: string;
  /** How the rows of a table read. */
  readonly rows?: RowKind;
  /** What a line of its schedule comes to. */
  readonly lines?: LineKind;
}

/** Prices by day; when and how much; shares by day and stock price. */
export type RowKind = "prices" | "schedule" | "make-whole";

/** Days on which so much is paid; days on which the note may be prepaid; days late, each of which costs so much. */
export type LineKind = "instalments" | "redemptions" | "prepayment" | "damages";

export type Clauses = Readonly<Record<string, ClauseSpec>>;

/** Keeps the exact type of a clause's value, of its block, and of whether it repeats. */
export function clause<const S extends ClauseSpec>(spec: S): S {
  return spec;
}

export function block<const C extends Clauses>(title: string, clauses: C, topic?: Topic): BlockSpec<C> {
  return { title, content: "clauses", clauses, ...(topic ? { topic } : {}) };
}

/** A block whose lines are free text. */
export function lines(title: string, line: string): BlockSpec<Record<never, never>> {
  return { title, content: "text", clauses: {}, line };
}

/** A block whose lines are those of a schedule. */
export function schedule(
  title: string,
  kind: LineKind,
  line: string,
  topic?: Topic,
): BlockSpec<Record<never, never>> {
  return { ...rows(title, "schedule", line, topic), lines: kind };
}

/** A block whose lines are rows of a table. */
export function rows(
  title: string,
  kind: RowKind,
  line: string,
  topic?: Topic,
): BlockSpec<Record<never, never>> {
  return { title, content: "rows", clauses: {}, line, rows: kind, ...(topic ? { topic } : {}) };
}

/** Why a clause of a block is required, and the clauses that would do instead. */
export function requirementOf({ required, unless = [] }: ClauseSpec, block: BlockSpec): string | undefined {
  if (required === undefined || unless.length === 0) return required;
  const others = unless.map((id) => `“${block.clauses[id]?.names[0] ?? id}”`);
  return `${required}, unless ${listing(others, "or")} gives it`;
}
