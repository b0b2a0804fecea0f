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
import { dailyGrowth, growth, roundedSum } from "../../quantity/growth.ts";
import type { Situation } from "../engine/formula.ts";
import type { CompoundingChoice, DayCountChoice } from "../inputs/sources.ts";
import { type RateStep, rateSteps } from "./rate-steps.ts";

/** How interest is counted. */
export interface Counting {
  readonly dayCount: DayCountChoice;
  readonly compounding: CompoundingChoice;
}

/** What bears interest, for which time and how. */
export interface Accrual extends Counting {
  readonly principal: Figure<"money">;
  readonly from: Figure<"date">;
  readonly to: Figure<"date">;
}

/** Interest for a time, not rounded, at the rates that the note says: on the sum as it stands, or growing with it. */
export function interestFor(terms: Accrual, situation: Situation): Result<"money"> {
  const { from, to } = terms;
  if (dayOf(to) < dayOf(from)) return waiting("an end of the interest that is not before its beginning");
  const steps = rateSteps(from, to, situation);
  return isWaiting(steps) ? steps : interestAt(steps, terms);
}

/** The same at given rates. */
export function interestAt(steps: readonly RateStep[], terms: Accrual): Figure<"money"> {
  return growsAlong(terms.compounding) ? grown(terms, steps) : simple(terms, steps);
}

/** Whether interest bears interest from the next day or moment on, and not from the end of a period. */
export function growsAlong({ perYear, byFormula }: CompoundingChoice): boolean {
  return perYear === 365 || perYear === "continuously" || (perYear !== undefined && byFormula);
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

function grown({ principal, dayCount, compounding }: Accrual, steps: readonly RateStep[]): Figure<"money"> {
  const { text } = compounding;
  const end = steps.reduce((sum, step) => {
    const { rate, to } = step;
    const name = steps.length === 1 ? `growth, ${text}` : `growth to ${show(to)} at ${show(rate)}, ${text}`;
    return roundedSum(arithmetic.times(sum, named(name, growthOf(step, dayCount, compounding))));
  }, principal);
  return arithmetic.minus(end, principal);
}

function growthOf(
  { rate, from, to }: RateStep,
  dayCount: DayCountChoice,
  { perYear = 1, byFormula, assumed }: CompoundingChoice,
): Figure<"ratio"> {
  const because = dayCount.assumed?.because;
  const grows =
    perYear === 365 && !byFormula
      ? assuming(dailyGrowth(rate, dayCount.convention, from, to, dayCount.frame), because)
      : growth(rate, yearsBetween(from, to, dayCount), perYear);
  return assuming(grows, assumed?.because);
}

/** The part of a year between two days by the note's day count. */
export function yearsBetween(
  from: Figure<"date">,
  to: Figure<"date">,
  { convention, frame, assumed }: DayCountChoice,
): Figure<"ratio"> {
  const years = arithmetic.yearFraction(convention, from, to, frame);
  return named(`years by ${convention}`, assuming(years, assumed?.because));
}
