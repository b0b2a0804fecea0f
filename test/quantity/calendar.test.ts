import { expect, test } from "vitest";
import {
  type Adjustment,
  addOpenDays,
  adjust,
  adjustments,
  newYorkBanks,
  nextOpenDay,
  nyse,
  previousOpenDay,
  tradingDaysBefore,
  tradingDaysEnding,
} from "../../server/src/quantity/calendar.ts";
import { addDays, type Day, isoDate, parseIsoDate, weekday } from "../../server/src/quantity/date.ts";
import { oracle } from "./oracle.ts";

const at = (text: string): Day => {
  const date = parseIsoDate(text);
  if (date === undefined) throw new Error(`no date: ${text}`);
  return date;
};
const written = (date: Day | undefined) => (date === undefined ? undefined : isoDate(date));

function weekdaysClosed(from: string, to: string): string[] {
  const closed: string[] = [];
  for (let date: Day | undefined = at(from); date !== undefined && date <= at(to); date = addDays(date, 1)) {
    if (weekday(date) <= 5 && !nyse.isOpen(date)) closed.push(isoDate(date));
  }
  return closed;
}

test("the exchange's closed weekdays from 1995 to 2035 are the oracle's, and no other", () => {
  const theirs = oracle("nyse-closures.csv").map((row) => row.weekday_closed);
  expect(weekdaysClosed("1995-01-01", "2035-12-31")).toEqual(theirs);
});

test("adjusted dates are the oracle's", () => {
  const rows = oracle("business-day.csv");
  const calendars = new Map([nyse, newYorkBanks].map((calendar) => [calendar.name, calendar]));
  const wrong = rows.filter(({ date = "", calendar = "", convention = "", adjusted }) => {
    const known = calendars.get(calendar);
    return !known || written(adjust(known, at(date), convention as Adjustment)) !== adjusted;
  });
  expect(wrong).toEqual([]);
  expect(rows).toHaveLength(1680);
  expect([...new Set(rows.map((row) => row.convention))]).toEqual(adjustments);
});

test("a closed day has a reason", () => {
  const reasons = Object.fromEntries(
    [
      "2018-12-05",
      "2025-01-09",
      "2012-10-30",
      "2001-09-13",
      "2018-12-08",
      "2018-12-09",
      "2018-11-22",
      "2018-03-30",
      "2020-07-03",
      "2022-06-20",
      "2021-12-24",
      "2018-12-06",
      "2018-11-23",
      "2021-12-31",
      "2018-10-08",
    ].map((date) => [date, nyse.closure(at(date))]),
  );
  expect(reasons).toEqual({
    "2018-12-05": "national day of mourning for George H. W. Bush",
    "2025-01-09": "national day of mourning for Jimmy Carter",
    "2012-10-30": "Hurricane Sandy",
    "2001-09-13": "attacks of September 11",
    "2018-12-08": "Saturday",
    "2018-12-09": "Sunday",
    "2018-11-22": "Thanksgiving Day",
    "2018-03-30": "Good Friday",
    "2020-07-03": "Independence Day, observed",
    "2022-06-20": "Juneteenth, observed",
    "2021-12-24": "Christmas Day, observed",
    "2018-12-06": undefined,
    "2018-11-23": undefined,
    "2021-12-31": undefined,
    "2018-10-08": undefined,
  });
});

test("the banks close on holidays of their own, not on the exchange's special days", () => {
  expect(newYorkBanks.closure(at("2018-10-08"))).toBe("Columbus Day");
  expect(newYorkBanks.closure(at("2018-11-12"))).toBe("Veterans Day, observed");
  for (const open of ["2018-12-05", "2018-03-30", "2012-10-29", "2020-07-03", "2021-12-24"]) {
    expect(newYorkBanks.isOpen(at(open)), open).toBe(true);
  }
});

test("trading days before an anchor leave it out; those ending on it take it in", () => {
  const before = ["2018-11-28", "2018-11-29", "2018-11-30", "2018-12-03", "2018-12-04"];
  expect(tradingDaysBefore(nyse, at("2018-12-06"), 5).map(isoDate)).toEqual(before);
  expect(tradingDaysEnding(nyse, at("2018-12-05"), 5).map(isoDate)).toEqual(before);
  expect(tradingDaysEnding(nyse, at("2018-12-06"), 3).map(isoDate)).toEqual([
    "2018-12-03",
    "2018-12-04",
    "2018-12-06",
  ]);
  expect(tradingDaysBefore(nyse, at("2018-12-06"), 0)).toEqual([]);
  expect(tradingDaysEnding(nyse, at("2018-12-06"), 0)).toEqual([]);
});

test("open days next to a day", () => {
  expect(written(nextOpenDay(nyse, at("2018-12-04")))).toBe("2018-12-06");
  expect(written(previousOpenDay(nyse, at("2018-12-06")))).toBe("2018-12-04");
  expect(written(addOpenDays(nyse, at("2018-12-04"), 2))).toBe("2018-12-07");
  expect(written(addOpenDays(nyse, at("2018-12-06"), -2))).toBe("2018-12-03");
  expect(written(addOpenDays(nyse, at("2018-12-05"), 0))).toBe("2018-12-05");
});

test("modified following stays within the month", () => {
  expect(written(adjust(nyse, at("2018-03-30"), "following"))).toBe("2018-04-02");
  expect(written(adjust(nyse, at("2018-03-30"), "modified following"))).toBe("2018-03-29");
});

test("nothing leads out of the range of dates", () => {
  expect(addOpenDays(nyse, at("2200-12-30"), 10)).toBeUndefined();
  expect(adjust(nyse, at("1800-01-01"), "preceding")).toBeUndefined();
  expect(tradingDaysBefore(nyse, at("1800-01-06"), 10).map(isoDate)).toEqual(["1800-01-02", "1800-01-03"]);
});
