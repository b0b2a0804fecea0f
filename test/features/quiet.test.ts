import { expect, test } from "vitest";
import type { Diagnostic } from "vscode-languageserver-types";
import { analyse } from "../../server/src/document/analysis.ts";
import {
  aroundCaret,
  blocksOf,
  mayGoOn,
  shownBesideCaret,
  type Writing,
  waitingForLeave,
} from "../../server/src/features/quiet.ts";

const on = (line: number, code: string, message = code, lastLine = line): Diagnostic => ({
  code,
  message,
  range: { start: { line, character: 2 }, end: { line: lastLine, character: 9 } },
});
const writing = (line: number, more: Partial<Writing> = {}): Writing => ({
  line,
  begun: [],
  mayGoOn: () => true,
  ...more,
});
const rule = on(3, "no-floor-price");

test("a new finding of a rule on the caret's line is held back until a rest", () => {
  expect(shownBesideCaret([rule], [], writing(3))).toEqual({ now: [], held: [rule] });
  expect(waitingForLeave([rule], writing(3))).toEqual([]);
});

test("one that spans the caret's line is held back", () => {
  expect(shownBesideCaret([on(2, "left-open", "…", 5)], [], writing(3)).now).toEqual([]);
});

test("one on another line is shown", () => {
  expect(shownBesideCaret([rule], [], writing(4))).toEqual({ now: [rule], held: [] });
});

test("words that may still become a clause wait until the line is left, and all that is new with them", () => {
  const shape = on(3, "clause-unknown");
  const elsewhere = on(0, "clause-missing");
  const all = [shape, rule, elsewhere];
  expect(shownBesideCaret(all, [], writing(3))).toEqual({ now: [], held: all });
  expect(waitingForLeave(all, writing(3))).toEqual(all);
  expect(shownBesideCaret(all, [], writing(5))).toEqual({ now: all, held: [] });
});

test("what is wrong with the shape is shown where nothing can become of it, and holds nothing else back", () => {
  const shape = on(3, "clause-unknown");
  const elsewhere = on(0, "clause-missing");
  const unknown = writing(3, { mayGoOn: () => false });
  expect(shownBesideCaret([shape, elsewhere, rule], [], unknown)).toEqual({
    now: [shape, elsewhere],
    held: [rule],
  });
});

test("what a block lacks that is being begun waits until the block is left", () => {
  const missing = on(0, "clause-missing");
  const brace = on(2, "brace-missing");
  const begun = [{ path: "note", first: 0, last: 9, closed: false }];
  expect(shownBesideCaret([missing, brace], [], writing(3, { begun })).now).toEqual([]);
  expect(waitingForLeave([missing, brace], writing(3, { begun }))).toEqual([missing, brace]);
  expect(shownBesideCaret([missing, brace], [], writing(3)).now).toEqual([missing, brace]);
});

test("a block is begun where the version before had none, until the caret has left it", () => {
  const at = (text: string) => blocksOf(analyse(text, undefined));
  const opened = aroundCaret(at('note "A" {\n}\n'), 0, undefined);
  expect(opened.chain.map(({ fresh }) => fresh)).toEqual([false]);
  const within = aroundCaret(at('note "A" {\n  interest {\n  }\n}\n'), 1, opened);
  expect(within.chain.map(({ block, fresh }) => [block.path, fresh])).toEqual([
    ["note", false],
    ["note/interest", true],
  ]);
  const left = aroundCaret(within.all, 0, within);
  expect(aroundCaret(within.all, 1, left).chain.map(({ fresh }) => fresh)).toEqual([false, false]);
});

test("a block that is not closed goes on to what follows it, or to the end", () => {
  const [note, interest] = blocksOf(analyse('note "A" {\n  interest {\n    rate 5%\n\n', undefined));
  expect(note).toEqual({ path: "note", first: 0, last: 4, closed: false });
  expect(interest).toEqual({ path: "note/interest", first: 1, last: 4, closed: false });
});

test.each([
  ["clause-unknown", "secur", true],
  ["clause-unknown", "Events  of d", true],
  ["clause-unknown", "securty", false],
  ["value-wrong", "clo", true],
  ["value-wrong", "foo", true],
  ["value-wrong", "av of 3 lowest closing bids", true],
  ["value-wrong", "eighty of closing bid", false],
  ["date-impossible", "February 30, 2024", true],
])("whether what is wrong may go on: %s of “%s”: %s", (code, words, expected) => {
  expect(mayGoOn(code, words)).toBe(expected);
});

test("what was shown goes on being shown, with other numbers or on another line", () => {
  expect(shownBesideCaret([rule], [rule], writing(3)).now).toEqual([rule]);
  const changed = on(3, "no-floor-price", "with $0.002");
  expect(shownBesideCaret([changed], [rule], writing(3)).now).toEqual([changed]);
  const moved = on(4, "no-floor-price");
  expect(shownBesideCaret([moved], [rule], writing(4)).now).toEqual([moved]);
  const other = on(4, "no-floor-price", "another");
  expect(shownBesideCaret([other], [rule], writing(4)).held).toEqual([other]);
});

test("all is shown at first, and where no caret is known", () => {
  expect(shownBesideCaret([rule], undefined, writing(3)).now).toEqual([rule]);
  expect(shownBesideCaret([rule], [], undefined).now).toEqual([rule]);
});
