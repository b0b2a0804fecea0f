import { describe, expect, test } from "vitest";
import { example } from "../support/analyse.ts";
import { flatFigures, readOtherwise, recordsOf, rounded, valueIn } from "../support/figures.ts";
import { scenario, sheet } from "../support/sheets.ts";

const exchange = example("exchange-note");
const powerUp = example("power-up-note");
const percent = (value: string | undefined, places = 6): string => rounded(value, places);
const value = (text: string, id: string): string | undefined => valueIn(text, id);

test("the Exchange Note: 24.5405 % in cash on the value surrendered, 46.5183 % in stock in a flat market", () => {
  expect(percent(value(exchange, "annualised-cash-return"))).toBe("0.245405");
  // At a flat .002 all convert at 85 % of it: 1,106,823.53 on 755,416.67.
  const flat = flatFigures(exchange, "0.002");
  expect(percent(flat.get("annualised-share-return"))).toBe("0.465183");
});

describe("the Power Up Note", () => {
  test("8.02 % in cash: the money is out from the funding, 364 days", () => {
    // (140,400.00 ÷ 130,000) ^ (365/364) − 1
    expect(percent(value(powerUp, "annualised-cash-return"), 4)).toBe("0.0802");
    // 140,371.51 ÷ 130,000 over 364 days: interest runs from funding too.
    expect(percent(readOtherwise(powerUp, "accrual-start", "funded").get("annualised-cash-return"), 4)).toBe(
      "0.0800",
    );
    // Stated, the return counts from the money as well.
    const stated = powerUp.replace("default rate", "accrues from funding\n    default rate");
    expect(percent(value(stated, "annualised-cash-return"), 4)).toBe("0.0800");
  });

  // Flat, all sold at once: (207,890.41 ÷ 130,000) ^ (365/179) − 1 and so on, from the funding; of the principal alone,
  // 200,000.00 on its part of the outlay, 130,000 × 130,000 ÷ 135,128.77, which is the same.
  test.each([
    ["January 28, 2019", "principal and interest", "1.6047"],
    ["January 28, 2019", "principal", "1.6047"],
    ["February 1, 2019", "principal and interest", "1.5550"],
    ["February 1, 2019", "principal", "1.5550"],
    ["August 1, 2019", "principal and interest", "0.6639"],
  ])("in shares on %s, %s", (on, amount, rate) => {
    const figures = flatFigures(`${powerUp}${scenario(on, `convert ${amount}`)}`, "0.002");
    expect(percent(figures.get("annualised-share-return"), 4)).toBe(rate);
  });

  test("a part that is converted cost its part", () => {
    const whole = flatFigures(`${powerUp}${scenario("January 28, 2019", "convert principal")}`, "0.002");
    const part = flatFigures(`${powerUp}${scenario("January 28, 2019", "convert $32,500")}`, "0.002");
    expect(part.get("annualised-share-return")).toBe(whole.get("annualised-share-return"));
    // 130,000 × 32,500 ÷ 135,128.77 on 25,000,000 shares
    expect(part.get("breakeven-price")).toMatch(/^0\.0012506589/);
  });
});

const year = { issued: "January 1, 2023", matures: "January 1, 2024" };

describe("a note bought below its face", () => {
  test("the break-even counts on the price", () => {
    const text = sheet(
      "  purchase price $90,000\n  conversion { option holder; amount principal; price $0.50 }",
      year,
    );
    // 90,000 ÷ 200,000 shares
    expect(valueIn(`${text}${scenario("July 1, 2023")}`, "breakeven-price", { scenario: "Played" })).toBe(
      "0.45",
    );
  });

  test("103,000 for 100,000 at 10 % compounded quarterly over 182 days", () => {
    const text = sheet("  purchase price $100,000\n  interest { rate 10%; compounded quarterly }", {
      principal: "$103,000",
      issued: "April 7, 2017",
      matures: "October 6, 2017",
    });
    // Twice 91 days at 10 %, 105,567.95 and 108,199.92: (108,199.92 ÷ 100,000) ^ (365/182) − 1
    expect(percent(value(text, "annualised-cash-return"))).toBe("0.171229");
    expect(percent(value(text, "all-in-cost"))).toBe("0.171229");
  });

  test("fees taken off make it dearer: 8 % on 160,941.18, of which 126,800.00 arrive", () => {
    const text = sheet(
      "  purchase price $136,800; fees $10,000 deducted\n  interest { rate 8% }\n  warrants { strike price $1 }\n  commitment shares 10 shares",
      { principal: "$160,941.18", issued: "March 24, 2023", matures: "March 24, 2024" },
    );
    expect(percent(value(text, "annualised-cash-return"))).toBe("0.270014");
    expect(percent(value(text, "all-in-cost"))).toBe("0.369889");
    expect(recordsOf(text).get("all-in-cost")?.assumptions.join()).toMatch(
      /shares and warrants .* not priced/,
    );
  });
});

