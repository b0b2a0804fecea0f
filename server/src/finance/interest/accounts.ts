import * as arithmetic from "../../quantity/arithmetic.ts";
import { isZero } from "../../quantity/exact.ts";
import { dayOf, type Figure, isWaiting, named, type Result } from "../../quantity/figure.ts";
import {
  evaluate,
  inEachSituation,
  optional,
  type Situation,
  type Source,
  step,
  varied,
} from "../engine/formula.ts";
import { withChanges } from "../engine/view.ts";
import { conversionDate, scenarioDay, stated } from "../inputs/clauses.ts";
import { matures } from "../inputs/dates.ts";
import { paymentDayClauses, stopsAtStatedDay } from "../inputs/payment-days.ts";
import { compounding, principal } from "../inputs/sources.ts";
import { accountTo } from "./account.ts";
import { interestFor } from "./accrual.ts";
import { dayCount } from "./day-frame.ts";
import { fallsDue } from "./due.ts";
import { inCents } from "./ledger.ts";
import type { Account } from "./rows.ts";

/** The last day of the interest that is sought: the scenario's, but no later than it falls due; else maturity. */
const interestEnd: Source<Figure<"date">> = step(
  "interest to",
  { due: optional(fallsDue), played: optional(scenarioDay) },
  ({ due }, situation) =>
    situation.scenario ? earlier(due, evaluate(conversionDate, situation)) : evaluate(matures, situation),
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

/** What is owed at the end of the interest: to maturity for a note by itself, to a scenario's day or the due date before it. */
export const accountOwed: Source<Account> = accountTo(withoutMore(interestEnd));

/** What is owed on the conversion date, interest after the due date included. */
export const accountConverted: Source<Account> = accountTo(conversionDate);

/** What is owed on the day when everything falls due. */
export const accountDue: Source<Account> = accountTo(withoutMore(fallsDue));

/** The account that a situation is about: to maturity, or to the scenario's day. */
export const accountHere: Source<Account> = step(
  "what is owed",
  { alone: optional(accountOwed), played: optional(accountConverted) },
  (_, situation) => evaluate(situation.scenario ? accountConverted : accountOwed, situation),
);

/** The same where only payments are sought: a note that is silent on interest has its instalments all the same. */
export const accountOfPayments: Source<Account> = step(
  "what is paid",
  { account: optional(accountHere) },
  ({ account }, situation) => account ?? evaluate(accountHere, withoutInterest(situation)),
);

/** The same on the conversion date. */
export const accountOfPaymentsByThen: Source<Account> = step(
  "what is paid",
  { account: optional(accountConverted) },
  ({ account }, situation) => account ?? evaluate(accountConverted, withoutInterest(situation)),
);

/** The note as if it bore no interest, where it is silent on it. */
const withoutInterest = inEachSituation((situation): Situation => {
  const { clauses } = situation.note;
  const { interest } = clauses;
  if (interest.state !== "absent") return situation;
  const none = { state: "none", clause: undefined } as const;
  const bears = withChanges(interest, { state: "none", inner: withChanges(interest.inner, { rate: none }) });
  return varied(situation, {
    note: withChanges(situation.note, { clauses: withChanges(clauses, { interest: bears }) }),
  });
});

/** Whether instalments pay the note off on the way to maturity: its interest is then all that it ever bears. */
export function inInstalments({ note, scenario }: Situation): boolean {
  return note.clauses.instalments.state === "said" && scenario === undefined;
}

/** Whether instalments, or interest that is added in kind or by compounding, change the principal before the end. */
export function principalChanges({ note }: Situation): boolean {
  const { instalments, interest } = note.clauses;
  const { paidIn, compounded } = interest.inner;
  const kinds = paidIn.state === "said" ? [paidIn, ...paidIn.cases].map(({ meaning }) => meaning) : [];
  const paidBack = instalments.state === "said" && instalments.rows.length > 0;
  const joins = kinds.some((kind) => kind === "kind" || kind === "cash or kind");
  return paidBack || joins || compounded.state === "said";
}

/** Interest to the conversion date, what runs after the due date included, for a note by itself and for a scenario. */
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

/** All interest of an account: paid, added to the principal and unpaid. */
export function allInterest({ interestPaid, addedInKind, compounded, interest }: Account): Figure<"money"> {
  const unpaid = named(compounded ? "unpaid interest" : "accrued interest", interest);
  const parts = [interestPaid, addedInKind, compounded, unpaid]
    .filter((part) => part !== undefined)
    .filter(({ amount }) => !isZero(amount));
  const [first, ...others] = parts;
  return first ? inCents(others.reduce((sum, part) => arithmetic.plus(sum, part), first)) : interest;
}

/** Interest that would still have come after the conversion date, to maturity, on what is owed; not rounded twice. */
export const interestToCome: Source<Figure<"money">> = step(
  "interest not yet earned",
  {
    principal: convertiblePrincipal,
    now: accountConverted,
    later: accountTo(matures),
    from: conversionDate,
    to: matures,
    dayCount,
    compounding,
  },
  ({ principal: sum, now, later, ...terms }, situation): Result<"money"> => {
    if (principalChanges(situation))
      return arithmetic.minus(
        named("all interest to maturity", allInterest(later)),
        named("interest to the conversion date", allInterest(now)),
      );
    const interest = interestFor({ ...terms, principal: sum }, situation);
    return isWaiting(interest) ? interest : arithmetic.payable(interest);
  },
);
