import { expect, test } from "vitest";
import { interest } from "../../server/src/catalog/interest.ts";
import { chosen, type Value } from "../../server/src/catalog/value.ts";
import { problemsOf } from "../../server/src/document/analysis.ts";
import { format as formatted } from "../../server/src/features/format.ts";
import { digitsOf, sameNumber } from "../../server/src/syntax/digits.ts";
import type { PhraseRule } from "../../server/src/syntax/phrase-grammar.ts";
import { readPhrase } from "../../server/src/syntax/phrases.ts";
import { sayingsOf } from "../../server/src/syntax/sayings-table.ts";
import { phraseTokens, wordsWritten } from "../../server/src/syntax/written.ts";
import { read, sheet } from "../support/sheets.ts";

const lows = "lowest trading prices over prior 15 trading days";
const low = "lowest trading price over prior 15 trading days";

/** What filings say, by the rule that reads it, and the language's own words for it. */
const phrases: Readonly<Partial<Record<PhraseRule, readonly (readonly [says: string, means: string])[]>>> = {
  price: [
    [`65% multiplied by the average of the 2 ${lows}`, `65% of average of 2 ${lows}`],
    [`65% times the ${low}`, `65% of ${low}`],
    [`0.65 × the ${low}`, `65% of ${low}`],
    [`0.655 multiplied by the ${low}`, `65.5% of ${low}`],
    [`the product of 70% and the ${low}`, `70% of ${low}`],
    [`a 35% discount to the ${low}`, `65% of ${low}`],
    [`at a discount of 37.5% from the ${low}`, `62.5% of ${low}`],
    [`a 10% premium to the ${low}`, `110% of ${low}`],
    [`${low}, less a discount of 35%`, `${low} less 35%`],
    [`${low}, less 35%`, `${low} less 35%`],
    [`equal to 65% of the ${low}`, `65% of ${low}`],
    [`shall be equal to 65% of the ${low}`, `65% of ${low}`],
    ["a fixed conversion price of $0.05", "$0.05"],
    ["$0.05/share", "$0.05"],
    ["Twenty Cents ($.20)", "$.20"],
    ["five cents ($0.05)", "$0.05"],
    ["$0.50 (the “Conversion Price”)", "$0.50"],
    ["$0.50 (as adjusted)", "refused"],
    [
      "65% of the lowest closing bid (as reported by Bloomberg) over prior 10 trading days",
      "65% of lowest closing bid over prior 10 trading days",
    ],
    [
      "65% of the lowest closing bid, as reported on the OTCQB, over prior 10 trading days",
      "65% of lowest closing bid over prior 10 trading days",
    ],
    [
      "lowest VWAP over 15 trading days ending on the trading day before the conversion date",
      "lowest VWAP over 15 trading days before conversion date",
    ],
    [
      "lowest VWAP over 15 trading days ending on and including the conversion date",
      "lowest VWAP over 15 trading days including conversion date",
    ],
    [
      "lowest VWAP during the 15 trading day period ending on the latest complete trading day prior to the conversion date",
      "lowest VWAP over 15 trading day period before conversion date",
    ],
    [`the lowest trading price of the previous 15 trading days`, low],
    ["lowest VWAP over the past 3 trading days", "lowest VWAP over prior 3 trading days"],
    [
      "the lowest of the daily VWAPs of our common stock during the ten (10) trading days prior to the date of conversion",
      "lowest VWAPs over 10 trading days before conversion date",
    ],
    [
      "the lowest daily closing price over prior 20 trading days",
      "lowest closing price over prior 20 trading days",
    ],
    [`$0.05 or the ${low}, whichever is lower`, `lesser of $0.05 or ${low}`],
    [
      "lowest VWAP over prior 3 trading days at a 10% discount",
      "lowest VWAP over prior 3 trading days less 10%",
    ],
    [
      "65% of lowest closing bid over prior 10 trading days or lowest VWAP over prior 10 trading days, whichever is lower",
      "refused",
    ],
    ["lowest closing bid over prior 10 trading days or $0.05", "refused"],
    [
      "80% of the lowest volume‑weighted average price over prior 10 trading days",
      "80% of lowest VWAP over prior 10 trading days",
    ],
    [
      "80% of lowest clos\u00ADing bid over prior 10 trading days",
      "80% of lowest closing bid over prior 10 trading days",
    ],
    ["at a price of $0.05 per share", "$0.05"],
    ["approximately $0.05", "refused"],
    ["15-day average closing price", "15 day average closing price"],
  ],
  rate: [
    ["nine and a half percent (9.5%) per annum", "9.5% per annum"],
    ["nine and one-half percent per annum", "9.5% per annum"],
    ["eight and one quarter percent", "8.25%"],
    ["8 1/4% per annum", "8.25% per annum"],
    ["8¼% per annum", "8.25% per annum"],
    ["8 1/3% per annum", "refused"],
    ["Twelve (12%) percent", "12%"],
    ["12 percent (12%)", "12%"],
    ["12 percent (13%)", "refused"],
    ["2% per month (24% per year)", "2% per month"],
    ["2% per month (12% per year)", "refused"],
    ["Prime plus 2%", '"Prime" plus 2%'],
    ["SOFR + 5.00%", '"SOFR" plus 5.00%'],
    ['"SOFR" plus 520 basis points', '"SOFR" plus 5.2%'],
    ["at an annual rate of 6.0%", "6.0%"],
    ["5% above the interest rate", "additional 5%"],
    ["interest rate plus 5%", "additional 5%"],
    ["the lesser of 18% and the maximum rate allowed by law", "lesser of 18% and legal maximum"],
    [
      "12% or the highest rate permitted by applicable law, whichever is less",
      "lesser of 12% or legal maximum",
    ],
    ['"Prime" plus a margin of 200 bps', '"Prime" plus 2%'],
    ["8% discount", "refused"],
  ],
  date: [
    ["the first anniversary of the Issue Date", "1 year after issue date"],
    ["the 3rd anniversary of issue", "3 year after issue"],
    ["twelve (12) months from the date of issuance", "12 months from issue date"],
    ["twelve months from the date hereof", "12 months from issue date"],
    ["3 years and 4 months after issue", "40 months after issue"],
    ["on or before January 2, 2025", "January 2, 2025"],
    ["2-Jan-2025", "2 January 2025"],
    ["2025/01/02", "2025-01-02"],
    ["Thursday, January 2, 2025", "January 2, 2025"],
    [
      "1 year after issue or January 2, 2025, whichever is earlier",
      "earlier of 1 year after issue or January 2, 2025",
    ],
    ["the date that is twelve months after the Issue Date", "12 months after issue date"],
    ["one year anniversary of the Issue Date", "1 year after issue date"],
    ["as of January 2, 2025", "January 2, 2025"],
    ["August1, 2018", "August 1, 2018"],
    ["on demand", "refused"],
  ],
  money: [
    ["the principal sum of $10,000", "$10,000"],
    ["One Hundred Thousand and 00/100 Dollars ($100,000.00)", "$100,000.00"],
    ["One Hundred Thousand and No/100 Dollars ($100,000.00)", "$100,000.00"],
    ["One Hundred Thousand Dollars and 50/100 ($100,000.50)", "$100,000.50"],
    ["$100,000 (One Hundred Thousand Dollars)", "$100,000"],
    ["about $100,000", "refused"],
  ],
  limit: [
    ["4.99% of the outstanding shares", "4.99%"],
    [
      "4.99% of the number of shares of common stock outstanding immediately after giving effect to such issuance",
      "4.99% after issuance",
    ],
  ],
  scheduleRow: [
    ["day 0 to 30 at 120%", "day 0 to 30 120%"],
    ["days 91–120: 125%", "day 91 to 120 125%"],
    ["within 30 days 110%", "day 0 to 30 110%"],
    ["within 30 days after funding 110%", "day 0 to 30 after funding 110%"],
    ["during the first 90 days 115%", "day 0 to 90 115%"],
    ["up to day 90 115%", "day 0 to 90 115%"],
    ["on or before day 30 120%", "day 0 to 30 120%"],
    ["none after 180 days", "after day 180 none"],
    ["before 2 years after issue 125%", "until 2 years after issue 125%"],
    ["every month from February 2, 2024, 11 times $1,000", "monthly from February 2, 2024, 11 times $1,000"],
    [
      "monthly beginning on February 2, 2024, 11 times $1,000",
      "monthly from February 2, 2024, 11 times $1,000",
    ],
    [
      "on the 2nd day of every month beginning on February 2, 2024, 11 times $1,000",
      "monthly from February 2, 2024, 11 times $1,000",
    ],
    ["on the 3rd day of every month beginning on February 2, 2024, 11 times $1,000", "refused"],
    ["day 0 to day 30, 110%", "day 0 to 30 110%"],
    ["from day 0 to day 30 110%", "day 0 to 30 110%"],
    ["0-30 days 110%", "day 0 to 30 110%"],
    ["within the first 30 days 110%", "day 0 to 30 110%"],
    ["prior to day 91 115%", "day 0 to 90 115%"],
    ["after 180 days 115%", "after day 180 115%"],
    ["on or before July 1, 2024 115%", "until July 1, 2024 115%"],
    ["from January 2, 2024 until July 1, 2024 115%", "from January 2, 2024 until July 1, 2024 115%"],
    ["February 2, 2024 - $1,000", "February 2, 2024 $1,000"],
    ["1/10 of principal at 103%", "refused"],
    ["biweekly from February 2, 2024, 10 times $1,000", "refused"],
    ["day 0 to 30 120% or 100% with consent", "refused"],
  ],
  amount: [
    ["any portion of the principal", "principal"],
    ["principal and all accrued but unpaid interest thereon", "principal and accrued unpaid interest"],
  ],
  multiple: [["500% of the conversion shares", "5 times"]],
  conversionRate: [["32.7430 shares per $1,000 principal amount", "32.7430 shares per $1,000"]],
  trigger: [
    [
      "150% of the conversion price for at least 20 trading days during any 30 consecutive trading day period",
      "150% of conversion price for 20 of 30 trading days",
    ],
    [
      "150% of the conversion price for 20 out of 30 consecutive trading days",
      "150% of conversion price for 20 of 30 trading days",
    ],
    [
      "130% of conversion price for 20 trading days in any 30 consecutive trading days",
      "130% of conversion price for 20 of 30 trading days",
    ],
  ],
};

