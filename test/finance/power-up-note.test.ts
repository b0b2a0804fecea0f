import { expect, test } from "vitest";
import { example } from "../support/analyse.ts";
import { flatFigures, readOtherwise, recordsOf, rounded, valueIn } from "../support/figures.ts";

const note = example("power-up-note");
const bids = [
  "0.0031",
  "0.0029",
  "0.0030",
  "0.0027",
  "0.0026",
  "0.0028",
  "0.0025",
  "0.0024",
  "0.0026",
  "0.0027",
];
/** The ten trading days before August 1, 2019. */
const days = ["07-18", "07-19", "07-22", "07-23", "07-24", "07-25", "07-26", "07-29", "07-30", "07-31"];
const rows = days.map((day, index) => `    2019-${day} $${bids[index]}`).join("\n");
const market = `market {\n  outstanding 1,000,000,000 shares\n  prices {\n    date closing bid\n${rows}\n  }\n}\n`;
const scenario = (on: string, more = ""): string => `scenario "S" {\n  on ${on}\n  ${more}\n}\n`;
const sheet = `${note}${market}${scenario("August 1, 2019")}`;
const played = { scenario: "S" };

const withInterest = (line: string): string => note.replace("default rate", `${line}\n    default rate`);

// 130,000 × 8 % × 365/365; × 365/360; × 360/360; × 364/365.
test.each([
  ["day count actual/365", "365", "10400.00", "140400.00"],
  ["day count actual/360", "365", "10544.44", "140544.44"],
  ["day count 30/360 bond basis", "360", "10400.00", "140400.00"],
  ["accrues from 2018-08-02", "364", "10371.51", "140371.51"],
  ["accrues from funding", "364", "10371.51", "140371.51"],
])("interest: %s", (line, count, interest, due) => {
  const text = withInterest(line);
  expect(valueIn(text, "interest-days")).toBe(count);
  expect(valueIn(text, "accrued-interest")).toBe(interest);
  expect(valueIn(text, "amount-at-maturity")).toBe(due);
});

test("interest runs from issue unless it is read from funding", () => {
  expect(valueIn(note, "amount-at-maturity")).toBe("140400.00");
  expect(readOtherwise(note, "accrual-start", "funded").get("amount-at-maturity")).toBe("140371.51");
});

test("65 % of the mean of the three lowest of ten; of equal bids the earlier day is picked", () => {
  const record = recordsOf(sheet, played).get("conversion-price");
  expect(record?.value).toBe("0.001625");
  const picked = (record?.steps ?? [])
    .join("; ")
    .split("; ")
    .filter((part) => part.includes("(picked)"));
  expect(picked.map((part) => part.trim())).toEqual([
    "2019-07-24 $0.0026 (picked)",
    "2019-07-26 $0.0025 (picked)",
    "2019-07-29 $0.0024 (picked)",
  ]);
});

test.each([
  ["65% of lowest closing bid over prior 10 trading days", "0.00156"],
  ["65% of average of closing bid over prior 10 trading days", "0.0017745"],
  ["35% of average of 3 lowest closing bids over prior 10 trading days", "0.000875"],
  ["average of 3 lowest closing bids over prior 10 trading days less 35%", "0.001625"],
  ["100% of average of 3 lowest closing bids over prior 10 trading days less 35 points", "0.001625"],
])("the price read as %s", (price, value) => {
  const text = sheet.replace("65% of average of 3 lowest closing bids over prior 10 trading days", price);
  expect(valueIn(text, "conversion-price", played)).toBe(value);
});

test("at maturity: 86,400,000 shares and what they are worth", () => {
  const value = (id: string): string | undefined => valueIn(sheet, id, played);
  expect(value("conversion-amount")).toBe("140400.00");
  expect(value("conversion-shares")).toBe("86400000");
  expect(value("cash-in-lieu")).toBe("0.00");
  expect(value("market-price")).toBe("0.0027");
  expect(value("conversion-value")).toBe("233280.00");
  expect(value("conversion-gain")).toBe("92880.00");
  expect(rounded(value("effective-discount"), 5)).toBe("0.39815");
  expect(rounded(value("gain-rate"), 5)).toBe("0.66154");
  expect(rounded(value("breakeven-price"), 8)).toBe("0.00150463");
});

