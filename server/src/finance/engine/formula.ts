import { notWorkedOut, passedOver } from "../../base/failures.ts";
import {
  hasRead,
  lookedAround,
  lookedAtAllOf,
  type Reads,
  readSoFar,
  unwatched,
  type Watched,
  watched,
  watchedWith,
} from "../../base/reads.ts";
import { countStep } from "../../base/steps.ts";
import type { PointId } from "../../catalog/points.ts";
import type { Topic } from "../../catalog/topics.ts";
import { judgeSize, Unworkable } from "../../quantity/exact.ts";
import {
  assuming,
  type Figure,
  isWaiting,
  type Kind,
  named,
  type Result,
  type Waiting,
  waiting,
} from "../../quantity/figure.ts";
import { aroundCell, notePart, wordsCellAt } from "./cells.ts";
import { drafted } from "./drafts.ts";
import { beginning, isPlain, underWay } from "./memo.ts";
import type { Situation } from "./situation.ts";

export { atPrices, reread, type Situation, varied } from "./situation.ts";

/** Something that a formula can ask for: a clause, the market, an assumption, or another formula. */
export interface Source<T = unknown> {
  /** What the derivation calls it. */
  readonly label: string;
  readonly needs: readonly Source[];
  /** The clauses that it reads, by path. */
  readonly clauses: readonly string[];
  /** The open points that it settles, where the note does not. */
  readonly points?: readonly PointId[];
  readonly read: (situation: Situation) => T | Waiting;
}

/** What the hover shows together, and in which order. */
export type { Topic };

/** How a formula's answer is said in the first line of a hover. */
export interface Headline {
  /** Smaller comes first. */
  readonly rank: number;
  /** `textOf` gives the answers of other formulas as a person reads them, and words of sources that say some. */
  readonly say: (shown: string, textOf: (source: Source) => string | undefined) => string;
}

/** How one number is made: its inputs, its definition and the computation. Formulas are the nodes of the graph. */
export interface Formula<K extends Kind = Kind> extends Source<Figure<K>> {
  readonly id: string;
  readonly kind: K;
  readonly topic: Topic;
  /** Whether it belongs to a note by itself, to a scenario, or to both. */
  readonly scope: "note" | "scenario" | "both";
  readonly about: About;
  readonly headline?: Headline;
  /** The day that the answer is for in a note by itself, where that is not the topic's. */
  readonly day?: "issue" | "maturity";
  /** Whether the note has what the formula is about: without it its figure is not missing but absent. */
  readonly applies?: (situation: Situation) => boolean;
}

/** What docs/methods.md says of a formula. */
export interface About {
  /** The formula in the symbols of the field. */
  readonly definition: string;
  readonly rounding: string;
  readonly source: string;
}

type Inputs = Readonly<Record<string, Source>>;
type Values<N extends Inputs> = { readonly [I in keyof N]: N[I] extends Source<infer T> ? T : never };

interface FormulaSpec<K extends Kind, N extends Inputs>
  extends Omit<Formula<K>, "needs" | "clauses" | "read"> {
  readonly needs: N;
  readonly compute: (inputs: Values<N>, situation: Situation) => Result<K>;
}

/** A node of the graph: computed once a situation, waiting for all that any of its inputs waits for. */
export function formula<K extends Kind, const N extends Inputs>(spec: FormulaSpec<K, N>): Formula<K> {
  const { needs, compute, ...rest } = spec;
  const entries = Object.entries(needs);
  const made: Formula<K> = {
    ...rest,
    needs: Object.values(needs),
    clauses: [],
    read: (situation) => {
      const inputs = gather<N>(entries, situation);
      if (isWaiting(inputs)) return inputs;
      const result = compute(inputs, situation);
      return isWaiting(result) ? result : named(spec.label, onDraft(result, situation));
    },
  };
  return made;
}

/** A number that rests on words in brackets says so. */
function onDraft<K extends Kind>(result: Figure<K>, situation: Situation): Figure<K> {
  const open = unwatched(() => drafted(situation.note));
  const reads = open.length > 0 ? readSoFar() : undefined;
  if (!reads) return result;
  const assumptions = open.flatMap(({ path, text }) =>
    hasRead(reads, notePart, wordsCellAt(path)) ? [text] : [],
  );
  return assumptions.reduce<Figure<K>>(assuming, result);
}

/** A step that several formulas share: like a formula, but no figure of its own. */
export function step<T, const N extends Inputs>(
  label: string,
  needs: N,
  compute: (inputs: Values<N>, situation: Situation) => T | Waiting,
  more: { readonly clauses?: readonly string[]; readonly points?: readonly PointId[] } = {},
): Source<T> {
  const entries = Object.entries(needs);
  return {
    label,
    needs: Object.values(needs),
    clauses: more.clauses ?? [],
    ...(more.points ? { points: more.points } : {}),
    read: (situation) => {
      const inputs = gather<N>(entries, situation);
      return isWaiting(inputs) ? inputs : compute(inputs, situation);
    },
  };
}

