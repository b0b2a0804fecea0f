import { expect, test } from "vitest";
import { shape } from "../../server/src/catalog/shape.ts";
import type {
  ConditionMeaning,
  DateMeaning,
  ScheduleRow,
  WhenMeaning,
} from "../../server/src/catalog/value.ts";
import { problemsOf } from "../../server/src/document/analysis.ts";
import type { NoteClauses } from "../../server/src/note/bound.ts";
import { isoDate } from "../../server/src/quantity/date.ts";
import { show } from "../../server/src/quantity/format.ts";
import { convertible, problemsAt, read, sheet } from "../support/sheets.ts";

function clausesOf(text: string): NoteClauses {
  const [note] = read(text).notes;
  if (!note) throw new Error("no note");
  return note.note.clauses;
}

const codes = new Set(Object.keys(shape).filter((code) => code !== "clause-missing"));
const faults = (text: string): string[] => problemsAt(text, codes);

function dateText(date: DateMeaning | undefined): string {
  switch (date?.kind) {
    case undefined:
      return "–";
    case "day":
      return isoDate(date.day);
    case "relative":
      return `${date.count} ${date.unit} ${date.side} ${date.name ?? date.event}`;
    case "event":
      return date.name ?? date.event;
    case "best":
      return `${date.pick} of ${date.alternatives.map(dateText).join(", ")}`;
  }
}

function whenText(when: WhenMeaning): string {
  switch (when.kind) {
    case "days":
      return `days ${when.first ?? "–"}..${when.last ?? "–"} after ${when.anchor.name ?? when.anchor.event}`;
    case "dates":
      return `${dateText(when.first)}..${dateText(when.last)}`;
    case "date":
      return dateText(when.date);
    case "periodic":
      return `every ${when.every.count} ${when.every.unit} from ${dateText(when.from)} × ${when.times ?? "–"} until ${dateText(when.until)}`;
  }
}

function rowText({ when, what }: ScheduleRow, text: string): string {
  const worded = text.slice(what.span.start, what.span.end);
  const shown =
    what.kind === "percent"
      ? `${show(what.share)} of what is owed`
      : what.kind === "per amount"
        ? `${show(what.money)} for each ${show(what.per)}`
        : what.kind === "none"
          ? "none"
          : worded;
  return `${whenText(when)} | ${shown}`;
}

test.each([
  ["day 0 to 30  115%", "days 0..30 after issue | 115 % of what is owed"],
  ["day 31 to day 60  120%", "days 31..60 after issue | 120 % of what is owed"],
  ["day 31 to 60 after funding  120%", "days 31..60 after funding | 120 % of what is owed"],
  ["until day 90  110%", "days –..90 after issue | 110 % of what is owed"],
  ["after day 180  none", "days 181..– after issue | none"],
  ["from day 181  none", "days 181..– after issue | none"],
  ["day 7  $300", "days 7..7 after issue | $300"],
  ["2025-08-30  $90,160.00", "2025-08-30 | $90,160.00"],
  ["August 30, 2025  $90,160.00", "2025-08-30 | $90,160.00"],
  ["maturity  principal and interest", "maturity | principal and interest"],
  ["6 months after issue  1/15 of principal", "6 month after issue | 1/15 of principal"],
  ["monthly from 2025-09-30, 4 times  $22,540.00", "every 1 month from 2025-09-30 × 4 until – | $22,540.00"],
  [
    "monthly from 2022-12-14  1/15 of principal",
    "every 1 month from 2022-12-14 × – until – | 1/15 of principal",
  ],
  [
    "quarterly from 2024-03-31 until maturity  $5,000",
    "every 3 month from 2024-03-31 × – until maturity | $5,000",
  ],
  [
    "monthly from 6 months after issue  up to $350,000",
    "every 1 month from 6 month after issue × – until – | up to $350,000",
  ],
  ["day 0 to 90  110% of principal", "days 0..90 after issue | 110% of principal"],
  ["from day 6  $20 per $1,000", "days 6..– after issue | $20.00 for each $1,000.00"],
  [
    "day 0 to 90  principal and interest plus $25,000",
    "days 0..90 after issue | principal and interest plus $25,000",
  ],
  [
    "day 0 to 90  115% of principal plus interest",
    "days 0..90 after issue | 115% of principal plus interest",
  ],
  ["2024-01-01 to 2024-06-30  105%", "2024-01-01..2024-06-30 | 105 % of what is owed"],
  ["[day 0 to 30  115%]", "days 0..30 after issue | 115 % of what is owed"],
])("a line of a schedule: %s", (line, expected) => {
  const text = sheet(`  prepayment {\n    ${line}\n  }`);
  const { rows } = clausesOf(text).prepayment;
  expect(rows.map((row) => rowText(row, text))).toEqual([expected]);
});

