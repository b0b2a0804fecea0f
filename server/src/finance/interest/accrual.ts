import * as arithmetic from "../../quantity/arithmetic.ts";
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
import { growth } from "../../quantity/growth.ts";
import type { Situation } from "../engine/formula.ts";
import type { CompoundingChoice, DayCountChoice } from "../inputs/sources.ts";
import { type RateStep, rateSteps } from "./rate-steps.ts";

/** What bears interest, for which time and how. */
export interface Accrual {
  readonly principal: Figure<"money">;
  readonly from: Figure<"date">;
  readonly to: Figure<"date">;
  readonly dayCount: DayCountChoice;
  readonly compounding: CompoundingChoice;
}

/** Interest for a time, not rounded: simple on the principal, or what compounding adds to it; at changing rates the sum. */
export function interestFor(terms: Accrual, situation: Situation): Result<"money"> {
  const { from, to } = terms;
  if (dayOf(to) < dayOf(from)) return waiting("an end of the interest that is not before its beginning");
  const steps = rateSteps(from, to, situation);
  if (isWaiting(steps)) return steps;
  return terms.compounding.perYear === undefined ? simple(terms, steps) : compounded(terms, steps);
}

function simple({ principal, dayCount, compounding }: Accrual, steps: readonly RateStep[]): Figure<"money"> {
  const because = compounding.assumed?.because;
  const parts = steps.map(({ rate, from, to }) => {
    const years = yearsBetween(from, to, dayCount);
    const part = arithmetic.times(arithmetic.times(principal, assuming(rate, because)), years);
    return steps.length === 1 ? part : named(`interest at ${show(rate)} to ${show(to)}`, part);
  });
  return parts.reduce((sum, part) => arithmetic.plus(sum, part));
}

function compounded(
  { principal, dayCount, compounding: { perYear = 1, text } }: Accrual,
  steps: readonly RateStep[],
): Figure<"money"> {
  const grown = steps.reduce((sum, { rate, from, to }) => {
    const step = growth(rate, yearsBetween(from, to, dayCount), perYear);
    const name = steps.length === 1 ? `growth, ${text}` : `growth to ${show(to)} at ${show(rate)}, ${text}`;
    return arithmetic.times(sum, named(name, step));
  }, principal);
  return arithmetic.minus(grown, principal);
}

/** The part of a year between two days by the note's day count. */
export function yearsBetween(
  from: Figure<"date">,
  to: Figure<"date">,
  { convention, assumed }: DayCountChoice,
): Figure<"ratio"> {
  const years = arithmetic.yearFraction(convention, from, to);
  return named(`years by ${convention}`, assuming(years, assumed?.because));
}
