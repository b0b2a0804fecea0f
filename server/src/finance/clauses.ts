import { type OpenPoint, type PointId, pointOf, type Reading } from "../catalog/points.ts";
import type { Bound } from "../note/bound.ts";
import { type Figure, isWaiting, type Waiting, waiting } from "../quantity/figure.ts";
import { caseIn } from "./cases.ts";
import { evaluate, type Situation, type Source } from "./formula.ts";
import { clauseName } from "./names.ts";

/** Finds the clause in a situation. */
type Finder<M> = (situation: Situation) => Bound<M> | undefined;

/**
 * A clause of the note as a source; waits, in words, for one that is not said, or that holds on another day. Dates give
 * the label themselves, because these two files rest on each other.
 */
export function clauseSource<M>(path: string, pick: Finder<M>, label = clauseName(path)): Source<M> {
  return {
    label,
    needs: [],
    clauses: [path],
    read: (situation) => {
      const said = pick(situation);
      const bound = said && caseIn(said, situation);
      if (isWaiting(bound)) return bound;
      return bound?.state === "said" ? bound.meaning : waiting(needOf(label, bound?.state ?? "absent"));
    },
  };
}

/** A clause's source where the note may do without the clause: undefined where it is silent or has none. */
export function whereSaid<T>(source: Source<T>, pick: Finder<unknown>): Source<T | undefined> {
  return {
    ...source,
    read: (situation) => (isSaidIn(pick(situation), situation) ? evaluate(source, situation) : undefined),
  };
}

/** Whether a clause speaks in a situation: it is there, and none of its conditions says that there is none. */
export function isSaidIn(bound: Bound<unknown> | undefined, situation: Situation): boolean {
  const here = bound && caseIn(bound, situation);
  if (here === undefined) return false;
  return isWaiting(here) || (here.state !== "absent" && here.state !== "none");
}

export function optionalClause<M>(path: string, pick: Finder<M>): Source<M | undefined> {
  return whereSaid(clauseSource(path, pick), pick);
}

/** Clauses that a formula reads by itself: named among its needs, so that they are known to bear on it. */
export function restingOn(...paths: readonly string[]): Source<undefined> {
  return { label: paths.map(clauseName).join(", "), needs: [], clauses: paths, read: () => undefined };
}

/** What a clause that is there keeps a number waiting for: a blank, or words that can't be read; silence is neither. */
export function unsettled(label: string, { state }: Bound<unknown>): Waiting | undefined {
  return state === "blank" || state === "unread" ? waiting(needOf(label, state)) : undefined;
}

/** A clause that states a number: its figure goes under the clause's name. */
export function figureSource<F extends Figure>(path: string, pick: Finder<F>): Source<F> {
  const source = clauseSource(path, pick);
  return {
    ...source,
    read: (situation) => {
      const value = source.read(situation);
      return isWaiting(value) ? value : { ...value, name: source.label };
    },
  };
}

export function needOf(label: string, state: Exclude<Bound<unknown>["state"], "said">): string {
  switch (state) {
    case "absent":
      return `the clause “${label}”`;
    case "none":
      return `“${label}”, of which the note has none`;
    case "blank":
      return `the blank in “${label}”`;
    case "unread":
      return `the clause “${label}”, which can't be read yet`;
  }
}

/** How an open point is read here. */
export function readingOf(point: PointId, situation: Situation): Reading {
  const { readings }: OpenPoint = pointOf(point);
  const wanted = situation.readings.get(point);
  return readings.find(({ id }) => id === wanted) ?? readings[0];
}

/** The origin of what an open point fills in. */
export function assumedBy(
  point: PointId,
  situation: Situation,
): { readonly kind: "assumed"; readonly because: string } {
  const reading = readingOf(point, situation);
  const { readings, because, question }: OpenPoint = pointOf(point);
  return {
    kind: "assumed",
    because: reading.id === readings[0].id ? because : `${question}: ${reading.text}`,
  };
}
