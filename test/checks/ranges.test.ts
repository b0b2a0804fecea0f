import { describe, expect, test } from "vitest";
import { exampleConversion, exampleMarket, exampleNote } from "../../server/src/checks/rule.ts";
import { rules } from "../../server/src/checks/rules/index.ts";
import { problemsIn } from "../support/analyse.ts";
import { readMarked } from "../support/marked.ts";
import type { Case } from "./cases/case.ts";
import * as money from "./cases/money.ts";
import * as shares from "./cases/shares.ts";
import * as structure from "./cases/structure.ts";
import * as time from "./cases/time.ts";
import * as wordings from "./cases/wordings.ts";

const price = (words: string, more: Readonly<Record<string, string | undefined>> = {}): string =>
  exampleNote(exampleConversion({ price: words, ...more }));
const conversion = (clauses: Parameters<typeof exampleConversion>[0]): string =>
  exampleNote(exampleConversion(clauses));
const interest = (...lines: readonly string[]): string =>
  exampleNote(
    `  interest {\n    ${lines.join("\n    ")}\n  }\n  events of default {\n    failure to pay when due\n  }`,
  );
const term = (definition: string, words = '65% of "Market Price"'): string =>
  exampleNote(`  ${definition}\n${exampleConversion({ price: words })}`);
const bids = ["2024-07-01  $0.0021", "2024-07-02  $0.0020", "2024-07-03  $0.0019"];
const table = (...rows: readonly string[]): string =>
  `market {\n  prices {\n    date        closing bid\n    ${rows.join("\n    ")}\n  }\n}\n`;
const onJuly5 = 'scenario "A" {\n  on July 5, 2024\n}';
const issuerPays = (words: string, more: string): string =>
  exampleNote(`  conversion { option issuer; amount principal; price ${words}; ${more} }`);

/** A note of $100,000 that converts at $0.50, in a scenario with an expectation; more stands in the scenario. */
const expecting = (words: string, more = "", price = "$0.50"): string =>
  `${conversion({ price })}scenario "A" {\n  on July 5, 2024\n  convert principal\n  ${more}\n  expect ${words}\n}\n`;

