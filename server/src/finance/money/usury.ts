import * as arithmetic from "../../quantity/arithmetic.ts";
import { assuming, dayOf, isWaiting, waiting } from "../../quantity/figure.ts";
import { optionalClause } from "../clauses.ts";
import { issued, matures } from "../dates.ts";
import { evaluate, formula, optional } from "../formula.ts";
import { amountAtMaturity } from "../interest.ts";
import { multiplier } from "./accounting.ts";
import { cost } from "./cost.ts";
import { hasReturn } from "./returns.ts";

const optionHolder = optionalClause(
  "note/conversion/option",
  ({ note }) => note.clauses.conversion.inner.option,
);

export const usuryIllustration = formula({
  id: "usury-illustration",
  label: "cost a year on one view, a holder's right to convert included",
  kind: "ratio",
  topic: "return",
  scope: "note",
  day: "maturity",
  about: {
    definition:
      "(M ÷ C − 1) ÷ years; where the holder may convert at a part m of the market price, (1 ÷ m − 1) ÷ years more; C is what was given for the note, years are actual/365 from issue to maturity",
    rounding: "none",
    source:
      "an illustration and no verdict: what a right to convert counts for is a question of fact (Adar Bays, LLC v. GeneSYS ID, Inc., New York Court of Appeals, 2021)",
  },
  applies: hasReturn,
  needs: {
    due: amountAtMaturity,
    given: cost,
    holds: optionHolder,
    multiplier: optional(multiplier),
  },
  compute: ({ due, given, holds, multiplier: part }, situation) => {
    const [from, to] = [evaluate(issued, situation), evaluate(matures, situation)];
    if (isWaiting(from)) return from;
    if (isWaiting(to)) return to;
    if (dayOf(to) <= dayOf(from) || !arithmetic.isPositive(given))
      return waiting("a maturity after the issue, and something given for the note");
    const years = arithmetic.yearFraction("actual/365", from, to);
    const inMoney = arithmetic.over(
      arithmetic.minus(arithmetic.ratio(due, given), arithmetic.oneWhole),
      years,
    );
    if (holds !== "holder" || !part) return inMoney;
    const right = arithmetic.over(
      arithmetic.minus(arithmetic.ratio(arithmetic.oneWhole, part), arithmetic.oneWhole),
      years,
    );
    return assuming(
      arithmetic.plus(inMoney, right),
      "a right to convert counts with what a market that stands still makes it worth on the first day",
    );
  },
});
