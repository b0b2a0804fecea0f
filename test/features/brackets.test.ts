import { expect, test } from "vitest";
import { hoverOn } from "../support/editor.ts";
import { recordsOf, valueIn } from "../support/figures.ts";
import { sheet } from "../support/sheets.ts";

const rate = (words: string): string => sheet(`  interest {\n    rate ${words} per annum\n  }`);

test("of alternatives the first is used for numbers", () => {
  // 100,000 × 8 % × 366/365 = 8,021.917…
  expect(valueIn(rate("[8% | 10%]"), "accrued-interest")).toBe("8021.92");
  expect(valueIn(rate("[8%]"), "accrued-interest")).toBe("8021.92");
});

test("a hover states what each alternative would change", () => {
  const text = hoverOn(rate("[8% | 10%]"), "rate [");
  // 100,000 × 10 % × 366/365 = 10,027.397…; the amount due is 2,005.48 more.
  expect(text).toMatch(/10 ?%.*\$110,027\.40.*\+\$2,005\.48/);
});

test("a number that rests on a proposed value says so", () => {
  expect(recordsOf(rate("[8%]")).get("accrued-interest")?.assumptions.join("; ")).toMatch(
    /rate.*proposed|proposed.*rate/,
  );
  expect(recordsOf(rate("[8% | 10%]")).get("accrued-interest")?.assumptions.join("; ")).toMatch(
    /rate.*alternative|alternative.*rate/,
  );
});

test("a blank keeps what rests on it waiting, and nothing else", () => {
  const text = sheet("  interest { rate [ ]% }\n  exchange { value $90,000 }");
  expect(valueIn(text, "amount-at-maturity")).toBe("waits for the blank in “rate”");
  expect(valueIn(text, "uplift")).toBe("10000.00");
});
