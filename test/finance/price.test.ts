import { expect, test } from "vitest";
import { recordsOf, valueIn } from "../support/figures.ts";
import { convertible, market, scenario } from "../support/sheets.ts";

/** Five trading days before June 10, 2024, and the day itself; each measure apart from the others. */
const rows = `    date VWAP bid close low high open last
    2024-06-03 $0.0100 $0.0101 $0.0102 $0.0090 $0.0120 $0.0103 $0.0104
    2024-06-04 $0.0110 $0.0111 $0.0112 $0.0091 $0.0121 $0.0113 $0.0114
    2024-06-05 $0.0120 $0.0121 $0.0122 $0.0092 $0.0122 $0.0123 $0.0124
    2024-06-06 $0.0130 $0.0131 $0.0132 $0.0089 $0.0123 $0.0133 $0.0134
    2024-06-07 $0.0140 $0.0141 $0.0142 $0.0094 $0.0119 $0.0143 $0.0144
    2024-06-10 $0.0500 $0.0501 $0.0502 $0.0503 $0.0504 $0.0505 $0.0506`;
const surroundings = market(rows) + scenario("June 10, 2024");
const played = { scenario: "Played" };
const price = (words: string, more = ""): string | undefined =>
  valueIn(convertible(words, more) + surroundings, "conversion-price", played);

test.each([
  ["average of VWAP over prior 5 trading days", "0.012"],
  ["average of VWAP over prior 2 trading days", "0.0135"],
  ["average of VWAP over 2 trading days including conversion date", "0.032"],
  ["average of VWAP over 3 trading days before conversion", "0.013"],
  ["average of VWAP over 2 trading days before June 6, 2024", "0.0115"],
  ["average of VWAP over 2 trading days including 2024-06-06", "0.0125"],
  ["lowest VWAP over prior 5 trading days", "0.01"],
  ["highest VWAP over prior 5 trading days", "0.014"],
  ["average of 2 lowest VWAPs over prior 5 trading days", "0.0105"],
  ["average of 2 highest VWAPs over prior 5 trading days", "0.0135"],
  ["lowest low price over prior 5 trading days", "0.0089"],
  ["lowest trading price over prior 5 trading days", "0.0089"],
  ["highest trading price over prior 5 trading days", "0.0123"],
  ["trading price on prior trading day", "0.0144"],
  ["closing bid on prior trading day", "0.0141"],
  ["closing bid on conversion date", "0.0501"],
  ["closing bid on June 5, 2024", "0.0121"],
  ["closing bid on trading day before June 5, 2024", "0.0111"],
  ["opening price on prior trading day", "0.0143"],
  ["high price on prior trading day", "0.0119"],
  ["last price on prior trading day", "0.0144"],
  ["closing price on prior trading day", "0.0142"],
  // June 3 to June 9: the five days of trading among them.
  ["average of VWAP over prior 7 days", "0.012"],
  ["average of VWAP over prior 3 days", "0.014"],
  // 65 % of 0.012; less 15 % of that; 65 less 15 points is 50 %.
  ["65% of average of VWAP over prior 5 trading days", "0.0078"],
  ["65% of average of VWAP over prior 5 trading days less 15%", "0.00663"],
  ["65% of average of VWAP over prior 5 trading days less 15 points", "0.006"],
  ["65% of average of VWAP over prior 5 trading days plus 10 points", "0.009"],
  ["average of VWAP over prior 5 trading days less $0.002", "0.01"],
  ["average of VWAP over prior 5 trading days plus $0.002", "0.014"],
  ["average of VWAP over prior 5 trading days plus 50%", "0.018"],
  ["$0.0120 less 10% plus $0.0002", "0.011"],
  ["lowest of { $0.02; $0.01; $0.03 }", "0.01"],
  ["greater of { $0.02; lowest of { $0.05; closing bid on prior trading day } }", "0.02"],
  ["lesser of $0.39 and 65% of lowest VWAP over prior 5 trading days", "0.0065"],
  ["lowest of { $0.02; $0.03 } less 5%", "0.019"],
  ["$1.5 million", "1500000"],
])("price %s", (words, value) => {
  expect(price(words)).toBe(value);
});

