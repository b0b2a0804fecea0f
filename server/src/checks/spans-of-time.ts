import type { WhenMeaning } from "../catalog/value.ts";
import { dayOfEvent, issued, resolveDate, stated } from "../finance/dates.ts";
import { evaluate, type Situation } from "../finance/formula.ts";
import { addDays, addMonths, type Day } from "../quantity/date.ts";
import { dayOf, isWaiting, type Result } from "../quantity/figure.ts";

/** Some days, both ends included; an end that is undefined is open. */
export interface Days {
  readonly first: Day | undefined;
  readonly last: Day | undefined;
}

/** The days from issue to maturity; undefined while either is open. */
export function termOf(alone: Situation): { readonly first: Day; readonly last: Day } | undefined {
  const first = known(evaluate(issued, alone));
  const last = known(evaluate(stated.maturity, alone));
  return first === undefined || last === undefined ? undefined : { first, last };
}

/** The days that a row of a schedule is for; undefined for single payments, and while a day is not known. */
export function daysOf(when: WhenMeaning, alone: Situation): Days | undefined {
  switch (when.kind) {
    case "days": {
      const anchor = known(dayOfEvent(when.anchor, alone));
      if (anchor === undefined) return undefined;
      const first = when.first === undefined ? undefined : addDays(anchor, when.first);
      const last = when.last === undefined ? undefined : addDays(anchor, when.last);
      const lost =
        (when.first !== undefined && first === undefined) || (when.last !== undefined && last === undefined);
      return lost ? undefined : { first, last };
    }
    case "dates": {
      const first = when.first && known(resolveDate(when.first, alone));
      const last = when.last && known(resolveDate(when.last, alone));
      const lost = (when.first && first === undefined) || (when.last && last === undefined);
      return lost ? undefined : { first, last };
    }
    default:
      return undefined;
  }
}

/** More payments than any schedule has. */
const mostPayments = 2_400;

/**
 * The days on which a row of a schedule has something paid, in order: those of a row that says how often to the end
 * that it names, else to maturity. Undefined for windows of days, and while a day is not known.
 */
export function paymentDays(when: WhenMeaning, alone: Situation): readonly Day[] | undefined {
  if (when.kind === "date") {
    const day = known(resolveDate(when.date, alone));
    return day === undefined ? undefined : [day];
  }
  if (when.kind !== "periodic") return undefined;
  const from = known(resolveDate(when.from, alone));
  const named = when.until && known(resolveDate(when.until, alone));
  if (from === undefined || (when.until && named === undefined)) return undefined;
  const end = named ?? (when.times === undefined ? known(evaluate(stated.maturity, alone)) : undefined);
  if (end === undefined && when.times === undefined) return undefined;
  const days: Day[] = [];
  for (let count = 0; count < Math.min(when.times ?? mostPayments, mostPayments); count++) {
    const step = when.every.count * count;
    const day = when.every.unit === "month" ? addMonths(from, step) : addDays(from, step);
    if (day === undefined || (end !== undefined && day > end)) break;
    days.push(day);
  }
  return days;
}

export function known(date: Result<"date">): Day | undefined {
  return isWaiting(date) ? undefined : dayOf(date);
}