const cases = Object.entries(phrases).flatMap(([rule, each]) =>
  each.map(([says, means]) => ({ rule: rule as PhraseRule, says, means })),
);

/** What a phrase says, wherever it stands in its text. */
function meaning(rule: PhraseRule, text: string): string | undefined {
  const { phrase } = readPhrase(rule, phraseTokens(text), 0);
  return phrase && JSON.stringify(phrase, (key, value: unknown) => (key === "span" ? undefined : value));
}

test.each(cases.filter(({ means }) => means !== "refused"))("$rule: $says", ({ rule, says, means }) => {
  const wording = rule === "scheduleRow" ? "row" : "phrase";
  const written = wordsWritten(phraseTokens(says), wording, says);
  expect(written).toBe(means);
  expect(wordsWritten(phraseTokens(written), wording, written)).toBe(written);
  expect(meaning(rule, says)).toBeDefined();
  expect(meaning(rule, written)).toBe(meaning(rule, says));
});

test.each(cases.filter(({ means }) => means === "refused"))("$rule: $says is refused", ({ rule, says }) => {
  expect(meaning(rule, says)).toBeUndefined();
});

test.each([
  ["360-day year comprised of twelve (12) thirty (30) day months", "30/360"],
  ["on the basis of a 360-day year consisting of twelve 30-day months", "30/360"],
  ["actual number of days elapsed in a year of 360 days", "actual/360"],
  ["a 365-day year and actual days elapsed", "actual/365"],
  ["Actual/365 Fixed", "actual/365"],
  ["365/360", "actual/360"],
  ["Act/360", "actual/360"],
  ["30/360E", "30E/360"],
  ["actual/actual", undefined],
  ["Actual/Actual (ICMA)", "actual/actual ICMA"],
  ["30E/360 (ISDA)", "30E/360 ISDA"],
  ["360/365", undefined],
  ["actual/252", undefined],
])("a day count of %s is %s", (says, means) => {
  const value: Value = interest.clauses.dayCount.value;
  expect(value.form === "choice" ? chosen(value.choices, says)?.word : "no choice").toBe(means);
});

