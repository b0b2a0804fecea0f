import { expect, test } from "vitest";
import { type Day, parseIsoDate } from "../../server/src/quantity/date.ts";
import { dayCountNamed, dayCounts, type Fraction, type Frame } from "../../server/src/quantity/day-count.ts";
import { oracle } from "./oracle.ts";

const at = (text: string): Day => {
  const date = parseIsoDate(text);
  if (date === undefined) throw new Error(`no date: ${text}`);
  return date;
};

const rows = oracle("daycount.csv").map(
  ({ start = "", end = "", convention = "", days, year_fraction = "" }) => {
    const counted = dayCountNamed(convention);
    if (!counted) throw new Error(`no convention: ${convention}`);
    const where = `${start} to ${end}, ${convention}`;
    return {
      where,
      convention,
      theirs: { days: Number(days), text: year_fraction },
      ours: { days: counted.days(at(start), at(end)), fraction: counted.fraction(at(start), at(end)) },
    };
  },
);

/** As C prints it with %.15g: 15 significant digits, half up, no zeros at the end. Not for negative fractions. */
function printed({ numerator, denominator }: Fraction): string {
  if (numerator === 0n) return "0";
  let places = 15 - String(numerator / denominator).length;
  if (numerator < denominator) {
    places = 15;
    while (numerator * 10n ** BigInt(places - 14) < denominator) places++;
  }
  const scale = 10n ** BigInt(places);
  const digits = String((2n * numerator * scale + denominator) / (2n * denominator)).padStart(
    places + 1,
    "0",
  );
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, "");
}

/** The multiple of 1/denominator next to a decimal, and how far off the decimal is, in parts per billion of it. */
function nearest(text: string, denominator: bigint): { numerator: bigint; off: bigint } {
  const [whole = "", decimals = ""] = text.split(".");
  const scale = 10n ** BigInt(decimals.length);
  const scaled = BigInt(whole + decimals) * denominator;
  const numerator = (2n * scaled + scale) / (2n * scale);
  const difference = scaled - numerator * scale;
  return { numerator, off: ((difference < 0n ? -difference : difference) * 1_000_000_000n) / scale };
}

/**
 * Periods whose share of a year hangs on the note's regular periods or on its maturity. Of actual/actual ICMA the
 * worked examples of ISDA's memorandum “EMU and Market Conventions: Recent Developments” (1998); of 30E/360 (ISDA)
 * days by section 4.16(h) of the 2006 ISDA Definitions, each counted by hand.
 */
const framed = oracle("daycount-framed.csv").map(
  ({ start = "", end = "", convention = "", anchor = "", months, maturity, days, year_fraction = "" }) => {
    const counted = dayCountNamed(convention);
    if (!counted) throw new Error(`no convention: ${convention}`);
    const frame: Frame = {
      anchor: at(anchor),
      months: Number(months),
      maturity: maturity ? at(maturity) : undefined,
    };
    return {
      where: `${start} to ${end}, ${convention}`,
      convention,
      theirs: { days: Number(days), text: year_fraction },
      ours: {
        days: counted.days(at(start), at(end), frame),
        text: printed(counted.fraction(at(start), at(end), frame)),
      },
    };
  },
);

test.each(framed.map((row) => [row.where, row] as const))("%s by its periods and its maturity", (_, row) => {
  expect(row.ours).toEqual(row.theirs);
});

test("the oracles have every convention, and no other", () => {
  expect(rows).toHaveLength(2400);
  const known = new Set([...rows, ...framed].map((row) => row.convention));
  expect(dayCounts.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
  expect(known.size).toBe(dayCounts.length);
});

test("days equal the oracle's", () => {
  const wrong = rows.filter(({ ours, theirs }) => ours.days !== theirs.days);
  expect(wrong.map(({ where }) => where)).toEqual([]);
});

// A fraction is a whole number of 365ths, 360ths or 1/(365·366)ths, and 15 digits leave no doubt which.
test("fractions equal the oracle's exactly", () => {
  for (const { where, ours, theirs } of rows) {
    const { numerator, off } = nearest(theirs.text, ours.fraction.denominator);
    expect(ours.fraction.numerator, where).toBe(numerator);
    expect(off, where).toBeLessThan(10n);
  }
});

// QuantLib computes in doubles; where those miss the true fifteenth digit, the two texts differ.
test("fractions print as the oracle's but for the rounding of doubles", () => {
  const different = rows.filter(({ ours, theirs }) => printed(ours.fraction) !== theirs.text);
  const count = (name: string) => different.filter(({ convention }) => convention === name).length;
  expect([count("actual/365"), count("actual/actual ISDA"), different.length]).toEqual([7, 13, 20]);
});

const days = (convention: (typeof dayCounts)[number]["name"], from: string, to: string) =>
  dayCountNamed(convention).days(at(from), at(to));

test("the ends of months under the three conventions of 30 days", () => {
  expect(days("30/360 bond basis", "2019-01-31", "2019-03-31")).toBe(60);
  expect(days("30/360 bond basis", "2019-01-29", "2019-03-31")).toBe(62);
  expect(days("30E/360", "2019-01-29", "2019-03-31")).toBe(61);
  expect(days("30/360 bond basis", "2019-02-28", "2019-08-28")).toBe(180);
  expect(days("30/360 US", "2019-02-28", "2019-08-28")).toBe(178);
  expect(days("30/360 US", "2019-02-28", "2020-02-29")).toBe(360);
  expect(days("30/360 US", "2020-02-28", "2020-08-28")).toBe(180);
});

// By hand: 2007-02-28 is set to the 30th, so the 31st is a 30th: 6 months of 30 days. Likewise 10 years and a month.
test("30/360 US looks at a last 31st after the end of February is set to a 30th, as SIFMA does", () => {
  expect(days("30/360 US", "2007-02-28", "2007-08-31")).toBe(180);
  expect(days("30/360 US", "2008-02-29", "2009-08-31")).toBe(540);
  expect(days("30/360 US", "2014-02-28", "2024-03-31")).toBe(3630);
  expect(days("30/360 US", "1996-02-29", "2025-12-31")).toBe(10740);
});

test("actual/actual ISDA divides leap days by 366, the others by 365", () => {
  const { numerator, denominator } = dayCountNamed("actual/actual ISDA").fraction(
    at("2019-12-02"),
    at("2020-01-31"),
  );
  expect(numerator * 365n * 366n).toBe((30n * 366n + 30n * 365n) * denominator);
});

test("a period of no days is no part of a year", () => {
  for (const { days, fraction } of dayCounts) {
    expect(days(at("2020-02-29"), at("2020-02-29"))).toBe(0);
    expect(fraction(at("2020-02-29"), at("2020-02-29")).numerator).toBe(0n);
  }
});

test("an unknown name is no convention", () => {
  expect(dayCountNamed("30/360")).toBeUndefined();
});
