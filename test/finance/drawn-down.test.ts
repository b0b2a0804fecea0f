import { expect, test } from "vitest";
import { analyse } from "../../server/src/document/analysis.ts";
import { explain } from "../../server/src/features/explain.ts";
import { valueIn } from "../support/figures.ts";
import { scenario, sheet } from "../support/sheets.ts";

/** $60,000 on January 2 and $40,000 on March 2, at 9 % in months of 30 days, paid back in eight instalments of $12,000. */
const tranches = (second = "", more = ""): string =>
  sheet(
    `  tranche "One" { principal $60,000; purchase price $54,000; funded January 2, 2024 }
  tranche "Two" { principal $40,000; purchase price $36,000; funded March 2, 2024; ${second} }
  interest { rate 9%; day count 30/360 bond basis; simple }
  instalments { monthly from 2024-04-02, 8 times $12,000 }
${more}`,
    { matures: "December 31, 2024" },
  );

test("instalments run tranches down as one debt", () => {
  // To March 2: 60,000 × 9 % × 60/360 = 900.00; to April 2: 100,000 × 9 % × 30/360 = 750.00; 12,000 − 1,650 leaves
  // 89,650.00, then 78,322.38, 66,909.80, 55,411.62, 43,827.21, 32,155.91, 20,397.08 and 8,550.06.
  expect(valueIn(tranches(), "principal-owed")).toBe("8550.06");
  // 8,550.06 × 9 % × 59/360 = 126.11 more.
  expect(valueIn(tranches(), "due-after-instalments")).toBe("8676.17");
  expect(valueIn(tranches(), "accrued-interest")).toBe("4676.17");
  expect(valueIn(tranches(), "amount-at-maturity")).toBe("8676.17");
  // Eight times 12,000.00, and the rest.
  expect(valueIn(tranches(), "paid-in-all")).toBe("104676.17");
});

test("the return counts what is paid for each tranche on its day, and what comes back of all", () => {
  // XIRR of −54,000 on January 2, −36,000 on March 2, eight times 12,000 and 8,676.17 on December 31.
  expect(valueIn(tranches(), "annualised-cash-return")).toMatch(/^0\.34678[56]/);
});

test("in a scenario the tranches and instalments up to its day count", () => {
  const june = { scenario: "Played" };
  const text = tranches() + scenario("June 15, 2024");
  // Thirteen days on 66,909.80: 217.456….
  expect(valueIn(text, "principal-owed", june)).toBe("66909.80");
  expect(valueIn(text, "accrued-interest", june)).toBe("217.46");
  // Before the second tranche: 60,000 × 9 % × 29/360.
  expect(valueIn(tranches() + scenario("February 1, 2024"), "accrued-interest", june)).toBe("435.00");
});

test("tranches that fall due on different days wait, and say why", () => {
  const text = tranches("matures March 2, 2025");
  expect(valueIn(text, "amount-at-maturity")).toBe(
    "waits for which tranche an instalment pays, for they do not all fall due with the note",
  );
  expect(valueIn(text, "annualised-cash-return")).toMatch(/^waits for which tranche an instalment pays/);
});

test("a tranche by itself says what is paid for it, and nothing of what it bears", () => {
  const [note] = explain(analyse(tranches(), undefined));
  const ids = note?.tranches.map(({ figures }) => figures.map(({ id }) => id)) ?? [];
  expect(ids.map((all) => all.includes("purchase-price"))).toEqual([true, true]);
  expect(ids.flat()).not.toContain("amount-at-maturity");
});
