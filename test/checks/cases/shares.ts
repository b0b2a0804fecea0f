import { exampleNote } from "../../../server/src/checks/rule.ts";
import type { Case } from "./case.ts";

const bid = "lowest closing bid over prior 10 trading days";
/** A note of $100,000 of which the principal converts, at the holder's option unless said otherwise. */
const converting = (...lines: readonly string[]): string => {
  const option = lines.some((line) => line.startsWith("option")) ? [] : ["option holder"];
  return exampleNote(
    `  conversion {\n    ${[...option, "until maturity", "amount principal", ...lines].join("\n    ")}\n  }`,
  );
};
const market = (...lines: readonly string[]): string => `market {\n  ${lines.join("\n  ")}\n}\n`;
const warrants = (...lines: readonly string[]): string =>
  exampleNote(`  warrants {\n    ${lines.join("\n    ")}\n  }`);
const call = (trigger: string, stated: string): string =>
  exampleNote(
    `  conversion { option holder; until maturity; price $4.16 }\n  issuer call {\n    trigger ${trigger}\n    trigger price ${stated}\n  }`,
  );

/** What goes wrong with prices that are stated twice, and with the shares that there are. */
export const found: readonly Case[] = [
  [
    "conversion-rate-and-price-differ",
    "digits exchanged",
    converting("conversion rate 240.3846 shares per $1,000", "price «$4.61»"),
    "$4.16",
    "$4.61",
  ],
  [
    "conversion-rate-and-price-differ",
    "another denomination",
    converting("conversion rate 6.25 shares per $25", "price «$4.10»"),
    "$4.00 a share",
  ],
  [
    "premium-and-price-differ",
    "digits exchanged",
    converting("reference price $3.70", "premium 60%", "price «$5.29»"),
    "$5.92",
    "42.973 %",
  ],
  [
    "price-and-shares-differ",
    "a zero too few",
    converting("price $0.50", "shares on conversion «20,000 shares»"),
    "200,000 shares",
    "$5.00 a share",
  ],
  [
    "price-and-shares-differ",
    "a number that is still blank",
    converting("price $0.60", "«shares on conversion» [ ] shares"),
    "State only one",
  ],
  [
    "warrant-strike-floats",
    "with a fixed alternative",
    warrants(
      "warrant shares 50,000 shares",
      "«strike price» lesser of { $0.39; lowest trading price over 10 days }",
    ),
    "falls with it",
  ],
  [
    "warrant-expires-early",
    "from issue",
    warrants("warrant shares 50,000 shares", "strike price $1.00", "expire «December 29, 2023»"),
    "January 2, 2024",
  ],
  [
    "trigger-and-percentage-differ",
    "of a call",
    call("130% of conversion price for 20 of 30 trading days", "«$4.51»"),
    "130% of conversion price is $5.408",
  ],
  [
    "trigger-and-percentage-differ",
    "of a forced conversion",
    converting("price $2.00", "forced conversion 150% of conversion price", "trigger price «$2.50»"),
    "$3.00",
  ],
  [
    "discount-and-price-differ",
    "the multiplier for the discount",
    converting(`price 65% of ${bid}`, "discount «65%»", "floor $0.001"),
    "a discount of 35 %",
  ],
  [
    "points-or-percent",
    "an additional discount",
    converting(`price 50% of ${bid} less «15%»`, "floor $0.001"),
    "50 % less 15 % of it is 42.5 %",
    "it is 35 %",
  ],
  [
    "default-price-no-worse",
    "two prices exchanged",
    converting("price $0.50", "price «$0.60 on event of default»"),
    "$0.60, more than the $0.50",
  ],
  [
    "default-price-no-worse",
    "the same",
    converting(`price 65% of ${bid}`, `price «65% of ${bid} on "Loss of DTC Eligibility"»`, "floor $0.01"),
    "the same as",
  ],
  [
    "split-adjusts-price-only",
    "a floor and a trigger",
    converting(
      "price $0.50",
      "floor $0.20",
      "forced conversion $1.50 for 20 of 30 trading days",
      "split adjustment «price only»",
    ),
    "the floor of $0.20",
    "$1.50",
  ],
  [
    "ratchet-without-exclusions",
    "a full ratchet",
    converting("price $0.50", "«anti-dilution full ratchet»"),
    "this very note",
  ],
  [
    "price-below-par",
    "without a floor",
    converting(`«price» 65% of ${bid}`, "par value $0.001"),
    "without a floor",
    "$0.001",
  ],
  [
    "price-below-par",
    "a floor below par",
    converting(`«price» 65% of ${bid}`, "floor $0.0005", "par value $0.001"),
    "as low as $0.0005",
  ],
  [
    "exchange-cap-missing",
    "an event of default",
    converting(`«price» 65% of ${bid}`).replace(
      /\n\}\n$/,
      "\n  events of default {\n    delisting from the New York Stock Exchange\n  }\n}\n",
    ),
    "New York Stock Exchange",
  ],
  [
    "authorised-shares-exceeded",
    "without a floor",
    `${converting(`«price» 65% of ${bid}`)}${market("outstanding 50,000,000 shares", "authorised 250,000,000 shares")}`,
    "200,000,000 are left",
    "below $0.0005",
  ],
  [
    "authorised-shares-exceeded",
    "at its lowest price",
    `${converting(`«price» 65% of ${bid}`, "floor $0.0001")}${market("outstanding 50,000,000 shares", "authorised 250,000,000 shares")}`,
    "At its lowest price of $0.0001",
    "1,000,000,000 shares",
  ],
  [
    "authorised-shares-exceeded",
    "at every price",
    `${converting("«price» $0.0001")}${market("outstanding 50,000,000 shares", "authorised 250,000,000 shares", "reserved 10,000,000 shares")}`,
    "1,000,000,000 shares at $0.0001",
    "190,000,000 are left",
  ],
  [
    "reserve-out-of-range",
    "less than one conversion",
    converting("price $0.50", "reserve «0.5 times»"),
    "less than one conversion takes",
  ],
  [
    "reserve-out-of-range",
    "a number",
    converting("price $0.50", "reserve «150,000 shares»"),
    "smaller than the 200,000 shares",
  ],
  [
    "reserve-out-of-range",
    "more than is left",
    `${converting("price $0.50", "reserve «5 times»")}${market("outstanding 9,500,000 shares", "authorised 10,000,000 shares")}`,
    "at least 1,000,000 shares",
    "only 500,000 are left",
  ],
  [
    "reserve-follows-price",
    "no floor",
    converting(`price 65% of ${bid}`, "reserve «6 times»"),
    "600 % of the shares",
  ],
  [
    "share-cap-below-conversion",
    "a fixed price",
    converting("price $0.50").replace("  conversion", "  share cap «150,000 shares»\n  conversion"),
    "200,000 shares",
    "only $75,000.00",
  ],
  [
    "share-cap-below-conversion",
    "a conversion rate",
    converting("conversion rate 400 shares per $1,000").replace(
      "  conversion",
      "  share cap «30,000 shares»\n  conversion",
    ),
    "40,000 shares at $2.50",
  ],
  [
    "discount-and-price-differ",
    "in one of several alternatives",
    converting(`price lesser of { $0.39; 65% of ${bid} }`, "discount «45%»", "floor $0.001"),
    "a price of 55 %",
  ],
  [
    "damages-without-end",
    "by the thousand",
    converting(
      "price $0.50",
      "late delivery {\n day 1 to 5 $10 per $1,000\n «after day 5» $20 per $1,000\n }",
    ),
    "has no end",
  ],
  [
    "warrant-sums-differ",
    "coverage",
    warrants("warrant shares 50,000 shares", "strike price $1.00", "coverage «100%»"),
    "$50,000.00, 50 % of the principal",
  ],
  [
    "warrant-sums-differ",
    "coverage said to be in shares, though it is of the principal",
    exampleNote(
      "  conversion { option holder; until maturity; price $2.50 }\n  warrants {\n    warrant shares 50,000 shares\n    strike price $2.00\n    coverage «100% of conversion shares»\n  }",
    ),
    "they are 125 % of the shares that it converts into",
  ],
  [
    "warrant-sums-differ",
    "coverage said to be of the principal, though it is in shares",
    exampleNote(
      "  conversion { option holder; until maturity; price $2.50 }\n  warrants {\n    warrant shares 40,000 shares\n    strike price $3.00\n    coverage «100% of principal»\n  }",
    ),
    "$120,000.00, 120 % of the principal",
  ],
  [
    "warrant-sums-differ",
    "a number that no longer fits once the price falls",
    exampleNote(
      "  conversion { option holder; until maturity; price $2.50; price $0.50 from July 1, 2024 }\n  warrants {\n    warrant shares 40,000 shares\n    warrant shares 100,000 shares from July 1, 2024\n    strike price $3.00\n    coverage «100% of conversion shares»\n  }",
    ),
    "they are 50 % of the shares that it converts into",
  ],
  [
    "warrant-sums-differ",
    "the price of all",
    warrants("warrant shares 1,068,374 shares", "strike price $0.39", "aggregate price «$461,666»"),
    "$416,665.86",
  ],
  [
    "limit-blocks-payment",
    "an exchange cap",
    `${converting("option issuer", "price $0.02", "ownership limit none", "«exchange cap 19.99% of shares outstanding at signing»")}${market("outstanding 20,000,000 shares", "outstanding at signing 10,000,000 shares")}`,
    "5,000,000 shares",
    "lets only 1,999,000 shares through",
  ],
  [
    "limit-blocks-payment",
    "a share cap",
    converting("option issuer", "price $0.02", "ownership limit none").replace(
      "  conversion",
      "  «share cap 1,000,000 shares»\n  conversion",
    ),
    "5,000,000 shares at $0.02",
    "lets only 1,000,000 shares through",
  ],
  [
    "limit-blocks-payment",
    "the shares authorised",
    `${converting("option issuer", "«price» $0.02", "ownership limit none")}${market("outstanding 8,000,000 shares", "authorised 10,000,000 shares")}`,
    "lets only 2,000,000 shares through",
  ],
  [
    "ownership-limit-out-of-range",
    "a limit after notice below it",
    converting("price $0.50", "ownership limit 9.99% after issuance", "ownership limit after notice «4.99%»"),
    "4.99 %, below the ownership limit of 9.99 %",
  ],
  [
    "no-floor-price",
    "in a case of its own",
    converting("price $1.95 until maturity", `«price» lower of { $1.95; 65% of ${bid} } after maturity`),
    "After maturity the conversion price",
  ],
  [
    "no-ownership-limit",
    "in a case of its own",
    converting("price $1.95", `price 65% of ${bid} on event of default`).replace(
      "conversion {",
      "«conversion» {",
    ),
    "follows the market",
  ],
  [
    "multiplier-looks-like-discount",
    "in a case of its own",
    converting("price $1.95", `price «35%» of ${bid} on event of default`, "floor $0.01"),
    "a discount of 65 %",
  ],
  [
    "floor-above-ceiling",
    "the floor of the same case",
    converting("price $1.95", `price lower of { $0.50; ${bid} } on event of default`, "floor «$0.60»"),
    "$0.60",
  ],
];

