import { expect, test } from "vitest";
import { recordsOf, valueIn } from "../support/figures.ts";
import { convertible, market, problemsAt, scenario, sheet } from "../support/sheets.ts";

const played = { scenario: "Played" };
const on = { on: "2024-06-10" };

/** A note whose conversion has these clauses and no price. */
const priced = (clauses: string): string => sheet(`  conversion {\n    option holder\n    ${clauses}\n  }`);

test("a conversion rate gives the price, and the price the rate", () => {
  // 1,000 ÷ 307.0797 = 3.25648…; $100,000 converts into 30,707.97 shares.
  const text = priced("conversion rate 307.0797 shares per $1,000\n    amount principal");
  expect(valueIn(text, "conversion-price", on)).toMatch(/^3\.2564/);
  expect(valueIn(text, "conversion-shares", on)).toBe("30707");
  expect(valueIn(text, "conversion-rate", on)).toBe("307.0797");
  expect(problemsAt(text, new Set(["clause-missing"]))).toEqual([]);
});

test("a premium on a reference price gives the price", () => {
  // 3.70 × 1.60 = 5.92.
  const text = priced("reference price $3.70\n    premium 60%");
  expect(valueIn(text, "conversion-price")).toBe("5.92");
  expect(valueIn(text, "conversion-premium")).toBe("0.6");
});

test("a premium alone waits for the price that it is taken on", () => {
  expect(valueIn(priced("premium 60%"), "conversion-price")).toBe("waits for the clause “reference price”");
});

test("a price that is written, even as a blank, goes before what would give it", () => {
  const rate = "conversion rate 100 shares per $1,000";
  expect(valueIn(priced(`price $2.00\n    ${rate}`), "conversion-price")).toBe("2");
  expect(
    valueIn(priced("price $2.00\n    conversion rate [ ]\n    amount principal"), "conversion-shares", on),
  ).toBe("50000");
  expect(valueIn(priced(`price [ ]\n    ${rate}`), "conversion-price")).toBe(
    "waits for the blank in “price”",
  );
});

test("a price that only repeats the rate, rounded, leaves the rate to count", () => {
  const both = (price: string): string =>
    priced(`price ${price}\n    conversion rate 307.0797 shares per $1,000\n    amount principal`);
  // 1,000 ÷ 307.0797 = 3.2565: to the cent 3.26, and not 3.25.
  expect(valueIn(both("$3.26"), "conversion-rate", on)).toBe("307.0797");
  expect(valueIn(both("$3.26"), "conversion-price", on)).toBe("3.26");
  expect(valueIn(both("$3.26"), "conversion-shares", on)).toBe("30707");
  // 100,000 ÷ 3.25 = 30,769.2…: another price than the rate's goes before it.
  expect(valueIn(both("$3.25"), "conversion-shares", on)).toBe("30769");
});

test("without a price, a rate or a premium the price is missing", () => {
  expect(problemsAt(priced("reference price $3.70"), new Set(["clause-missing"]))).toEqual([
    "clause-missing “conversion”",
  ]);
  expect(problemsAt(priced("conversion rate none"), new Set(["clause-missing"]))).toHaveLength(1);
});

test("the rate is counted for the denomination", () => {
  const rates = (more: string): string | undefined =>
    valueIn(sheet(`  ${more}\n  conversion { option holder; price $4.00 }`), "conversion-rate");
  expect(rates("denomination $2,000")).toBe("500");
  expect(rates("denomination $1,000")).toBe("250");
  expect(rates("")).toBeUndefined();
});

const diluted = (rule: string, issue: string, more = "", around = "outstanding 10,000,000 shares"): string =>
  `${convertible("$1.00", `    amount principal\n    anti-dilution ${rule}\n${more}`)}market { ${around} }\n${scenario("June 10, 2024", `new issue { issued shares 1,000,000 shares; issue price ${issue} }`)}`;