test("an average of three loses nothing: its third comes back in the shares", () => {
  // (0.0100 + 0.0110 + 0.0111…)/3 does not end; the price shows twelve digits and the shares are exact.
  const text =
    convertible("average of closing bid over prior 3 trading days", "    amount $39.30") + surroundings;
  // (0.0121 + 0.0131 + 0.0141)/3 = 0.0131; 39.30 ÷ 0.0131 = 3,000
  expect(valueIn(text, "conversion-shares", played)).toBe("3000");
});

test("the floor has the last word, the ceiling the one before", () => {
  const limits = (floor: string, ceiling: string): string => `    floor ${floor}\n    ceiling ${ceiling}`;
  const mean = "average of VWAP over prior 5 trading days";
  expect(price(mean, limits("$0.001", "$0.1"))).toBe("0.012");
  expect(price(mean, limits("$0.02", "$0.1"))).toBe("0.02");
  expect(price(mean, limits("$0.001", "$0.01"))).toBe("0.01");
  expect(price(mean, limits("$0.03", "$0.02"))).toBe("0.03");
  expect(price(mean, "    floor 50% of closing price on June 3, 2024")).toBe("0.012");
  const steps = recordsOf(convertible(mean, "    floor $0.02") + surroundings, played)
    .get("conversion-price")
    ?.steps.join("\n");
  expect(steps).toMatch(/floor.*wins/);
});

test("tied alternatives are all named as winning", () => {
  const text =
    convertible("lowest of {\n      $0.0141\n      closing bid on prior trading day\n      $0.05\n    }") +
    surroundings;
  const steps = recordsOf(text, played).get("conversion-price")?.steps ?? [];
  expect(steps.filter((step) => step.includes("ties for the win"))).toHaveLength(2);
  expect(steps.filter((step) => /loses/.test(step))).toHaveLength(1);
});

test("the author's word for the lowest is kept", () => {
  const steps = (word: string): string | undefined =>
    recordsOf(convertible(`${word} { $1; $2 }`) + surroundings, played).get("conversion-price")?.steps[0];
  for (const word of ["lowest of", "lesser of", "lower of"]) expect(steps(word)).toContain(word);
});

test("a term stands for what it means, through other terms too", () => {
  const terms =
    '  "Market Price" means average of VWAP over prior 5 trading days\n  "Deal Price" means 65% of "market price"\n';
  const text =
    convertible('"Deal Price" less $0.0008').replace("  conversion", `${terms}  conversion`) + surroundings;
  expect(valueIn(text, "conversion-price", played)).toBe("0.007");
});

test.each([
  ["undefined", "", '"Market Price"', /“Market Price”, which nothing defines/],
  [
    "circular",
    '  "A" means 50% of "B"\n  "B" means 50% of "A"\n',
    '"A"',
    /which nothing defines|itself|circle/,
  ],
  ["of itself", '  "A" means 50% of "A"\n', '"A"', /which nothing defines|itself|circle/],
  ["no price", '  "A" means December 6, 2024\n', '"A"', /a price for “A”, which is defined as a date/],
  ["a blank", '  "A" means [ ]\n', '"A"', /the definition of “A”/],
])("a term that is %s gives no number", (_, terms, words, waits) => {
  const text = convertible(words).replace("  conversion", `${terms}  conversion`) + surroundings;
  expect(valueIn(text, "conversion-price", played)).toMatch(waits);
  expect(valueIn(text, "amount-at-maturity")).toMatch(/^waits for/);
});

test("points come off a percentage and off nothing else", () => {
  expect(price("$0.02 less 15 points")).toMatch(/^waits for a percentage that points can come off/);
});

test("a price of zero or below buys no shares", () => {
  const text = convertible("$0.02 less $0.02") + surroundings;
  expect(valueIn(text, "conversion-price", played)).toBe("0");
  expect(valueIn(text, "conversion-shares", played)).toMatch(/^waits for .*above zero/);
  expect(price("$0.02 less $0.03")).toBe("-0.01");
});
