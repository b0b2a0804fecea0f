import { readFileSync } from "node:fs";
import type { WorkedCase } from "../worked-cases.ts";

/** The Exchange Note with more clauses in its conversion and in its market. */
function exchangeNote(conversion: string, market = ""): { readonly text: string } {
  const text = readFileSync(new URL("../../examples/exchange-note.note", import.meta.url), "utf8")
    .replace("  conversion {\n", `  conversion {\n    ${conversion}\n`)
    .replace("market {\n", `market {\n  ${market}\n`);
  return { text };
}

/** The Power Up Note with a market, converted at maturity. */
function powerUpNote(conversion: string): { readonly text: string } {
  const note = readFileSync(new URL("../../examples/power-up-note.note", import.meta.url), "utf8");
  const bids = [31, 29, 30, 27, 26, 28, 25, 24, 26, 27].map((tenths) => `$0.00${tenths}`);
  const days = [18, 19, 22, 23, 24, 25, 26, 29, 30, 31].map((day) => `2019-07-${day}`);
  const rows = days.map((day, index) => `    ${day} ${bids[index]}`).join("\n");
  const market = `market {\n  outstanding 1,000,000,000 shares\n  prices {\n    date closing bid\n${rows}\n  }\n}\n`;
  const text = note.replace("  conversion {\n", `  conversion {\n    ${conversion}\n`);
  return { text: `${text}${market}scenario "At maturity" {\n  on August 1, 2019\n}\n` };
}

/** A note of so much principal that bears no interest, with a conversion, and whatever stands beside it. */
function note(principal: string, conversion: string, more = "", beside = ""): { readonly text: string } {
  return {
    text: `note "Example Note" {
  principal  ${principal}
  issued     January 1, 2025
  matures    January 1, 2027
  interest none
  conversion {
    option  holder
    amount  principal
    ${conversion}
  }
  ${more}
}
${beside}`,
  };
}

const played = { scenario: "Paid in shares at maturity" } as const;
const converted = (more = "", on = "May 1, 2025"): string =>
  `scenario "Converted" {\n  on ${on}\n  ${more}\n}\n`;
const closes = (prices: readonly string[]): string => {
  // The five trading days before May 1, 2025.
  const days = ["2025-04-24", "2025-04-25", "2025-04-28", "2025-04-29", "2025-04-30"];
  const rows = days.map((day, index) => `    ${day} ${prices[index]}`).join("\n");
  return `market {\n  prices {\n    date closing price\n${rows}\n  }\n}\n`;
};

const ratchet = note(
  "$100,000",
  "price $1.00\n    anti-dilution weighted average",
  "",
  `market { capitalization 10,000,000 shares }\n${converted("new issue { issued shares 1,000,000 shares; issue price $0.50 }")}`,
);

const belowPar = note(
  "$1,000",
  "price 80% of average of VWAP over prior 2 trading days\n    par value $0.001\n    below par principal grossed up",
  "",
  `market {\n  prices {\n    date VWAP\n    2025-04-29 $0.0008\n    2025-04-30 $0.0012\n  }\n}\n${converted()}`,
);

const perThousand = note(
  "$1,000,000",
  "price $4.16\n    contingent conversion 130% of conversion price for 3 of 5 trading days\n    forced conversion 150% of conversion price for 4 of 5 trading days",
  "denomination $1,000\n  issuer call { trigger 130% of conversion price for 4 of 5 trading days }",
  `${closes(["$5.40", "$5.41", "$5.408", "$6.30", "$6.20"])}${converted("sold at $5.00")}`,
);

const makeWhole = note(
  "$1,000,000",
  `conversion rate 55.5556 shares per $1,000
    make-whole {
      date        $15.00  $20.00
      2025-01-01  9.0909  4.0000
      2026-01-01  7.5     2.8
    }`,
  "",
  converted('sold at $17.00\n  event "Fundamental Change" on May 1, 2025'),
);

