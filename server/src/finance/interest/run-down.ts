import * as arithmetic from "../../quantity/arithmetic.ts";
import { type DatedSum, lastOf } from "../../quantity/cash-flows.ts";
import { isZero } from "../../quantity/exact.ts";
import {
  assuming,
  dayOf,
  type Figure,
  isWaiting,
  named,
  type Result,
  type Waiting,
} from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import type { Situation } from "../engine/formula.ts";
import type { CompoundingChoice, DayCountChoice } from "../inputs/sources.ts";
import type { Account } from "./account.ts";
import { interestFor } from "./accrual.ts";
import { demandOf } from "./payments.ts";
import type { Occasion } from "./schedule.ts";

/** What bears interest, since when, and the end that is asked for. */
export interface Terms {
  readonly principal: Figure<"money">;
  readonly start: Figure<"date">;
  readonly end: Figure<"date">;
  readonly dayCount: DayCountChoice;
  readonly compounding: CompoundingChoice;
}

interface SettledTerms extends Terms {
  /** The end of the interest, where it is owed for longer in any case. */
  readonly to: Figure<"date">;
  /** Interest that is owed once, whatever the time. */
  readonly once: Figure<"money"> | undefined;
  /** What is owed from the start, and what of the principal is paid over later. */
  readonly first: Figure<"money">;
  readonly later: readonly DatedSum[];
}

export interface InterestDay {
  readonly on: Figure<"date">;
  readonly inKind: boolean;
  readonly because: string | undefined;
}

/** What is owed between two days of payment. */
interface State {
  principal: Figure<"money">;
  /** Interest of earlier times that is still unpaid, in cents. */
  unpaid: Figure<"money"> | undefined;
  since: Figure<"date">;
  readonly steps: Figure<"money">[];
  /** Interest paid in cash, and instalments. */
  readonly paid: DatedSum[];
  readonly instalments: DatedSum[];
  readonly earned: Figure<"money">[];
}

/**
 * The account of a note whose principal changes on the way: day by day, interest is added to it or paid, and instalments
 * pay interest and principal, and a tranche adds to it. On one day a tranche comes first and interest before an
 * instalment; what an instalment asks for beyond what is owed pays nothing.
 */
export function runDown(
  terms: SettledTerms,
  interestDays: readonly InterestDay[],
  instalments: readonly Occasion[],
  situation: Situation,
): Account | Waiting {
  const { once } = terms;
  const state: State = {
    principal: terms.first,
    unpaid: once,
    since: terms.start,
    steps: [],
    paid: [],
    instalments: [],
    earned: once ? [once] : [],
  };
  const events = [
    ...terms.later
      .filter(({ on }) => dayOf(on) <= dayOf(terms.end))
      .map((one) => ({ day: dayOf(one.on), run: () => payOver(one, state, terms, situation) })),
    ...interestDays.map((day) => ({
      day: dayOf(day.on),
      run: () => payInterest(day, state, terms, situation),
    })),
    ...instalments.map((one) => ({
      day: dayOf(one.on),
      run: () => payInstalment(one, state, terms, situation),
    })),
  ].sort((a, b) => a.day - b.day);
  for (const { run } of events) {
    const open = run();
    if (open) return open;
  }
  state.principal = afterSteps(state);
  const last = interestSince(state, terms, terms.to, situation);
  if (isWaiting(last)) return last;
  const interest = arithmetic.payable(state.unpaid ? arithmetic.plus(last, state.unpaid) : last);
  const { paid, instalments: settled, earned } = state;
  const pieces = [...earned, named(`interest to ${show(terms.to)}`, arithmetic.payable(last))];
  return {
    principal: state.principal,
    interest,
    from: state.since,
    to: terms.to,
    paid: () => [...paid, ...settled],
    instalments: settled,
    earned: () => pieces.filter(({ amount }, index) => index === 0 || !isZero(amount)),
  };
}

/** The principal under the name by which figures go on with it, with every step on record. */
function afterSteps({ principal, steps }: State): Figure<"money"> {
  return steps.length === 0
    ? principal
    : named("principal still owed", lastOf(steps, "the principal after every day on which it changes"));
}

/** Interest since the last day of payment, not rounded; unpaid interest bears interest where interest is compounded. */
function interestSince(
  state: State,
  { dayCount, compounding }: Terms,
  to: Figure<"date">,
  situation: Situation,
): Result<"money"> {
  const bearing =
    state.unpaid && compounding.perYear !== undefined
      ? arithmetic.plus(state.principal, state.unpaid)
      : state.principal;
  return interestFor({ principal: bearing, from: state.since, to, dayCount, compounding }, situation);
}

/** The interest that is due on a day: since the last, in cents, and what was left unpaid before. */
function dueOn(on: Figure<"date">, state: State, terms: Terms, situation: Situation): Result<"money"> {
  const since = interestSince(state, terms, on, situation);
  if (isWaiting(since)) return since;
  const interest = named(`interest to ${show(on)}`, arithmetic.payable(since));
  if (!isZero(interest.amount)) state.earned.push(interest);
  state.since = named("accrues from", on);
  if (!state.unpaid) return interest;
  return isZero(interest.amount) ? state.unpaid : arithmetic.plus(state.unpaid, interest);
}

/** A further tranche: the interest up to it stays unpaid, and the principal grows. */
function payOver(
  { on, sum }: DatedSum,
  state: State,
  terms: Terms,
  situation: Situation,
): Waiting | undefined {
  const due = dueOn(on, state, terms, situation);
  if (isWaiting(due)) return due;
  state.unpaid = isZero(due.amount) ? undefined : due;
  change(state, on, arithmetic.plus(state.principal, sum));
  return undefined;
}

function payInterest(
  { on, inKind, because }: InterestDay,
  state: State,
  terms: Terms,
  situation: Situation,
): Waiting | undefined {
  const due = dueOn(on, state, terms, situation);
  if (isWaiting(due)) return due;
  state.unpaid = undefined;
  if (inKind) change(state, on, assuming(arithmetic.plus(state.principal, due), because));
  else state.paid.push({ on, sum: due });
  return undefined;
}

function payInstalment(
  { on, row }: Occasion,
  state: State,
  terms: Terms,
  situation: Situation,
): Waiting | undefined {
  const due = dueOn(on, state, terms, situation);
  if (isWaiting(due)) return due;
  const balance = { principal: state.principal, interest: () => due };
  const demand = demandOf(row, terms.principal, balance, situation);
  if (isWaiting(demand)) return demand;
  state.unpaid = isZero(due.amount) ? undefined : due;
  if (!demand) return undefined;
  const sum = named("instalment", demand.sum);
  state.instalments.push({ on, sum });
  if (demand.pays === "principal") payPrincipal(state, on, sum);
  else if (arithmetic.compared(sum, due) < 0)
    state.unpaid = named(`interest unpaid after ${show(on)}`, arithmetic.minus(due, sum));
  else {
    state.unpaid = undefined;
    payPrincipal(state, on, isZero(due.amount) ? sum : arithmetic.minus(sum, due));
  }
  return undefined;
}

/** Takes a payment off the principal, and of one that is more than the principal no more than that. */
function payPrincipal(state: State, on: Figure<"date">, sum: Figure<"money">): void {
  const most = arithmetic.compared(sum, state.principal) > 0 ? named("all of it", state.principal) : sum;
  change(state, on, arithmetic.minus(state.principal, most));
}

function change(state: State, on: Figure<"date">, principal: Figure<"money">): void {
  state.principal = named(`principal after ${show(on)}`, principal);
  state.steps.push(state.principal);
}
