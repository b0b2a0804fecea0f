import { describe, expect, test } from "vitest";
import { topWords } from "../../server/src/catalog/vocabulary.ts";
import { braces } from "../../server/src/syntax/braces.ts";
import { tokenize } from "../../server/src/syntax/tokens.ts";
import { example, examples, problemsIn } from "../support/analyse.ts";

/** Everything that one pass over the braces of a text hands on: braces that it puts in are few for each token. */
function expectEnded(text: string): void {
  const { tokens } = tokenize(text);
  expect(braces(tokens, topWords()).tokens.length, JSON.stringify(text)).toBeLessThanOrEqual(
    4 * tokens.length + 4,
  );
}

test.each([
  ["a price half typed, a blank line, a block", "average of\n\nscenario{"],
  ["braces, a line that ends in “of”, a blank line, a clause", "exchange{}surrendered of\n\nvalue}"],
  [
    "a line that ends in “of” before a blank line in a note that is not closed",
    'note "N" {\n  principal  $100,000\n  conversion {\n    price  lowest of\n\n    floor  $1\n\n}\n',
  ],
  ["a line that ends in “of” before semicolons", "lowest of;\n;\nscenario{"],
  ["blank lines alone behind “of”", "note {\nprice lowest of\n\n\n"],
])("reading ends: %s", (_, text) => {
  expectEnded(text);
  expect(problemsIn(text).length).toBeGreaterThan(0);
});

test("a line that ends in “of” is the clause's own where a clause follows a blank line", () => {
  const text = 'note "N" {\n  conversion {\n    price  lowest of\n\n    floor  $1\n}\n';
  const floor = problemsIn(text).filter(({ span }) => text.slice(span.start, span.end).includes("floor"));
  expect(floor).toEqual([]);
});

test.each([
  "  date  $15.00  $20.00 }\n  2025-01-01  9.0909  4.0000",
  "  }\n  date  $15.00",
  "  $15.00 }\n",
  "  {\n  \n  }",
  "  {\n  $15.00\n 2025-01-01 1 }",
])("a make-whole table whose braces are damaged is reported: %j", (rows) => {
  const text = `note "N" {\n  principal $1\n  conversion {\n    make-whole\n${rows}\n  }\n}\n`;
  expect(problemsIn(text).filter(({ severity }) => severity === "error").length).toBeGreaterThan(0);
});

test.each(["\n", "\r\n", "\r"])(
  "a brace that is missing at the end is marked without cutting the line end %j",
  (end) => {
    const text = `note "N" {${end}  principal $1${end}`;
    const spans = problemsIn(text)
      .filter(({ code }) => code === "brace-missing")
      .map(({ span }) => span);
    expect(spans).toEqual([{ start: text.length - end.length, end: text.length }]);
  },
);

describe("any text of a few words", () => {
  const words = [
    "{", "}", "\n", "\n\n", ";", "lowest of", "average of", "[", "]", "price", "floor $1", "scenario", 'note "N"',
    "prices", "make-whole", "events of default", "conversion",
  ]; // biome-ignore format: a list of words
  const shortest = words.map((word) => [word]);
  const longer = (texts: readonly string[][]): string[][] =>
    texts.flatMap((text) => words.map((word) => [...text, word]));

  test("ends, whatever stands where", () => {
    const pairs = longer(shortest);
    const triples = longer(pairs);
    for (const text of [...shortest, ...pairs, ...triples, ...longer(triples)]) expectEnded(text.join(" "));
  });
});

test("an example cut behind any “of”, a blank line put there and a brace taken away, ends", () => {
  for (const name of examples()) {
    const sheet = example(name);
    const open = sheet.slice(0, sheet.lastIndexOf("}"));
    for (const { index } of open.matchAll(/ of /g))
      expectEnded(`${open.slice(0, index + 3)}\n\n${open.slice(index + 4)}`);
  }
});
