/** The weekdays on which New York's exchange and banks are closed, year by year, and why. */
import { addDays, type Day, day, parseIsoDate, weekday } from "./date.ts";

/** A year's closed weekdays, each with its reason in words. */
export type Closures = ReadonlyMap<Day, string>;

/**
 * The New York Stock Exchange's, by the rules in force since 1995. NYSE Rule 7.2: a holiday on a Sunday closes
 * the Monday after, one on a Saturday the Friday before, unless that ends an accounting period, as December 31
 * does.
 */
export function exchangeClosures(year: number): Closures {
  return closures(year, exchangeHolidays, specialClosings);
}

/**
 * The Federal Reserve Banks', on which dollar payments do not settle (frbservices.org, holiday schedules): a
 * holiday on a Sunday closes the Monday after; one on a Saturday leaves the Friday before open.
 */
export function bankClosures(year: number): Closures {
  return closures(year, bankHolidays, []);
}

interface Holiday {
  readonly name: string;
  readonly on: (year: number) => Day | undefined;
  /** The first year in which it closes. */
  readonly since?: number;
  /** Whether it closes the Friday before where it falls on a Saturday. */
  readonly fridayForSaturday?: true;
}

const newYear = { name: "New Year's Day", on: fixed(1, 1) };
const king = { name: "Martin Luther King Jr. Day", on: nthWeekday(3, 1, 1) };
const washington = { name: "Washington's Birthday", on: nthWeekday(3, 1, 2) };
const memorial = { name: "Memorial Day", on: (year: number) => weekdayFrom(day(year, 5, 25), 1) };
const juneteenth = { name: "Juneteenth", on: fixed(6, 19), since: 2022 };
const independence = { name: "Independence Day", on: fixed(7, 4) };
const labor = { name: "Labor Day", on: nthWeekday(1, 1, 9) };
const thanksgiving = { name: "Thanksgiving Day", on: nthWeekday(4, 4, 11) };
const christmas = { name: "Christmas Day", on: fixed(12, 25) };

const exchangeHolidays: readonly Holiday[] = [
  newYear,
  { ...king, since: 1998 },
  washington,
  { name: "Good Friday", on: (year) => shift(easter(year), -2) },
  memorial,
  { ...juneteenth, fridayForSaturday: true },
  { ...independence, fridayForSaturday: true },
  labor,
  thanksgiving,
  { ...christmas, fridayForSaturday: true },
];

const bankHolidays: readonly Holiday[] = [
  newYear,
  { ...king, since: 1986 },
  washington,
  memorial,
  juneteenth,
  independence,
  labor,
  { name: "Columbus Day", on: nthWeekday(2, 1, 10) },
  { name: "Veterans Day", on: fixed(11, 11) },
  thanksgiving,
  christmas,
];

/** From the exchange's list of special closings (nyse.com, "closings"), 1995 to January 2025. */
const specialClosings: readonly (readonly [date: string, reason: string])[] = [
  ["2001-09-11", "attacks of September 11"],
  ["2001-09-12", "attacks of September 11"],
  ["2001-09-13", "attacks of September 11"],
  ["2001-09-14", "attacks of September 11"],
  ["2004-06-11", "national day of mourning for Ronald Reagan"],
  ["2007-01-02", "national day of mourning for Gerald R. Ford"],
  ["2012-10-29", "Hurricane Sandy"],
  ["2012-10-30", "Hurricane Sandy"],
  ["2018-12-05", "national day of mourning for George H. W. Bush"],
  ["2025-01-09", "national day of mourning for Jimmy Carter"],
];

function closures(year: number, holidays: readonly Holiday[], special: typeof specialClosings): Closures {
  const dated: (readonly [Day | undefined, string])[] = [
    ...holidays.filter(({ since = year }) => year >= since).map((holiday) => closed(holiday, year)),
    ...special
      .filter(([date]) => date.startsWith(`${year}-`))
      .map(([date, reason]) => [parseIsoDate(date), reason] as const),
  ];
  return new Map(dated.flatMap(([date, reason]) => (date === undefined ? [] : [[date, reason]])));
}

/** The day that a holiday closes, and how to say so. */
function closed(holiday: Holiday, year: number): readonly [Day | undefined, string] {
  const date = holiday.on(year);
  if (date !== undefined && weekday(date) === 7) return [addDays(date, 1), `${holiday.name}, observed`];
  if (date !== undefined && weekday(date) === 6 && holiday.fridayForSaturday)
    return [addDays(date, -1), `${holiday.name}, observed`];
  return [date, holiday.name];
}

function fixed(month: number, dayOfMonth: number): Holiday["on"] {
  return (year) => day(year, month, dayOfMonth);
}

function nthWeekday(nth: number, weekdayNumber: number, month: number): Holiday["on"] {
  return (year) => weekdayFrom(day(year, month, 7 * nth - 6), weekdayNumber);
}

/** The first such weekday on or after a day. */
function weekdayFrom(date: Day | undefined, weekdayNumber: number): Day | undefined {
  return date === undefined ? undefined : addDays(date, (weekdayNumber - weekday(date) + 7) % 7);
}

function shift(date: Day | undefined, days: number): Day | undefined {
  return date === undefined ? undefined : addDays(date, days);
}

/** Easter Sunday by the anonymous Gregorian algorithm (Nature, April 20, 1876). */
function easter(year: number): Day | undefined {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const leaps = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - leaps + 15) % 30;
  const ofCentury = year % 100;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const place = moon + sunday - 7 * late + 114;
  return day(year, Math.floor(place / 31), (place % 31) + 1);
}
