import { expect, test } from "vitest";
import { valueIn } from "../support/figures.ts";
import { convertible, market, scenario } from "../support/sheets.ts";

const played = { scenario: "Played" };
const marketPrice = (rows: string): string | undefined =>
  valueIn(convertible("$1") + market(rows) + scenario("June 10, 2024"), "market-price", played);

test.each([
  ["closing price first", "date VWAP bid last close\n2024-06-07 $1 $2 $3 $4", "4"],
  ["then the last price", "date VWAP bid last\n2024-06-07 $1 $2 $3", "3"],
  ["then VWAP", "date bid VWAP\n2024-06-07 $2 $1", "1"],
  ["then the closing bid", "date bid\n2024-06-07 $2", "2"],
  [
    "the latest day before, not the day itself",
    "date close\n2024-06-06 $6\n2024-06-07 $7\n2024-06-10 $10",
    "7",
  ],
  [
    "a later day without a close is nearer than an earlier one with it",
    "date VWAP close\n2024-06-06 $1 $6\n2024-06-07 $7 -",
    "7",
  ],
  [
    "other measures are no market price",
    "date low high open\n2024-06-07 $1 $2 $3",
    "waits for a market price before the conversion date",
  ],
  [
    "no price before the day",
    "date close\n2024-06-10 $10",
    "waits for a market price before the conversion date",
  ],
])("%s", (_, rows, value) => {
  expect(marketPrice(rows)).toBe(value);
});

// $10.00 at $3 is 3 shares and a third; at $6 one share and two thirds.
test.each([
  ["silent", "$3", "", "3", "1.00"],
  ["cash in lieu", "$3", "fractional shares cash in lieu", "3", "1.00"],
  ["nearest, down", "$3", "fractional shares nearest", "3", undefined],
  ["nearest, up", "$6", "fractional shares rounded to nearest", "2", undefined],
  ["rounded down", "$6", "fractional shares rounded down", "1", undefined],
])("a fraction of a share: %s", (_, price, line, shares, cash) => {
  const text = convertible(price, `    amount $10\n    ${line}`) + scenario("June 10, 2024");
  expect(valueIn(text, "conversion-shares", played)).toBe(shares);
  const paid = valueIn(text, "cash-in-lieu", played);
  if (cash === undefined) expect(paid).toMatch(/^waits for a rule that pays fractions in cash/);
  else expect(paid).toBe(cash);
});

test("the amount converted: parts, sums and the scenario's own", () => {
  const lines = (amount: string): string =>
    convertible("$1", `    amount ${amount}`).replace(
      "  conversion",
      "  interest { rate 36.5% }\n  conversion",
    );
  // 100 a day from January 2 to January 12, 2024.
  const value = (amount: string, convert = ""): string | undefined =>
    valueIn(lines(amount) + scenario("January 12, 2024", convert), "conversion-amount", played);
  expect(value("principal and interest")).toBe("101000.00");
  expect(value("principal")).toBe("100000.00");
  expect(value("interest")).toBe("1000.00");
  expect(value("$50,000")).toBe("50000.00");
  expect(value("150% of principal and interest")).toBe("151500.00");
  expect(value("50% of principal plus interest plus $500")).toBe("51500.00");
  expect(value("33.333% of interest")).toBe("333.33");
  expect(value("principal and interest", "convert $25,000")).toBe("25000.00");
  expect(value("principal", "convert interest")).toBe("1000.00");
});

test("what the holder gets for a share goes before the market price; the discount is still stated of the market", () => {
  const text = `${convertible("$1", "    amount principal")}${market("date close\n2024-06-07 $2")}${scenario("June 10, 2024", "sold at $1.50")}`;
  // 100,000 shares at 1.50, for 100,000.00; 1 − 1 ÷ 2.
  expect(valueIn(text, "conversion-value", played)).toBe("150000.00");
  expect(valueIn(text, "conversion-gain", played)).toBe("50000.00");
  expect(valueIn(text, "gain-rate", played)).toBe("0.5");
  expect(valueIn(text, "effective-discount", played)).toBe("0.5");
});
