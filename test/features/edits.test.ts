import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Analysis, analyse } from "../../server/src/document/analysis.ts";
import { diagnostics } from "../../server/src/features/diagnostics.ts";
import { evaluate } from "../../server/src/finance/engine/formula.ts";
import { allNotesShares } from "../../server/src/finance/shares/all-notes.ts";
import { parseIsoDate } from "../../server/src/quantity/date.ts";
import { isWaiting } from "../../server/src/quantity/figure.ts";
import { example } from "../support/analyse.ts";
import { everything } from "../support/editor.ts";
import { convertible, sheet } from "../support/sheets.ts";

const files = [
  `${example("exchange-note")}\n${example("power-up-note")}`,
  `"Market Price" means $2\n${convertible('65% of "Market Price"')}${sheet("  interest { rate 5% }").replace("Example", "Second")}market for "Second Note" {\n  outstanding 5 shares\n}\nscenario "S" {\n  on 2024-06-03\n}\n${example("power-up-note")}`,
  `${convertible('65% of "Market Price"', "    floor none").replace("Example Note", "Form A")}note "On it" based on "Form A" {\n  principal $5,000\n  interest { rate 5% }\n  "Market Price" means $2\n}\nnote "Further" based on "On it" {\n  interest none\n}\n`,
  `${sheet("  interest none\n  conversion { option holder; price $0.50 }")}${sheet("  interest none\n  conversion { option holder; price $0.25 }").replace("Example Note", "Second Note")}market {\n  outstanding 1,000,000 shares\n}\nscenario "S" {\n  on 2024-06-03\n}\n`,
];

const put = fc.oneof(
  { weight: 3, arbitrary: fc.constant("") },
  fc.constantFrom(
    "{",
    "}",
    "\n",
    "/*",
    "*/",
    "//",
    '"',
    'note "New" {\n',
    '\nnote "New" {\n',
    "market {\n",
    "}\n",
    ' based on "Form A"',
    'scenario "T" {\n  on 2024-06-04\n}\n',
    '"Market Price" means $3\n',
    "$5",
    "rate 6%",
    " ",
    "\r\n",
    "\r",
  ),
  fc.string({ unit: "grapheme", maxLength: 8 }),
);
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 200 })),
  put,
});

function changed(
  text: string,
  { at, length, put: words }: { at: number; length: number; put: string },
): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + words + text.slice(start + length);
}

test("an edit in one note of an issuer changes the figures of those that convert with it, not what is wrong with them", () => {
  const [, , , together = ""] = files;
  const before = analyse(together, undefined);
  const problems = before.notes[1]?.problems();
  const after = analyse(together.replace("$0.50", "$0.40"), undefined, before);
  expect(after.notes[1]?.problems()).toBe(problems);
  const shares = (one: Analysis): unknown => {
    const [played] = one.notes[1]?.played ?? [];
    const found = played && evaluate(allNotesShares, played);
    return found && !isWaiting(found) && found.amount.numerator;
  };
  // 100,000 ÷ 0.25 = 400,000, with 200,000 and with 250,000 of the first note.
  expect([shares(before), shares(after)]).toEqual([600_000n, 650_000n]);
});

test("after any edits an analysis says what a fresh one says", () => {
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.array(edit, { minLength: 1, maxLength: 6 }), (file, edits) => {
      let text = file;
      let current: Analysis = analyse(text, undefined);
      for (const one of edits) {
        text = changed(text, one);
        current = analyse(text, undefined, current);
      }
      expect(everything(current)).toEqual(everything(analyse(text, undefined)));
    }),
    { numRuns: 60 },
  );
});

test("every answer is the same when it is asked for at every step", () => {
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.array(edit, { minLength: 2, maxLength: 3 }), (file, edits) => {
      let text = file;
      let current: Analysis = analyse(text, undefined);
      for (const one of edits) {
        everything(current);
        text = changed(text, one);
        current = analyse(text, undefined, current);
        expect(everything(current)).toEqual(everything(analyse(text, undefined)));
      }
    }),
    { numRuns: 20 },
  );
});

test("typing a sheet letter by letter ends where reading it does", () => {
  const [file = ""] = files;
  const text = file.slice(0, 900);
  let current = analyse("", undefined);
  for (let end = 1; end <= text.length; end++) current = analyse(text.slice(0, end), undefined, current);
  expect(everything(current)).toEqual(everything(analyse(text, undefined)));
});

test("an edit in one note keeps the analysis of another issuer's note", () => {
  const file = (files[0] ?? "").replace(/Ascent Solar Technologies, Inc\./, "Example Corp.");
  const before = analyse(file, undefined);
  const after = analyse(file.replace("$130,000", "$131,000"), undefined, before);
  expect(after.notes[1]).not.toBe(before.notes[1]);
  expect(after.notes.find(({ note }) => note.name === "Exchange Note")).toBe(
    before.notes.find(({ note }) => note.name === "Exchange Note"),
  );
});

test("another day of valuation is another analysis", () => {
  const text = convertible("$1");
  const before = analyse(text, undefined);
  const after = analyse(text, parseIsoDate("2024-06-03"), before);
  expect(everything(after)).toEqual(everything(analyse(text, parseIsoDate("2024-06-03"))));
  expect(everything(after)).not.toEqual(everything(before));
});

/** What is known of a text after some edits of it, and its notes at first, as long as anything holds on to them. */
function edited(texts: readonly string[]): { readonly last: Analysis; readonly first: WeakRef<object>[] } {
  let last = analyse(texts[0] ?? "", undefined);
  const first = last.notes.map((note) => new WeakRef(note));
  for (const text of texts) {
    last = analyse(text, undefined, last);
    diagnostics(last, "file:///sheet.note");
  }
  return { last, first };
}

test("no version of a document holds on to the versions before it", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  for (const text of files) {
    const other = text.replaceAll("$", "$1").replaceAll("note", "  note");
    const { last, first } = edited([text, other, text, other]);
    await new Promise((resolve) => setTimeout(resolve, 0));
    collect();
    expect(first.filter((note) => note.deref() !== undefined).length).toBe(0);
    expect(last.text).toBe(other);
  }
});
