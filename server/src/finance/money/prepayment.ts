import type { ScheduleRow } from "../../catalog/value.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { type DatedSum, firstOf } from "../../quantity/cash-flows.ts";
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
import { show } from "../../quantity/format.ts";
import {
  evaluate,
  type Formula,
  formula,
  optional,
  type Situation,
  type Source,
  step,
} from "../engine/formula.ts";
import { conversionDate, resolveDate, restingOn } from "../inputs/clauses.ts";
import { matures } from "../inputs/dates.ts";
import { accountTo } from "../interest/account.ts";
import { accountConverted } from "../interest/accounts.ts";
import { amountOf, type Balance, partOf } from "../interest/balance.ts";
import type { Account } from "../interest/rows.ts";
import { firstDay, lastDay, meets, risingElsewhere, unsettledLine } from "../interest/schedule.ts";
import { cost, investedOn } from "./cost.ts";
import { flowsAt, flowsByThen, receipts, yearlyOf } from "./flows.ts";

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
function prepaymentOn(day: Figure<"date">, balance: Balance, situation: Situation): Result<"money"> {
  const { prepayment } = situation.note.clauses;
  const open = unsettledLine("prepayment", prepayment);
  if (open) return open;
  const { head, rows } = prepayment;
  const due = partOf("principal and interest", balance, situation);
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
    case "rising":
      return waiting(risingElsewhere);
  }
}

