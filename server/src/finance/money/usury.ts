import { lookedAt } from "../../base/reads.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { simpleRateOf } from "../../quantity/cash-flows.ts";
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
import { contentCellAt, notePart } from "../engine/cells.ts";
import { evaluate, formula, optional, type Situation, varied } from "../engine/formula.ts";
import { boundBehind } from "../engine/view.ts";
import { issued, optionalClause } from "../inputs/clauses.ts";
import { convertibleFrom, matures } from "../inputs/dates.ts";
import { hangsOnConditions } from "../inputs/in-force.ts";
import { accountOwed } from "../interest/accounts.ts";
import { amountAtMaturity } from "../interest/interest.ts";
import { multiplier } from "./accounting.ts";
import { cost, investedOn } from "./cost.ts";
import { type Flows, firstPaid, flowsAt } from "./flows.ts";
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
  /** What the holder's right to convert adds a year; undefined where the holder has none, or it can't be worked out. */
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
  const due = evaluate(amountAtMaturity, situation);
  if (isWaiting(due)) return due;
  const [flows, given] = [flowsAt(cost, situation), evaluate(cost, situation)];
  const to = evaluate(matures, situation);
  if (isWaiting(flows)) return flows;
  if (isWaiting(given)) return given;
  if (isWaiting(to)) return to;
  const from = firstPaid(flows);
  if (!from || dayOf(to) <= dayOf(from) || !arithmetic.isPositive(given))
    return waiting("a maturity after the issue, and something given for the note");
  const years = arithmetic.yearFraction("actual/365", from, to);
  const inMoney = simpleOf(flows, years);
  if (isWaiting(inMoney)) return inMoney;
  const holder = situation.note.clauses.conversion.inner.option;
  const part = holder.state === "said" ? discountedPart(to, situation) : undefined;
  const isHolders = holder.state === "said" && holder.meaning === "holder";
  const inShares = part && !isHolders ? simpleOf(lastIn(flows, part), years) : undefined;
  return {
    inMoney,
    multiplier: part,
    option:
      part && isHolders
        ? arithmetic.over(
            arithmetic.minus(arithmetic.ratio(arithmetic.oneWhole, part), arithmetic.oneWhole),
            years,
          )
        : undefined,
    inShares: isWaiting(inShares) ? undefined : inShares,
    given,
    years,
  };
}

/** The simple rate a year of flows: of one payment each way (M ÷ C − 1) ÷ years, else what the money that is out earns. */
function simpleOf({ paid, received }: Flows, years: Figure<"ratio">): Result<"ratio"> {
  const [given, ...more] = paid;
  const [back, ...others] = received;
  if (!given || !back || !arithmetic.isPositive(given.sum))
    return waiting("a price above zero and a payment");
  if (more.length === 0 && others.length === 0) {
    const growth = arithmetic.ratio(back.sum, given.sum);
    return arithmetic.over(arithmetic.minus(growth, arithmetic.oneWhole), years);
  }
  return simpleRateOf(paid, received) ?? waiting("payments that come to more than what was paid");
}

/** The flows where what is due last is paid in shares at a part of the market price. */
function lastIn({ paid, received }: Flows, part: Figure<"ratio">): Flows {
  const last = received.at(-1);
  if (!last) return { paid, received };
  return {
    paid,
    received: [...received.slice(0, -1), { on: last.on, sum: arithmetic.over(last.sum, part) }],
  };
}

/**
 * The part of a flat market price at which the note converts before it is due: of a price that is another one later, the
 * lower of the first day's and the last's. Undefined where it is not below the market.
 */
function discountedPart(due: Figure<"date">, situation: Situation): Figure<"ratio"> | undefined {
  const { from } = situation.note.clauses.conversion.inner;
  const opens: Result<"date"> = evaluate(from.state === "said" ? convertibleFrom : issued, situation);
  if (isWaiting(opens) || dayOf(opens) >= dayOf(due)) return undefined;
  const days = convertsByTime(situation) ? [opens, due] : [opens];
  const parts = days.flatMap((day) => {
    const part = evaluate(multiplier, varied(situation, { valuedOn: dayOf(day) }));
    return isWaiting(part) || exact.compare(part.amount, exact.one) >= 0 ? [] : [part];
  });
  const [first, last] = parts;
  return first && last && exact.compare(last.amount, first.amount) < 0 ? last : first;
}

/** Whether the day makes a difference in a market that stands still: where a price, or a term, is said under a condition. */
function convertsByTime({ note, terms }: Situation): boolean {
  for (const path of ["note/conversion", "note/qualifiedFinancing"]) lookedAt(notePart, contentCellAt(path));
  const { conversion, qualifiedFinancing } = boundBehind(note).clauses;
  const definitions = [...terms.values()].map(({ definition }) => definition);
  return [conversion, qualifiedFinancing, ...definitions].some(hangsOnConditions);
}

export const usuryIllustration = formula({
  id: "usury-illustration",
  label: "cost a year on one view",
  kind: "ratio",
  topic: "return",
  scope: "note",
  day: "maturity",
  about: {
    definition:
      "the simple rate a year, actual/365, at which the payments, each taken first as interest and then as repayment of the money paid over, just repay it; of a note paid once (M ÷ C − 1) ÷ years, C what was given for the note, years from the day on which it is paid over to maturity. Where the holder may convert before that at a part m below the market price, (1 ÷ m − 1) ÷ years more",
    rounding: "none",
    source:
      "an illustration and no verdict: the order of interest and principal is that of the United States Rule (Story v. Livingston, 38 U.S. 359, 1839); what a right to convert counts for is a question of fact (Adar Bays, LLC v. GeneSYS ID, Inc., New York Court of Appeals, 2021)",
  },
  applies: hasReturn,
  needs: {
    due: amountAtMaturity,
    account: accountOwed,
    given: cost,
    paidOver: optional(investedOn),
    holds: optionHolder,
    multiplier: optional(multiplier),
    opens: optional(convertibleFrom),
  },
  compute: (_, situation) => {
    const yearly = yearlyCost(situation);
    if (isWaiting(yearly)) return yearly;
    if (!yearly.option) return assuming(yearly.inMoney, noRight(situation));
    return assuming(
      arithmetic.plus(yearly.inMoney, named("the right to convert", yearly.option)),
      "a right to convert counts with what a market that stands still makes it worth on the first day",
    );
  },
});

/** What is said of a right to convert that adds nothing; nothing where there is none at all. */
function noRight({ note }: Situation): string | undefined {
  return note.clauses.conversion.state === "said" ? "no right to convert is counted" : undefined;
}
