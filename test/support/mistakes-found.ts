import fc from "fast-check";
import { openPoints } from "../../server/src/finance/open-points.ts";
import { problemsIn, subjectsIn } from "./analyse.ts";
import { beyondTheRules, cleanSheets, mistakes } from "./mistakes.ts";

/** A mistake in a sheet, and whether anything is found that was not found before it was made. */
export interface Made {
  readonly kind: string;
  readonly sheet: string;
  readonly text: string;
}

export const all: readonly Made[] = mistakes.flatMap(({ kind, made }) =>
  [...cleanSheets].flatMap(([sheet, clean]) =>
    made(clean)
      .filter((text) => text !== clean)
      .map((text) => ({ kind, sheet, text })),
  ),
);
export const beyond = new Set(beyondTheRules.map(({ kind }) => kind));
const before = new Map([...cleanSheets].map(([name, clean]) => [name, findingsIn(clean)]));

/** How often each finding is made; of what is left open every point counts, for they share one finding. */
function findingsIn(text: string): ReadonlyMap<string, number> {
  const points = subjectsIn(text).flatMap(({ alone, played }) =>
    openPoints(alone, played).map(({ id }) => `left-open ${id}`),
  );
  const codes = problemsIn(text).flatMap(({ code }) => (code === "left-open" ? [] : [code]));
  const counts = new Map<string, number>();
  for (const one of [...codes, ...points]) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** Whether anything is found that was not found before the mistake was made. */
export function isFound({ sheet, text }: Made): boolean {
  const earlier = before.get(sheet) ?? new Map<string, number>();
  return [...findingsIn(text)].some(([code, count]) => count > (earlier.get(code) ?? 0));
}

/** A hundred mistakes at random, the same ones every time: first a kind, then a place for it. */
export function sampled(): readonly Made[] {
  const anyMistake = fc
    .constantFrom(...mistakes.map(({ kind }) => all.filter((made) => made.kind === kind)))
    .chain((made) => fc.constantFrom(...made));
  return fc.sample(anyMistake, { numRuns: 100, seed: 77 });
}
