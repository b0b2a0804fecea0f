import { expect, test } from "vitest";
import { lineEndAt, lineEndOf, lineStartAt } from "../../server/src/base/lines.ts";
import { removal } from "../../server/src/checks/edits.ts";
import { format } from "../../server/src/features/format.ts";

const ends = ["\n", "\r\n", "\r"];

test.each(ends)("lines that end with %j begin and end where they do", (end) => {
  const text = `one${end}two${end}three`;
  const two = text.indexOf("two");
  for (const offset of [two, two + 1, two + 3]) {
    expect(lineStartAt(text, offset)).toBe(two);
    expect(lineEndAt(text, offset)).toBe(two + 3);
  }
  expect(lineEndAt(text, text.length)).toBe(text.length);
  expect(lineStartAt(text, 2)).toBe(0);
});

test.each(ends)("what is taken out goes with its line, and no line end %j is cut in two", (end) => {
  const text = `one${end}  two${end}three`;
  const start = text.indexOf("two");
  const { span } = removal({ start, end: start + 3 }, text);
  expect(text.slice(0, span.start) + text.slice(span.end)).toBe(`one${end}three`);
});

test("a text keeps the line end of its first line with words", () => {
  expect(lineEndOf("\n\none\r\ntwo\n")).toBe("\r\n");
  expect(lineEndOf("\r\rone")).toBe("\r");
  expect(lineEndOf("one")).toBe("\n");
});

test.each(['\nnote""{\rnote"', "\n\n\nnote {\r a \r", '\r\n\nnote "A" {\n}\r'])(
  "with line ends of several kinds, formatting once is enough: %j",
  (text) => {
    expect(format(format(text))).toBe(format(text));
  },
);
