import fc from "fast-check";
import { openPoints } from "../../server/src/finance/open-points.ts";
import { problemsIn, subjectsIn } from "./analyse.ts";
import { cleanSheets, mistakes } from "./mistakes.ts";

/** A mistake in a sheet. */
export interface Made {
  readonly kind: string;
  readonly sheet: string;
  readonly text: string;
}

/** Every mistake that can be made, at every place for it. */
export const allMistakes: readonly Made[] = mistakes.flatMap(({ kind, made }) =>
  [...cleanSheets].flatMap(([sheet, clean]) =>
    made(clean)
      .filter((text) => text !== clean)
      .map((text) => ({ kind, sheet, text })),
  ),
);

/** A hundred of them at random, the same ones each time: first a kind, each as likely, then one of its places. */
export function randomMistakes(): readonly Made[] {
  const anyMistake = fc
    .constantFrom(...mistakes.map(({ kind }) => allMistakes.filter((made) => made.kind === kind)))
    .chain((made) => fc.constantFrom(...made));
  return fc.sample(anyMistake, { numRuns: 100, seed: 77 });
}

/** Whether anything is found that was not found before the mistake was made. */
export function isFound({ sheet, text }: Made): boolean {
  const earlier = findingsBefore(sheet);
  return [...findingsIn(text)].some(([code, count]) => count > (earlier.get(code) ?? 0));
}

const before = new Map<string, ReadonlyMap<string, number>>();

function findingsBefore(sheet: string): ReadonlyMap<string, number> {
  const known = before.get(sheet) ?? findingsIn(cleanSheets.get(sheet) ?? "");
  before.set(sheet, known);
  return known;
}

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
