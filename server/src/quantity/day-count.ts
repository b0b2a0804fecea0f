/** Day count conventions: what part of a year lies between two dates, exactly. */
import { addMonths, type Day, dayOfYear, daysBetween, daysInMonth, daysInYear, parts } from "./date.ts";

/** An exact quotient, not reduced; the denominator is positive. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** What some conventions look at beside two dates: the regular periods of a note, and the last day of its term. */
export interface Frame {
  /** A day on which a regular period ends and the next begins. */
  readonly anchor: Day;
  /** How many months each has: a part of twelve. */
  readonly months: number;
  readonly maturity: Day | undefined;
}

interface Convention {
  /** As a note writes it. */
  readonly name: string;
  /** Other ways in which filings say it. */
  readonly also: readonly string[];
  /** The rule in a phrase, for hovers and the reference. */
  readonly title: string;
  /** Who published the rule, and where. */
  readonly source: string;
  /** Days from a date (which counts) to one no earlier (which does not), as the convention counts them. */
  readonly days: (from: Day, to: Day, frame?: Frame) => number;
  /** The same in years, exact. */
  readonly fraction: (from: Day, to: Day, frame?: Frame) => Fraction;
}

/** The conventions that a note can name; the first is assumed where it names none. */
export const dayCounts = [
  {
    name: "actual/365",
    also: [
      "actual/365 fixed",
      "actual/365 (fixed)",
      "actual/365f",
      "act/365",
      "act/365 fixed",
      "act/365f",
      "365/365",
      "365-day year",
      "year of 365 days",
      ...elapsed("365"),
    ],
    title: "actual days over a year of 365",
    source: "2006 ISDA Definitions, section 4.16(d), Actual/365 (Fixed)",
    days: daysBetween,
    fraction: over(daysBetween, 365n),
  },
  {
    name: "actual/360",
    also: ["365/360", "act/360", ...elapsed("360")],
    title: "actual days over a year of 360",
    source: "2006 ISDA Definitions, section 4.16(e), Actual/360",
    days: daysBetween,
    fraction: over(daysBetween, 360n),
  },
  {
    name: "actual/actual ISDA",
    also: ["actual/actual (ISDA)", "act/act ISDA", "act/act (ISDA)"],
    title: "days in leap years over 366, the others over 365",
    source: "2006 ISDA Definitions, section 4.16(b), Actual/Actual (ISDA)",
    days: daysBetween,
    fraction: actualActual,
  },
  {
    name: "actual/actual ICMA",
    also: ["actual/actual (ICMA)", "act/act ICMA", "act/act (ICMA)", "actual/actual ISMA", "act/act ISMA"],
    title: "days over those of their regular period, and over its number in a year",
    source: "2006 ISDA Definitions, section 4.16(c), Actual/Actual (ICMA); ICMA Rule 251",
    days: daysBetween,
    fraction: actualActualIcma,
  },
  {
    name: "30/360 bond basis",
    also: ["30/360 (bond basis)", "30/360 bond", "30/360 ISDA", "30/360 (ISDA)", "bond basis"],
    title: "months of 30 days; a last 31st is a 30th only after a first 30th or 31st",
    source: "2006 ISDA Definitions, section 4.16(f), 30/360 or Bond Basis",
    days: bondBasis,
    fraction: over(bondBasis, 360n),
  },
  {
    name: "30/360 US",
    also: [
      "30/360 (US)",
      "30U/360",
      ...["SIFMA", "SIA", "NASD", "PSA"].flatMap((body) => [`30/360 ${body}`, `30/360 (${body})`]),
    ],
    title: "bond basis, and a period from the end of February begins on a 30th",
    source:
      "SIFMA, Standard Securities Calculation Methods, volume 2: the rules in the order in which they stand there",
    days: unitedStates,
    fraction: over(unitedStates, 360n),
  },
  {
    name: "30E/360",
    also: ["30/360E", "30/360 European", "30/360 (European)", "eurobond basis"],
    title: "months of 30 days; every 31st is a 30th",
    source: "2006 ISDA Definitions, section 4.16(g), 30E/360 or Eurobond Basis",
    days: eurobond,
    fraction: over(eurobond, 360n),
  },
  {
    name: "30E/360 ISDA",
    also: ["30E/360 (ISDA)"],
    title:
      "months of 30 days; every last day of a month is a 30th, but not a maturity at the end of February",
    source: "2006 ISDA Definitions, section 4.16(h), 30E/360 (ISDA)",
    days: eurobondIsda,
    fraction: over(eurobondIsda, 360n),
  },
] as const satisfies readonly Convention[];

export type DayCountName = (typeof dayCounts)[number]["name"];

export interface DayCount extends Convention {
  readonly name: DayCountName;
}

