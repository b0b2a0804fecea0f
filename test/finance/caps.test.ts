import { expect, test } from "vitest";
import { recordsOf, valueIn } from "../support/figures.ts";
import { convertible, scenario } from "../support/sheets.ts";

const played = { scenario: "Played" };

/** $1,000 at $1.00: 1,000 shares, with clauses of the conversion, of the note and of the market. */
const thousand = (conversion: string, around = "outstanding 10,000 shares", more = ""): string =>
  `${convertible("$1.00", `    amount $1,000\n    ${conversion}\n  }\n  ${more}\n  interest {\n    rate none`)}market { ${around} }\n${scenario("June 10, 2024")}`;

test.each([
  // floor(19.99 % × 1,003) = floor(200.4997).
  [
    "exchange cap 19.99% of shares outstanding at signing",
    "outstanding 10,000 shares; outstanding at signing 1,003 shares",
    "200",
  ],
  ["exchange cap 19.99%", "outstanding 10,000 shares", "1999"],
  ["exchange cap 750 shares", "", "750"],
])("%s", (cap, around, most) => {
  expect(valueIn(thousand(cap, around), "exchange-cap-shares", played)).toBe(most);
});

test("without the shares at signing those outstanding now stand for them, and the number says so", () => {
  const record = recordsOf(thousand("exchange cap 19.99%"), played).get("exchange-cap-shares");
  expect(record?.assumptions).toContain("as many shares were outstanding at signing as are now");
});

test("of the caps the lowest binds, and what it keeps from being paid in shares is reported", () => {
  const text = thousand("exchange cap 750 shares", "outstanding 10,000 shares", "share cap 600 shares");
  expect(valueIn(text, "most-shares-under-caps", played)).toBe("600");
  expect(valueIn(text, "amount-over-caps", played)).toBe("400.00");
  const wide = thousand("exchange cap 7,500 shares", "outstanding 10,000 shares", "share cap 6,000 shares");
  expect(valueIn(wide, "most-shares-under-caps", played)).toBe("1000");
  expect(valueIn(wide, "amount-over-caps", played)).toBe("0.00");
});

test("a cap that has fallen away is no cap", () => {
  const text = thousand('exchange cap 750 shares\n    exchange cap none on "Delisting"');
  const fallen = text.replace("on June 10, 2024", 'on June 10, 2024\n  event "Delisting" on June 1, 2024');
  expect(valueIn(text, "most-shares-under-caps", played)).toBe("750");
  expect(valueIn(fallen, "exchange-cap-shares", played)).toBeUndefined();
});

test.each([
  ["reserve 5 times", "5000"],
  ["reserve 250%", "2500"],
  ["reserve 25,000,000 shares", "25000000"],
])("%s", (reserve, shares) => {
  expect(valueIn(thousand(reserve), "reserve-shares", played)).toBe(shares);
});

test("a reserve of a broken number of shares is rounded up: fewer would not do", () => {
  // 1,000 ÷ 3 = 333 shares; 1.5 × 333 = 499.5.
  const text = thousand("reserve 150%").replace("price $1.00", "price $3.00");
  expect(valueIn(text, "reserve-shares", played)).toBe("500");
});

test("what the charter leaves to issue, and the price at which it runs out", () => {
  const text = thousand("", "outstanding 10,000 shares; authorised 20,000 shares; reserved 6,000 shares");
  expect(valueIn(text, "authorised-headroom", played)).toBe("4000");
  expect(valueIn(text, "authorised-exhausted-price", played)).toBe("0.25");
  // A fixed price never comes to that, wherever the market stands.
  expect(valueIn(text, "authorised-exhausted-market-price", played)).toBeUndefined();
});

test("the market price at which the shares run out is that of the alternative which wins down there", () => {
  // 0.25 ÷ 0.50: half the VWAP is below the whole bid.
  const text = thousand("", "outstanding 10,000 shares; authorised 14,000 shares").replace(
    "price $1.00",
    "price lowest of { closing bid on prior trading day; 50% of VWAP on prior trading day; $1.00 }",
  );
  expect(valueIn(text, "authorised-exhausted-market-price")).toBe("0.5");
});

test("a floor above that price keeps the shares from running out", () => {
  const text = thousand("floor $0.40", "outstanding 10,000 shares; authorised 14,000 shares").replace(
    "price $1.00",
    "price 50% of VWAP on prior trading day",
  );
  expect(valueIn(text, "authorised-exhausted-market-price")).toBe(
    "waits for a market price that brings the conversion price so low",
  );
});

test("no shares left to issue is said, not divided by", () => {
  const text = thousand("", "outstanding 10,000 shares; authorised 10,000 shares");
  expect(valueIn(text, "authorised-exhausted-price", played)).toBe(
    "waits for authorised shares that are left to issue",
  );
});

const limit = "ownership limit 10% after issuance";

test("what the holder holds counts: before, after, and in what the limit leaves", () => {
  const text = thousand(limit, "outstanding 10,000 shares; held by holder 500 shares");
  expect(valueIn(text, "ownership-before", played)).toBe("0.05");
  // (500 + 1,000) ÷ 11,000.
  expect(valueIn(text, "ownership-after", played)).toBe("0.136363636364");
  // (0.1 × 10,000 − 500) ÷ 0.9 = 555.5…; before issuance 500.
  expect(valueIn(text, "blocker-shares", played)).toBe("555");
  expect(valueIn(text.replace("after issuance", "before issuance"), "blocker-shares", played)).toBe("500");
  // 555 first, then the rest: all is sold in between.
  expect(recordsOf(text, played).get("blocked-conversions")?.steps[0]).toContain("2: 555 + 445 shares");
  expect(valueIn(text, "blocked-remainder-amount", played)).toBe("445.00");
});

test("a holder above the limit already can take nothing", () => {
  const text = thousand(limit, "outstanding 10,000 shares; held by holder 1,200 shares");
  expect(valueIn(text, "blocker-shares", played)).toBe("0");
  expect(valueIn(text, "blocked-remainder-amount", played)).toBe("1000.00");
});

test("that the holder holds nothing is assumed only where the market does not say what it holds", () => {
  const assumed = "the holder is taken to own no other shares";
  const result = thousand(limit, "outstanding 10,000 shares; held by holder 0 shares");
  expect(recordsOf(thousand(limit), played).get("blocker-shares")?.assumptions).toContain(assumed);
  expect(recordsOf(result, played).get("blocker-shares")?.assumptions).not.toContain(assumed);
});

test("after notice the higher limit counts, measured in the same way", () => {
  const text = thousand(`${limit}\n    ownership limit after notice 20%`);
  // 0.2 × 10,000 ÷ 0.8.
  expect(valueIn(text, "blocker-shares-after-notice", played)).toBe("2500");
});

test("what the limit holds back says that its fate is open, where it is", () => {
  const open = "the sheet does not say what becomes of what the ownership limit holds back";
  const small = "outstanding 1,000 shares";
  const assumptions = (more: string): readonly string[] =>
    recordsOf(thousand(`${limit}${more}`, small), played).get("blocked-remainder-amount")?.assumptions ?? [];
  expect(assumptions("")).toContain(open);
  expect(assumptions("\n    blocked remainder deferred")).not.toContain(open);
});
