import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { shape } from "../../server/src/catalog/shape.ts";
import { rules } from "../../server/src/checks/rules/index.ts";
import { memo } from "../../server/src/cli/memo.ts";
import { analyse, problemsOf } from "../../server/src/document/analysis.ts";
import { explain } from "../../server/src/features/explain.ts";
import { hover } from "../../server/src/features/hover.ts";
import { expectedSheets } from "../field/expected.ts";
import { example, examples } from "../support/analyse.ts";
import { positionOf } from "../support/carets.ts";

/** Complete sheets of every kind: examples, real instruments, and what the pages of rules and shapes show. */
const sheets: readonly string[] = [
  ...examples().map(example),
  ...expectedSheets.map(({ sheet }) =>
    readFileSync(new URL(`../field/${sheet}.note`, import.meta.url), "utf8"),
  ),
  ...[...rules, ...Object.values(shape)].map(({ bad }) => bad),
];

const number = /(?<![\w"\-.,])\d[\d,]*(?:\.\d+)?(?![\w\-"])/g;

/** The sheet once for each number in it, with another in its place, and where that stands. */
function* replacing(sheet: string, by: string): Generator<{ readonly text: string; readonly at: number }> {
  for (const { 0: digits, index } of sheet.matchAll(number)) {
    const line = sheet.slice(sheet.lastIndexOf("\n", index) + 1, index);
    if (!line.includes("//"))
      yield { text: sheet.slice(0, index) + by + sheet.slice(index + digits.length), at: index };
  }
}

/** What none of the answers to a sheet may be: a rule that failed, an exception, or words that are no number. */
function faultsOf(text: string, at: number): string[] {
  try {
    const analysis = analyse(text, undefined);
    const messages = problemsOf(analysis).map(({ problem }) => problem.message);
    const answers = [
      ...messages,
      JSON.stringify(explain(analysis)),
      memo(analysis),
      hover(analysis, positionOf(text, at))?.markdown ?? "",
    ];
    return [
      ...messages.filter((message) => message.includes("could not be applied")),
      ...answers.filter((answer) => /\bNaN\b|\bInfinity\b|\[object|\bundefined\b|\de[+-]\d/.test(answer)),
    ];
  } catch (error) {
    return [String(error)];
  }
}

describe.each(["0", "0.0000000001", "1000000000000000", "100%"])("%s in the place of any number", (by) => {
  // Every zero is tried, of the others one in ten: a draft takes as long as a sheet does.
  const share = by === "0" ? 1 : 10;
  test("is judged, shown and worked out, or waited for in words", () => {
    let count = 0;
    const faults: string[] = [];
    for (const sheet of sheets)
      for (const { text, at } of replacing(sheet, by))
        if (count++ % share === 0) faults.push(...faultsOf(text, at).map((fault) => `${fault}\n${text}`));
    expect(count).toBeGreaterThan(2_000);
    expect(faults).toEqual([]);
  });
});
