import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { exampleConversion, exampleNote } from "../../server/src/checks/rule.ts";
import { openPoints } from "../../server/src/finance/open-points.ts";
import { isWaiting } from "../../server/src/quantity/figure.ts";
import { show, showDifference } from "../../server/src/quantity/format.ts";
import { example, problemsIn, repaired, subjectsIn } from "../support/analyse.ts";

/** Each open point with its readings: what is measured comes to, and the difference to the usual reading. */
function pointsIn(text: string): string[] {
  return subjectsIn(text).flatMap(({ alone, played }) =>
    openPoints(alone, played).map(({ id, usual, others }) => {
      const readings = others.map(({ reading, result, difference }) =>
        isWaiting(result) || !difference
          ? reading.id
          : `${reading.id} ${show(result)} (${showDifference(difference)})`,
      );
      return [`${id}${readings.length > 0 && !isWaiting(usual) ? ` ${show(usual)}` : ""}`, ...readings].join(
        "; ",
      );
    }),
  );
}

const ids = (text: string): string[] => pointsIn(text).map((line) => line.split(/[ ;]/)[0] ?? "");

// The sums were worked out apart from this program, from the two filings.
test("the Exchange Note", () => {
  expect(pointsIn(example("exchange-note"))).toEqual([
    "day-count $940,800.00; actual/360 $942,200.00 (+$1,400.00); 30/360 bond basis $940,800.00 ($0.00)",
    "compounding",
    "other-shares",
    "fraction $69,778.00; nearest $69,778.00 ($0.00)",
    "late-rate",
  ]);
});

test("the Power Up Note", () => {
  expect(pointsIn(example("power-up-note"))).toEqual([
    "day-count $140,400.00; actual/360 $140,544.44 (+$144.44); 30/360 bond basis $140,400.00 ($0.00)",
    "compounding",
    "accrual-start $140,400.00; funded $140,371.51 (−$28.49)",
    "default-interest $2,538.74; on principal $2,350.68 (−$188.06); added $3,461.92 (+$923.18)",
    "other-shares",
    "fraction; nearest",
  ]);
});

describe("a point is open only where the note leaves it so, and where something rests on it", () => {
  const bare = exampleNote("");
  const conversion = (clauses: Parameters<typeof exampleConversion>[0]) =>
    exampleNote(exampleConversion(clauses));

  test.each([
    ["nothing rests on it", bare, []],
    ["interest none", exampleNote("  interest none"), []],
    ["no interest", exampleNote("  interest { rate 0% }"), []],
    [
      "all stated",
      exampleNote("  interest { rate 8%; default rate none; simple; day count actual/360 }"),
      [],
    ],
    [
      "30/360 alone",
      exampleNote("  interest { rate 8%; default rate none; simple; day count 30/360 }"),
      ["thirty-360"],
    ],
    [
      "none for compounded",
      exampleNote("  interest { rate 8%; default rate none; compounded none; day count 30E/360 }"),
      [],
    ],
    [
      "funded later",
      exampleNote(
        "  funded 2024-01-03\n  interest { rate 8%; default rate none; simple; day count 30E/360 }",
      ),
      ["accrual-start"],
    ],
    [
      "due on a Saturday",
      exampleNote("  interest { rate 8%; default rate none; simple; day count actual/360 }", {
        matures: "January 4, 2025",
      }),
      ["payment-day"],
    ],
    ["a conversion", conversion({}), ["conversion-amount", "other-shares", "fraction"]],
    [
      "a limit by itself",
      conversion({ amount: "principal", "ownership limit": "4.99%" }),
      ["ownership-basis", "other-shares", "fraction"],
    ],
    [
      "loose windows and measures",
      conversion({
        amount: "principal",
        "ownership limit": "none",
        price: "lowest trading price over ten (10) day trading period",
      }),
      ["window-end", "window-days", "fraction", "trading-price"],
    ],
    ["no conversion", exampleNote("  conversion none"), []],
  ])("%s", (_what, text, expected) => {
    expect(ids(text)).toEqual(expected);
  });
});