describe("several payments: the rate at which they are worth what was paid", () => {
  test("interest every quarter", () => {
    const text = sheet("  purchase price $97,000\n  interest { rate 8%; payable quarterly }", year);
    // 1,972.60; 1,994.52; 2,016.44; 102,016.44 for 97,000
    expect(percent(value(text, "annualised-cash-return"))).toBe("0.116936");
    const steps = recordsOf(text).get("annualised-cash-return")?.steps ?? [];
    expect(steps.map((step) => step.trim().split(" = ")[0])).toEqual([
      "return a year, paid in cash to maturity",
      "paid January 1, 2023",
      "received April 1, 2023",
      "received July 1, 2023",
      "received October 1, 2023",
      "received January 1, 2024",
    ]);
  });

  test("nine instalments for 130,000", () => {
    const text = sheet(
      "  purchase price $130,000\n  interest { rate none; one-time interest 10% }\n  instalments { monthly from April 15, 2024, 9 times $18,272.23 }",
      { principal: "$149,500", issued: "March 1, 2024", matures: "December 15, 2024" },
    );
    expect(percent(value(text, "annualised-cash-return"))).toBe("0.695548");
  });

  test("tranches, each with its own days", () => {
    const text = sheet(
      `  interest { rate 12%; day count actual/365 }
  tranche "First" { principal $100,000; purchase price $95,000; funded April 25, 2017 }
  tranche "Second" { principal $85,000; funded May 30, 2017 }
  tranche "Third" { principal $85,000; funded July 3, 2017 }`,
      { issued: "April 25, 2017", matures: "1 year after funding" },
    );
    expect(percent(value(text, "annualised-cash-return"))).toBe("0.141388");
  });

  test("what can't be: nothing paid back, no day, no maturity", () => {
    const none = sheet("  purchase price $90,000\n  interest none", { ...year, matures: "none" });
    expect(value(none, "annualised-cash-return")).toBeUndefined();
    const sameDay = sheet("  purchase price $90,000\n  interest { rate 8% }", {
      ...year,
      matures: "January 1, 2023",
    });
    expect(value(sameDay, "annualised-cash-return")).toMatch(/^waits for a payment after the day/);
    const free = sheet("  purchase price $0\n  interest { rate 8% }", year);
    expect(value(free, "annualised-cash-return")).toMatch(/^waits for/);
  });
});

test("the value of the principal in shares, and the legacy feature where the note is old enough", () => {
  expect(value(exchange, "stock-settled-value")).toBe("988235.29");
  expect(value(exchange, "beneficial-conversion-feature")).toBe("148235.29");
  expect(value(powerUp, "stock-settled-value")).toBe("200000.00");
  const convertible = (price: string, issued: string, matures: string): string =>
    sheet(`  conversion { option holder; price ${price} }`, { issued, matures });
  const half = "50% of closing bid on prior trading day";
  expect(value(convertible(half, "May 1, 2021", "May 1, 2022"), "beneficial-conversion-feature")).toBe(
    "100000.00",
  );
  expect(
    value(convertible(half, "May 1, 2023", "May 1, 2024"), "beneficial-conversion-feature"),
  ).toBeUndefined();
  expect(value(convertible(half, "May 1, 2023", "May 1, 2024"), "stock-settled-value")).toBe("200000.00");
  expect(value(convertible("$0.50", "May 1, 2021", "May 1, 2022"), "stock-settled-value")).toBeUndefined();
});
