import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse } from "../../server/src/document/analysis.ts";
import { format, formatEdits } from "../../server/src/features/format.ts";
import { tokenize } from "../../server/src/syntax/tokens.ts";
import { example, examples } from "../support/analyse.ts";
import { braceDamages, lineDamages } from "../support/damage.ts";
import { edited } from "../support/editor.ts";
import { codesOf, meaningOf } from "../support/meaning.ts";
import { scrambled } from "../support/scramble.ts";
import { anyDraft, withRemarks } from "../support/texts.ts";
import { tidySheet } from "../support/tidy-sheet.ts";

const sheets: readonly (readonly [name: string, sheet: string])[] = [
  ["every layout", tidySheet],
  ...examples().map((name) => [name, example(name)] as const),
];
/** The sheets that are damaged line by line, which takes long. */
const damaged = sheets.filter(([name]) => ["every layout", "exchange-note", "power-up-note"].includes(name));

function commentsOf(text: string): string[] {
  return tokenize(text).comments.map(({ image }) => image.split(/\s+/).join(" ").trim());
}

/** What a text says stays, and so do its comments. */
function expectTheSame(now: string, text: string): void {
  expect(meaningOf(now)).toBe(meaningOf(text));
  expect(commentsOf(now)).toEqual(commentsOf(text));
}

/** All that formatting promises of any text. */
function expectPromised(text: string): string {
  const formatted = format(text);
  expectTheSame(formatted, text);
  expect(format(formatted)).toBe(formatted);
  return formatted;
}

test.each(sheets)(
  "%s, typed in haste and with other words for the same, is written as it was",
  (_, sheet) => {
    fc.assert(
      fc.property(scrambled(sheet), (text) => {
        expect(format(text)).toBe(sheet);
      }),
      { numRuns: 30 },
    );
  },
);

describe.each(damaged)("%s", (_, sheet) => {
  test("with one line damaged keeps the words of every other line", () => {
    const words = (line: string): string => line.trim().replace(/\s+/g, " ");
    const some = lineDamages(sheet).filter((_, index) => index % 9 === 0);
    for (const { text, kind } of some) {
      const formatted = expectPromised(text);
      const lost = text
        .split("\n")
        .map(words)
        .filter((line) => !formatted.split("\n").map(words).includes(line));
      expect(lost.length, `${kind}: ${lost}`).toBeLessThanOrEqual(1);
    }
  });

  test("with a brace lost or too many stays as it is", () => {
    for (const { text } of braceDamages(sheet)) expect(format(text)).toBe(text);
  });
});

test("of any draft the meaning and the comments stay, and once is enough", () => {
  fc.assert(
    fc.property(anyDraft, (text) => {
      expect(codesOf(expectPromised(text))).toEqual(codesOf(text));
    }),
    { numRuns: 100 },
  );
});

test("comments between any two words of a sheet stay", () => {
  const remarked = fc.constantFrom(...sheets.map(([, sheet]) => sheet)).chain(withRemarks);
  fc.assert(
    fc.property(remarked, (text) => {
      expectPromised(text);
    }),
    { numRuns: 100 },
  );
});

const lineBreak = /\r\n|\r|\n/;

test("the edits make the formatted text; those of a range leave every other line and say the same", () => {
  fc.assert(
    fc.property(
      fc.oneof(anyDraft, ...sheets.map(([, sheet]) => scrambled(sheet))),
      fc.nat(60),
      fc.nat(10),
      (text, first, more) => {
        const analysis = analyse(text, undefined);
        expect(edited(text, formatEdits(analysis))).toBe(format(text));
        const range = { start: { line: first, character: 0 }, end: { line: first + more, character: 1 } };
        const edits = formatEdits(analysis, range);
        for (const edit of edits) {
          expect(edit.range.start.line).toBeGreaterThanOrEqual(first);
          expect(edit.range.end.line).toBeLessThanOrEqual(first + more + 1);
        }
        const now = edited(text, edits);
        expectTheSame(now, text);
        const lines = text.split(lineBreak);
        const linesNow = now.split(lineBreak);
        expect(linesNow.slice(0, first)).toEqual(lines.slice(0, first));
        const behind = lines.slice(first + more + 1);
        if (behind.length > 0) expect(linesNow.slice(-behind.length)).toEqual(behind);
      },
    ),
    { numRuns: 100 },
  );
});
