import { accountCases, owedCases, paymentCases, proceedsCases, yieldCases } from "./worked-cases/money.ts";
import { roundsCases } from "./worked-cases/rounds.ts";
import { settledCase, sharesCases } from "./worked-cases/shares.ts";

/**
 * A number that was worked out outside the program, by hand and by independent scripts in decimal arithmetic, for each
 * formula: the page of methods prints it and a test repeats it.
 */
export interface WorkedCase {
  /** The formula. */
  readonly id: string;
  /** An example, or a sheet of the case's own. */
  readonly sheet: "exchange-note" | "power-up-note" | { readonly text: string };
  /** The scenario that it belongs to; the note by itself without one. */
  readonly scenario?: string;
  /** Clauses that the sheet needs for the case, behind its own. */
  readonly more?: string;
  readonly value: string;
  /** How it was worked out. */
  readonly working: string;
}

const played = { sheet: "exchange-note", scenario: "Paid in shares at maturity" } as const;
const alone = { sheet: "exchange-note" } as const;

export const workedCases: readonly WorkedCase[] = [
  {
    id: "interest-days",
    ...alone,
    value: "365",
    working: "December 6, 2017 to December 6, 2018, the first day counted and the last not",
  },
  { id: "accrued-interest", ...alone, value: "100800.00", working: "840,000.00 × 12 % × 365/365" },
  ...accountCases,
  { id: "amount-at-maturity", ...alone, value: "940800.00", working: "840,000.00 + 100,800.00" },
  ...owedCases,
  {
    id: "late-interest-30-days",
    sheet: "power-up-note",
    value: "2538.74",
    working: "(130,000.00 + 10,400.00) × 22 % × 30/365 = 2,538.7397…",
  },
  {
    id: "late-interest",
    sheet: "power-up-note",
    scenario: "Sixty days late",
    more: 'scenario "Sixty days late" {\n  on September 30, 2019\n}\n',
    value: "5077.48",
    working: "(130,000.00 + 10,400.00) × 22 % × 60/365 = 5,077.4794…",
  },
  ...proceedsCases,
  ...paymentCases,
  { id: "uplift", ...alone, value: "84583.33", working: "840,000.00 − 755,416.67" },
  { id: "uplift-rate", ...alone, value: "0.111969", working: "84,583.33 ÷ 755,416.67 = 11.1969 %" },
  { id: "uplift-of-principal", ...alone, value: "0.100694", working: "84,583.33 ÷ 840,000.00 = 10.0694 %" },
  {
    id: "return-on-surrendered",
    ...alone,
    value: "0.245405",
    working: "940,800.00 ÷ 755,416.67 − 1 = 24.5405 %",
  },
  {
    id: "conversion-opens",
    sheet: "power-up-note",
    value: "2019-02-01",
    working: "“February 2019” begins on its first day, 184 days after issue",
  },
  {
    id: "conversion-amount",
    ...played,
    value: "940800.00",
    working: "principal and interest to December 6, 2018",
  },
  {
    id: "conversion-price",
    ...played,
    value: "0.001955",
    working:
      "the lowest of 85 % × 0.0023 = 0.001955, 0.0020 and 0.003; 0.0023 is the mean of 0.0024, 0.0023, 0.0025, 0.0022, 0.0021",
  },
  {
    id: "conversion-shares",
    ...played,
    value: "481227621",
    working: "940,800.00 ÷ 0.001955 = 481,227,621.48…, rounded down",
  },
  { id: "cash-in-lieu", ...played, value: "0.00", working: "940,800.00 − 481,227,621 × 0.001955 = 0.00094…" },
  settledCase,
  { id: "ownership-after", ...played, value: "0.324884", working: "481,227,621 ÷ 1,481,227,621 = 32.4884 %" },
  {
    id: "blocker-shares",
    ...played,
    value: "110987668",
    working: "0.0999 × 1,000,000,000 ÷ 0.9001 = 110,987,668.0…, rounded down",
  },
  { id: "blocker-amount", ...played, value: "216980.89", working: "110,987,668 × 0.001955 = 216,980.8909…" },
  {
    id: "blocked-conversions",
    ...played,
    value: "4",
    working:
      "110,987,668 + 123,305,930 + 136,991,368 + 109,942,655 = 481,227,621; in closed form ln(1.481227621) ÷ ln(1 ÷ 0.9001) = 3.733, so 4",
  },
  {
    id: "market-price",
    ...played,
    value: "0.0021",
    working: "the VWAP of December 4, 2018; the exchange was closed on December 5",
  },
  {
    id: "conversion-value",
    ...played,
    value: "1010578.00",
    working: "481,227,621 × 0.0021 = 1,010,578.0041",
  },
  { id: "effective-discount", ...played, value: "0.06905", working: "1 − 0.001955 ÷ 0.0021 = 6.905 %" },
  { id: "conversion-gain", ...played, value: "69778.00", working: "1,010,578.00 + 0.00 − 940,800.00" },
  { id: "gain-rate", ...played, value: "0.07417", working: "0.0021 ÷ 0.001955 − 1 = 7.417 %" },
  { id: "breakeven-price", ...played, value: "0.00156977", working: "755,416.67 ÷ 481,227,621 = 0.00156977" },
  ...yieldCases,
  ...sharesCases,
  ...roundsCases,
];
