import { describe, expect, test } from "vitest";
import { format } from "../../server/src/features/format.ts";
import { problemsIn } from "../support/analyse.ts";
import { valueIn } from "../support/figures.ts";
import { convertible, scenario, sheet } from "../support/sheets.ts";

const price = (words: string): string | undefined =>
  valueIn(convertible(words) + scenario("June 3, 2024"), "conversion-price", { scenario: "Played" });

describe("prices", () => {
  test.each([
    // min(1, max(2, 3), 0.5) by the labels, whatever their kind.
    ["lesser of (i) $1.00, (ii) the greater of (x) $2.00 and (y) $3.00, and (iii) $0.50", "0.5"],
    ["lesser of (a) $1.00, (b) the greater of (i) $2.00 and (ii) $3.00, and (c) $0.50", "0.5"],
    ["lesser of (1) $1.00, (2) the greater of (A) $2.00 and (B) $3.00, and (3) $0.50", "0.5"],
    ["the lesser of the (i) greater of $2.00 and $3.00 and (ii) $0.50", "0.5"],
    // The same labels inside: the second (ii) can only be the outer one's. min(max(1, 2), 0.5).
    ["lesser of (i) the greater of (i) $1.00 and (ii) $2.00 and (ii) $0.50", "0.5"],
    // A tail behind the last limb is that limb's: min(0.5, 1.9); 80 % of the lowest of three is an inner choice.
    ["lesser of (i) 50% of $1.00 and (ii) $2.00 less $0.10", "0.5"],
    [
      "lesser of (a) $3.00 and (b) 80% of the lowest of (i) $3.00, (ii) $4.00 and (iii) $5.00, and (c) $2.50",
      "2.4",
    ],
    // Three deep: min(9, max(1, min(5, 4)), 8) = 4.
    [
      "lesser of (i) $9.00, (ii) greater of (x) $1.00 and (y) lesser of (A) $5.00 and (B) $4.00, and (iii) $8.00",
      "4",
    ],
    // Without labels where one way alone is left: the outer choice needs its second alternative.
    ["lesser of greater of $1.00 and $2.00 and $0.50", "0.5"],
    ["lesser of $1.00 and greater of $2.00 and $3.00", "1"],
  ])("%s", (words, value) => {
    expect(price(words)).toBe(value);
  });
});

const doubts = (text: string): string[] =>
  problemsIn(text)
    .filter(({ code }) => code === "choice-ambiguous")
    .map(({ message }) => message);

describe("what can be read two ways", () => {
  test("is refused, with both readings", () => {
    const words = "lesser of $1.00 and greater of $0.20, $0.10 and $0.50";
    expect(doubts(convertible(words))).toEqual([
      "price can be read two ways: “lesser of { $1.00; greater of { $0.20; $0.10 }; $0.50 }” or “lesser of { $1.00; greater of { $0.20; $0.10; $0.50 } }”. Write the one that is meant, with braces.",
    ]);
    expect(price(words)).toMatch(/^waits/);
  });

  test("labels that fit two lists", () => {
    const words = "lesser of (i) $1.00 and (ii) greater of (i) $0.20 and (ii) $0.10 and (iii) $0.50";
    expect(doubts(convertible(words))[0]).toContain(
      "“lesser of { $1.00; greater of { $0.20; $0.10 }; $0.50 }” or “lesser of { $1.00; greater of { $0.20; $0.10; $0.50 } }”",
    );
  });

  test("more alternatives than labels", () => {
    expect(
      doubts(convertible("lesser of (i) greater of (x) $0.20 and (y) $0.10 and $0.50 and (ii) $1.00"))[0],
    ).toContain("has more alternatives than labels");
    expect(
      doubts(convertible("lesser of $1.00 and greater of (x) $0.20 and (y) $0.10 and $0.50"))[0],
    ).toContain("can be read two ways");
  });

  test("under a condition too", () => {
    expect(
      doubts(
        convertible("$2.00", "    price lesser of $1.00 and greater of $0.20, $0.10 and $0.50 from day 181"),
      ),
    ).toHaveLength(1);
  });
});

describe("amounts, dates and rates alike", () => {
  test("an amount", () => {
    // min(max(100,000, 150,000), 120,000).
    const text =
      sheet(
        "  interest none\n  default amount the lesser of (i) the greater of (a) $100,000 and (b) 150% of principal and interest and (ii) $120,000\n  events of default { failure to pay when due }",
      ) + scenario("June 3, 2024", "event of default June 3, 2024");
    expect(valueIn(text, "default-balance", { scenario: "Played" })).toBe("120000.00");
  });

  test("a date", () => {
    // The earlier of the later of March 1 and April 1, and May 1: 90 days from January 2.
    const text = sheet("  interest { rate 10%; day count actual/365; simple }", {
      matures: "the earlier of (i) the later of (a) March 1, 2024 and (b) April 1, 2024 and (ii) May 1, 2024",
    });
    expect(valueIn(text, "interest-days")).toBe("90");
  });

  test("a rate", () => {
    // min(max(8 %, 12 %), 10 %) over 366 days.
    const text = sheet(
      "  interest { rate lesser of (i) the greater of (x) 8% and (y) 12% per annum and (ii) 10% per annum; day count actual/365; simple }",
    );
    expect(valueIn(text, "accrued-interest")).toBe("10027.40");
  });
});

test("the formatter writes nested choices with braces, and each label's meaning stays", () => {
  const words =
    "the lesser of (i) $1.00, (ii) the greater of (x) 90% of the VWAP on the prior trading day and (y) $0.10, and (iii) $2.00 less $0.10";
  const tidy = format(convertible(words));
  expect(tidy).toContain(`    price   lesser of {
              $1.00
              greater of { 90% of VWAP on prior trading day; $0.10 }
              $2.00 less $0.10
            }
`);
  expect(format(convertible("the lesser of (i) $2.00 less $0.10 and (ii) $1.50"))).toContain(
    "lesser of { $2.00 less $0.10; $1.50 }",
  );
  expect(format(tidy)).toBe(tidy);
});
