import { expect, test } from "vitest";
import { problemsIn } from "../support/analyse.ts";
import { beyondTheRules, cleanSheets, mistakes } from "../support/mistakes.ts";
import { allMistakes, isFound, type Made, randomMistakes } from "../support/mistakes-found.ts";

const beyond = new Set(beyondTheRules.map(({ kind }) => kind));

function changedLine({ sheet, text }: Made): string {
  const lines = (cleanSheets.get(sheet) ?? "").split("\n");
  return text.split("\n").find((line, at) => line !== lines[at]) ?? "";
}

test("the sheets are clean: they read without an error", () => {
  for (const clean of cleanSheets.values())
    expect(problemsIn(clean).filter(({ severity }) => severity === "error")).toEqual([]);
});

test("every kind of mistake can be made", () => {
  const kinds = new Set(allMistakes.map(({ kind }) => kind));
  expect(mistakes.map(({ kind }) => kind).filter((kind) => !kinds.has(kind))).toEqual([]);
  expect(new Set(mistakes.map(({ kind }) => kind)).size).toBe(mistakes.length);
});

test("of a hundred mistakes at random each is found, or is of a kind that is listed as beyond the rules", () => {
  const sample = randomMistakes();
  const missed = sample.filter((made) => !isFound(made));
  const unlisted = missed.filter(({ kind }) => !beyond.has(kind));
  expect(unlisted.map((made) => `${made.kind}, ${made.sheet}: ${changedLine(made)}`)).toEqual([]);
  expect(sample.length - missed.length).toBeGreaterThanOrEqual(75);
});

test("each mistake there is, at every place for it", () => {
  const missed = allMistakes.filter((made) => !beyond.has(made.kind) && !isFound(made));
  expect(missed.map((made) => `${made.kind}, ${made.sheet}: ${changedLine(made)}`)).toEqual([]);
});