test("a line of a schedule that can't be read is left out and reported, the others stay", () => {
  const text = sheet(
    "  prepayment {\n    day 0 to 30  115%\n    day 31 to 60  soon\n    after day 60  none\n  }",
  );
  expect(clausesOf(text).prepayment.rows).toHaveLength(2);
  expect(faults(text)).toEqual(["schedule-row “soon”"]);
});

function conditionText(condition: ConditionMeaning | undefined): string {
  switch (condition?.kind) {
    case undefined:
      return "always";
    case "until":
    case "from":
    case "after":
      return `${condition.kind} ${dateText(condition.date)}`;
    case "on":
      return `on ${condition.event.name ?? condition.event.event}`;
    case "unless":
      return `unless ${condition.event.name ?? condition.event.event} by ${dateText(condition.by)}`;
  }
}

const cases = (lines: string): string[] => {
  const { price } = clausesOf(convertible("$9", lines)).conversion.inner;
  return price.state === "said"
    ? [price, ...price.cases].map(({ condition }) => conditionText(condition))
    : [];
};

test.each([
  ["price $1 until day 180", "until 180 day after issue"],
  ["price $1 from day 181", "from 181 day after issue"],
  ["price $1 after maturity", "after maturity"],
  ["price $1 from February 1, 2025", "from 2025-02-01"],
  ["price $1 on event of default", "on default"],
  ["price $1 on default", "on default"],
  ['price $1 if "DTC chill"', "on DTC chill"],
  ['price $1 on closing of "Series A"', "on Series A"],
  ['price $1 unless "Listing" by June 30, 2025', "unless Listing by 2025-06-30"],
  ['price $1 unless "Listing"', "unless Listing by –"],
  ["price 61% of lowest trading price over prior 15 trading days from day 181", "from 181 day after issue"],
  ["price lesser of {\n  $1\n  closing bid on prior trading day\n} from day 181", "from 181 day after issue"],
])("said again under a condition: %s", (line, condition) => {
  expect(cases(line)).toEqual(["always", condition]);
  expect(faults(convertible("$9", line))).toEqual([]);
});

test("words that end like a condition and are the value stay the value", () => {
  const text = convertible("closing bid on conversion date", "from 180 days after issue");
  const { price, from } = clausesOf(text).conversion.inner;
  expect(price.state === "said" && price.condition).toBeUndefined();
  expect(from.state === "said" && from.condition).toBeUndefined();
});

test("two statements without a condition are one too many", () => {
  expect(faults(convertible("$9", "price $8 until day 180\nprice $7"))).toEqual(["clause-duplicate “price”"]);
});

test("under a condition there may be none, or a blank", () => {
  const text = convertible(
    "$9",
    'price [ ] on event of default\nexchange cap 19.99%\nexchange cap none on "Delisting"\nreserve none on "Delisting"',
  );
  const { price, exchangeCap, reserve } = clausesOf(text).conversion.inner;
  expect(price.state === "said" && price.gaps.map(({ state }) => state)).toEqual(["blank"]);
  expect(exchangeCap.state === "said" && exchangeCap.gaps.map(({ state }) => state)).toEqual(["none"]);
  expect(reserve.state).toBe("absent");
  expect(faults(text)).toEqual(["still-open “[ ]”"]);
});

test("blanks under different conditions are no duplicates", () => {
  const text = sheet('  principal increase $[ ] on "A"\n  principal increase $[ ] on "B"');
  expect(faults(text)).toEqual(["still-open “[ ]”", "still-open “[ ]”"]);
});

test("a blank keeps the place of a block, and of a line in it", () => {
  const text = convertible("$9", "late delivery [ ]\nequity conditions {\n[ ]\nshares are listed\n}");
  const { lateDelivery, equityConditions } = clausesOf(text).conversion.inner;
  expect([lateDelivery.state, equityConditions.lines]).toEqual(["blank", ["shares are listed"]]);
  expect(faults(text)).toEqual(["still-open “”", "still-open “[ ]”"]);
  expect(
    problemsOf(read(sheet('  "Market Price" means [ ]'))).map(({ problem }) => problem.message),
  ).toContain("“Market Price” is still blank: what rests on it waits for it.");
});

const amountKind = (words: string): unknown => {
  const bound = clausesOf(sheet(`  default amount ${words}`)).defaultAmount;
  return bound.state === "said" ? bound.meaning.kind : bound.state;
};

test.each([
  ["$5", "money"],
  ["150% of principal and interest", "share of amount"],
  ["2 times principal", "part of amount"],
  ["1/15 of principal", "part of amount"],
  ["150% of principal plus interest", "sum"],
  ["greater of { 150% of principal and interest; shares at VWAP on conversion date }", "best amount"],
  ["greater of 150% of principal and $5", "best amount"],
  ["shares at VWAP on event of default", "shares at"],
  ['"Mandatory Amount"', "amount term"],
  ["principal, interest and default interest", "unread"],
  ["principal and interest and default interest", "balance"],
  ["[ ]", "blank"],
  ["none", "none"],
])("an amount: %s", (words, kind) => {
  expect(amountKind(words)).toBe(kind);
});

