import { expect, test } from "vitest";
import { problemsIn } from "../support/analyse.ts";
import { valueIn } from "../support/figures.ts";
import { sheet } from "../support/sheets.ts";

// 110,027.40 is due after the 366 days from January 2, 2024, 10 % on 100,000: ÷ 80,000 − 1 = 37.5343 %, and × 365/366 = 37.4317 % a year.
test("the cost a year counts on the price that was paid", () => {
  const [found] = problemsIn(
    sheet("  purchase price $80,000\n  original issue discount $20,000\n  interest { rate 10% }"),
  ).filter(({ code }) => code === "governing-law-missing");
  expect(found?.message).toContain("Held to maturity, the note costs 37.4317 % a year.");
});

const costly = (price: string, more = ""): string | undefined =>
  problemsIn(
    sheet(
      `  interest { rate none }\n  conversion { option holder; until maturity; amount principal; price ${price}; ${more} }`,
    ),
  ).find(({ code }) => code === "governing-law-missing")?.message;

// 366 days from January 2, 2024: (1 ÷ 0.65 − 1) × 365 ÷ 366 = 53.6990 % a year for the right alone.
test("a floor counts the same as a clause and as an alternative of “greater of”", () => {
  const bid = "65% of lowest closing bid over prior 10 trading days";
  const both = [costly(bid, "floor $0.05"), costly(`greater of { $0.05; ${bid} }`)];
  for (const message of both) {
    expect(message).toContain("costs 53.699 % a year");
    expect(message).toContain("at 65 % of the market price");
  }
});

test("a right to convert that opens on an event, or when the note is due, is no cost of the loan", () => {
  const bid = "65% of lowest closing bid over prior 10 trading days";
  expect(costly(bid, "floor $0.05; from event of default")).toBeUndefined();
  expect(costly(bid, "floor $0.05; from July 1, 2024")).toContain("costs 53.699 % a year");
});

test("a price above the market takes nothing off the cost", () => {
  const illustration = valueIn(
    sheet(
      "  interest { rate 10%; day count actual/365; simple }\n  conversion { option holder; until maturity; price 120% of VWAP on prior trading day }",
    ),
    "usury-illustration",
  );
  expect(illustration).toMatch(/^0\.100000/);
});

test("interest that is paid on the way is a part of the cost", () => {
  // 91, 91, 92 and 92 days: 1,994.52 + 1,994.52 + 2,016.44 + 2,016.44 = 8,021.92 on 100,000; (108,021.92 ÷ 95,000 − 1) × 365 ÷ 366.
  const paid = "  purchase price $95,000\n";
  const text = sheet(
    `${paid}  interest {\n    rate 8% per annum\n    day count actual/365\n    payable quarterly\n  }`,
  );
  expect(valueIn(text, "usury-illustration")).toMatch(/^0\.1366983/);
  // 55,000 after 182 days pay the interest on 95,000 first, 55,000 after 184 more the rest: at 20.696 % 95,000 bear
  // 9,803.77, and the 49,803.77 that are left 5,196.23.
  const instalments = sheet(
    `${paid}  instalments {\n    July 2, 2024  $55,000.00\n  }\n  interest {\n    rate none\n    one-time interest 10%\n  }`,
  );
  expect(valueIn(instalments, "usury-illustration")).toMatch(/^0\.2069637/);
});

test("between a floor and a ceiling the price follows the market too", () => {
  const both = `lesser of { $1.00; 65% of lowest closing bid over prior 10 trading days }`;
  expect(costly(both, "floor $0.20")).toContain("at 65 % of the market price");
  expect(costly("lesser of { $1.00; $2.00 }", "floor $0.20")).toBeUndefined();
});

test("a price that follows the market only later counts with what it is then", () => {
  const bid = "65% of lowest closing bid over prior 10 trading days";
  const later = `$1.00 until day 180\n    price lesser of { $1.00; ${bid} } from day 181`;
  expect(costly(later, "floor none")).toContain("costs 53.699 % a year");
  expect(costly(`${bid} until day 180\n    price $1.00 from day 181`, "floor none")).toContain(
    "costs 53.699 % a year",
  );
  expect(costly("$1.00 until day 180\n    price $2.00 from day 181")).toBeUndefined();
});
