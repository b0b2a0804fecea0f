import { expect, test } from "vitest";
import { currencySign, isCurrency, minorUnits } from "../../server/src/quantity/currency.ts";
import { parseIsoDate } from "../../server/src/quantity/date.ts";
import { dateFigure } from "../../server/src/quantity/figure.ts";
import { plainValue, show, showDifference, unitOf } from "../../server/src/quantity/format.ts";
import { money, price, ratio, shares, stated } from "../support/numbers.ts";

test.each([
  ["money", money("940800"), "$940,800.00", "940800.00", "USD"],
  ["money below zero", money("-28.494"), "−$28.49", "-28.49", "USD"],
  ["a large sum", money("1000000000000000"), "$1,000,000,000,000,000.00", "1000000000000000.00", "USD"],
  ["a sum in euros", { ...money("5000.5"), currency: "EUR" }, "EUR 5,000.50", "5000.50", "EUR"],
  ["a sum in yen", { ...money("5000"), currency: "JPY" }, "JPY 5,000", "5000", "JPY"],
  ["a price", price("0.001955"), "$0.001955", "0.001955", "USD/share"],
  ["a price with two places at least", price("1.5"), "$1.50", "1.5", "USD/share"],
  ["a whole price", price("3"), "$3.00", "3", "USD/share"],
  ["a price that does not end", price("1/3"), "$0.33333333", "0.333333333333", "USD/share"],
  ["the smallest price", price("0.0000000001"), "$0.0000000001", "0.0000000001", "USD/share"],
  ["shares", shares("481227621"), "481,227,621 shares", "481227621", "shares"],
  ["one share", shares("1"), "1 share", "1", "shares"],
  ["no share", shares("0"), "0 shares", "0", "shares"],
  [
    "shares beyond 2^53",
    shares("11068235294117647"),
    "11,068,235,294,117,647 shares",
    "11068235294117647",
    "shares",
  ],
  ["a percentage", ratio("0.0999"), "9.99 %", "0.0999", "ratio"],
  ["a percentage to four places", ratio("69047619/1000000000"), "6.9048 %", "0.069047619", "ratio"],
  ["a whole percentage", ratio("1.5"), "150 %", "1.5", "ratio"],
  ["no percentage", ratio("0"), "0 %", "0", "ratio"],
  ["a percentage beyond sense", ratio("10000000.01"), "over 1,000,000,000 %", "10000000.01", "ratio"],
  ["the largest percentage with digits", ratio("10000000"), "1,000,000,000 %", "10000000", "ratio"],
  ["a percentage below zero", ratio("-0.07"), "−7 %", "-0.07", "ratio"],
  ["a count", stated("count", "4"), "4", "4", "count"],
  ["days", stated("days", "365"), "365 days", "365", "days"],
  ["one day", stated("days", "1"), "1 day", "1", "days"],
])("%s", (_, figure, shown, plain, unit) => {
  expect(show(figure)).toBe(shown);
  expect(plainValue(figure)).toBe(plain);
  expect(unitOf(figure)).toBe(unit);
});

test("a date", () => {
  const day = parseIsoDate("2018-12-06");
  if (day === undefined) throw new Error("no day");
  const date = dateFigure(day, { kind: "given", by: "the test", span: undefined });
  expect([show(date), plainValue(date), unitOf(date)]).toEqual(["December 6, 2018", "2018-12-06", "date"]);
});

test("a difference shows its sign", () => {
  expect([money("1400"), money("-28.49"), money("0")].map(showDifference)).toEqual([
    "+$1,400.00",
    "−$28.49",
    "$0.00",
  ]);
});

test("currencies", () => {
  expect(["USD", "EUR", "JPY", "XQQ", "usd", "", "$"].map(isCurrency)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(["USD", "EUR", "JPY", "KWD"].map(minorUnits)).toEqual([2, 2, 0, 3]);
  expect(["USD", "CAD"].map(currencySign)).toEqual(["$", "CAD "]);
});
