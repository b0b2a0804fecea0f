import type { WindowMeaning } from "../catalog/value.ts";
import { longestWindow } from "../note/prices.ts";
import {
  addOpenDays,
  type Calendar,
  newYorkBanks,
  nyse,
  previousOpenDay,
  tradingDaysBefore,
  tradingDaysEnding,
} from "../quantity/calendar.ts";
import { addDays, type Day } from "../quantity/date.ts";

/** Which days a window holds: how many, counted how, ending before its anchor or on it. */
export interface WindowShape {
  readonly count: number;
  readonly unit: WindowMeaning["unit"];
  readonly ends: WindowMeaning["ends"];
}

/**
 * The trading days of a window, oldest first; of one longer than any price may have, as many as that. Calendar days and business days only say how far it reaches back:
 * a day without trading has no price.
 */
export function windowDays({ count, unit, ends }: WindowShape, anchor: Day): Day[] {
  const days = Math.min(count, longestWindow);
  if (days < 1) return [];
  if (unit === "day") return calendarDays(days, ends, anchor).filter(nyse.isOpen);
  const calendar = calendarOf(unit);
  const open =
    ends === "before" ? tradingDaysBefore(calendar, anchor, days) : tradingDaysEnding(calendar, anchor, days);
  return unit === "trading day" ? open : open.filter(nyse.isOpen);
}

/** The one trading day before a day. */
export function tradingDayBefore(anchor: Day): Day | undefined {
  return previousOpenDay(nyse, anchor);
}

/** So many open days after a day, or before it; of a count beyond any note's, as many as are looked at. */
export function stepOpenDays(
  unit: "trading day" | "business day",
  from: Day,
  count: number,
): Day | undefined {
  const most = longestWindow * 10;
  return addOpenDays(calendarOf(unit), from, Math.max(-most, Math.min(most, count)));
}

function calendarOf(unit: "trading day" | "business day"): Calendar {
  return unit === "business day" ? newYorkBanks : nyse;
}

function calendarDays(count: number, ends: WindowShape["ends"], anchor: Day): Day[] {
  const last = addDays(anchor, ends === "before" ? -1 : 0);
  const days: Day[] = [];
  for (let back = count - 1; back >= 0 && last !== undefined; back--) {
    const day = addDays(last, -back);
    if (day !== undefined) days.push(day);
  }
  return days;
}
