import { describe, expect, test } from "vitest";
import { type ShapeSpec, shape } from "../../server/src/catalog/shape.ts";
import { problemsIn } from "../support/analyse.ts";

const shapes = new Set(Object.keys(shape));
const shapesIn = (text: string, files: ShapeSpec["files"]): string[] =>
  problemsIn(text, files)
    .map(({ code }) => code)
    .filter((code) => shapes.has(code));

describe.each(Object.entries<ShapeSpec>(shape))("%s", (code, { bad, good, severity, files }) => {
  test("is found in its bad example, and nothing else of its kind", () => {
    expect(new Set(shapesIn(bad, files))).toEqual(new Set([code]));
    expect(problemsIn(bad, files).find((problem) => problem.code === code)?.severity).toBe(severity);
  });

  test("is not found in its good example, nor anything else", () => {
    expect(shapesIn(good, files)).toEqual([]);
  });
});
