import * as arithmetic from "../../quantity/arithmetic.ts";
import { isZero } from "../../quantity/exact.ts";
import { type Figure, named, type Result } from "../../quantity/figure.ts";
import { sharesIfConverted } from "../conversion/conversion.ts";
import { evaluate, type Formula, formula, optional, type Source, step } from "../engine/formula.ts";
import { figureSource, restingOn } from "../inputs/clauses.ts";
import { accountConverted } from "../interest/accounts.ts";
import { accountInDefault, hasFailed, isInDefault, owedInDefault } from "../interest/default-amount.ts";
import { instalments } from "../interest/instalments.ts";
import { amountAtMaturity } from "../interest/interest.ts";

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
    shares: optional(sharesIfConverted),
    terms: restingOn("note/defaultAmount"),
  },
  compute: ({ account, shares }, situation) =>
    owedInDefault(account, situation, shares ? () => shares : undefined),
});

/** All that is owed on the scenario's day. */
export const owed = formula({
  id: "owed",
  label: "owed",
  kind: "money",
  topic: "interest",
  scope: "scenario",
  about: {
    definition:
      "principal owed + interest unpaid on the day, after what is due that day before the end of the term is paid or added, and before what the scenario does; interest after the due date or a default included; with an event of default what is owed on default",
    rounding: "to cents, half up, once; what was due on the due date is in cents",
    source: "the note: the rows of its account",
  },
  headline: { rank: 1, say: (shown) => `${shown} owed` },
  applies: () => true,
  needs: { account: accountConverted, failed: optional(defaultBalance) },
  compute: ({ account: { principal: left, interest } }, situation) => {
    if (hasFailed(situation)) return evaluate(defaultBalance, situation);
    return isZero(interest.amount) ? left : arithmetic.plus(left, named("unpaid interest", interest));
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
