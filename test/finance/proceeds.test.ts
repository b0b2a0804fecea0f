import { describe, expect, test } from "vitest";
import { explain } from "../../server/src/features/explain.ts";
import { hoverOn } from "../support/editor.ts";
import { readOtherwise, recordsOf, rounded, valueIn } from "../support/figures.ts";
import { read, scenario, sheet } from "../support/sheets.ts";

const year = { issued: "January 2, 2023", matures: "January 2, 2024" };
const priced = (lines: string, principal = "$100,000"): string => sheet(`  ${lines}`, { ...year, principal });
const value = (text: string, id: string): string | undefined => valueIn(text, id);

/** Price, discount, discount of principal and of price to four places of a percentage, and what is paid out. */
function proceeds(text: string): readonly (string | undefined)[] {
  const part = (id: string): string | undefined => {
    const found = value(text, id);
    return found && rounded(found, 6);
  };
  return [
    value(text, "purchase-price"),
    value(text, "original-issue-discount"),
    part("oid-of-face"),
    part("oid-of-price"),
    value(text, "net-proceeds"),
  ];
}

test.each([
  // 160,941.18 = 136,800 + 24,141.18: 15.0000 % of the face and 17.6471 % of the price.
  [
    "both stated",
    "purchase price $136,800; original issue discount $24,141.18",
    "$160,941.18",
    ["136800.00", "24141.18", "0.150000", "0.176471", "136800.00"],
  ],
  // 103,000 for 100,000.
  [
    "the price alone",
    "purchase price $100,000",
    "$103,000",
    ["100000.00", "3000.00", "0.029126", "0.030000", "100000.00"],
  ],
  // 350,000 for 315,000: ten per cent of the face.
  [
    "a part of the principal",
    "OID 10% of principal",
    "$350,000",
    ["315000.00", "35000.00", "0.100000", "0.111111", "315000.00"],
  ],
  // 550,000 for 500,000: ten per cent of the price.
  [
    "a part of the price",
    "OID 10% of purchase price",
    "$550,000",
    ["500000.00", "50000.00", "0.090909", "0.100000", "500000.00"],
  ],
  // 5.7 million for 5.0: a discount of 0.6 and expenses of 0.1 inside.
  [
    "fees inside the principal",
    "OID $0.6 million; fees $100,000 included in principal",
    "$5.7 million",
    ["5000000.00", "600000.00", "0.105263", "0.120000", "5000000.00"],
  ],
  // 5.7 million: (5.7 − 0.1) ÷ 1.12 = 5.0.
  [
    "fees inside the principal, and a discount of the price",
    "OID 12% of purchase price; fees $100,000 included in principal",
    "$5.7 million",
    ["5000000.00", "600000.00", "0.105263", "0.120000", "5000000.00"],
  ],
  // 225,000 less 26,000.
  [
    "fees taken off",
    "fees $20,000 deducted; fees $6,000 withheld",
    "$225,000",
    ["225000.00", undefined, undefined, undefined, "199000.00"],
  ],
  [
    "what the document states",
    "net proceeds $199,000",
    "$225,000",
    [undefined, undefined, undefined, undefined, "199000.00"],
  ],
])("proceeds: %s", (_, lines, principal, expected) => {
  expect(proceeds(priced(lines, principal))).toEqual(expected);
});

test("without any of it there is nothing to show", () => {
  expect(proceeds(priced("security none"))).toEqual([undefined, undefined, undefined, undefined, undefined]);
});

describe("what is left open", () => {
  test("a discount in per cent is of the principal, and that is assumed", () => {
    const text = priced("original issue discount 10%");
    expect(value(text, "purchase-price")).toBe("90000.00");
    expect(recordsOf(text).get("purchase-price")?.assumptions.join()).toMatch(/taken of the principal/);
    // 100,000 ÷ 1.1 = 90,909.0909…
    expect(readOtherwise(text, "discount-base", "of purchase price").get("purchase-price")).toBe("90909.09");
  });

  test("fees are taken off what is paid out, and that is assumed", () => {
    const text = priced("fees $5,000");
    expect(value(text, "net-proceeds")).toBe("95000.00");
    expect(recordsOf(text).get("net-proceeds")?.assumptions.join()).toMatch(/fees are taken to be deducted/);
    expect(readOtherwise(text, "fees", "included in principal").get("purchase-price")).toBe("95000.00");
  });

  test("a blank keeps the sums waiting", () => {
    expect(value(priced("purchase price [ ]; OID $5,000"), "net-proceeds")).toMatch(
      /^waits for the blank in/,
    );
  });
});

const tranches = (more: string, terms = "rate 12%; day count actual/365"): string =>
  sheet(`  interest { ${terms} }\n${more}`, {
    issued: "April 25, 2017",
    matures: "1 year after funding",
    principal: "$355,000",
  });

// 350,000 and costs of 5,000 in four parts, of which the last was never paid over; each is due a year after its funding.
const four =
  tranches(`  tranche "First" { principal $100,000; purchase price $95,000; OID $5,000; funded April 25, 2017 }
  tranche "Second" { principal $85,000; funded May 30, 2017 }
  tranche "Third" { principal $85,000; funded July 3, 2017 }
  tranche "Fourth" { principal $85,000; unfunded }`);

