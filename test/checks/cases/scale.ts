import { exampleConversion, exampleMarket, exampleNote } from "../../../server/src/checks/rule.ts";
import type { Case } from "./case.ts";

const financing = (...lines: readonly string[]): string =>
  exampleNote(`  qualified financing {\n    ${lines.join("\n    ")}\n  }`);
const interest = (...lines: readonly string[]): string =>
  exampleNote(`  interest {\n    ${lines.join("\n    ")}\n  }`);
const fixed = (...more: readonly string[]): string =>
  exampleNote(`${exampleConversion({ price: "$0.50", floor: undefined })}\n  ${more.join("\n  ")}`);
const bids = ["2024-07-01  $0.0021", "2024-07-02  $0.0020", "2024-07-03  $0.0019"];
const priced = (price: string): string =>
  exampleMarket(bids, "July 5, 2024").replace("65% of lowest closing bid over prior 3 trading days", price);

/** What is off by a place of the decimal point, a digit of a year, or a word of another form. */
export const found: readonly Case[] = [
  [
    "rate-out-of-scale",
    "half the principal a year",
    interest("rate «50.0%»"),
    "half the principal or more",
    "0.5 %",
  ],
  ["rate-out-of-scale", "five per cent a month", interest("rate «5% per month»"), "60 % a year"],
  [
    "rate-out-of-scale",
    "a margin of half",
    interest('rate «"Prime" plus 50%»'),
    "50 % a year on top of “Prime”",
  ],
  [
    "discount-out-of-scale",
    "a fraction for a percentage",
    financing("threshold none", "discount «0.15%»"),
    "If 15 % is meant",
  ],
  [
    "discount-out-of-scale",
    "the price for the discount",
    exampleNote("  original issue discount «92% of principal»"),
    "leaves 8 %",
  ],
  [
    "discount-out-of-scale",
    "more than the whole, in a tranche",
    exampleNote('  tranche "First" { principal $60,000; original issue discount «110% of principal» }'),
    "leaves nothing",
  ],
  [
    "discount-out-of-scale",
    "a sum of more than half",
    exampleNote("  original issue discount «$80,000»"),
    "half of the principal of $100,000.00",
  ],
  [
    "rate-beside-one-time-interest",
    "the rate of another form",
    interest("rate «8% per annum»", "one-time interest 10%"),
    "8 % a year and 10 % once",
  ],
  [
    "rate-beside-one-time-interest",
    "one percentage twice",
    interest("rate «10% per annum»", "one-time interest 10%"),
    "the same percentage twice",
  ],
  [
    "guaranteed-interest-past-maturity",
    "a year and a half of one year",
    interest("rate 8%", "guaranteed interest «18 months»"),
    "July 2, 2025",
  ],
  [
    "term-out-of-scale",
    "a year too early",
    exampleNote("  interest { rate 8% }", { issued: "December 19, 2023", matures: "«January 2, 2024»" }),
    "14 days",
  ],
  [
    "term-out-of-scale",
    "ten years on a charge that is made once",
    exampleNote("  interest { rate none; one-time interest 12% }", { matures: "«January 2, 2034»" }),
    "10 years",
    "12 % is owed once",
  ],
  ["term-out-of-scale", "a century", exampleNote("", { matures: "«January 2, 2125»" }), "101 years"],
  [
    "cap-basis-against-name",
    "before the money",
    financing("threshold none", "valuation cap «$10,000,000 pre-money»").replace(
      "Example Note",
      "Post Money SAFE",
    ),
    "post-money by its name",
  ],
  [
    "cap-basis-against-name",
    "after the money",
    financing("threshold none", "valuation cap «$10,000,000 post-money»").replace(
      "Example Note",
      "Pre-Money SAFE",
    ),
    "pre-money by its name",
  ],
  [
    "cap-near-principal",
    "a zero lost",
    financing("threshold none", "valuation cap «$250,000 post-money»"),
    "about 40 % of the company",
  ],
  [
    "condition-after-maturity",
    "a limit that ends too late",
    exampleNote(
      `${exampleConversion({})}`.replace(
        "4.99% after issuance",
        "4.99% after issuance\n    ownership limit  none from «March 1, 2026»",
      ),
    ),
    "due on January 2, 2025",
  ],
  ["share-payment-without-price", "interest", interest("rate 8%", "paid in «shares»"), "“interest price”"],
  [
    "share-payment-without-price",
    "instalments",
    exampleNote(
      "  instalments { monthly from 2024-02-02, 10 times  $10,000 }\n  instalments paid in «cash or shares»",
    ),
    "“instalment price”",
  ],
  [
    "share-payment-without-price",
    "the holder's choice at maturity",
    exampleNote("  at maturity «holder's choice»"),
    "“maturity price”",
  ],
  [
    "payment-below-par",
    "a digit lost",
    exampleNote('  put «10% of principal on "Fundamental Change"»'),
    "10 % of the principal",
  ],
  [
    "payment-below-par",
    "a premium for the price of a call",
    exampleNote("  issuer call { call price «3% of principal plus interest» }"),
    "3 % of the principal",
  ],
  [
    "payment-below-par",
    "never the greater",
    exampleNote("  change of control { pays greater of { principal and interest; «0.25 times principal» } }"),
    "never is the greater",
  ],
  [
    "price-out-of-scale",
    "a sale at ten times the price",
    fixed("change of control { converts at «$5.00» }"),
    "10 times the conversion price",
  ],
  [
    "price-out-of-scale",
    "a strike a place too low",
    fixed("warrants { warrant shares 50,000 shares; strike price «$0.05» }"),
    "a 10th of the conversion price",
  ],
  [
    "price-out-of-scale",
    "two places above the market",
    priced("«$0.20»"),
    "105 times the market price of $0.0019",
  ],
  [
    "price-out-of-scale",
    "in a choice of the highest",
    priced("highest of { «$0.20»; 65% of lowest closing bid over prior 3 trading days }"),
    "105 times",
  ],
];

