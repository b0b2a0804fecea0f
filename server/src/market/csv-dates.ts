import { nyse } from "../quantity/calendar.ts";
import { type Day, day, monthNumber } from "../quantity/date.ts";

/** A date of which the file as a whole has to tell which number is the month. */
export interface DateNumbers {
  readonly first: number;
  readonly second: number;
  readonly year: number;
}

export type WrittenDate = Day | DateNumbers;

const iso = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?:[T ].*)?$/;
const numbers = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?: .*)?$/;
const monthFirst = /^([a-z]{3,9}\.?) (\d{1,2}),? (\d{4})$/i;
const dayFirst = /^(\d{1,2})[ -]([a-z]{3,9}\.?)[ -](\d{4}|\d{2})$/i;

/** Reads the date in a cell; undefined where it is none. A time behind it says nothing of the day. */
export function readDate(written: string): WrittenDate | undefined {
  const plain = plainDate(written);
  if (plain !== undefined) return plain;
  const cell = written.trim();
  const parts = iso.exec(cell);
  if (parts && (parts[2] !== "" || /^\d{8}$/.test(cell)))
    return day(Number(parts[1]), Number(parts[3]), Number(parts[4]));
  const pair = numbers.exec(cell);
  if (pair) return { first: Number(pair[1]), second: Number(pair[3]), year: yearOf(pair[4] ?? "") };
  const american = monthFirst.exec(cell);
  if (american) return known(Number(american[3]), monthNumber(american[1] ?? ""), Number(american[2]));
  const other = dayFirst.exec(cell);
  return other ? known(yearOf(other[3] ?? ""), monthNumber(other[2] ?? ""), Number(other[1])) : undefined;
}

/** `2018-12-06`, as most files write most dates: read without a pattern, which takes five times as long. */
function plainDate(cell: string): Day | undefined {
  if (cell.length !== 10 || cell[4] !== "-" || cell[7] !== "-") return undefined;
  const year = digitsAt(cell, 0) * 100 + digitsAt(cell, 2);
  return day(year, digitsAt(cell, 5), digitsAt(cell, 8));
}

/** The number that two digits write; not a number where they are none. */
function digitsAt(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** A year of two digits is one of the hundred from 1970 on. */
function yearOf(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function known(year: number, month: number | undefined, dayOfMonth: number): Day | undefined {
  return month === undefined ? undefined : day(year, month, dayOfMonth);
}

/** Which of two numbers is the month, and what tells it; `neither` where nothing does and the American order is taken. */
export interface DateOrder {
  readonly monthFirst: boolean;
  readonly decided: "by a number above 12" | "by trading days" | "by neither";
}

/**
 * In which order a file writes its dates. A number above 12 is no month; where no date has one, the order counts under
 * which the exchange was open on every day of the file.
 */
export function orderOf(open: readonly DateNumbers[]): DateOrder {
  const decided = "by a number above 12";
  if (open.some(({ second }) => second > 12)) return { monthFirst: true, decided };
  if (open.some(({ first }) => first > 12)) return { monthFirst: false, decided };
  if (open.every(({ first, second }) => first === second)) return { monthFirst: true, decided };
  const [american, other] = [true, false].map((order) => open.every((date) => isTradingDay(date, order)));
  if (american === other) return { monthFirst: true, decided: "by neither" };
  return { monthFirst: american === true, decided: "by trading days" };
}

function isTradingDay(date: DateNumbers, order: boolean): boolean {
  const at = dayOfDate(date, order);
  return at !== undefined && nyse.isOpen(at);
}

/** The day that a date is in that order; undefined where there is none. */
export function dayOfDate(date: WrittenDate, order: boolean): Day | undefined {
  if (typeof date === "number") return date;
  const { first, second, year } = date;
  return order ? day(year, first, second) : day(year, second, first);
}
