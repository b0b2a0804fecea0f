import * as arithmetic from "../../quantity/arithmetic.ts";
import { addDays } from "../../quantity/date.ts";
import { compare, isZero } from "../../quantity/exact.ts";
import { dayOf, type Figure, isWaiting, named, type Waiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { roundedSum } from "../../quantity/growth.ts";
import type { Situation } from "../engine/formula.ts";
import { type Counting, growsAlong, interestFor } from "./accrual.ts";
import { lateInterestFor } from "./late.ts";
import type { Row } from "./rows.ts";
import { type RowsTotal, rowsTotal } from "./rows-total.ts";

/** What is owed, while an account is run through from day to day. Sums that only accrue are not rounded. */
export interface Ledger extends Counting {
  readonly situation: Situation;
  readonly lent: RowsTotal;
  readonly addedInKind: RowsTotal;
  readonly compounded: RowsTotal;
  readonly repaid: RowsTotal;
  readonly interestPaid: RowsTotal;
  readonly rows: Row[];
  principal: Figure<"money">;
  /** Interest that is unpaid, by the stretches of time in which the same sum bore it. */
  unpaid: readonly Figure<"money">[];
  /** The sum of the first of those, up to the one that was added last. */
  unpaidSummed: { readonly total: RowsTotal; readonly parts: Figure<"money">[] } | undefined;
  /** The stretches that a day of payment has put into cents. */
  readonly inCents: WeakSet<Figure<"money">>;
  /** Up to which day interest is counted, and since which day it is unpaid. */
  since: Figure<"date">;
  from: Figure<"date">;
  /** After the due date: the interest that was due then, which bears the default rate until it is added. */
  overdue: { readonly carried: Figure<"money"> | undefined } | undefined;
}

/** An account at its start: what is lent first, and interest that is owed once. */
export function opened(
  first: Figure<"money">,
  start: Figure<"date">,
  paidOver: Figure<"date">,
  once: Figure<"money"> | undefined,
  counting: Counting,
  situation: Situation,
): Ledger {
  const ledger: Ledger = {
    dayCount: counting.dayCount,
    compounding: counting.compounding,
    situation,
    lent: rowsTotal("principal", "tranche"),
    addedInKind: rowsTotal("interest added", "addition"),
    compounded: rowsTotal("interest added", "addition"),
    repaid: rowsTotal("principal repaid", "payment"),
    interestPaid: rowsTotal("interest paid", "payment"),
    rows: [],
    principal: first,
    unpaid: [],
    unpaidSummed: undefined,
    inCents: new WeakSet(),
    since: start,
    from: start,
    overdue: undefined,
  };
  ledger.lent.add(first, start);
  entry(ledger, { on: paidOver, what: "paid over", principal: first });
  if (!once) return ledger;
  ledger.unpaid = [once];
  entry(ledger, { on: start, what: "interest charged once", interest: once });
  return ledger;
}

/** Writes a row down, with what is owed after it. */
export function entry(ledger: Ledger, row: Omit<Row, "principalOwed" | "interestUnpaid">): void {
  ledger.rows.push({
    ...row,
    principalOwed: inCents(ledger.principal),
    interestUnpaid: inCents(unpaidInterest(ledger)),
  });
}

/** A sum in cents; one that is in cents already stays as it is. */
export function inCents(sum: Figure<"money">): Figure<"money"> {
  const rounded = arithmetic.payable(sum);
  return compare(rounded.amount, sum.amount) === 0 ? sum : rounded;
}

/** All interest that is unpaid, not rounded. */
export function unpaidInterest(ledger: Ledger): Figure<"money"> {
  const { unpaid, principal, from } = ledger;
  const [first, ...others] = unpaid;
  if (!first)
    return arithmetic.nothing("money", `no interest is unpaid since ${show(from)}`, [], principal.currency);
  if (others.length === 0) return first.name?.startsWith(stretch) ? { ...first, name: undefined } : first;
  if (others.length < 4) return others.reduce((sum, part) => arithmetic.plus(sum, part), first);
  const sum = sumOfUnpaid(ledger) ?? first;
  const text = `interest since ${show(from)} on ${unpaid.length} balances, one after the other`;
  return sum.origin.kind === "computed"
    ? { ...sum, name: undefined, origin: { ...sum.origin, operation: { form: "rows", text } } }
    : sum;
}

/** The stretches as one sum; what was summed before is not gone through again. */
function sumOfUnpaid(ledger: Ledger): Figure<"money"> | undefined {
  const { unpaid, from, unpaidSummed: before } = ledger;
  const count = before?.parts.length ?? 0;
  const goesOn = before?.parts[0] === unpaid[0] && before?.parts.at(-1) === unpaid[count - 1];
  const { total, parts } =
    before && goesOn ? before : { total: rowsTotal("", "stretch"), parts: [] as Figure<"money">[] };
  for (const part of unpaid.slice(parts.length)) {
    total.add(part, from);
    parts.push(part);
  }
  ledger.unpaidSummed = { total, parts };
  return total.sum();
}

/** Counts interest up to a day. Called where something changes, so that a stretch of time is counted as one. */
export function accrue(ledger: Ledger, to: Figure<"date">): Waiting | undefined {
  if (dayOf(to) <= dayOf(ledger.since)) return undefined;
  const second =
    ledger.compounding.perYear === 365 && chargedFirst(ledger) && addDays(dayOf(ledger.since), 1);
  if (second && second < dayOf(to)) {
    const open = accrueAlong(ledger, arithmetic.dated(second, "the day after", [ledger.since]), false);
    if (open) return open;
  }
  return accrueAlong(ledger, to, growsAlong(ledger.compounding) && ledger.unpaid.length > 0);
}

/** Whether interest that is charged once has not joined the principal yet: it does at the end of the first day. */
function chargedFirst({ unpaid, since, from }: Ledger): boolean {
  return unpaid.length > 0 && dayOf(since) === dayOf(from);
}

/** `all`: whether what is unpaid bears beside the principal. */
function accrueAlong(ledger: Ledger, to: Figure<"date">, all: boolean): Waiting | undefined {
  const { since: from, situation } = ledger;
  const principal = all ? arithmetic.plus(ledger.principal, unpaidInterest(ledger)) : ledger.principal;
  const terms = { principal, from, to, dayCount: ledger.dayCount, compounding: ledger.compounding };
  const part = ledger.overdue
    ? lateInterestFor(terms, all ? undefined : ledger.overdue.carried, situation)
    : interestFor(terms, situation);
  if (isWaiting(part)) return part;
  ledger.since = to;
  if (isZero(part.amount) && ledger.unpaid.length > 0) return undefined;
  const known = ledger.unpaid.filter(({ amount }) => !isZero(amount));
  ledger.unpaid = [...known, named(`${stretch}${show(to)}`, part)];
  return undefined;
}

/** How a stretch of time is named by its end, beside others. */
const stretch = "interest to ";

/** On a day of payment the interest of the stretch that ends there is in cents, whether it is paid or not. */
export function roundUnpaid(ledger: Ledger): void {
  if (ledger.compounding.perYear !== undefined) return;
  ledger.unpaid = ledger.unpaid.map((part) => {
    if (ledger.inCents.has(part)) return part;
    const rounded = named(part.name ?? "interest", inCents(part));
    ledger.inCents.add(rounded);
    return rounded;
  });
}

/** Interest that joins the principal from day to day, or from moment to moment, and has not been written down as added. */
export function growthIn(ledger: Ledger): Figure<"money"> | undefined {
  if (!growsAlong(ledger.compounding)) return undefined;
  const sum = unpaidInterest(ledger);
  return isZero(sum.amount) ? undefined : named("interest added", roundedSum(sum));
}

/** Writes down as added what has joined the principal along the way. */
export function joinGrowth(ledger: Ledger, on: Figure<"date">): void {
  const sum = growthIn(ledger);
  if (!sum) return;
  ledger.unpaid = [];
  ledger.from = named("accrues from", ledger.since);
  ledger.compounded.add(sum, on);
  rebalanced(ledger);
  entry(ledger, { on, what: "interest added", interest: sum });
}

/** Takes interest that is paid or added off what is unpaid. */
export function settle(ledger: Ledger, sum: Figure<"money">, on: Figure<"date">): void {
  const unpaid = unpaidInterest(ledger);
  if (compare(sum.amount, inCents(unpaid).amount) >= 0) {
    ledger.unpaid = [];
    ledger.from = named("accrues from", ledger.since);
    return;
  }
  if (isZero(sum.amount)) return;
  ledger.unpaid = [named(`interest unpaid after ${show(on)}`, arithmetic.minus(unpaid, sum))];
}

/** What is owed in principal after a change of it, as what was lent, added and repaid. */
export function rebalanced(ledger: Ledger): void {
  const lent = ledger.lent.sum() ?? ledger.principal;
  const more = [ledger.addedInKind.sum(), ledger.compounded.sum()].filter((one) => one !== undefined);
  const grown = more.reduce((sum, one) => arithmetic.plus(sum, one), lent);
  const repaid = ledger.repaid.sum();
  ledger.principal = named("principal still owed", repaid ? arithmetic.minus(grown, repaid) : grown);
}
