import { expect, test } from "vitest";
import { recordsOf, valueIn } from "../support/figures.ts";
import { convertible, scenario, sheet } from "../support/sheets.ts";

const played = { scenario: "Played" };

const warrants = (clauses: string, more = "", name = ""): string =>
  sheet(`  warrants ${name} {\n    ${clauses}\n  }\n${more}`);

test.each([
  // 50 % × 100,000.00 ÷ 3.50 = 14,285.7…
  ["coverage 50%\n    strike price $3.50", "14285", "49997.50"],
  ["warrant shares 1,068,374 shares\n    strike price $0.39", "1068374", "416665.86"],
  // The number that is stated goes before the coverage.
  ["warrant shares 100 shares\n    coverage 50%\n    strike price $3.50", "100", "350.00"],
])("%s", (clauses, shares, cost) => {
  expect(valueIn(warrants(clauses), "warrant-shares")).toBe(shares);
  expect(valueIn(warrants(clauses), "warrant-cost")).toBe(cost);
});

test("several grants are summed, each under its name", () => {
  const text = warrants(
    "warrant shares 1,000 shares\n    strike price $2.00",
    '  warrants "Second" { warrant shares 500 shares; strike price $3.00 }',
    '"First"',
  );
  expect(valueIn(text, "warrant-shares")).toBe("1500");
  expect(valueIn(text, "warrant-cost")).toBe("3500.00");
  expect(valueIn(text, "warrant-coverage")).toBe("0.035");
  expect(recordsOf(text).get("warrant-shares")?.steps[0]).toContain("“First” + “Second”");
});

test("price and count are held against each other", () => {
  const text = warrants(
    "warrant shares 1,068,374 shares\n    strike price $0.39\n    aggregate price $416,666",
  );
  expect(valueIn(text, "warrant-strike")).toMatch(/^0\.3900001/);
  expect(valueIn(warrants("warrant shares 5 shares\n    strike price $1"), "warrant-strike")).toBeUndefined();
});

test("what is missing is named", () => {
  expect(valueIn(warrants("strike price $3.00"), "warrant-shares")).toBe(
    "waits for the number of warrant shares, or their coverage",
  );
  expect(valueIn(warrants("warrant shares [ ]\n    strike price $3.00"), "warrant-shares")).toBe(
    "waits for the blank in “warrant shares”",
  );
  expect(valueIn(warrants("warrant shares 100 shares\n    strike price [ ]"), "warrant-shares")).toBe("100");
  expect(valueIn(warrants("warrant shares 100 shares\n    strike price [ ]"), "warrant-cost")).toBe(
    "waits for the blank in “strike price”",
  );
});

test.each([
  // 1,000 × (4 − 3) ÷ 4.
  ["$4.00", "250"],
  // 1,000 × (7 − 3) ÷ 7 = 571.4…
  ["$7.00", "571"],
  ["$3.00", "0"],
  ["$2.00", "0"],
])("cashless exercise at %s", (price, shares) => {
  const text = `${warrants("warrant shares 1,000 shares\n    strike price $3.00\n    cashless exercise")}${scenario("June 10, 2024", `sold at ${price}`)}`;
  expect(valueIn(text, "cashless-shares", played)).toBe(shares);
});

test("only what may be exercised cashless is", () => {
  const text = warrants(
    "warrant shares 1,000 shares\n    strike price $3.00\n    cashless exercise",
    "  warrants { warrant shares 700 shares; strike price $3.00 }",
  );
  expect(valueIn(`${text}${scenario("June 10, 2024", "sold at $4.00")}`, "cashless-shares", played)).toBe(
    "250",
  );
  const none = warrants("warrant shares 700 shares\n    strike price $3.00");
  expect(valueIn(none, "cashless-shares")).toBeUndefined();
});

test("a strike price that adjusts follows a new issue; the number of shares stays", () => {
  const issue = "new issue { issued shares 1,000,000 shares; issue price $1.00 }";
  const text = `${warrants("coverage 30%\n    strike price $3.00\n    strike adjusts full ratchet")}${scenario("June 10, 2024", issue)}`;
  expect(valueIn(text, "warrant-shares", played)).toBe("10000");
  expect(valueIn(text, "warrant-cost")).toBe("30000.00");
  expect(valueIn(text, "warrant-cost", played)).toBe("10000.00");
});

test("coverage is reported the principal and of the shares that it converts into", () => {
  const text = convertible(
    "$2.50",
    "  }\n  warrants {\n    warrant shares 40,000 shares\n    strike price $3.00",
  );
  // 40,000 × 3.00 ÷ 100,000.00; 40,000 ÷ (100,000.00 ÷ 2.50).
  expect(valueIn(text, "warrant-coverage")).toBe("1.2");
  expect(valueIn(text, "warrant-share-coverage")).toBe("1");
});

test("coverage in conversion shares gives a part of the shares that the principal converts into", () => {
  // 21 % × 100,000.00 ÷ 2.40 = 8,750; at the strike price it would be 21 % × 100,000.00 ÷ 3.00 = 7,000.
  const text = convertible(
    "$2.40",
    "  }\n  warrants {\n    coverage 21% of conversion shares\n    strike price $3.00",
  );
  expect(valueIn(text, "warrant-shares")).toBe("8750");
  const ofPrincipal = text.replace("conversion shares", "principal");
  expect(valueIn(ofPrincipal, "warrant-shares")).toBe("7000");
  expect(valueIn(warrants("coverage 21% of shares\n    strike price $3.00"), "warrant-shares")).toBe(
    "waits for the conversion price",
  );
});

test("a note without warrants has none of their figures", () => {
  const ids = [...recordsOf(sheet("")).keys()];
  expect(ids.filter((id) => id.includes("warrant") || id === "cashless-shares")).toEqual([]);
});
