import type { Reads } from "../../base/reads.ts";
import { isWaiting } from "../../quantity/figure.ts";

/** An answer, and all that was looked at for it. */
export interface Answered {
  readonly value: unknown;
  readonly reads: Reads;
}

/** What is known in one situation, by the question. It belongs to the situation and goes with it. */
export interface Memo {
  readonly answers: Map<object, Answered>;
  /** The answer of the version before, where nothing that it looked at has changed; it is then one of this one's. */
  readonly carriedOver: (key: object) => Answered | undefined;
  /** Lets the version before go; nothing more is carried over. */
  readonly release: () => void;
}

/** Which of the things that were looked at in the version before are the same now. */
export interface Unchanged {
  readonly holds: (reads: Reads) => boolean;
}

const nothing = (): undefined => undefined;

export function newMemo(): Memo {
  return { answers: new Map(), carriedOver: nothing, release: nothing };
}

/**
 * The memo of a situation that was there in the version before. Only figures are carried over, what they wait for, and
 * what is known to hold no places: anything else may hold places in the text, which have moved.
 */
export function memoAfter(before: Memo, unchanged: Unchanged): Memo {
  const answers = new Map<object, Answered>();
  let earlier: { readonly answers: Memo["answers"]; readonly unchanged: Unchanged } | undefined = {
    answers: before.answers,
    unchanged,
  };
  return {
    answers,
    carriedOver: (key) => {
      const known = earlier?.answers.get(key);
      if (
        !earlier ||
        !known ||
        !(placeless.has(key) || isPlain(known.value)) ||
        !earlier.unchanged.holds(known.reads)
      )
        return undefined;
      answers.set(key, known);
      return known;
    },
    release: () => {
      earlier = undefined;
    },
  };
}

const placeless = new WeakSet<object>();

/** Lets what is worked out under a key be carried over: nothing in it says where it stands in the text. */
export function holdsNoPlaces<K extends object>(key: K): K {
  placeless.add(key);
  return key;
}

/** Whether a value is a figure or waits for one: it says nothing of where it stands in the text, nor in which situation. */
export function isPlain(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return value === undefined;
  return isWaiting(value) || ("amount" in value && "origin" in value);
}

/** Stands for a value while it is being worked out. */
export const underWay = Symbol("under way");

export const beginning: Answered = { value: underWay, reads: { parts: [], all: true } };