/** The line that holds a day; both its ends count. */
function rowOn(
  day: Figure<"date">,
  rows: readonly ScheduleRow[],
  situation: Situation,
): ScheduleRow | undefined | Waiting {
  let found: ScheduleRow | undefined;
  for (const row of rows) {
    const held = found && !meets(found.when, row.when) ? false : holds(row, day, situation);
    if (isWaiting(held)) return held;
    if (held) found = row;
  }
  return found;
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

const prepaymentAmount = formula({
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
  headline: {
    rank: 0,
    say: (shown, textOf) => `${shown} to prepay on ${textOf(conversionDate) ?? "the day"}`,
  },
  applies: mayBePrepaid,
  needs: {
    day: conversionDate,
    account: accountConverted,
    terms: restingOn("note/prepayment"),
  },
  compute: ({ day, account }, situation) => {
    const interest = named("accrued interest", account.interest);
    return prepaymentOn(day, { principal: account.principal, interest: () => interest }, situation);
  },
});

/** The last day of a line under which the note may be prepaid, no later than maturity; undefined where it has none. */
function closingDay({ when, what }: ScheduleRow, situation: Situation): Result<"date"> | undefined {
  if (what.kind === "none" || when.kind === "periodic") return undefined;
  const due = evaluate(matures, situation);
  const last = when.kind === "date" ? resolveDate(when.date, situation) : lastDay(when, situation);
  if (last === undefined || isWaiting(last)) return last ?? due;
  return !isWaiting(due) && dayOf(due) < dayOf(last) ? due : last;
}

/** What has to be paid to prepay on a day, and the yearly rate that it makes with what was received before. */
interface Prepaid {
  readonly on: Figure<"date">;
  readonly sum: Figure<"money">;
  readonly rate: Result<"ratio">;
}

/** What prepaying on a day comes to, for a note that was paid along the way as it was to be. */
function prepaidOn(day: Figure<"date">, situation: Situation): Prepaid | Waiting {
  const at: Source<Figure<"date">> = { label: "day", needs: [], clauses: [], read: () => day };
  const account = evaluate(accountTo(at), situation);
  if (isWaiting(account)) return account;
  const interest = named("accrued interest", account.interest);
  const sum = prepaymentOn(day, { principal: account.principal, interest: () => interest }, situation);
  if (isWaiting(sum)) return sum;
  return { on: day, sum, rate: rateWith({ on: day, sum }, account, situation) };
}

/** The yearly rate of what was paid, what was received by the day, and what is prepaid on it. */
function rateWith(last: DatedSum, account: Account, situation: Situation): Result<"ratio"> {
  const flows = flowsByThen(cost, situation);
  const whole = isWaiting(flows) ? flowsAt(cost, situation) : flows;
  if (isWaiting(whole)) return whole;
  return yearlyOf({ paid: whole.paid, received: [...receipts(account), last] });
}

/** What has to be paid on the last day of each line, in the order of the lines. */
const windows: Source<readonly Prepaid[]> = step(
  "windows",
  {
    account: optional(accountConverted),
    cost: optional(cost),
    from: optional(investedOn),
    terms: restingOn("note/prepayment"),
  },
  (_, situation) => {
    const found: Prepaid[] = [];
    for (const row of situation.note.clauses.prepayment.rows) {
      const day = closingDay(row, situation);
      if (day === undefined) continue;
      const prepaid = isWaiting(day) ? day : prepaidOn(day, situation);
      if (isWaiting(prepaid)) return prepaid;
      found.push(prepaid);
    }
    return found.length > 0 ? found : waiting("a window with a last day");
  },
);

/**
 * What has to be paid by a line of the prepayment on its first and on its last day, each under its day; nothing where
 * the note may not be prepaid then.
 */
export function prepaymentByLine(
  row: ScheduleRow,
  situation: Situation,
): readonly Figure<"money">[] | Waiting {
  const { when } = row;
  const opens = when.kind === "days" || when.kind === "dates" ? firstDay(when, situation) : undefined;
  const found: Figure<"money">[] = [];
  for (const day of [opens, closingDay(row, situation)]) {
    if (day === undefined || row.what.kind === "none") continue;
    const sum = isWaiting(day) ? day : payOn(day, row, situation);
    if (isWaiting(sum)) return sum;
    const name = `on ${isWaiting(day) ? "" : show(day)}`;
    if (found.every((one) => one.name !== name)) found.push(named(name, sum));
  }
  return found;
}

function payOn(day: Figure<"date">, row: ScheduleRow, situation: Situation): Result<"money"> {
  const at: Source<Figure<"date">> = { label: "day", needs: [], clauses: [], read: () => day };
  const account = evaluate(accountTo(at), situation);
  if (isWaiting(account)) return account;
  const { principal } = account;
  const interest = named("accrued interest", account.interest);
  const due = named("principal and interest", arithmetic.plus(principal, interest));
  return payFor(row, { principal, interest: () => interest }, due, situation);
}

const prepaymentWindows = formula({
  id: "prepayment-windows",
  label: "to prepay on the last day of each window",
  kind: "money",
  topic: "payment",
  scope: "note",
  about: {
    definition:
      "the amount to prepay on the last day of each window of the schedule, with the rate a year that it is on what the note cost; the first stands for all",
    rounding: "to cents, half up, once",
    source: "the note's prepayment clause",
  },
  headline: { rank: 1, say: (shown) => `${shown} at the end of the first window` },
  applies: (situation) =>
    mayBePrepaid(situation) &&
    situation.note.clauses.prepayment.rows.some(({ what }) => what.kind !== "none"),
  needs: { windows },
  compute: ({ windows: all }) => {
    const sums = all.map(({ on, sum, rate }) => {
      const yearly = isWaiting(rate) ? "" : `, ${show(rate)} a year`;
      return named(`on ${show(on)}${yearly}`, sum);
    });
    return firstOf(sums, "by window, the first for all");
  },
});

const prepaymentRate = formula({
  id: "prepayment-rate",
  label: "rate a year if it is prepaid",
  kind: "ratio",
  topic: "payment",
  scope: "both",
  about: {
    definition:
      "the rate a year, actual/365, of what was paid for the note, of interest and instalments received by the day, and of the amount to prepay on it: on the scenario's day; in the note by itself on the last day of each window of the schedule, the first for all",
    rounding: "none",
    source:
      "arithmetic: (received ÷ paid) ^ (365 ÷ days) − 1, of several payments their internal rate (XIRR)",
  },
  applies: (situation) =>
    mayBePrepaid(situation) &&
    (situation.scenario !== undefined ||
      situation.note.clauses.prepayment.rows.some(({ what }) => what.kind !== "none")),
  needs: {
    amount: optional(prepaymentAmount),
    day: optional(conversionDate),
    account: optional(accountConverted),
    windows: optional(windows),
  },
  compute: ({ amount, day, account }, situation): Result<"ratio"> => {
    if (situation.scenario) {
      if (!amount || !day || !account) return evaluate(prepaymentAmount, situation) as Waiting;
      return rateWith({ on: day, sum: amount }, account, situation);
    }
    const all = evaluate(windows, situation);
    if (isWaiting(all)) return all;
    const rates = all.map(({ rate }) => rate);
    const missing = rates.filter(isWaiting);
    if (missing.length > 0) return waiting(...missing.flatMap(({ waitingFor }) => waitingFor));
    const [first, ...others] = rates as Figure<"ratio">[];
    if (!first || others.length === 0) return first ?? waiting("a window with a last day");
    const labels = all.map(({ on }) => `on ${show(on)}`);
    return arithmetic.listed(first, others, "by window, the first for all", labels);
  },
});

export const prepaymentFormulas: readonly Formula[] = [prepaymentAmount, prepaymentWindows, prepaymentRate];
