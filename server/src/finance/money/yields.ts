import * as arithmetic from "../../quantity/arithmetic.ts";
import { type DatedSum, rateOfFlows, sameRate } from "../../quantity/cash-flows.ts";
import {
  assuming,
  type Figure,
  isWaiting,
  named,
  type Result,
  type Waiting,
  waiting,
} from "../../quantity/figure.ts";
import {
  evaluate,
  type Formula,
  formula,
  optional,
  type Situation,
  type Source,
  step,
} from "../engine/formula.ts";
import { conversionDate, restingOn } from "../inputs/clauses.ts";
import { matures } from "../inputs/dates.ts";
import { priceTerms } from "../inputs/discount.ts";
import { paidOver, principal } from "../inputs/sources.ts";
import { inTranches } from "../inputs/tranches.ts";
import { runsDownAsOne, unallotted } from "../interest/drawn-down.ts";
import { accountDue } from "../interest/interest.ts";
import { cashInLieu } from "../shares/received.ts";
import { cost, costConverted, investedOn, yearlyGrowth } from "./cost.ts";
import { netProceeds, pricedAsAWhole, saysPrice } from "./proceeds.ts";
import { conversionValue } from "./returns.ts";

/** Everything that is paid back up to maturity: interest along the way, instalments, and the rest at the end. */
interface PaidBack {
  readonly invested: Figure<"date">;
  readonly sums: readonly DatedSum[];
}

const single: Source<PaidBack> = step(
  "what is paid back",
  { invested: investedOn, account: accountDue, due: matures },
  ({ invested, account, due }) => {
    const paid = account.paid();
    if (isWaiting(paid)) return paid;
    const rest = named(
      "amount due at maturity",
      arithmetic.plus(account.principal, named("accrued interest", account.interest)),
    );
    return { invested, sums: arithmetic.isPositive(rest) ? [...paid, { on: due, sum: rest }] : paid };
  },
);

/** What is paid for a note, or each tranche, and what comes back. */
interface Flows {
  readonly paid: readonly DatedSum[];
  readonly received: readonly DatedSum[];
}

/** The flows of a note to maturity, where `price` is what is paid for it or for a tranche. */
function flowsAt(price: Source<Figure<"money">>, situation: Situation): Flows | Waiting {
  if (!inTranches(situation)) {
    const sum = evaluate(price, situation);
    const back = evaluate(single, situation);
    if (isWaiting(sum)) return sum;
    return isWaiting(back) ? back : { paid: [{ on: back.invested, sum }], received: back.sums };
  }
  const tranches = paidOver(situation);
  if (isWaiting(tranches)) return tranches;
  const paid: DatedSum[] = [];
  const received: DatedSum[] = [];
  const asOne = runsDownAsOne(situation);
  for (const { situation: inner } of tranches) {
    const sum = priceOfTranche(price, inner, situation);
    const back = evaluate(single, inner);
    if (isWaiting(sum)) return sum;
    if (isWaiting(back)) return back;
    paid.push({ on: back.invested, sum });
    if (!asOne) received.push(...back.sums);
  }
  const whole = asOne ? evaluate(single, situation) : unallotted(situation);
  if (isWaiting(whole)) return whole;
  received.push(...(whole?.sums ?? []));
  return { paid, received };
}

/** What is paid for a tranche: its own price, and of fees or of a price that are the whole note's its part by principal. */
function priceOfTranche(
  price: Source<Figure<"money">>,
  inner: Situation,
  situation: Situation,
): Result<"money"> {
  const [own, whole] = [evaluate(price, inner), evaluate(price, situation)];
  const [part, all] = [evaluate(principal, inner), evaluate(principal, situation)];
  if (isWaiting(own)) return own;
  if (isWaiting(whole)) return whole;
  if (isWaiting(part) || isWaiting(all)) return isWaiting(part) ? part : all;
  if (pricedAsAWhole(situation)) return arithmetic.times(whole, arithmetic.ratio(part, all));
  const terms = priceTerms(situation);
  if (isWaiting(terms)) return terms;
  const fees = price === received ? terms.deductedFees : undefined;
  return fees ? arithmetic.minus(own, arithmetic.times(fees, arithmetic.ratio(part, all))) : own;
}

/** The rate a year of some flows: of one payment each way as growth, else as their internal rate. */
function yearly({ paid, received }: Flows): Result<"ratio"> {
  const [given, ...othersGiven] = paid;
  const [back, ...othersBack] = received;
  if (!given || !back || !arithmetic.isPositive(given.sum))
    return waiting("a price above zero and a payment");
  if (othersGiven.length === 0 && othersBack.length === 0)
    return yearlyGrowth(back.sum, given.sum, given.on, back.on);
  return rateOfFlows(paid, received) ?? waiting("payments that a yearly rate can bring to what was paid");
}

const method =
  "(received ÷ paid) ^ (365 ÷ days) − 1; of several payments the rate at which all are worth the same (XIRR), actual/365";

/** What stands behind every return: the clauses that set price and payments. */
const behind = { cost, account: accountDue, invested: investedOn };

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
    definition: `${method}; paid: the value surrendered, else the price, else P; counted from the day from which interest runs as usual`,
    rounding: "none",
    source: "arithmetic; every payment made on its day",
  },
  headline: { rank: 1, say: (shown) => `${shown} a year in cash` },
  applies: hasReturn,
  needs: { behind: optional(step("flows", behind, () => true)), due: optional(matures) },
  compute: (_, situation) => {
    const flows = flowsAt(cost, situation);
    return isWaiting(flows) ? flows : yearly(flows);
  },
});

const annualisedShareReturn = formula({
  id: "annualised-share-return",
  label: "return a year, paid in shares",
  kind: "ratio",
  topic: "return",
  scope: "both",
  about: {
    definition:
      "((V + cash in lieu) ÷ cost) ^ (365 ÷ days) − 1, to the conversion date; where less than the principal is converted, on that part of the cost",
    rounding: "none",
    source: "arithmetic; all shares sold at the market price, nothing deducted",
  },
  headline: { rank: 2, say: (shown) => `${shown} a year in shares` },
  needs: {
    value: conversionValue,
    cash: optional(cashInLieu),
    cost: costConverted,
    from: investedOn,
    to: conversionDate,
  },
  compute: ({ value, cash, cost: given, from, to }) =>
    yearlyGrowth(cash ? arithmetic.plus(value, cash) : value, given, from, to),
});

/** What the issuer gets to keep: the proceeds, else what the holder gave. */
const received: Source<Figure<"money">> = step(
  "paid out to the issuer",
  { proceeds: optional(netProceeds), cost },
  ({ cost: given }, situation) =>
    netProceeds.applies?.(situation) ? evaluate(netProceeds, situation) : given,
);

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
    received: optional(received),
    behind: optional(step("flows", behind, () => true)),
    extras: restingOn("note/commitmentShares", "note/warrants"),
  },
  compute: (_, situation) => {
    const flows = flowsAt(received, situation);
    const given = flowsAt(cost, situation);
    if (isWaiting(flows)) return flows;
    const kept = isWaiting(given) || !sameSums(flows.paid, given.paid);
    const rate = kept ? yearly(flows) : evaluate(annualisedCashReturn, situation);
    if (isWaiting(rate)) return rate;
    const shown = kept ? rate : sameRate(rate, "nothing is kept back, so it is the return a year in cash");
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

/** What the note brings a year, in the order in which figures are shown. */
export const returnFormulas: readonly Formula[] = [annualisedCashReturn, annualisedShareReturn, allInCost];
