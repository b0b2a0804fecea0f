import { expect, test } from "vitest";
import { monthNames } from "../../server/src/base/months.ts";
import {
  addDays,
  addMonths,
  type Day,
  day,
  dayOfYear,
  daysBetween,
  daysInMonth,
  daysInYear,
  isoDate,
  longDate,
  monthNumber,
  parseIsoDate,
  parts,
  weekday,
  weekdayName,
} from "../../server/src/quantity/date.ts";

const written = (date: Day | undefined) => date && isoDate(date);
const at = (text: string): Day => {
  const date = parseIsoDate(text);
  if (date === undefined) throw new Error(`no date: ${text}`);
  return date;
};

test("a date that does not exist is undefined", () => {
  expect(day(2018, 2, 30)).toBeUndefined();
  expect(day(2019, 2, 29)).toBeUndefined();
  expect(day(1900, 2, 29)).toBeUndefined();
  expect(day(2000, 2, 29)).toBeDefined();
  for (const [month, dayOfMonth] of [
    [0, 1],
    [13, 1],
    [4, 31],
    [1, 0],
    [1, 32],
    [Number.NaN, 1],
  ] as const) {
    expect(day(2020, month, dayOfMonth)).toBeUndefined();
  }
});

test("dates run from 1800 to 2200", () => {
  const first = at("1800-01-01");
  const last = at("2200-12-31");
  for (const year of [1799, 2201, 0, -1, 300_000, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(day(year, 1, 1)).toBeUndefined();
  }
  expect(addDays(first, -1)).toBeUndefined();
  expect(addDays(last, 1)).toBeUndefined();
  expect(addMonths(first, -1)).toBeUndefined();
  expect(addMonths(last, 1)).toBeUndefined();
  expect(addMonths(first, 1e15)).toBeUndefined();
  expect(addDays(first, Number.NaN)).toBeUndefined();
});

test("every day of the range agrees with the platform's calendar", () => {
  const last = at("2200-12-31");
  let seen = 0;
  for (let date: Day | undefined = at("1800-01-01"); date !== undefined; date = addDays(date, 1)) {
    const platform = new Date(date * 86_400_000);
    const { year, month, day: dayOfMonth } = parts(date);
    const same =
      year === platform.getUTCFullYear() &&
      month === platform.getUTCMonth() + 1 &&
      dayOfMonth === platform.getUTCDate() &&
      weekday(date) % 7 === platform.getUTCDay() &&
      day(year, month, dayOfMonth) === date;
    if (!same) throw new Error(`${date} is ${year}-${month}-${dayOfMonth}`);
    seen++;
  }
  expect(seen).toBe(daysBetween(at("1800-01-01"), last) + 1);
});

test("dates are written and read", () => {
  expect(at("1970-01-01")).toBe(0);
  expect(isoDate(at("2018-12-06"))).toBe("2018-12-06");
  expect(longDate(at("2018-12-06"))).toBe("December 6, 2018");
  for (const text of ["2018-2-3", "2018-02-30", "20180203", "2018-02-03 ", "", "yyyy-mm-dd", "12018-01-01"]) {
    expect(parseIsoDate(text)).toBeUndefined();
  }
});

test("a month later is the same day number, else the month's last day", () => {
  expect(written(addMonths(at("2018-01-31"), 1))).toBe("2018-02-28");
  expect(written(addMonths(at("2020-01-31"), 1))).toBe("2020-02-29");
  expect(written(addMonths(at("2020-02-29"), 12))).toBe("2021-02-28");
  expect(written(addMonths(at("2018-03-31"), -1))).toBe("2018-02-28");
  expect(written(addMonths(at("2017-12-06"), 6))).toBe("2018-06-06");
  expect(written(addMonths(at("2018-11-30"), 3))).toBe("2019-02-28");
  expect(written(addMonths(at("2018-11-30"), 0))).toBe("2018-11-30");
});

test("days are counted and added", () => {
  expect(daysBetween(at("2018-12-06"), at("2019-06-04"))).toBe(180);
  expect(daysBetween(at("2019-06-04"), at("2018-12-06"))).toBe(-180);
  expect(written(addDays(at("2018-12-06"), 180))).toBe("2019-06-04");
  expect(written(addDays(at("1970-01-02"), -2))).toBe("1969-12-31");
  expect([dayOfYear(at("2020-12-31")), daysInYear(at("2020-01-01")), daysInMonth(at("2020-02-01"))]).toEqual([
    366, 366, 29,
  ]);
  expect([dayOfYear(at("2019-01-01")), daysInYear(at("2019-01-01")), daysInMonth(at("2019-02-01"))]).toEqual([
    1, 365, 28,
  ]);
});

test("weekdays begin on Monday", () => {
  expect(weekday(at("2018-12-03"))).toBe(1);
  expect(weekday(at("2018-12-09"))).toBe(7);
  expect(weekdayName(at("2018-12-05"))).toBe("Wednesday");
  expect(weekdayName(at("1929-10-29"))).toBe("Tuesday");
});

test("months have names and abbreviations", () => {
  monthNames.forEach((name, index) => {
    const number = index + 1;
    const short = name.slice(0, 3);
    expect(
      [name, name.toUpperCase(), name.toLowerCase(), short, short.toUpperCase()].map(monthNumber),
    ).toEqual(Array(5).fill(number));
    if (name !== "May") expect(monthNumber(`${short}.`)).toBe(number);
  });
  expect(["Sept", "Sept.", "sept"].map(monthNumber)).toEqual([9, 9, 9]);
  expect(["Ma", "Decem", "December.", "Dec..", "", "constructor"].map(monthNumber)).toEqual(
    Array(6).fill(undefined),
  );
});
