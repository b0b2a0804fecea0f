import { expect, test } from "vitest";
import { problemsOf } from "../../server/src/document/analysis.ts";
import { format as formatted } from "../../server/src/features/format.ts";
import { valueIn } from "../support/figures.ts";
import { read, scenario, sheet } from "../support/sheets.ts";

const conversion = (price: string): string => `  conversion {\n    price ${price}\n  }`;
/** The one line of a tidied sheet that a clause stands in. */
const line = (text: string, name: string): string | undefined =>
  new RegExp(`^ *${name} +(.*)$`, "m").exec(text)?.[1];

test.each([
  ["issued", "January 2nd, 2024", "January 2, 2024"],
  ["issued", "the 2nd day of January, 2024", "2 January, 2024"],
  ["issued", "2nd of January 2024", "2 January 2024"],
  ["issued", "Jan. 31st, 2024", "January 31, 2024"],
  ["principal", "US$317,500", "USD 317,500"],
  ["principal", "U.S. $317,500", "USD 317,500"],
  ["principal", "317,500 USD", "USD 317,500"],
  ["principal", "USD317,500", "USD 317,500"],
  ["principal", "USD317,500.25", "USD 317,500.25"],
  ["principal", "$317,500 USD", "USD 317,500"],
  ["principal", "1.5 million USD", "USD 1.5 million"],
  ["principal", "$5k", "$5 thousand"],
  ["principal", "three hundred seventeen thousand five hundred dollars ($317,500)", "$317,500"],
  ["principal", "One Million Two Hundred and Fifty Thousand Dollars ($1,250,000.00)", "$1,250,000.00"],
])("%s %s is read, and written %s", (name, words, written) => {
  const text = sheet("", { [name]: words });
  expect(problemsOf(read(text)).filter(({ problem }) => problem.code === "value-wrong")).toEqual([]);
  const tidy = formatted(text);
  expect(line(tidy, name)).toBe(written);
  expect(formatted(tidy)).toBe(tidy);
});

test.each([
  ["12 per cent per annum", "12% per annum"],
  ["twelve per cent (12%) p.a.", "12% per annum"],
  ["8% p.a.", "8% per annum"],
])("a rate of %s is written %s", (words, written) => {
  const tidy = formatted(sheet(`  interest {\n    rate ${words}\n  }`));
  expect(line(tidy, "rate")).toBe(written);
  expect(formatted(tidy)).toBe(tidy);
});

test.each([
  [
    "58% of the average of the lowest two (2) closing bid prices over the prior 15 trading days",
    "58% of average of 2 lowest closing bids over prior 15 trading days",
  ],
  ["$.3333 a share", "$.3333"],
  [
    "65% of the lowest close over the prior 10 trading days",
    "65% of lowest closing price over prior 10 trading days",
  ],
  [
    "average of the 3 lowest closes over the prior 10 trading days",
    "average of 3 lowest closing prices over prior 10 trading days",
  ],
  [
    "a price per share equal to 65% of the lowest closing bid price of the common stock during the ten trading days immediately preceding the conversion date",
    "65% of lowest closing bid over 10 trading days before conversion date",
  ],
])("a price of %s is written %s", (words, written) => {
  const tidy = formatted(sheet(conversion(words)));
  expect(line(tidy, "price")).toBe(written);
  expect(formatted(tidy)).toBe(tidy);
});

test.each([
  [
    "from day 1  $100 per $10,000 rising by $100 a day",
    "from day 1  $100 per $10,000 rising by $100 per day",
  ],
  ["after day 3  $500 increasing by $50 each day", "after day 3  $500 increasing by $50 every day"],
])("damages of %s are written %s", (row, written) => {
  const tidy = formatted(sheet(`  conversion {\n    late delivery {\n      ${row}\n    }\n  }`));
  expect(tidy).toContain(`\n      ${written}\n`);
  expect(formatted(tidy)).toBe(tidy);
});

/** $100,000 at 36.5 %, which is $100 a day from January 2, 2024; nothing is wrong with the sheet's shape. */
const daily = (lines: string, changes = {}): string =>
  sheet(`  interest { rate 36.5%; day count actual/365; simple }\n${lines}`, changes);

test.each([
  ["317,500 USD", "433705.00"],
  ["USD317,500", "433705.00"],
  ["$5k", "6830.00"],
  ["1.5 million USD", "2049000.00"],
])("%s counts: with 36.6 % of it, %s is due", (words, due) => {
  expect(valueIn(daily("", { principal: words }), "amount-at-maturity")).toBe(due);
});

test.each([
  ["half of principal", "1/2 of principal", "50000.00"],
  ["one half of the principal", "1/2 of principal", "50000.00"],
  ["one-quarter of the outstanding principal", "1/4 of principal", "25000.00"],
  ["two thirds of principal", "2/3 of principal", "66666.67"],
])("an instalment of %s is written %s", (words, written, sum) => {
  const text = daily(`  instalments {\n    2024-07-01  ${words}\n  }`);
  expect(valueIn(text, "instalments-total")).toBe(sum);
  expect(formatted(text)).toContain(`2024-07-01  ${written}\n`);
});

test("in a schedule too, words and figures that differ are reported", () => {
  const text = daily("  prepayment {\n    until thirty (60) days after issue  115%\n  }");
  const found = problemsOf(read(text)).map(({ problem }) => problem);
  expect(found.find(({ code }) => code === "words-and-figures-differ")?.message).toMatch(
    /words say 30 and the figures say 60/,
  );
  expect(found.filter(({ code }) => code === "schedule-row")).toEqual([]);
  const agreed = problemsOf(read(text.replace("(60)", "(30)"))).map(({ problem }) => problem.code);
  expect(agreed).not.toContain("words-and-figures-differ");
});

test("a schedule counts in months, and “after” begins a day later", () => {
  const text = daily(
    "  prepayment {\n    until 6 months after issue  110%\n    after 6 months after issue  120%\n  }",
  );
  const on = (day: string): string | undefined =>
    valueIn(text + scenario(day), "prepayment-amount", { scenario: "Played" });
  // To July 2 are 182 days: 118,200 × 110 %; a day later 118,300 × 120 %.
  expect(on("2024-07-02")).toBe("130020.00");
  expect(on("2024-07-03")).toBe("141960.00");
  const alone = text.replace(/ *until.*\n/, "");
  expect(valueIn(alone + scenario("2024-07-02"), "prepayment-amount", { scenario: "Played" })).toMatch(
    /^waits for a line of the prepayment for July 2, 2024/,
  );
});

test.each([
  ["until", "“until” ends before it says both when and how much"],
  ["from day", "“from day” ends before it says both when and how much"],
  ["115%", "“115%” says how much and not when"],
  ["$5,000", "“$5,000” says how much and not when"],
  ["until 180 days  115%", "“180 days” does not say from when it counts"],
  ["after six (6) months  120%", "write 6 months after issue"],
  ["day 0 to 30 quite a lot", "“quite” does not fit into this line"],
])("the line “%s” of a schedule says what is wrong with it", (row, said) => {
  const found = problemsOf(read(daily(`  prepayment {\n    ${row}\n  }`))).map(({ problem }) => problem);
  const { message = "" } = found.find(({ code }) => code === "schedule-row") ?? {};
  expect(message).toContain(said);
  expect(message).toContain("Write when and then how much: day 0 to 30 115%");
});

test("words and figures of a sum that differ are reported, and the figures count", () => {
  const text = sheet("", { principal: "three hundred thousand dollars ($30,000)" });
  const found = problemsOf(read(text)).map(({ problem }) => problem.code);
  expect(found).toContain("words-and-figures-differ");
});
