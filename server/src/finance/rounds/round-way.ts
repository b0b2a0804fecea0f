import * as arithmetic from "../../quantity/arithmetic.ts";
import { type Figure, isWaiting, named, type Waiting, waiting } from "../../quantity/figure.ts";
import { evaluate, optional, type Situation, type Source, step } from "../engine/formula.ts";
import { newMoney } from "./qualified.ts";
import type { Way } from "./system.ts";
import { optionPool, preMoney, sharesBefore, statedRoundPrice, type Valuation } from "./terms.ts";

export const roundName = "price per share of the round";

/**
 * What new investors pay a share: stated, or a valuation over shares, which may be those with the converted notes. An
 * option pool stands in the pre-money: the shares of the pool are divided into it too.
 */
export const roundWay: Source<Way> = step(
  roundName,
  {
    stated: statedRoundPrice,
    valuation: optional(preMoney),
    pool: optionPool,
    money: optional(newMoney),
    before: optional(sharesBefore),
  },
  ({ stated, pool }, situation) => {
    if (stated) return { label: roundName, price: named(roundName, stated) };
    const valuation = evaluate(preMoney, situation);
    if (isWaiting(valuation)) return valuation;
    if (!valuation)
      return waiting("the price of the round: “price per share” or “pre-money” in the scenario's round");
    return pool ? withPool(valuation, pool, situation) : withoutPool(valuation, situation);
  },
);

function withoutPool({ value, counts }: Valuation, situation: Situation): Way | Waiting {
  if (counts === "including notes") return { label: roundName, valuation: value };
  const before = evaluate(sharesBefore, situation);
  if (isWaiting(before)) return before;
  return { label: roundName, price: named(roundName, arithmetic.perShare(value, before)) };
}

/**
 * With a pool of the part r of all shares after the round, and T the shares with the converted notes: where the
 * pre-money V counts the notes, all shares after are worth V + M, the pool r × (V + M), and the price is what is left
 * of V over T. Where it does not, V = p × (capitalization + pool) and pool = k × (T + M ÷ p) with k = r ÷ (1 − r), so
 * p = (V − k × M) ÷ (capitalization + k × T); here both sides are divided by k.
 */
function withPool({ value, counts }: Valuation, pool: Figure<"ratio">, situation: Situation): Way | Waiting {
  const money = evaluate(newMoney, situation);
  if (isWaiting(money)) return money;
  if (counts === "including notes") {
    const taken = named("value of the option pool", arithmetic.portion(pool, arithmetic.plus(value, money)));
    const left = named("pre-money without the option pool", arithmetic.minus(value, taken));
    return arithmetic.isPositive(left) ? { label: roundName, valuation: left } : tooLarge;
  }
  const before = evaluate(sharesBefore, situation);
  if (isWaiting(before)) return before;
  const factor = poolFactor(pool);
  const left = arithmetic.minus(value, arithmetic.portion(factor, money));
  if (!arithmetic.isPositive(left)) return tooLarge;
  return {
    label: roundName,
    valuation: named("pre-money without the option pool", arithmetic.over(left, factor)),
    more: named("capitalization, as the pool counts it", arithmetic.over(before, factor)),
  };
}

const tooLarge = waiting("a pre-money valuation above what the option pool takes of it");

/** The shares of a pool for each of the others: r ÷ (1 − r). */
export function poolFactor(pool: Figure<"ratio">): Figure<"ratio"> {
  return named("pool to all other shares", arithmetic.ratio(pool, arithmetic.complement(pool)));
}
