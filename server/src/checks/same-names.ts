import type { Surroundings } from "../market/case.ts";
import type { BoundNote, BoundScenario } from "../note/bound.ts";
import type { PlacedProblem } from "./check.ts";
import { shapeProblem } from "./shape-problem.ts";

/** The notes of a file that have a name which another has before them, and the scenarios that one note has two of. */
export function sameNames(cases: readonly Surroundings[]): PlacedProblem[] {
  const twice = repeats(cases.map(({ note }) => note)).map(({ one, first }) => {
    const message = `There is a note “${one.name}” in this file already: what is said for it by its name holds for both, and a note that is based on it takes over the first. Give each a name of its own.`;
    const related = [{ message: "The first of that name.", span: first.heading, tree: first.tree }];
    return { ...shapeProblem("name-used-twice", one.heading, message, one.tree, one.name), related };
  });
  return [...twice, ...sameScenarios(cases)];
}

function sameScenarios(cases: readonly Surroundings[]): PlacedProblem[] {
  const said = new Set<BoundScenario>();
  return cases.flatMap(({ note, scenarios }) =>
    repeats(scenarios).flatMap(({ one, first }) => {
      if (said.has(one)) return [];
      said.add(one);
      const message = `“${note.name}” has a scenario “${one.name}” already, so nobody can tell their figures apart. Give each a name of its own.`;
      const related = [{ message: "The first of that name.", span: first.clause.name, tree: first.tree }];
      return [{ ...shapeProblem("name-used-twice", one.clause.name, message, one.tree, note.name), related }];
    }),
  );
}

/** What has a name that one before it has, with that one. Letter case does not count; what has no name is passed over. */
function repeats<T extends BoundNote | BoundScenario>(
  named: readonly T[],
): { readonly one: T; readonly first: T }[] {
  const byName = new Map<string, T>();
  return named.flatMap((one) => {
    const name = one.name.trim().toLowerCase();
    const first = byName.get(name);
    if (!first) byName.set(name, one);
    return first && name !== "" ? [{ one, first }] : [];
  });
}
