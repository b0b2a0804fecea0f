import { once } from "../base/once.ts";
import { meets } from "../base/reads.ts";
import { isWaiting } from "../quantity/figure.ts";
import { cellsUnder } from "./engine/cells.ts";
import { type Formula, readsOf, type Situation, type Source, type Topic } from "./engine/formula.ts";
import { answersIn, formulas } from "./formulas.ts";

/** A formula that rests on a clause, and how many steps lie between them. */
export interface Affected {
  readonly formula: Formula;
  readonly distance: number;
}

/** For every clause that any formula reads, the formulas that rest on it, in the order in which figures are shown. */
const byClause = once((): ReadonlyMap<string, readonly Affected[]> => {
  const found = new Map<string, Affected[]>();
  for (const formula of formulas) {
    for (const [path, distance] of distances(formula))
      found.set(path, [...(found.get(path) ?? []), { formula, distance }]);
  }
  return found;
});

/** The formulas that a clause affects; of a block, those that any clause in it does. */
export function affectedBy(path: string): readonly Affected[] {
  const nearest = new Map<Formula, number>();
  for (const [clause, affected] of byClause()) {
    if (clause !== path && !clause.startsWith(`${path}/`)) continue;
    for (const { formula, distance } of affected)
      nearest.set(formula, Math.min(distance, nearest.get(formula) ?? distance));
  }
  return formulas.flatMap((formula) => {
    const distance = nearest.get(formula);
    return distance === undefined ? [] : [{ formula, distance }];
  });
}

/** More steps than lie between any clause and a formula that declares it. */
const undeclared = 99;

/**
 * The formulas that have looked at a clause in any of a note's situations, conditions included. One that waits
 * everywhere may not have come to look at it: it counts where it declares the clause. Within a clause that may be said
 * more than once there is no cell for each of its parts, and what is declared counts.
 */
export function affectedIn(path: string, situations: readonly Situation[]): readonly Affected[] {
  const declared = new Map(affectedBy(path).map(({ formula, distance }) => [formula, distance]));
  const cells = cellsUnder(path, situations.length);
  const read = new Set<Formula>();
  const known = new Set<Formula>();
  for (const situation of situations) {
    for (const { formula, result } of answersIn(situation)) {
      if (!isWaiting(result)) known.add(formula);
      if (meets(readsOf(formula, situation), cells)) read.add(formula);
    }
  }
  return formulas.flatMap((formula) => {
    const distance = declared.get(formula);
    const applies = !formula.applies || situations.some(formula.applies);
    if (cells.length === 0) return applies && distance !== undefined ? [{ formula, distance }] : [];
    if (!applies || (!read.has(formula) && (distance === undefined || known.has(formula)))) return [];
    return [{ formula, distance: distance ?? undeclared }];
  });
}

/** What a clause is about first of all: the topic of the formula nearest to it. */
export function topicOf(affected: readonly Affected[]): Topic | undefined {
  let best: Affected | undefined;
  for (const candidate of affected) if (!best || candidate.distance < best.distance) best = candidate;
  return best?.formula.topic;
}

function distances(formula: Formula): Map<string, number> {
  const found = new Map<string, number>();
  const seen = new Set<Source>();
  let layer: readonly Source[] = [formula];
  for (let distance = 0; layer.length > 0; distance++) {
    const next: Source[] = [];
    for (const source of layer) {
      if (seen.has(source)) continue;
      seen.add(source);
      for (const path of source.clauses) if (!found.has(path)) found.set(path, distance);
      next.push(...source.needs);
    }
    layer = next;
  }
  return found;
}