test.each([
  ["Thursday, January 2, 2025", 0],
  ["Thu 2 January 2025", 0],
  ["Friday, 2025-01-03", 0],
  ["Thursday, January 3, 2025", 1],
  ["Monday, 2025-01-03", 1],
])("%s: the weekday is held to the date", (says, problems) => {
  expect(readPhrase("date", phraseTokens(says), 0).problems).toHaveLength(problems);
});

test("a discount and what is left of it are worked out digit by digit", () => {
  expect(digitsOf(["37.5"], { times: [-1], plus: 100 })).toBe("62.5");
  expect(digitsOf(["0.650"], { times: [1], shift: 2 })).toBe("65");
  expect(digitsOf(["520"], { times: [1], shift: -2 })).toBe("5.2");
  expect(digitsOf(["1,000", "4"], { times: [12, 1] })).toBe("12004");
  expect(digitsOf(["135"], { times: [-1], plus: 100 })).toBeUndefined();
  expect(sameNumber("12", "12.00")).toBe(true);
  expect(sameNumber("12", "13")).toBe(false);
});

test("no saying goes on for ever or stands for more than it says", () => {
  for (const { says, means, number } of sayingsOf("row")) {
    const all = typeof says === "string" ? [says] : says;
    for (const words of all) {
      const counted = words.split(" ").filter((word) => word.startsWith("#")).length;
      for (const [, nth] of means.matchAll(/#(\d)/g)) expect(Number(nth), words).toBeLessThanOrEqual(counted);
      expect(means.includes("#="), words).toBe(number !== undefined);
    }
  }
});

/** Lines of filings with the name that they have there, and as the formatter writes them. */
test.each([
  ["Principal Amount: $42,000", "principal $42,000"],
  ["Loan Amount $42,000", "principal $42,000"],
  ["Face Value: $42,000", "principal $42,000"],
  ["Maturity Date: July 30, 2025", "matures July 30, 2025"],
  ["Original Issue Date: November 1, 2023", "issued November 1, 2023"],
  ['Company: "X Corp."', 'issuer "X Corp."'],
  ['Investor "X Fund"', 'holder "X Fund"'],
])("%s is %s", (says, means) => {
  const text = `note "A" {\n  ${says}\n}\n`;
  expect(problemsOf(read(text)).filter(({ problem }) => problem.code.startsWith("clause-unknown"))).toEqual(
    [],
  );
  expect(formatted(text).replaceAll(/ +/g, " ")).toBe(`note "A" {\n ${means}\n}\n`);
});

test.each([
  ["interest", "rate 12% per annum simple interest", ["rate    12% per annum", "simple"]],
  ["interest", "rate 8%, compounded quarterly", ["rate        8%", "compounded  quarterly"]],
  [
    "interest",
    "rate 8% per annum payable quarterly in arrears",
    ["rate     8% per annum", "payable  quarterly"],
  ],
  ["qualified financing", "post-money valuation cap $6,000,000", ["valuation cap  $6,000,000 post-money"]],
  ["qualified financing", "valuation cap post-money $6,000,000", ["valuation cap  $6,000,000 post-money"]],
  [
    "qualified financing",
    "threshold $1,000,000 (excluding the conversion of the notes)",
    ["threshold  $1,000,000 excluding notes"],
  ],
  ["conversion", "price $0.50, subject to a floor of $0.06", ["price  $0.50", "floor  $0.06"]],
  ["conversion", "price $0.50 but in no event less than $0.06", ["price  $0.50", "floor  $0.06"]],
])("in %s, %s is written out", (block, says, means) => {
  const tidy = formatted(sheet(`  ${block} {\n    ${says}\n  }`));
  for (const line of means)
    expect(tidy).toMatch(new RegExp(`^ +${line.replaceAll(/[$.]/g, "\\$&").replaceAll(/ +/g, " +")}$`, "m"));
  expect(formatted(tidy)).toBe(tidy);
});

test.each([
  ["interest", "rate 8%\n    default rate 18% per annum compounded monthly"],
  ["conversion", "price $0.50\n    forced conversion 150% of conversion price, but not less than $1.00"],
])("in %s, what is said behind another clause is not taken for the whole block's", (block, says) => {
  const found = problemsOf(read(sheet(`  ${block} {\n    ${says}\n  }`)));
  expect(found.filter(({ problem }) => problem.code === "value-wrong")).toHaveLength(1);
});
