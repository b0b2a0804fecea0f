import { describe, expect, test } from "vitest";
import { problemsIn } from "../support/analyse.ts";
import { recordsOf, valueIn } from "../support/figures.ts";

import { convertible, market, scenario, sheet } from "../support/sheets.ts";

/** $100,000 without interest, convertible into 200,000 shares at $0.50. */
const note = (conversion: string, more = ""): string =>
  convertible("$0.50", `    amount principal\n    ${conversion}`, {
    matures: `January 2, 2025\n  interest none\n  ${more}`,
  });
const codesIn = (text: string): string[] => problemsIn(text).map(({ code }) => code);
const played = { scenario: "Played" };
const day = "June 3, 2024";

/** The figures that a closed right leaves without a number. */
const ofConversion = [
  "conversion-amount",
  "conversion-shares",
  "conversion-gain",
  "breakeven-price",
  "ownership-after",
];

const priced = `${market("    date closing price\n    2024-05-31 $0.60", "outstanding 1,000,000 shares")}`;

describe("a right that an event opens", () => {
  test.each([
    ["from event of default", "event of default June 3, 2024"],
    ["from event of default", "event of default May 1, 2024"],
    ['from 10 days after "Listing"', 'event "Listing" on May 24, 2024'],
    ["option holder on event of default", "event of default May 1, 2024"],
    ["from later of { April 1, 2024; event of default }", "event of default May 1, 2024"],
  ])("%s: closed without it, open with it", (words, event) => {
    const text = (more: string): string =>
      note(words.startsWith("option") ? "" : words).replace(
        "option holder",
        words.startsWith("option") ? words : "option holder",
      ) +
      priced +
      scenario(day, `convert principal\n  ${more}`);
    const closed = recordsOf(text(""), played);
    for (const id of ofConversion) expect(closed.get(id)?.value ?? null, id).toBeNull();
    expect(closed.get("conversion-amount")?.waitingFor?.join()).toContain("the right to convert");
    expect(codesIn(text(""))).toContain("scenario-outside-conversion");
    expect(valueIn(text(event), "conversion-shares", played)).toBe("200000");
    expect(codesIn(text(event))).not.toContain("scenario-outside-conversion");
  });

  test("is closed until the event's day", () => {
    const text =
      note("from event of default") + scenario(day, "convert principal\n  event of default June 4, 2024");
    expect(valueIn(text, "conversion-shares", played)).toContain("which is June 4, 2024");
  });

  test("is taken to be open in a note by itself", () => {
    expect(valueIn(note("from event of default"), "conversion-shares")).toBe("200000");
  });

  test("an earlier day opens it too", () => {
    const text =
      note("from earlier of { April 1, 2024; event of default }") + scenario(day, "convert principal");
    expect(valueIn(text, "conversion-shares", played)).toBe("200000");
  });
});

test("convert none leaves no figure of a conversion, not even one that waits", () => {
  const text = note("") + priced + scenario(day, "convert none");
  const records = recordsOf(text, played);
  for (const id of [...ofConversion, "annualised-share-return"]) expect(records.has(id), id).toBe(false);
  expect(codesIn(text)).not.toContain("scenario-outside-conversion");
});

describe("a contingent conversion", () => {
  // 130 % of $0.50 is $0.65.
  const text = (price: string, words = "130% of conversion price for 20 of 30 trading days"): string =>
    note(`contingent conversion ${words}`) + scenario(day, `price every ${price}\n  convert principal`);

  test.each([
    ["$0.64", "waits for"],
    ["$0.65", "200000"],
  ])("at %s", (price, shares) => {
    expect(valueIn(text(price), "conversion-shares", played)).toContain(shares);
    expect(valueIn(text(price, "130% of conversion price"), "conversion-shares", played)).toContain(shares);
  });

  test("asks for nothing before it begins and after it ends", () => {
    const words = (second: string): string =>
      text("$0.10", `130% of conversion price for 20 of 30 trading days ${second}`);
    expect(valueIn(words("until May 1, 2024"), "conversion-shares", played)).toBe("200000");
    expect(valueIn(words("from July 1, 2024"), "conversion-shares", played)).toBe("200000");
    expect(valueIn(words("from May 1, 2024"), "conversion-shares", played)).toContain("it did on 0");
    const gone = words("from May 1, 2024\n    contingent conversion none from June 1, 2024");
    expect(valueIn(gone, "conversion-shares", played)).toBe("200000");
  });
});

