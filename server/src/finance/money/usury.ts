import { counted } from "../../base/words.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { total } from "../../quantity/cash-flows.ts";
import * as exact from "../../quantity/exact.ts";
import {
  assuming,
  dayOf,
  type Figure,
  isWaiting,
  named,
  type Result,
  type Waiting,
  waiting,
} from "../../quantity/figure.ts";
import { evaluate, formula, optional, type Situation, varied } from "../engine/formula.ts";
import { issued, optionalClause } from "../inputs/clauses.ts";
import { convertibleFrom, matures } from "../inputs/dates.ts";
import { accountOwed, amountAtMaturity, inInstalments } from "../interest/interest.ts";
import { multiplier } from "./accounting.ts";
import { cost } from "./cost.ts";
import { hasReturn } from "./yields.ts";

const optionHolder = optionalClause(
  "note/conversion/option",
  ({ note }) => note.clauses.conversion.inner.option,
);

/** What a note costs its issuer a year, on one view: an illustration, with what it takes for granted. */
export interface YearlyCost {
  /** Interest, and what is due beyond what was given, a year. */
  readonly inMoney: Figure<"ratio">;
  /** What is converted at, as a part of a market price that stands still; undefined where it is not below the market. */
  readonly multiplier: Figure<"ratio"> | undefined;
  /** What the holder's right to convert adds a year; undefined where the holder has none, or it can't be told. */
  readonly option: Figure<"ratio"> | undefined;
  /** The cost a year if the issuer pays in shares; undefined where it has no such right. */
  readonly inShares: Figure<"ratio"> | undefined;
  /** What was given for the note, and the years to its maturity. */
  readonly given: Figure<"money">;
  readonly years: Figure<"ratio">;
}

/**
 * The cost a year, held to maturity and spread evenly over the term, actual/365, on what was given for the note: the
 * value surrendered, else the price paid, else the principal. A right to convert counts with what a flat market makes
 * it worth on the first day, whatever floors and fixed alternatives there are; one at or above the market, and one that
 * opens only when the note is due or on an event, adds nothing. Waits while the sums or the dates are open.
 */
export function yearlyCost(situation: Situation): YearlyCost | Waiting {
  const [due, given] = [paidInAll(situation), evaluate(cost, situation)];
  const [from, to] = [evaluate(issued, situation), evaluate(matures, situation)];
  if (isWaiting(due)) return due;
  if (isWaiting(given)) return given;
  if (isWaiting(from)) return from;
  if (isWaiting(to)) return to;
  if (dayOf(to) <= dayOf(from) || !arithmetic.isPositive(given))
    return waiting("a maturity after the issue, and something given for the note");
  const years = arithmetic.yearFraction("actual/365", from, to);
  const yearly = (growth: Figure<"ratio">): Figure<"ratio"> =>
    arithmetic.over(arithmetic.minus(growth, arithmetic.oneWhole), years);
  const returned = arithmetic.ratio(due, given);
  const holder = situation.note.clauses.conversion.inner.option;
  const part = holder.state === "said" ? discountedPart(to, situation) : undefined;
  const isHolders = holder.state === "said" && holder.meaning === "holder";
  return {
    inMoney: yearly(returned),
    multiplier: part,
    option: part && isHolders ? yearly(arithmetic.ratio(arithmetic.oneWhole, part)) : undefined,
    inShares: part && !isHolders ? yearly(arithmetic.ratio(returned, part)) : undefined,
    given,
    years,
  };
}

/** All that is paid if the note is held to maturity: what is due then, with the interest that was paid on the way. */
function paidInAll(situation: Situation): Result<"money"> {
  const [due, account] = [evaluate(amountAtMaturity, situation), evaluate(accountOwed, situation)];
  if (isWaiting(due) || isWaiting(account) || inInstalments(situation)) return due;
  const paid = account.paid();
  if (isWaiting(paid)) return paid;
  if (paid.length === 0) return due;
  const sums = paid.map(({ sum }) => sum);
  return named(
    "paid in all",
    arithmetic.plus(
      named("interest paid on the way", total(sums, `the sum of ${counted(sums.length, "payment")}`)),
      due,
    ),
  );
}

/**
 * The part of a flat market price at which the note converts before it is due: of a price that is another one later, the
 * lower of the first day's and the last's. Undefined where it is not below the market.
 */
function discountedPart(due: Figure<"date">, situation: Situation): Figure<"ratio"> | undefined {
  const { from } = situation.note.clauses.conversion.inner;
  const opens: Result<"date"> = evaluate(from.state === "said" ? convertibleFrom : issued, situation);
  if (isWaiting(opens) || dayOf(opens) >= dayOf(due)) return undefined;
  const parts = [opens, due].flatMap((day) => {
    const part = evaluate(multiplier, varied(situation, { valuedOn: dayOf(day) }));
    return isWaiting(part) || exact.compare(part.amount, exact.one) >= 0 ? [] : [part];
  });
  const [first, last] = parts;
  return first && last && exact.compare(last.amount, first.amount) < 0 ? last : first;
}

export const usuryIllustration = formula({
  id: "usury-illustration",
  label: "cost a year on one view, a holder's right to convert included",
  kind: "ratio",
  topic: "return",
  scope: "note",
  day: "maturity",
  about: {
    definition:
      "(M ÷ C − 1) ÷ years, M with the interest that is paid on the way; where the holder may convert before that at a part m below the market price, (1 ÷ m − 1) ÷ years more; C is what was given for the note, years are actual/365 from issue to maturity",
    rounding: "none",
    source:
      "an illustration and no verdict: what a right to convert counts for is a question of fact (Adar Bays, LLC v. GeneSYS ID, Inc., New York Court of Appeals, 2021)",
  },
  applies: hasReturn,
  needs: {
    due: amountAtMaturity,
    account: accountOwed,
    given: cost,
    holds: optionHolder,
    multiplier: optional(multiplier),
    opens: optional(convertibleFrom),
  },
  compute: (_, situation) => {
    const yearly = yearlyCost(situation);
    if (isWaiting(yearly)) return yearly;
    if (!yearly.option) return yearly.inMoney;
    return assuming(
      arithmetic.plus(yearly.inMoney, yearly.option),
      "a right to convert counts with what a market that stands still makes it worth on the first day",
    );
  },
});
