import type { WorkedCase } from "../worked-cases.ts";

const convertibleNote = (interest: string): string => `note "Seed Note" {
  issuer     "Example Corp."
  holder     "Seed Fund LP"
  principal  $50,000
  issued     January 2, 2024
  matures    January 2, 2026

  interest {
    rate       8% per annum
    day count  actual/365
    simple
  }

  qualified financing {
    threshold               $1,000,000 excluding notes
    discount                20%
    valuation cap           $6,000,000 pre-money
    company capitalization  8,000,000 shares
    accrued interest        ${interest}
  }

  change of control {
    pays            200% of principal
    converts at     $0.75
    holder receives greater
  }

  at maturity     holder's choice
  maturity price  $0.75
}

scenario "Series A" {
  on January 1, 2025
  round {
    new money        $2,000,000
    price per share  $1.50
  }
}

scenario "Sale" {
  on       January 1, 2025
  sold at  $2.00
}
`;

const safe = (name: string, principal: string, terms: string): string => `note "${name}" {
  issuer     "Example Corp."
  holder     "Seed Fund LP"
  principal  ${principal}
  issued     January 2, 2024
  matures    none
  interest   none
  qualified financing {
    ${terms}
  }
}
`;

/** Two SAFEs with post-money caps, and a round that is priced by its valuation. */
export const twoSafes = `${safe("SAFE A", "$500,000", "discount 20%\n    valuation cap $10,000,000 post-money")}
${safe("SAFE B", "$1,000,000", "valuation cap $8,000,000 post-money")}
market {
  capitalization  8,000,000 shares
}

scenario "Series A" {
  on January 1, 2025
  round {
    new money  $5,000,000
    pre-money  $20,000,000
  }
}
`;

/** The two SAFEs, and a pool of options that the round sets aside out of the pre-money. */
const pooled = twoSafes.replace(
  "    pre-money  $20,000,000\n",
  "    pre-money  $20,000,000 including notes\n    option pool  10% after the round\n",
);

const note = { sheet: { text: convertibleNote("converts") } } as const;
const round = { ...note, scenario: "Series A" } as const;
const sale = { ...note, scenario: "Sale" } as const;
const safes = { sheet: { text: twoSafes }, scenario: "Series A" } as const;

export const roundsCases: readonly WorkedCase[] = [
  {
    id: "financing-surplus",
    ...round,
    value: "1000000.00",
    working: "2,000,000 of new money − a threshold of 1,000,000",
  },
  {
    id: "round-amount",
    ...round,
    value: "54000.00",
    working: "50,000 + 50,000 × 8 % × 365/365",
  },
  {
    id: "round-interest-paid",
    sheet: { text: convertibleNote("paid in cash") },
    scenario: "Series A",
    value: "4000.00",
    working: "50,000 × 8 % × 365/365",
  },
  {
    id: "round-capitalization",
    ...safes,
    value: "9696969.6970",
    working:
      "two post-money caps: 500,000 ÷ 10,000,000 = 5 % and 1,000,000 ÷ 8,000,000 = 12.5 %, so 8,000,000 ÷ (1 − 17.5 %)",
  },
  {
    id: "price-of-round",
    ...safes,
    value: "2.0625",
    working: "20,000,000 pre-money, the converted notes counted: 20,000,000 × 82.5 % ÷ 8,000,000",
  },
  { id: "discount-price", ...round, value: "1.20", working: "1.50 less 20 %" },
  { id: "cap-price", ...round, value: "0.75", working: "6,000,000 ÷ 8,000,000" },
  { id: "round-price", ...round, value: "0.75", working: "the lower of 1.20 and 0.75" },
  { id: "round-shares", ...round, value: "72000", working: "54,000 ÷ 0.75" },
  { id: "round-value", ...round, value: "108000.00", working: "72,000 × 1.50" },
  { id: "round-discount", ...round, value: "0.50", working: "1 − 0.75 ÷ 1.50 = 50 %" },
  { id: "new-shares", ...round, value: "1333333", working: "2,000,000 ÷ 1.50 = 1,333,333.3…, rounded down" },
  {
    id: "option-pool-shares",
    sheet: { text: pooled },
    scenario: "Series A",
    value: "1385281",
    working:
      "after the round all shares are worth 25,000,000: the pool has 10 %, the new money 20 %, which leaves 70 % for the 9,696,969.697 shares with the converted notes; 9,696,969.697 ÷ 7 = 1,385,281.3…, rounded down",
  },
  {
    id: "total-shares",
    ...safes,
    value: "1696969",
    working:
      "500,000 ÷ 1.03125 = 484,848.4… and 1,000,000 ÷ 0.825 = 1,212,121.2…, each rounded down; 1.03125 and 0.825 are 10,000,000 and 8,000,000 × 82.5 % ÷ 8,000,000",
  },
  {
    id: "shares-after-round",
    ...round,
    value: "9405333",
    working: "8,000,000 + 72,000 + 1,333,333",
  },
  { id: "round-ownership", ...round, value: "0.007655", working: "72,000 ÷ 9,405,333 = 0.7655 %" },
  { id: "investor-ownership", ...round, value: "0.141764", working: "1,333,333 ÷ 9,405,333 = 14.1764 %" },
  {
    id: "founders-part",
    ...round,
    value: "0.850581",
    working: "8,000,000 ÷ 9,405,333 = 85.0581 %",
  },
  {
    id: "total-dilution",
    ...safes,
    value: "0.140000",
    working: "1,696,969 ÷ (8,000,000 + 1,696,969 + 2,424,242), of which 2,424,242 is 5,000,000 ÷ 2.0625",
  },
  { id: "control-payment", ...sale, value: "100000.00", working: "200 % × 50,000" },
  { id: "control-shares", ...sale, value: "72000", working: "(50,000 + 4,000) ÷ 0.75" },
  { id: "control-value", ...sale, value: "144000.00", working: "72,000 × 2.00" },
  {
    id: "control-receipt",
    ...sale,
    value: "144000.00",
    working: "the greater of 100,000.00 in cash and 144,000.00 in shares",
  },
  {
    id: "maturity-shares",
    ...note,
    value: "77347",
    working: "(50,000 + 50,000 × 8 % × 731/365) ÷ 0.75 = 58,010.96 ÷ 0.75 = 77,347.9…, rounded down",
  },
  { id: "maturity-ownership", ...note, value: "0.009576", working: "77,347 ÷ 8,077,347 = 0.9576 %" },
];
