import { expect, test } from "vitest";
import { recordsOf, valueIn } from "../support/figures.ts";
import { convertible, market, scenario, sheet } from "../support/sheets.ts";

const played = { scenario: "Played" };
const window = "average of VWAP over prior 3 trading days";
const rows = (...lines: string[]): string =>
  market(["    date VWAP close", ...lines.map((line) => `    ${line}`)].join("\n"));
const interest = "  interest { rate 10% }\n";
const withInterest = (text: string): string => text.replace("  conversion", `${interest}  conversion`);
const waits = (text: string, id: string, where = {}): readonly string[] | undefined =>
  recordsOf(text, where).get(id)?.waitingFor;

test("a window waits for each price that it lacks, by day and measure", () => {
  const text =
    convertible(window) + rows("2024-06-05 $0.01 $1", "2024-06-06 - $1") + scenario("June 10, 2024");
  expect(waits(text, "conversion-price", played)).toEqual([
    "the VWAP of June 6, 2024",
    "the VWAP of June 7, 2024",
  ]);
  expect(waits(text, "conversion-shares", played)).toEqual(
    expect.arrayContaining(["the VWAP of June 7, 2024"]),
  );
});

test("one missing alternative makes the lowest wait: it might win", () => {
  const text =
    convertible(`lowest of { $0.003; ${window} }`) + rows("2024-06-07 $1 $1") + scenario("June 10, 2024");
  expect(waits(text, "conversion-price", played)).toEqual([
    "the VWAP of June 5, 2024",
    "the VWAP of June 6, 2024",
  ]);
});

test("without any table the price waits for the market", () => {
  expect(waits(convertible(window) + scenario("June 10, 2024"), "conversion-price", played)).toEqual([
    "market prices: VWAP",
  ]);
});

test("without a day the conversion waits for one, and interest does not", () => {
  const text = withInterest(convertible("$1"));
  expect(waits(text, "conversion-amount")?.join()).toMatch(
    /a conversion date: a scenario, or “valued on” in the market/,
  );
  // 100,000 × 10 % × 366/365 from January 2, 2024 to January 2, 2025.
  expect(valueIn(text, "accrued-interest")).toBe("10027.40");
  expect(valueIn(text, "amount-at-maturity")).toBe("110027.40");
  expect(valueIn(text, "conversion-shares", { on: "2025-01-02" })).toBe("110027");
});

test("nothing is computed from today: a file without a day gives the same figures whenever it is read", () => {
  const text = withInterest(convertible("$1"));
  const days = [...recordsOf(text).values()].map(({ on }) => on);
  expect(new Set(days)).toEqual(new Set(["2025-01-02", null]));
});

test.each([
  ["principal", sheet(interest, { principal: undefined }), "the clause “principal”"],
  ["issued", sheet(interest, { issued: undefined }), "the clause “issued”"],
  ["matures", sheet(interest, { matures: undefined }), "the clause “matures”"],
  ["rate", sheet("  interest { }"), "the clause “rate”"],
  ["interest", sheet(""), "the clause “interest”"],
  ["a blank rate", sheet("  interest { rate [ ]% }"), "the blank in “rate”"],
  ["a blank principal", sheet(interest, { principal: "$[ ]" }), "the blank in “principal”"],
  [
    "a rate that can't be read",
    sheet("  interest { rate much }"),
    "the clause “rate”, which can't be read yet",
  ],
  [
    "a day count that can't be read",
    sheet("  interest { rate 10%; day count odd }"),
    "the clause “day count”, which can't be read yet",
  ],
  ["no maturity", sheet(interest, { matures: "none" }), "“matures”, of which the note has none"],
])("the amount due waits for %s", (_, text, need) => {
  expect(waits(text, "amount-at-maturity")).toEqual([need]);
});

test("a compounding that can't be read is not taken for simple interest", () => {
  expect(waits(sheet("  interest { rate 10%; compounded hourly }"), "accrued-interest")).toEqual([
    "the clause “compounded”, which can't be read yet",
  ]);
  expect(waits(sheet("  interest { rate 10%; compounded [ ] }"), "accrued-interest")).toEqual([
    "the blank in “compounded”",
  ]);
});

test.each([
  ["accrues from", "  interest { rate 10%; accrues from nowhere }", "accrued-interest"],
  ["payable", "  interest { rate 10%; payable sometimes }", "accrued-interest"],
  ["accrues from a blank", "  interest { rate 10%; accrues from [ ] }", "accrued-interest"],
])("what can't be read is not read as silence: %s", (_, lines, id) => {
  expect(valueIn(sheet(lines), id)).toMatch(/^waits for/);
});

test.each([
  ["floor nowhere", "conversion-price"],
  ["floor [ ]", "conversion-price"],
  ["ceiling nowhere", "conversion-price"],
  ["amount everything", "conversion-amount"],
  ["amount [ ]", "conversion-amount"],
  ["fractional shares sideways", "conversion-shares"],
  ["fractional shares [ ]", "conversion-shares"],
])("a conversion with “%s” gives no %s", (line, id) => {
  const text = withInterest(convertible("$1", `    ${line}`)) + scenario("June 10, 2024");
  expect(valueIn(text, id, played)).toMatch(/^waits for/);
});

test("an ownership limit without shares outstanding says what it needs", () => {
  const text = convertible("$1", "    ownership limit 5%");
  expect(waits(text, "blocker-shares")).toEqual(["the shares “outstanding” in the market"]);
  expect(waits(`${text}market { valued on 2024-06-10 }`, "blocker-shares")).toEqual([
    "the shares “outstanding” in the market",
  ]);
});

test("figures that the note has no clause for are not there at all", () => {
  const ids = (text: string): string[] => [...recordsOf(text).keys()];
  expect(ids(sheet(interest))).toEqual(["interest-days", "accrued-interest", "amount-at-maturity"]);
  expect(ids(sheet(`${interest}  conversion none`))).not.toContain("conversion-price");
  expect(ids(convertible("$1"))).not.toContain("blocker-shares");
  expect(ids(sheet(interest))).not.toContain("uplift");
});

test("interest none is no interest: the principal alone is due", () => {
  expect(valueIn(sheet("  interest none"), "amount-at-maturity")).toBe("100000.00");
});

test("a scenario without a day, or with one that can't be read, waits for it", () => {
  for (const on of ["someday", "[ ]"]) {
    expect(valueIn(convertible("$1") + scenario(on), "conversion-amount", played)).toMatch(/^waits for/);
  }
});

test("an end of interest before its beginning gives no number", () => {
  expect(valueIn(sheet(interest, { matures: "January 1, 2024" }), "accrued-interest")).toMatch(
    /^waits for an end of the interest/,
  );
  expect(valueIn(sheet(interest, { matures: "January 2, 2024" }), "accrued-interest")).toBe("0.00");
});
