import { expect, test } from "vitest";
import { valueIn } from "../support/figures.ts";
import { scenario, sheet } from "../support/sheets.ts";

/** A note of $100,000 of one issuer that converts at a price. */
const note = (name: string, price: string, issuer = "Example Corp.", holder = name): string =>
  sheet(`  interest none\n  conversion { option holder; price ${price} }`, {
    issuer: `"${issuer}"`,
    holder: `"${holder}"`,
  }).replace("Example Note", name);
const market = "market {\n  outstanding 1,000,000 shares\n}\n";
const played = scenario("2024-06-03");
const at = (index: number): { note: number; scenario: string } => ({ note: index, scenario: "Played" });

test("notes of one issuer dilute each other, whichever of them one looks at", () => {
  // 100,000 ÷ 0.50 = 200,000 and 100,000 ÷ 0.25 = 400,000; 600,000 ÷ 1,600,000.
  const text = note("A", "$0.50") + note("B", "$0.25") + market + played;
  expect([0, 1].map((index) => valueIn(text, "all-notes-shares", at(index)))).toEqual(["600000", "600000"]);
  expect(valueIn(text, "all-notes-dilution", at(1))).toBe("0.375");
  expect([0, 1].map((index) => valueIn(text, "ownership-among-notes", at(index)))).toEqual(["0.125", "0.25"]);
  // By itself, as before: 200,000 ÷ 1,200,000.
  expect(valueIn(text, "ownership-after", at(0))).toMatch(/^0\.16666/);
});

test("of one holder's notes the shares count together", () => {
  const text = note("A", "$0.50", "X", "Fund") + note("B", "$0.25", "X", "fund") + market + played;
  expect(valueIn(text, "ownership-among-notes", at(0))).toBe("0.375");
});

test.each([
  ["another issuer's", note("B", "$0.25", "Other Corp.")],
  ["a note that does not convert", sheet("  interest none\n  conversion none")],
  [
    "one with a market of its own",
    note("B", "$0.25").replace(/\}\n$/, `  market { outstanding 5 shares }\n}\n`),
  ],
])("%s is not among them", (_, other) => {
  expect(valueIn(note("A", "$0.50") + other + market + played, "all-notes-shares", at(0))).toBeUndefined();
});

test("a scenario of one note alone converts that one", () => {
  const text = `${note("A", "$0.50")}${note("B", "$0.25")}${market}${played.replace('"Played"', '"Played" for "A"')}`;
  expect(valueIn(text, "all-notes-shares", at(0))).toBeUndefined();
});

test("waits for what another note waits for, by its name", () => {
  const text = note("A", "$0.50") + note("B", "90% of VWAP on prior trading day") + market + played;
  expect(valueIn(text, "all-notes-shares", at(0))).toBe("waits for market prices: VWAP (of “B”)");
});
