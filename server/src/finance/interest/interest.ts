import * as arithmetic from "../../quantity/arithmetic.ts";
import { total } from "../../quantity/cash-flows.ts";
import { isZero } from "../../quantity/exact.ts";
import {
  assuming,
  dayOf,
  type Figure,
  isWaiting,
  named,
  type Result,
  waiting,
} from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { evaluate, formula, optional, type Situation, type Source, step } from "../engine/formula.ts";
import { conversionDate, defaultDay, issued, scenarioDay, stated } from "../inputs/clauses.ts";
import { matures } from "../inputs/dates.ts";
import { paymentDayClauses, stopsAtStatedDay } from "../inputs/payment-days.ts";
import { accrualStart, dayCount, principal } from "../inputs/sources.ts";
import { inTranches } from "../inputs/tranches.ts";
import { type Account, accountTo, principalChanges } from "./account.ts";
import { rateSteps } from "./rate-steps.ts";
import { rate } from "./rates.ts";

const dayCountSource =
  "2006 ISDA Definitions, section 4.16, for the day counts; the note for rate and principal";

/**
 * The day on which everything falls due: maturity, or in a scenario an event of default before it, where the note
 * states a default rate, which runs from there.
 */
export const fallsDue: Source<Figure<"date">> = step(
  "falls due",
  { due: optional(matures), failed: defaultDay },
  ({ due, failed }, situation) => {
    const accelerated = failed && situation.note.clauses.interest.inner.defaultRate.state === "said";
    if (!accelerated) return evaluate(matures, situation);
    return due && dayOf(due) <= dayOf(failed) ? due : failed;
  },
  { clauses: ["note/interest/defaultRate"] },
);

/** The last day of the interest that is asked for: the scenario's, but no later than it falls due; else maturity. */
const interestEnd: Source<Figure<"date">> = step(
  "interest to",
  { due: optional(fallsDue), played: optional(scenarioDay) },
  ({ due }, situation) =>
    situation.scenario ? earlier(due, evaluate(conversionDate, situation)) : evaluate(matures, situation),
);

/** The same, with the conversion date where the note stands by itself. */
const convertedEnd: Source<Figure<"date">> = step(
  "interest to",
  { due: optional(fallsDue), day: optional(conversionDate) },
  ({ due }, situation) => earlier(due, evaluate(conversionDate, situation)),
);

function earlier(due: Figure<"date"> | undefined, day: Result<"date">): Result<"date"> {
  if (isWaiting(day) || !due) return day;
  return dayOf(due) < dayOf(day) ? due : day;
}

/** The end of the interest, where payment is made on another day than the stated one and interest stops at that. */
function withoutMore(end: Source<Figure<"date">>): Source<Figure<"date">> {
  return step(
    "interest to",
    { end, due: optional(stated.maturity) },
    ({ end: day, due }, situation) =>
      due && stopsAtStatedDay(situation) && dayOf(day) > dayOf(due) ? due : day,
    { clauses: paymentDayClauses },
  );
}

/** What is owed at the end of the interest: to maturity for a note by itself, to a scenario's day. */
export const accountOwed: Source<Account> = accountTo(withoutMore(interestEnd));

/** What is owed on the conversion date, for a note that stands by itself and for a scenario. */
export const accountConverted: Source<Account> = accountTo(withoutMore(convertedEnd));

/** What is owed on the day when everything falls due. */
export const accountDue: Source<Account> = accountTo(withoutMore(fallsDue));

/** Whether instalments pay the note off on the way to maturity: its interest is then all that it ever bears. */
export function inInstalments({ note, scenario }: Situation): boolean {
  return note.clauses.instalments.state === "said" && scenario === undefined;
}

export const interestDays = formula({
  id: "interest-days",
  label: "days of interest",
  kind: "days",
  topic: "interest",
  scope: "both",
  about: {
    definition:
      "n = days from the first day of interest, which counts, to the last, which does not, as the day count counts them; of interest that is paid along the way from the last payment",
    rounding: "whole days",
    source: dayCountSource,
  },
  applies: (situation) => hasInterest(situation) && !inTranches(situation),
  needs: { account: accountOwed, start: accrualStart, dayCount, issued: optional(issued) },
  compute: ({ account: { from, to }, start, dayCount: count }, situation) => {
    const first = inInstalments(situation) ? start : from;
    return assuming(arithmetic.daysIn(count.convention, first, to), count.assumed?.because);
  },
});

function hasInterest({ note }: Situation): boolean {
  const { state } = note.clauses.interest;
  return state !== "absent" && state !== "none";
}

