import * as arithmetic from "../../quantity/arithmetic.ts";
import { yearlyRate } from "../../quantity/cash-flows.ts";
import {
  assuming,
  dayOf,
  type Figure,
  isWaiting,
  named,
  type Result,
  waiting,
} from "../../quantity/figure.ts";
import { conversionAmount } from "../conversion/amount.ts";
import { evaluate, optional, type Source, step } from "../engine/formula.ts";
import { funded, issued } from "../inputs/clauses.ts";
import { priceClauses } from "../inputs/discount.ts";
import { assumedBy, readingOf } from "../inputs/readings.ts";
import { principal, surrenderedValueWhereSaid } from "../inputs/sources.ts";
import { convertiblePrincipal } from "../interest/interest.ts";
import { purchasePrice, saysPrice } from "./proceeds.ts";

/** What the holder gave for the note: the value surrendered, else the price, else the principal. */
export const cost: Source<Figure<"money">> = step(
  "cost",
  { principal, value: surrenderedValueWhereSaid, price: optional(purchasePrice) },
  ({ principal: lent, value }, situation) => {
    if (value) return named("value surrendered", value);
    return saysPrice(situation) ? evaluate(purchasePrice, situation) : lent;
  },
  priceClauses,
);

/** What of the cost falls on what is converted: all of it, but where less than the principal is converted. */
export const costConverted: Source<Figure<"money">> = step(
  "cost of what is converted",
  { cost, amount: optional(conversionAmount), principal: optional(convertiblePrincipal) },
  ({ cost: whole, amount, principal: owed }) => {
    if (!amount || !owed || arithmetic.compared(amount, owed) >= 0) return whole;
    const part = named("part converted", arithmetic.ratio(amount, owed));
    return named("cost of what is converted", arithmetic.times(whole, part));
  },
);

/**
 * The day from which a return is counted: the one from which interest runs as the open point is read, so that a note's
 * interest and its return agree.
 */
export const investedOn: Source<Figure<"date">> = step(
  "invested on",
  { issued: optional(issued), funded: optional(funded) },
  ({ funded: paid }, situation) => {
    const day = evaluate(issued, situation);
    if (!paid || isWaiting(day) || dayOf(paid) === dayOf(day)) return day;
    const statesStart = situation.note.clauses.interest.inner.accruesFrom.state === "said";
    if (statesStart || readingOf("accrual-start", situation).id === "funded") return paid;
    return assuming(day, assumedBy("accrual-start", situation).because);
  },
  { clauses: ["note/interest/accruesFrom"], points: ["accrual-start"] },
);

/** The rate a year at which what is given grows to what comes back, actual/365. */
export function yearlyGrowth(
  back: Figure<"money">,
  given: Figure<"money">,
  from: Figure<"date">,
  to: Figure<"date">,
): Result<"ratio"> {
  if (dayOf(to) <= dayOf(from)) return waiting("a payment after the day on which the price is paid");
  if (!arithmetic.isPositive(given) || !arithmetic.isPositive(back)) return waiting("sums above zero");
  const growth = named("growth", arithmetic.ratio(back, given));
  return yearlyRate(growth, named("days", arithmetic.daysIn("actual/365", from, to)));
}
