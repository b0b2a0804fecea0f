import * as arithmetic from "../../quantity/arithmetic.ts";
import {
  assuming,
  type Figure,
  isWaiting,
  named,
  type Result,
  type Waiting,
  waiting,
} from "../../quantity/figure.ts";
import { evaluate, type Situation, type Source, step } from "../engine/formula.ts";
import { clauseSource, figureSource, isSaidIn, optionalClause, whereSaid } from "../inputs/clauses.ts";
import { assumedBy, readingOf } from "../inputs/readings.ts";
import { priceOf } from "../prices/price.ts";
import { financing, newMoney, ofFinancing } from "./qualified.ts";

/** What the company is worth in the round, and whether that counts the shares of the notes that convert. */
export interface Valuation {
  readonly value: Figure<"money">;
  readonly counts: "including notes" | "excluding notes";
}

/** The pre-money valuation of the round, stated or what a post-money valuation leaves; undefined where neither is said. */
export const preMoney: Source<Valuation | undefined> = step(
  "pre-money",
  {
    pre: optionalClause("scenario/round/preMoney", ({ scenario }) => scenario?.clauses.round.inner.preMoney),
    post: optionalClause(
      "scenario/round/postMoney",
      ({ scenario }) => scenario?.clauses.round.inner.postMoney,
    ),
  },
  ({ pre, post }, situation): Valuation | Waiting | undefined => {
    if (pre) {
      const value = named("pre-money", pre.value);
      if (pre.tag) return { value, counts: pre.tag };
      const counts =
        readingOf("round-basis", situation).id === "with notes" ? "including notes" : "excluding notes";
      return { value: assuming(value, assumedBy("round-basis", situation).because), counts };
    }
    if (!post) return undefined;
    const money = evaluate(newMoney, situation);
    if (isWaiting(money)) return money;
    const left = named("pre-money", arithmetic.minus(named("post-money", post), money));
    return arithmetic.isPositive(left)
      ? { value: left, counts: "including notes" }
      : waiting("a post-money valuation above the new money");
  },
  { clauses: ["scenario/round/newMoney"], points: ["round-basis"] },
);

/** The part of all shares that a new option pool takes, and of which shares; undefined where the round brings none. */
export const optionPool: Source<Figure<"ratio"> | undefined> = step(
  "option pool",
  {
    said: optionalClause(
      "scenario/round/optionPool",
      ({ scenario }) => scenario?.clauses.round.inner.optionPool,
    ),
  },
  ({ said }) => {
    if (!said) return undefined;
    const part = named("option pool", said.value);
    if (!arithmetic.isPositive(arithmetic.complement(part))) return waiting("an option pool below 100 %");
    return assuming(
      part,
      said.tag ? undefined : "the option pool is taken as a part of all shares after the round",
    );
  },
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

/** The valuation cap as a price a share, where the note states it; undefined where it does not. */
export const statedCapPrice: Source<Figure<"price"> | undefined> = step(
  "cap price",
  {
    phrase: ofFinancing(
      "capPrice",
      optionalClause("note/qualifiedFinancing/capPrice", (situation) => financing(situation).capPrice),
    ),
  },
  ({ phrase }, situation) => {
    const price = phrase && usable(priceOf(phrase, situation), "cap price");
    return price && !isWaiting(price) ? named("cap price", price) : price;
  },
);

/** The price a share that the note states for the financing; undefined where it states none. */
export const financingPrice: Source<Figure<"price"> | undefined> = step(
  "financing price",
  {
    phrase: ofFinancing(
      "price",
      optionalClause("note/qualifiedFinancing/price", (situation) => financing(situation).price),
    ),
  },
  ({ phrase }, situation) => {
    const price = phrase && usable(priceOf(phrase, situation), "financing price");
    return price && !isWaiting(price) ? named("financing price", price) : price;
  },
);

export function usable(price: Result<"price">, what: string): Result<"price"> {
  return isWaiting(price) || arithmetic.isPositive(price) ? price : waiting(`a ${what} above zero`);
}

export const discount = whereSaid(
  ofFinancing(
    "discount",
    figureSource("note/qualifiedFinancing/discount", (situation) => financing(situation).discount),
  ),
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
      said: ofFinancing(
        "valuationCap",
        clauseSource(
          "note/qualifiedFinancing/valuationCap",
          (situation) => financing(situation).valuationCap,
        ),
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
    said: ofFinancing(
      "capitalization",
      optionalClause(
        "note/qualifiedFinancing/capitalization",
        (situation) => financing(situation).capitalization,
      ),
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

/** Whether the round sets options aside. */
export function bringsPool(situation: Situation): boolean {
  return isSaidIn(situation.scenario?.clauses.round.inner.optionPool, situation);
}
