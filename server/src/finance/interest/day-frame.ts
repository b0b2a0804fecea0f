import { compoundings } from "../../catalog/interest.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { addDays } from "../../quantity/date.ts";
import type { DayCountName, Frame } from "../../quantity/day-count.ts";
import { dayOf, isWaiting, type Waiting } from "../../quantity/figure.ts";
import { evaluate, type Situation, type Source } from "../engine/formula.ts";
import { paymentDayClauses } from "../inputs/payment-days.ts";
import { assumedBy, readingOf, unsettled } from "../inputs/readings.ts";
import { accrualStart, type DayCountChoice, dayCount as stated } from "../inputs/sources.ts";
import {
  firstDayOf,
  interestDaysBetween,
  maturityAlone,
  paymentDays,
  paymentMonths,
} from "./interest-days.ts";

/** The conventions that look at more than two dates. */
const framed: ReadonlySet<DayCountName> = new Set(["actual/actual ICMA", "30E/360 ISDA"]);

/** How days are counted, with the regular periods and the maturity where the convention looks at them. */
export const dayCount: Source<DayCountChoice> = {
  ...stated,
  clauses: [
    ...stated.clauses,
    "note/matures",
    "note/interest/dayCountPeriods",
    "note/interest/payable",
    "note/interest/firstPayment",
    "note/interest/compounded",
    ...paymentDayClauses,
  ],
  points: [...(stated.points ?? []), "day-count-periods"],
  read: (situation) => {
    const choice = stated.read(situation);
    if (isWaiting(choice) || !framed.has(choice.convention)) return choice;
    const frame = frameOf(situation);
    if (isWaiting(frame)) return frame;
    const assumed = periodsAreOpen(situation) ? assumedBy("day-count-periods", situation) : choice.assumed;
    return { ...choice, frame, assumed };
  },
};

const monthsOf: Readonly<Record<string, number>> = { annual: 12, "semi-annual": 6, quarterly: 3, monthly: 1 };

/** Whether the convention counts by regular periods, and nothing says which. */
export function periodsAreOpen(situation: Situation): boolean {
  const { dayCount: count, dayCountPeriods } = situation.note.clauses.interest.inner;
  if (count.state !== "said" || count.meaning !== "actual/actual ICMA") return false;
  return dayCountPeriods.state === "absent" && monthsFrom(situation) === undefined;
}

function frameOf(situation: Situation): Frame | Waiting {
  const { dayCountPeriods } = situation.note.clauses.interest.inner;
  const open = unsettled("day count periods", dayCountPeriods);
  if (open) return open;
  const start = evaluate(accrualStart, situation);
  if (isWaiting(start)) return start;
  const due = maturityAlone(situation);
  const first = firstDayOf(situation) ?? firstStated(situation);
  if (first && isWaiting(first)) return first;
  const said = dayCountPeriods.state === "said" ? monthsOf[dayCountPeriods.meaning] : undefined;
  const months =
    said ?? monthsFrom(situation) ?? monthsOf[readingOf("day-count-periods", situation).id] ?? 12;
  return { anchor: dayOf(first ?? due ?? start), months, maturity: due && dayOf(due) };
}

/** The months from one payment of interest to the next, or from one addition to the principal to the next. */
function monthsFrom(situation: Situation): number | undefined {
  const { compounded } = situation.note.clauses.interest.inner;
  const paid = paymentMonths(situation);
  if (paid !== undefined || compounded.state !== "said") return paid;
  const perYear = compoundings.find(({ word }) => word === compounded.meaning)?.perYear;
  return typeof perYear === "number" && 12 % perYear === 0 ? 12 / perYear : undefined;
}

/** The first of the days of payment, where they are stated as days of a year or of a month. */
function firstStated(situation: Situation): ReturnType<typeof firstDayOf> {
  if (!paymentDays(situation)?.days) return undefined;
  const start = evaluate(accrualStart, situation);
  if (isWaiting(start)) return start;
  const end = addDays(dayOf(start), 400);
  if (end === undefined) return undefined;
  const days = interestDaysBetween(start, arithmetic.dated(end, "a year and a month on", [start]), situation);
  return isWaiting(days) ? days : days[0]?.to;
}