const lateShares = note(
  "$100,000",
  `price $1.00
    late delivery {
      day 1 to 5   $10 per $1,000
      after day 5  $20 per $1,000
    }
    true-up {
      measured on 6 months after issue
      true-up price 80% of lowest VWAP over prior 2 trading days
    }`,
  "",
  `market {\n  prices {\n    date VWAP\n    2025-06-27 $0.90\n    2025-06-30 $0.80\n  }\n}\n${converted("delivered late 30 days")}`,
);

const interestInShares = {
  text: `note "Example Note" {
  principal  $1,000,000
  issued     February 17, 2021
  matures    February 17, 2024
  interest {
    rate            11% per annum
    day count       30/360 bond basis
    payable         quarterly
    paid in         cash or shares
    interest price  80% of average of VWAP over prior 2 trading days
  }
}
market {
  prices {
    date        VWAP
    2021-05-13  $0.49
    2021-05-14  $0.51
  }
}
scenario "First quarter" {
  on  May 17, 2021
}
`,
};

const capped = exchangeNote("exchange cap 19.99% of shares outstanding at signing");
const authorised = exchangeNote("", "authorised 20,000,000,000 shares");

const warrants = note(
  "$4,500,000",
  "price $2.50",
  `warrants {
    warrant shares  1,800,000 shares
    strike price    $3.00
    cashless exercise
  }`,
  converted("sold at $4.00"),
);

const aggregate = note(
  "$200,000",
  "price $0.39",
  `warrants {
    warrant shares            1,068,374 shares
    strike price              $0.39
    aggregate price           $416,666
  }`,
);

const inScenario = { scenario: "Converted" } as const;

const threeNotes = {
  scenario: "Converted",
  sheet: {
    text: [
      {
        name: "Note A",
        holder: "Fund One",
        principal: "$100,000",
        price: "50% of closing bid on prior trading day",
      },
      {
        name: "Note B",
        holder: "Fund Two",
        principal: "$30,000",
        price: "lesser of { $0.30; closing bid on prior trading day }",
      },
      { name: "Note C", holder: "Fund One", principal: "$40,000", price: "$0.80" },
    ]
      .map(({ name, holder, principal, price }) =>
        note(principal, `price ${price}`, `issuer "Example Corp."\n  holder "${holder}"`).text.replace(
          "Example Note",
          name,
        ),
      )
      .concat(
        "market {\n  outstanding 1,000,000 shares\n  held by holder 10,000 shares\n  prices {\n    date closing bid\n    2025-04-30 $1.00\n  }\n}\n",
        converted(),
      )
      .join(""),
  },
};

/** A conversion that is settled in money, at $18.00 a share. */
export const settledCase: WorkedCase = {
  id: "cash-settlement",
  sheet: note(
    "$100,000",
    "conversion rate 22.5052 shares per $1,000\n    settlement cash\n    fractional shares cash in lieu",
    "",
    converted("price every $18.00"),
  ),
  scenario: "Converted",
  value: "40509.36",
  working: "100 × 22.5052 = 2,250.52 shares, none of them issued, × 18.00",
};

