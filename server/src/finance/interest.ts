import * as arithmetic from "../quantity/arithmetic.ts";
import { isZero } from "../quantity/exact.ts";
import { assuming, dayOf, type Figure, isWaiting, named, type Result, waiting } from "../quantity/figure.ts";
import { type Account, accountTo, principalChanges } from "./account.ts";
import { conversionDate, defaultDay, issued, matures, scenarioDay } from "./dates.ts";
import { evaluate, formula, optional, type Source, step } from "./formula.ts";
import { rate } from "./rates.ts";
import { dayCount, principal } from "./sources.ts";
import { tranchesIn } from "./tranches.ts";

export const dayCountSource =
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

/** What is owed at the end of the interest: to maturity for a note by itself, to a scenario's day. */
export const accountOwed: Source<Account> = accountTo(interestEnd);

/** What is owed on the conversion date, for a note that stands by itself and for a scenario. */
export const accountConverted: Source<Account> = accountTo(convertedEnd);

/** What is owed on the day when everything falls due. */
export const accountDue: Source<Account> = accountTo(fallsDue);

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
  applies: (situation) =>
    situation.note.clauses.interest.state !== "absent" && tranchesIn(situation).length === 0,
  needs: { account: accountOwed, dayCount, issued: optional(issued) },
  compute: ({ account: { from, to }, dayCount: count }) =>
    assuming(arithmetic.daysIn(count.convention, from, to), count.assumed?.because),
});

/** The rate, where the note bears one. */
const rateBorne: Source<Figure<"ratio">> = step("rate", { rate }, ({ rate: yearly }) =>
  isZero(yearly.amount) ? waiting("a rate above zero") : yearly,
);

/** Maturity, where everything has one. */
const dueTogether: Source<Figure<"date">> = step("matures", { due: matures }, ({ due }, situation) =>
  tranchesIn(situation).length > 0 ? waiting("one day on which everything is due") : due,
);

/** What is owed once, whatever the time. */
const oneTimeRate: Source<Figure<"ratio">> = {
  label: "one-time interest",
  needs: [],
  clauses: ["note/interest/oneTime"],
  read: ({ note }) => {
    const { oneTime } = note.clauses.interest.inner;
    return oneTime.state === "said" ? oneTime.meaning : waiting("one-time interest");
  },
};

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
      const [days, yearly, once] = [told(interestDays), told(rateBorne), told(oneTimeRate)];
      const bases = [days && yearly ? `${days} at ${yearly}` : "", once ? `${once} once` : ""].filter(
        Boolean,
      );
      return `${shown} of interest${bases.length > 0 ? ` (${bases.join(", ")})` : ""}`;
    },
  },
  needs: { account: accountOwed, principal, rate, dayCount },
  compute: ({ account }) => account.interest,
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
      "M = P + I, with what is left of P and I when all that is due before is paid; of tranches the sum of theirs",
    rounding: "none: both parts are in cents",
    source: "the note: principal and unpaid interest fall due together",
  },
  headline: {
    rank: 1,
    say: (shown, told) => `${shown} due ${told(dueTogether) ?? "in all, each tranche on its day"}`,
  },
  needs: { principal, interest: accruedInterest, account: accountOwed },
  compute: ({ interest, account }) => arithmetic.plus(account.principal, interest),
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
export const convertiblePrincipal: Source<Figure<"money">> = principalLeft(accountConverted);
