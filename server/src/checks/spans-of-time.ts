import type { ScheduleRow, WhenMeaning } from "../catalog/value.ts";
import { evaluate, type Situation } from "../finance/engine/formula.ts";
import { issued, stated } from "../finance/inputs/clauses.ts";
import { firstDay, lastDay, occasions } from "../finance/interest/schedule.ts";
import type { Day } from "../quantity/date.ts";
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
  if (when.kind !== "days" && when.kind !== "dates") return undefined;
  const [first, last] = [firstDay(when, alone), lastDay(when, alone)];
  if (isWaiting(first) || isWaiting(last)) return undefined;
  return { first: first && dayOf(first), last: last && dayOf(last) };
}

/** The days on which a row of a schedule has something paid, in order; undefined for windows of days, and while a day is not known. */
export function paymentDays(row: ScheduleRow, alone: Situation): readonly Day[] | undefined {
  if (row.when.kind !== "date" && row.when.kind !== "periodic") return undefined;
  const days = occasions([row], alone);
  return isWaiting(days) ? undefined : days.map(({ on }) => dayOf(on));
}

export function known(date: Result<"date">): Day | undefined {
  return isWaiting(date) ? undefined : dayOf(date);
}
