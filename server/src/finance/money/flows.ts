import * as arithmetic from "../../quantity/arithmetic.ts";
import { type DatedSum, rateOfFlows } from "../../quantity/cash-flows.ts";
import { isZero } from "../../quantity/exact.ts";
import {
  dayOf,
  type Figure,
  isWaiting,
  named,
  type Result,
  type Waiting,
  waiting,
} from "../../quantity/figure.ts";
import { evaluate, optional, type Situation, type Source, step } from "../engine/formula.ts";
import { matures } from "../inputs/dates.ts";
import { priceTerms } from "../inputs/discount.ts";
import { paidOver, principal } from "../inputs/sources.ts";
import { inTranches } from "../inputs/tranches.ts";
import { accountOfPaymentsByThen, accountOwed } from "../interest/accounts.ts";
import { runsDownAsOne, unallotted } from "../interest/drawn-down.ts";
import type { Account } from "../interest/rows.ts";
import { investedOn, whatIsPaidOut, yearlyGrowth } from "./cost.ts";
import { pricedAsAWhole } from "./proceeds.ts";

/** What is paid for a note, or each tranche, and what comes back. */
export interface Flows {
  readonly paid: readonly DatedSum[];
  readonly received: readonly DatedSum[];
}

/** What the holder has received in cash by the end of an account. */
export function receipts({ rows }: Pick<Account, "rows">): readonly DatedSum[] {
  return rows.flatMap(({ on, paid }) => (paid ? [{ on, sum: paid }] : []));
}

/** Everything that is paid back up to maturity: interest along the way, instalments, and the rest at the end. */
const paidBack: Source<readonly DatedSum[]> = step(
  "what is paid back",
  { account: accountOwed, due: matures },
  ({ account: { left }, due }) => {
    const rest = isZero(left.interest.amount)
      ? left.principal
      : arithmetic.plus(left.principal, named("unpaid interest", left.interest));
    const along = receipts(left);
    return arithmetic.isPositive(rest) ? [...along, { on: due, sum: named("repayment", rest) }] : along;
  },
);

/** The flows of a note to maturity, where `price` is what is paid for it or for a tranche. */
export function flowsAt(price: Source<Figure<"money">>, situation: Situation): Flows | Waiting {
  return flowsOf(price, paidBack, situation);
}

/** What the holder has received in cash by the conversion date: nothing where that is open. */
const receivedByThen: Source<readonly DatedSum[]> = step(
  "cash received",
  { account: optional(accountOfPaymentsByThen) },
  ({ account }) => (account ? receipts(account) : []),
);

/** What was paid, and what has come back in cash, by the conversion date. */
export function flowsByThen(price: Source<Figure<"money">>, situation: Situation): Flows | Waiting {
  return flowsOf(price, receivedByThen, situation);
}

function flowsOf(
  price: Source<Figure<"money">>,
  back: Source<readonly DatedSum[]>,
  situation: Situation,
): Flows | Waiting {
  if (!inTranches(situation)) {
    const [sum, on, received] = [
      evaluate(price, situation),
      evaluate(investedOn, situation),
      evaluate(back, situation),
    ];
    if (isWaiting(sum)) return sum;
    if (isWaiting(on)) return on;
    return isWaiting(received) ? received : { paid: [{ on, sum }], received };
  }
  const tranches = paidOver(situation);
  if (isWaiting(tranches)) return tranches;
  const paid: DatedSum[] = [];
  const received: DatedSum[] = [];
  const asOne = runsDownAsOne(situation);
  for (const { situation: inner } of tranches) {
    const sum = priceOfTranche(price, inner, situation);
    const on = evaluate(investedOn, inner);
    const own = asOne ? [] : evaluate(back, inner);
    if (isWaiting(sum)) return sum;
    if (isWaiting(on)) return on;
    if (isWaiting(own)) return own;
    paid.push({ on, sum });
    received.push(...own);
  }
  const whole = asOne ? evaluate(back, situation) : unallotted(situation);
  if (isWaiting(whole)) return whole;
  received.push(...(whole ?? []));
  return { paid, received };
}

/** What is paid for a tranche: its own price, and of fees or of a price that are the whole note's its part by principal. */
function priceOfTranche(
  price: Source<Figure<"money">>,
  inner: Situation,
  situation: Situation,
): Result<"money"> {
  const [own, whole] = [evaluate(price, inner), evaluate(price, situation)];
  const [part, all] = [evaluate(principal, inner), evaluate(principal, situation)];
  if (isWaiting(own)) return own;
  if (isWaiting(whole)) return whole;
  if (isWaiting(part) || isWaiting(all)) return isWaiting(part) ? part : all;
  if (pricedAsAWhole(situation)) return arithmetic.times(whole, arithmetic.ratio(part, all));
  const terms = priceTerms(situation);
  if (isWaiting(terms)) return terms;
  const fees = price === whatIsPaidOut ? terms.deductedFees : undefined;
  return fees ? arithmetic.minus(own, arithmetic.times(fees, arithmetic.ratio(part, all))) : own;
}

/** The rate a year of some flows: of one payment each way as growth, else as their internal rate. */
export function yearlyOf({ paid, received }: Flows): Result<"ratio"> {
  const [given, ...othersGiven] = paid;
  const [back, ...othersBack] = received;
  if (!given || !back || !arithmetic.isPositive(given.sum))
    return waiting("a price above zero and a payment");
  if (othersGiven.length === 0 && othersBack.length === 0)
    return yearlyGrowth(back.sum, given.sum, given.on, back.on);
  return rateOfFlows(paid, received) ?? waiting("payments that a yearly rate can bring to what was paid");
}

/** The part of each flow that falls on what is converted. */
export function portioned({ paid, received }: Flows, part: Figure<"ratio"> | undefined): Flows {
  if (!part) return { paid, received };
  const of = ({ on, sum }: DatedSum): DatedSum => ({ on, sum: arithmetic.times(sum, part) });
  return { paid: paid.map(of), received: received.map(of) };
}

/** How early the first sum is paid. */
export function firstPaid({ paid }: Flows): Figure<"date"> | undefined {
  return [...paid].sort((a, b) => dayOf(a.on) - dayOf(b.on))[0]?.on;
}
