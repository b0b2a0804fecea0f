import { grouped } from "../../base/words.ts";
import type { PaymentDaysMeaning } from "../../catalog/value.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { addMonths, type Day, daysInMonth, parts } from "../../quantity/date.ts";
import { Unworkable } from "../../quantity/exact.ts";
import {
  assuming,
  dayOf,
  type Figure,
  isWaiting,
  named,
  type Result,
  type Waiting,
} from "../../quantity/figure.ts";
import { inEachSituation, type Situation, varied } from "../engine/formula.ts";
import { caseOn, resolveDate } from "../inputs/clauses.ts";
import { paidOn, stopsAtStatedDay } from "../inputs/payment-days.ts";
import { assumedBy, readingOf, unsettled } from "../inputs/readings.ts";

const monthsBetween: Readonly<Record<PaymentDaysMeaning["every"], number>> = {
  monthly: 1,
  quarterly: 3,
  "semi-annually": 6,
  annually: 12,
};

/** A day on which interest is paid or added: to which it is counted, and on which money moves. */
export interface InterestDay {
  readonly on: Figure<"date">;
  readonly to: Figure<"date">;
  readonly inKind: boolean;
  readonly because: string | undefined;
}

/**
 * The days after a start and up to an end on which interest is paid or added along the way, in the order of time; none
 * where it is paid at maturity. They go on after the due date, on which interest in kind goes on to be added.
 */
export function interestDaysBetween(
  start: Figure<"date">,
  end: Figure<"date">,
  situation: Situation,
): readonly InterestDay[] | Waiting {
  const days = statedDays(start, end, situation);
  if (isWaiting(days)) return days;
  return days.map((due) => {
    const on = paidOn(due, situation);
    const to = stopsAtStatedDay(situation) ? due : on;
    return { on, to, ...inKindOn(on, situation) };
  });
}

function statedDays(
  start: Figure<"date">,
  end: Figure<"date">,
  situation: Situation,
): readonly Figure<"date">[] | Waiting {
  const { payable, firstPayment } = situation.note.clauses.interest.inner;
  const open = unsettled("payable", payable) ?? unsettled("first payment", firstPayment);
  if (open) return open;
  const said = paymentDays(situation);
  if (!said) return [];
  const { every, days } = said;
  const months = monthsBetween[every];
  const first = firstDayOf(situation);
  if (isWaiting(first)) return first;
  const after = first && dayOf(first) > dayOf(start) ? dayOf(first) - 1 : dayOf(start);
  if (days) return onDays(days, months, after, end, first ?? start, every);
  const { anchor, because } = first ? { anchor: first, because: undefined } : anchorOf(start, situation);
  const found = stepping(dayOf(anchor), months, after, dayOf(end)).map((day) =>
    arithmetic.dated(day, `interest is paid ${every}`, [anchor]),
  );
  return found.map((day) => named("interest payment", assuming(day, because)));
}

/** On which days interest is paid along the way; undefined where it is paid at maturity. */
export function paymentDays({ note }: Situation): PaymentDaysMeaning | undefined {
  const { payable } = note.clauses.interest.inner;
  return payable.state === "said" && payable.meaning.kind === "days" ? payable.meaning.value : undefined;
}

/** How many months lie between two payments of interest; undefined where it is paid at maturity. */
export function paymentMonths(situation: Situation): number | undefined {
  const said = paymentDays(situation);
  return said && monthsBetween[said.every];
}

/** The first payment that is stated; undefined where none is. */
export function firstDayOf(situation: Situation): Result<"date"> | undefined {
  const { firstPayment } = situation.note.clauses.interest.inner;
  if (firstPayment.state === "said") return resolveDate(firstPayment.meaning, situation);
  const from = paymentDays(situation)?.from;
  return from && resolveDate(from, situation);
}

/** What days of payment that are not stated are counted from: back from maturity, else from the start of interest. */
function anchorOf(
  start: Figure<"date">,
  situation: Situation,
): { readonly anchor: Figure<"date">; readonly because: string | undefined } {
  const due = maturityAlone(situation);
  if (!due) return { anchor: start, because: undefined };
  const { because } = assumedBy("payment-days", situation);
  const fromStart = readingOf("payment-days", situation).id === "from the start";
  return { anchor: fromStart ? start : due, because: meet(start, due, situation) ? undefined : because };
}

/** Whether the days counted from the start of interest are those counted back from maturity. */
function meet(start: Figure<"date">, due: Figure<"date">, situation: Situation): boolean {
  const said = paymentDays(situation);
  const months = said ? monthsBetween[said.every] : 1;
  const [from] = stepping(dayOf(due), months, dayOf(start) - 1, dayOf(due));
  return from === dayOf(start);
}