const found: readonly Case[] = [
  ...time.found,
  ...money.found,
  ...shares.found,
  ...structure.found,
  ...wordings.found,
  [
    "matures-before-issued",
    "a slip in the year",
    exampleNote("", { matures: "«January 2, 2023»" }),
    "January 2, 2024",
  ],
  [
    "matures-before-issued",
    "the same day",
    exampleNote("", { matures: "«January 2, 2024»" }),
    "the very day",
  ],
  [
    "funded-before-issued",
    "days before",
    exampleNote("  funded «2023-12-28»"),
    "December 28, 2023",
    "January 2, 2024",
  ],
  [
    "funded-after-maturity",
    "on the due date",
    exampleNote("  funded «January 2, 2025»"),
    "the very day it is due",
  ],
  ["funded-after-maturity", "counted", exampleNote("  funded «400 days after issue»"), "February 5, 2025"],
  ["rate-out-of-scale", "a fraction", interest("rate «0.12% per annum»"), "0.12 %", "$1.20", "12 %"],
  ["rate-out-of-scale", "a hundredfold", interest("rate «1200% per annum»"), "1,200 %", "12 %"],
  ["rate-out-of-scale", "by the month", interest("rate «10% per month»"), "10 % a month is 120 % a year"],
  ["rate-out-of-scale", "a default rate", interest("rate 8% per annum", "default rate «2200%»"), "22 %"],
  [
    "default-rate-not-above-rate",
    "lower",
    interest("rate 12% per annum", "default rate «8% per annum»"),
    "12 %",
    "20 %",
  ],
  [
    "default-rate-not-above-rate",
    "the same by the month",
    interest("rate 24%", "default rate «2% per month»"),
    "no higher",
  ],
  [
    "default-rate-without-events",
    "no list",
    exampleNote("  interest { rate 8%; «default rate» 22% per annum }"),
    "22% per annum",
  ],
  [
    "default-rate-without-events",
    "an empty list",
    exampleNote("  interest { rate 8%; «default rate» 22% }\n  events of default {\n  }"),
    "no event",
  ],
  [
    "simple-and-compounded",
    "either order",
    interest("rate 8%", "compounded monthly", "«simple»"),
    "$108,021.92",
    "$108,3",
  ],
  ["issuer-holds-option", "another word", conversion({ option: "«borrower»" }), "the holder has no right"],
  [
    "conversion-opens-before-issue",
    "a slip in the year",
    conversion({ from: "«July 1, 2023»" }),
    "July 1, 2023",
  ],
  [
    "conversion-opens-before-issue",
    "counted",
    conversion({ from: "«2 days before issue»" }),
    "December 31, 2023",
  ],
  [
    "conversion-opens-after-maturity",
    "on the day",
    conversion({ from: "«January 2, 2025»" }),
    "the very day",
  ],
  [
    "conversion-opens-after-maturity",
    "counted",
    conversion({ from: "«13 months after issue»", until: undefined }),
    "February 2, 2025",
  ],
  [
    "conversion-closes-before-it-opens",
    "both said",
    conversion({ from: "2024-07-01", until: "«2024-06-30»" }),
    "July 1, 2024",
  ],
  [
    "conversion-closes-before-it-opens",
    "open from issue",
    conversion({ until: "«2023-06-30»" }),
    "January 2, 2024",
  ],
  [
    "month-imprecise",
    "near half a year",
    conversion({ from: "«July 2024»" }),
    "181 days",
    "June 30, 2024",
    "July 2, 2024",
  ],
  ["month-imprecise", "far from it", conversion({ from: "«October 2024»" }), "October 1, 2024."],
  [
    "month-imprecise",
    "a month that ends",
    exampleNote("", { matures: "«January 2025»" }),
    "January 31, 2025",
  ],
  [
    "month-imprecise",
    "a scenario's",
    `${exampleNote("")}scenario "A" {\n  on «June 2024»\n}`,
    "June 1, 2024",
  ],
  [
    "term-undefined",
    "a plural",
    term('"Market Price" means VWAP on conversion date', '65% of «"Market Prices"»'),
    "Did you mean",
  ],
  ["term-undefined", "nothing near", price('65% of «"Reference Amount"»'), "Reference Amount"],
  ["term-undefined", "in a floor", price("VWAP on conversion date", { floor: '«"Minimum"»' }), "Minimum"],
  ["term-undefined", "in a definition", term('"Market Price" means 90% of «"Base"»'), "Base"],
  [
    "term-wrong-kind",
    "a rate",
    term('"Market Price" means 12% per annum', '65% of «"Market Price"»'),
    "a rate",
  ],
  ["term-wrong-kind", "a date", term('"Market Price" means 2024-07-01', '65% of «"Market Price"»'), "a date"],
  ["term-circular", "itself", term('«"Market Price" means» 90% of "Market Price"'), "itself"],
  [
    "term-circular",
    "two of three",
    term('"A" means 90% of "B"\n  «"B" means» 90% of "C"\n  "C" means 90% of "B"', '65% of "A"'),
    "“B” → “C” → “B”",
  ],
  [
    "multiplier-looks-like-discount",
    "at one dollar",
    price("«35%» of average of VWAP over prior 5 trading days"),
    "a discount of 65 %",
    "285,714 shares at 35 %",
    "153,846 shares at 65 %",
  ],
  [
    "multiplier-looks-like-discount",
    "at the market's price",
    exampleMarket(bids, "July 5, 2024").replace("65%", "«35%»"),
    "$0.0019",
    "150,375,939 shares at 35 %",
    "80,971,659 shares at 65 %",
  ],
  [
    "multiplier-looks-like-discount",
    "of a term",
    term('"Market Price" means VWAP on conversion date', '«40%» of "Market Price"'),
    "60 %",
  ],
  ["single-alternative", "in braces", price("«lesser of» {\n  $0.003\n}"), "lesser of"],
  [
    "duplicate-alternative",
    "in other words",
    price("lowest of { $0.50; 60% of VWAP on conversion date; «50% of $1» }"),
    "the same",
  ],
  [
    "duplicate-alternative",
    "less a percentage",
    price("lowest of { 85% of VWAP on conversion date; «VWAP on conversion date less 15%» }"),
    "the same",
  ],
  [
    "duplicate-alternative",
    "a choice in another order",
    price("highest of { lowest of { $1; VWAP on issue date }; «lesser of { VWAP on issue date; $1 }» }"),
    "the same",
  ],
  [
    "alternative-never-wins",
    "two sums",
    price("lowest of { VWAP on conversion date; $0.003; «$0.005» }"),
    "$0.003",
  ],
  [
    "alternative-never-wins",
    "two percentages",
    price("lowest of { «VWAP on conversion date»; 85% of VWAP on conversion date }"),
    "at a market price of $1.00 the first is $1.00, the second $0.85",
  ],
  [
    "alternative-never-wins",
    "the highest",
    price("highest of { VWAP on conversion date; «$0.003»; $0.005 }"),
    "higher",
  ],
  [
    "lowest-exceeds-window",
    "more than there are",
    price("average of «10» lowest closing bids over prior 3 trading days"),
    "3 trading days",
  ],
  [
    "lowest-exceeds-window",
    "as many as there are",
    price("average of «5» lowest VWAP over prior 5 trading days"),
    "does nothing",
  ],
  [
    "lowest-exceeds-window",
    "in a term",
    term('"Market Price" means «4» highest VWAP over prior 3 days'),
    "highest",
  ],
  ["window-empty", "no days", price("average of VWAP «over prior 0 trading days»"), "no days"],
  ["window-empty", "no picks", price("average of «0» lowest VWAP over prior 5 trading days"), "lowest"],
  ["price-not-positive", "a fixed price", price("«$0.00»"), "zero"],
  ["price-not-positive", "a percentage", price("«0%» of VWAP on conversion date"), "Zero percent"],
  ["price-not-positive", "less all of it", price("VWAP on conversion date less «100%»"), "taken off"],
  [
    "price-not-positive",
    "less more points",
    price("65% of VWAP on conversion date less «70 points»"),
    "taken off",
  ],
  ["price-not-positive", "less more money", price("$0.50 less «$0.50»"), "taken off"],
  ["price-not-positive", "a floor", price("VWAP on conversion date", { floor: "«$0»" }), "floor of zero"],
  [
    "floor-above-ceiling",
    "two clauses",
    conversion({ floor: "«$0.005»", ceiling: "$0.003" }),
    "$0.005",
    "$0.003",
  ],
  ["floor-above-ceiling", "the same", conversion({ floor: "«$0.003»", ceiling: "$0.003" }), "a fixed price"],
  [
    "floor-above-ceiling",
    "a fixed alternative",
    price("lowest of { VWAP on conversion date; $0.003 }", { floor: "«$0.004»" }),
    "acts as a ceiling",
    "always $0.004",
  ],
  [
    "floor-above-ceiling",
    "a fixed price",
    price("$0.50", { floor: "«$0.60»" }),
    "the fixed price of $0.50",
    "always $0.60",
  ],
  [
    "floor-above-ceiling",
    "the alternative of a highest",
    price("highest of { VWAP on conversion date; «$2» }", { floor: undefined, ceiling: "$1" }),
    "always $1.00",
  ],
  [
    "no-floor-price",
    "with a ceiling inside",
    exampleNote(
      "  conversion { option holder; «price» lowest of { VWAP on conversion date; $1 }; ownership limit 4.99% }",
    ),
    "is a ceiling",
  ],
  [
    "no-floor-price",
    "behind a term",
    exampleNote(
      '  "X" means VWAP on conversion date\n  conversion { option holder; «price» 65% of "X"; ownership limit none }',
    ),
    "no upper bound",
  ],
  [
    "no-floor-price",
    "a floor that moves",
    conversion({ floor: "«50% of VWAP on conversion date»" }),
    "follows the market down itself",
  ],
  [
    "ownership-limit-out-of-range",
    "zero",
    conversion({ "ownership limit": "«0%» after issuance" }),
    "no share",
  ],
  ["ownership-limit-out-of-range", "a fifth", conversion({ "ownership limit": "«20%»" }), "20 %"],
  ["ownership-limit-out-of-range", "everything", conversion({ "ownership limit": "«100%»" }), "no limit"],
  [
    "no-ownership-limit",
    "a market price",
    exampleNote("  «conversion» { option holder; price VWAP on conversion date; floor $1 }"),
    "10 %",
  ],
  [
    "price-on-closed-day",
    "a day of mourning",
    `${exampleNote("")}${table("«2018-12-05»  $0.0020")}`,
    "George H. W. Bush",
  ],
  ["price-on-closed-day", "a weekend", `${exampleNote("")}${table("«June 22, 2024»  $0.0020")}`, "Saturday"],
  [
    "price-jump",
    "in the middle",
    `${exampleNote("")}${table("2024-07-01  $0.0021", "2024-07-02  «$0.021»", "2024-07-03  $0.0019")}`,
    "$0.021, against $0.0021 before and $0.0019 after",
  ],
  [
    "price-jump",
    "at the end",
    `${exampleNote("")}${table("2024-07-01  $0.0021", "2024-07-02  $0.0020", "2024-07-03  «$0.00019»")}`,
    "against $0.002 on the day beside it",
  ],
  [
    "window-lacks-prices",
    "one day",
    exampleMarket(bids.slice(1), "«July 5, 2024»"),
    "the closing bid of July 1, 2024",
  ],
  [
    "window-lacks-prices",
    "a column",
    exampleMarket(bids, "«July 5, 2024»").replace("lowest closing bid", "lowest VWAP"),
    "a column for the VWAP",
  ],
  [
    "window-lacks-prices",
    "the market's day",
    exampleMarket(bids, "July 5, 2024")
      .replace("market {", "market {\n  valued on July 3, 2024")
      .replace(/\n {4}price /, "\n    «price» "),
    "June 28, 2024",
  ],
  [
    "scenario-beyond-prices",
    "months later",
    exampleMarket(bids, "«December 2, 2024»"),
    "July 3, 2024",
    "November 29, 2024",
  ],
  [
    "scenario-beyond-prices",
    "an old market price",
    `${exampleNote(exampleConversion({ price: "$1" }))}${table(bids[0] ?? "")}scenario "A" {\n  on «2024-07-05»\n}`,
    "valued at the price of July 1, 2024",
  ],
  [
    "scenario-before-issue",
    "a slip in the year",
    `${exampleNote("")}scenario "A" {\n  on «July 1, 2023»\n}`,
    "January 2, 2024",
  ],
  [
    "due-on-closed-day",
    "a Saturday",
    exampleNote("  interest { rate 7.2%; day count actual/360 }", { matures: "«January 4, 2025»" }),
    "Saturday",
    "$40.00 more",
  ],
  ["due-on-closed-day", "a holiday", exampleNote("", { matures: "«December 25, 2024»" }), "Christmas Day"],
  [
    "interest-outside-term",
    "before issue",
    interest("rate 8%", "accrues from «October 2, 2023»"),
    "92 days before",
  ],
  ["interest-outside-term", "when due", interest("rate 8%", "accrues from «maturity»"), "already due"],
  [
    "thirty-day-months-compounded-daily",
    "continuously",
    interest("rate 8%", "day count «30/360»", "compounded continuously"),
    "$108,328.71",
    "$108,352.45",
  ],
  [
    "events-list-open",
    "two named",
    exampleNote(
      "  interest { rate 8%; default rate 22% }\n  events of default {\n    failure to pay\n    bankruptcy\n    «and others»\n  }",
    ),
    "names 2 events",
    "22%",
  ],
  [
    "events-list-open",
    "none named",
    exampleNote("  events of default {\n    «standard and customary events of default»\n  }"),
    "names no event",
  ],
  [
    "exchange-uplift",
    "a fifth more",
    exampleNote("  exchange {\n    value «$80,000»\n  }"),
    "$20,000.00 or 25 % more",
    "discount of 20 %",
  ],
  [
    "exchange-uplift",
    "less",
    exampleNote("  exchange {\n    value «$120,000»\n  }"),
    "$20,000.00 or 16.6667 % less",
  ],
  [
    "conversion-end-open",
    "a fixed price",
    exampleNote("  «conversion» { option holder; price $1; ownership limit none }"),
    "January 2, 2025",
  ],
  [
    "share-payment-closes-early",
    "a month before",
    conversion({ option: "issuer", until: "«30 days before maturity»" }),
    "until December 3, 2024",
  ],
  ["term-unused", "a price", exampleNote('  «"Market Price" means» VWAP on conversion date'), "Market Price"],
  [
    "term-drift",
    "the plural in a covenant",
    exampleNote(
      '  "Market Price" means VWAP on conversion date\n  covenants {\n    notice when the «"Market Prices"» fall\n  }',
    ),
    "“Market Price” is",
  ],
  ["price-above-market", "a premium", price("«135%» of VWAP on conversion date"), "35 % above"],
  ["price-above-market", "ten times", price("«650%» of VWAP on conversion date"), "550 % above"],
  [
    "multiplier-looks-like-discount",
    "taken off",
    price("VWAP on conversion date less «65%»"),
    "35 % of it",
    "285,714 shares at 35 %",
    "153,846 shares at 65 %",
  ],
  [
    "average-not-said",
    "priced both ways",
    `${price("65% of «2 lowest closing bids» over prior 3 trading days", { amount: "principal" })}${table(...bids)}${onJuly5}`,
    "78,895,463 shares at $0.0012675",
    "80,971,659 shares at $0.001235",
    "$3,944.77 of market value",
  ],
  [
    "window-days-unclear",
    "priced both ways",
    `${price("65% of average of closing bid «over prior 3 day trading period»", { amount: "principal" })}${table(...bids)}${onJuly5}`,
    "76,923,076 shares at $0.0013",
    "78,895,463 shares at $0.0012675",
    "$3,747.54 of market value",
  ],
  [
    "window-days-unclear",
    "no difference",
    `${price("65% of lowest closing bid «over prior 3 day trading period»", { amount: "principal" })}${table(...bids)}${onJuly5}`,
    "both come to $0.001235",
  ],
  [
    "greater-of-unusual",
    "two market prices",
    price("«greater of» { 65% of lowest VWAP over prior 10 trading days; 85% of VWAP on conversion date }"),
    "highest of 2 market prices",
  ],
  [
    "greater-of-unusual",
    "a floor",
    price("«highest of» { VWAP on conversion date; $0.003 }", { floor: undefined }),
    "$0.003 is the least",
  ],
  [
    "no-whole-share",
    "a valuation",
    price("lesser of { «$6 million»; 80% of VWAP on conversion date }"),
    "$6,000,000.00",
    "not one share",
  ],
  ["no-whole-share", "one share", price("«$100,000»"), "buys only 1 share"],
  [
    "floor-above-market",
    "a zero too few",
    exampleMarket(bids, "July 5, 2024").replace("$0.0005", "«$0.005»"),
    "$0.0019",
    "$0.005",
  ],
  [
    "limit-blocks-payment",
    "a fixed price",
    issuerPays("$0.02", "«ownership limit 10% before issuance»"),
    "takes 5,000,000 shares at $0.02",
    "at least 50,000,000 shares",
  ],
  [
    "limit-blocks-payment",
    "after issuance",
    issuerPays("$0.02", "«ownership limit 10% after issuance»"),
    "at least 45,000,000 shares",
  ],
  [
    "limit-blocks-payment",
    "a price that may fall too far",
    `${issuerPays("lesser of { $0.02; VWAP on conversion date }", "«ownership limit 10% before issuance»")}market {\n  outstanding 100,000,000 shares\n}`,
    "at least 5,000,000 shares",
    "only while the price is at least $0.01,",
    "10,000,000 shares",
  ],
  [
    "limit-blocks-payment",
    "a market price",
    issuerPays("VWAP on conversion date", "«ownership limit 10%»"),
    "However many",
  ],
  [
    "limit-blocks-payment",
    "a market price with a floor",
    issuerPays("VWAP on conversion date", "floor $0.01; «ownership limit 10% before issuance»"),
    "At its lowest, $0.01, that takes 10,000,000 shares",
    "at least 100,000,000 shares",
  ],
  [
    "registration-penalty-without-rights",
    "an event",
    exampleNote(
      "  events of default {\n    «no registration statement is effective by June 1, 2024»\n  }\n  registration rights none",
    ),
    "no registration rights",
  ],
  [
    "governing-law-missing",
    "interest alone",
    exampleNote("  interest {\n    rate 20%\n  }").replace('note "Example Note"', "«$&»"),
    "20 % a year",
  ],
  [
    "usury-illustration",
    "interest alone",
    exampleNote("  interest {\n    rate 30%\n  }\n  governing law «the State of New York»"),
    "30 % a year",
    "is above the 25 % a year",
    "Penal Law § 190.40",
    "not a verdict",
  ],
  [
    "usury-illustration",
    "the holder's option",
    exampleNote(
      "  interest {\n    rate 8%\n  }\n  governing law «New York»\n  conversion { option holder; price 80% of VWAP on conversion date; until maturity }",
    ),
    "32.9317 % a year: 8 % in money and 24.9317 %",
    "37 N.Y.3d 320",
  ],
  [
    "usury-illustration",
    "the issuer's option",
    exampleNote(
      "  interest {\n    rate 8%\n  }\n  governing law «New York»\n  conversion { option issuer; price 85% of VWAP on conversion date; until maturity }",
    ),
    "27.0106 % if the issuer pays in shares",
    "does not fit it as it stands",
  ],
  [
    "usury-illustration",
    "a small loan in Florida",
    exampleNote("  interest {\n    rate 19%\n  }\n  governing law «Florida»"),
    "18 % a year",
  ],
  [
    "scenario-outside-conversion",
    "after the end",
    `${conversion({})}scenario "A" {\n  on «January 3, 2025»\n}`,
    "ends on January 2, 2025",
  ],
  [
    "scenario-converts-too-much",
    "a sum",
    `${conversion({ amount: "principal" })}scenario "A" {\n  on 2024-07-01\n  convert «$150,000»\n}`,
    "$50,000.00 more",
  ],
  [
    "security-words-conflict",
    "unsecured and secured",
    exampleNote("  security «unsecured, secured by a lien on all assets»"),
    "unsecured and names",
  ],
  ["security-words-conflict", "two ranks", exampleNote("  security «senior and subordinated»"), "junior"],
  ["security-words-conflict", "by what", exampleNote("  security «secured»"), "what secures"],
  [
    "security-words-conflict",
    "level with the others",
    exampleNote("  security «senior, pari passu with all creditors»"),
    "level with them",
  ],
  [
    "expectation-broken",
    "too many shares",
    expecting("«conversion shares at most 199,999 shares»"),
    "comes to 200,000 shares, 1 share above what is expected: at most 199,999 shares",
    "amount converted $100,000.00 ÷ conversion price $0.50, rounded down to whole shares",
  ],
  [
    "expectation-broken",
    "too low a price",
    expecting("«conversion price at least $0.51»"),
    "$0.50, $0.01 below",
  ],
  [
    "expectation-broken",
    "not what was written",
    expecting("«amount converted exactly $100,000.01»"),
    "$0.01 away from what is expected: exactly $100,000.01",
  ],
  [
    "expectation-broken",
    "the first price of a range that breaks it",
    // 65 % of 0.50 is 0.325: 307,692 shares; of 0.20 is 0.13: 769,230 shares.
    expecting(
      "«shares at most 500,000 shares»",
      "price from $0.05 to $1.00",
      "65% of VWAP on prior trading day",
    ),
    "comes to 769,230 shares at a market price of $0.20, 269,230 shares above",
  ],
  [
    "expectation-unknown",
    "a slip",
    expecting("«shares on convertion» at most 200,000 shares"),
    "No figure is called “shares on convertion”",
    "Did you mean “shares on conversion”?",
  ],
  ["expectation-unknown", "several that may be meant", expecting("«limit» at most 5%"), " or "],
  [
    "expectation-unknown",
    "another kind",
    expecting("«conversion price at most 30%»"),
    "“conversion price” is a price a share, and what is expected is a percentage",
  ],
  [
    "expectation-unknown",
    "another currency",
    expecting("«amount converted at most EUR 5»"),
    "is in USD, and what is expected is in EUR",
  ],
  [
    "expectation-waits",
    "without the shares outstanding",
    expecting("«ownership at most 5%»"),
    "waits for the shares “outstanding” in the market",
  ],
  [
    "expectation-waits",
    "a note without the term",
    `${exampleNote('  scenario "A" {\n    on July 5, 2024\n    expect «round ownership at most 5%»\n  }')}`,
    "no terms that “ownership after the round” is about",
  ],
  [
    "left-open",
    "one point",
    exampleNote("  interest { rate 8%; default rate none; simple }").replace(/note "[^"]*"/, "«$&»"),
    "1 point is left open",
    "$108,133.33 (+$111.41)",
  ],
];

