import type { WorkedCase } from "../worked-cases.ts";

const sheet = (lines: string): { readonly text: string } => ({
  text: `note "Example Note" {\n${lines}\n}\n`,
});

/** Interest every half year, a put on an event and a call from a day on. */
const withPutAndCall = {
  text: `${
    sheet(`  principal  $1,000,000
  issued     August 15, 2023
  matures    August 15, 2029
  interest { rate 6% per annum; day count 30/360 bond basis; payable semi-annually; simple }
  put  101% of principal plus interest on "Fundamental Change"
  issuer call { callable from August 15, 2026; call price 102% of principal plus interest }
  conversion none`).text
  }scenario "Control changes" { on November 1, 2026; event "Fundamental Change" on October 30, 2026 }\n`,
};

/** A face of 160,941.18 for 136,800.00, of which 10,000.00 is kept back. */
const discounted = sheet(`  principal                $160,941.18
  purchase price           $136,800.00
  original issue discount  $24,141.18
  fees                     $10,000 deducted from proceeds
  issued                   March 24, 2023
  matures                  March 24, 2024
  interest { rate 8% per annum; day count actual/365 }`);

/** Three tranches paid over and one that never was. */
const inTranches = sheet(`  principal up to  $355,000
  issued   April 25, 2017
  matures  1 year after funding
  interest { rate 12% per annum; day count actual/365 }
  tranche "First"  { principal $100,000; purchase price $95,000; funded April 25, 2017 }
  tranche "Second" { principal $85,000; funded May 30, 2017 }
  tranche "Third"  { principal $85,000; funded July 3, 2017 }
  tranche "Fourth" { principal $85,000; unfunded }`);

/** Nine instalments, and interest that is owed once. */
const inInstalments = sheet(`  principal       $149,500
  purchase price  $130,000
  issued          March 1, 2024
  matures         December 15, 2024
  interest { rate none; one-time interest 10% }
  instalments { monthly from April 15, 2024, 9 times $18,272.23 }`);

/** Three instalments that pay interest first, and a rest at maturity. */
const runningDown = sheet(`  principal  $12,000
  issued     January 31, 2020
  matures    May 31, 2020
  interest { rate 12% per annum; day count 30/360 bond basis }
  instalments { monthly from February 29, 2020, 3 times $3,000 }`);

const redeemed = sheet(`  principal  $5.7 million
  issued     June 26, 2018
  matures    December 26, 2019
  interest { rate 10% per annum }
  holder redemption { monthly from 6 months after issue up to $350,000 }`);

const ladder = `  prepayment {
    day 0 to 30 115%
    day 31 to 60 120%
    after day 60 none
  }`;

const powerUp = (more: string): { readonly text: string } =>
  sheet(`  principal  $130,000
  issued     2018-08-01
  matures    2019-08-01
  interest { rate 8% per annum; default rate 22% per annum }
${more}`);

export const accountCases: readonly WorkedCase[] = [
  {
    id: "interest-total",
    sheet: runningDown,
    value: "304.10",
    working: "116.00 + 91.16 + 62.07 paid with the instalments, and 34.87 for the last 32 days of 360",
  },
  {
    id: "principal-owed",
    sheet: runningDown,
    value: "3269.23",
    working:
      "12,000.00 less 3,000.00 − 116.00 of interest for 29 days is 9,116.00; less 3,000.00 − 91.16 is 6,207.16; less 3,000.00 − 62.07 is 3,269.23",
  },
];

export const owedCases: readonly WorkedCase[] = [
  {
    id: "owed",
    sheet: powerUp('  scenario "Half way" { on January 28, 2019 }'),
    scenario: "Half way",
    value: "135128.77",
    working: "130,000.00 + 130,000 × 8 % × 180/365 = 130,000.00 + 5,128.77",
  },
];

export const proceedsCases: readonly WorkedCase[] = [
  {
    id: "tranches-total",
    sheet: inTranches,
    value: "355000.00",
    working: "100,000 + 85,000 + 85,000 + 85,000",
  },
  {
    id: "funded-principal",
    sheet: inTranches,
    value: "270000.00",
    working: "100,000 + 85,000 + 85,000: the fourth was never paid over",
  },
  {
    id: "purchase-price",
    sheet: inTranches,
    value: "265000.00",
    working: "95,000 + 85,000 + 85,000",
  },
  {
    id: "original-issue-discount",
    sheet: inTranches,
    value: "5000.00",
    working: "270,000 − 265,000",
  },
  {
    id: "oid-of-face",
    sheet: discounted,
    value: "0.150000",
    working: "24,141.18 ÷ 160,941.18 = 15.0000 %",
  },
  {
    id: "oid-of-price",
    sheet: discounted,
    value: "0.176471",
    working: "24,141.18 ÷ 136,800.00 = 17.6471 %",
  },
  { id: "net-proceeds", sheet: discounted, value: "126800.00", working: "136,800.00 − 10,000.00" },
];