/** When the amount due is due, in words. */
const whenDue: Source<string> = step("matures", { due: optional(matures) }, ({ due }, situation) => {
  if (inInstalments(situation)) return "in all, instalments included";
  if (inTranches(situation)) return "in all, each tranche on its day";
  return due ? show(due) : "at maturity";
});

/** What the interest is counted with, in words: days, rates, and what is owed once; waits where there is no interest. */
const basis: Source<string> = step(
  "basis",
  { rate, account: accountOwed, days: optional(interestDays) },
  ({ account, days }, situation) => {
    if (isZero(account.interest.amount) && !inInstalments(situation)) return waiting("interest");
    const steps = rateSteps(account.from, account.to, situation);
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

export const accruedInterest = formula({
  id: "accrued-interest",
  label: "accrued interest",
  kind: "money",
  topic: "interest",
  scope: "both",
  about: {
    definition:
      "I = P × r × years; compounded k times a year: I = P × ((1 + r ÷ k)^(k × years) − 1); continuously: I = P × (e^(r × years) − 1). Where the rate changes, the sum over the times with one rate; where interest is owed once, that part of P besides; for a guaranteed time at least; of tranches the sum of theirs",
    rounding: "to cents, half up, once; each tranche and each time settled by a payment by itself",
    source: dayCountSource,
  },
  headline: {
    rank: 2,
    say: (shown, told) => {
      const counted = told(basis);
      return `${shown} of interest${counted ? ` (${counted})` : ""}`;
    },
  },
  needs: { account: accountOwed, principal, rate, dayCount },
  compute: ({ account }, situation) => {
    if (!inInstalments(situation)) return account.interest;
    const earned = account.earned();
    if (isWaiting(earned)) return earned;
    const [only, ...others] = earned;
    return only && others.length === 0
      ? only
      : total(earned, "the interest of the whole time, as it is settled");
  },
});

export const principalOwed = formula({
  id: "principal-owed",
  label: "principal still owed",
  kind: "money",
  topic: "interest",
  scope: "both",
  about: {
    definition:
      "P with interest that was added to it, less what instalments paid of it; an instalment pays interest first, unless it is a part of the principal",
    rounding: "none: interest and instalments are in cents",
    source: "the note's instalments, and what its interest is paid in",
  },
  applies: principalChanges,
  needs: { account: accountOwed },
  compute: ({ account }) => account.principal,
});

export const amountAtMaturity = formula({
  id: "amount-at-maturity",
  label: "amount due at maturity",
  kind: "money",
  topic: "interest",
  scope: "note",
  about: {
    definition:
      "M = P + I; where interest is paid along the way, with what is unpaid of it; instalments are part of it; of tranches the sum of theirs",
    rounding: "none: both parts are in cents",
    source: "the note: principal and unpaid interest fall due together",
  },
  headline: {
    rank: 1,
    say: (shown, told) => `${shown} due ${told(whenDue) ?? "at maturity"}`,
  },
  applies: (situation) => situation.note.clauses.matures.state !== "none" || hasInterest(situation),
  needs: { principal, interest: accruedInterest, account: accountOwed, due: optional(matures) },
  compute: ({ principal: lent, interest, account }, situation) =>
    arithmetic.plus(inInstalments(situation) ? lent : account.principal, interest),
});

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
  compute: ({ account }) =>
    arithmetic.plus(
      named("principal still owed", account.principal),
      named("unpaid interest", account.interest),
    ),
});

/** Interest to the conversion date, for a note that stands by itself and for a scenario. */
export const convertedInterest: Source<Figure<"money">> = step(
  "accrued interest",
  { account: accountConverted },
  ({ account }) => named("accrued interest", account.interest),
);

/** What is left of the principal on the day of an account; what was lent, where nothing changes it. */
function principalLeft(source: Source<Account>): Source<Figure<"money">> {
  return step("principal", { principal, account: optional(source) }, ({ principal: lent }, situation) => {
    if (!principalChanges(situation)) return lent;
    const account = evaluate(source, situation);
    return isWaiting(account) ? account : account.principal;
  });
}

/** What is left of the principal at the end of the interest, and on the conversion date. */
export const principalAtEnd: Source<Figure<"money">> = principalLeft(accountOwed);
export const interestAtEnd: Source<Figure<"money">> = step(
  "accrued interest",
  { account: accountOwed },
  ({ account }) => named("accrued interest", account.interest),
);
export const convertiblePrincipal: Source<Figure<"money">> = principalLeft(accountConverted);
