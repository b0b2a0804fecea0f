import { counted } from "../../base/words.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { type DatedSum, sameRate, sumOfRows } from "../../quantity/cash-flows.ts";
import { add, zero } from "../../quantity/exact.ts";
import { assuming, isWaiting, waiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { evaluate, type Formula, formula, optional, type Situation, step } from "../engine/formula.ts";
import { conversionDate, restingOn } from "../inputs/clauses.ts";
import { matures } from "../inputs/dates.ts";
import { inTranches } from "../inputs/tranches.ts";
import { accountConverted, accountOwed } from "../interest/accounts.ts";
import { paymentDays } from "../interest/interest-days.ts";
import { cashInLieu } from "../shares/received.ts";
import { cost, investedOn, partConverted, whatIsPaidOut } from "./cost.ts";
import { flowsAt, flowsByThen, portioned, yearlyOf } from "./flows.ts";
import { saysPrice } from "./proceeds.ts";
import { conversionValue } from "./returns.ts";

const method =
  "(received ÷ paid) ^ (365 ÷ days) − 1; of several payments the rate at which all are worth the same (XIRR), actual/365";

/** What stands behind every return: the clauses that set price and payments. */
const behind = { cost, account: accountOwed, invested: investedOn };

/** Whether a return says more than the rate: where the price is not the principal, or there are ways to be paid. */
export function hasReturn(situation: Situation): boolean {
  const { matures: due, exchange, instalments, conversion } = situation.note.clauses;
  if (due.state === "none" && !inTranches(situation)) return false;
  return saysPrice(situation) || [exchange, instalments, conversion].some(({ state }) => state === "said");
}

const annualisedCashReturn = formula({
  id: "annualised-cash-return",
  label: "return a year, paid in cash to maturity",
  kind: "ratio",
  topic: "return",
  scope: "note",
  day: "maturity",
  about: {
    definition: `${method}; paid: the value surrendered, else the price, else P; on the day on which it is paid over, the funding before the issue`,
    rounding: "none",
    source: "arithmetic; every payment made on its day",
  },
  headline: { rank: 1, say: (shown) => `${shown} a year in cash` },
  applies: hasReturn,
  needs: { behind: optional(step("flows", behind, () => true)), due: optional(matures) },
  compute: (_, situation) => {
    const flows = flowsAt(cost, situation);
    return isWaiting(flows) ? flows : yearlyOf(flows);
  },
});

const annualisedShareReturn = formula({
  id: "annualised-share-return",
  label: "return a year, paid in shares",
  kind: "ratio",
  topic: "return",
  scope: "both",
  about: {
    definition: `${method}; received: the cash up to the conversion date, interest and instalments, and on that day V + cash in lieu; where only a part f = A ÷ what is owed is converted, what was paid and the cash received on the way count by f`,
    rounding: "none",
    source: "arithmetic; all shares sold at the market price, nothing deducted",
  },
  headline: { rank: 2, say: (shown) => `${shown} a year in shares` },
  needs: {
    value: conversionValue,
    cash: optional(cashInLieu),
    cost,
    part: partConverted,
    to: conversionDate,
    account: optional(accountConverted),
    from: optional(investedOn),
  },
  compute: ({ value, cash, part, to }, situation) => {
    const flows = flowsByThen(cost, situation);
    if (isWaiting(flows)) return flows;
    const sum = cash ? arithmetic.plus(value, cash) : value;
    const { paid, received } = portioned(flows, part);
    return yearlyOf({ paid, received: [...received, { on: to, sum }] });
  },
});

const allInCost = formula({
  id: "all-in-cost",
  label: "cost a year to the issuer, fees included",
  kind: "ratio",
  topic: "return",
  scope: "note",
  day: "maturity",
  about: {
    definition: `${method}; paid: what is paid out to the issuer, net of fees`,
    rounding: "none",
    source: "arithmetic; every payment made on its day",
  },
  headline: { rank: 3, say: (shown) => `${shown} a year all in` },
  applies: (situation) =>
    hasReturn(situation) &&
    (saysPrice(situation) ||
      situation.note.clauses.proceeds.state === "said" ||
      situation.note.clauses.instalments.state === "said"),
  needs: {
    received: optional(whatIsPaidOut),
    behind: optional(step("flows", behind, () => true)),
    extras: restingOn("note/commitmentShares", "note/warrants"),
  },
  compute: (_, situation) => {
    const flows = flowsAt(whatIsPaidOut, situation);
    const given = flowsAt(cost, situation);
    if (isWaiting(flows)) return flows;
    const withheld = isWaiting(given) || !sameSums(flows.paid, given.paid);
    const rate = withheld ? yearlyOf(flows) : evaluate(annualisedCashReturn, situation);
    if (isWaiting(rate)) return rate;
    const shown = withheld
      ? rate
      : sameRate(rate, "nothing is held back, so it is the return a year in cash");
    return assuming(shown, unpriced(situation));
  },
});

function sameSums(some: readonly DatedSum[], others: readonly DatedSum[]): boolean {
  return some.every(({ sum }, index) => {
    const other = others[index]?.sum;
    return other !== undefined && arithmetic.compared(sum, other) === 0;
  });
}

/** What comes with the note and is not priced. */
function unpriced({ note }: Situation): string | undefined {
  const { commitmentShares, warrants } = note.clauses;
  const extras = [commitmentShares.length > 0 ? "shares" : "", warrants.length > 0 ? "warrants" : ""].filter(
    Boolean,
  );
  return extras.length > 0 ? `the ${extras.join(" and ")} that come with the note are not priced` : undefined;
}

export const paidInAll = formula({
  id: "paid-in-all",
  label: "paid in all",
  kind: "money",
  topic: "payment",
  scope: "note",
  day: "maturity",
  about: {
    definition: "interest paid on the way + instalments with their premiums + what is paid at maturity",
    rounding: "none: each payment is in cents",
    source: "the note: the rows of its account, every payment made on its day",
  },
  headline: { rank: 3, say: (shown) => `${shown} paid in all` },
  applies: (situation) =>
    situation.note.clauses.matures.state !== "none" &&
    (paymentDays(situation) !== undefined || situation.note.clauses.instalments.state === "said"),
  needs: { account: accountOwed, due: optional(matures), cost: optional(cost) },
  compute: (_, situation) => {
    const flows = flowsAt(cost, situation);
    if (isWaiting(flows)) return flows;
    const { received } = flows;
    const [first, last] = [received[0], received.at(-1)];
    if (!first || !last) return waiting("a payment");
    const amount = received.reduce((sum, one) => add(sum, one.sum.amount), zero);
    const text = `${counted(received.length, "payment")}, ${show(first.on)} to ${show(last.on)}`;
    return sumOfRows(
      received.map(({ sum }) => sum),
      amount,
      text,
      first.sum.currency,
    );
  },
});

/** What the note brings a year, in the order in which figures are shown. */
export const returnFormulas: readonly Formula[] = [annualisedCashReturn, annualisedShareReturn, allInCost];
