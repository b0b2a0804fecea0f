import fc from "fast-check";
import { expect, test } from "vitest";
import { recordsOf, valueIn } from "../support/figures.ts";
import { convertible, scenario } from "../support/sheets.ts";

const played = { scenario: "Played" };

const table = (price: string, on: string, more = ""): string =>
  convertible(
    "$18.00",
    `    amount principal
    ${more}
    make-whole {
      date        $15.00  $20.00  $30.00
      2025-01-01  9.0909  4.0000  1.0
      2026-01-01  7.5     2.8     0
      2027-01-01  0       0       0
    }`,
  ) + scenario(on, `sold at ${price}\n  event "Fundamental Change" on ${on}`);

const added = (price: string, on: string, more = ""): string | undefined =>
  valueIn(table(price, on, more), "make-whole-shares", played);

test.each([
  // On the table's own days and prices its own numbers.
  ["$15.00", "January 1, 2025", "9.0909"],
  ["$20.00", "January 1, 2026", "2.8"],
  ["$30.00", "January 1, 2025", "1"],
  ["$20.00", "January 1, 2027", "0"],
  // Two fifths of the way from 15 to 20: 9.0909 − 0.4 × 5.0909; half the way from 20 to 30.
  ["$17.00", "January 1, 2025", "7.05454"],
  ["$25.00", "January 1, 2025", "2.5"],
  // 73 of 365 days is a fifth: 4.0 − 0.2 × 1.2.
  ["$20.00", "March 15, 2025", "3.76"],
  ["$14.99", "January 1, 2025", "0"],
  ["$30.01", "January 1, 2025", "0"],
])("at %s on %s", (price, on, shares) => {
  expect(added(price, on)).toBe(shares);
});

test("a day outside the table is no number", () => {
  expect(added("$17.00", "December 31, 2024")).toMatch(
    /^waits for a make-whole table that reaches December 31, 2024/,
  );
  expect(added("$17.00", "January 2, 2027")).toMatch(/it runs from January 1, 2025 to January 1, 2027/);
});

test("the maximum conversion rate bounds what is added", () => {
  // 1,000 ÷ 18 = 55.555…; 60 − 55.555… = 4.444….
  expect(added("$15.00", "January 1, 2025", "maximum conversion rate 60 shares per $1,000")).toBe(
    "4.44444444444",
  );
  expect(added("$15.00", "January 1, 2025", "maximum conversion rate 70 shares per $1,000")).toBe("9.0909");
  expect(added("$15.00", "January 1, 2025", "maximum conversion rate 50 shares per $1,000")).toBe("0");
});

test.each([
  ['on "Take-over"', 'event "Take-over" on January 1, 2025', "4"],
  ['on "Take-over"', 'event "Fundamental Change" on January 1, 2025', undefined],
  ["from February 1, 2025", 'event "Fundamental Change" on January 1, 2025', undefined],
  ["until January 1, 2025", 'event "Fundamental Change" on January 1, 2025', "4"],
  ["", "", undefined],
  // The table is read on the day of the event: 4.0 − 1.2 × 73 ÷ 365.
  ["", 'event "Fundamental Change" on March 15, 2025', "3.76"],
])("make-whole %s with %s", (when, event, shares) => {
  const on = event.includes("March") ? "April 1, 2025" : "January 1, 2025";
  const text = table("$20.00", on)
    .replace("make-whole {", `make-whole ${when} {`)
    .replace(/event "Fundamental Change" on .*/, event);
  const value = valueIn(text, "make-whole-shares", played);
  if (shares) expect(value).toBe(shares);
  else expect(value).toMatch(/^waits for/);
});

test("make-whole shares enter value, gain and ownership once their event has happened", () => {
  const market = "market { outstanding 10,000 shares }\n";
  const text = table("$20.00", "January 1, 2025", "fractional shares cash in lieu") + market;
  const records = recordsOf(text, played);
  // 100 × (55.555… + 4) = 5,955.555…; 5,955 × 20.00, and 0.555… × 20.00 = 11.11.
  expect(records.get("conversion-value")?.value).toBe("119100.00");
  expect(records.get("cash-in-lieu")?.value).toBe("11.11");
  expect(records.get("ownership-after")?.value).toBe("0.373237229709");
  const without = recordsOf(text.replace(/event "Fundamental Change" on .*/, ""), played);
  expect(without.get("conversion-value")?.value).toBe("111100.00");
});

test("the rows may stand in any order", () => {
  const lines = table("$17.00", "May 1, 2025").split("\n");
  const at = lines.findIndex((line) => line.includes("2025-01-01"));
  [lines[at], lines[at + 1]] = [lines[at + 1] ?? "", lines[at] ?? ""];
  // 7.05454 − 1.43454 × 120 ÷ 365.
  expect(valueIn(lines.join("\n"), "make-whole-shares", played)).toBe("6.58291041096");
});

test("the steps show both days and both prices", () => {
  const steps = recordsOf(table("$17.00", "May 1, 2025"), played).get("make-whole-shares")?.steps.join("\n");
  expect(steps).toContain("120 of 365 days from January 1, 2025 to January 1, 2026");
  expect(steps).toContain(
    "on January 1, 2025 = 7.05454 shares: at $17.00, between 9.0909 shares at $15.00 and 4 shares at $20.00",
  );
});

test("between four corners the shares are never more than the most and never fewer than the least", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1500, max: 2000 }), fc.integer({ min: 1, max: 28 }), (cents, day) => {
      const price = `$${(cents / 100).toFixed(2)}`;
      const shares = Number(added(price, `February ${day}, 2025`));
      expect(shares).toBeLessThanOrEqual(9.0909);
      expect(shares).toBeGreaterThanOrEqual(2.8);
    }),
    { numRuns: 25 },
  );
});

const interest = (rate: string, on: string): string =>
  `${convertible("$1.00", "    interest make-whole 7.5%").replace("matures January 2, 2025", `matures January 2, 2026\n  interest { rate ${rate}; day count actual/365 }`)}${scenario(on)}`;

test.each([
  // 100,000 × 6 % × 730/365 = 12,000.00, at most 7,500.00.
  ["6%", "January 3, 2024", "7500.00"],
  // 100,000 × 6 % × 365/365.
  ["6%", "January 2, 2025", "6000.00"],
  ["6%", "January 2, 2026", "0.00"],
])("interest make-whole at %s on %s", (rate, on, amount) => {
  expect(valueIn(interest(rate, on), "interest-make-whole", played)).toBe(amount);
});

test("interest made whole is what the note would still have borne", () => {
  const note = (interestTerms: string, more: string, on: string): string =>
    convertible("$1.00", "    amount principal\n    interest make-whole 100%", {
      principal: "$120,000",
      matures: `January 2, 2026\n  interest { rate 12%; day count 30/360 bond basis; ${interestTerms} }\n  ${more}`,
    }) + scenario(on);
  // Half is repaid by July 17, 2025: 15 days on 60,000.00 are 300.00, then 500.00, 400.00 and so on down to 100.00.
  const instalments = "instalments {\n    monthly from 2025-02-02, 12 times  1/12 of principal\n  }";
  expect(
    valueIn(
      note("simple; payable monthly; accrues from January 2, 2025", instalments, "July 17, 2025"),
      "interest-make-whole",
      played,
    ),
  ).toBe("1800.00");
  // 120,000.00 × 1.12 ÷ 120,000.00: in the second year 134,400.00 bear 16,128.00.
  expect(valueIn(note("compounded annually", "", "January 2, 2025"), "interest-make-whole", played)).toBe(
    "16128.00",
  );
});
