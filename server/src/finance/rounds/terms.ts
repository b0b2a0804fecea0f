import type { PointId } from "../../catalog/points.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { isZero } from "../../quantity/exact.ts";
import { assuming, type Figure, isWaiting, named, type Result, waiting } from "../../quantity/figure.ts";
import { evaluate, optional, type Situation, type Source, step } from "../engine/formula.ts";
import { clauseSource, figureSource, optionalClause, whereSaid } from "../inputs/clauses.ts";
import { assumedBy, readingOf } from "../inputs/readings.ts";
import { convertedInterest, convertiblePrincipal } from "../interest/accounts.ts";
import { rate } from "../interest/rates.ts";
import { priceOf } from "../prices/price.ts";

/** Whether the scenario brings a round in which the note may become shares. */
export function convertsInRound({ scenario, note }: Situation): boolean {
  return scenario?.clauses.round.state === "said" && note.clauses.qualifiedFinancing.state === "said";
}

function financing({ note }: Situation): Situation["note"]["clauses"]["qualifiedFinancing"]["inner"] {
  return note.clauses.qualifiedFinancing.inner;
}

export const newMoney = figureSource(
  "scenario/round/newMoney",
  ({ scenario }) => scenario?.clauses.round.inner.newMoney,
);

export const preMoney = figureSource(
  "scenario/round/preMoney",
  ({ scenario }) => scenario?.clauses.round.inner.preMoney,
);

/** The price per share that the scenario states for the round; undefined where it states none. */
export const statedRoundPrice: Source<Figure<"price"> | undefined> = step(
  "price per share",
  {
    phrase: optionalClause(
      "scenario/round/pricePerShare",
      ({ scenario }) => scenario?.clauses.round.inner.pricePerShare,
    ),
  },
  ({ phrase }, situation) => phrase && usable(priceOf(phrase, situation), "price of the round"),
);

/** The price a share that the note states for the financing; undefined where it states none. */
export const financingPrice: Source<Figure<"price"> | undefined> = step(
  "financing price",
  { phrase: optionalClause("note/qualifiedFinancing/price", (situation) => financing(situation).price) },
  ({ phrase }, situation) => {
    const price = phrase && usable(priceOf(phrase, situation), "financing price");
    return price && !isWaiting(price) ? named("financing price", price) : price;
  },
);

export function usable(price: Result<"price">, what: string): Result<"price"> {
  return isWaiting(price) || arithmetic.isPositive(price) ? price : waiting(`a ${what} above zero`);
}

export const discount = whereSaid(
  figureSource("note/qualifiedFinancing/discount", (situation) => financing(situation).discount),
  (situation) => financing(situation).discount,
);

export interface Cap {
  readonly value: Figure<"money">;
  readonly basis: "pre-money" | "post-money";
}

/** The valuation cap, with what it counts; undefined where the note has none. */
export const valuationCap: Source<Cap | undefined> = whereSaid(
  step(
    "valuation cap",
    {
      said: clauseSource(
        "note/qualifiedFinancing/valuationCap",
        (situation) => financing(situation).valuationCap,
      ),
    },
    ({ said: { value, tag } }, situation): Cap => {
      const cap = named("valuation cap", value);
      if (tag) return { value: cap, basis: tag };
      const basis = readingOf("cap-basis", situation).id === "post-money" ? "post-money" : "pre-money";
      return { value: assuming(cap, assumedBy("cap-basis", situation).because), basis };
    },
    { points: ["cap-basis"] },
  ),
  (situation) => financing(situation).valuationCap,
);

const ofMarket: Source<Figure<"shares"> | undefined> = {
  label: "capitalization",
  needs: [],
  clauses: ["market/capitalization"],
  read: ({ market }) => {
    const bound = market?.clauses.capitalization;
    return bound?.state === "said" ? named("capitalization", bound.meaning.shares) : undefined;
  },
};

const ofNote: Source<Figure<"shares"> | undefined> = step(
  "company capitalization",
  {
    said: optionalClause(
      "note/qualifiedFinancing/capitalization",
      (situation) => financing(situation).capitalization,
    ),
  },
  ({ said }) => said && named("company capitalization", said.shares),
);

const lacking = waiting("the shares before the round: “capitalization” in the market");

/** All shares before the round and before any note converts. */
export const sharesBefore: Source<Figure<"shares">> = step(
  "capitalization",
  { ofMarket, ofNote },
  (found) => found.ofMarket ?? found.ofNote ?? lacking,
);

/** The shares by which the note's cap is divided, before any note converts. */
export const capShares: Source<Figure<"shares">> = step(
  "company capitalization",
  { ofMarket, ofNote },
  (found) => found.ofNote ?? found.ofMarket ?? lacking,
);

type InterestRule = "converts" | "paid in cash" | "forgiven";

/** What becomes of accrued interest in the round. */
export const interestRule: Source<{ readonly rule: InterestRule; readonly assumed: string | undefined }> =
  step(
    "accrued interest in the round",
    {
      said: optionalClause("note/qualifiedFinancing/interest", (situation) => financing(situation).interest),
    },
    ({ said }, situation) => {
      if (said) return { rule: said, assumed: undefined };
      const point: PointId = "round-interest";
      const rule = readingOf(point, situation).id === "paid in cash" ? "paid in cash" : "converts";
      return { rule, assumed: assumedBy(point, situation).because };
    },
    { points: ["round-interest"] },
  );

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

/** What would convert in the round, whether or not the financing is qualified. */
export const amountInRound: Source<Figure<"money">> = step(
  "amount converted in the round",
  { principal: convertiblePrincipal, interest: interestToDay, rule: interestRule },
  ({ principal: sum, interest, rule: { rule, assumed } }) => {
    if (!interest) return sum;
    const amount = rule === "converts" ? arithmetic.plus(sum, interest) : sum;
    return assuming(amount, assumed);
  },
);
