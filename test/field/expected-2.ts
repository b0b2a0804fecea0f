import type { WorkedSheet } from "../support/worked-sheet.ts";

const scenario = "Principal converted";

export const secondSheets: readonly WorkedSheet[] = [
  {
    sheet: "r022",
    figures: [
      {
        id: "conversion-price",
        scenario: "Principal converted after default",
        value: "0.08",
        working: "65 % × 0.10, the lowest bid of ten days, is 0.065: the fixed 0.08 is greater",
      },
      {
        id: "conversion-shares",
        scenario: "Principal converted after default",
        value: "913610",
        working:
          "five instalments are paid before the default, to the interest first: 149,500 − (5 × 18,272.23 − 14,950) = 73,088.85; ÷ 0.08 = 913,610.6, rounded down",
      },
      { id: "oid-of-face", value: "0.1304", working: "19,500 ÷ 149,500" },
      { id: "oid-of-price", value: "0.15", working: "19,500 ÷ 130,000" },
      { id: "instalments-total", value: "164450.00", working: "8 × 18,272.23 + 18,272.16, which is left" },
      {
        id: "amount-at-maturity",
        value: "18272.16",
        working: "149,500 × 1.10 − 8 × 18,272.23: the last instalment falls due at maturity",
      },
      {
        id: "exchange-cap-shares",
        value: "3998000",
        working: "19.99 % × 20,000,000",
      },
    ],
    findings: [
      "window-days-unclear",
      "event-undefined",
      "governing-law-missing",
      "instalments-differ-from-debt",
      "month-imprecise",
      "still-open",
      "due-on-closed-day",
      "conversion-end-open",
      "greater-of-unusual",
    ],
    open: 2,
  },
  {
    sheet: "r025",
    figures: [
      {
        id: "conversion-price",
        scenario: "Converted",
        value: "0.3315",
        working: "65 % × 0.51, the mean of 0.50 and 0.52, is less than 0.39",
      },
      { id: "warrant-shares", value: "1068374", working: "stated: 416,666 ÷ 0.39 = 1,068,374.4" },
    ],
    findings: [
      "window-days-unclear",
      "warrant-strike-floats",
      "discount-base-unclear",
      "conversion-end-open",
      "no-floor-price",
      "still-open",
    ],
    open: 2,
  },
  {
    sheet: "r026",
    figures: [
      { id: "conversion-opens", value: "2014-10-13", working: "180 days after April 16, 2014" },
      { id: "oid-of-face", value: "0.10", working: "35,000 ÷ 350,000" },
      { id: "oid-of-price", value: "0.1111", working: "35,000 ÷ 315,000" },
      {
        id: "accrued-interest",
        value: "26666.76",
        working: "once 12 % of what was drawn: 20,000.04 of 166,667 and 6,666.72 of 55,556",
      },
    ],
    findings: ["still-open"],
    open: 4,
  },
  {
    sheet: "r029",
    figures: [
      {
        id: "conversion-price",
        scenario: "First tranche converted",
        value: "0.0195",
        working: "65 % × 0.030, the lowest of ten days",
      },
      {
        id: "conversion-shares",
        scenario: "First tranche converted",
        value: "5128205",
        working: "100,000 ÷ 0.0195 = 5,128,205.13, rounded down",
      },
    ],
    findings: ["unfunded-bears-interest", "no-ownership-limit", "no-floor-price", "still-open"],
    open: 3,
  },
  {
    sheet: "r032",
    figures: [
      { id: "conversion-opens", value: "2018-12-26", working: "six months after June 26, 2018" },
      { id: "conversion-price", scenario: "One redemption converted", value: "0.55", working: "fixed" },
      {
        id: "conversion-shares",
        scenario: "One redemption converted",
        value: "636363",
        working: "350,000 ÷ 0.55 = 636,363.6, rounded down",
      },
      { id: "oid-of-face", value: "0.1053", working: "0.6 ÷ 5.7" },
      { id: "oid-of-price", value: "0.12", working: "0.6 ÷ 5.0" },
      {
        id: "net-proceeds",
        value: "5000000.00",
        working: "5.7 − 0.6 − 0.1 million; the expenses are inside the principal",
      },
    ],
    findings: ["window-days-unclear", "still-open"],
    open: 3,
  },
  {
    sheet: "r038",
    figures: [
      {
        id: "conversion-price",
        note: "First Advance",
        scenario: "Converted",
        value: "66.5",
        working: "95 % × 70.00 is less than 120 % × 80.00 = 96.00, and above the floor of 23.00",
      },
      {
        id: "conversion-price",
        note: "Third Advance",
        scenario: "Converted",
        value: "64.6",
        working: "95 % × 68.00 is less than 110 % × 80.00 = 88.00, and above the floor of 11.50",
      },
    ],
    findings: ["window-days-unclear", "no-ownership-limit", "still-open"],
    open: 6,
  },
  {
    sheet: "r043",
    figures: [
      { id: "conversion-price", scenario, value: "2.35", working: "fixed" },
      {
        id: "conversion-shares",
        scenario,
        value: "1829787",
        working: "4,300,000 ÷ 2.35 = 1,829,787.2, rounded down",
      },
      { id: "oid-of-face", value: "0.0849", working: "(4.3 − 3.935) ÷ 4.3 = 8.49 %" },
      { id: "oid-of-price", value: "0.0928", working: "(4.3 − 3.935) ÷ 3.935" },
      { id: "warrant-shares", value: "1018079", working: "stated" },
    ],
    findings: [
      "extension-unclear",
      "paid-below-principal",
      "conversion-end-open",
      "average-not-said",
      "still-open",
    ],
    open: 4,
  },
  {
    sheet: "r044",
    figures: [
      { id: "tranches-total", value: "27000000.00", working: "7.6 + 8.6 + 10.8 million" },
      { id: "warrant-shares", value: "552141", working: "stated" },
    ],
    findings: ["discount-base-unclear", "month-imprecise", "still-open"],
    open: 4,
  },
  {
    sheet: "r047",
    figures: [
      {
        id: "conversion-shares",
        scenario,
        value: "1800000",
        working: "4,500,000 ÷ 2.50, as many as the warrants buy: 100 % coverage",
      },
      { id: "warrant-shares", value: "1800000", working: "stated" },
    ],
    findings: ["month-imprecise", "conversion-end-open", "still-open"],
    open: 1,
  },
  {
    sheet: "r051",
    figures: [
      {
        id: "amount-at-maturity",
        note: "First Zero-Coupon Note",
        value: "5000000.00",
        working: "no interest",
      },
      {
        id: "late-interest-30-days",
        note: "First Zero-Coupon Note",
        value: "73972.60",
        working: "5,000,000 × 18 % × 30/365 = 73,972.602…",
      },
      {
        id: "amount-at-maturity",
        note: "Second Zero-Coupon Note",
        value: "5000000.00",
        working: "no interest",
      },
    ],
    findings: ["month-imprecise", "conversion-end-open", "still-open"],
    open: 4,
  },
  {
    sheet: "r053",
    figures: [
      {
        id: "conversion-price",
        scenario: "Principal converted",
        value: "0.03",
        working: "75 % × 0.040, the lowest trade of 30 days",
      },
      {
        id: "conversion-shares",
        scenario: "Principal converted",
        value: "46121200",
        working: "1,383,636 ÷ 0.03",
      },
      { id: "oid-of-face", value: "0.1183", working: "2 × 81,818 ÷ 1,383,636" },
      { id: "tranches-total", value: "1383636.00", working: "701,818 + 681,818" },
      {
        id: "net-proceeds",
        value: "1200000.00",
        working: "1,383,636 − 163,636 − 20,000; the fee is inside the principal",
      },
      { id: "warrant-shares", value: "344029", working: "stated" },
    ],
    findings: ["reserve-follows-price", "no-ownership-limit", "no-floor-price", "still-open"],
    open: 6,
  },
  {
    sheet: "r059",
    figures: [],
    findings: ["window-days-unclear", "due-on-closed-day", "conversion-end-open", "still-open"],
    open: 6,
  },
  {
    sheet: "r062",
    figures: [
      { id: "oid-of-face", value: "0.1500", working: "24,141.18 ÷ 160,941.18 = 15.0000 %" },
      { id: "oid-of-price", value: "0.1765", working: "24,141.18 ÷ 136,800.00 = 17.6471 %" },
    ],
    findings: ["due-on-closed-day", "still-open"],
    open: 2,
  },
  {
    sheet: "r063",
    figures: [
      { id: "accrued-interest", value: "13610.96", working: "225,000 × 12 % × 184/365 = 13,610.958…" },
      { id: "amount-at-maturity", value: "238610.96", working: "225,000.00 + 13,610.96" },
      {
        id: "conversion-price",
        scenario: "Converted at maturity",
        value: "3.05",
        working: "70 % × 5.00 = 3.50 and 70 % × 4.00 = 2.80: the lesser is below the floor of 3.05",
      },
      {
        id: "conversion-shares",
        scenario: "Converted at maturity",
        value: "78233",
        working: "238,610.96 ÷ 3.05 = 78,233.1, rounded down",
      },
      {
        id: "cash-in-lieu",
        scenario: "Converted at maturity",
        value: "0.31",
        working: "238,610.96 − 78,233 × 3.05",
      },
      { id: "net-proceeds", value: "199000.00", working: "225,000 − 26,000" },
    ],
    findings: ["window-days-unclear", "governing-law-missing", "conversion-end-open", "no-ownership-limit"],
    open: 0,
  },
];
