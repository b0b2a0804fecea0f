import { expect, test } from "vitest";
import { tradingDayBefore, windowDays } from "../../server/src/market/windows.ts";
import { type Day, isoDate, parseIsoDate } from "../../server/src/quantity/date.ts";

const at = (text: string): Day => {
  const day = parseIsoDate(text);
  if (day === undefined) throw new Error(`no day: ${text}`);
  return day;
};
type Shape = Parameters<typeof windowDays>[0];
const days = (count: number, unit: Shape["unit"], ends: Shape["ends"], anchor: string): string[] =>
  windowDays({ count, unit, ends }, at(anchor)).map(isoDate);

// December 5, 2018, a Wednesday, was a national day of mourning: the exchange was closed, the banks were open.
test("trading days before the anchor leave it out and skip a day of mourning", () => {
  expect(days(5, "trading day", "before", "2018-12-06")).toEqual([
    "2018-11-28",
    "2018-11-29",
    "2018-11-30",
    "2018-12-03",
    "2018-12-04",
  ]);
  expect(tradingDayBefore(at("2018-12-06"))).toBe(at("2018-12-04"));
});

test("trading days including the anchor end on it, or on the last trading day before it", () => {
  expect(days(3, "trading day", "including", "2018-12-06")).toEqual([
    "2018-12-03",
    "2018-12-04",
    "2018-12-06",
  ]);
  expect(days(3, "trading day", "including", "2018-12-05")).toEqual([
    "2018-11-30",
    "2018-12-03",
    "2018-12-04",
  ]);
  expect(days(2, "trading day", "including", "2018-12-09")).toEqual(["2018-12-06", "2018-12-07"]);
});

test("a half day is a trading day", () => {
  expect(days(2, "trading day", "before", "2018-11-26")).toEqual(["2018-11-21", "2018-11-23"]);
});

test("calendar days reach back that many days; only those with trading have a price", () => {
  // November 29 to December 5: the weekend and the day of mourning have no trading.
  expect(days(7, "day", "before", "2018-12-06")).toEqual([
    "2018-11-29",
    "2018-11-30",
    "2018-12-03",
    "2018-12-04",
  ]);
  expect(days(7, "day", "including", "2018-12-06")).toEqual([
    "2018-11-30",
    "2018-12-03",
    "2018-12-04",
    "2018-12-06",
  ]);
});

test("business days are the banks': Columbus Day is none, but has trading; the day of mourning is one, but has none", () => {
  expect(days(2, "business day", "before", "2018-10-10")).toEqual(["2018-10-05", "2018-10-09"]);
  expect(days(2, "business day", "before", "2018-12-06")).toEqual(["2018-12-04"]);
});

test("no draft asks for more days than any window has", () => {
  expect(days(0, "trading day", "before", "2018-12-06")).toEqual([]);
  expect(days(Number.POSITIVE_INFINITY, "trading day", "before", "2018-12-06").length).toBeLessThan(10_000);
});
