import { once } from "../base/once.ts";
import type { Formula, Source, Topic } from "./engine/formula.ts";
import { formulas } from "./formulas.ts";

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
