import { expect, test } from "vitest";
import { problemsOf } from "../../server/src/features/analysis.ts";
import { format as formatted } from "../../server/src/features/format.ts";
import { read, sheet } from "../support/sheets.ts";

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
    "a price per share equal to 65% of the lowest closing bid price of the common stock during the ten trading days immediately preceding the conversion date",
    "65% of lowest closing bid over 10 trading days before conversion date",
  ],
])("a price of %s is written %s", (words, written) => {
  const tidy = formatted(sheet(conversion(words)));
  expect(line(tidy, "price")).toBe(written);
  expect(formatted(tidy)).toBe(tidy);
});

test.each([
  ["from day 1  $100 per $10,000 rising by $100 a day", "from day 1  $100 per $10,000 rising by $100 per day"],
  ["after day 3  $500 increasing by $50 each day", "after day 3  $500 increasing by $50 every day"],
])("damages of %s are written %s", (row, written) => {
  const tidy = formatted(sheet(`  conversion {\n    late delivery {\n      ${row}\n    }\n  }`));
  expect(tidy).toContain(`\n      ${written}\n`);
  expect(formatted(tidy)).toBe(tidy);
});

test("words and figures of a sum that differ are reported, and the figures count", () => {
  const text = sheet("", { principal: "three hundred thousand dollars ($30,000)" });
  const found = problemsOf(read(text)).map(({ problem }) => problem.code);
  expect(found).toContain("words-and-figures-differ");
});
