import { describe, expect, test } from "vitest";
import { memo } from "../../server/src/cli/memo.ts";
import { explain } from "../../server/src/features/explain.ts";
import { example } from "../support/analyse.ts";
import { convertible, read, scenario, sheet } from "../support/sheets.ts";
import { roundsCases, twoSafes } from "../worked-cases/rounds.ts";

const memoOf = (text: string): string => memo(read(text));
const exchange = example("exchange-note");
const powerUp = example("power-up-note");

/** The text with every run of spaces and dots as one space: what it says, however it is laid out. */
const flat = (text: string): string =>
  text
    .replace(/\.{3,}/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** What stands under a heading. */
function under(heading: string, text: string): string {
  const start = text.indexOf(`\n${heading}`);
  const rest = text.slice(text.indexOf("\n", text.indexOf("\n---", start) + 1) + 1);
  const end = rest.search(/\n\n[^\n]+\n-{3,}/);
  return end < 0 ? rest : rest.slice(0, end);
}

test("the Exchange Note: terms, answers, figures by topic, table, assumptions, in this order", () => {
  const text = memoOf(exchange);
  const order = [
    "Exchange Note\n=============",
    "Holder                BayBridge Capital Fund LP",
    "In short",
    "To maturity, December 6, 2018",
    "Interest and the amount due",
    "The exchange",
    "Ownership",
    "Scenario “Paid in shares at maturity”, December 6, 2018",
    "Conversion",
    "What the holder makes of it",
    "At other market prices",
    "Assumptions",
    "Not worked out",
  ];
  let at = -1;
  for (const words of order) {
    const found = text.indexOf(words, at + 1);
    expect(found, words).toBeGreaterThan(at);
    at = found;
  }
});

test("a value stands at the line's end, and one line below it says how it was made", () => {
  const text = memoOf(exchange);
  expect(text).toMatch(
    /^ {2}Amount due at maturity \.{10,} \$940,800\.00\n {6}principal \$840,000\.00 \+ accrued interest \$100,800\.00\n\n/m,
  );
  expect(flat(text)).toContain(
    "Shares on conversion 481,227,621 shares amount converted $940,800.00 ÷ conversion price $0.001955, rounded down to whole shares",
  );
  expect(text).not.toMatch(/= .* = /);
});

test("alternatives stand in columns, the winner's days below it", () => {
  const lines = memoOf(exchange).split("\n");
  const at = lines.findIndex((line) => line.trim() === "lowest of");
  const part = lines.slice(at, at + 9);
  const columns = part.filter((line) => / {3}(wins|loses)/.test(line)).map((line) => line.indexOf("$0.00"));
  expect(new Set(columns).size).toBe(1);
  expect(flat(part.join(" "))).toContain(
    "wins 85 % × $0.0023 $0.0023 is the average of 5 (VWAP): $0.0024 on November 28, 2018; $0.0023 on November 29, 2018;",
  );
});

test("terms read as the sheet has them, a clause of a block a line", () => {
  const text = memoOf(exchange);
  expect(text).toContain('\nExchange              surrendered 675 shares of "Series J Preferred Stock"\n');
  expect(text).toContain("\n                      value $755,416.67\n");
  expect(flat(text)).toContain(
    "price lowest of (85% of average of VWAP over prior 5 trading days; closing bid on prior trading day; $0.003)",
  );
});

test("free text stands as it was written, braces and all", () => {
  expect(memoOf(sheet('  other "Notices" by post { to } the holder'))).toMatch(
    /^Other +"Notices" by post \{ to \} the holder$/m,
  );
});

test("a scenario says what it adds or changes, and not again what holds without it", () => {
  const section = under("Scenario “Paid in shares", memoOf(exchange));
  expect(section).toContain("Amount converted");
  expect(section).not.toContain("Days of interest");
  const early = memoOf(`${exchange}${scenario("June 6, 2018", "", "Early")}`);
  // 182 days from December 6, 2017 to June 6, 2018: 840,000 × 12 % × 182/365.
  expect(flat(under("Scenario “Early”", early))).toContain("Accrued interest $50,261.92");
});

test("what is assumed stands once, with what other readings would come to", () => {
  const text = memoOf(powerUp);
  const assumptions = flat(under("Assumptions", text));
  expect(assumptions).toContain(
    "- Day count: no day count is stated; actual/365 is what notes of this kind use most. Instead, actual/360: amount due at maturity $140,544.44 (+$144.44). Instead, 30/360 bond basis: no difference.",
  );
  expect(assumptions).toContain(
    "Instead, from the day of funding: amount due at maturity $140,371.51 (−$28.49).",
  );
  expect(flat(text).split("no day count is stated")).toHaveLength(2);
});

test("what a draft offers in brackets stands with what it would change, as the hovers say it", () => {
  const open = (lines: string): string => flat(under("Assumptions", memoOf(sheet(lines))));
  // 366 days at 36.5 % are $36,600; at 40 %, 40,000 × 366/365 = 40,109.59.
  const rate = open("  interest { rate [36.5% | 40%]; day count actual/365; simple }");
  expect(rate).toContain(
    "- “rate” has alternatives, [36.5% | 40%]: the first is used. Instead, 40%: amount due at maturity $140,109.59 (+$3,509.59).",
  );
  // 106,000 is due on day 60: 115 % of it is 121,900, 120 % is 127,200.
  const ladder = open(
    "  interest { rate 36.5%; day count actual/365; simple }\n  prepayment {\n    day 0 to 60 [115% | 120%]\n    day 61 to 120 [125%]\n    after day 120 none\n  }",
  );
  expect(ladder).toContain(
    "- Lines of “prepayment” have alternatives, read as “day 0 to 60 115%”. Instead, 120%: to prepay on the last day of each window $127,200.00 (+$5,300.00).",
  );
  expect(ladder).toContain("- A line of “prepayment” is proposed, not agreed: day 61 to 120 [125%].");
  const scenarios = memoOf(
    `${convertible("[$0.50 | $0.40]", "    amount principal")}${scenario("2024-06-03", "", "June")}`,
  );
  expect(flat(under("Assumptions", scenarios))).toContain(
    "Instead, $0.40: conversion price in “June” $0.40 (−$0.10).",
  );
});

test("each of several tranches says what of it is only proposed", () => {
  const tranche = (name: string, day: string): string =>
    `  tranche "${name}" { principal $50,000; funded [${day}] }\n`;
  const text = memoOf(
    sheet(`  interest none\n${tranche("First", "January 2, 2024")}${tranche("Second", "April 1, 2024")}`),
  );
  const assumed = flat(under("Assumptions", text));
  expect(assumed).toContain("- “funded” of “First” is proposed, not agreed: [January 2, 2024].");
  expect(assumed).toContain("- “funded” of “Second” is proposed, not agreed: [April 1, 2024].");
});

test("what is not worked out says what it waits for; what a scenario has is not listed figure by figure", () => {
  const alone = flat(under("Not worked out", memoOf(powerUp)));
  expect(alone).toContain("Amount converted; conversion price; shares on conversion;");
  expect(alone).toContain("Waits for a conversion date: a scenario, or “valued on” in the market.");
  const open = under("Not worked out", memoOf(exchange));
  expect(flat(open)).toBe(
    "- For the note by itself: conversion; ownership; what the holder makes of it. A scenario has what is missing. Waits for a conversion date: a scenario, or “valued on” in the market.",
  );
});

describe("a range of prices", () => {
  const text = `${exchange}${scenario("December 6, 2018", "price from $0.0001 to $0.01\n  expect shares at most 400,000,000 shares", "Path")}`;

  test("has its table in the scenario, with what binds by letter", () => {
    const section = under("Scenario “Path”", memoOf(text));
    expect(section).toContain(
      "$0.01       $0.003  (a)     313,600,000  23.87 %  $3,136,000.00  315.14 %  ██▌",
    );
    expect(section).toContain("(b) 85% of average of VWAP over prior 5 trading days");
    expect(section).toContain("return: the shares' value over $755,416.67");
    expect(memoOf(text)).not.toContain("At other market prices");
    expect(memoOf(text)).not.toContain("a single price");
  });

  test("says whether what is expected holds, and where it first does not", () => {
    expect(flat(under("Scenario “Path”", memoOf(text)))).toContain(
      "- shares at most 400,000,000 shares: does not hold, it is 527,058,823 shares at $0.0021",
    );
  });

  test("is data in JSON, and no other scenario has a table", () => {
    const [note] = explain(read(text));
    expect(note?.scenarios.map((one) => Object.keys(one))).toEqual([
      ["name", "figures", "schedule"],
      ["name", "figures", "schedule", "table"],
    ]);
    expect(note?.scenarios[1]?.table?.at(-1)).toEqual({
      marketPrice: "0.0001",
      binding: "85% of average of VWAP over prior 5 trading days",
      conversionPrice: "0.000085",
      shares: "11068235294",
      // 11,068,235,294 ÷ 12,068,235,294, and 1,106,823.53 ÷ 755,416.67 − 1.
      ownership: "0.917137843633",
      value: "1106823.53",
      gain: "0.465182824202",
    });
  });
});

describe("every memo", () => {
  const late = `${powerUp}${scenario("September 30, 2019", "price every $0.002", "Late")}`;
  const rounds = roundsCases.flatMap((one) => (typeof one.sheet === "string" ? [] : [one.sheet.text]));
  const wide = `${convertible("50% of VWAP on prior trading day", "", { principal: "$100,000,000,000,000" })}${scenario("June 3, 2024", "convert principal\n  price from $0.00000001 to $1")}`;
  const long = convertible(`lowest of { $1; 50% of VWAP on "${"A very long name ".repeat(12)}" }`);
  const sheets = [exchange, powerUp, late, twoSafes, ...rounds, wide, long, sheet("  governing law [ ]")];

  test("has no line over 96 characters", () => {
    const over = sheets.flatMap((text) => memoOf(text).split("\n")).filter((line) => line.length > 96);
    expect(over).toEqual([]);
  });

  test("has every figure that there is", () => {
    for (const text of sheets) {
      const said = flat(memoOf(text)).toLowerCase();
      for (const { figures, scenarios } of explain(read(text))) {
        const all = [...figures, ...scenarios.flatMap((one) => one.figures)];
        const missing = all.filter(
          ({ label, value }) => value !== null && !said.includes(label.toLowerCase()),
        );
        expect(missing.map(({ id }) => id)).toEqual([]);
      }
    }
  });

  test("stands for any text", () => {
    for (const text of ["", "note { principal -5 ] }}}", 'note "A" {', exchange.slice(0, 300)])
      expect(() => memoOf(text)).not.toThrow();
  });
});

test("payments stand a line each, with their days", () => {
  const text = memoOf(
    sheet(
      "  purchase price $130,000\n  interest { rate none; one-time interest 10% }\n  instalments { monthly from April 15, 2024, 9 times $18,272.23 }",
      { principal: "$149,500", issued: "March 1, 2024", matures: "December 15, 2024" },
    ),
  );
  expect(text).toMatch(
    /^ {2}Instalments in all \.+ \$164,450\.00\n {6}9 instalments\n {8}April 15, 2024: \$18,272\.23\n/m,
  );
  expect(text).toContain(
    "        paid March 1, 2024: $130,000.00\n        received April 15, 2024: $18,272.23\n",
  );
  expect(flat(text)).toContain(
    "Principal still owed $0.00 principal $149,500.00 − principal repaid $149,500.00 principal repaid: 9 payments, April 15, 2024 to December 15, 2024",
  );
});

test("a tranche has a section of its own", () => {
  const text = memoOf(
    sheet(`  interest { rate 12%; day count actual/365 }
  tranche "First" { principal $60,000; purchase price $57,000; funded January 2, 2024 }
  tranche "Second" { principal $40,000; funded April 1, 2024 }`),
  );
  // 60,000 × 12 % × 366/365 and 40,000 × 12 % × 276/365
  expect(text).toContain("$7,219.73");
  expect(under("Tranche “First”", text)).toMatch(/Price paid \.+ \$57,000\.00/);
  expect(under("Tranche “Second”", text)).toMatch(/Accrued interest \.+ \$3,629\.59/);
  expect(flat(text)).toContain("$10,849.32 of interest (at 12 %)");
});

describe("what a reader of a sheet that is not done must know", () => {
  const broken = [
    'note "First" {',
    '  issuer "A"',
    '  holder "B"',
    "  principal $1,000",
    "  issued 12/6/2017",
    "  matures [ ]",
    "  securty none",
    "  interest { rate 8% }",
    "}",
    'note "Second" {',
    '  issuer "A"',
    "}",
  ].join("\n");

  test("errors stand before the numbers, each with its line, under the note that has them", () => {
    const [first = "", second = ""] = memoOf(broken).split("\n\n\n");
    expect(under("Wrong in the sheet", first)).toMatch(/^- Line 5: 12\/6\/2017 is December 6, 2017 to some/m);
    expect(under("Wrong in the sheet", first)).toMatch(/^- Line 7: “securty” is no clause/m);
    expect(first.indexOf("Wrong in the sheet")).toBeLessThan(first.indexOf("Not worked out"));
    expect(under("Wrong in the sheet", second)).toMatch(/^- Line 10: /m);
    expect(second).not.toMatch(/Line [4-7]:/);
    expect(memoOf(exchange)).not.toContain("Wrong in the sheet");
  });

  test("what is missing in several clauses is said of them together", () => {
    const text = flat(memoOf(broken.replace("issued 12/6/2017", "issued [ ]")));
    expect(text).toContain("Waits for the blanks in “issued” and “matures”.");
  });

  test("the note by itself does not wait for what its scenario waits for too", () => {
    const text = memoOf(convertible("80% of VWAP on prior trading day") + scenario("2018-06-01"));
    const open = flat(under("Not worked out", text)).toLowerCase();
    expect(open.split("market price;")).toHaveLength(2);
  });
});

test("rows of a schedule stand a line each, in columns", () => {
  const text = memoOf(
    sheet("  interest none\n  prepayment {\n    day 0 to 60  115%\n    after day 60  none\n  }"),
  );
  expect(text).toMatch(/^Prepayment +day 0 to 60 {3}115%\n +after day 60 {2}none$/m);
});

test("what comes of a form stands among the note's own terms, and the form is named", () => {
  const form = sheet("  interest none")
    .replace("Example Note", "House Form")
    .replace(/ {2}principal.*\n/, "");
  const text =
    memoOf(`${form}note "Deal" based on "House Form" {\n  principal $5,000\n}\n`).split("\n\n\n")[1] ?? "";
  const labels = [...text.matchAll(/^(\S[^\n]*?) {2,}\S/gm)].map(([, label]) => label);
  expect(labels.slice(0, 4)).toEqual(["Based on", "Issuer", "Holder", "Principal"]);
});

test("payments alike are worked out once", () => {
  const text = memoOf(example("bond-with-make-whole"));
  // The last coupon, which is the accrued interest, and the second; the seven between them are like it.
  expect(text.match(/180\/360/g)).toHaveLength(2);
  expect(text.match(/, likewise$/gm)).toHaveLength(7);
});
