import { expect, test } from "vitest";
import { recordsOf, valueIn } from "../support/figures.ts";
import { convertible, sheet } from "../support/sheets.ts";

/** What the figure's lines say of each pair, without what is the same in all. */
const pairs = (text: string): string[] =>
  (recordsOf(text).get("crossover-price")?.steps ?? []).slice(1).map((line) => line.trim());

test("every fixed alternative is held against every moving one, and the first pair stands for all", () => {
  const text = convertible(
    "lowest of { 85% of average of VWAP over prior 5 trading days; closing bid on prior trading day; $0.003 }",
  );
  expect(valueIn(text, "crossover-price")).toBe("0.00352941176471");
  expect(pairs(text)).toEqual([
    "$0.003 against 85% of average of VWAP over prior 5 trading days = $0.003 ÷ 85 % = $0.0035294118",
    "$0.003 against closing bid on prior trading day = $0.003",
  ]);
});

test.each([
  // 0.47 ÷ 0.80 = 0.5875.
  [
    "highest of { $0.47; 80% of lowest of { VWAP on prior trading day; closing price on prior trading day } }",
    "0.5875",
  ],
  // 0.39 ÷ (0.65 − 0.15) = 0.78.
  ["lesser of { $0.39; 65% of VWAP on prior trading day less 15 points }", "0.78"],
  // (0.39 + 0.01) ÷ 0.50 = 0.80: the step comes off before the comparison.
  ["lesser of { $0.39; 50% of VWAP on prior trading day less $0.01 }", "0.8"],
  // 0.38 ÷ (0.50 × 0.95) = 0.80.
  ["lesser of { $0.38; 50% of VWAP on prior trading day less 5% }", "0.8"],
  // 0.90 × 0.40 = 0.36 against 0.90 × VWAP.
  ["90% of lesser of { $0.40; VWAP on prior trading day }", "0.4"],
  // 0.50 less 20 % = 0.40, against 0.80 × VWAP.
  ["lesser of { $0.50 less 20%; 80% of VWAP on prior trading day }", "0.5"],
])("%s", (price, crossover) => {
  expect(valueIn(convertible(price), "crossover-price")).toBe(crossover);
});

test("a floor and a ceiling are held against the price that they bound", () => {
  const text = convertible("80% of VWAP on prior trading day", "    floor $0.04\n    ceiling $0.40");
  expect(pairs(text).map((line) => line.split(" = ").at(-1))).toEqual(["$0.50", "$0.05"]);
});

test("a term is taken for what it means, and goes under its own name", () => {
  const text = `${convertible('lesser of { $0.39; 65% of "Market Price" }')}"Market Price" means average of VWAP over prior 5 trading days\n`;
  expect(pairs(text)).toEqual(['$0.39 against 65% of "Market Price" = $0.39 ÷ 65 % = $0.60']);
});

test("a term that is defined in a circle has no pair", () => {
  const text = `${convertible('lesser of { $0.39; "A" }')}"A" means 65% of "A"\n`;
  expect(valueIn(text, "crossover-price")).toBeUndefined();
});

test("a price for each of two times: both are looked at until a day says which holds", () => {
  const text = sheet(
    "  conversion {\n    option holder\n    price $1.75 until day 180\n    price lesser of { $1.75; 61% of VWAP on prior trading day } from day 181\n  }",
  );
  // 1.75 ÷ 0.61 = 2.8688…
  expect(valueIn(text, "crossover-price")).toBe("2.86885245902");
  expect(valueIn(text, "crossover-price", { on: "2024-02-01" })).toBeUndefined();
  expect(valueIn(text, "crossover-price", { on: "2024-12-02" })).toBe("2.86885245902");
});

test.each(["$1.00", "85% of VWAP on prior trading day", "lowest of { $1; $2 }"])(
  "%s has no fixed alternative beside a moving one",
  (price) => {
    expect(valueIn(convertible(price), "crossover-price")).toBeUndefined();
  },
);