/** Actual days over a year of so many, in words. */
function elapsed(year: string): readonly string[] {
  const days = [
    "actual days elapsed",
    "actual number of days elapsed",
    "actual days",
    "actual number of days",
  ];
  const years = ["over", "in", "divided by", "and", "on the basis of"].flatMap((joint) => [
    `${joint} ${year}-day year`,
    `${joint} year of ${year} days`,
  ]);
  const first = [`${year}-day year`, `year of ${year} days`].flatMap((said) =>
    ["and", "for", "and for"].flatMap((joint) => days.map((counted) => `${said} ${joint} ${counted}`)),
  );
  return [...days.flatMap((said) => [...years, `over ${year}`].map((over) => `${said} ${over}`)), ...first];
}

/** The convention of that name, exactly as a note writes it. */
export function dayCountNamed(name: DayCountName): DayCount;
export function dayCountNamed(name: string): DayCount | undefined;
export function dayCountNamed(name: string): DayCount | undefined {
  return dayCounts.find((convention) => convention.name === name);
}

function over(days: Convention["days"], denominator: bigint): Convention["fraction"] {
  return (from, to, frame) => ({ numerator: BigInt(days(from, to, frame)), denominator });
}

const leapAndCommon = 365 * 366;

/** Days of leap years / 366 plus days of the others / 365 is the difference of the two dates' places in time. */
function actualActual(from: Day, to: Day): Fraction {
  return { numerator: BigInt(placeInTime(to) - placeInTime(from)), denominator: BigInt(leapAndCommon) };
}

/** The years to a date, its own in part, in units of 1 / (365 × 366) year: whole, and well below 2^53. */
function placeInTime(date: Day): number {
  const unitsPerDay = leapAndCommon / daysInYear(date);
  return parts(date).year * leapAndCommon + (dayOfYear(date) - 1) * unitsPerDay;
}

/**
 * Of each regular period the days that fall into it, over its days, over the number of periods in a year. Without a
 * frame the periods are years that end on the last day.
 */
function actualActualIcma(
  from: Day,
  to: Day,
  { anchor, months }: Pick<Frame, "anchor" | "months"> = { anchor: to, months: 12 },
): Fraction {
  const daysByLength = new Map<number, number>();
  let count = Math.floor((from - anchor) / (months * 31)) - 1;
  let start = addMonths(anchor, months * count);
  while (start !== undefined && start < to) {
    count += 1;
    const end = addMonths(anchor, months * count);
    if (end === undefined) break;
    const inside = Math.min(end, to) - Math.max(start, from);
    if (inside > 0) daysByLength.set(end - start, (daysByLength.get(end - start) ?? 0) + inside);
    start = end;
  }
  let sum: Fraction = { numerator: 0n, denominator: 1n };
  for (const [length, days] of daysByLength) {
    const denominator = BigInt(length) * 12n;
    sum = {
      numerator: sum.numerator * denominator + BigInt(days * months) * sum.denominator,
      denominator: sum.denominator * denominator,
    };
  }
  return sum;
}

function bondBasis(from: Day, to: Day): number {
  const first = Math.min(parts(from).day, 30);
  return thirty(from, to, first, lastAfter(first, to));
}

/**
 * SIFMA's order: the last day of February counts as a 30th where the period begins on it, and so does one that ends
 * such a period; only then is a last 31st looked at, which is a 30th after a first 30th or 31st.
 */
function unitedStates(from: Day, to: Day): number {
  if (!endsFebruary(from)) return bondBasis(from, to);
  return thirty(from, to, 30, endsFebruary(to) ? 30 : lastAfter(30, to));
}

function eurobond(from: Day, to: Day): number {
  return thirty(from, to, Math.min(parts(from).day, 30), Math.min(parts(to).day, 30));
}

function eurobondIsda(from: Day, to: Day, frame?: Frame): number {
  const first = endsMonth(from) ? 30 : parts(from).day;
  const last = endsMonth(to) && !(endsFebruary(to) && to === frame?.maturity) ? 30 : parts(to).day;
  return thirty(from, to, first, last);
}

function endsMonth(date: Day): boolean {
  return parts(date).day === daysInMonth(date);
}

function lastAfter(first: number, to: Day): number {
  const last = parts(to).day;
  return last === 31 && first === 30 ? 30 : last;
}

function endsFebruary(date: Day): boolean {
  const { month, day } = parts(date);
  return month === 2 && day === daysInMonth(date);
}

/** Days between two dates of a calendar of twelve months of 30 days, with these days of the month. */
function thirty(from: Day, to: Day, first: number, last: number): number {
  const start = parts(from);
  const end = parts(to);
  return 360 * (end.year - start.year) + 30 * (end.month - start.month) + (last - first);
}
