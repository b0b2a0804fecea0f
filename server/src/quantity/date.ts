/**
 * Calendar dates: the only file that knows the date library.
 *
 * The library is imported function by function, which bundles to a third of its classes, and nothing of it
 * is called before the first date is.
 */
import {
  addDays as addDaysTo,
  addMonths as addMonthsTo,
  create,
  dayOfYear as dayOfYearOf,
  daysInMonth as daysInMonthOf,
  daysInYear as daysInYearOf,
  diffDays,
  type Record as LibraryDate,
} from "temporal-polyfill/fns/PlainDate";
import { monthNames } from "../base/months.ts";
import { once } from "../base/once.ts";

declare const brand: unique symbol;

/**
 * A date of the Gregorian calendar from 1800-01-01 to 2200-12-31, as whole days since 1970-01-01: earlier is
 * smaller, and `===`, `<` and `Map` keys do what they say. The first of January 1970 is 0, so test for
 * `undefined`, not for truth.
 */
export type Day = number & { readonly [brand]: "Day" };

/** Month 1 to 12, day of the month 1 to 31. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** The day of that date, or undefined where there is none (February 30, a day and a half) or it is out of range. */
export function day(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (![year, month, dayOfMonth].every(Number.isInteger)) return undefined;
  if (!(year >= 1800 && year <= 2200) || !(month >= 1 && month <= 12)) return undefined;
  const start = firstOfMonth(year, month);
  const length = firstOfMonth(year, month + 1) - start;
  return dayOfMonth >= 1 && dayOfMonth <= length ? inRange(start + dayOfMonth - 1) : undefined;
}

/** Days before each month of a year that begins with March, so that a leap day is its last. */
const daysBeforeMonth = [0, 31, 61, 92, 122, 153, 184, 214, 245, 275, 306, 337];

/**
 * Days from 1970-01-01 to the first of a month; the thirteenth is January of the next year. Counted here and not by
 * the library, which takes ten times as long: a file of prices has thousands of dates.
 */
function firstOfMonth(year: number, month: number): number {
  const fromMarch = (month + 9) % 12;
  const marchYear = year + (month > 12 ? 1 : 0) - (fromMarch > 9 ? 1 : 0);
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + (daysBeforeMonth[fromMarch] ?? 0) - 719_468;
}

/** The day that `2018-12-06` writes, or undefined if the text is no such date. */
export function parseIsoDate(text: string): Day | undefined {
  const [, year, month, dayOfMonth] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return day(Number(year), Number(month), Number(dayOfMonth));
}

/** Year, month and day of the month. The few days of a sheet are needed again and again. */
export function parts(date: Day): DateParts {
  const known = partsByDay.get(date);
  if (known) return known;
  const { year, month, day } = libraryDate(date);
  const found = { year, month, day };
  partsByDay.set(date, found);
  return found;
}

const partsByDay = new Map<Day, DateParts>();

/** `2018-12-06` */
export function isoDate(date: Day): string {
  const { year, month, day } = parts(date);
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The day that `longDate` writes; undefined of any other text. */
export function parseLongDate(text: string): Day | undefined {
  const [, month = "", dayOfMonth, year] = /^([A-Z][a-z]+) (\d{1,2}), (\d{4})$/.exec(text) ?? [];
  const number = monthNumber(month);
  return number === undefined ? undefined : day(Number(year), number, Number(dayOfMonth));
}

/** `December 6, 2018` */
export function longDate(date: Day): string {
  const { year, month, day } = parts(date);
  return `${monthNames[month - 1]} ${day}, ${year}`;
}

/** The day `count` days later (earlier if negative), or undefined if that is out of range. */
export function addDays(date: Day, count: number): Day | undefined {
  return inRange(date + count);
}

/**
 * The same day number `count` months later (earlier if negative), or that month's last day where the month is
 * shorter: January 31 and one month is February 28 or 29. Undefined if that is out of range.
 */
export function addMonths(date: Day, count: number): Day | undefined {
  return within(() => addMonthsTo(libraryDate(date), count));
}

/** Days from one date to another: the first counts, the last does not. Negative if `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return to - from;
}

/** 1 on January 1, 365 or 366 on December 31. */
export function dayOfYear(date: Day): number {
  return dayOfYearOf(libraryDate(date));
}

/** 365, or 366 in a leap year: the length of the year that the date is in. */
export function daysInYear(date: Day): number {
  return daysInYearOf(libraryDate(date));
}

/** 28 to 31: the length of the month that the date is in. */
export function daysInMonth(date: Day): number {
  return daysInMonthOf(libraryDate(date));
}

/** 1 on Monday to 7 on Sunday, as in ISO 8601. */
export function weekday(date: Day): number {
  // Day 0 was a Thursday, and `%` keeps the sign of a day before it.
  return ((((date + 3) % 7) + 7) % 7) + 1;
}

/** `Monday` to `Sunday` */
export function weekdayName(date: Day): string {
  return weekdayNames[weekday(date) - 1] ?? "";
}

const monthNumbers = new Map<string, number>(
  monthNames.flatMap((name, index) => {
    const full = name.toLowerCase();
    const short = full.slice(0, 3);
    const shorts = full === "may" ? [] : full === "september" ? [short, "sept"] : [short];
    return [full, ...shorts.flatMap((form) => [form, `${form}.`])].map((form) => [form, index + 1] as const);
  }),
);

/**
 * 1 to 12 for an English month's name or usual abbreviation (`Dec`, `Dec.`, `Sept`), in any letter case; else
 * undefined.
 */
export function monthNumber(name: string): number | undefined {
  return monthNumbers.get(name.toLowerCase());
}

const firstDay = -62_091; // 1800-01-01
const lastDay = 84_370; // 2200-12-31

function inRange(days: number): Day | undefined {
  return days >= firstDay && days <= lastDay ? (days as Day) : undefined;
}

const epochDate = once(() => create(1970, 1, 1));

function libraryDate(date: Day): LibraryDate {
  return addDaysTo(epochDate(), date);
}

/** The library throws at a date that does not exist, or beyond its own range. */
function within(make: () => LibraryDate): Day | undefined {
  try {
    return inRange(diffDays(epochDate(), make()));
  } catch {
    return undefined;
  }
}
