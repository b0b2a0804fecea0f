import { describe, expect, test } from "vitest";
import { rules } from "../../server/src/checks/rules/index.ts";
import { problemsIn } from "../support/analyse.ts";
import { readMarked } from "../support/marked.ts";
import * as each from "./cases/each.ts";
import * as money from "./cases/money.ts";
import * as scale from "./cases/scale.ts";
import * as shares from "./cases/shares.ts";
import * as structure from "./cases/structure.ts";
import * as time from "./cases/time.ts";
import * as wordings from "./cases/wordings.ts";

const cases = [each, money, scale, shares, structure, time, wordings];
const found = cases.flatMap((some) => some.found);
const silent = cases.flatMap((some) => some.silent);

describe("finds", () => {
  test.each(found)("%s: %s", (code, _what, sheet, ...says) => {
    const { text, spans } = readMarked(sheet);
    const problems = problemsIn(text).filter((problem) => problem.code === code);
    const words = problems.map(({ at }) => text.slice(at.start, at.end));
    expect(words).toEqual(spans.map(({ start, end }) => text.slice(start, end)));
    expect(problems.map(({ at }) => at)).toEqual(spans);
    for (const part of says) expect(problems[0]?.message).toContain(part);
  });

  test("every rule somewhere", () => {
    const covered = new Set(found.map(([code]) => code));
    expect(rules.map(({ code }) => code).filter((code) => !covered.has(code))).toEqual([]);
  });
});

describe("leaves alone", () => {
  test.each(silent)("%s: %s", (code, _what, sheet) => {
    const problems = problemsIn(sheet);
    expect(
      problems.filter(({ code: shape }) => shape.startsWith("value-") || shape.startsWith("clause-")),
    ).toEqual([]);
    expect(problems.filter((problem) => problem.code === code)).toEqual([]);
  });
});
