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
