import { expect, test } from "vitest";
import type { PhraseRule } from "../../server/src/syntax/phrase-grammar.ts";
import { read } from "../support/phrases.ts";

type Row = readonly [rule: PhraseRule, words: string, tree: string];

const money: Row[] = [
  ["money", "$840,000.00", "$ 840000.00"],
  ["money", "$.003", "$ .003"],
  ["money", "$ 5", "$ 5"],
  ["money", "$5 million", "$ 5 million"],
  ["money", "$1.5 Billion", "$ 1.5 billion"],
  ["money", "$20 thousand", "$ 20 thousand"],
  ["money", "USD 840,000", "USD 840000"],
  ["money", "CAD $5", "CAD 5"],
  ["money", "-$5", "$ -5"],
  ["money", "$-5", "$ -5"],
  ["money", "−$5", "$ -5"],
  ["money", "five", "unfit: «five»"],
  ["money", "5", "unfit: «5»"],
  ["money", "usd 5", "unfit: «usd 5»"],
  ["money", "$", "unfit: «$»"],
  ["money", "$5 dollars", "unfit: $5 «dollars»"],
  ["money", "$1,00", "unfit: $1«,00»"],
  ["money", "$12,3456", "unfit: $12«,3456»"],
  ["money", "$1.2.3", "unfit: $1.2«.3»"],
  ["money", "5%", "unfit: «5%»"],
];

const percents: Row[] = [
  ["percent", "12%", "12%"],
  ["percent", "12 %", "12%"],
  ["percent", "12 percent", "12%"],
  ["percent", "twelve percent", "12%"],
  ["percent", "twelve percent (12%)", "12%"],
  ["percent", "eighty-five percent (85%)", "85%"],
  ["percent", "one hundred fifty percent", "150%"],
  ["percent", "-12%", "-12%"],
  ["percent", ".5%", ".5%"],
  ["percent", "12", "unfit: «12»"],
  ["percent", "0.85", "unfit: «0.85»"],
  ["rate", "12% per annum", "12% a year"],
  ["rate", "12% per year", "12% a year"],
  ["rate", "12% a year", "12% a year"],
  ["rate", "12% annually", "12% a year"],
  ["rate", "2% per month", "2% a month"],
  ["rate", "2% monthly", "2% a month"],
  ["rate", "12%", "12% a year"],
  ["rate", "twelve percent (12%) per annum", "12% a year"],
  ["rate", "12% per annum net", "unfit: 12% per annum «net»"],
  ["limit", "9.99% after issuance", "9.99% measured after"],
  ["limit", "9.99% before issuance", "9.99% measured before"],
  ["limit", "4.99%", "4.99% measured ?"],
  ["limit", "4.99% after the issuance", "4.99% measured after"],
  ["limit", "4.99% after lunch", "unfit: 4.99% after «lunch»"],
];

const counts: Row[] = [
  ["shares", "675 shares", "675 shares"],
  ["shares", "1,000,000,000", "1000000000 shares"],
  ["shares", "1 share", "1 shares"],
  ["shares", '675 shares of "Series J Preferred Stock"', "675 shares of Series J Preferred Stock"],
  ["shares", "675 shares of “Series J”", "675 shares of Series J"],
  ["shares", "-675 shares", "-675 shares"],
  ["shares", "675 shares of stock", "unfit: 675 shares of «stock»"],
  ["period", "180 days", "180 day"],
  ["period", "6 months", "6 month"],
  ["period", "1 year", "1 year"],
  ["period", "2 weeks", "2 week"],
  ["period", "5 trading days", "5 trading day"],
  ["period", "10 business days", "10 business day"],
  ["period", "10 calendar days", "10 day"],
  ["period", "five (5) trading days", "5 trading day"],
  ["period", "ten", "unfit: «ten»"],
];

const dates: Row[] = [
  ["date", "2017-12-06", "day 2017 12 06"],
  ["date", "December 6, 2017", "day 2017 December 6"],
  ["date", "december 6 2017", "day 2017 december 6"],
  ["date", "Dec 6, 2017", "day 2017 Dec 6"],
  ["date", "Dec. 6, 2017", "day 2017 Dec. 6"],
  ["date", "Sept. 6, 2017", "day 2017 Sept. 6"],
  ["date", "6 December 2017", "day 2017 December 6"],
  ["date", "12/6/2017", "slash 12/6/2017"],
  ["date", "February 2019", "month 2019 February"],
  ["date", "180 days after issue", "180 day after issue"],
  ["date", "6 months after funding", "6 month after funding"],
  ["date", "six (6) months after the issue date", "6 month after issue"],
  ["date", "5 trading days before maturity", "5 trading day before maturity"],
  ["date", "maturity", "event maturity"],
  ["date", "the maturity date", "event maturity"],
  ["date", "conversion date", "event conversion"],
  ["date", "December 6", "month 6 December"],
  ["date", "December", "unfit: «December»"],
  ["date", "2017", "unfit: «2017»"],
  ["date", "180 days after lunch", "unfit: 180 days after «lunch»"],
  ["date", "180 moons after issue", "unfit: 180 «moons after issue»"],
  ["date", "5 June foo", "unfit: 5 June «foo»"],
];

