import type { ScheduleRow } from "../../catalog/value.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { longDate } from "../../quantity/date.ts";
import {
  assuming,
  dayOf,
  type Figure,
  isWaiting,
  named,
  type Result,
  type Waiting,
  waiting,
} from "../../quantity/figure.ts";
import { amountOf, type Balance } from "../balance.ts";
import { restingOn } from "../clauses.ts";
import { conversionDate, resolveDate } from "../dates.ts";
import { type Formula, formula, optional, type Situation } from "../formula.ts";
import { accountConverted } from "../interest.ts";
import { lateInterestOwed } from "../late-interest.ts";
import { firstDay, lastDay, unsettledLine } from "../schedule.ts";

/** Whether the note says for how much it may be paid early. */
function mayBePrepaid({ note }: Situation): boolean {
  const { state, head, rows, clause } = note.clauses.prepayment;
  const barred = head.state === "said" && head.meaning === "barred";
  return (
    state === "said" &&
    (rows.length > 0 || (clause?.block !== undefined && !barred) || (head.state === "said" && !barred))
  );
}

/** What has to be paid to pay the note off on a day: principal and interest of that day by the line that holds it. */
export function prepaymentOn(day: Figure<"date">, balance: Balance, situation: Situation): Result<"money"> {
  const { prepayment } = situation.note.clauses;
  const open = unsettledLine("prepayment", prepayment);
  if (open) return open;
  const { head, rows } = prepayment;
  const due = amountOf(
    { kind: "balance", of: "principal and interest", span: situation.note.heading },
    balance,
    situation,
  );
  if (rows.length === 0) {
    if (isWaiting(due) || head.state !== "said") return due;
    return assuming(due, head.meaning === "with consent" ? "the holder agrees to be paid early" : undefined);
  }
  const row = rowOn(day, rows, situation);
  if (isWaiting(row)) return row;
  if (!row) return waiting(`a line of the prepayment for ${longDate(dayOf(day))}: none holds that day`);
  return payFor(row, balance, due, situation);
}

function payFor(
  { what, text }: ScheduleRow,
  balance: Balance,
  due: Result<"money">,
  situation: Situation,
): Result<"money"> {
  switch (what.kind) {
    case "none":
      return waiting(`a day on which the note may be prepaid: it says “${text}”`);
    case "percent": {
      if (isWaiting(due)) return due;
      return arithmetic.payable(arithmetic.portion(named(`factor (“${text}”)`, what.share), due));
    }
    case "amount":
      return amountOf(what.amount, balance, situation);
    case "per amount": {
      const times = arithmetic.ratio(balance.principal, what.per);
      return arithmetic.payable(arithmetic.times(what.money, times));
    }
  }
}

/** The line that holds a day; both its ends count. */
function rowOn(
  day: Figure<"date">,
  rows: readonly ScheduleRow[],
  situation: Situation,
): ScheduleRow | undefined | Waiting {
  for (const row of rows) {
    const held = holds(row, day, situation);
    if (isWaiting(held)) return held;
    if (held) return row;
  }
  return undefined;
}

function holds({ when }: ScheduleRow, day: Figure<"date">, situation: Situation): boolean | Waiting {
  if (when.kind === "periodic") return false;
  if (when.kind === "date") {
    const on = resolveDate(when.date, situation);
    return isWaiting(on) ? on : dayOf(on) === dayOf(day);
  }
  const first = firstDay(when, situation);
  const last = lastDay(when, situation);
  if (isWaiting(first)) return first;
  if (isWaiting(last)) return last;
  return (!first || dayOf(first) <= dayOf(day)) && (!last || dayOf(day) <= dayOf(last));
}

export const prepaymentAmount = formula({
  id: "prepayment-amount",
  label: "amount to prepay",
  kind: "money",
  topic: "payment",
  scope: "both",
  about: {
    definition:
      "factor × (P + I) by the line of the schedule that holds the day, or as the line says; I with interest after the due date",
    rounding: "to cents, half up, once",
    source: "the note's prepayment clause",
  },
  headline: { rank: 0, say: (shown, told) => `${shown} to prepay on ${told(conversionDate) ?? "the day"}` },
  applies: mayBePrepaid,
  needs: {
    day: conversionDate,
    account: accountConverted,
    late: optional(lateInterestOwed),
    terms: restingOn("note/prepayment"),
  },
  compute: ({ day, account, late }, situation) => {
    const interest = named("accrued interest", account.interest);
    const owed = late ? arithmetic.plus(interest, late) : interest;
    return prepaymentOn(day, { principal: account.principal, interest: () => owed }, situation);
  },
});

export const prepaymentFormulas: readonly Formula[] = [prepaymentAmount];
