import type { PointId } from "../../catalog/points.ts";
import type { Waiting } from "../../quantity/figure.ts";
import type { Situation, Source } from "../engine/formula.ts";

/** The source of what a name stands for, given somewhere; `key` tells apart what is asked of the same. */
type Definitions<T> = (
  given: object,
  key: unknown,
  label: string,
  read: (situation: Situation) => T | Waiting,
) => Source<T>;

/** What names stand for as sources, by where that is given: each is worked out once a situation, and never in a circle. */
export function definitions<T>(points: readonly PointId[] = []): Definitions<T> {
  const sources = new WeakMap<object, Map<unknown, Source<T>>>();
  return (given, key, label, read) => {
    const known = sources.get(given) ?? new Map<unknown, Source<T>>();
    const source = known.get(key) ?? { label, needs: [], clauses: [], points, read };
    known.set(key, source);
    sources.set(given, known);
    return source;
  };
}
