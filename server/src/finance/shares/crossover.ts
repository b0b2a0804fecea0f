import type { PriceMeaning } from "../../catalog/value.ts";
import type { Said } from "../../note/bound.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { compare, type Exact } from "../../quantity/exact.ts";
import { type Figure, isWaiting, waiting } from "../../quantity/figure.ts";
import { evaluate, formula, optional, type Situation, type Source, step } from "../engine/formula.ts";
import { caseIn, conversionDate } from "../inputs/clauses.ts";
import { marketPriceAt, partsOf } from "../prices/market-lines.ts";

/** Where two alternatives are equal, with the words for both. */
interface Crossing {
  readonly at: Figure<"price">;
  readonly label: string;
}

/** Every crossing of a fixed alternative with one that moves with the market, in the order in which they are written. */
const crossings: Source<readonly Crossing[]> = step(
  "alternatives of the price",
  { date: optional(conversionDate) },
  (_, situation) => {
    const { price, floor, ceiling } = situation.note.clauses.conversion.inner;
    const parts = [price, ceiling, floor]
      .flatMap((bound) => (bound.state === "said" ? phrasesNow(bound, situation) : []))
      .map((phrase) => partsOf(phrase, situation));
    const moving = parts.flatMap((part) => part.moving);
    const seen = new Set<string>();
    return parts
      .flatMap((part) => part.fixed)
      .flatMap((fixed) =>
        moving.flatMap((line): Crossing[] => {
          const at = marketPriceAt(line, fixed.price);
          const label = `${fixed.label} against ${line.label}`;
          if (!at || seen.has(label)) return [];
          seen.add(label);
          return [{ at, label }];
        }),
      );
  },
  { clauses: ["note/conversion/price", "note/conversion/floor", "note/conversion/ceiling"] },
);

/** The market prices at which alternatives are equal, lowest first; none where the price has no such choice. */
export function crossingPrices(situation: Situation): readonly Exact[] {
  const found = evaluate(crossings, situation);
  if (isWaiting(found)) return [];
  const all = found.map(({ at }) => at.amount).sort(compare);
  return all.filter((amount, index) => index === 0 || compare(amount, all[index - 1] ?? amount) !== 0);
}

/** What the clause says here; all that it says on any day where no day is known. */
function phrasesNow(bound: Said<PriceMeaning>, situation: Situation): PriceMeaning[] {
  const here = caseIn(bound, situation);
  if (isWaiting(here)) return [bound, ...bound.cases].map(({ meaning }) => meaning);
  return here.state === "said" ? [here.meaning] : [];
}

export const crossoverPrice = formula({
  id: "crossover-price",
  label: "market price at which a fixed and a moving alternative are equal",
  kind: "price",
  topic: "conversion",
  scope: "both",
  about: {
    definition:
      "S* = fixed price ÷ m, for every fixed alternative, floor or ceiling against every alternative that is a part m of the market; the first stands for all",
    rounding: "none",
    source: "arithmetic on the note's price clause",
  },
  applies: (situation) => {
    const found = evaluate(crossings, situation);
    return !isWaiting(found) && found.length > 0;
  },
  needs: { crossings },
  compute: ({ crossings: [first, ...others] }) => {
    if (!first) return waiting("a fixed alternative beside one that follows the market");
    const labels = [first, ...others].map(({ label }) => label);
    return arithmetic.listed(
      first.at,
      others.map(({ at }) => at),
      "below it the moving alternative is the lower one, above it the fixed one",
      labels,
    );
  },
});