export const silent: readonly Case[] = [
  ["rate-out-of-scale", "a high default rate", interest("rate 8%", "default rate 60%")],
  ["rate-out-of-scale", "a wide margin", interest('rate "Prime" plus 12%')],
  ["discount-out-of-scale", "a third", financing("threshold none", "discount 35%")],
  ["discount-out-of-scale", "a tenth", exampleNote("  original issue discount 10% of principal")],
  ["rate-beside-one-time-interest", "no rate", interest("rate none", "one-time interest 10%")],
  ["rate-beside-one-time-interest", "a rate of zero", interest("rate 0%", "one-time interest 10%")],
  [
    "guaranteed-interest-past-maturity",
    "the whole term",
    interest("rate 8%", "guaranteed interest 12 months"),
  ],
  [
    "term-out-of-scale",
    "four weeks",
    exampleNote("  interest { rate 8% }", { issued: "December 5, 2023", matures: "January 2, 2024" }),
  ],
  [
    "term-out-of-scale",
    "ten years by the year",
    exampleNote("  interest { rate 8% }", { matures: "January 2, 2034" }),
  ],
  [
    "cap-basis-against-name",
    "as its name has it",
    financing("threshold none", "valuation cap $10,000,000 post-money").replace(
      "Example Note",
      "Post-Money SAFE",
    ),
  ],
  ["cap-near-principal", "a fifth", financing("threshold none", "valuation cap $500,000 post-money")],
  [
    "condition-after-maturity",
    "default interest",
    interest("rate 8%", "default rate 12%", "default rate 18% from March 1, 2025"),
  ],
  [
    "share-payment-without-price",
    "the conversion price",
    exampleNote("  at maturity holder's choice\n  conversion { option holder; price $0.50; until maturity }"),
  ],
  ["payment-below-par", "a premium on top", exampleNote('  put 110% of principal on "Fundamental Change"')],
  [
    "payment-below-par",
    "a part in a choice of the lesser",
    exampleNote("  change of control { pays lesser of { principal and interest; 0.25 times principal } }"),
  ],
  [
    "price-out-of-scale",
    "a nominal strike",
    fixed("warrants { warrant shares 50,000 shares; strike price $0.001 }"),
  ],
  ["price-out-of-scale", "half as much again", fixed("change of control { converts at $0.75 }")],
  [
    "price-out-of-scale",
    "a price that is played",
    `${fixed()}scenario "High" { on July 5, 2024; price every $10.00 }`,
  ],
  ["price-out-of-scale", "near the market", priced("$0.0030")],
  [
    "price-out-of-scale",
    "a cap on the price far above the market",
    priced("lowest of { $0.20; 65% of lowest closing bid over prior 3 trading days }"),
  ],
];
