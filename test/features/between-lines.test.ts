import { expect, test } from "vitest";
import { example } from "../support/analyse.ts";
import { hintedLines, lensLines, none } from "../support/between.ts";

test("over a note stands what is due and what is found, over a scenario what its conversion comes to", () => {
  expect(lensLines(example("exchange-note"))).toEqual([
    "2 $940,800.00 due December 6, 2018 · 3 warnings · memo",
    "52 $0.001955 · 481,227,621 shares · 32.49 %",
  ]);
});

test("over a scenario that plays a range stand its ends, and over one without a conversion what it is about", () => {
  expect(lensLines(example("fixed-then-variable")).at(-1)).toBe(
    "62 $1.00 to $0.20 · 50,000 shares to 250,000 shares · 0.25 % to 1.23 %",
  );
  expect(lensLines(example("default-played-through")).at(-1)).toMatch(/^30 \$158,246\.42 owed · /);
});

test("a note of which nothing can be worked out says so by what is found", () => {
  expect(lensLines('note "N" {\n  principal $1,000\n}\nscenario "S" {\n}')).toEqual([
    expect.stringMatching(/^1 \d+ errors?.* · memo$/),
    "4 waits for what is missing",
  ]);
});

test("behind the Exchange Note's words stand its windows, what its alternatives and percentages come to", () => {
  expect(hintedLines(example("exchange-note"))).toEqual([
    "rate 12% per annum⟦$100,800.00 a year⟧",
    "85%⟦$0.001955⟧ of average of VWAP over prior 5 trading days⟦Nov 28 to Dec 4, 2018⟧⟦wins⟧",
    "closing bid on prior trading day⟦+$0.000045⟧",
    "$0.003⟦+$0.001045⟧",
  ]);
});

test("behind a day that counts from another stands the day that it is", () => {
  const text = 'note "N" {\n  principal $1,000\n  issued 2024-03-01\n  matures 12 months after issue\n}';
  expect(hintedLines(text)).toEqual(["matures 12 months after issue⟦March 1, 2025⟧"]);
});

test("behind a bracketed alternative stands what it would change", () => {
  const text =
    'note "N" {\n  principal $1,000\n  issued 2024-03-01\n  matures 2025-03-01\n  interest {\n    rate [10% | 12%] per annum\n  }\n}';
  expect(hintedLines(text)).toContain("rate [10% | 12%⟦+$20.00⟧] per annum⟦$100.00 a year⟧");
});

test("each kind can be switched off", () => {
  const text = example("exchange-note");
  expect(hintedLines(text, none)).toEqual([]);
  expect(hintedLines(text, { ...none, percentages: true })).toHaveLength(2);
  expect(hintedLines(text, { ...none, periods: true })).toHaveLength(1);
  expect(hintedLines(text, { ...none, alternatives: true })).toHaveLength(3);
});