/** The value of a source, computed once a situation. */
export function evaluate<T>(source: Source<T>, situation: Situation): T | Waiting {
  return answerOf(source, situation, workedOut as Compute) as T | Waiting;
}

/**
 * What a source comes to; where its numbers can't be worked out or are beyond all sense, it waits for what would let
 * them. A source that fails spoils no other: it waits in words.
 */
function workedOut<T>(source: Source<T>, situation: Situation): T | Waiting {
  try {
    const value = source.read(situation);
    if (isFigure(value)) judgeSize(value.amount);
    return value;
  } catch (error) {
    if (error instanceof Unworkable) return waiting(error.need);
    passedOver(source.label, error);
    return waiting(notWorkedOut(source.label));
  }
}

function isFigure(value: unknown): value is Figure {
  return (
    typeof value === "object" && value !== null && "amount" in value && "kind" in value && "origin" in value
  );
}

/**
 * A function that is worked out once a situation and is no source that formulas ask for. What it gives lives as long
 * as the situation.
 */
export function inEachSituation<T>(compute: (situation: Situation) => T): (situation: Situation) => T {
  return (situation) => answerOf(compute, situation, applied) as T;
}

function applied<T>(compute: (situation: Situation) => T, situation: Situation): T {
  return compute(situation);
}

/**
 * What is worked out once a situation under a key of its own. It may be made of values that were looked up outside, so
 * no other situation takes it over.
 */
export function remembered<T>(key: object, situation: Situation, compute: () => T): T {
  const { answers, carriedOver } = situation.memo;
  const known = answers.get(key) ?? carriedOver(key);
  if (known) lookedAtAllOf(known.reads);
  const answer = known ?? watched(compute);
  answers.set(key, answer);
  return answer.value as T;
}

/** The same for each key; what is given besides does not tell one answer from another. */
export function forEachIn<K, A extends readonly unknown[], T>(
  compute: (key: K, situation: Situation, ...more: A) => T,
): (key: K, situation: Situation, ...more: A) => T {
  const keysIn = inEachSituation(() => new Map<K, object>());
  return (key, situation, ...more) => {
    const keys = keysIn(situation);
    const token = keys.get(key) ?? {};
    keys.set(key, token);
    return remembered(token, situation, () => compute(key, situation, ...more));
  };
}

/** All that is looked at for the answer of a source in a situation. */
export function readsOf(source: Source, situation: Situation): Reads {
  return watched(() => evaluate(source, situation)).reads;
}

/** How an answer is worked out that is remembered under a key. */
type Compute<K extends object = object> = (key: K, situation: Situation) => unknown;

function answerOf<K extends object>(key: K, situation: Situation, compute: Compute<K>): unknown {
  const { memo, differs } = situation;
  const known = memo.answers.get(key) ?? memo.carriedOver(key);
  if (known) {
    if (known.value === underWay) {
      lookedAround();
      const label = "label" in key && typeof key.label === "string" ? key.label : "a number";
      return waiting(`${label}, which depends on itself`);
    }
    lookedAtAllOf(known.reads);
    return known.value;
  }
  if (differs) {
    const before = differs.from.memo.answers.get(key);
    const usual = before ?? watched(() => answerOf(key, differs.from, compute));
    if (holdsIn(usual, differs.cell)) {
      lookedAtAllOf(usual.reads);
      return usual.value;
    }
  }
  countStep();
  memo.answers.set(key, beginning);
  try {
    const answer = watchedWith(compute, key, situation);
    memo.answers.set(key, answer);
    return answer.value;
  } catch (error) {
    // What failed is not under way any more.
    memo.answers.delete(key);
    throw error;
  }
}

/** Whether an answer is the same in a situation that differs in a cell: it has not looked there, nor is made of situations. */
function holdsIn({ value, reads }: Watched<unknown>, cell: number): boolean {
  if (hasRead(reads, notePart, cell)) return false;
  return isPlain(value) || !hasRead(reads, notePart, aroundCell("whole situation"));
}

/** The same source where it may be missing: undefined instead of waiting. */
export function optional<T>(source: Source<T>): Source<T | undefined> {
  return {
    label: source.label,
    needs: [source],
    clauses: [],
    read: (situation) => {
      const value = evaluate(source, situation);
      return isWaiting(value) ? undefined : value;
    },
  };
}

function gather<N extends Inputs>(
  needs: readonly (readonly [string, Source])[],
  situation: Situation,
): Values<N> | Waiting {
  const values: Record<string, unknown> = {};
  const missing: string[] = [];
  for (const [name, source] of needs) {
    const value = evaluate(source, situation);
    if (isWaiting(value)) missing.push(...value.waitingFor);
    else values[name] = value;
  }
  return missing.length > 0 ? waiting(...missing) : (values as Values<N>);
}