const silent: readonly Case[] = [
  ...time.silent,
  ...money.silent,
  ...shares.silent,
  ...structure.silent,
  ...wordings.silent,
  ["matures-before-issued", "a day later", exampleNote("", { matures: "January 3, 2024" })],
  ["matures-before-issued", "none", exampleNote("", { matures: "none" })],
  ["funded-before-issued", "the day of issue", exampleNote("  funded January 2, 2024")],
  ["funded-after-maturity", "the day before", exampleNote("  funded January 1, 2025")],
  ["rate-out-of-scale", "two percent a month", interest("rate 2% per month")],
  ["rate-out-of-scale", "a low rate", interest("rate 0.25%", "default rate 100%")],
  ["rate-out-of-scale", "zero", interest("rate 0%")],
  ["default-rate-not-above-rate", "a hundredth higher", interest("rate 8%", "default rate 8.01%")],
  [
    "default-rate-without-events",
    "none",
    exampleNote("  interest { rate 8%; default rate 22% }\n  events of default none"),
  ],
  [
    "default-rate-without-events",
    "an open list",
    exampleNote("  interest { rate 8%; default rate 22% }\n  events of default {\n    and others\n  }"),
  ],
  ["conversion-opens-before-issue", "the day of issue", conversion({ from: "issue" })],
  ["conversion-opens-after-maturity", "counted from maturity", conversion({ from: "maturity" })],
  ["conversion-opens-after-maturity", "until later", conversion({ from: "2025-01-02", until: "2025-07-01" })],
  ["conversion-closes-before-it-opens", "one day", conversion({ from: "2024-07-01", until: "2024-07-01" })],
  [
    "term-undefined",
    "another case",
    term('"Market Price" means VWAP on conversion date', '65% of "MARKET PRICE"'),
  ],
  [
    "term-undefined",
    "at the top of the file",
    `"Market Price" means VWAP on conversion date\n${price('65% of "Market Price"')}`,
  ],
  ["term-wrong-kind", "a sum", term('"Market Price" means $0.50')],
  [
    "term-circular",
    "used twice",
    term('"B" means VWAP on conversion date\n  "Market Price" means lowest of { "B"; 90% of "B" }'),
  ],
  ["multiplier-looks-like-discount", "half", price("50% of VWAP on conversion date")],
  ["multiplier-looks-like-discount", "of a fixed price", price("35% of $1")],
  [
    "multiplier-looks-like-discount",
    "of the price at issue",
    price("35% of VWAP on trading day before issue"),
  ],
  [
    "duplicate-alternative",
    "another day",
    price("lowest of { VWAP on conversion date; VWAP on prior trading day }"),
  ],
  [
    "duplicate-alternative",
    "another window",
    price("lowest of { lowest VWAP over prior 5 trading days; lowest VWAP over prior 10 trading days }"),
  ],
  [
    "alternative-never-wins",
    "other measures",
    price("lowest of { 85% of VWAP on conversion date; closing bid on conversion date }"),
  ],
  ["lowest-exceeds-window", "one fewer", price("average of 4 lowest VWAP over prior 5 trading days")],
  ["price-not-positive", "nearly nothing", price("VWAP on conversion date less 99.9%")],
  ["price-not-positive", "no floor", price("$1", { floor: "none" })],
  ["floor-above-ceiling", "below", conversion({ floor: "$0.0029", ceiling: "$0.003" })],
  [
    "floor-above-ceiling",
    "a ceiling that moves",
    conversion({ floor: "$1", ceiling: "VWAP on conversion date" }),
  ],
  ["no-floor-price", "none", conversion({ floor: "none" })],
  [
    "no-floor-price",
    "the highest of a fixed price",
    conversion({ floor: undefined, price: "highest of { VWAP on conversion date; $0.001 }" }),
  ],
  [
    "no-floor-price",
    "a window before issue",
    conversion({ floor: undefined, price: "lowest VWAP over 5 trading days before issue" }),
  ],
  [
    "no-floor-price",
    "a fixed term",
    exampleNote('  "X" means $0.50\n  conversion { option holder; price 65% of "X"; ownership limit none }'),
  ],
  [
    "no-floor-price",
    "a day before issue",
    conversion({ floor: undefined, price: "VWAP on December 29, 2023" }),
  ],
  ["ownership-limit-out-of-range", "19.99 %", conversion({ "ownership limit": "19.99%" })],
  ["no-ownership-limit", "none", conversion({ "ownership limit": "none" })],
  ["no-ownership-limit", "a fixed price", price("$1", { "ownership limit": undefined })],
  ["price-on-closed-day", "a half day", `${exampleNote("")}${table("2024-07-03  $0.0020")}`],
  ["price-on-closed-day", "no price", `${exampleNote("")}${table("2024-06-19  -")}`],
  ["window-lacks-prices", "no table", `${conversion({})}scenario "A" {\n  on July 5, 2024\n}`],
  ["window-lacks-prices", "no day", `${conversion({})}${table(...bids)}`],
  ["window-lacks-prices", "all beyond the table", exampleMarket(bids, "December 2, 2024")],
  ["scenario-beyond-prices", "after a weekend", exampleMarket(bids, "July 5, 2024")],
  ["scenario-beyond-prices", "partly beyond", exampleMarket(bids, "July 9, 2024")],
  ["scenario-before-issue", "the day of issue", `${exampleNote("")}scenario "A" {\n  on January 2, 2024\n}`],
  [
    "price-jump",
    "a step that stays",
    `${exampleNote("")}${table("2024-07-01  $0.0021", "2024-07-02  $0.0020", "2024-07-03  $0.20", "2024-07-05  $0.19")}`,
  ],
  ["price-jump", "a new table", `${exampleNote("")}${table("2024-07-01  $0.0021", "2024-07-02  $0.20")}`],
  ["due-on-closed-day", "a half day", exampleNote("", { matures: "December 24, 2024" })],
  ["due-on-closed-day", "another currency", exampleNote("  currency EUR", { matures: "January 4, 2025" })],
  ["interest-outside-term", "the day of issue", interest("rate 8%", "accrues from issue")],
  [
    "thirty-day-months-compounded-daily",
    "monthly",
    interest("rate 8%", "day count 30E/360", "compounded monthly"),
  ],
  [
    "events-list-open",
    "an event that includes",
    exampleNote("  events of default {\n    failure to pay principal, including interest\n  }"),
  ],
  [
    "events-list-open",
    "other sums and customary insurance",
    exampleNote(
      "  events of default {\n    failure to pay interest and other sums\n    lapse of customary insurance\n  }",
    ),
  ],
  ["exchange-uplift", "just below a tenth", exampleNote("  exchange {\n    value $90,910\n  }")],
  ["conversion-end-open", "none", conversion({ until: "none" })],
  ["conversion-end-open", "the issuer's", conversion({ option: "issuer", until: undefined })],
  [
    "conversion-end-open",
    "no maturity",
    exampleNote(exampleConversion({ until: undefined }), { matures: "none" }),
  ],
  [
    "share-payment-closes-early",
    "interest along the way",
    exampleNote(
      `  interest {\n    rate 8%\n    payable monthly\n  }\n${exampleConversion({ option: "issuer", until: "June 1, 2024" })}`,
    ),
  ],
  ["share-payment-closes-early", "the holder's", conversion({ until: "June 1, 2024" })],
  [
    "term-unused",
    "used in a covenant",
    exampleNote('  "Index" means $0.50\n  covenants {\n    notice of the "Index"\n  }'),
  ],
  [
    "term-drift",
    "a name of its own",
    exampleNote('  "Index" means $0.50\n  other "Expenses" of the "Index"'),
  ],
  ["price-above-market", "of the price at issue", price("130% of VWAP on trading day before issue")],
  ["price-above-market", "the whole", price("100% of VWAP on conversion date")],
  ["multiplier-looks-like-discount", "half taken off", price("VWAP on conversion date less 50%")],
  ["average-not-said", "one price", price("65% of 1 lowest VWAP over prior 5 trading days")],
  ["window-days-unclear", "calendar days", price("average of VWAP over prior 10 calendar days")],
  [
    "greater-of-unusual",
    "a floor",
    conversion({ floor: "greater of { $0.0005; 20% of VWAP on trading day before issue }" }),
  ],
  ["no-whole-share", "a dear share", price("$99,999")],
  ["floor-above-market", "no market", conversion({ floor: "$5" })],
  [
    "limit-blocks-payment",
    "enough outstanding",
    `${issuerPays("$0.02", "ownership limit 10% before issuance")}market {\n  outstanding 50,000,000 shares\n}`,
  ],
  ["limit-blocks-payment", "the holder's", conversion({ option: "holder" })],
  ["limit-blocks-payment", "no limit", issuerPays("$0.02", "ownership limit none")],
  [
    "registration-penalty-without-rights",
    "an office",
    exampleNote("  covenants {\n    keep its registered office in Delaware\n  }\n  registration rights none"),
  ],
  [
    "registration-penalty-without-rights",
    "the books",
    exampleNote(
      "  covenants {\n    register the transfer of the note in its books\n  }\n  registration rights none",
    ),
  ],
  ["security-words-conflict", "an agreement", exampleNote("  security secured under the Security Agreement")],
  ["governing-law-missing", "at the lowest line", exampleNote("  interest {\n    rate 18%\n  }")],
  [
    "usury-illustration",
    "at the line",
    exampleNote("  interest {\n    rate 25%\n  }\n  governing law New York"),
  ],
  [
    "usury-illustration",
    "two laws",
    exampleNote("  interest {\n    rate 30%\n  }\n  governing law New York or Florida"),
  ],
  ["usury-illustration", "no line", exampleNote("  interest {\n    rate 30%\n  }\n  governing law Nevada")],
  ["scenario-outside-conversion", "the last day", `${conversion({})}scenario "A" {\n  on January 2, 2025\n}`],
  [
    "scenario-converts-too-much",
    "a part",
    `${conversion({ amount: "principal" })}scenario "A" {\n  on 2024-07-01\n  convert 50% of principal\n}`,
  ],
  ["expectation-broken", "just so many", expecting("conversion shares at most 200,000 shares")],
  ["expectation-broken", "at least so many", expecting("conversion shares at least 200,000 shares")],
  ["expectation-broken", "exactly", expecting("amount converted exactly $100,000")],
  [
    "expectation-broken",
    "to the digits written",
    // $0.33333 to the four digits that are written.
    expecting("conversion price exactly $0.3333", "", "33.333% of $1.00"),
  ],
  [
    "expectation-broken",
    "over the whole range",
    expecting(
      "shares at most 5,000,000 shares",
      "price from $0.05 to $1.00",
      "65% of VWAP on prior trading day",
    ),
  ],
  ["expectation-unknown", "by its id", expecting("conversion-shares at most 200,000 shares")],
  ["expectation-unknown", "words that only one figure has", expecting("blocked conversions at most 9")],
  [
    "expectation-waits",
    "meant for another note of the file",
    `${exampleNote("")}scenario "A" {\n  on July 5, 2024\n  expect round ownership at most 5%\n}`,
  ],
  ["security-words-conflict", "a rank", exampleNote("  security senior to all subordinated debt")],
  ["security-words-conflict", "unsecured", exampleNote("  security unsecured")],
  ["security-words-conflict", "a pledge", exampleNote("  security secured by a pledge of 1,000 shares")],
  ["left-open", "interest none", exampleNote("  interest none")],
];

describe("finds", () => {
  test.each(found)("%s: %s", (code, _what, sheet, ...says) => {
    const { text, spans } = readMarked(sheet);
    const problems = problemsIn(text).filter((problem) => problem.code === code);
    const words = problems.map(({ at }) => text.slice(at.start, at.end));
    expect(words).toEqual(spans.map(({ start, end }) => text.slice(start, end)));
    expect(problems.map(({ at }) => at)).toEqual(spans);
    for (const part of says) expect(problems[0]?.message).toContain(part);
  });

  test("every rule somewhere", () => {
    const covered = new Set(found.map(([code]) => code));
    expect(rules.map(({ code }) => code).filter((code) => !covered.has(code))).toEqual([]);
  });
});

describe("leaves alone", () => {
  test.each(silent)("%s: %s", (code, _what, sheet) => {
    const problems = problemsIn(sheet);
    expect(
      problems.filter(({ code: shape }) => shape.startsWith("value-") || shape.startsWith("clause-")),
    ).toEqual([]);
    expect(problems.filter((problem) => problem.code === code)).toEqual([]);
  });
});