export const sharesCases: readonly WorkedCase[] = [
  {
    id: "crossover-price",
    sheet: "exchange-note",
    value: "0.00352941",
    working: "0.003 ÷ 85 % = 0.00352941…: the fixed alternative wins only while the average VWAP is above it",
  },
  {
    id: "adjusted-price",
    sheet: ratchet,
    ...inScenario,
    value: "0.954545",
    working:
      "1,000,000 shares sold at 0.50 after 10,000,000; CP 1.00, so B = 500,000 ÷ 1.00 = 500,000 and CP = 1.00 × 10,500,000 ÷ 11,000,000",
  },
  {
    id: "price-before-par",
    sheet: belowPar,
    ...inScenario,
    value: "0.0008",
    working: "80 % × (0.0008 + 0.0012) ÷ 2 = 0.0008, below a par value of 0.001",
  },
  {
    id: "par-gross-up",
    sheet: belowPar,
    ...inScenario,
    value: "250.00",
    working: "1,000.00 ÷ 0.0008 = 1,250,000 shares; at par 1,250,000 × 0.001 = 1,250.00, 250.00 more",
  },
  {
    id: "conversion-rate",
    sheet: perThousand,
    value: "240.3846",
    working: "1,000.00 ÷ 4.16 = 240.3846…",
  },
  {
    id: "conversion-premium",
    sheet: note("$1,000,000", "reference price $3.70\n    price $5.92"),
    value: "0.60",
    working: "5.92 ÷ 3.70 − 1 = 60 %",
  },
  {
    id: "parity",
    sheet: perThousand,
    ...inScenario,
    value: "1.201923",
    working: "240.3846… × 5.00 ÷ 1,000.00 = 5.00 ÷ 4.16: 120.1923 per 100",
  },
  {
    id: "trigger-price",
    sheet: perThousand,
    value: "5.408",
    working: "the contingent conversion's, 130 % × 4.16",
  },
  {
    id: "contingent-conversion-price",
    sheet: perThousand,
    value: "5.408",
    working: "130 % × 4.16",
  },
  {
    id: "contingent-conversion-days",
    sheet: perThousand,
    ...inScenario,
    value: "4",
    working:
      "closing prices 5.40, 5.41, 5.408, 6.30, 6.20 on the five trading days before: all but the first reach 5.408",
  },
  { id: "forced-conversion-price", sheet: perThousand, value: "6.24", working: "150 % × 4.16" },
  {
    id: "forced-conversion-days",
    sheet: perThousand,
    ...inScenario,
    value: "1",
    working: "of 5.40, 5.41, 5.408, 6.30 and 6.20 only 6.30 reaches 6.24",
  },
  {
    id: "call-trigger-price",
    sheet: note(
      "$1,000,000",
      "price $3.5530",
      "issuer call { trigger 130% of conversion price for 20 of 30 trading days }",
    ),
    value: "4.6189",
    working: "130 % × 3.5530",
  },
  {
    id: "call-trigger-days",
    sheet: perThousand,
    ...inScenario,
    value: "4",
    working: "as for the contingent conversion: the trigger price is 5.408 here too",
  },
  {
    id: "make-whole-shares",
    sheet: makeWhole,
    ...inScenario,
    value: "6.5829",
    working:
      "at 17.00, two fifths of the way from 15.00 to 20.00: 9.0909 to 4.0000 gives 7.05454, 7.5 to 2.8 gives 5.62; on day 120 of 365: 7.05454 − 1.43454 × 120 ÷ 365 = 6.58291…",
  },
  {
    id: "make-whole-conversion",
    sheet: makeWhole,
    ...inScenario,
    value: "62138",
    working: "1,000 notes of 1,000.00 × (55.5556 + 6.58291…) = 62,138.51…, rounded down",
  },
  {
    id: "interest-make-whole",
    sheet: {
      text: note(
        "$100,000,000",
        "price $3.5530\n    interest make-whole 7.50%",
        "",
        converted(),
      ).text.replace("interest none", "interest { rate 6% per annum }"),
    },
    ...inScenario,
    value: "7500000.00",
    working:
      "interest to January 1, 2027, 610 days, would be 100,000,000.00 × 6 % × 610/365 = 10,027,397.26; at most 7.50 % of 100,000,000.00",
  },
  {
    id: "interest-make-whole-shares",
    sheet: {
      text: note(
        "$1,000,000",
        "price $3.00\n    interest make-whole 7.50%\n    make-whole price 95% of closing price on prior trading day",
        "",
        `${closes(["$4.00", "$4.00", "$4.00", "$4.00", "$2.50"])}${converted()}`,
      ).text.replace("interest none", "interest { rate 6% per annum }"),
    },
    ...inScenario,
    value: "31578",
    working: "75,000.00 ÷ (95 % × 2.50) = 31,578.9…, rounded down",
  },
  {
    id: "true-up-shares",
    sheet: lateShares,
    ...inScenario,
    value: "56250",
    working: "100,000.00 ÷ (80 % × 0.80) = 156,250 shares, less the 100,000 delivered at 1.00",
  },
  {
    id: "late-damages",
    sheet: lateShares,
    ...inScenario,
    value: "55000.00",
    working: "10 per 1,000 of 100,000.00 is 1,000.00 a day: 5 × 1,000.00 + 25 × 2,000.00",
  },
  {
    id: "interest-shares",
    sheet: interestInShares,
    scenario: "First quarter",
    value: "68750",
    working: "1,000,000.00 × 11 % × 90/360 = 27,500.00; ÷ (80 % × 0.50) = 68,750",
  },
  {
    id: "ownership-before",
    sheet: exchangeNote("", "held by holder 50,000,000 shares"),
    value: "0.05",
    working: "50,000,000 ÷ 1,000,000,000",
  },
  {
    id: "blocker-shares-after-notice",
    sheet: exchangeNote("ownership limit after notice 19.9%"),
    value: "248439450",
    working: "0.199 × 1,000,000,000 ÷ 0.801 = 248,439,450.6…, rounded down",
  },
  {
    id: "blocked-remainder-amount",
    sheet: powerUpNote(""),
    scenario: "At maturity",
    value: "55053.72",
    working: "4.99 % lets 52,520,787 shares through, 85,346.28 at 0.001625; 140,400.00 − 85,346.28",
  },
  {
    id: "all-notes-shares",
    ...threeNotes,
    value: "350000",
    working: "100,000 ÷ 0.50 = 200,000, 30,000 ÷ 0.30 = 100,000 and 40,000 ÷ 0.80 = 50,000",
  },
  {
    id: "all-notes-dilution",
    ...threeNotes,
    value: "0.259259",
    working: "350,000 ÷ (1,000,000 + 350,000) = 25.9259 %",
  },
  {
    id: "ownership-among-notes",
    ...threeNotes,
    value: "0.192593",
    working:
      "(10,000 + 200,000 + 50,000) ÷ 1,350,000 = 19.2593 %: the holder has the first and the third note",
  },
  {
    id: "exchange-cap-shares",
    sheet: capped,
    value: "199900000",
    working: "19.99 % × 1,000,000,000",
  },
  {
    id: "exchange-cap-amount",
    sheet: capped,
    ...played,
    value: "390804.50",
    working: "199,900,000 × 0.001955",
  },
  {
    id: "most-shares-under-caps",
    sheet: capped,
    ...played,
    value: "199900000",
    working: "the lowest of 481,227,621 on conversion and 199,900,000 under the exchange cap",
  },
  {
    id: "amount-over-caps",
    sheet: capped,
    ...played,
    value: "549995.50",
    working: "940,800.00 − 199,900,000 × 0.001955",
  },
  {
    id: "reserve-shares",
    sheet: powerUpNote("reserve 5 times"),
    scenario: "At maturity",
    value: "432000000",
    working: "140,400.00 ÷ 0.001625 = 86,400,000 shares, five times",
  },
  {
    id: "authorised-headroom",
    sheet: authorised,
    value: "19000000000",
    working: "20,000,000,000 − 1,000,000,000",
  },
  {
    id: "authorised-exhausted-price",
    sheet: authorised,
    value: "0.0000495158",
    working: "940,800.00 ÷ 19,000,000,000 = 0.0000495158",
  },
  {
    id: "authorised-exhausted-market-price",
    sheet: authorised,
    value: "0.0000582539",
    working: "0.0000495158 ÷ 85 % = 0.0000582539",
  },
  {
    id: "warrant-shares",
    sheet: warrants,
    value: "1800000",
    working: "as stated; 4,500,000.00 ÷ 2.50 shares, a coverage of 100 % of the shares on conversion",
  },
  { id: "warrant-cost", sheet: warrants, value: "5400000.00", working: "1,800,000 × 3.00" },
  {
    id: "warrant-strike",
    sheet: aggregate,
    value: "0.3900",
    working: "416,666.00 ÷ 1,068,374 = 0.39000013",
  },
  {
    id: "warrant-coverage",
    sheet: warrants,
    value: "1.2",
    working: "1,800,000 × 3.00 ÷ 4,500,000.00 = 120 %",
  },
  {
    id: "warrant-share-coverage",
    sheet: warrants,
    value: "1.00",
    working: "1,800,000 ÷ (4,500,000.00 ÷ 2.50) = 100 %",
  },
  {
    id: "cashless-shares",
    sheet: warrants,
    ...inScenario,
    value: "450000",
    working: "1,800,000 × (4.00 − 3.00) ÷ 4.00",
  },
];
