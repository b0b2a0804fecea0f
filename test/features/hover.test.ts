import { expect, test } from "vitest";
import { example } from "../support/analyse.ts";
import { hoverAt, hoverOn } from "../support/editor.ts";
import { convertible, market, scenario, sheet } from "../support/sheets.ts";

const exchange = example("exchange-note");
const powerUp = example("power-up-note");
const first = (markdown: string): string => (markdown.split("\n")[0] ?? "").replaceAll("*", "");

test("price: an answer first, then the alternatives, who wins, the picked days, and what follows", () => {
  const text = hoverOn(exchange, "price            lowest");
  expect(first(text)).toBe(
    "$0.001955 a share · 481,227,621 shares for $940,800.00 · at most 110,987,668 shares at one time (9.99 %)",
  );
  const row = (start: string): string =>
    text
      .split("\n")
      .find((line) => line.startsWith(`| ${start}`))
      ?.replace(/\s+/g, " ") ?? "";
  expect(row("**85% of average")).toMatch(/\*\*\$0\.001955\*\* \| &nbsp;&nbsp;\*\*wins\*\*/);
  expect(row("closing bid on prior")).toMatch(/\$0\.002 \| &nbsp;&nbsp;loses, \$0\.000045 higher/);
  expect(row("$0.003")).toMatch(/fixed \| &nbsp;&nbsp;\$0\.003 \| &nbsp;&nbsp;loses, \$0\.001045 higher/);
  expect(text).toContain(
    "2018-11-28 $0.0024; 2018-11-29 $0.0023; 2018-11-30 $0.0025; 2018-12-03 $0.0022; 2018-12-04 $0.0021",
  );
  expect(text).toContain("32.4884 %");
  expect(text).toContain("4: 110,987,668 + 123,305,930 + 136,991,368 + 109,942,655 shares");
  expect(text).toMatch(/cash in lieu .*\$0\.00/);
  expect(text).toContain("Paid in shares at maturity");
});

test.each(["principal  $", "matures    D", "rate     12%"])(
  "%s: interest with days, basis and formula, and what another day count changes",
  (words) => {
    const text = hoverOn(exchange, words);
    expect(first(text)).toBe("$940,800.00 due December 6, 2018 · $100,800.00 of interest (365 days at 12 %)");
    expect(text).toContain(
      "accrued interest = principal × rate × years by actual/365 = $840,000.00 × 12 % × 365/365, rounded to cents = $100,800.00",
    );
    expect(text).toContain(
      "amount due at maturity = principal + accrued interest = $840,000.00 + $100,800.00 = $940,800.00",
    );
    expect(text).toMatch(/actual\/360: \$942,200\.00 \(\+\$1,400\.00\)/);
  },
);

test("ownership limit: what it lets through at one time, and how often", () => {
  const text = hoverOn(exchange, "ownership limit  9.99%");
  expect(first(text)).toMatch(/^at most 110,987,668 shares at one time \(9\.99 %\)$/i);
  expect(text).toContain("the holder is taken to own no other shares");
});

test("value: the uplift", () => {
  expect(first(hoverOn(exchange, "value        $"))).toBe(
    "$84,583.33 more than what is surrendered · 11.1969 % of its value",
  );
});

test("a scenario's own clauses speak of that scenario", () => {
  const two = `${exchange}${scenario("June 6, 2018", "convert principal", "Early")}`;
  expect(hoverOn(two, "convert principal\n")).toContain("$840,000.00");
  expect(hoverOn(two, "on       December")).toContain("Paid in shares at maturity");
});

/** The rows of the table over market prices: the market price and the conversion price. */
function priceRows(text: string): string[] {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => line.startsWith("| If every price is"));
  return lines
    .slice(
      start + 2,
      lines.findIndex((line, index) => index > start && !line.startsWith("|")),
    )
    .map((line) =>
      line
        .split("|")
        .map((cell) => cell.replaceAll("*", "").trim())
        .filter(Boolean)
        .join(" / ")
        .replace(/(&nbsp;)+%/g, " %")
        .replaceAll("&nbsp;", ""),
    );
}

