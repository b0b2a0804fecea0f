import { describe, expect, test } from "vitest";
import { sharePayment } from "../../server/src/checks/satisfiable.ts";
import { show } from "../../server/src/quantity/format.ts";
import { example, type Found, problemsIn, repaired, subjectsIn } from "../support/analyse.ts";
import { valueIn } from "../support/figures.ts";

const exchange = example("exchange-note");
const noScenario = exchange.slice(0, exchange.indexOf("scenario "));
const noMarket = exchange.slice(0, exchange.indexOf("// Illustrative"));
const name = "Blocked by the ownership limit";

function blocked(text: string): Found | undefined {
  return problemsIn(text).find(({ code }) => code === "limit-blocks-payment");
}

/** The text with the scenario in it that a finding offers. */
function withExample(text: string): string {
  const found = blocked(text);
  const index = found?.fixes?.findIndex(({ title }) => title.startsWith("Insert a scenario")) ?? -1;
  if (!found || index < 0) throw new Error("no scenario is offered");
  return repaired(text, found, index);
}

const shapesIn = (text: string): string[] =>
  problemsIn(text).flatMap(({ severity, code }) => (severity === "error" ? [code] : []));

// 940,800.00 / 0.003 = 313,600,000; × (1 − 0.0999) / 0.0999 = 2,825,539,139.1…; worked out apart from this program.
describe("the Exchange Note", () => {
  test("names the clauses and the numbers, and the scenario that shows the conflict", () => {
    const found = blocked(exchange);
    expect(found?.severity).toBe("warning");
    expect(found?.message).toBe(
      "Paying $940,800.00 in shares takes at least 313,600,000 shares, for the price is never above $0.003. Under the ownership limit of 9.99 % after issuance that fits at one time only if at least 2,825,539,140 shares are outstanding before; the market has 1,000,000,000 shares, which let 110,987,668 shares through. “Paid in shares at maturity” shows it: 481,227,621 shares, of which 110,987,668 are let through. Say what becomes of the part that is blocked: money, or shares later.",
    );
    const related = found?.related?.map(({ span }) =>
      exchange.slice(found.offset).slice(span.start, span.end),
    );
    expect(related).toEqual(["option", "price", "principal", "matures"]);
  });

  test("in its own market a scenario is inserted that shows it", () => {
    const text = withExample(noScenario);
    expect(shapesIn(text)).toEqual([]);
    expect(valueIn(text, "conversion-shares", { scenario: name })).toBe("481227621");
    expect(valueIn(text, "blocker-shares", { scenario: name })).toBe("110987668");
    expect(blocked(text)?.message).toContain(`“${name}” shows it`);
  });

  test("without a market one is made up, at the price at which the fewest shares are issued", () => {
    const text = withExample(noMarket);
    expect(shapesIn(text)).toEqual([]);
    expect(text).toContain("// Made up to show the conflict");
    expect(text).toContain("outstanding  2,000,000,000 shares");
    expect(valueIn(text, "conversion-price", { scenario: name })).toBe("0.003");
    expect(valueIn(text, "conversion-shares", { scenario: name })).toBe("313600000");
    expect(valueIn(text, "blocker-shares", { scenario: name })).toBe("221975336");
  });

  test("with more than 2.83 billion outstanding it fits at the highest price, but not at a lower one", () => {
    const text = exchange.replace("1,000,000,000 shares", "2,825,539,140 shares");
    expect(blocked(text)?.message).toContain("only while the price is at least $0.003,");
    const fewer = exchange.replace("1,000,000,000 shares", "2,825,539,139 shares");
    expect(blocked(fewer)?.message).toContain("only if at least 2,825,539,140 shares");
  });

  test("what the draft says of the blocked part settles it", () => {
    for (const index of [0, 1, 2]) {
      const found = blocked(exchange);
      const text = found ? repaired(exchange, found, index) : "";
      expect(shapesIn(text)).toEqual([]);
      expect(blocked(text)).toBeUndefined();
    }
  });

  test("a floor under which everything fits settles it", () => {
    const text = exchange
      .replace("1,000,000,000 shares", "9,000,000,000 shares")
      .replace("ownership limit  9.99%", "floor  $0.001\n    ownership limit  9.99%");
    expect(blocked(text)).toBeUndefined();
  });
});

