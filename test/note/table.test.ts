import { expect, test } from "vitest";
import { isoDate } from "../../server/src/quantity/date.ts";
import { plainValue } from "../../server/src/quantity/format.ts";
import { market, read, sheet } from "../support/sheets.ts";

/** The table as it is understood: its columns, then each day with its prices, `-` for none. */
function tableOf(rows: string): string[] {
  const [note] = read(`${sheet("")}${market(rows)}`).notes;
  const table = note?.surroundings.market?.table;
  if (!table) throw new Error("no table");
  const lines = table.rows.map(({ day, prices }) => {
    const cells = table.measures.map((measure) => {
      const cell = prices.get(measure);
      return cell ? plainValue(cell.price) : "-";
    });
    return [isoDate(day), ...cells].join(" ");
  });
  return [table.measures.join(", "), ...lines];
}

test("columns in any order, each by any of its names", () => {
  expect(tableOf("date  closing bid  VWAP\n2024-06-03 $0.0023 $0.0024")).toEqual([
    "closing bid, VWAP",
    "2024-06-03 0.0023 0.0024",
  ]);
  expect(tableOf("Date  close  bid  low  high  open  last\n2024-06-03 1 2 3 4 5 6")).toEqual([
    "closing price, closing bid, low price, high price, opening price, last price",
    "2024-06-03 1 2 3 4 5 6",
  ]);
  expect(tableOf("date  closing sale price  volume-weighted average price\n2024-06-03 $1 $2")).toEqual([
    "closing price, VWAP",
    "2024-06-03 1 2",
  ]);
});

test("a dash is no price", () => {
  expect(tableOf("date VWAP bid\n2024-06-03 - $2\n2024-06-04 $1 –")).toEqual([
    "VWAP, closing bid",
    "2024-06-03 - 2",
    "2024-06-04 1 -",
  ]);
});

test("dates in any form, rows in the order of time", () => {
  expect(tableOf("date VWAP\nJune 4, 2024 $2\n2024-06-03 $1\n5 June 2024 $3\nJune 6 2024 $4")).toEqual([
    "VWAP",
    "2024-06-03 1",
    "2024-06-04 2",
    "2024-06-05 3",
    "2024-06-06 4",
  ]);
});

test("prices with and without a sign, separators included", () => {
  expect(tableOf("date VWAP bid close\n2024-06-03 $1,234.50 USD 1,000 .003")).toEqual([
    "VWAP, closing bid, closing price",
    "2024-06-03 1234.5 1000 0.003",
  ]);
});

test("of two lines for one day the first counts; bad lines are left out and no other", () => {
  expect(
    tableOf("date VWAP\n2024-06-03 $1\n2024-06-03 $2\nnonsense\n2024-06-04 $3 $4\n2024-06-05 $5"),
  ).toEqual(["VWAP", "2024-06-03 1", "2024-06-05 5"]);
});

test("a table without a heading, or with nothing in it, has no rows", () => {
  expect(tableOf("2024-06-03 $1")).toEqual([""]);
  expect(tableOf("")).toEqual([""]);
  expect(tableOf("date VWAP")).toEqual(["VWAP"]);
});

test("empty lines, comments and semicolons between rows mean nothing", () => {
  expect(tableOf("date VWAP // heading\n\n  // a day\n2024-06-03 $1; 2024-06-04 $2\n")).toEqual([
    "VWAP",
    "2024-06-03 1",
    "2024-06-04 2",
  ]);
});
