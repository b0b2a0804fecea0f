import type { IToken } from "chevrotain";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { memo } from "../../server/src/cli/memo.ts";
import { analyse } from "../../server/src/document/analysis.ts";
import { completion } from "../../server/src/features/completion.ts";
import { hover } from "../../server/src/features/hover.ts";
import { spanOf, tokenize } from "../../server/src/syntax/tokens.ts";
import type { Clause } from "../../server/src/syntax/tree.ts";
import { anyDraft, anyText, damagedSheet, oddSheet, wordSoup } from "../support/texts.ts";
import { braceProblems, treeOf } from "../support/tree-text.ts";

/** Where every token of the tree stands, clause by clause, names included. */
function tokensOf(clause: Clause, text: string): string[] {
  const name = tokenize(text.slice(clause.name.start, clause.name.end)).tokens.map((token) => {
    const { start, end } = spanOf(token);
    return `${start + clause.name.start}-${end + clause.name.start}`;
  });
  const phrase = clause.phrase.filter(({ image }) => image !== "").map(placeOf);
  const inner = clause.block?.clauses.flatMap((child) => tokensOf(child, text)) ?? [];
  return [...name, ...phrase, ...inner];
}

function placeOf(token: IToken): string {
  const { start, end } = spanOf(token);
  return `${start}-${end}`;
}

/** Braces and line ends shape the tree; all other tokens are words of a clause. */
function isWord({ tokenType }: IToken): boolean {
  return !["LineEnd", "Semicolon", "OpenBrace", "CloseBrace"].includes(tokenType.name);
}

describe.each([
  ["any text", anyText],
  ["words of the language in any order", wordSoup],
  ["a damaged sheet", damagedSheet],
  ["a sheet with odd clauses", oddSheet],
] as const)("%s", (_, texts) => {
  test("has every token in the tree exactly once", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const words = tokenize(text).tokens.filter(isWord).map(placeOf);
        const found = treeOf(text).clauses.flatMap((clause) => tokensOf(clause, text));
        const ofBraces = new Set(
          tokenize(text)
            .tokens.filter((token) => !isWord(token))
            .map(placeOf),
        );
        expect(found.filter((place) => !ofBraces.has(place)).sort()).toEqual(words.sort());
        expect(new Set(found).size).toBe(found.length);
      }),
      { numRuns: 300 },
    );
  });
});

test("a clause's blocks and words lie inside it, and its problems inside the text", () => {
  const inside = (clause: Clause, outer: { readonly start: number; readonly end: number }): void => {
    expect(clause.span.start).toBeGreaterThanOrEqual(outer.start);
    expect(clause.span.end).toBeLessThanOrEqual(outer.end);
    expect(clause.name.end).toBeLessThanOrEqual(clause.span.end);
    for (const child of clause.block?.clauses ?? []) inside(child, clause.span);
  };
  fc.assert(
    fc.property(anyDraft, (text) => {
      const tree = treeOf(text);
      for (const clause of tree.clauses) inside(clause, { start: 0, end: text.length });
      for (const { span } of tree.problems) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(text.length);
        expect(span.start).toBeLessThanOrEqual(span.end);
      }
      if (braceProblems(text).length === 0) expect(tree.problems).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

// Each of these once took a parser, a stack or a minute.
test.each([
  ["percentages of percentages", `85% of ${"85% of ".repeat(20_000)}$1`],
  ["lists in lists", `lowest of ${"lowest of ".repeat(20_000)}$1`],
  ["braces in braces", `${"lowest of { ".repeat(20_000)}$1${" }".repeat(20_000)}`],
  ["a long chain", `$1${" less 1%".repeat(20_000)}`],
  ["a long list", `lowest of $1${", $1".repeat(20_000)}`],
  ["a long number", `$${"9".repeat(100_000)}`],
  ["a small number", `$0.${"0".repeat(100_000)}1`],
  ["a long window", `average of VWAP over prior ${"9".repeat(1_000)} trading days`],
  ["many brackets", `lowest of $1${", $[1|2]".repeat(20_000)}`],
  ["many alternatives", `[${"$1|".repeat(20_000)}]`],
  ["many open braces", "{".repeat(150_000)],
  ["many closed braces", "}".repeat(150_000)],
  ["many quotes", '"'.repeat(150_000)],
  ["many number words", "five hundred ".repeat(20_000)],
])("%s are read in time", (_, words) => {
  const text = `note "N" {\n  principal $5\n  issued 2018-01-01\n  matures 2019-01-01\n  interest { rate 5% }\n  conversion {\n    option holder\n    price ${words}\n  }\n}\nscenario "S" {\n  on 2018-06-01\n}\n`;
  const analysis = analyse(text, undefined);
  expect(analysis.notes.length).toBeGreaterThan(0);
  for (const { problems } of analysis.notes) problems();
  hover(analysis, { line: 7, character: 6 });
  completion(analysis, { line: 7, character: 10 });
  expect(memo(analysis).length).toBeGreaterThan(0);
});
