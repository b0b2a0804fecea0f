import type { AmountMeaning } from "../../catalog/value.ts";
import type { Bound, Said } from "../../note/bound.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
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
import { sharesIfConverted } from "../conversion/conversion.ts";
import {
  evaluate,
  type Formula,
  formula,
  optional,
  type Situation,
  type Source,
  step,
} from "../engine/formula.ts";
import { caseOn, conversionDate, defaultDay, figureSource, restingOn } from "../inputs/clauses.ts";
import { needOf } from "../inputs/readings.ts";
import type { Account } from "../interest/account.ts";
import { amountOf, type Balance } from "../interest/balance.ts";
import { instalments } from "../interest/instalments.ts";
import { accountConverted, accountDue, amountAtMaturity, fallsDue } from "../interest/interest.ts";
import { lateInterestOwed } from "../interest/late-interest.ts";

/** What is owed when the note is in default: on a scenario's day, or, of a note by itself, when it is due and unpaid. */
const accountInDefault: Source<Account> = step(
  "what is owed",
  { due: optional(accountDue), played: optional(accountConverted) },
  (_, situation) => evaluate(situation.scenario ? accountConverted : accountDue, situation),
);

/** What is owed on default, as the clause holds; undefined where none sets it. */
function defaultAmountIn(situation: Situation): AmountMeaning | Waiting | undefined {
  const bound: Bound<AmountMeaning> = situation.note.clauses.defaultAmount;
  if (bound.state === "absent" || bound.state === "none") return undefined;
  if (bound.state !== "said") return waiting(needOf("default amount", bound.state));
  const day = evaluate(conversionDate, situation);
  const said = (situation.scenario ? undefined : onDefault(bound)) ?? caseOn(bound, day, situation);
  if (isWaiting(said)) return said;
  return said.state === "said" ? said.meaning : waiting(needOf("default amount", said.state));
}

/** What a note by itself says of an event of default: the base case, else the one that is said for it. */
function onDefault(bound: Said<AmountMeaning>): Said<AmountMeaning> | undefined {
  const statements = [bound, ...bound.cases];
  return (
    statements.find(({ condition }) => !condition) ??
    statements.find(({ condition }) => condition?.kind === "on" && condition.event.event === "default")
  );
}

/** Whether the scenario brings a default: an event of default by its day, another that the note names, or a day after the due date. */
function isInDefault(situation: Situation): boolean {
  const { scenario } = situation;
  if (!scenario) return situation.note.clauses.defaultAmount.state === "said";
  const day = evaluate(conversionDate, situation);
  const failed = evaluate(defaultDay, situation);
  const due = evaluate(fallsDue, situation);
  const by = (date: typeof due | undefined): boolean =>
    date !== undefined && !isWaiting(date) && !isWaiting(day) && dayOf(date) <= dayOf(day);
  if (by(failed)) return true;
  if (!isWaiting(due) && !isWaiting(day) && dayOf(due) < dayOf(day)) return true;
  const said = situation.note.clauses.defaultAmount;
  if (said.state !== "said") return false;
  const holding = caseOn(said, day, situation);
  return !isWaiting(holding) && holding.state === "said" && holding.condition !== undefined;
}

const defaultBalance = formula({
  id: "default-balance",
  label: "owed on default",
  kind: "money",
  topic: "default",
  scope: "both",
  day: "maturity",
  about: {
    definition:
      "P + I + interest at the default rate, or what the default amount makes of them; of a note by itself as if it were unpaid when due",
    rounding: "to cents, half up, once",
    source: "the note's default amount and default rate",
  },
  headline: { rank: 1, say: (shown) => `${shown} owed on default` },
  applies: isInDefault,
  needs: {
    account: accountInDefault,
    late: optional(lateInterestOwed),
    shares: optional(sharesIfConverted),
    terms: restingOn("note/defaultAmount"),
  },
  compute: ({ account, late, shares }, situation) => {
    const said = defaultAmountIn(situation);
    if (isWaiting(said)) return said;
    const accrued = named("accrued interest", account.interest);
    const interest = late && situation.scenario ? arithmetic.plus(accrued, late) : accrued;
    if (!said) return arithmetic.plus(account.principal, interest);
    const balance: Balance = {
      principal: account.principal,
      interest: () => interest,
      ...(shares ? { shares: () => shares } : {}),
    };
    const owed = amountOf(said, balance, situation);
    return situation.scenario || isWaiting(owed)
      ? owed
      : assuming(owed, "the note is unpaid when it is due, and that is an event of default");
  },
});

/** The payment that a late charge is taken of: an instalment, else what is due at maturity. */
const latePayment: Source<Figure<"money">> = step(
  "late payment",
  { due: optional(amountAtMaturity), instalments: optional(instalments) },
  ({ instalments: payments }, situation): Result<"money"> => {
    const first = situation.note.clauses.instalments.state === "said" ? payments?.[0] : undefined;
    return first ? named("one instalment", first.sum) : evaluate(amountAtMaturity, situation);
  },
);

export const lateCharge = formula({
  id: "late-charge",
  label: "charge for one late payment",
  kind: "money",
  topic: "default",
  scope: "note",
  day: "maturity",
  about: {
    definition: "late charge × one instalment, or × the amount due at maturity where there are none",
    rounding: "to cents, half up, once",
    source: "the note's late charge",
  },
  headline: { rank: 2, say: (shown) => `${shown} for one late payment` },
  applies: ({ note }) => note.clauses.lateCharge.state === "said",
  needs: {
    payment: latePayment,
    charge: figureSource("note/lateCharge", ({ note }) => note.clauses.lateCharge),
  },
  compute: ({ charge, payment }) => arithmetic.payable(arithmetic.portion(charge, payment)),
});

/** What is owed when things go wrong, in the order in which figures are shown. */
export const defaultFormulas: readonly Formula[] = [defaultBalance, lateCharge];
