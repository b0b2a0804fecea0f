import * as arithmetic from "../../quantity/arithmetic.ts";
import { yearlyRate } from "../../quantity/cash-flows.ts";
import { dayOf, type Figure, named, type Result, waiting } from "../../quantity/figure.ts";
import { conversionAmount } from "../conversion/amount.ts";
import { evaluate, optional, type Source, step } from "../engine/formula.ts";
import { funded, issued } from "../inputs/clauses.ts";
import { priceClauses } from "../inputs/discount.ts";
import { principal, surrenderedValueWhereSaid } from "../inputs/sources.ts";
import { accountOfPaymentsByThen } from "../interest/accounts.ts";
import { netProceeds, purchasePrice, saysPrice } from "./proceeds.ts";

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

/** The part of all that is owed that is converted; undefined where it is all of it, or the rest can't be worked out. */
export const partConverted: Source<Figure<"ratio"> | undefined> = step(
  "part converted",
  { amount: optional(conversionAmount), account: optional(accountOfPaymentsByThen) },
  ({ amount, account }) => {
    const owed = account && arithmetic.plus(account.principal, named("unpaid interest", account.interest));
    if (!amount || !owed || arithmetic.compared(amount, owed) >= 0) return undefined;
    return named("part converted", arithmetic.ratio(amount, named("owed", owed)));
  },
);

/** The day on which the money is paid over: the funding, else the issue. A return is counted from there. */
export const investedOn: Source<Figure<"date">> = step(
  "invested on",
  { issued: optional(issued), funded: optional(funded) },
  ({ funded: paid }, situation) => paid ?? evaluate(issued, situation),
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

/** What the issuer gets to keep: the proceeds, else what the holder gave. */
export const whatIsPaidOut: Source<Figure<"money">> = step(
  "paid out to the issuer",
  { proceeds: optional(netProceeds), cost },
  ({ cost: given }, situation) =>
    netProceeds.applies?.(situation) ? evaluate(netProceeds, situation) : given,
);
