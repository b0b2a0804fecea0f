import { expect, test } from "vitest";
import { recordsOf, valueIn } from "../support/figures.ts";
import { scenario, sheet } from "../support/sheets.ts";

const dates = { issued: "January 15, 2019", matures: "January 31, 2020" };
const bearing = (lines: string, changed = {}): string =>
  sheet(`  interest { ${lines} }`, { ...dates, ...changed });
const interest = (lines: string, changed = {}): string | undefined =>
  valueIn(bearing(lines, changed), "accrued-interest");

// 100,000 at 10 % from January 15, 2019 to January 31, 2020: 381 days, of which 351 in 2019 and 30 in 2020;
// by 30/360 a year and 16 days (376), by 30E/360 a year and 15 (375).
test.each([
  ["actual/365", "381", "10438.36"], // 10,000 × 381/365 = 10,438.356…
  ["actual/360", "381", "10583.33"], // 10,000 × 381/360 = 10,583.333…
  ["actual/actual ISDA", "381", "10436.11"], // 10,000 × (351/365 + 30/366) = 9,616.438… + 819.672…
  ["30/360 bond basis", "376", "10444.44"], // 10,000 × 376/360
  ["30/360 US", "376", "10444.44"],
  ["30E/360", "375", "10416.67"], // 10,000 × 375/360
])("day count %s", (dayCount, days, value) => {
  expect(interest(`rate 10%; day count ${dayCount}`)).toBe(value);
  expect(valueIn(bearing(`rate 10%; day count ${dayCount}`), "interest-days")).toBe(days);
});

// 100,000 over one year of 365 days at 12 %.
test.each([
  ["annually", "12000.00"],
  ["semi-annually", "12359.98"], // (1 + 0.12 × 181/365) × (1 + 0.12 × 184/365) = 1.1235997568…
  ["quarterly", "12550.87"], // 90, 91, 92 and 92 days: 1.1255086523…
  ["monthly", "12682.45"], // the days of each month over 365: 1.1268244976…
  ["daily", "12747.46"], // (1 + 0.12/365)³⁶⁵ = 1.127474615…
  ["continuously", "12749.69"], // e^0.12 = 1.127496851…
])("compounded %s", (often, value) => {
  expect(
    interest(`rate 12%; compounded ${often}`, { issued: "January 1, 2018", matures: "January 1, 2019" }),
  ).toBe(value);
});

// Half a year by 30/360 compounded quarterly: 1.03² − 1 = 0.0609.
test("compounding for part of a year", () => {
  expect(
    interest("rate 12%; compounded quarterly; day count 30/360 bond basis", {
      issued: "January 1, 2018",
      matures: "July 1, 2018",
    }),
  ).toBe("6090.00");
});

test("a rate a month counts twelve times", () => {
  expect(
    interest("rate 2% per month; day count 30/360", {
      issued: "January 1, 2018",
      matures: "January 1, 2019",
    }),
  ).toBe("24000.00");
});

test("interest is rounded half up, to the currency's unit, once", () => {
  // 100.10 × 5 % = 5.005 on a year of 365 days
  const year = { issued: "January 1, 2018", matures: "January 1, 2019" };
  expect(interest("rate 5%", { ...year, principal: "$100.10" })).toBe("5.01");
  expect(interest("rate 5%", { ...year, principal: "$100.09" })).toBe("5.00");
  expect(interest("rate 5%", { ...year, principal: "JPY 1,010" })).toBe("51");
  expect(
    recordsOf(bearing("rate 5%", { ...year, principal: "JPY 1,010" })).get("accrued-interest")?.unit,
  ).toBe("JPY");
});

test("large sums lose nothing", () => {
  // 999,999,999,999,999.99 × 10 % × 365/365 = 99,999,999,999,999.999
  const year = { issued: "January 1, 2018", matures: "January 1, 2019" };
  expect(interest("rate 10%", { ...year, principal: "$999,999,999,999,999.99" })).toBe("100000000000000.00");
});

test("relative dates, counted from the day after their anchor", () => {
  // Day n is n days after its anchor; January 31 and one month is the month's last day.
  const matures = (words: string, issued = "January 31, 2019"): string | null | undefined =>
    recordsOf(bearing("rate 10%", { issued, matures: words })).get("accrued-interest")?.on;
  expect(matures("180 days after issue")).toBe("2019-07-30");
  expect(matures("1 month after issue")).toBe("2019-02-28");
  expect(matures("1 year after issue", "February 29, 2020")).toBe("2021-02-28");
  expect(matures("2 weeks after issue")).toBe("2019-02-14");
  // February 1 is a Friday; Monday, Tuesday … and Presidents' Day, the 18th, is closed.
  expect(matures("12 trading days after issue")).toBe("2019-02-19");
  // Columbus Day is no business day of the banks, but a trading day.
  expect(matures("1 business day after issue", "October 11, 2019")).toBe("2019-10-15");
  expect(matures("1 trading day after issue", "October 11, 2019")).toBe("2019-10-14");
  expect(matures("30 days after funding")).toBe("2019-03-02");
  expect(matures("issue")).toBe("2019-01-31");
});

test("interest paid along the way: what is unpaid runs from the last payment", () => {
  // Counted back from January 31, 2020, the last payment before it is October 31, 2019: 92 days.
  expect(valueIn(bearing("rate 36.5%; payable quarterly"), "interest-days")).toBe("92");
  expect(interest("rate 36.5%; payable quarterly")).toBe("9200.00");
  // Stated from April 15, 2019, it is January 15, 2020: 16 days.
  const stated = "rate 36.5%; payable quarterly from April 15, 2019";
  expect(valueIn(bearing(stated), "interest-days")).toBe("16");
  expect(interest(stated)).toBe("1600.00");
  expect(interest("rate 36.5%; payable at maturity")).toBe("38100.00");
});

test("interest from funding needs the day of funding", () => {
  const text = sheet("  interest { rate 36.5%; accrues from funding }\n  funded soon", dates);
  expect(valueIn(text, "accrued-interest")).toMatch(
    /^waits for the clause “funded”, which can't be read yet/,
  );
});

test("a default rate that can't be read is not taken for none", () => {
  const text = bearing("rate 10%; default rate much") + scenario("March 1, 2020");
  expect(recordsOf(text, { scenario: "Played" }).has("late-interest")).toBe(false);
});
