import { describe } from "vitest";
import { example } from "./support/analyse.ts";
import { testSheet, type WorkedSheet } from "./support/worked-sheet.ts";

/** The examples that teach one idea each; their numbers are worked out here by hand. */
const examples: readonly WorkedSheet[] = [
  {
    sheet: "discount-note-with-tranches-and-fees",
    figures: [
      { id: "amount-at-maturity", value: "330000.00", working: "the principal: there is no interest" },
      { id: "oid-of-face", value: "0.0909", working: "30,000 ÷ 330,000" },
      { id: "oid-of-price", value: "0.10", working: "30,000 ÷ 300,000" },
      { id: "tranches-total", value: "330000.00", working: "220,000 + 110,000" },
      { id: "net-proceeds", value: "292000.00", working: "300,000 − 8,000" },
    ],
    findings: [],
    open: 0,
  },
  {
    sheet: "senior-secured-instalments",
    figures: [{ id: "instalments-total", value: "165000.00", working: "11 × 15,000 = 150,000 × 1.10" }],
    findings: [],
    open: 0,
  },
  {
    sheet: "prepayment-ladder",
    figures: [
      { id: "conversion-opens", value: "2024-08-28", working: "180 days after March 1, 2024" },
      {
        id: "accrued-interest",
        scenario: "Prepaid on day 45",
        value: "986.30",
        working: "100,000 × 8 % × 45/365 = 986.301…",
      },
      {
        id: "prepayment-amount",
        scenario: "Prepaid on day 45",
        value: "116134.25",
        working: "115 % × 100,986.30 = 116,134.245, half up",
      },
    ],
    findings: [],
    open: 0,
    falseAlarms: [
      {
        code: "scenario-outside-conversion",
        because: "the scenario plays a prepayment and converts nothing",
      },
    ],
  },
  {
    sheet: "fixed-then-variable",
    figures: [
      { id: "conversion-price", scenario: "While the price is fixed", value: "1", working: "day 122" },
      {
        id: "conversion-shares",
        scenario: "While the price is fixed",
        value: "50000",
        working: "50,000 ÷ 1.00",
      },
      {
        id: "conversion-price",
        scenario: "When it follows the market",
        value: "0.42",
        working: "70 % × 0.60 is less than 1.00, and above the floor of 0.20",
      },
      {
        id: "conversion-shares",
        scenario: "When it follows the market",
        value: "119047",
        working: "50,000 ÷ 0.42 = 119,047.6, rounded down",
      },
      {
        id: "blocker-shares",
        value: "2219753",
        working: "9.99 % × 20,000,000 ÷ 90.01 % = 2,219,753.4, rounded down",
      },
    ],
    findings: [],
    open: 0,
  },
  {
    sheet: "cap-and-discount",
    figures: [
      {
        id: "accrued-interest",
        scenario: "Series Seed",
        value: "4000.00",
        working: "50,000 × 8 % × 365/365",
      },
      { id: "cap-price", scenario: "Series Seed", value: "0.75", working: "6,000,000 ÷ 8,000,000" },
      { id: "discount-price", scenario: "Series Seed", value: "1.2", working: "80 % × 1.50" },
    ],
    findings: [],
    open: 0,
  },
  {
    sheet: "safe",
    figures: [
      { id: "discount-price", scenario: "Series A", value: "1.28", working: "80 % × 1.60" },
      {
        id: "control-shares",
        scenario: "Sale",
        value: "500000",
        working: "500,000 ÷ 10,000,000 is 5 % of 9,500,000 ÷ 95 % = 10,000,000 shares",
      },
      {
        id: "control-receipt",
        scenario: "Sale",
        value: "1000000.00",
        working: "500,000 shares at 2.00, more than 500,000 in cash",
      },
    ],
    findings: [],
    open: 0,
  },
  {
    sheet: "bond-with-make-whole",
    figures: [
      { id: "conversion-price", value: "18", working: "stated" },
      { id: "conversion-rate", value: "55.556", working: "1,000 ÷ 18" },
      { id: "trigger-price", value: "23.4", working: "130 % × 18" },
      {
        id: "make-whole-shares",
        scenario: "Fundamental change",
        value: "6.5829",
        working:
          "at 17.00: 9.0909 − 2/5 × 5.0909 = 7.05454 at issue and 7.5 − 2/5 × 4.7 = 5.62 a year later; 120/365 of the way",
      },
    ],
    findings: [],
    open: 0,
  },
  {
    sheet: "default-played-through",
    figures: [
      { id: "amount-at-maturity", value: "102465.75", working: "100,000 × 10 % × 90/365 = 2,465.753…" },
      {
        id: "late-interest",
        scenario: "Unpaid for sixty days",
        value: "3031.86",
        working: "102,465.75 × 18 % × 60/365 = 3,031.863…",
      },
    ],
    findings: [],
    open: 0,
  },
  {
    sheet: "draft-under-negotiation",
    figures: [],
    findings: ["still-open"],
    open: 10,
  },
];

describe.each(examples)("example $sheet", (expected) => testSheet(example(expected.sheet), expected));
