import { expect, test } from "vitest";
import { expectedAfter } from "../../server/src/syntax/expected.ts";
import { keywordText } from "../../server/src/syntax/keywords.ts";
import type { PhraseRule } from "../../server/src/syntax/phrase-grammar.ts";
import { plain } from "../../server/src/syntax/plain.ts";
import { tokenize } from "../../server/src/syntax/tokens.ts";

/** What may stand next, in the words of the language, in the order of the alphabet. */
function next(rule: PhraseRule, words: string): string[] {
  const found = expectedAfter(rule, plain(tokenize(words).tokens).tokens);
  return [...found].map((type) => keywordText(type) ?? type.name).sort();
}

test.each<readonly [PhraseRule, string, readonly string[]]>([
  ["money", "", ["CurrencyCode", "Dash", "Dollar"]],
  ["money", "$", ["Dash", "Number"]],
  ["money", "$5", ["billion", "million", "thousand"]],
  ["money", "$5 million", []],
  ["rate", "12", ["Percent"]],
  ["rate", "12%", ["annually", "monthly", "months", "on", "per", "years"]],
  ["rate", "12% per", ["months", "years"]],
  ["limit", "9.99%", ["after", "before"]],
  ["limit", "9.99% after", ["issue"]],
  ["period", "5", ["business", "calendar", "days", "months", "trading", "weeks", "years"]],
  ["period", "5 trading", ["days"]],
  ["date", "180 days", ["after", "before"]],
  [
    "date",
    "180 days after",
    [
      "Quoted",
      "closing",
      "conversion",
      "default",
      "event",
      "funding",
      "issue",
      "maturity",
      "notice",
      "payment",
    ],
  ],
  ["amount", "principal", ["amount", "and", "lent", "plus"]],
  ["price", "lowest", ["MeasureName", "Number", "of"]],
  ["price", "average of", ["Dash", "MeasureName", "Number"]],
  ["price", "average of VWAP", ["over"]],
  ["price", "average of VWAP over", ["Dash", "Number", "prior"]],
  ["price", "average of VWAP over prior 5", ["business", "calendar", "days", "trading"]],
  [
    "price",
    "average of VWAP over 5 trading days",
    ["before", "including", "less", "period", "plus", "rounded", "prior", "trading"],
  ],
  ["price", "closing bid", ["on"]],
  ["price", "closing bid on prior", ["trading"]],
  ["price", "$2 less", ["CurrencyCode", "Dash", "Dollar", "Number"]],
  ["price", "$2 less 5", ["Percent", "points"]],
  ["price", "nonsense", []],
  ["price", "lowest nonsense of", []],
])("after %s “%s”", (rule, words, expected) => {
  expect(next(rule, words)).toEqual([...expected].sort());
});

test("a long list of alternatives is no harder than its length", () => {
  const words = `lowest of ${"$1, lowest of $2, ".repeat(120)}`;
  expect(next("price", words)).toContain("Dollar");
});
