/** Days on which the New York Stock Exchange trades, and on which New York's banks pay. */
import { countStep } from "../base/steps.ts";
import { addDays, type Day, day, parts, weekday, weekdayName } from "./date.ts";
import { bankClosures, type Closures, exchangeClosures } from "./holidays.ts";

/**
 * A calendar answers for any day by the rules in force since 1995; special closures are known to January 2025.
 * A day that closes early is open.
 */
export interface Calendar {
  /** As messages say it. */
  readonly name: string;
  readonly isOpen: (date: Day) => boolean;
  /** Why a day is closed, in words (`Saturday`, `Thanksgiving Day`); undefined if it is open. */
  readonly closure: (date: Day) => string | undefined;
}

/** What becomes of a day on which the calendar is closed. `modified following` stays within the month. */
export const adjustments = ["following", "modified following", "preceding"] as const;
export type Adjustment = (typeof adjustments)[number];

/** The first open day after this one; undefined beyond the range of `Day`, here and below. */
export function nextOpenDay(calendar: Calendar, date: Day): Day | undefined {
  return step(calendar, date, 1);
}

/** The last open day before this one. */
export function previousOpenDay(calendar: Calendar, date: Day): Day | undefined {
  return step(calendar, date, -1);
}

/** The `count`th open day after this one, or before it if negative; the day itself, open or not, if zero. */
export function addOpenDays(calendar: Calendar, date: Day, count: number): Day | undefined {
  let at: Day | undefined = date;
  for (let left = Math.abs(count); left > 0 && at !== undefined; left--) {
    at = step(calendar, at, count > 0 ? 1 : -1);
  }
  return at;
}

/**
 * The `count` open days before the anchor, oldest first, the anchor excluded; fewer only if they would begin
 * before the range of `Day`.
 */
export function tradingDaysBefore(calendar: Calendar, anchor: Day, count: number): Day[] {
  const days: Day[] = [];
  let at = previousOpenDay(calendar, anchor);
  while (days.length < count && at !== undefined) {
    days.push(at);
    at = previousOpenDay(calendar, at);
  }
  return days.reverse();
}

/** The `count` open days that end on the anchor, or on the last open day before it; else as above. */
export function tradingDaysEnding(calendar: Calendar, anchor: Day, count: number): Day[] {
  if (count < 1 || !calendar.isOpen(anchor)) return tradingDaysBefore(calendar, anchor, count);
  return [...tradingDaysBefore(calendar, anchor, count - 1), anchor];
}

/** The day itself if it is open, else the open day that the convention puts in its place. */
export function adjust(calendar: Calendar, date: Day, convention: Adjustment): Day | undefined {
  if (calendar.isOpen(date)) return date;
  if (convention === "preceding") return previousOpenDay(calendar, date);
  const following = nextOpenDay(calendar, date);
  if (convention === "following" || following === undefined) return following;
  return parts(following).month === parts(date).month ? following : previousOpenDay(calendar, date);
}

function step(calendar: Calendar, date: Day, by: 1 | -1): Day | undefined {
  countStep();
  let at = addDays(date, by);
  while (at !== undefined && !calendar.isOpen(at)) at = addDays(at, by);
  return at;
}

/**
 * The New York Stock Exchange, whose trading days are Nasdaq's and the OTC market's too: every weekday on which
 * it did not open from 1995 on.
 */
export const nyse = calendar("NYSE", exchangeClosures);

/** The banks of New York, for payments in dollars: the holidays of the Federal Reserve Banks. */
export const newYorkBanks = calendar("New York banks", bankClosures);

function calendar(name: string, closuresOf: (year: number) => Closures): Calendar {
  const closures = byYear(closuresOf);
  const closure = (date: Day) => (weekday(date) > 5 ? weekdayName(date) : closures(date).get(date));
  return { name, closure, isOpen: (date) => closure(date) === undefined };
}

/** Builds each year once. A day's year is looked up only where it may not be that of the day before: windows are runs. */
function byYear(build: (year: number) => Closures): (date: Day) => Closures {
  const built = new Map<number, Closures>();
  let year: { first: Day; last: Day; closures: Closures } | undefined;
  return (date) => {
    if (year !== undefined && year.first <= date && date <= year.last) return year.closures;
    const number = parts(date).year;
    const closures = built.get(number) ?? build(number);
    built.set(number, closures);
    year = { first: day(number, 1, 1) ?? date, last: day(number, 12, 31) ?? date, closures };
    return closures;
  };
}
