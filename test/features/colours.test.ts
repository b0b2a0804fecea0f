import fc from "fast-check";
import { expect, test } from "vitest";
import { colours } from "../../server/src/features/colours.ts";
import { coloured } from "../support/editor.ts";
import { read } from "../support/sheets.ts";
import { anyDraft } from "../support/texts.ts";

test("words by what they are", () => {
  expect(
    coloured(
      'note "N" {\n  principal $840,000.00\n  interest {\n    rate twelve percent (12%) per annum\n  }\n}',
    ),
  ).toEqual([
    "note: keyword",
    '"N": string',
    "principal: property",
    "$: number",
    "840,000.00: number",
    "interest: keyword",
    "rate: property",
    "12: number",
    "%: number",
  ]);
});

test("measures, months, terms and brackets", () => {
  const text =
    'note "N" {\n  issued [December 6, 2017]\n  conversion {\n    price lowest of {\n      65% of average of 3 lowest closing bids over prior 10 trading days\n      "Market Price"\n    }\n  }\n}';
  const found = coloured(text);
  expect(found).toEqual(
    expect.arrayContaining([
      "[: operator",
      "December: number",
      "]: operator",
      "price: property",
      "65: number",
      "closing bids: type",
      "10: number",
      '"Market Price": string',
    ]),
  );
});

test("unknown clauses have no colour of a clause", () => {
  expect(coloured('note "N" {\n  fancy 5\n}')).toEqual(["note: keyword", '"N": string', "5: number"]);
});

test("of any text the colours come in order, inside their lines, and never overlap", () => {
  fc.assert(
    fc.property(anyDraft, (text) => {
      const data = colours(read(text));
      const lines = text.split(/\r\n|\r|\n/);
      expect(data.length % 5).toBe(0);
      let line = 0;
      let character = 0;
      let end = 0;
      for (let at = 0; at < data.length; at += 5) {
        const [down = 0, along = 0, length = 0] = data.slice(at, at + 3);
        expect(Math.min(down, along, length)).toBeGreaterThanOrEqual(0);
        expect(length).toBeGreaterThan(0);
        character = down === 0 ? character + along : along;
        line += down;
        if (down === 0 && at > 0) expect(character).toBeGreaterThanOrEqual(end);
        end = character + length;
        expect(end).toBeLessThanOrEqual(lines[line]?.length ?? 0);
      }
    }),
    { numRuns: 150 },
  );
});
