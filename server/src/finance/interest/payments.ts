import type { ScheduleRow } from "../../catalog/value.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { addMonths } from "../../quantity/date.ts";
import {
  assuming,
  dayOf,
  type Figure,
  isWaiting,
  type Result,
  type Waiting,
  waiting,
} from "../../quantity/figure.ts";
import type { Situation } from "../engine/formula.ts";
import { caseOn } from "../inputs/clauses.ts";
import { paidOn, stopsAtStatedDay } from "../inputs/payment-days.ts";
import { assumedBy, needOf, readingOf, unsettled } from "../inputs/readings.ts";
import { amountOf, type Balance } from "./balance.ts";
import { type Occasion, occasions, risingElsewhere, unsettledLine } from "./schedule.ts";

const monthsBetween: Readonly<Record<string, number>> = {
  monthly: 1,
  quarterly: 3,
  "semi-annually": 6,
  annually: 12,
};

/** The days before an end on which interest is paid along the way, in the order of time; none where it is paid at maturity. */
export function interestDaysBefore(
  start: Figure<"date">,
  end: Figure<"date">,
  situation: Situation,
): readonly Figure<"date">[] | Waiting {
  const { payable } = situation.note.clauses.interest.inner;
  const open = unsettled("payable", payable);
  if (open) return open;
  const months = payable.state === "said" ? monthsBetween[payable.meaning] : undefined;
  if (months === undefined || payable.state !== "said") return [];
  const found: Figure<"date">[] = [];
  for (let count = 1; ; count++) {
    const day = addMonths(dayOf(start), months * count);
    // Every round is a month later at least, and the calendar ends.
    if (day === undefined || day >= dayOf(end)) break;
    const due = arithmetic.dated(day, `the last interest payment, ${payable.meaning}`, [start]);
    const paid = stopsAtStatedDay(situation) ? due : paidOn(due, situation);
    if (dayOf(paid) < dayOf(end)) found.push(paid);
  }
  return found;
}

/** Whether the interest of a payment day is added to the principal; with the assumption, where the issuer may choose. */
export function inKindOn(
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
export function leavesKindOpen({ note }: Situation): boolean {
  const { paidIn, payable } = note.clauses.interest.inner;
  if (paidIn.state !== "said" || payable.state !== "said" || payable.meaning === "at maturity") return false;
  return [paidIn, ...paidIn.cases].some(({ meaning }) => meaning === "cash or kind");
}

/** The instalments with their days, in the order of time; none where the note has none. */
export function instalmentsIn(situation: Situation): readonly Occasion[] | Waiting {
  const { instalments } = situation.note.clauses;
  if (instalments.state === "blank" || instalments.state === "unread")
    return waiting(needOf("instalments", instalments.state));
  const found = unsettledLine("instalments", instalments) ?? occasions(instalments.rows, situation);
  if (isWaiting(found) || stopsAtStatedDay(situation)) return found;
  return found.map((one) => ({ ...one, on: paidOn(one.on, situation) }));
}

/** What an instalment asks for, and what it pays first. */
export interface Demand {
  readonly sum: Figure<"money">;
  readonly pays: "interest first" | "principal";
}

/**
 * What a line of the instalments asks for on its day. A part of the principal is one of the principal lent and pays
 * principal alone; other sums pay as the open point is read.
 */
export function demandOf(
  { what }: ScheduleRow,
  lent: Figure<"money">,
  balance: Balance,
  situation: Situation,
): Demand | Waiting | undefined {
  switch (what.kind) {
    case "none":
      return undefined;
    case "percent":
      return { sum: arithmetic.payable(arithmetic.portion(what.share, lent)), pays: "principal" };
    case "per amount": {
      const times = arithmetic.ratio(lent, what.per);
      return openly(arithmetic.payable(arithmetic.times(what.money, times)), situation);
    }
    case "rising":
      return waiting(risingElsewhere);
    case "amount": {
      const { amount } = what;
      const ofPrincipal = isPartOfPrincipal(amount);
      const sum: Result<"money"> = amountOf(
        amount,
        ofPrincipal ? { ...balance, principal: lent } : balance,
        situation,
      );
      if (isWaiting(sum)) return sum;
      if (ofPrincipal) return { sum, pays: "principal" };
      return amount.kind === "money" ? openly(sum, situation) : { sum, pays: "interest first" };
    }
  }
}

type Amount = Extract<ScheduleRow["what"], { readonly kind: "amount" }>["amount"];

function isPartOfPrincipal(amount: Amount): boolean {
  if (amount.kind === "share of amount" || amount.kind === "part of amount")
    return isPartOfPrincipal(amount.of);
  return amount.kind === "balance" && amount.of === "principal";
}

function openly(sum: Figure<"money">, situation: Situation): Demand {
  const { because } = assumedBy("instalments-applied", situation);
  const pays =
    readingOf("instalments-applied", situation).id === "principal" ? "principal" : "interest first";
  return { sum: assuming(sum, because), pays };
}