/** Whether the days of payment are left open, and it matters how they are counted. */
export function leavesDaysOpen(start: Figure<"date">, situation: Situation): boolean {
  const said = paymentDays(situation);
  if (!said || said.days) return false;
  const due = maturityAlone(situation);
  return firstDayOf(situation) === undefined && !!due && !meet(start, due, situation);
}

/** The stated maturity, as it is without a scenario that may bring it forward; undefined where there is none. */
export const maturityAlone = inEachSituation((situation): Figure<"date"> | undefined => {
  const { matures } = situation.note.clauses;
  if (matures.state !== "said") return undefined;
  const due = resolveDate(matures.meaning, varied(situation, { scenario: undefined }));
  return isWaiting(due) ? undefined : due;
});

/** More days than these nobody pays on: beyond, a figure waits instead of leaving out the rest. */
const mostDays = 2_400;

/** The days after one day and up to another that lie whole periods from an anchor, before it or behind. */
export function stepping(anchor: Day, months: number, after: number, until: number): Day[] {
  const found: Day[] = [];
  // At or before the first: a month has 31 days at most, and counted back 28 at least.
  const first = Math.floor((after - anchor) / (months * (after < anchor ? 28 : 31))) - 1;
  for (let count = first; found.length <= mostDays; count++) {
    const day = addMonths(anchor, months * count);
    // Before the calendar's first day there is nothing yet, and behind its last nothing more.
    if (day === undefined ? count > 0 : day > until) return found;
    if (day !== undefined && day > after) found.push(day);
  }
  throw new Unworkable(`a term of fewer than ${grouped(String(mostDays))} days of payment`);
}

/** The days that are stated: of the year with those that lie whole periods from them, ends of periods, or days of a month. */
function onDays(
  days: NonNullable<PaymentDaysMeaning["days"]>,
  months: number,
  after: number,
  end: Figure<"date">,
  from: Figure<"date">,
  every: string,
): readonly Figure<"date">[] {
  const { month: first } = parts(dayOf(from));
  const dayIn = (start: Day): readonly (number | "last")[] => {
    const { month } = parts(start);
    if (days.kind === "period ends") return month % months === 0 ? ["last"] : [];
    if (days.kind === "day of month") return (month - first) % months === 0 ? [days.day] : [];
    return days.dates.flatMap((one) => ((month - one.month) % months === 0 ? [one.day] : []));
  };
  const found = stepping(firstOfYear(dayOf(from)), 1, dayOf(from) - 400, dayOf(end)).flatMap((start) =>
    dayIn(start).map((dayOfMonth) => inMonth(start, dayOfMonth)),
  );
  return [...new Set(found)]
    .filter((day) => day > after && day <= dayOf(end))
    .sort((a, b) => a - b)
    .map((day) => named("interest payment", arithmetic.dated(day, `interest is paid ${every}`, [from])));
}

function firstOfYear(day: Day): Day {
  const { month, day: ofMonth } = parts(day);
  return addMonths((day - ofMonth + 1) as Day, 1 - month) ?? day;
}

function inMonth(first: Day, dayOfMonth: number | "last"): Day {
  const last = daysInMonth(first);
  return (first + (dayOfMonth === "last" ? last : Math.min(dayOfMonth, last)) - 1) as Day;
}

/** Whether the interest of a payment day is added to the principal; with the assumption, where the issuer may choose. */
function inKindOn(
  day: Figure<"date">,
  situation: Situation,
): { readonly inKind: boolean; readonly because: string | undefined } {
  const { paidIn } = situation.note.clauses.interest.inner;
  const said = paidIn.state === "said" ? caseOn(paidIn, day, situation) : undefined;
  if (!said || isWaiting(said) || said.state !== "said") return { inKind: false, because: undefined };
  if (said.meaning !== "cash or kind") return { inKind: said.meaning === "kind", because: undefined };
  const { because } = assumedBy("paid-in", situation);
  return { inKind: readingOf("paid-in", situation).id === "kind", because };
}

/** Whether the note leaves the issuer the choice between cash and kind on days before maturity. */
export function leavesKindOpen(situation: Situation): boolean {
  const { paidIn } = situation.note.clauses.interest.inner;
  if (paidIn.state !== "said" || !paymentDays(situation)) return false;
  return [paidIn, ...paidIn.cases].some(({ meaning }) => meaning === "cash or kind");
}
