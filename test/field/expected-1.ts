import type { WorkedFigure, WorkedSheet } from "../support/worked-sheet.ts";

/** A tranche of what is surrendered for the note of the second sheet: dividends of 10 % a year, actual/360. */
function dividends(note: string, days: string, capital: string, value: string): WorkedFigure[] {
  const working = `${capital} × 10 % × ${days}/360`;
  return [
    { id: "interest-days", note, value: days, working: "the day of issue to December 6, 2017" },
    { id: "accrued-interest", note, value, working },
  ];
}

export const firstSheets: readonly WorkedSheet[] = [
  {
    sheet: "r001",
    figures: [
      { id: "interest-days", value: "365", working: "December 6, 2017 to December 6, 2018" },
      { id: "accrued-interest", value: "100800.00", working: "840,000.00 × 12 % × 365/365" },
      { id: "amount-at-maturity", value: "940800.00", working: "840,000.00 + 100,800.00" },
    ],
    findings: ["extension-unclear", "issuer-holds-option", "still-open"],
    open: 1,
  },
  {
    sheet: "r002",
    figures: [
      { id: "uplift", value: "84583.33", working: "840,000.00 − 755,416.67" },
      { id: "uplift-rate", value: "0.111969", working: "840,000.00 ÷ 755,416.67 − 1, stated as 1.111969" },
      ...dividends("Tranche 3, 225 shares", "439", "225,000.00", "27437.50"),
      ...dividends("Tranche 4, 75 shares", "432", "75,000.00", "9000.00"),
      ...dividends("Tranche 5, 225 shares", "425", "225,000.00", "26562.50"),
      ...dividends("Tranche 6, 150 shares", "418", "150,000.00", "17416.67"),
    ],
    findings: ["exchange-claims-placement", "exchange-uplift", "still-open"],
    open: 6,
    unfound: ["dividends count days actual/360, the note that replaces them actual/365"],
  },
  {
    sheet: "r004",
    figures: [
      { id: "interest-days", value: "366", working: "August 22, 2019 to August 22, 2020, over a leap day" },
      { id: "accrued-interest", value: "48131.51", working: "400,000 × 12 % × 366/365 = 48,131.506…" },
      { id: "amount-at-maturity", value: "448131.51", working: "400,000.00 + 48,131.51" },
      {
        id: "late-interest-30-days",
        value: "6629.89",
        working: "448,131.51 × 18 % × 30/365 = 6,629.890…",
      },
      { id: "uplift", value: "76600.00", working: "400,000 − 323,400" },
      { id: "uplift-rate", value: "0.23686", working: "400,000 ÷ 323,400 = 1.23686" },
      { id: "uplift-of-principal", value: "0.1915", working: "76,600 ÷ 400,000" },
      {
        id: "conversion-price",
        scenario: "Principal converted",
        value: "0.000325",
        working: "65 % × 0.0005, the lowest of five bids, is less than 0.0005",
      },
      {
        id: "conversion-shares",
        scenario: "Principal converted",
        value: "1230769230",
        working: "400,000 ÷ 0.000325 = 1,230,769,230.77, rounded down",
      },
    ],
    findings: [
      "governing-law-missing",
      "due-on-closed-day",
      "exchange-uplift",
      "conversion-end-open",
      "no-ownership-limit",
      "no-floor-price",
      "still-open",
    ],
    open: 1,
  },
  {
    sheet: "r005",
    figures: [
      { id: "oid-of-face", value: "0.0291", working: "3,000 ÷ 103,000 = 2.91 %" },
      { id: "oid-of-price", value: "0.03", working: "3,000 ÷ 100,000" },
    ],
    findings: ["still-open"],
    open: 1,
  },
  {
    sheet: "r009",
    figures: [
      { id: "oid-of-face", value: "0.1644", working: "60,000 ÷ 365,000 = 16.44 %" },
      { id: "oid-of-price", value: "0.1967", working: "60,000 ÷ 305,000" },
    ],
    findings: ["still-open"],
    open: 6,
  },
  {
    sheet: "r011",
    figures: [
      {
        id: "conversion-price",
        scenario: "Converted",
        value: "0.01218",
        working: "58 % × 0.021, the mean of 0.020, 0.021 and 0.022",
      },
    ],
    findings: ["no-floor-price", "still-open"],
    open: 5,
  },
  {
    sheet: "r012",
    figures: [
      { id: "interest-days", value: "282", working: "February 21 to November 30, 2017" },
      { id: "accrued-interest", value: "9595.73", working: "103,500 × 12 % × 282/365 = 9,595.726…" },
      { id: "amount-at-maturity", value: "113095.73", working: "103,500.00 + 9,595.73" },
      { id: "conversion-opens", value: "2017-08-20", working: "180 days after February 21, 2017" },
      {
        id: "conversion-price",
        scenario: "Principal converted",
        value: "0.00609",
        working: "58 % × 0.0105, the mean of 0.010 and 0.011",
      },
      {
        id: "conversion-shares",
        scenario: "Principal converted",
        value: "16995073",
        working: "103,500 ÷ 0.00609 = 16,995,073.89, rounded down",
      },
    ],
    findings: [
      "event-undefined",
      "governing-law-missing",
      "no-ownership-limit",
      "no-floor-price",
      "still-open",
    ],
    open: 1,
  },
  {
    sheet: "r014",
    figures: [
      { id: "accrued-interest", value: "7800.00", working: "65,000 × 12 % × 365/365" },
      { id: "conversion-opens", value: "2019-07-13", working: "180 days after January 14, 2019" },
      {
        id: "conversion-price",
        scenario: "Principal converted",
        value: "0.0122",
        working: "61 % × 0.020, the lowest of 15 days",
      },
      {
        id: "conversion-shares",
        scenario: "Principal converted",
        value: "5327868",
        working: "65,000 ÷ 0.0122 = 5,327,868.85, rounded down",
      },
      {
        id: "blocker-shares",
        scenario: "Principal converted",
        value: "5252078",
        working: "4.99 % × 100,000,000 ÷ 95.01 % = 5,252,078.7…, rounded down",
      },
      {
        id: "prepayment-amount",
        scenario: "Prepaid on day 120",
        value: "84500.00",
        working: "65,000 × 130 %, at which the issuer carried the note",
      },
    ],
    findings: [
      "prepayment-closes-before-conversion",
      "governing-law-missing",
      "conversion-end-open",
      "no-floor-price",
      "still-open",
    ],
    open: 2,
  },
  {
    sheet: "r016",
    figures: [
      { id: "interest-days", value: "301", working: "January 2 to October 30, 2019" },
      { id: "accrued-interest", value: "4255.23", working: "43,000 × 12 % × 301/365 = 4,255.232…" },
      { id: "amount-at-maturity", value: "47255.23", working: "43,000.00 + 4,255.23" },
      {
        id: "conversion-price",
        scenario: "Converted at the fixed price",
        value: "1.75",
        working: "April 12, 2019 is day 100: the price is fixed until day 180",
      },
      {
        id: "conversion-shares",
        scenario: "Converted at the fixed price",
        value: "24571",
        working: "43,000 ÷ 1.75 = 24,571.43, rounded down",
      },
      {
        id: "cash-in-lieu",
        scenario: "Converted at the fixed price",
        value: "0.75",
        working: "43,000 − 24,571 × 1.75",
      },
      {
        id: "default-balance",
        scenario: "Default on day 240",
        value: "69589.32",
        working: "150 % × (43,000.00 + 3,392.88), interest of 240 days",
      },
    ],
    findings: ["event-undefined", "conversion-end-open", "still-open"],
    open: 3,
  },
  {
    sheet: "r019",
    figures: [
      { id: "accrued-interest", value: "5500.00", working: "68,750 × 8 % × 365/365" },
      { id: "amount-at-maturity", value: "74250.00", working: "68,750.00 + 5,500.00" },
      { id: "conversion-opens", value: "2022-11-14", working: "180 days after May 18, 2022" },
      {
        id: "conversion-price",
        scenario: "Principal converted",
        value: "0.0175",
        working: "35 % × 0.05, the lowest of 20 days",
      },
      {
        id: "conversion-shares",
        scenario: "Principal converted",
        value: "3928571",
        working: "68,750 ÷ 0.0175 = 3,928,571.43, rounded down",
      },
      { id: "oid-of-face", value: "0.0545", working: "3,750 ÷ 68,750" },
      { id: "oid-of-price", value: "0.0577", working: "3,750 ÷ 65,000" },
    ],
    findings: [
      "term-differs-from-dates",
      "governing-law-missing",
      "conversion-end-open",
      "no-floor-price",
      "multiplier-looks-like-discount",
    ],
    open: 0,
  },
];
