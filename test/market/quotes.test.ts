import { expect, test } from "vitest";
import { flatQuotes, quotesOf, type Use } from "../../server/src/market/quotes.ts";
import { parseIsoDate } from "../../server/src/quantity/date.ts";
import { whole } from "../../server/src/quantity/exact.ts";
import { plainValue } from "../../server/src/quantity/format.ts";
import type { MeasureId } from "../../server/src/syntax/measures.ts";
import { market, read, sheet } from "../support/sheets.ts";

function quoted(rows: string, day: string, measure: MeasureId, use: Use = "other"): string | undefined {
  const found = read(`${sheet("")}${market(rows)}`).notes[0]?.surroundings.market;
  const at = parseIsoDate(day);
  if (!found || at === undefined) throw new Error("no market");
  const price = quotesOf(found, "USD").on(at, measure, use);
  return price && `${plainValue(price)} ${price.name}`;
}

const table = "date low high last close\n2024-06-03 $1 $4 $3 $2\n2024-06-04 - - - $5";

test("a price is its own column's, on its own day", () => {
  expect(quoted(table, "2024-06-03", "low price")).toBe("1 low price of 2024-06-03");
  expect(quoted(table, "2024-06-04", "low price")).toBeUndefined();
  expect(quoted(table, "2024-06-05", "low price")).toBeUndefined();
  expect(quoted(table, "2024-06-03", "VWAP")).toBeUndefined();
  expect(quoted(table, "2024-06-03", "closing bid")).toBeUndefined();
});

test("a trading price is the day's low under “lowest”, its high under “highest”, else its last", () => {
  expect(quoted(table, "2024-06-03", "trading price", "lowest")).toBe("1 low price of 2024-06-03");
  expect(quoted(table, "2024-06-03", "trading price", "highest")).toBe("4 high price of 2024-06-03");
  expect(quoted(table, "2024-06-03", "trading price")).toBe("3 last price of 2024-06-03");
  expect(quoted(table, "2024-06-04", "trading price")).toBe("5 closing price of 2024-06-04");
  expect(quoted(table, "2024-06-04", "trading price", "lowest")).toBeUndefined();
});

test("a column of its own answers for the trading price", () => {
  expect(quoted("date trading price low\n2024-06-03 $7 $1", "2024-06-03", "trading price", "lowest")).toBe(
    "7 trading price of 2024-06-03",
  );
});

test("in a market that stands still every measure of every day is the same", () => {
  const quotes = flatQuotes(whole(2), "USD");
  const day = parseIsoDate("2024-06-03");
  if (day === undefined) throw new Error("no day");
  expect(quotes.on(day, "VWAP", "lowest")).toBe(quotes.flat);
  expect(quotes.days).toBeUndefined();
});
