import { expect, test } from "vitest";
import { analyse } from "../../server/src/document/analysis.ts";
import { comparison } from "../../server/src/features/comparison/comparison.ts";
import type { ComparisonRecord } from "../../server/src/render/comparison-record.ts";
import { example, examples } from "../support/analyse.ts";
import { scenario, sheet } from "../support/sheets.ts";

const compared = (before: string, after: string): ComparisonRecord =>
  comparison(analyse(before, undefined), analyse(after, undefined));

const exchange = example("exchange-note");
const changed = exchange
  .replace("12% per annum", "10% per annum")
  .replace("85% of average", "80% of average")
  .replace("ownership limit  9.99% after issuance", "floor            $0.001")
  .replace("  security   none", "  security   none\n  governing law  Delaware");

test("what changed in words: clauses by their blocks, before and now", () => {
  const [note] = compared(exchange, changed).notes;
  expect(note?.state).toBe("changed");
  expect(note?.clauses.map(({ clause, before, after }) => [clause, before, after])).toEqual([
    ["governing law", null, "Delaware"],
    ["interest › rate", "12% per annum", "10% per annum"],
    [
      "conversion › price",
      "lowest of (85% of average of VWAP over prior 5 trading days; closing bid on prior trading day; $0.003)",
      "lowest of (80% of average of VWAP over prior 5 trading days; closing bid on prior trading day; $0.003)",
    ],
    ["conversion › floor", null, "$0.001"],
    ["conversion › ownership limit", "9.99% after issuance", null],
  ]);
});

test("what it does in money: before, after and the difference, in each scenario", () => {
  const [note] = compared(exchange, changed).notes;
  const figure = (id: string, where: string | null): unknown => {
    const found = note?.figures.find((one) => one.id === id && one.scenario === where);
    return found && [found.before, found.after, found.difference];
  };
  const shares = "Paid in shares at maturity";
  // 840,000 at 10 % for a year; 80 % of 0.0023; 924,000 ÷ 0.00184; over 1,000,000,000 and that many.
  expect(figure("amount-at-maturity", null)).toEqual(["$940,800.00", "$924,000.00", "−$16,800.00"]);
  expect(figure("conversion-price", shares)).toEqual(["$0.001955", "$0.00184", "−$0.000115"]);
  expect(figure("conversion-shares", shares)).toEqual([
    "481,227,621 shares",
    "502,173,913 shares",
    "+20,946,292 shares",
  ]);
  expect(figure("ownership-after", shares)).toEqual(["32.4884 %", "33.4298 %", "+0.9414 points"]);
  expect(figure("uplift", null)).toBeUndefined();
});

test("which findings came and which went", () => {
  const [note] = compared(exchange, changed).notes;
  expect(note?.findings.came.map(({ code }) => code)).toEqual(["no-ownership-limit"]);
  expect(note?.findings.went.map(({ code }) => code).sort()).toEqual([
    "governing-law-missing",
    "limit-blocks-payment",
    "no-floor-price",
  ]);
});

test.each(examples().filter((name) => !name.includes("/")))(
  "%s against itself: nothing, however it is laid out",
  (name) => {
    const text = example(name);
    const record = compared(text, `// A comment\n\n${text.replace(/ {2,}/g, "  ")}`);
    expect(record.notes.map(({ state, clauses, figures }) => [state, clauses, figures])).toEqual(
      record.notes.map(() => ["same", [], []]),
    );
    expect(record.findings).toEqual({ came: [], went: [] });
  },
);

test("a note with another name is the same note; one that is new or gone says so", () => {
  const [renamed] = compared(sheet(""), sheet("").replace("Example Note", "Second Note")).notes;
  expect([renamed?.state, renamed?.nameBefore, renamed?.name]).toEqual([
    "changed",
    "Example Note",
    "Second Note",
  ]);
  expect(compared("", sheet("")).notes.map(({ state, name }) => [state, name])).toEqual([
    ["added", "Example Note"],
  ]);
  expect(compared(sheet(""), "").notes.map(({ state }) => state)).toEqual(["removed"]);
});

test("a scenario that one version lacks has figures on one side only", () => {
  const before = `${sheet("  conversion {\n    option holder\n    price $2\n  }")}`;
  const [note] = compared(before, `${before}${scenario("2024-06-03", "convert $1,000")}`).notes;
  const shares = note?.figures.find(({ id }) => id === "conversion-shares");
  expect([shares?.before, shares?.after, shares?.difference]).toEqual([null, "500 shares", null]);
  expect(note?.clauses.map(({ before: was }) => was)).toEqual(note?.clauses.map(() => null));
});