describe("settled in cash", () => {
  const text = (words: string): string =>
    convertible("$3.00", `    amount principal\n    settlement cash\n    ${words}`, {
      matures: "January 2, 2025\n  interest none",
    }) +
    market("    date closing price\n    2024-05-31 $4.20", "outstanding 1,000,000 shares") +
    scenario(day);

  test("the shares at the market price, and nobody owns more", () => {
    const records = recordsOf(text("fractional shares cash in lieu"), played);
    // 33,333.33… × 4.20; rounded down 33,333 × 4.20; up 33,334 × 4.20.
    expect(records.get("cash-settlement")?.value).toBe("140000.00");
    expect(records.get("conversion-value")?.value).toBe("140000.00");
    expect(records.get("conversion-gain")?.value).toBe("40000.00");
    expect(records.get("cash-in-lieu")).toBeUndefined();
    expect(records.get("ownership-after")).toBeUndefined();
    expect(valueIn(text("fractional shares rounded down"), "cash-settlement", played)).toBe("139998.60");
    expect(valueIn(text("fractional shares rounded up"), "cash-settlement", played)).toBe("140002.80");
  });
});

describe("a fraction of a share", () => {
  const text = (words: string, price = "price $3.00"): string =>
    convertible("$3.00", `    amount principal\n    fractional shares ${words}`, {
      matures: "January 2, 2025\n  interest none",
    }).replace("price $3.00", price) +
    market("    date closing price\n    2024-05-31 $4.20") +
    scenario(day);

  test.each([
    // 33,333.33… shares: 1.00 of the amount is left, a third of a share, at $4.20 worth 1.40.
    ["cash in lieu", "33333", "1.00"],
    ["cash in lieu at conversion price", "33333", "1.00"],
    ["cash in lieu at market price", "33333", "1.40"],
    ["rounded up", "33334", undefined],
    ["nearest", "33333", undefined],
  ])("%s", (words, shares, cash) => {
    expect(valueIn(text(words), "conversion-shares", played)).toBe(shares);
    if (cash) expect(valueIn(text(words), "cash-in-lieu", played)).toBe(cash);
    else expect(valueIn(text(words), "cash-in-lieu", played)).toContain("a rule that pays fractions in cash");
  });

  test("of a note with a conversion rate is paid at the market price", () => {
    // 100 × 34.7766 = 3,477.66: 0.66 × 4.20 = 2.772.
    const rate = "conversion rate 34.7766 shares per $1,000";
    expect(valueIn(text("cash in lieu", rate), "cash-in-lieu", played)).toBe("2.77");
    // 0.66 × 1,000 ÷ 34.7766 = 18.978….
    expect(valueIn(text("cash in lieu at conversion price", rate), "cash-in-lieu", played)).toBe("18.98");
  });
});

describe("a price that is rounded", () => {
  // 65 % of $0.0123 is $0.007995.
  test.each([
    ["rounded to 4 decimal places", "0.008"],
    ["rounded down to 4 decimal places", "0.0079"],
    ["rounded up to 4 decimal places", "0.008"],
    ["rounded to nearest cent", "0.01"],
    ["rounded down to 6 places", "0.007995"],
  ])("%s", (words, price) => {
    expect(valueIn(convertible(`65% of $0.0123 ${words}`), "conversion-price")).toBe(price);
  });

  test("a choice is rounded as a whole", () => {
    const words = "lesser of 65% of $0.0123 and $0.0079951 rounded to 4 decimal places";
    expect(valueIn(convertible(words), "conversion-price")).toBe("0.008");
  });
});

describe("put and call", () => {
  // 8 % simple on actual/365 from January 2 to June 3, 2024, 153 days: 3,353.42….
  const text = (lines: string, more = ""): string =>
    sheet(`  interest { rate 8% per annum; day count actual/365; simple }\n  conversion none\n  ${lines}`) +
    scenario(day, more);

  test("a put pays once its event has happened", () => {
    const put = 'put 110% of principal plus interest on "Sale"';
    expect(valueIn(text(put, 'event "Sale" on June 1, 2024'), "put-payment", played)).toBe("113353.42");
    expect(valueIn(text(put), "put-payment", played)).toContain("the put, which is open");
  });

  test("a put that is said again counts in its time", () => {
    const puts = "put 110% of principal from April 1, 2024\n  put 120% of principal from June 1, 2024";
    expect(valueIn(text(puts), "put-payment", played)).toBe("120000.00");
    expect(valueIn(text("put 110% of principal from July 1, 2024"), "put-payment", played)).toContain(
      "waits",
    );
  });

  test.each([
    ["callable from June 3, 2024", "103353.42"],
    ["callable from June 4, 2024", "which opens on June 4, 2024"],
    ["callable from June 3, 2024; call price 105% of principal", "105000.00"],
    ["callable from event of default", "which the scenario does not bring"],
    ["trigger $0.70 for 20 of 30 trading days", "it did on 0"],
    ["trigger $0.60 for 20 of 30 trading days", "103353.42"],
  ])("issuer call { %s }", (call, value) => {
    expect(valueIn(text(`issuer call { ${call} }`, "price every $0.60"), "call-payment", played)).toContain(
      value,
    );
  });
});
