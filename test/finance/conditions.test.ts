import { describe, expect, test } from "vitest";
import { problemsIn } from "../support/analyse.ts";
import { valueIn } from "../support/figures.ts";
import { convertible, scenario, sheet } from "../support/sheets.ts";

const played = { scenario: "Played" };

describe("prepayment that is said for a time", () => {
  const text = (lines: string, on: string): string =>
    sheet(
      `  interest { rate 10% per annum; day count 30/360 bond basis; simple }\n  conversion none\n  ${lines}`,
    ) + scenario(on);
  // 10 % of $100,000 for five months of 30 days is 4,166.67.
  const [before, after] = ["June 2, 2024", "July 2, 2024"];
  const free = "prepayment at any time without premium";
  const ladder = "prepayment {\n    from day 0  120%\n  }";
  const none = "prepayment none after June 3, 2024";

  test.each([
    [free, before, "104166.67"],
    // 120 % of 104,166.67 is 125,000.004.
    [ladder, before, "125000.00"],
  ])("%s holds before it ends", (first, on, value) => {
    expect(valueIn(text(`${first}\n  ${none}`, on), "prepayment-amount", played)).toBe(value);
    expect(valueIn(text(`${none}\n  ${first}`, on), "prepayment-amount", played)).toBe(value);
    expect(
      problemsIn(text(`${first}\n  ${none}`, on)).filter(({ severity }) => severity === "error"),
    ).toEqual([]);
  });

  test.each([free, ladder])("%s: none after it", (first) => {
    expect(valueIn(text(`${first}\n  ${none}`, after), "prepayment-amount", played)).toBeUndefined();
  });

  test("what is said twice without a condition is still found", () => {
    const codes = problemsIn(text(`${free}\n  prepayment barred`, before)).map(({ code }) => code);
    expect(codes).toContain("clause-duplicate");
  });
});

describe("a clause that is none, but for a time", () => {
  const floor = (on: string): string =>
    convertible("$0.50", "    amount principal\n    floor none\n    floor $0.80 from June 3, 2024", {
      matures: "January 2, 2025\n  interest none",
    }) + scenario(on);

  test.each([
    ["June 2, 2024", "0.5"],
    ["June 3, 2024", "0.8"],
  ])("on %s", (on, price) => {
    expect(valueIn(floor(on), "conversion-price", played)).toBe(price);
  });
});

test("none of a clause that may be said several times is refused", () => {
  const text = sheet("  interest none\n  fees $1,000\n  fees none from June 3, 2024");
  expect(
    problemsIn(text)
      .map(({ message }) => message)
      .join(),
  ).toContain("takes none of them back");
});
