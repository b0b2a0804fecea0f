import type { WorkedSheet } from "../support/worked-sheet.ts";

export const thirdSheets: readonly WorkedSheet[] = [
  {
    sheet: "r066",
    figures: [
      {
        id: "accrued-interest",
        note: "First Note",
        value: "15189.04",
        working: "385,000 × 8 % × 180/365 = 15,189.041…",
      },
      {
        id: "accrued-interest",
        note: "Second Note",
        value: "6509.59",
        working: "165,000 × 8 % × 180/365 = 6,509.589…",
      },
      {
        id: "conversion-price",
        note: "First Note",
        scenario: "Converted at the fixed price",
        value: "1.95",
        working: "day 100 is before maturity",
      },
      {
        id: "conversion-shares",
        note: "First Note",
        scenario: "Converted at the fixed price",
        value: "197435",
        working: "385,000 ÷ 1.95 = 197,435.9, rounded down",
      },
      {
        id: "conversion-price",
        note: "First Note",
        scenario: "Unpaid at maturity",
        value: "0.65",
        working: "65 % × 1.00, the lowest bid of 15 days, is lower than 1.95",
      },
      {
        id: "conversion-shares",
        note: "First Note",
        scenario: "Unpaid at maturity",
        value: "592307",
        working: "385,000 ÷ 0.65 = 592,307.7, rounded down",
      },
      { id: "oid-of-price", note: "First Note", value: "0.10", working: "350,000 × 1.10 = 385,000" },
      { id: "oid-of-face", note: "First Note", value: "0.0909", working: "35,000 ÷ 385,000" },
      { id: "oid-of-price", note: "Second Note", value: "0.10", working: "15,000 ÷ 150,000" },
      {
        id: "prepayment-amount",
        note: "First Note",
        scenario: "Redeemed on day 120",
        value: "442750.00",
        working: "385,000 × 115 %: the later redemption fee is 57,750",
      },
    ],
    findings: ["governing-law-missing", "no-floor-price", "no-ownership-limit", "month-imprecise"],
    open: 0,
  },
  {
    sheet: "r070",
    figures: [
      {
        id: "conversion-price",
        note: "First Note",
        scenario: "Converted",
        value: "0.47",
        working:
          "the means: 0.60 of 15 closes, 0.596 of 10 VWAPs, 0.50 of the lowest three days; 80 % × 0.50 = 0.40 is less than the fixed 0.47",
      },
      {
        id: "conversion-price",
        note: "Second Note",
        scenario: "Converted",
        value: "0.48",
        working: "80 % × 0.60, the mean of 15 closing prices, is greater than the fixed 0.47",
      },
    ],
    findings: [
      "month-imprecise",
      "no-ownership-limit",
      "greater-of-unusual",
      "single-alternative",
      "still-open",
    ],
    open: 2,
  },
  {
    sheet: "r072",
    figures: [
      {
        id: "conversion-price",
        scenario: "Converted",
        value: "0.013",
        working: "65 % × 0.020, the lowest of 30 days",
      },
    ],
    findings: ["no-ownership-limit", "no-floor-price", "still-open"],
    open: 4,
  },
  {
    sheet: "r077",
    figures: [
      {
        id: "accrued-interest",
        scenario: "Qualified financing",
        value: "8000.00",
        working: "100,000 × 8 % × 365/365",
      },
      { id: "cap-price", scenario: "Qualified financing", value: "2.377", working: "21,000,000 ÷ 8,834,665" },
      { id: "discount-price", scenario: "Qualified financing", value: "2.4", working: "80 % × 3.00" },
    ],
    findings: ["interest-without-end", "financing-threshold-open", "valuation-cap-basis-open"],
    open: 0,
  },
  {
    sheet: "r079",
    figures: [],
    findings: ["month-imprecise", "still-open"],
    open: 5,
  },
  {
    sheet: "r081",
    figures: [{ id: "conversion-rate", value: "307.0797", working: "stated: 1,000 ÷ 307.0797 = 3.2565" }],
    findings: ["month-imprecise", "conversion-end-open", "still-open"],
    open: 1,
  },
  {
    sheet: "r085",
    figures: [{ id: "trigger-price", value: "4.6189", working: "130 % × 3.5530" }],
    findings: ["still-open"],
    open: 5,
  },
  { sheet: "r090", figures: [], findings: ["still-open"], open: 5 },
  {
    sheet: "r096",
    figures: [
      {
        id: "conversion-price",
        note: "More Points",
        scenario: "Eligible",
        value: "0.005",
        working: "50 % × 0.01",
      },
      {
        id: "conversion-price",
        note: "More Points",
        scenario: "No longer eligible",
        value: "0.0035",
        working: "(50 % − 15 points) × 0.01: a discount of 65 %",
      },
    ],
    findings: ["still-open"],
    open: 12,
  },
  {
    sheet: "r097",
    figures: [
      {
        id: "conversion-price",
        scenario: "Notice in the morning",
        value: "0.005",
        working: "50 % × 0.010, the lowest of the 20 days before the notice",
      },
      {
        id: "conversion-price",
        scenario: "Notice after the close",
        value: "0.004",
        working: "50 % × 0.008, the close of the day of notice, which counts then",
      },
    ],
    findings: ["no-ownership-limit", "no-floor-price", "still-open"],
    open: 3,
  },
  { sheet: "r100", figures: [], findings: ["still-open"], open: 9 },
  { sheet: "r102", figures: [], findings: ["still-open"], open: 6 },
  {
    sheet: "r105",
    figures: [
      {
        id: "late-damages",
        note: "By the Thousand",
        scenario: "Ten days late",
        value: "1500.00",
        working: "of 10,000: five days at 100 and five at 200",
      },
      {
        id: "late-damages",
        note: "Rising",
        scenario: "Three days late",
        value: "600.00",
        working: "100 + 200 + 300",
      },
    ],
    findings: ["damages-without-end", "still-open"],
    open: 13,
  },
  {
    sheet: "r109",
    figures: [{ id: "conversion-price", value: "0.6", working: "stated" }],
    findings: [
      "price-and-shares-differ",
      "financing-threshold-open",
      "interest-answered-twice",
      "issuer-holds-option",
      "still-open",
    ],
    open: 5,
  },
  { sheet: "r111", figures: [], findings: ["event-undefined", "still-open"], open: 4 },
];
