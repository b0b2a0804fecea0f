import type { AmountMeaning } from "../../catalog/value.ts";
import { assuming, type Figure, isWaiting, type Result, waiting } from "../../quantity/figure.ts";
import { sharesIfConverted } from "../conversion/conversion.ts";
import { callClosed, triggerOfCall } from "../conversion/triggers.ts";
import {
  evaluate,
  type Formula,
  formula,
  optional,
  type Situation,
  type Source,
  step,
} from "../engine/formula.ts";
import { clauseSource, optionalClause, restingOn } from "../inputs/clauses.ts";
import { ungiven } from "../inputs/openings.ts";
import { accountConverted } from "../interest/accounts.ts";
import { amountOf, type Balance, partOf } from "../interest/balance.ts";
import type { Account } from "../interest/rows.ts";

/** What the note owes on the scenario's day, and what it would convert into: what a price to be paid early counts from. */
const owing = {
  account: accountConverted,
  shares: optional(sharesIfConverted),
};

interface Owing {
  readonly account: Account;
  readonly shares: Figure<"shares"> | undefined;
}

/** A price to be paid early, on the principal that is owed and the interest that is unpaid that day; all of both where none is stated. */
function paidEarly(
  amount: AmountMeaning | undefined,
  { account, shares }: Owing,
  situation: Situation,
): Result<"money"> {
  const balance: Balance = {
    principal: account.principal,
    interest: () => account.interest,
    ...(shares ? { shares: () => shares } : {}),
  };
  return amount ? amountOf(amount, balance, situation) : partOf("principal and interest", balance, situation);
}

const putClause = clauseSource("note/put", ({ note }) => note.clauses.put);

/** What the put pays, as the clause holds; waits, in words, where the scenario does not bring what opens it. */
const putPrice: Source<AmountMeaning> = step(
  "put",
  { clause: optional(putClause) },
  (_, situation) => {
    const closed = ungiven(situation.note.clauses.put, situation);
    return closed ? waiting(`the put, which ${closed.words}`) : evaluate(putClause, situation);
  },
  { clauses: ["scenario/eventOfDefault", "scenario/closing", "scenario/event"] },
);

const putPayment = formula({
  id: "put-payment",
  label: "paid when the holder puts the note",
  kind: "money",
  topic: "payment",
  scope: "scenario",
  about: {
    definition:
      "the amount that the put names, on the principal owed and the interest unpaid on the scenario's day; none where the scenario does not bring the event that opens the put",
    rounding: "to cents, half up, once",
    source: "the note's put",
  },
  headline: { rank: 4, say: (shown) => `${shown} if the note is put` },
  applies: ({
    note: {
      clauses: { put },
    },
  }) => put.state === "said" || put.condition?.kind !== undefined,
  needs: { price: putPrice, ...owing },
  compute: ({ price, account, shares }, situation) => paidEarly(price, { account, shares }, situation),
});

const callPayment = formula({
  id: "call-payment",
  label: "paid when the issuer calls the note",
  kind: "money",
  topic: "payment",
  scope: "scenario",
  about: {
    definition:
      "the call price, else P + I, on the principal owed and the interest unpaid on the scenario's day; none before the first day of the call, nor while the share has not reached its trigger",
    rounding: "to cents, half up, once",
    source: "the note's issuer call",
  },
  headline: { rank: 4, say: (shown) => `${shown} if the issuer calls the note` },
  applies: ({ note }) => note.clauses.call.state === "said",
  needs: {
    price: optionalClause("note/call/at", ({ note }) => note.clauses.call.inner.at),
    trigger: optional(triggerOfCall),
    opens: restingOn("note/call/from"),
    ...owing,
  },
  compute: ({ price, account, shares }, situation) => {
    const verdict = callClosed(situation);
    if (typeof verdict === "object") return waiting(`the issuer call, which ${verdict.words}`);
    const paid = paidEarly(price, { account, shares }, situation);
    if (isWaiting(paid)) return paid;
    return assuming(
      paid,
      verdict === "open" ? "the share is taken to have reached the trigger of the issuer call" : undefined,
    );
  },
});

/** What is paid when holder or issuer ends the note early, in the order in which figures are shown. */
export const putCallFormulas: readonly Formula[] = [putPayment, callPayment];
