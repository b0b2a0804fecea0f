import { counted, grouped } from "../../base/words.ts";
import type { ScheduleRow, WhenMeaning } from "../../catalog/value.ts";
import type { BoundInner } from "../../note/bound.ts";
import { dated } from "../../quantity/arithmetic.ts";
import { addDays, addMonths, type Day } from "../../quantity/date.ts";
import {
  dayOf,
  type Figure,
  isWaiting,
  named,
  type Result,
  type Waiting,
  waiting,
} from "../../quantity/figure.ts";
import { evaluate, type Situation } from "../engine/formula.ts";
import { dayOfEvent, resolveDate } from "../inputs/clauses.ts";
import { matures } from "../inputs/dates.ts";

/** A line of a schedule on one of its days. */
export interface Occasion {
  readonly on: Figure<"date">;
  readonly row: ScheduleRow;
}

/** What a line waits for that rises by the day where no days are counted one by one. */
export const risingElsewhere = "an amount that does not rise by the day, which only “late delivery” counts";

/** Waits for a line that is blank or can't be read: without it a schedule has no sum. */
export function unsettledLine(
  label: string,
  { clause, rows }: Pick<BoundInner<Record<never, never>>, "clause" | "rows">,
): Waiting | undefined {
  const lines = clause?.block?.clauses.length ?? 0;
  return lines > rows.length ? waiting(`a line of “${label}” that is blank or can't be read`) : undefined;
}

/** Every day of a schedule with its line, in the order of time. Lines without an end go on to maturity. */
export function occasions(rows: readonly ScheduleRow[], situation: Situation): readonly Occasion[] | Waiting {
  const found: Occasion[] = [];
  const missing: string[] = [];
  for (const row of rows) {
    const days = daysOf(row.when, situation);
    if (isWaiting(days)) missing.push(...days.waitingFor);
    else found.push(...days.map((on) => ({ on: named("payment day", on), row })));
  }
  if (missing.length > 0) return waiting(...missing);
  return found.sort((a, b) => dayOf(a.on) - dayOf(b.on));
}

/** The days of a line: each of a periodic one, of a stretch of days its last. */
function daysOf(when: WhenMeaning, situation: Situation): readonly Figure<"date">[] | Waiting {
  if (when.kind === "periodic") return periodicDays(when, situation);
  const day =
    when.kind === "date"
      ? resolveDate(when.date, situation)
      : (lastDay(when, situation) ?? evaluate(matures, situation));
  return isWaiting(day) ? day : [day];
}

type Stretch = Extract<WhenMeaning, { kind: "days" | "dates" }>;

/**
 * Whether a stretch that runs until a day meets one that runs from the same day in the same words: as with rates, the
 * day itself then belongs to the second.
 */
export function meets(before: WhenMeaning, next: WhenMeaning): boolean {
  if (before.kind !== "dates" || next.kind !== "dates" || next.begins !== "on") return false;
  const [until, from] = [before.last, next.first];
  return before.first === undefined && until !== undefined && from !== undefined && until.text === from.text;
}

/** The first day of a stretch; undefined where it is open. */
export function firstDay(when: Stretch, situation: Situation): Result<"date"> | undefined {
  if (when.kind === "dates") {
    const date = when.first && resolveDate(when.first, situation);
    return date === undefined || isWaiting(date) || when.begins === "on" ? date : dayAfter(date);
  }
  return when.first === undefined ? undefined : numbered(when.first, when, situation);
}

/** The last day of a stretch; undefined where it is open. */
export function lastDay(when: Stretch, situation: Situation): Result<"date"> | undefined {
  if (when.kind === "dates") return when.last && resolveDate(when.last, situation);
  return when.last === undefined ? undefined : numbered(when.last, when, situation);
}

function dayAfter(date: Figure<"date">): Result<"date"> {
  const day = addDays(dayOf(date), 1);
  return day === undefined ? waiting("a date within the calendar") : dated(day, "the day after", [date]);
}

/** Day n is n days after what the days are counted from. */
function numbered(
  count: number,
  { anchor }: Extract<WhenMeaning, { kind: "days" }>,
  situation: Situation,
): Result<"date"> {
  const from = dayOfEvent(anchor, situation);
  if (isWaiting(from)) return from;
  const day = addDays(dayOf(from), count);
  return day === undefined ? waiting("a date within the calendar") : dated(day, `day ${count}`, [from]);
}

/** The same day number each time, or a shorter month's last day. Waits where the calendar ends before so many times. */
function periodicDays(
  when: Extract<WhenMeaning, { kind: "periodic" }>,
  situation: Situation,
): readonly Figure<"date">[] | Waiting {
  const first = resolveDate(when.from, situation);
  if (isWaiting(first)) return first;
  const end = endOf(when, situation);
  if (isWaiting(end)) return end;
  const days: Figure<"date">[] = [first];
  for (let count = 1; count < (when.times ?? Number.POSITIVE_INFINITY); count++) {
    const day = later(dayOf(first), count, when.every);
    if (day === undefined && when.times !== undefined) return waiting(endsTooLate(when.times));
    // Every round is a week later at least, and the calendar ends.
    if (day === undefined || (end && day > dayOf(end))) break;
    days.push(dated(day, `number ${count + 1}, ${oftenOf(when.every)}`, [first]));
  }
  return days;
}

function endsTooLate(times: number): string {
  return `a schedule that ends by 2200, where the calendar does: ${grouped(String(times))} times go beyond`;
}

type Every = Extract<WhenMeaning, { kind: "periodic" }>["every"];

function endOf(
  when: Extract<WhenMeaning, { kind: "periodic" }>,
  situation: Situation,
): Result<"date"> | undefined {
  if (when.until) return resolveDate(when.until, situation);
  return when.times === undefined ? evaluate(matures, situation) : undefined;
}

function oftenOf({ unit, count }: Every): string {
  if (unit === "day") return count === 7 ? "weekly" : `every ${counted(count, "day")}`;
  return monthly[count] ?? `every ${counted(count, "month")}`;
}

const monthly: Readonly<Record<number, string>> = {
  1: "monthly",
  3: "quarterly",
  6: "semi-annually",
  12: "annually",
};

function later(from: Day, count: number, every: Every): Day | undefined {
  return every.unit === "day" ? addDays(from, count * every.count) : addMonths(from, count * every.count);
}