const amounts: Row[] = [
  ["amount", "principal and interest", "principal and interest"],
  ["amount", "principal and accrued interest", "principal and interest"],
  ["amount", "the outstanding principal amount and accrued and unpaid interest", "principal and interest"],
  ["amount", "principal", "principal"],
  ["amount", "interest", "interest"],
  ["amount", "accrued and unpaid interest", "interest"],
  ["amount", "$50,000", "$ 50000"],
  ["amount", "150% of principal and interest", "150% × (principal and interest)"],
  ["amount", "50% of principal plus interest", "50% × (principal) + interest"],
  ["amount", "principal plus interest plus $500", "principal + interest + $ 500"],
  ["amount", "all", "unfit: «all»"],
];

const prices: Row[] = [
  ["price", "$0.003", "$ 0.003"],
  ["price", '"Market Price"', '"Market Price"'],
  ["price", "closing bid on prior trading day", "closing bid @ the trading day before conversion"],
  [
    "price",
    "closing bid on trading day before payment",
    "closing bid @ the trading day before event payment",
  ],
  ["price", "closing bid on conversion date", "closing bid @ event conversion"],
  ["price", "VWAP on December 4, 2018", "VWAP @ day 2018 December 4"],
  ["price", "VWAP on 2018-12-04", "VWAP @ day 2018 12 04"],
  ["price", "average of VWAP over prior 5 trading days", "average(VWAP, 5 trading day before conversion)"],
  [
    "price",
    "average of 3 lowest closing bids over prior 10 trading days",
    "average(3 lowest closing bid, 10 trading day before conversion)",
  ],
  [
    "price",
    "average of 2 highest VWAPs over prior 10 days",
    "average(2 highest VWAP, 10 day before conversion)",
  ],
  [
    "price",
    "3 lowest closing bids over prior 10 trading days",
    "average?(3 lowest closing bid, 10 trading day before conversion)",
  ],
  [
    "price",
    "lowest trading price over prior 15 trading days",
    "lowest(trading price, 15 trading day before conversion)",
  ],
  [
    "price",
    "highest low price over prior 15 business days",
    "highest(low price, 15 business day before conversion)",
  ],
  [
    "price",
    "average of VWAP over 5 trading days including conversion date",
    "average(VWAP, 5 trading day including event conversion)",
  ],
  [
    "price",
    "average of VWAP over 25 trading days before issue",
    "average(VWAP, 25 trading day before event issue)",
  ],
  [
    "price",
    "average of VWAP over 5 trading days before December 4, 2018",
    "average(VWAP, 5 trading day before day 2018 December 4)",
  ],
  ["price", "average of VWAP over 5 trading days", "average(VWAP, 5 trading day before? conversion)"],
  [
    "price",
    "85% of average of VWAP over prior 5 trading days",
    "85% × average(VWAP, 5 trading day before conversion)",
  ],
  ["price", "85% of 50% of $2", "85% × 50% × $ 2"],
  ["price", "$2 less 15%", "($ 2) less 15%"],
  ["price", "$2 plus 15%", "($ 2) plus 15%"],
  ["price", "$2 less $0.01", "($ 2) less $ 0.01"],
  ["price", "65% of $2 less 15 points", "(65% × $ 2) less 15 points"],
  ["price", "$2 less 5% plus $0.01", "(($ 2) less 5%) plus $ 0.01"],
  ["price", "lowest of { $1; $2 }", "lowest [lowest of] { $ 1 | $ 2 }"],
  ["price", "lesser of { $1; $2 }", "lowest [lesser of] { $ 1 | $ 2 }"],
  ["price", "lower of { $1\n$2\n}", "lowest [lower of] { $ 1 | $ 2 }"],
  ["price", "greater of {\n$1\n\n$2 }", "highest [greater of] { $ 1 | $ 2 }"],
  ["price", "higher of { $1; $2 }", "highest [higher of] { $ 1 | $ 2 }"],
  [
    "price",
    "highest of { lowest of { $1; $2 } less 5%; $3 }",
    "highest [highest of] { (lowest [lowest of] { $ 1 | $ 2 }) less 5% | $ 3 }",
  ],
  ["price", "lowest of { $1; $2 } less 5%", "(lowest [lowest of] { $ 1 | $ 2 }) less 5%"],
  [
    "price",
    "lesser of $0.39 and 65% of closing price on conversion date",
    "lowest [lesser of] { $ 0.39 | 65% × closing price @ event conversion }",
  ],
  ["price", "lowest of { }", "unfit: lowest of { «}»"],
  ["price", "lowest of", "unfit: lowest «of»"],
  ["price", "85% of", "unfit: 85% «of»"],
  ["price", "85%", "unfit: 85«%»"],
  ["price", "average of over prior 5 trading days", "unfit: average of «over prior 5 trading days»"],
  ["price", "average of VWAP over prior trading days", "unfit: average of VWAP over prior «trading days»"],
  ["price", "average of VWAP over prior 5 moons", "unfit: average of VWAP over prior 5 «moons»"],
  ["price", "lowest of {\n$1\nfoo bar\n$3\n}", "unfit: lowest of {\n$1\n«foo bar»\n$3\n}"],
  ["price", "the market price", "unfit: the «market price»"],
  ["price", "lowest foo", "unfit: lowest «foo»"],
  ["price", "3 lowest foo", "unfit: 3 lowest «foo»"],
  ["price", "85 of VWAP", "unfit: 85 «of VWAP»"],
  ["price", "0.85 of closing bid on conversion date", "unfit: 0.85 «of closing bid on conversion date»"],
  ["price", "65% average of VWAP", "unfit: 65% «average of VWAP»"],
  ["price", "closing bid", "unfit: «closing bid»"],
  ["price", "closing bid on foo day", "unfit: closing bid on «foo day»"],
  ["price", "VWAP over prior 5 trading days", "unfit: VWAP «over prior 5 trading days»"],
  ["price", "$1 less foo", "unfit: $1 less «foo»"],
  ["price", "lowest of $1 and foo", "unfit: lowest of $1 and «foo»"],
];

