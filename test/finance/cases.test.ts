import { expect, test } from "vitest";
import { valueIn } from "../support/figures.ts";
import { convertible, market, scenario, sheet } from "../support/sheets.ts";

/** $1.75 for the first 180 days, then half of what the share costs; from January 2, 2024 day 180 is June 30. */
const regimes = (more = "", when = "June 28, 2024"): string =>
  convertible("$1.75 until day 180", `    price 50% of $2.00 from day 181\n${more}`) + scenario(when);

const priceOn = (when: string, more = "", happens = ""): string | undefined =>
  valueIn(
    convertible("$1.75 until day 180", `    price 50% of $2.00 from day 181\n${more}`) +
      scenario(when, happens),
    "conversion-price",
    { scenario: "Played" },
  );

test.each([
  ["January 2, 2024", "1.75"],
  ["June 30, 2024", "1.75"],
  ["July 1, 2024", "1"],
])("fixed first, variable later: on %s", (when, price) => {
  expect(priceOn(when)).toBe(price);
});

test("without a day, a price that depends on it waits for one", () => {
  expect(valueIn(regimes(), "conversion-price")).toContain("waits for a conversion date");
});

test("an event changes a price from its day on, in the scenario that brings it", () => {
  const more = "    price $0.10 on event of default";
  expect(priceOn("July 1, 2024", more)).toBe("1");
  expect(priceOn("July 1, 2024", more, "event of default June 1, 2024")).toBe("0.1");
  expect(priceOn("May 1, 2024", more, "event of default June 1, 2024")).toBe("1.75");
  const chilled = '    price $0.20 if "DTC chill"';
  expect(priceOn("July 1, 2024", chilled, 'event "DTC chill" on March 1, 2024')).toBe("0.2");
});

test("unless something happens in time", () => {
  const text = (happens: string): string | undefined =>
    valueIn(
      convertible("$1.75", '    price $0.50 unless "Listing" by March 31, 2024') +
        scenario("July 1, 2024", happens),
      "conversion-price",
      { scenario: "Played" },
    );
  expect(text("")).toBe("0.5");
  expect(text('event "Listing" on March 31, 2024')).toBe("1.75");
  expect(text('event "Listing" on April 1, 2024')).toBe("0.5");
});

test("the earlier of a day and an event that only a scenario brings", () => {
  const text = sheet("  interest { rate 10% }", {
    matures: 'earlier of { January 1, 2025; closing of "Offering" }',
  });
  const closes = scenario("December 31, 2024", 'closing "Offering" on July 1, 2024');
  // 365 days of 2024 from January 2 to January 1, 2025; to July 1, 2024 they are 181.
  expect(valueIn(text, "interest-days")).toBe("365");
  expect(valueIn(text + closes, "interest-days", { scenario: "Played" })).toBe("181");
});

test("the lowest of the averages of three days in a row", () => {
  // The means of three days in a row are 3, 4 and 5.
  const prices = ["$3", "$4", "$2", "$6", "$7"];
  const days = ["2024-06-03", "2024-06-04", "2024-06-05", "2024-06-06", "2024-06-07"];
  const rows = days.map((day, index) => `${day} ${prices[index]}`).join("\n");
  const text =
    convertible("lowest 3-day average of VWAP over prior 5 trading days") +
    market(`date VWAP\n${rows}`) +
    scenario("June 10, 2024");
  expect(valueIn(text, "conversion-price", { scenario: "Played" })).toBe("3");
});

test("rates of every shape", () => {
  // 100,000 for the 366 days from January 2, 2024 to January 2, 2025.
  const interest = (rate: string, more = ""): string | undefined =>
    valueIn(sheet(`  interest { ${rate} }\n${more}`), "accrued-interest");
  const prime = 'market { index "WSJ Prime" 8.5% }';
  expect(interest('rate "WSJ Prime" plus 4%', prime)).toBe("12534.25"); // 12.5 % × 366/365
  expect(interest('rate "WSJ Prime" less 1%', prime)).toBe("7520.55"); // 7.5 %
  expect(interest('rate "WSJ Prime" plus 4%; maximum rate 12%', prime)).toBe("12032.88"); // 12 %
  expect(interest('rate "WSJ Prime" less 5%; minimum rate 5%', prime)).toBe("5013.70"); // 5 %
  expect(interest('rate lesser of { 8%; greater of { 5%; "WSJ Prime" less 2% } }', prime)).toBe("6517.81"); // 6.5 %
  expect(interest("rate lesser of { 22%; legal maximum }", "legal maximum 16%")).toBe("16043.84"); // 16 %
  expect(interest("rate lesser of { 22%; legal maximum }")).toBe("22060.27"); // 22 %
  expect(interest('rate "WSJ Prime" plus 4%')).toContain("waits for where “WSJ Prime” stands");
});

test("an additional default rate comes on top of the rate", () => {
  // 30 days late on 100,000 + 8,021.92 at 8 % + 10 %: 108,021.92 × 18 % × 30/365 = 1,598.13….
  expect(valueIn(sheet("  interest { rate 8%; default rate additional 10% }"), "late-interest-30-days")).toBe(
    "1598.13",
  );
});

test("amounts of every shape", () => {
  const converted = (amount: string): string | undefined =>
    valueIn(convertible("$1.00", `    amount ${amount}`) + scenario("January 2, 2025"), "conversion-amount", {
      scenario: "Played",
    });
  expect(converted("1/15 of principal")).toBe("6666.67");
  expect(converted("2 times principal")).toBe("200000.00");
  expect(converted("greater of { 150% of principal; $140,000 }")).toBe("150000.00");
  expect(converted("lesser of principal and $90,000")).toBe("90000.00");
  expect(converted("50% of principal plus $1,000")).toBe("51000.00");
});
