import { assuming, type Figure, isWaiting, type Result, waiting } from "../../quantity/figure.ts";
import { evaluate, formula, optional, type Situation, type Source, step } from "../engine/formula.ts";
import { caseIn } from "../inputs/clauses.ts";
import { assumedBy, readingOf } from "../inputs/readings.ts";
import {
  convertedInterest,
  convertiblePrincipal,
  interestAtEnd,
  principalAtEnd,
} from "../interest/accounts.ts";
import { amountOf, type Balance, partOf } from "../interest/balance.ts";
import { accountInDefault, hasFailed, isInDefault, owedInDefault } from "../interest/default-amount.ts";
import { noteSource } from "./note-source.ts";
import { rightToConvert } from "./right.ts";

/** What is converted: the scenario's amount, else the conversion's, else the usual reading. */
function amountConverted(balance: Balance, situation: Situation): Result<"money"> {
  const said = [situation.scenario?.clauses.convert, situation.note.clauses.conversion.inner.amount];
  const open = said.find((bound) => bound?.state === "blank" || bound?.state === "unread");
  if (open) return waiting("the amount converted");
  const [ofScenario, stated] = said;
  const ofNote = stated && caseIn(stated, situation);
  if (isWaiting(ofNote)) return ofNote;
  if (ofScenario?.state === "said") return amountOf(ofScenario.meaning, balance, situation);
  if (ofNote?.state === "said") return amountOf(ofNote.meaning, balance, situation);
  const failed = situation.note.clauses.defaultAmount.state === "said" && hasFailed(situation);
  if (failed && balance.onDefault) {
    const whole = readingOf("default-conversion", situation).id === "default amount";
    const amount = whole ? balance.onDefault() : usualAmount(balance, situation);
    return isWaiting(amount) ? amount : assuming(amount, assumedBy("default-conversion", situation).because);
  }
  return usualAmount(balance, situation);
}

function usualAmount(balance: Balance, situation: Situation): Result<"money"> {
  const of =
    readingOf("conversion-amount", situation).id === "principal" ? "principal" : "principal and interest";
  const usual = partOf(of, balance, situation);
  return isWaiting(usual) ? usual : assuming(usual, assumedBy("conversion-amount", situation).because);
}

const amountClauses = {
  clauses: ["note/conversion/amount", "scenario/convert"],
  points: ["conversion-amount", "default-conversion"] as const,
};

/** The amount as if it were converted, whether or not the right to convert is open. */
export const amountIfConverted: Source<Figure<"money">> = step(
  "amount converted",
  { principal: convertiblePrincipal, account: optional(accountInDefault) },
  ({ principal: sum, account }, situation) => {
    const onDefault = (): Result<"money"> =>
      account && isInDefault(situation)
        ? owedInDefault(account, situation, undefined)
        : waiting("an event of default, without which there is no default amount");
    const interest = (): Result<"money"> => evaluate(convertedInterest, situation);
    return amountConverted({ principal: sum, interest, onDefault }, situation);
  },
  amountClauses,
);

export const conversionAmount = formula({
  id: "conversion-amount",
  label: "amount converted",
  kind: "money",
  topic: "conversion",
  scope: "both",
  about: {
    definition:
      "A = P + I, or as the note or the scenario says; none in a scenario in which the right to convert is closed or nothing is converted",
    rounding: "none: its parts are in cents",
    source: noteSource,
  },
  needs: { right: rightToConvert, amount: amountIfConverted, interest: optional(convertedInterest) },
  compute: ({ amount }) => amount,
});

/** The amount that converts when the note is held to maturity: needs no conversion date. */
export const amountConvertedAtMaturity: Source<Figure<"money">> = step(
  "amount converted at maturity",
  { principal: principalAtEnd, interest: optional(interestAtEnd) },
  ({ principal: sum }, situation) =>
    amountConverted({ principal: sum, interest: () => evaluate(interestAtEnd, situation) }, situation),
  amountClauses,
);