describe("tranches", () => {
  test("sums are those of the tranches; one that was never paid over bears no interest", () => {
    expect(value(four, "tranches-total")).toBe("355000.00");
    expect(value(four, "funded-principal")).toBe("270000.00");
    expect(value(four, "purchase-price")).toBe("265000.00");
    expect(value(four, "net-proceeds")).toBe("265000.00");
    // 12,000 + 10,200 + 10,200: a year each.
    expect(value(four, "accrued-interest")).toBe("32400.00");
    expect(value(four, "amount-at-maturity")).toBe("302400.00");
    expect(value(four, "interest-days")).toBeUndefined();
  });

  test("each accrues from its own funding, and not before it", () => {
    const on = (day: string): string => `${four}${scenario(day)}`;
    const played = { scenario: "Played" };
    // First 35 days to May 30, 100,000 × 12 % × 35/365 = 1,150.68; the second begins that day.
    expect(valueIn(on("May 30, 2017"), "accrued-interest", played)).toBe("1150.68");
    expect(valueIn(on("May 29, 2017"), "funded-principal", played)).toBe("100000.00");
    expect(valueIn(on("May 30, 2017"), "funded-principal", played)).toBe("185000.00");
    expect(valueIn(on("April 24, 2017"), "accrued-interest", played)).toMatch(
      /^waits for a tranche that is paid over/,
    );
    // May 10, 2018: the first is 15 days late, the others still run. 12,000.00; 85,000 × 12 % × 345/365 = 9,641.10;
    // × 311/365 = 8,690.96; the rate goes on: 100,000 × 12 % × 15/365 = 493.15.
    expect(valueIn(on("May 10, 2018"), "accrued-interest", played)).toBe("30332.06");
    expect(valueIn(on("May 10, 2018"), "late-interest", played)).toBe("493.15");
  });

  test("a price and a discount make the principal: 150,000 ÷ 0.9, and each matures two years after its payment", () => {
    const text = sheet(
      `  original issue discount 10% of principal
  interest { rate none; one-time interest 12%; one-time interest 0% until day 90 after funding }
  tranche "First" { purchase price $150,000; funded April 16, 2014; matures 2 years after funding }
  tranche "Second" { purchase price $50,000; funded July 16, 2014; matures 2 years after funding }`,
      { issued: "April 16, 2014", matures: "none", principal: "$350,000" },
    );
    const [note] = explain(read(text));
    const figures = note?.tranches.map(({ name, figures: all }) => [
      name,
      ...["purchase-price", "original-issue-discount", "amount-at-maturity"].map(
        (id) => all.find((one) => one.id === id)?.value,
      ),
      all.find(({ id }) => id === "accrued-interest")?.on,
    ]);
    expect(figures).toEqual([
      ["First", "150000.00", "16666.67", "186666.67", "2016-04-16"],
      ["Second", "50000.00", "5555.56", "62222.23", "2016-07-16"],
    ]);
    expect(value(text, "funded-principal")).toBe("222222.23");
    // 20,000.00 once the ninety days of the first are over; the second is on its sixteenth day.
    expect(valueIn(`${text}${scenario("August 1, 2014")}`, "accrued-interest", { scenario: "Played" })).toBe(
      "20000.00",
    );
    expect(valueIn(`${text}${scenario("July 15, 2014")}`, "accrued-interest", { scenario: "Played" })).toBe(
      "0.00",
    );
  });

  test("fees inside a tranche: 701,818 = 600,000 + 81,818 + 20,000", () => {
    const text =
      tranches(`  tranche "One" { principal $701,818; purchase price $600,000; fees $20,000 included in principal }
  tranche "Two" { principal $681,818; purchase price $600,000 }`);
    expect(value(text, "original-issue-discount")).toBe("163636.00");
    expect(value(text, "funded-principal")).toBe("1383636.00");
  });

  test("fees of the whole note come off the tranches' sum; a price of the whole is the whole's", () => {
    const parts = '  tranche "One" { principal $60,000 }\n  tranche "Two" { principal $40,000 }';
    expect(value(tranches(`  fees $3,000 deducted\n${parts}`), "net-proceeds")).toBe("97000.00");
    expect(value(tranches(`  purchase price $90,000\n${parts}`), "purchase-price")).toBe("90000.00");
  });

  test("what somebody may still decide on is not paid over; without any other the note's principal stands", () => {
    const open = '  tranche "More" { principal $50,000; paid over at option of holder }';
    expect(value(tranches(`${open}\n  tranche "One" { principal $60,000 }`), "funded-principal")).toBe(
      "60000.00",
    );
    const alone = tranches(open);
    expect(value(alone, "funded-principal")).toBeUndefined();
    // 355,000 × 12 % × 365/365
    expect(value(alone, "accrued-interest")).toBe("42600.00");
    expect(value(alone, "tranches-total")).toBe("50000.00");
  });

  test("a tranche whose day is blank keeps the sums waiting", () => {
    expect(value(tranches('  tranche "One" { principal $60,000; funded [ ] }'), "accrued-interest")).toMatch(
      /^waits for the blank in/,
    );
  });

  test("the hover over a tranche speaks of it alone", () => {
    const text = hoverOn(four, 'tranche "First"');
    expect(text).toMatch(
      /^\*\*\$112,000\.00 due April 25, 2018 · \$12,000\.00 of interest \(365 days at 12 %\)\*\*/,
    );
    expect(text).toContain("Of “First” alone:");
    expect(hoverOn(four, "purchase price $95")).toMatch(
      /^\*\*\$95,000\.00 paid · discount \$5,000\.00 · 5 % of principal/,
    );
  });
});

test("the hover over a price begins with the price and both discounts", () => {
  const text = priced("purchase price $136,800; fees $10,000 deducted", "$160,941.18");
  expect(hoverOn(text, "purchase price").split("\n")[0]).toBe(
    "**$136,800.00 paid · discount $24,141.18 · 15 % of principal · 17.6471 % of price · $126,800.00 net**",
  );
  expect(
    hoverOn(priced("purchase price $90,000\n  interest { rate 8% }"), "principal $").split("\n")[0],
  ).toBe("**$108,000.00 due January 2, 2024 · $8,000.00 of interest (365 days at 8 %)**");
});
