import type { PointId } from "../../catalog/points.ts";
import type { NoteClauses } from "../../note/bound.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { isZero } from "../../quantity/exact.ts";
import { assuming, type Figure } from "../../quantity/figure.ts";
import { evaluate, optional, type Situation, type Source, step } from "../engine/formula.ts";
import { optionalClause } from "../inputs/clauses.ts";
import { assumedBy, readingOf } from "../inputs/readings.ts";
import { convertedInterest, convertiblePrincipal } from "../interest/accounts.ts";
import { rate } from "../interest/rates.ts";

/** The two clauses under which a note becomes shares in a round: the second where the first is missed. */
export type FinancingBlock = "qualifiedFinancing" | "otherFinancing";

export type Financing = NoteClauses[FinancingBlock]["inner"];

type InterestRule = "converts" | "paid in cash" | "forgiven";

interface Ruled {
  readonly rule: InterestRule;
  readonly assumed: string | undefined;
}

/** What becomes of accrued interest where the note converts under a clause. */
export const interestRuleIn: Readonly<Record<FinancingBlock, Source<Ruled>>> = {
  qualifiedFinancing: interestRuleOf("qualifiedFinancing"),
  otherFinancing: interestRuleOf("otherFinancing"),
};

function interestRuleOf(block: FinancingBlock): Source<Ruled> {
  return step(
    "accrued interest in the round",
    { said: optionalClause(`note/${block}/interest`, ({ note }) => note.clauses[block].inner.interest) },
    ({ said }, situation) => {
      if (said) return { rule: said, assumed: undefined };
      const point: PointId = "round-interest";
      const rule = readingOf(point, situation).id === "paid in cash" ? "paid in cash" : "converts";
      return { rule, assumed: assumedBy(point, situation).because };
    },
    { points: ["round-interest"] },
  );
}

/** Interest to the scenario's day; undefined where the note bears none. */
export const interestToDay: Source<Figure<"money"> | undefined> = step(
  "accrued interest",
  { yearly: rate, accrued: optional(convertedInterest) },
  ({ yearly, accrued }, situation) =>
    isZero(yearly.amount) && (!accrued || isZero(accrued.amount))
      ? undefined
      : evaluate(convertedInterest, situation),
);

/** Principal and interest to the scenario's day. */
export const owed: Source<Figure<"money">> = step(
  "principal and interest",
  { principal: convertiblePrincipal, interest: interestToDay },
  ({ principal: sum, interest }) => (interest ? arithmetic.plus(sum, interest) : sum),
);

/** What would convert in the round under a clause, whether or not that clause counts. */
export const amountIn: Readonly<Record<FinancingBlock, Source<Figure<"money">>>> = {
  qualifiedFinancing: amountUnder("qualifiedFinancing"),
  otherFinancing: amountUnder("otherFinancing"),
};

function amountUnder(block: FinancingBlock): Source<Figure<"money">> {
  return step(
    "amount converted in the round",
    { principal: convertiblePrincipal, interest: interestToDay, rule: interestRuleIn[block] },
    ({ principal: sum, interest, rule: { rule, assumed } }) => {
      if (!interest) return sum;
      const amount = rule === "converts" ? arithmetic.plus(sum, interest) : sum;
      return assuming(amount, assumed);
    },
  );
}

/** Whether a clause on a financing makes shares of the note, and does not only say which round it means. */
export function makesShares({ note }: Situation, block: FinancingBlock): boolean {
  const { state, inner } = note.clauses[block];
  if (state !== "said") return false;
  if (note.clauses.conversion.state !== "none") return true;
  const { discount, valuationCap, capPrice, price, converts, interest } = inner;
  return [discount, valuationCap, capPrice, price, converts, interest].some(
    ({ state }) => state !== "absent",
  );
}
