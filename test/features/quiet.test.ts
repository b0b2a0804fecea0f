import { expect, test } from "vitest";
import type { Diagnostic } from "vscode-languageserver-types";
import { shownBesideCaret } from "../../server/src/features/quiet.ts";

const on = (line: number, code: string, message = code, lastLine = line): Diagnostic => ({
  code,
  message,
  range: { start: { line, character: 2 }, end: { line: lastLine, character: 9 } },
});
const rule = on(3, "no-floor-price");

test("a new finding of a rule on the caret's line is held back", () => {
  expect(shownBesideCaret([rule], [], 3)).toEqual({ now: [], held: [rule] });
});

test("one that spans the caret's line is held back", () => {
  expect(shownBesideCaret([on(2, "left-open", "…", 5)], [], 3).now).toEqual([]);
});

test("one on another line is shown", () => {
  expect(shownBesideCaret([rule], [], 4)).toEqual({ now: [rule], held: [] });
});

test("what is wrong with the shape is shown", () => {
  const shape = on(3, "clause-unknown");
  expect(shownBesideCaret([shape, rule], [], 3)).toEqual({ now: [shape], held: [rule] });
});

test("what was shown goes on being shown, with other numbers or on another line", () => {
  expect(shownBesideCaret([rule], [rule], 3).now).toEqual([rule]);
  const changed = on(3, "no-floor-price", "with $0.002");
  expect(shownBesideCaret([changed], [rule], 3).now).toEqual([changed]);
  const moved = on(4, "no-floor-price");
  expect(shownBesideCaret([moved], [rule], 4).now).toEqual([moved]);
  const other = on(4, "no-floor-price", "another");
  expect(shownBesideCaret([other], [rule], 4).held).toEqual([other]);
});

test("all is shown at first, and where no caret is known", () => {
  expect(shownBesideCaret([rule], undefined, 3).now).toEqual([rule]);
  expect(shownBesideCaret([rule], [], undefined).now).toEqual([rule]);
});