test("an amount that is not stated is measured by the interest at maturity", () => {
  const text = exampleNote(`  interest { rate 8% }\n${exampleConversion({ "ownership limit": "none" })}`);
  expect(pointsIn(text)).toContain("conversion-amount $108,021.92; principal $100,000.00 (−$8,021.92)");
});

test("a due date on a Saturday is measured by two more days of interest", () => {
  const text = exampleNote("  interest { rate 7.2%; day count actual/360 }", { matures: "January 4, 2025" });
  expect(pointsIn(text)).toContain("payment-day $107,360.00; following $107,400.00 (+$40.00)");
});

test("the finding names every point, one a line, at the note's heading", () => {
  const text = example("exchange-note");
  const [found] = problemsIn(text).filter(({ code }) => code === "left-open");
  expect(text.slice(found?.at.start, found?.at.end)).toBe('note "Exchange Note"');
  expect(
    found?.message,
  ).toBe(`5 points are left open. The numbers use the usual reading of each, which stands first here; state those that matter.
• day count: actual/365 (amount due at maturity $940,800.00); or actual/360: $942,200.00 (+$1,400.00); or 30/360 bond basis: no difference
• without a difference in money: compounding: simple interest · shares the holder owns already: none · fraction of a share: rounded down, cash in lieu (gain on conversion in “Paid in shares at maturity” $69,778.00); or to the nearest whole share: no difference · interest after the due date: the rate goes on`);
});

test("stating a reading adds the clause to its block, on a line of its own", () => {
  const text = example("power-up-note");
  const [found] = problemsIn(text).filter(({ code }) => code === "left-open");
  const titles = found?.fixes?.map(({ title }) => title) ?? [];
  expect(titles).toEqual([
    "State “day count actual/365”",
    "State “accrues from issue”",
    "State “fractional shares cash in lieu”",
  ]);
  const stated = titles.map((_, index) => (found ? repaired(text, found, index) : ""));
  expect(stated[0]).toContain("    default rate  22% per annum\n    day count     actual/365\n  }\n");
  expect(stated[2]).toContain("4.99% after issuance\n    fractional shares  cash in lieu\n  }\n");
  expect(ids(stated[1] ?? "")).not.toContain("accrual-start");
});

describe("what a rule reports where it stands is not repeated in the list", () => {
  const messages = (text: string): string[] =>
    problemsIn(text).flatMap(({ code, message }) =>
      code === "left-open" ? message.split("\n• ").slice(1) : [code],
    );

  test.each([
    [
      "window-days-unclear",
      exampleConversion({ price: "65% of lowest VWAP over the prior ten day trading period" }),
      "",
      "the window's days",
    ],
    ["due-on-closed-day", "  interest { rate 8% }", "January 4, 2025", "no business day"],
    ["discount-base-unclear", "  original issue discount 10%", "", "original issue discount"],
    [
      "financing-threshold-open",
      "  qualified financing {\n    threshold $1,000,000\n    discount 20%\n  }",
      "",
      "toward the threshold",
    ],
    [
      "valuation-cap-basis-open",
      "  qualified financing {\n    threshold $1,000,000 excluding notes\n    valuation cap $5,000,000\n  }",
      "",
      "valuation cap:",
    ],
  ])("%s", (code, clauses, matures, words) => {
    const lines = messages(exampleNote(clauses, matures === "" ? {} : { matures }));
    expect(lines).toContain(code);
    expect(lines.filter((line) => line.includes(words))).toEqual([]);
  });

  // The figures of test/field/r077.note, in which the cap is read both ways.
  test("a cap is priced where it stands", () => {
    const text = readFileSync(new URL("../field/r077.note", import.meta.url), "utf8");
    const [found] = problemsIn(text).filter(({ code }) => code === "valuation-cap-basis-open");
    expect(found?.message).toContain("is $136,305.00; as post-money $137,010.00 (+$705.00)");
  });
});
