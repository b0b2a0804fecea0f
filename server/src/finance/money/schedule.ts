import * as arithmetic from "../../quantity/arithmetic.ts";
import { isZero } from "../../quantity/exact.ts";
import { dayOf, type Figure, isWaiting } from "../../quantity/figure.ts";
import { conversionAmount } from "../conversion/amount.ts";
import { evaluate, inEachSituation, type Situation } from "../engine/formula.ts";
import { conversionDate } from "../inputs/clauses.ts";
import { matures } from "../inputs/dates.ts";
import { accountConverted, accountOwed } from "../interest/accounts.ts";
import { hasFailed } from "../interest/default-amount.ts";
import type { Account, Row } from "../interest/rows.ts";
import { cashInLieu, sharesReceived } from "../shares/received.ts";
import { owed } from "./default.ts";

/** A line of the payment schedule: what happens on a day, and what is owed after it. */
export interface ScheduleLine {
  readonly on: Figure<"date">;
  readonly what: string;
  /** Interest that is paid, added or, on the last line, unpaid. */
  readonly interest: Figure<"money"> | undefined;
  /** Principal that is lent, repaid or converted. */
  readonly principal: Figure<"money"> | undefined;
  readonly premium: Figure<"money"> | undefined;
  /** What the holder receives in cash, and in shares. */
  readonly paid: Figure<"money"> | undefined;
  readonly shares: Figure<"shares"> | undefined;
  readonly owed: Figure<"money">;
}

/** The account of a note by itself to maturity, or of a scenario to its day, line by line; none while it is open. */
export const scheduleOf = inEachSituation((situation): readonly ScheduleLine[] => {
  const account = evaluate(situation.scenario ? accountConverted : accountOwed, situation);
  if (isWaiting(account)) return [];
  const rows = (situation.scenario ? account.rows : account.left.rows).map(lineOf);
  const last = situation.scenario ? playedOut(account, situation) : repaid(account, situation);
  return [...rows.sort((a, b) => dayOf(a.on) - dayOf(b.on)), ...last];
});

function lineOf({
  on,
  what,
  interest,
  principal,
  premium,
  paid,
  principalOwed,
  interestUnpaid,
}: Row): ScheduleLine {
  return {
    on,
    what,
    interest: above(interest),
    principal: above(principal),
    premium: above(premium),
    paid,
    shares: undefined,
    owed: isZero(interestUnpaid.amount) ? principalOwed : arithmetic.plus(principalOwed, interestUnpaid),
  };
}

function above(sum: Figure<"money"> | undefined): Figure<"money"> | undefined {
  return sum && !isZero(sum.amount) ? sum : undefined;
}

/** What is left at maturity is paid. */
function repaid({ left: { principal, interest } }: Account, situation: Situation): ScheduleLine[] {
  const on = evaluate(matures, situation);
  const paid = arithmetic.plus(principal, interest);
  if (isWaiting(on) || isZero(paid.amount)) return [];
  return [
    {
      on,
      what: "repayment",
      interest: above(interest),
      principal: above(principal),
      premium: undefined,
      paid,
      shares: undefined,
      owed: arithmetic.minus(paid, paid),
    },
  ];
}

/** What is owed on the scenario's day, and what converts of it. */
function playedOut({ principal, interest }: Account, situation: Situation): ScheduleLine[] {
  const on = evaluate(conversionDate, situation);
  const all = evaluate(owed, situation);
  if (isWaiting(on) || isWaiting(all)) return [];
  const lines: ScheduleLine[] = [
    {
      on,
      what: hasFailed(situation) ? "owed on default" : "owed",
      interest: above(interest),
      principal: above(principal),
      premium: undefined,
      paid: undefined,
      shares: undefined,
      owed: all,
    },
  ];
  const amount = evaluate(conversionAmount, situation);
  const shares = evaluate(sharesReceived, situation);
  if (isWaiting(amount) || isWaiting(shares) || arithmetic.compared(amount, all) > 0) return lines;
  const cash = evaluate(cashInLieu, situation);
  lines.push({
    on,
    what: "conversion",
    interest: undefined,
    principal: amount,
    premium: undefined,
    paid: isWaiting(cash) ? undefined : above(cash),
    shares,
    owed: arithmetic.minus(all, amount),
  });
  return lines;
}
