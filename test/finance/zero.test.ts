import { describe, expect, test } from "vitest";
import { problemsIn } from "../support/analyse.ts";
import { valueIn } from "../support/figures.ts";
import { convertible, market, scenario, sheet } from "../support/sheets.ts";

const exchange = (value: string, principal = "$100,000"): string =>
  sheet(`  exchange {\n    value ${value}\n  }`, { principal });

describe("nothing is divided by zero: what cannot be measured waits, in words", () => {
  test.each([
    ["uplift", "100000.00"],
    ["uplift-rate", "waits for a value above zero"],
    ["return-on-surrendered", "waits for the clause “interest”; a value above zero"],
    ["uplift-of-principal", "1"],
  ])("%s on a value of zero", (id, expected) => {
    expect(valueIn(exchange("$0"), id)).toBe(expected);
  });

  test("an uplift as a part of no principal", () => {
    expect(valueIn(exchange("$0", "$0"), "uplift-of-principal")).toBe("waits for a principal above zero");
    expect(valueIn(exchange("$50,000", "$0"), "uplift-rate")).toBe("-1");
  });

  test("no part of a sum has a denominator of zero", () => {
    const text = convertible("$1", "    amount 1/0 of principal");
    const found = problemsIn(text).filter(({ severity }) => severity === "error");
    expect(found.map(({ code, at }) => [code, text.slice(at.start, at.end)])).toEqual([
      ["value-wrong", "1/0 of principal"],
    ]);
    expect(valueIn(text, "conversion-amount")).toContain("waits for");
  });

  const financed = (terms: string, round: string, capitalization = "1,000,000"): string =>
    `${sheet(`  interest none\n  qualified financing {\n    ${terms}\n    converts automatically\n  }`)}market {
  capitalization ${capitalization} shares
}
scenario "Played" {
  on July 1, 2024
  round {
    new money $1,000,000
    ${round}
  }
}`;

  test.each([
    [
      "cap-price",
      financed("valuation cap $5,000,000 pre-money", "pre-money $5,000,000", "0"),
      "a capitalization above zero",
    ],
    [
      "price-of-round",
      financed("valuation cap $5,000,000 pre-money", "pre-money $5,000,000", "0"),
      "a capitalization above zero",
    ],
    [
      "round-capitalization",
      financed("valuation cap $0 post-money", "pre-money $5,000,000"),
      "a valuation cap above zero",
    ],
    ["round-shares", financed("discount 20%", "pre-money $0"), "a pre-money valuation above zero"],
    [
      "round-shares",
      financed("valuation cap $5,000,000 pre-money\n    discount 100%", "pre-money $5,000,000"),
      "a discount below 100 %",
    ],
    ["new-shares", financed("discount 20%", "price per share $0"), "a price of the round above zero"],
    [
      "parity",
      `${convertible("$10")}`.replace("issued", "denomination $0\n  issued") +
        market("date closing price\n2024-06-28 $9") +
        scenario("July 1, 2024"),
      "a denomination above zero",
    ],
  ])("%s waits for what it is divided by", (id, text, what) => {
    expect(valueIn(text, id, { scenario: "Played" })).toBe(`waits for ${what}`);
  });

  test("zero wherever a sheet may have it stops no rule and no figure", () => {
    const zeros = `${convertible("$0.00", "    floor $0\n    ownership limit 0%", { principal: "$0" })}${market(
      "    date  closing price\n    2024-06-28  $0",
      "outstanding 0 shares",
    )}${scenario("July 1, 2024")}`;
    const failed = problemsIn(zeros).filter(({ message }) => message.includes("could not be applied"));
    expect(failed).toEqual([]);
    expect(valueIn(zeros, "conversion-shares", { scenario: "Played" })).toContain("above zero");
  });
});

describe("a number beyond all sense is waited for, and no message holds its digits", () => {
  const bearing = (rate: string, compounded: string, more = ""): string =>
    sheet(
      `  interest {\n    rate ${rate} per annum\n    compounded ${compounded}\n    day count actual/365\n  }\n${more}`,
      {
        issued: "January 1, 2018",
        matures: "January 1, 2028",
      },
    );

  test.each([
    ["1000000000%", "continuously"],
    ["200000%", "continuously"],
    ["100000000000%", "daily"],
    ["1000000000000000000000000%", "daily"],
    [`${"9".repeat(30)}%`, "monthly"],
  ])("%s compounded %s", (rate, compounded) => {
    const text = bearing(rate, compounded);
    expect(valueIn(text, "accrued-interest")).toMatch(
      /^waits for a lower rate: at [\d, over]+ % a year, compounded, the sum grows beyond what can be worked out$/,
    );
    expect(problemsIn(text).map(({ code }) => code)).toContain("rate-out-of-scale");
    for (const { message } of problemsIn(text)) expect(message.length).toBeLessThan(2_000);
  });

  // 100,000.00 × (1.00032876…) ^ 109,573 and × e ^ (0.12 × 109,573 ÷ 365), by Python's decimal module at 120 digits.
  test.each([
    ["daily", "438988551984615642944.72"],
    ["continuously", "441595273189469840668.43"],
  ])("12%% compounded %s over three centuries is right to the cent", (compounded, expected) => {
    const text = bearing("12%", compounded).replace("2018", "1900").replace("2028", "2200");
    expect(valueIn(text, "accrued-interest")).toBe(expected);
  });
});