test.each([
  ["full ratchet", "$0.50", "0.5", "200000"],
  // 1.00 × (10,000,000 + 500,000) ÷ 11,000,000; 100,000 ÷ 0.954545… = 104,761.9…
  ["weighted average", "$0.50", "0.954545454545", "104761"],
  ["full ratchet", "$1.00", "1", "100000"],
  ["weighted average", "$2.00", "1", "100000"],
])("%s after shares are sold at %s", (rule, issue, price, shares) => {
  const text = diluted(rule, issue);
  expect(valueIn(text, "adjusted-price", played)).toBe(price);
  expect(valueIn(text, "conversion-price", played)).toBe(price);
  expect(valueIn(text, "conversion-shares", played)).toBe(shares);
  expect(valueIn(text, "adjusted-price")).toBeUndefined();
});

test("the weight is that of the capitalization where the market gives one", () => {
  // 1.00 × (4,000,000 + 500,000) ÷ (4,000,000 + 1,000,000) = 0.90.
  const around = "outstanding 10,000,000 shares; capitalization 4,000,000 shares";
  expect(valueIn(diluted("weighted average", "$0.50", "", around), "conversion-price", played)).toBe("0.9");
});

test("a weighted average waits for the shares that it weighs by; a full ratchet does not", () => {
  expect(valueIn(diluted("weighted average", "$0.50", "", ""), "conversion-price", played)).toBe(
    "waits for the shares “outstanding” in the market",
  );
  expect(valueIn(diluted("full ratchet", "$0.50", "", ""), "conversion-price", played)).toBe("0.5");
});

test("the floor holds against anti-dilution", () => {
  const text = diluted("full ratchet", "$0.50", "    floor $0.80");
  expect(valueIn(text, "conversion-price", played)).toBe("0.8");
  expect(valueIn(text, "adjusted-price", played)).toBe("0.5");
});

test("issues that are excluded in words are taken not to be meant, and the number says so", () => {
  const text = diluted("full ratchet", "$0.50", "    excluded issuances employee options");
  expect(recordsOf(text, played).get("conversion-price")?.assumptions).toContain(
    "the new shares are not among the excluded issuances",
  );
});

const underPar = (below: string): string =>
  convertible("80% of VWAP on prior trading day", `    amount $1,000\n    par value $0.001\n    ${below}`) +
  market("    date VWAP\n    2024-06-07 $0.0010") +
  scenario("June 10, 2024");

test("below par, with the principal grossed up: par is the price, and the shares stay as many", () => {
  // 80 % of 0.0010 is 0.0008: 1,250,000 shares, 1,250.00 at par.
  const text = underPar("below par principal grossed up");
  expect(valueIn(text, "conversion-price", played)).toBe("0.001");
  expect(valueIn(text, "price-before-par", played)).toBe("0.0008");
  expect(valueIn(text, "conversion-shares", played)).toBe("1250000");
  expect(valueIn(text, "par-gross-up", played)).toBe("250.00");
  expect(valueIn(text, "cash-in-lieu", played)).toBe("0.00");
  // 1,250,000 × 0.0010 − 1,000.00.
  expect(valueIn(text, "conversion-gain", played)).toBe("250.00");
});

test("below par, where the price is par: fewer shares", () => {
  const text = underPar("below par price is par");
  expect(valueIn(text, "conversion-price", played)).toBe("0.001");
  expect(valueIn(text, "conversion-shares", played)).toBe("1000000");
  expect(valueIn(text, "par-gross-up", played)).toBeUndefined();
});

test("below par, where nothing can be converted, or where the note does not say", () => {
  expect(valueIn(underPar("below par no conversion"), "conversion-shares", played)).toMatch(
    /^waits for a conversion price that is not below par/,
  );
  expect(valueIn(underPar(""), "conversion-price", played)).toBe("0.0008");
  expect(recordsOf(underPar(""), played).get("conversion-price")?.assumptions).toContain(
    "the price is below par, and the sheet does not say what follows",
  );
});

test("a price at or above par is left alone", () => {
  const text = underPar("below par principal grossed up").replace("$0.0010", "$0.0050");
  expect(valueIn(text, "conversion-price", played)).toBe("0.004");
  expect(valueIn(text, "par-gross-up", played)).toBe("0.00");
});