export const paymentCases: readonly WorkedCase[] = [
  {
    id: "instalments-total",
    sheet: inInstalments,
    value: "164450.00",
    working: "8 × 18,272.23, and 18,272.16 that is left of 149,500.00 × 1.10 = 164,450.00",
  },
  {
    id: "due-after-instalments",
    sheet: runningDown,
    value: "3304.10",
    working: "3,269.23 left after the third, with interest of 34.87 for 32 days of 360",
  },
  {
    id: "holder-redemption-total",
    sheet: redeemed,
    value: "4550000.00",
    working: "13 payments of 350,000 from December 26, 2018 to December 26, 2019",
  },
  {
    id: "paid-in-all",
    sheet: runningDown,
    value: "12304.10",
    working: "3 × 3,000.00 and 3,304.10 at maturity: 12,000.00 and 304.10 of interest",
  },
  {
    id: "prepayment-amount",
    sheet: powerUp(`${ladder}\n  scenario "Prepaid" { on September 30, 2018 }`),
    scenario: "Prepaid",
    value: "158051.51",
    working: "120 % × (130,000.00 + 1,709.59), interest for 60 days; 158,051.508",
  },
  {
    id: "prepayment-windows",
    sheet: powerUp(ladder),
    value: "150483.01",
    working: "on day 30, 115 % × (130,000.00 + 854.79) = 150,483.0085",
  },
  {
    id: "prepayment-rate",
    sheet: powerUp(`${ladder}\n  scenario "Prepaid" { on September 30, 2018 }`),
    scenario: "Prepaid",
    value: "2.282487",
    working: "(158,051.51 ÷ 130,000.00) ^ (365/60) − 1",
  },
  {
    id: "put-payment",
    sheet: withPutAndCall,
    scenario: "Control changes",
    value: "1022666.67",
    working:
      "101 % × 1,000,000.00, and interest for the 76 days of 30/360 since the payment of August 15, 2026: 1,000,000.00 × 6 % × 76/360 = 12,666.67",
  },
  {
    id: "call-payment",
    sheet: withPutAndCall,
    scenario: "Control changes",
    value: "1032666.67",
    working: "102 % × 1,000,000.00, and the same interest of 12,666.67",
  },
  {
    id: "default-balance",
    sheet: powerUp(
      '  default amount 150% of principal and interest\n  scenario "Day 240" { on March 29, 2019; event of default March 29, 2019 }',
    ),
    scenario: "Day 240",
    value: "205257.54",
    working: "150 % × (130,000.00 + 6,838.36), interest for 240 days",
  },
  {
    id: "late-charge",
    sheet: powerUp("  late charge 5%"),
    value: "7020.00",
    working: "5 % × 140,400.00",
  },
];

const flat = (on: string): string =>
  `  conversion { option holder; amount principal and interest; price 65% of closing bid on prior trading day }
  market {
    prices {
      date closing bid
      2019-01-25 $0.002
    }
  }
  scenario "Converted" { on ${on} }`;

export const yieldCases: readonly WorkedCase[] = [
  {
    id: "annualised-cash-return",
    sheet: "exchange-note",
    value: "0.245405",
    working: "(940,800.00 ÷ 755,416.67) ^ (365/365) − 1 = 24.5405 %",
  },
  {
    id: "annualised-share-return",
    sheet: powerUp(flat("January 28, 2019")),
    scenario: "Converted",
    value: "1.5909",
    working:
      "on day 180, 135,128.77 ÷ 0.0013 = 103,945,207 shares, sold at 0.002 for 207,890.41; (207,890.41 ÷ 130,000.00) ^ (365/180) − 1 = 159.09 %",
  },
  {
    id: "all-in-cost",
    sheet: discounted,
    value: "0.369889",
    working: "(173,851.75 ÷ 126,800.00) ^ (365/366) − 1; 173,851.75 is the face with 8 % for 366 days of 365",
  },
  {
    id: "stock-settled-value",
    sheet: "exchange-note",
    value: "988235.29",
    working: "840,000.00 ÷ 0.85 = 988,235.294…",
  },
  {
    id: "beneficial-conversion-feature",
    sheet: "power-up-note",
    value: "70000.00",
    working: "130,000.00 ÷ 0.65 − 130,000.00, which is less than the 130,000.00 given",
  },
  {
    id: "usury-illustration",
    sheet: "power-up-note",
    value: "0.620161",
    working: "(8 % + (1 ÷ 0.65 − 1)) × 365/364 = (8 % + 53.8462 %) × 365/364, from the funding to maturity",
  },
];
