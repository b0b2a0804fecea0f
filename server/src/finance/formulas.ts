import { attempted } from "../base/failures.ts";
import type { Surroundings } from "../market/case.ts";
import type { BoundScenario } from "../note/bound.ts";
import type { Day } from "../quantity/date.ts";
import { dayOf, isWaiting, type Result } from "../quantity/figure.ts";
import { conversionAmount } from "./conversion/amount.ts";
import { conversionOpens, conversionShares } from "./conversion/conversion.ts";
import { impliedDiscount, returnOnSurrendered, uplift, upliftRate } from "./conversion/exchange.ts";
import { blockedConversions, blockerAmount, blockerShares } from "./conversion/ownership.ts";
import { nothingConverted } from "./conversion/right.ts";
import { evaluate, type Formula, type Situation } from "./engine/formula.ts";
import { type Memo, newMemo } from "./engine/memo.ts";
import { plainViewsOf, viewsOf } from "./engine/views.ts";
import { conversionDate, issued } from "./inputs/clauses.ts";
import { matures } from "./inputs/dates.ts";
import { noteInForce } from "./inputs/in-force.ts";
import {
  accruedInterest,
  amountAtMaturity,
  interestDays,
  interestTotal,
  principalOwed,
} from "./interest/interest.ts";
import { lateInterestFigure, lateInterestThirty } from "./interest/late-interest.ts";
import { owed } from "./money/default.ts";
import { paymentFormulas, proceedsFormulas, yieldFormulas } from "./money/index.ts";
import {
  breakevenPrice,
  conversionGain,
  conversionValue,
  effectiveDiscount,
  gainRate,
} from "./money/returns.ts";
import { conversionPrice } from "./prices/conversion-price.ts";
import { marketPrice } from "./prices/market-price.ts";
import { capPriceHere, roundFormulas } from "./rounds/index.ts";
import { ownershipAfter } from "./shares/holdings.ts";
import { shareFormulas } from "./shares/index.ts";
import { cashInLieu, cashSettlement, settledInCash } from "./shares/received.ts";

/** Every formula, in the order in which figures are shown. */
export const formulas: readonly Formula[] = [
  interestDays,
  accruedInterest,
  interestTotal,
  principalOwed,
  amountAtMaturity,
  owed,
  lateInterestThirty,
  lateInterestFigure,
  ...proceedsFormulas,
  ...paymentFormulas,
  uplift,
  upliftRate,
  impliedDiscount,
  returnOnSurrendered,
  conversionOpens,
  conversionAmount,
  conversionPrice,
  conversionShares,
  cashInLieu,
  cashSettlement,
  ownershipAfter,
  blockerShares,
  blockerAmount,
  blockedConversions,
  marketPrice,
  conversionValue,
  effectiveDiscount,
  conversionGain,
  gainRate,
  breakevenPrice,
  ...yieldFormulas,
  ...shareFormulas,
  ...roundFormulas,
];

/** A formula's answer in a situation. */
export interface Answer {
  readonly formula: Formula;
  readonly result: Result;
}

/**
 * A note by itself, or with a scenario that is played through. `memo` has what is known of it from the version before.
 */
export function situationOf(
  surroundings: Surroundings,
  scenario: BoundScenario | undefined,
  valuedOn: Day | undefined,
  memo: Memo = newMemo(),
): Situation {
  return inViews(surroundings, viewsOf(surroundings, scenario), valuedOn, memo);
}

/**
 * The same for answers of which nobody asks what they rest on: no clause that is looked at is recorded, which is most of
 * the work of looking. Not for a note with words in brackets, nor for one that converts together with others: their
 * answers are made of what is recorded.
 */
export function unrecordedSituationOf(
  surroundings: Surroundings,
  scenario: BoundScenario | undefined,
  valuedOn: Day | undefined,
): Situation {
  return inViews(surroundings, plainViewsOf(surroundings, scenario), valuedOn, newMemo());
}

function inViews(
  surroundings: Surroundings,
  views: ReturnType<typeof viewsOf>,
  valuedOn: Day | undefined,
  memo: Memo,
): Situation {
  const asSaid: Situation = {
    ...surroundings,
    ...views,
    valuedOn,
    conversionPrice,
    capPrice: capPriceHere,
    inForce: noteInForce,
    readings: new Map(),
    memo: newMemo(),
    differs: undefined,
  };
  return { ...asSaid, note: noteInForce(asSaid), memo };
}

/** The answers that belong to the situation: a note's to maturity, a scenario's to its day. */
export function answersIn(situation: Situation): Answer[] {
  const scope = situation.scenario ? "scenario" : "note";
  return formulas
    .filter((formula) => formula.scope === "both" || formula.scope === scope)
    .filter((formula) =>
      attempted(
        formula.label,
        () => appliesTo(formula, situation),
        () => true,
      ),
    )
    .map((formula) => ({ formula, result: evaluate(formula, situation) }))
    .filter(({ formula, result }) => formula.id !== "late-interest" || !isWaiting(result))
    .filter(({ result }) => !isWaiting(result) || !result.waitingFor.includes(nothingConverted));
}

/** Whether the note has the block that the formula is about; without it, its figures are not missing but absent. */
export function appliesTo(formula: Formula, situation: Situation): boolean {
  if (formula.topic === "ownership" && settledInCash(situation)) return false;
  if (formula.applies) return formula.applies(situation);
  const { topic, id } = formula;
  const { clauses } = situation.note;
  if (topic === "exchange") return clauses.exchange.state === "said";
  if (topic === "interest") return clauses.interest.state === "said" || id === "amount-at-maturity";
  if (clauses.conversion.state === "none" || clauses.conversion.state === "absent") return false;
  if (id === conversionOpens.id) return clauses.conversion.inner.from.state === "said";
  const limited = id === "blocker-shares" || id === "blocker-amount" || id === "blocked-conversions";
  return !limited || clauses.conversion.inner.ownershipLimit.state === "said";
}

/** The day that an answer is worked out for: a scenario's own, else maturity or the conversion date; undefined while open. */
export function dayOfAnswer({ topic, day: stated }: Formula, situation: Situation): Day | undefined {
  const usual = topic === "interest" ? "maturity" : topic === "exchange" ? "issue" : undefined;
  const source = situation.scenario ? conversionDate : dayAlone[stated ?? usual ?? "conversion"];
  const day = evaluate(source, situation);
  return isWaiting(day) ? undefined : dayOf(day);
}

const dayAlone = { issue: issued, maturity: matures, conversion: conversionDate } as const;
