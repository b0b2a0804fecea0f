import { expect, test } from "vitest";
import { hoverOn } from "../support/editor.ts";
import { market, scenario, sheet } from "../support/sheets.ts";

/** $100,000 at 36.5 %, which is $100 a day from January 2, 2024. */
const note = (lines: string): string =>
  sheet(`  interest { rate 36.5%; day count actual/365; simple }\n${lines}`);
const instead = (text: string, words: string): string[] =>
  hoverOn(text, words)
    .split("\n")
    .flatMap(
      (line) => /^- with (.*) instead of the first alternative: (.*)$/.exec(line)?.slice(1).join(": ") ?? [],
    );

test("each alternative of a line of a schedule, in the window that it is for", () => {
  const text = note(
    "  prepayment {\n    day 0 to 60 [115% | 120%]\n    day 61 to 120 [125% | 130%]\n    after day 120 none\n  }",
  );
  // 106,000 on day 60, of which 115 % is 121,900; 112,000 on day 120, of which 125 % is 140,000.
  expect(instead(text, "prepayment {")).toEqual([
    "120%: to prepay on the last day of each window $127,200.00 (+$5,300.00)",
    "130%: to prepay on the last day of each window $145,600.00 (+$5,600.00)",
  ]);
  expect(hoverOn(text, "prepayment {")).toContain(
    "lines of “prepayment” have alternatives, read as “day 0 to 60 115%” and “day 61 to 120 125%”",
  );
});

test("each alternative of an instalment", () => {
  const text = note("  instalments {\n    2024-07-01 [$20,000 | $25,000]\n    2024-10-01 $30,000\n  }");
  expect(instead(text, "instalments {")[0]).toMatch(
    /^\$25,000: instalments in all \$55,000\.00 \(\+\$5,000\.00\)$/,
  );
});

test("each alternative of a price, with labels as they are read", () => {
  const text = `${note("  conversion {\n    option holder\n    price lesser of { [$0.50 | $0.40]; [65% | 70%] of closing bid on prior trading day }\n  }")}${market("date closing bid\n2024-05-31 $0.60")}${scenario("2024-06-03")}`;
  expect(instead(text, "price ")).toEqual([
    // 65 % of 0.60 is 0.39, below both; 70 % is 0.42.
    "$0.40: conversion price $0.39 ($0.00)",
    "70%: conversion price $0.42 (+$0.03)",
  ]);
  expect(hoverOn(text, "price ")).toContain("**65% of closing bid on prior trading day**");
});