test("the Power Up Note: the holder converts in parts, and nothing is in conflict", () => {
  const text = example("power-up-note");
  expect(blocked(text)).toBeUndefined();
  const [subject] = subjectsIn(text);
  const payment = subject && sharePayment(subject.alone);
  expect(payment && show(payment.amount)).toBe("$140,400.00");
  expect([payment?.highest, payment?.lowest]).toEqual([undefined, undefined]);
});

describe("whatever bounds the shares, a scenario shows the conflict", () => {
  const issuerPays = (more: string, around = ""): string =>
    `note "N" {\n  issuer "A"\n  holder "B"\n  principal $100,000\n  issued 2024-01-02\n  matures 2025-01-02\n  ${around}\n  conversion { option issuer; amount principal; price lesser of { $0.02; VWAP on prior trading day }; ownership limit none; until maturity; ${more} }\n}\n`;

  // 100,000 / 0.02 = 5,000,000 shares at the highest price there is.
  test.each([
    ["exchange cap", issuerPays("exchange cap 1,000,000 shares"), "1,000,000"],
    ["share cap", issuerPays("", "share cap 2,000,000 shares"), "2,000,000"],
    [
      "number of authorised shares",
      `${issuerPays("")}market {\n  outstanding 7,000,000 shares\n  authorised 10,000,000 shares\n  prices {\n    date VWAP\n    2024-12-31 $0.02\n  }\n}\n`,
      "3,000,000",
    ],
  ])("%s", (bound, sheet, most) => {
    const title = `Insert a scenario that shows it: 5,000,000 shares, of which ${most} are let through`;
    expect(blocked(sheet)?.fixes?.map((fix) => fix.title)).toEqual([title]);
    const text = withExample(sheet);
    expect(shapesIn(text)).toEqual([]);
    expect(valueIn(text, "conversion-shares", { scenario: `Blocked by the ${bound}` })).toBe("5000000");
    expect(blocked(text)?.message).toContain(`5,000,000 shares, of which ${most} are let through`);
  });

  test("what becomes of the rest under an ownership limit is said by a clause", () => {
    const found = blocked(exchange);
    expect(found?.fixes?.map(({ title }) => title)).toEqual([
      "The blocked part is paid in money",
      "The blocked part is issued when the limit has room for it",
      "The blocked part is issued as prefunded warrants",
    ]);
    expect(repaired(exchange, found as Found, 1)).toContain("\n    blocked remainder  deferred\n");
  });
});

describe("the highest and the lowest price of any market", () => {
  const bounds = (words: string, more = ""): (string | undefined)[] => {
    const text = `note "N" {\n  principal $100\n  issued 2024-01-02\n  matures 2025-01-02\n  "Cap" means $2\n  conversion { option issuer; amount principal; price ${words}; ${more} }\n}`;
    const [subject] = subjectsIn(text);
    const payment = subject && sharePayment(subject.alone);
    return [payment?.lowest, payment?.highest].map((price) => price && show(price));
  };

  test.each([
    ["$1", "", "$1.00", "$1.00"],
    ["VWAP on conversion date", "", undefined, undefined],
    ["lowest of { $1; VWAP on conversion date; $3 }", "", undefined, "$1.00"],
    ["highest of { $1; VWAP on conversion date }", "", "$1.00", undefined],
    ["50% of lesser of { $1; VWAP on conversion date }", "", undefined, "$0.50"],
    ['lesser of { "Cap"; VWAP on conversion date }', "", undefined, "$2.00"],
    ["VWAP on conversion date", "floor $1; ceiling $4", "$1.00", "$4.00"],
    ["VWAP on conversion date", "floor VWAP on prior trading day; ceiling $4", undefined, undefined],
    ["highest of { $1; lesser of { $2; VWAP on conversion date } }", "", "$1.00", "$2.00"],
  ])("%s; %s", (words, more, lowest, highest) => {
    expect(bounds(words, more)).toEqual([lowest, highest]);
  });
});