export const silent: readonly Case[] = [
  [
    "conversion-rate-and-price-differ",
    "rounded as filings round",
    converting("conversion rate 307.0797 shares per $1,000", "price $3.26"),
  ],
  ["premium-and-price-differ", "exactly", converting("reference price $3.70", "premium 60%", "price $5.92")],
  ["premium-and-price-differ", "rounded", converting("reference price $6.40", "premium 30%", "price $8.32")],
  [
    "price-and-shares-differ",
    "the principal",
    converting("price $0.39", "shares on conversion 256,410 shares"),
  ],
  ["trigger-and-percentage-differ", "rounded", call("130% of conversion price", "$5.41")],
  ["trigger-and-percentage-differ", "nothing to compare", call("$5.41", "$5.41")],
  [
    "discount-and-price-differ",
    "a filing",
    converting(
      "price 65% of lowest trading price over prior 30 trading days",
      "discount 35%",
      "floor $0.001",
    ),
  ],
  ["points-or-percent", "points", converting(`price 50% of ${bid} less 15 points`, "floor $0.001")],
  ["points-or-percent", "of a whole price", converting(`price ${bid} less 15%`, "floor $0.001")],
  [
    "default-price-no-worse",
    "lower",
    converting(`price 65% of ${bid}`, `price 50% of ${bid} on event of default`, "floor $0.01"),
  ],
  [
    "default-price-no-worse",
    "a good event",
    converting("price $0.50", 'price $0.60 on "Approval of the Stockholders"'),
  ],
  [
    "split-adjusts-price-only",
    "nothing else to adjust",
    converting("price $0.50", "split adjustment price only"),
  ],
  [
    "split-adjusts-price-only",
    "a trigger that follows",
    converting("price $0.50", "forced conversion 150% of conversion price", "split adjustment price only"),
  ],
  [
    "ratchet-without-exclusions",
    "none left out",
    converting("price $0.50", "anti-dilution full ratchet", "excluded issuances none"),
  ],
  ["price-below-par", "a fixed price above par", converting("price $0.50", "par value $0.001")],
  [
    "price-below-par",
    "a rule",
    converting(`price 65% of ${bid}`, "par value $0.001", "below par principal grossed up"),
  ],
  ["exchange-cap-missing", "no exchange named", converting(`price 65% of ${bid}`)],
  [
    "exchange-cap-missing",
    "in a comment",
    `${converting(`price 65% of ${bid}`).replace("principal  $100,000", "principal  $100,000 // not on Nasdaq")}`,
  ],
  [
    "exchange-cap-missing",
    "a floor",
    converting(`price 65% of ${bid}`, "floor $0.10").replace(
      /\n\}\n$/,
      "\n  covenants {\n    stay on Nasdaq\n  }\n}\n",
    ),
  ],
  [
    "authorised-shares-exceeded",
    "enough at the floor",
    `${converting(`price 65% of ${bid}`, "floor $0.0005")}${market("outstanding 50,000,000 shares", "authorised 250,000,000 shares")}`,
  ],
  ["authorised-shares-exceeded", "nothing known", converting(`price 65% of ${bid}`)],
  ["reserve-out-of-range", "several times", converting("price $0.50", "reserve 6 times")],
  ["reserve-follows-price", "a number", converting(`price 65% of ${bid}`, "reserve 25,000,000 shares")],
  ["reserve-follows-price", "a fixed price", converting("price $0.50", "reserve 5 times")],
  [
    "share-cap-below-conversion",
    "a price that moves",
    converting(`price 65% of ${bid}`).replace("  conversion", "  share cap 150,000 shares\n  conversion"),
  ],
  [
    "damages-without-end",
    "a limit",
    converting(
      "price $0.50",
      "late delivery {\n after day 5 $20 per $1,000\n }",
      "most damages 100% of principal",
    ),
  ],
  ["damages-without-end", "an end", converting("price $0.50", "late delivery {\n day 1 to 10 $100\n }")],
  [
    "warrant-sums-differ",
    "a number that follows the price",
    exampleNote(
      "  conversion { option holder; until maturity; price $2.50; price $0.50 from July 1, 2024 }\n  warrants {\n    warrant shares 40,000 shares\n    warrant shares 200,000 shares from July 1, 2024\n    strike price $3.00\n    coverage 100% of conversion shares\n  }",
    ),
  ],
  [
    "warrant-sums-differ",
    "coverage in shares",
    exampleNote(
      "  conversion { option holder; until maturity; price $2.50 }\n  warrants {\n    warrant shares 40,000 shares\n    strike price $3.00\n    coverage 100%\n  }",
    ),
  ],
  [
    "warrant-sums-differ",
    "a filing",
    warrants(
      "warrant shares 1,068,374 shares",
      "strike price lesser of { $0.39; lowest trading price over 10 days }",
      "aggregate price $416,666",
    ),
  ],
  [
    "limit-blocks-payment",
    "a remainder that is settled",
    converting("option issuer", "price $0.02", "ownership limit 4.99%", "blocked remainder deferred"),
  ],
  [
    "limit-blocks-payment",
    "an exchange cap with room",
    `${converting("option issuer", "price $0.02", "ownership limit none", "exchange cap 5,000,000 shares")}`,
  ],
  [
    "ownership-limit-out-of-range",
    "raised",
    converting("price $0.50", "ownership limit 4.99%", "ownership limit after notice 9.99%"),
  ],
  [
    "no-floor-price",
    "a floor for the case",
    converting("price $1.95", `price 65% of ${bid} on event of default`, "floor $0.10 on event of default"),
  ],
  [
    "warrant-strike-floats",
    "fixed at issue",
    warrants("warrant shares 50,000 shares", "strike price 120% of VWAP on trading day before issue"),
  ],
  [
    "warrant-expires-early",
    "years later",
    warrants(
      "warrant shares 50,000 shares",
      "strike price $1.00",
      "exercisable from 6 months after issue",
      "expire 5 years after issue",
    ),
  ],
  [
    "conversion-end-open",
    "a price for the time after maturity",
    exampleNote(
      `  conversion { option holder; price $1.95 until maturity; price 65% of ${bid} after maturity; floor $0.10 }`,
    ),
  ],
  [
    "issuer-holds-option",
    "the holder's on default",
    converting("option issuer", "option holder on event of default", "price $0.50"),
  ],
];
