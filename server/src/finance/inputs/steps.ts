import type { DateMeaning } from "../../catalog/value.ts";
import { stepOpenDays } from "../../market/windows.ts";
import { addDays, addMonths, type Day } from "../../quantity/date.ts";

/** The day so many units later, or earlier where the count is below zero; undefined beyond the calendar. */
export function moved(
  from: Day,
  count: number,
  unit: Extract<DateMeaning, { kind: "relative" }>["unit"],
): Day | undefined {
  if (Math.abs(count) > 1_000_000) return undefined;
  switch (unit) {
    case "day":
      return addDays(from, count);
    case "week":
      return addDays(from, count * 7);
    case "month":
      return addMonths(from, count);
    case "year":
      return addMonths(from, count * 12);
    case "trading day":
    case "business day":
      return stepOpenDays(unit, from, count);
  }
}
