import { expect, test } from "vitest";
import { plain } from "../../server/src/syntax/plain.ts";
import { otherReaders, wordReaders } from "../../server/src/syntax/readers.ts";
import { tokenize } from "../../server/src/syntax/tokens.ts";

/** What each reader is for, by its example, and what the phrase grammar then gets, token by token. */
const cases: readonly (readonly [reads: string, tokens: string])[] = [
  ["closing bid price", "MeasureName:closing bid price"],
  ["12% a year", "Number:12 Percent:% Per:a Year:year"],
  ["12 per cent", "Number:12 Percent:per cent"],
  ["last day of each quarter", "LastDay:last day Of:of Every:each Quarter:quarter"],
  ["12% p.a.", "Number:12 Percent:% Per:per Year:annum"],
  ["30th day of June", "Number:30 MonthName:June"],
  ["US$ 5,000", "CurrencyCode:USD Number:5,000"],
  ["5 million USD", "CurrencyCode:USD Number:5 Million:million"],
  ["one third of", "Fraction:1/3 Of:of"],
  ["the outstanding", ""],
  ["five (5)", "Number:5"],
  ["any other word", "Word:any Word:other Word:word"],
  ["(ii)", ""],
  ["(the “Conversion Price”)", ""],
  ["(as reported by Bloomberg)", ""],
  ["2-Jan-2025", "Number:2 MonthName:January Number:2025"],
  ["2025/01/02", "IsoDate:2025-01-02"],
  ["8 1/4%", "Number:8 1/4 Percent:%"],
  ["SOFR + 5%", 'Quoted:"SOFR" Plus:plus Number:5 Percent:%'],
  ["ten-day", "Number:ten Day:day"],
  ["6 million U.S. dollars", "CurrencyCode:USD Number:6 Million:million"],
  ["US Dollars 100,000", "CurrencyCode:USD Number:100,000"],
  ["12-31-2024", "SlashDate:12/31/2024"],
  ["Jan-2-2025", "MonthName:January Number:2 Number:2025"],
  ["$100 000", "Dollar:$ Number:100 000"],
  ["$0.05, subject to adjustment as provided herein", "Dollar:$ Number:0.05"],
  ["$100,000, in lawful money of the United States", "Dollar:$ Number:100,000"],
  ["at 5:00 p.m. New York City time, on", "On:on"],
  ["lower of: (a)", "Lesser:lower Of:of"],
  ["６５％", "Number:６５％ Percent:%"],
  ["August1, 2018", "MonthName:August Number:1 Comma:, Number:2018"],
  ["Tuesday, January 2", "MonthName:January Number:2"],
];

test.each(cases)("%s", (reads, tokens) => {
  const read = plain(tokenize(reads).tokens).tokens;
  expect(read.map(({ tokenType, image }) => `${tokenType.name}:${image}`).join(" ")).toBe(tokens);
});

test("every reader has its case, and takes something wherever it reads", () => {
  const readers = [...new Set([...wordReaders, ...otherReaders])];
  expect(readers.map(({ reads }) => reads).sort()).toEqual(cases.map(([reads]) => reads).sort());
  for (const { reads, when } of readers) {
    const source = tokenize(reads).tokens;
    const readings = source.flatMap((token, at) => {
      const isOther = token.tokenType.name !== "Word";
      if (isOther !== otherReaders.some((other) => other.reads === reads)) return [];
      return when({ source, at, before: plain(source.slice(0, at)).tokens }) ?? [];
    });
    expect(readings.length, reads).toBeGreaterThan(0);
    for (const { taken } of readings) expect(taken).toBeGreaterThan(0);
  }
});

test.each([
  ["5 USD", "CurrencyCode:USD Number:5"],
  ["$5 million USD", "CurrencyCode:USD Number:5 Million:million"],
  ["EUR 5 USD", "CurrencyCode:EUR Number:5 Word:USD"],
  ["A$5", "CurrencyCode:AUD Number:5"],
  ["a $5", "Dollar:$ Number:5"],
  ["A $5", "Word:A Dollar:$ Number:5"],
  ["day 0 to 30", "Day:day Number:0 To:to Number:30"],
  ["up to $5", "Up:up To:to Dollar:$ Number:5"],
])("what stands round them decides: %s", (words, tokens) => {
  const read = plain(tokenize(words).tokens).tokens;
  expect(read.map(({ tokenType, image }) => `${tokenType.name}:${image}`).join(" ")).toBe(tokens);
});