test("ownership: 7.95 %, 52,520,787 shares at one time, two conversions", () => {
  const value = (id: string): string | undefined => valueIn(sheet, id, played);
  expect(rounded(value("ownership-after"), 4)).toBe("0.0795");
  expect(value("blocker-shares")).toBe("52520787");
  expect(value("blocker-amount")).toBe("85346.28");
  expect(value("blocked-conversions")).toBe("2");
  expect(recordsOf(sheet, played).get("blocked-conversions")?.steps[0]).toContain(
    "52,520,787 + 33,879,213 shares",
  );
});

// Sold at a flat price: 135,128.77 and 135,242.74 convert at 65 % of it; interest is 130,000 × 8 % × 180/365 and × 184/365.
test.each([
  ["January 28, 2019", "principal and interest", "180", "207890.41"],
  ["January 28, 2019", "principal", "180", "200000.00"],
  ["February 1, 2019", "principal and interest", "184", "208065.75"],
  ["February 1, 2019", "principal", "184", "200000.00"],
  ["August 1, 2019", "principal and interest", "365", "216000.00"],
])("converted on %s, %s", (on, amount, count, value) => {
  const figures = flatFigures(`${note}${market}${scenario(on, `convert ${amount}`)}`, "0.002");
  expect(figures.get("interest-days")).toBe(count);
  expect(figures.get("conversion-value")).toBe(value);
});

test.each([
  ["0.0050", "0.00325", "43200000", "0.0414"],
  ["0.0027", "0.001755", "80000000", "0.0741"],
  ["0.0020", "0.0013", "108000000", "0.0975"],
  ["0.0010", "0.00065", "216000000", "0.1776"],
  ["0.0005", "0.000325", "432000000", "0.3017"],
  ["0.0002", "0.00013", "1080000000", "0.5192"],
  ["0.0001", "0.000065", "2160000000", "0.6835"],
])("the dilution curve at %s", (bid, price, shares, owned) => {
  const figures = flatFigures(sheet, bid);
  expect(figures.get("conversion-price")).toBe(price);
  expect(figures.get("conversion-shares")).toBe(shares);
  expect(rounded(figures.get("ownership-after"), 4)).toBe(owned);
});

// (130,000 + 10,400) × 22 % × n/365; on principal alone 130,000 × 22 % × n/365.
test.each([
  ["August 31, 2019", "2538.74", "2350.68"],
  ["September 30, 2019", "5077.48", "4701.37"],
  ["October 30, 2019", "7616.22", "7052.05"],
])("interest at the default rate to %s", (on, usual, onPrincipal) => {
  const text = `${note}${scenario(on)}`;
  expect(valueIn(text, "late-interest", played)).toBe(usual);
  expect(readOtherwise(text, "default-interest", "on principal").get("late-interest")).toBe(onPrincipal);
  expect(valueIn(text, "interest-days", played)).toBe("365");
  expect(valueIn(text, "accrued-interest", played)).toBe("10400.00");
});

test("the note by itself says what thirty days' delay costs", () => {
  expect(valueIn(note, "late-interest-30-days")).toBe("2538.74");
  expect(valueIn(note.replace(/^.*default rate.*\n/m, ""), "late-interest-30-days")).toBeUndefined();
});

test("after the due date late interest converts with the rest", () => {
  const text = `${note}${scenario("August 31, 2019")}`;
  // 130,000.00 + 10,400.00 + 2,538.74
  expect(valueIn(text, "conversion-amount", played)).toBe("142938.74");
});

test("there is no late interest on the due date or before", () => {
  expect(valueIn(sheet, "late-interest", played)).toBeUndefined();
});

test("without a default rate the rate goes on, and that is assumed", () => {
  const text = `${note.replace(/^.*default rate.*\n/m, "")}${scenario("August 31, 2019")}`;
  // 130,000 × 8 % × 30/365 = 854.794…
  expect(valueIn(text, "late-interest", played)).toBe("854.79");
  expect(recordsOf(text, played).get("late-interest")?.assumptions.join()).toMatch(/the rate goes on/);
});

test("the option opens with the month that is named", () => {
  expect(valueIn(note, "conversion-opens")).toBe("2019-02-01");
  expect(valueIn(note.replace("February 2019", "180 days after issue"), "conversion-opens")).toBe(
    "2019-01-28",
  );
  expect(valueIn(note.replace("February 2019", "6 months after issue"), "conversion-opens")).toBe(
    "2019-02-01",
  );
});
