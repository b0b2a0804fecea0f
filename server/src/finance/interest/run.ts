import { grouped } from "../../base/words.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import type { DatedSum } from "../../quantity/cash-flows.ts";
import { addMonths } from "../../quantity/date.ts";
import { add, isZero, Unworkable } from "../../quantity/exact.ts";
import { assuming, dayOf, type Figure, isWaiting, named, type Waiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { roundedSum, withinSense } from "../../quantity/growth.ts";
import { growsAlong } from "./accrual.ts";
import type { InterestDay } from "./interest-days.ts";
import { interestBears } from "./late.ts";
import {
  accrue,
  entry,
  inCents,
  joinGrowth,
  type Ledger,
  rebalanced,
  roundUnpaid,
  settle,
  unpaidInterest,
} from "./ledger.ts";
import { type Demand, demandOf, type InstalmentDay } from "./payments.ts";
import { rateOn } from "./rates.ts";
import type { Instalment } from "./rows.ts";

/** Something that happens on a day; on one day what has the lower rank comes first. */
export interface Event {
  readonly day: number;
  readonly rank: number;
  readonly run: (ledger: Ledger) => Waiting | undefined;
}

/** A further tranche: the interest up to it stays unpaid, and the principal grows. */
export function draw({ on, sum }: DatedSum): Event {
  return {
    day: dayOf(on),
    rank: 0,
    run: (ledger) => {
      const open = accrue(ledger, on);
      if (open) return open;
      ledger.lent.add(sum, on);
      rebalanced(ledger);
      entry(ledger, { on, what: "paid over", principal: sum });
      return undefined;
    },
  };
}

/** A day of payment: the interest that is unpaid is paid, in cents, or added to the principal. */
export function interestDay({ on, to, inKind, because }: InterestDay): Event {
  return {
    day: dayOf(to),
    rank: 2,
    run: (ledger) => {
      const open = accrue(ledger, assuming(to, because));
      if (open) return open;
      const unpaid = unpaidInterest(ledger);
      if (isZero(inCents(unpaid).amount)) return undefined;
      const sum = named(`interest to ${show(to)}`, assuming(arithmetic.payable(unpaid), because));
      settle(ledger, sum, on);
      if (!inKind) {
        ledger.interestPaid.add(sum, on);
        entry(ledger, { on, what: "interest paid", interest: sum, paid: sum });
        return undefined;
      }
      ledger.addedInKind.add(sum, on);
      if (ledger.overdue) ledger.overdue = { carried: undefined };
      rebalanced(ledger);
      entry(ledger, { on, what: "interest added", interest: sum });
      return undefined;
    },
  };
}

/** The end of a period of compounding: the interest that is unpaid joins the principal, not rounded. */
function compoundingDay(on: Figure<"date">): Event {
  return {
    day: dayOf(on),
    rank: 4,
    run: (ledger) => {
      const open = accrue(ledger, on);
      if (open) return open;
      const sum = named(`interest to ${show(on)}`, roundedSum(unpaidInterest(ledger)));
      if (isZero(sum.amount)) return undefined;
      const yearly = rateOn(on, ledger.situation);
      if (!isWaiting(yearly)) withinSense(yearly, () => add(ledger.principal.amount, sum.amount));
      ledger.unpaid = [];
      ledger.compounded.add(sum, on);
      if (ledger.overdue) ledger.overdue = { carried: undefined };
      rebalanced(ledger);
      entry(ledger, { on, what: "interest added", interest: sum });
      return undefined;
    },
  };
}

/** More periods than these no account has. */
const mostPeriods = 4_800;

/** The ends of the periods of compounding up to a day, counted in months from the start of interest; none of interest that is simple or grows along. */
export function compoundingDays(start: Figure<"date">, end: Figure<"date">, ledger: Ledger): Event[] {
  const { compounding } = ledger;
  const { perYear } = compounding;
  if (typeof perYear !== "number" || growsAlong(compounding)) return [];
  const found: Event[] = [];
  for (let count = 1; count < mostPeriods; count++) {
    const day = addMonths(dayOf(start), (12 / perYear) * count);
    if (day === undefined || day > dayOf(end)) return found;
    found.push(compoundingDay(arithmetic.dated(day, compounding.text, [start])));
  }
  throw new Unworkable(`a term of fewer than ${grouped(String(mostPeriods))} periods of compounding`);
}

/** An instalment: it pays what it asks for, and never more than is owed. */
export function instalmentDay({ on, to, row }: InstalmentDay, paid: Instalment[], billed: DatedSum[]): Event {
  return {
    day: dayOf(to),
    rank: 3,
    run: (ledger) => {
      const open = accrue(ledger, to);
      if (open) return open;
      roundUnpaid(ledger);
      const { principal, situation } = ledger;
      const due = inCents(unpaidInterest(ledger));
      const lent = ledger.lent.sum() ?? principal;
      const demand = demandOf(row, { principal: inCents(principal), lent, interest: () => due }, situation);
      if (isWaiting(demand)) return demand;
      if (!demand) return undefined;
      const parts = partsOf(demand, due, inCents(principal));
      if (!isZero(parts.billed.amount)) billed.push({ on, sum: parts.billed });
      if (isZero(parts.cash.amount)) return undefined;
      const sum = named("instalment", parts.cash);
      settle(ledger, parts.interest, on);
      if (!isZero(parts.interest.amount)) ledger.interestPaid.add(parts.interest, on);
      if (!isZero(parts.principal.amount)) {
        ledger.repaid.add(parts.all ? principal : parts.principal, on);
        rebalanced(ledger);
      }
      paid.push({ on, sum, row });
      entry(ledger, {
        on,
        what: "instalment",
        interest: parts.interest,
        principal: parts.principal,
        ...(parts.premium ? { premium: parts.premium } : {}),
        paid: sum,
      });
      return undefined;
    },
  };
}

interface Parts {
  readonly interest: Figure<"money">;
  readonly principal: Figure<"money">;
  readonly premium: Figure<"money"> | undefined;
  readonly cash: Figure<"money">;
  /** What it asks for, whatever is owed. */
  readonly billed: Figure<"money">;
  /** Whether it pays all the principal that is left. */
  readonly all: boolean;
}

/** What of a demand pays interest and what principal, and what it comes to. */
function partsOf(demand: Demand, due: Figure<"money">, left: Figure<"money">): Parts {
  const none = arithmetic.minus(due, due);
  const ofSum = demand.interest ? none : least(demand.sum ?? none, due);
  const interest = demand.interest ? due : ofSum;
  const rest = demand.sum && (isZero(ofSum.amount) ? demand.sum : arithmetic.minus(demand.sum, ofSum));
  const sought =
    demand.principal && rest ? arithmetic.plus(demand.principal, rest) : (demand.principal ?? rest ?? none);
  const principal = least(sought, left);
  const all = arithmetic.compared(principal, left) >= 0;
  const billed = demand.sum && !demand.principal && !demand.interest ? demand.sum : undefined;
  const capped = principal !== sought;
  const plain =
    billed && !capped
      ? billed
      : isZero(interest.amount)
        ? principal
        : arithmetic.plus(named("principal", principal), named("interest", interest));
  const ofPrincipal = demand.principal && least(demand.principal, left);
  const premium =
    demand.premium && ofPrincipal
      ? arithmetic.minus(arithmetic.payable(arithmetic.portion(demand.premium, ofPrincipal)), ofPrincipal)
      : undefined;
  return {
    interest,
    principal,
    premium,
    all,
    billed: isZero(interest.amount) ? sought : arithmetic.plus(sought, interest),
    cash: premium ? arithmetic.plus(plain, named("premium", premium)) : plain,
  };
}

/** The smaller of two sums; what is left, where a payment asks for more. */
function least(sum: Figure<"money">, most: Figure<"money">): Figure<"money"> {
  return arithmetic.compared(sum, most) > 0 ? named("what is left", most) : sum;
}

/** The due date, in an account that goes on after it: what is due then is in cents, and may bear the default rate. */
export function dueDay(on: Figure<"date">, closes: number, atDue: (ledger: Ledger) => void): Event {
  return {
    day: closes,
    rank: 5,
    run: (ledger) => {
      const open = accrue(ledger, { ...on, amount: { numerator: BigInt(closes), denominator: 1n } });
      if (open) return open;
      joinGrowth(ledger, on);
      const compounds = ledger.compounding.perYear !== undefined;
      const all = unpaidInterest(ledger);
      const unpaid = named("accrued interest", compounds ? all : inCents(all));
      if (ledger.unpaid.length > 0) ledger.unpaid = [unpaid];
      const bears = interestBears(ledger.situation) && !isZero(unpaid.amount);
      ledger.since = on;
      entry(ledger, { on, what: "falls due" });
      atDue(ledger);
      ledger.overdue = { carried: bears ? unpaid : undefined };
      return undefined;
    },
  };
}
