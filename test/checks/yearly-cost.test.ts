import { expect, test } from "vitest";
import { problemsIn } from "../support/analyse.ts";
import { sheet } from "../support/sheets.ts";

// 110,027.40 is due after the 366 days from January 2, 2024, 10 % on 100,000: ÷ 80,000 − 1 = 37.5343 %, and × 365/366 = 37.4317 % a year.
test("the cost a year counts on the price that was paid", () => {
  const [found] = problemsIn(
    sheet("  purchase price $80,000\n  original issue discount $20,000\n  interest { rate 10% }"),
  ).filter(({ code }) => code === "governing-law-missing");
  expect(found?.message).toContain("Held to maturity, the note costs 37.4317 % a year.");
});