const rateKind = (words: string): unknown => {
  const bound = clausesOf(sheet(`  interest { rate 8%; default rate ${words} }`)).interest.inner.defaultRate;
  return bound.state === "said" ? bound.meaning.kind : bound.state;
};

test.each([
  ["22% per annum", "fixed"],
  ["additional 10% per annum", "fixed"],
  ['"WSJ Prime" plus 4%', "index"],
  ['"SOFR"', "index"],
  ["legal maximum", "legal maximum"],
  ["maximum lawful", "legal maximum"],
  ["lesser of { 22%; legal maximum }", "best"],
  ["lesser of 22% and the legal maximum", "best"],
  ['greater of { 5%; "SOFR" plus 2% }', "best"],
  ["-2%", "unread"],
])("a rate: %s", (words, kind) => {
  expect(rateKind(words)).toBe(kind);
});

const due = (words: string): unknown => {
  const bound = clausesOf(sheet("", { matures: words })).matures;
  return bound.state === "said" ? dateText(bound.meaning) : bound.state;
};

test.each([
  ["day 180", "180 day after issue"],
  ["day 180 after funding", "180 day after funding"],
  ['closing of "Offering"', "Offering"],
  ['10 days before closing of "Offering"', "10 day before Offering"],
  ["event of default", "default"],
  ['earlier of { July 14, 2025; closing of "Offering" }', "earliest of 2025-07-14, Offering"],
  ["later of July 14, 2025 and 6 months after funding", "latest of 2025-07-14, 6 month after funding"],
  ["earlier of { }", "unread"],
])("a date: %s", (words, expected) => {
  expect(due(words)).toBe(expected);
});

test("clauses that repeat are all kept, and those that can't be read are reported", () => {
  const text = sheet(
    '  fees $5 included in principal\n  fees $7 deducted\n  fees soon\n  tranche "A" { principal $1 }',
  );
  const { fees, tranche } = clausesOf(text);
  expect(fees.map(({ meaning }) => [show(meaning.value), meaning.tag])).toEqual([
    ["$5.00", "included in principal"],
    ["$7.00", "deducted from proceeds"],
  ]);
  expect(
    tranche.map(({ head, inner }) => [head.state === "said" && head.meaning.name, inner.principal.state]),
  ).toEqual([["A", "said"]]);
  expect(faults(text)).toEqual(["value-wrong “soon”"]);
});

test("what a value is a part of stands behind it", () => {
  const discount = (words: string): unknown => {
    const bound = clausesOf(sheet(`  original issue discount ${words}`)).originalIssueDiscount;
    return bound.state === "said"
      ? [bound.meaning.value.kind, show(bound.meaning.value.value), bound.meaning.tag]
      : bound.state;
  };
  expect(discount("10% of principal")).toEqual(["part", "10 %", "of principal"]);
  expect(discount("10% of the principal amount")).toEqual(["part", "10 %", "of principal"]);
  expect(discount("10% of consideration")).toEqual(["part", "10 %", "of purchase price"]);
  expect(discount("10%")).toEqual(["part", "10 %", undefined]);
  expect(discount("$3,000")).toEqual(["sum", "$3,000.00", undefined]);
  expect(discount("some")).toBe("unread");
});

test("a make-whole table has stock prices above and days on the left", () => {
  const rows = "date  $15.00  $20.00\n2025-01-01  9.0909  4.0000\nJanuary 1, 2026  7.5  2.8";
  const { table } = clausesOf(convertible("$13", `make-whole {\n${rows}\n}`)).conversion.inner.makeWhole;
  expect(table?.prices.map(({ price }) => show(price))).toEqual(["$15.00", "$20.00"]);
  expect(table?.rows.map(({ day, shares }) => [isoDate(day), ...shares.map(show)])).toEqual([
    ["2025-01-01", "9.0909 shares", "4 shares"],
    ["2026-01-01", "7.5 shares", "2.8 shares"],
  ]);
  const short = "make-whole {\ndate $15 $20\n2025-01-01 9\n}";
  expect(faults(convertible("$13", short))).toEqual(["table-row “2025-01-01 9”"]);
  expect(faults(convertible("$13", "make-whole {\n2025-01-01 9\n}"))).toEqual([
    "table-heading “2025-01-01 9”",
  ]);
});

test("a block clause may say its whole in a word", () => {
  const { prepayment } = clausesOf(sheet("  prepayment barred"));
  expect([prepayment.state, prepayment.head.state === "said" && prepayment.head.meaning]).toEqual([
    "said",
    "barred",
  ]);
  expect(faults(sheet("  prepayment soon"))).toEqual(["value-wrong “soon”"]);
});
