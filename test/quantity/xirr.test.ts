import { describe, expect, test } from "vitest";
import { type Day, parseIsoDate } from "../../server/src/quantity/date.ts";
import { compare, parseExact, toFixed, zero } from "../../server/src/quantity/exact.ts";
import { type Flow, internalRate } from "../../server/src/quantity/xirr.ts";
import { oracle } from "./oracle.ts";

/** `2018-08-01 -130000; 2019-08-01 140400` */
function flowsOf(text: string): Flow[] {
  return text.split("; ").map((flow) => {
    const [date = "", amount = ""] = flow.split(" ");
    return { day: parseIsoDate(date) as Day, amount: parseExact(amount) ?? zero };
  });
}

/** The rate to so many places; undefined where there is none. */
function rateOf(text: string, places: number): string | undefined {
  const rate = internalRate(flowsOf(text));
  return rate && toFixed(rate, places);
}

describe("agrees with bisection in 50-digit decimals, to the last digit given", () => {
  const rows = oracle("xirr.csv").map(({ flows = "", xirr = "" }) => [flows, xirr] as const);
  expect(rows.length).toBe(20);
  test.each(rows)("%s", (flows, xirr) => {
    expect(rateOf(flows, xirr.split(".")[1]?.length ?? 0)).toBe(xirr.replace(/^-(?=[0.]+$)/, ""));
  });
});

test.each([
  // 140,400 ÷ 130,000 over 365 days.
  ["2018-08-01 -130000; 2019-08-01 140400", "0.0800000000"],
  // Over 364 days 1.08 ^ (365/364) − 1.
  ["2018-08-02 -130000; 2019-08-01 140400", "0.0802283701"],
  // The order of the flows does not matter, and those of one day are one.
  ["2019-08-01 140000; 2018-08-01 -130000; 2019-08-01 400", "0.0800000000"],
  // Nothing gained.
  ["2018-08-01 -100; 2019-08-01 100", "0.0000000000"],
  // Half is lost in two years of 365 days: the square root of a half, less one.
  ["2021-01-01 -100; 2023-01-01 50", "-0.2928932188"],
  // Four times as much in a year; a day on which nothing moves changes nothing.
  ["2021-01-01 -1; 2022-01-01 4; 2022-01-02 0", "3.0000000000"],
])("%s comes to %s", (flows, rate) => {
  expect(rateOf(flows, 10)).toBe(rate);
});

test("four conversions of 32,500 from the Power Up Note, sold at a flat price", () => {
  const flows =
    "2018-08-01 -130000; 2019-02-01 52016.44; 2019-03-01 52323.29; 2019-04-01 52663.01; 2019-05-01 52991.78";
  expect(rateOf(flows, 4)).toBe("1.1617");
  expect(rateOf(flows.replace("2018-08-01", "2018-08-02"), 4)).toBe("1.1691");
});

test("a rate of more than a thousandfold", () => {
  // 1.5 in two days is 1.5 ^ 182.5 a year.
  expect(rateOf("2021-01-01 -100; 2021-01-03 150", 0)).toMatch(/^13697924800225639641841444\d{7}$/);
});

test.each([
  ["paid alone", "2021-01-01 -100; 2022-01-01 -50"],
  ["received alone", "2021-01-01 100; 2022-01-01 50"],
  ["one day", "2021-01-01 -100; 2021-01-01 150"],
  ["nothing", "2021-01-01 0; 2022-01-01 0"],
  ["a sum that no rate brings to nothing", "2021-01-01 100; 2022-01-01 -150; 2023-01-01 100"],
])("there is no rate: %s", (_, flows) => {
  expect(rateOf(flows, 4)).toBeUndefined();
});

test("of two rates the one nearer to zero", () => {
  // 100 x² − 230 x + 132 = 0 has the roots 1.1 and 1.2 for x, a year of 365 days.
  const flows = "2021-01-01 -100; 2022-01-01 230; 2023-01-01 -132";
  expect(rateOf(flows, 10)).toBe("0.1000000000");
});

test("a rate is below zero exactly where less comes back", () => {
  const rate = internalRate(flowsOf("2021-01-01 -100; 2021-06-01 40; 2022-01-01 59"));
  expect(rate && compare(rate, zero)).toBeLessThan(0);
});
