import * as arithmetic from "../../quantity/arithmetic.ts";
import { isZero } from "../../quantity/exact.ts";
import { assuming, dayOf, type Figure, isWaiting, named, waiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { formula, optional, type Situation, type Source, step } from "../engine/formula.ts";
import { issued } from "../inputs/clauses.ts";
import { matures } from "../inputs/dates.ts";
import { accrualStart, principal } from "../inputs/sources.ts";
import { inTranches } from "../inputs/tranches.ts";
import { accountHere, accountOwed, allInterest, inInstalments, principalChanges } from "./accounts.ts";
import { dayCount } from "./day-frame.ts";
import { paymentDays } from "./interest-days.ts";
import { inCents } from "./ledger.ts";
import { rateSteps } from "./rate-steps.ts";
import { rate } from "./rates.ts";
import type { Account } from "./rows.ts";

const dayCountSource =
  "2006 ISDA Definitions, section 4.16, for the day counts; the note for rate and principal";

export const interestDays = formula({
  id: "interest-days",
  label: "days of interest",
  kind: "days",
  topic: "interest",
  scope: "both",
  about: {
    definition:
      "n = days from the first day of interest, which counts, to the last, which does not, as the day count counts them; of interest that is paid or added along the way from the last time",
    rounding: "whole days",
    source: dayCountSource,
  },
  applies: (situation) => hasInterest(situation) && !inTranches(situation),
  needs: { account: accountOwed, start: accrualStart, dayCount, issued: optional(issued) },
  compute: ({ account: { from, to }, start, dayCount: count }, situation) => {
    const first = inInstalments(situation) ? start : from;
    return assuming(arithmetic.daysIn(count.convention, first, to, count.frame), count.assumed?.because);
  },
});

function hasInterest({ note }: Situation): boolean {
  const { state } = note.clauses.interest;
  return state !== "absent" && state !== "none";
}

/** When the amount due is due, in words. */
const whenDue: Source<string> = step("matures", { due: optional(matures) }, ({ due }, situation) => {
  if (inTranches(situation) && !inInstalments(situation)) return "in all, each tranche on its day";
  return due ? show(due) : "at maturity";
});

/** What the interest is counted with, in words: days, rates, and what is owed once; waits where there is no interest. */
const basis: Source<string> = step(
  "basis",
  { rate, account: accountOwed, start: accrualStart, days: optional(interestDays) },
  ({ account, start, days }, situation) => {
    if (isZero(account.interest.amount) && !account.compounded && !inInstalments(situation))
      return waiting("interest");
    const from = account.compounded || inInstalments(situation) ? start : account.from;
    const steps = rateSteps(from, account.to, situation);
    if (isWaiting(steps)) return steps;
    const { oneTime } = situation.note.clauses.interest.inner;
    const rates = steps
      .filter(({ rate: yearly }) => !isZero(yearly.amount))
      .map(({ rate: yearly }) => show(yearly));
    const time = days && !inTranches(situation) ? `${show(days)} ` : "";
    const bases = [
      rates.length > 0 ? `${time}at ${rates.join(", then ")}` : "",
      oneTime.state === "said" ? `${show(oneTime.meaning)} once` : "",
    ].filter(Boolean);
    return bases.length > 0 ? bases.join(", ") : waiting("interest");
  },
);

/** What compounding has added, and what is unpaid; of a note in instalments what was paid and added in kind besides. */
function interestSince(account: Account, situation: Situation): Figure<"money"> {
  const { compounded, addedInKind, interestPaid, interest } = account;
  const before = inInstalments(situation) ? [interestPaid, compounded, addedInKind] : [compounded];
  const unpaid = named("unpaid interest", interest);
  const parts = [...before, unpaid]
    .filter((part) => part !== undefined)
    .filter(({ amount }) => !isZero(amount));
  const [first, ...others] = parts;
  if (!first || (others.length === 0 && first === unpaid)) return interest;
  const sum = others.reduce((total, part) => arithmetic.plus(total, part), first);
  return compounded ? inCents(sum) : sum;
}

export const accruedInterest = formula({
  id: "accrued-interest",
  label: "accrued interest",
  kind: "money",
  topic: "interest",
  scope: "both",
  about: {
    definition:
      "I = P × r × years. Compounded k times a year: at the end of each period of 12 ÷ k months from the start of interest the interest of the period, balance × r × its years, joins the balance, and a broken period at the end bears simple interest; daily: at the end of each day; continuously: I = P × (e^(r × years) − 1). Interest that was paid or added in kind on the way no longer counts, but in the note by itself where instalments pay it off: there it is all interest since its start. Where the rate changes, the sum over the times with one rate; where interest is owed once, that part of P besides; for a guaranteed time at least; of tranches the sum of theirs",
    rounding:
      "to cents, half up, when it falls due, is paid or added in kind; what compounding adds is not rounded; each tranche by itself",
    source: dayCountSource,
  },
  headline: {
    rank: 2,
    say: (shown, textOf) => {
      const counted = textOf(basis);
      return `${shown} of interest${counted ? ` (${counted})` : ""}`;
    },
  },
  needs: { account: accountOwed, principal, rate, dayCount },
  compute: ({ account }, situation) => interestSince(account, situation),
});

/** All interest of an account: paid, added and unpaid. */
export const interestTotal = formula({
  id: "interest-total",
  label: "interest in all",
  kind: "money",
  topic: "interest",
  scope: "both",
  about: {
    definition:
      "interest paid + interest added to the principal + interest unpaid, from its start to maturity, or to a scenario's day, interest after the due date included",
    rounding: "to cents, half up, once; interest that was paid or added in kind is in cents",
    source: "the note: the rows of its account",
  },
  applies: (situation) =>
    hasInterest(situation) && (paymentDays(situation) !== undefined || principalChanges(situation)),
  needs: { account: accountHere },
  compute: ({ account }) => allInterest(account),
});

export const principalOwed = formula({
  id: "principal-owed",
  label: "principal still owed",
  kind: "money",
  topic: "interest",
  scope: "both",
  about: {
    definition:
      "P with interest that was added to it in kind or by compounding, less what was repaid of it; an instalment of money pays interest first, a part of the principal pays principal, a premium none",
    rounding: "to cents, half up",
    source: "the note's instalments, what its interest is paid in, and how it is compounded",
  },
  applies: principalChanges,
  needs: { account: accountHere },
  compute: ({ account }, situation) =>
    inInstalments(situation) ? account.left.principal : account.principal,
});

export const amountAtMaturity = formula({
  id: "amount-at-maturity",
  label: "amount due at maturity",
  kind: "money",
  topic: "interest",
  scope: "note",
  about: {
    definition:
      "M = the principal and the interest that are owed on the last day, before anything of that day is paid: its coupon and its instalment are part of it; of tranches the sum of theirs",
    rounding: "none: both parts are in cents",
    source: "the note: principal and unpaid interest fall due together",
  },
  headline: {
    rank: 1,
    say: (shown, textOf) => `${shown} due ${textOf(whenDue) ?? "at maturity"}`,
  },
  applies: (situation) => situation.note.clauses.matures.state !== "none" || hasInterest(situation),
  needs: { principal, interest: accruedInterest, account: accountOwed, due: optional(matures) },
  compute: ({ principal: lent, interest, account }, situation) => {
    const premium = premiumOnLastDay(account);
    const due =
      !inInstalments(situation) && !account.addedInKind && account.compounded
        ? arithmetic.plus(lent, interest)
        : arithmetic.plus(account.principal, named("accrued interest", account.interest));
    return premium ? arithmetic.plus(due, named("premium", premium)) : due;
  },
});

/** What the instalments of the last day pay beyond principal and interest. */
function premiumOnLastDay({ rows, left }: Account): Figure<"money"> | undefined {
  const premiums = left.rows.slice(rows.length).flatMap(({ premium }) => premium ?? []);
  const [first, ...others] = premiums;
  return first && others.reduce((sum, one) => arithmetic.plus(sum, one), first);
}

export const dueAfterInstalments = formula({
  id: "due-after-instalments",
  label: "left to pay at maturity after the instalments",
  kind: "money",
  topic: "payment",
  scope: "note",
  day: "maturity",
  about: {
    definition: "what is left of P and I at maturity when every instalment is paid on its day",
    rounding: "none: its parts are in cents",
    source: "the note's instalments",
  },
  headline: { rank: 2, say: (shown) => `${shown} left at maturity` },
  applies: inInstalments,
  needs: { account: accountOwed },
  compute: ({ account: { left } }) =>
    arithmetic.plus(named("principal still owed", left.principal), named("unpaid interest", left.interest)),
});

/** Interest that is paid on the very day, else what is unpaid: what a payment of interest on the day comes to. */
export const interestOfDay: Source<Figure<"money">> = step(
  "accrued interest",
  { account: accountHere, interest: accruedInterest },
  ({ account: { rows, to }, interest }) => {
    const paid = rows.findLast(({ on, what }) => what === "interest paid" && dayOf(on) === dayOf(to));
    return named("accrued interest", paid?.interest ?? interest);
  },
);