test.each([...money, ...percents, ...counts, ...dates, ...amounts, ...prices])(
  "%s: %s",
  (rule, words, tree) => {
    expect(read(rule, words)).toBe(tree);
  },
);

const measureForms: readonly (readonly [string, string])[] = [
  ["VWAP", "VWAP"],
  ["vwap", "VWAP"],
  ["daily VWAP", "VWAP"],
  ["volume-weighted average price", "VWAP"],
  ["closing bids", "closing bid"],
  ["closing bid price", "closing bid"],
  ["Closing Bid Prices", "closing bid"],
  ["bid price", "closing bid"],
  ["closing price", "closing price"],
  ["closing sale prices", "closing price"],
  ["last price", "last price"],
  ["last sale price", "last price"],
  ["trading price", "trading price"],
  ["traded prices", "trading price"],
  ["low price", "low price"],
  ["intraday low price", "low price"],
  ["high prices", "high price"],
  ["opening price", "opening price"],
];

test.each(measureForms)("“%s” is the measure %s", (form, id) => {
  expect(read("price", `${form} on conversion date`)).toBe(`${id} @ event conversion`);
});

// The words of the two filings and of notes like them.
test.each([
  [
    "the lowest of {\n(i) 85% of the average VWAP for the shares over the prior five trading days,\n(ii) the closing bid price for the shares on the prior trading day, or\n(iii) $0.003 per share }",
    "lowest [lowest of] { 85% × average(VWAP, 5 trading day before conversion) | closing bid @ the trading day before conversion | $ 0.003 }",
  ],
  [
    "the lowest of (i) 85% of the average VWAP for the shares over the prior five trading days, (ii) the closing bid price for the shares on the prior trading day, or (iii) $0.003 per share",
    "lowest [lowest of] { 85% × average(VWAP, 5 trading day before conversion) | closing bid @ the trading day before conversion | $ 0.003 }",
  ],
  [
    "65% of the average of the three lowest closing bid prices for the shares over the prior ten day trading period immediately preceding the conversion",
    "65% × average(3 lowest closing bid, 10 trading day? before event conversion)",
  ],
  [
    "sixty-five percent (65%) of the lowest closing bid price during the five (5) consecutive trading days immediately preceding the conversion date",
    "65% × lowest(closing bid, 5 trading day before event conversion)",
  ],
  [
    "61% of the lowest trading price in the 15 trading days before conversion",
    "61% × lowest(trading price, 15 trading day before event conversion)",
  ],
  [
    "lesser of $0.0005 and 65% of the lowest closing bid over the prior 5 trading days",
    "lowest [lesser of] { $ 0.0005 | 65% × lowest(closing bid, 5 trading day before conversion) }",
  ],
])("pasted filing language: %s", (words, tree) => {
  expect(read("price", words)).toBe(tree);
});

test.each([
  ["percent", "eight percent (9%)", "9% !words-and-figures-differ"],
  ["money", "One Hundred Thousand Dollars ($100,000.00)", "$ 100000.00"],
  ["money", "one million two hundred and fifty thousand dollars ($1,250,000)", "$ 1250000"],
  ["money", "One Thousand Dollars ($500)", "$ 500 !words-and-figures-differ"],
  ["percent", "eight percent (8%)", "8%"],
  ["period", "ten (15) trading days", "15 trading day !words-and-figures-differ"],
  ["period", "one hundred eighty (180) days", "180 day"],
  ["period", "two hundred five (205) days", "205 day"],
  ["period", "ninety-nine days", "99 day"],
] as const)("words and figures of %s: %s", (rule, words, tree) => {
  expect(read(rule, words)).toBe(tree);
});