test("without market data: the formula in symbols, and a table in steps of 1–2–5 around $1.00", () => {
  const text = hoverOn(powerUp, "price            65%");
  expect(text).toMatch(
    /65% × average of the 3 lowest closing bid.* over the 10 trading days before the conversion date/,
  );
  // 65 % of the market; 140,400.00 ÷ that.
  expect(priceRows(text)).toEqual([
    "$10.00 / $6.50 / 21,600",
    "$5.00 / $3.25 / 43,200",
    "$2.00 / $1.30 / 108,000",
    "$1.00 / $0.65 / 216,000",
    "$0.50 / $0.325 / 432,000",
    "$0.20 / $0.13 / 1,080,000",
    "$0.10 / $0.065 / 2,160,000",
  ]);
  expect(text).toContain("Waits for");
});

test("without market data: the table stands around the fixed alternative", () => {
  const text = hoverOn(exchange.replace(/market \{[\s\S]*$/, ""), "price            lowest");
  const rows = priceRows(text);
  // From .003 up the fixed alternative wins once 85 % of the market is above it; 940,800.00 ÷ .003 = 313,600,000.
  expect(rows.map((row) => row.split(" / ")[0])).toEqual([
    "$0.02",
    "$0.01",
    "$0.005",
    "$0.003",
    "$0.002",
    "$0.001",
    "$0.0005",
    "$0.0002",
  ]);
  expect(rows[1]).toBe("$0.01 / $0.003 / $0.003 / 313,600,000");
  expect(rows.find((row) => row.startsWith("$0.003"))).toMatch(
    /85% of average of VWAP.* \/ \$0\.00255 \/ 368,941,176$/,
  );
});

test("nothing is said of a market that there is none of: no invented price, no invented day", () => {
  const text = hoverOn(powerUp, "ownership limit  4.99%");
  expect(text).toMatch(/Waits for .*shares “outstanding”/);
  expect(first(text)).not.toMatch(/\d/);
});

test("a hover is about its clause and ends where the clause does", () => {
  expect(hoverAt(sheet("  security ‸none\n  interest { rate 5% }"))?.marked).toBe("security none");
  expect(hoverAt(sheet("  ‸interest {\n    rate 5%\n  }"))?.marked.trim()).toBe("interest");
  expect(hoverAt(sheet("  interest {\n    ra‸te 5%\n  }"))?.marked).toBe("rate 5%");
  expect(hoverAt(sheet("  interest {\n‸\n    rate 5%\n  }"))).toBeUndefined();
  expect(hoverAt("‸")).toBeUndefined();
  expect(hoverAt(`${sheet("")}\n\n‸`)).toBeUndefined();
});

test("a clause that no number rests on says what it means", () => {
  expect(hoverAt(sheet("  secu‸rity none"))?.text).toContain("What secures the note.");
  expect(hoverAt(sheet("  exchange { surren‸dered 5 shares; value $5 }"))?.text).toContain(
    "The securities given up",
  );
  expect(hoverAt(sheet("  registration ‸rights none"))?.text).toContain("registered for resale");
});

test("of the price table the hover tells what the prices lead to", () => {
  const text =
    convertible("average of VWAP over prior 1 trading days", "    amount $3") +
    market("    date VWAP\n    2024-06-07 $1.50") +
    scenario("June 10, 2024");
  expect(first(hoverOn(text, "prices {"))).toBe("$1.50 a share · 2 shares for $3.00");
});

test("an unclosed or unreadable clause does no harm to the next one's hover", () => {
  const damaged = exchange.replace("rate     12% per annum", "rate     twelve-ish");
  expect(first(hoverOn(damaged, "value        $"))).toBe(first(hoverOn(exchange, "value        $")));
  expect(hoverOn(damaged, "principal  $")).toMatch(/Waits for .*“rate”, which can't be read yet/);
});

test("Markdown in a note's words stays words", () => {
  const text = `${convertible("lowest of { $1; $2 }")}scenario "*bold* [x](http://y) <b> |" {\n  on June 10, 2024\n}`;
  const shown = hoverOn(text, "price lowest");
  expect(shown).not.toMatch(/(?<!\\)\*bold/);
  expect(shown).not.toMatch(/(?<!\\)<b>/);
  expect(shown).not.toMatch(/(?<!\\)\[x\]/);
});

test("a scenario over a range of prices shows its table, and one price is one price", () => {
  const path = (price: string): string =>
    `${powerUp}market { outstanding 1,000,000,000 shares }\n${scenario("August 1, 2019", `price ${price}`, "Path")}`;
  for (const words of ['scenario "Path"', "price from"]) {
    const text = hoverOn(path("from $0.0005 to $0.002"), words);
    // 140,400.00 ÷ 65 % of the price; of a billion shares and the new ones; 216,000.00 on 130,000 paid.
    expect(priceRows(text)).toEqual([
      "$0.002 / $0.0013 / 108,000,000 / 9.75 % / $216,000.00 / 66.15 % / █",
      "$0.0018 / $0.00117 / 120,000,000 / 10.71 % / $216,000.00 / 66.15 % / █",
      "$0.0016 / $0.00104 / 135,000,000 / 11.89 % / $216,000.00 / 66.15 % / █",
      "$0.0014 / $0.00091 / 154,285,714 / 13.37 % / $216,000.00 / 66.15 % / █▌",
      "$0.0012 / $0.00078 / 180,000,000 / 15.25 % / $216,000.00 / 66.15 % / █▌",
      "$0.001 / $0.00065 / 216,000,000 / 17.76 % / $216,000.00 / 66.15 % / ██",
      "$0.0008 / $0.00052 / 270,000,000 / 21.26 % / $216,000.00 / 66.15 % / ██▌",
      "$0.0006 / $0.00039 / 360,000,000 / 26.47 % / $216,000.00 / 66.15 % / ███",
      "$0.0005 / $0.000325 / 432,000,000 / 30.17 % / $216,000.00 / 66.15 % / ███▌",
    ]);
  }
  const single = hoverOn(path("every $0.002"), 'scenario "Path"');
  expect(first(single)).toMatch(/^\$0\.0013 a share · 108,000,000 shares for \$140,400\.00/);
});

const seed = sheet(
  "  interest none\n  qualified financing {\n    discount 20%\n    valuation cap $6,000,000 pre-money\n  }\n  change of control {\n    pays 200% of principal\n  }",
  { matures: "none" },
);
const rounds = `${seed}market { capitalization 8,000,000 shares }\n${scenario("June 3, 2024", "sold at $2", "Sale")}${scenario("June 3, 2024", "round {\n    new money $1,500,000\n    price per share $1.50\n  }", "Series A")}`;

test.each(["qualified financing {", "discount 20", "valuation cap", "price per share", "capitalization 8"])(
  "%s: what the round comes to, in the scenario that brings one",
  (words) => {
    const text = hoverOn(rounds, words);
    // 100,000 ÷ 0.75; of 8,000,000 + 133,333 + 1,000,000 shares.
    expect(first(text)).toBe(
      "$0.75 a share in the round · 133,333 shares for $100,000.00 · 50 % below the round · 1.4599 % after the round",
    );
    expect(text).toMatch(/cap price.*\*\*\$0\.75\*\* \| &nbsp;&nbsp;\*\*wins/);
    expect(text).toMatch(/discount price.*\$1\.20 \| &nbsp;&nbsp;loses, \$0\.45 higher/);
    expect(text).toContain("In the scenario “Series A”, June 3, 2024:");
  },
);

test("change of control: what is paid, in the scenario that is no round", () => {
  expect(first(hoverOn(rounds, "pays 200"))).toBe("$200,000.00 in cash if control changes");
});
