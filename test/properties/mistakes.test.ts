import fc from "fast-check";
import { expect, test } from "vitest";
import { openPoints } from "../../server/src/finance/open-points.ts";
import { problemsIn, subjectsIn } from "../support/analyse.ts";
import { beyondTheRules, cleanSheets, mistakes } from "../support/mistakes.ts";

/** A mistake in a sheet, and whether anything is found that was not found before it was made. */
interface Made {
  readonly kind: string;
  readonly sheet: string;
  readonly text: string;
}

const all: readonly Made[] = mistakes.flatMap(({ kind, made }) =>
  [...cleanSheets].flatMap(([sheet, clean]) =>
    made(clean)
      .filter((text) => text !== clean)
      .map((text) => ({ kind, sheet, text })),
  ),
);
const beyond = new Set(beyondTheRules.map(({ kind }) => kind));
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

function isFound({ sheet, text }: Made): boolean {
  const earlier = before.get(sheet) ?? new Map<string, number>();
  return [...findingsIn(text)].some(([code, count]) => count > (earlier.get(code) ?? 0));
}

function changedLine({ sheet, text }: Made): string {
  const lines = (cleanSheets.get(sheet) ?? "").split("\n");
  return text.split("\n").find((line, at) => line !== lines[at]) ?? "";
}

test("the sheets are clean: they read without an error", () => {
  for (const clean of cleanSheets.values())
    expect(problemsIn(clean).filter(({ severity }) => severity === "error")).toEqual([]);
});

test("every kind of mistake can be made", () => {
  const kinds = new Set(all.map(({ kind }) => kind));
  expect(mistakes.map(({ kind }) => kind).filter((kind) => !kinds.has(kind))).toEqual([]);
  expect(new Set(mistakes.map(({ kind }) => kind)).size).toBe(mistakes.length);
});

test("of a hundred mistakes at random each is found, or is of a kind that is listed as beyond the rules", () => {
  const anyMistake = fc
    .constantFrom(...mistakes.map(({ kind }) => all.filter((made) => made.kind === kind)))
    .chain((made) => fc.constantFrom(...made));
  const sample = fc.sample(anyMistake, { numRuns: 100, seed: 77 });
  const missed = sample.filter((made) => !isFound(made));
  const share = sample.length - missed.length;
  console.log(
    `Mistakes found: ${share} of ${sample.length}; missed: ${missed.map(({ kind, sheet }) => `${kind} (${sheet})`).join(", ")}`,
  );
  const unlisted = missed.filter(({ kind }) => !beyond.has(kind));
  expect(unlisted.map((made) => `${made.kind}, ${made.sheet}: ${changedLine(made)}`)).toEqual([]);
  expect(share).toBeGreaterThanOrEqual(75);
});

test("each mistake there is, at every place for it", () => {
  const missed = all.filter((made) => !beyond.has(made.kind) && !isFound(made));
  expect(missed.map((made) => `${made.kind}, ${made.sheet}: ${changedLine(made)}`)).toEqual([]);
});
