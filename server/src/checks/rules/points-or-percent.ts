import type { PriceMeaning } from "../../catalog/value.ts";
import type { Situation } from "../../finance/engine/formula.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { minus, plus, portion } from "../../quantity/arithmetic.ts";
import type { Figure } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { meaningOfTerm, ofKind, pricesStated } from "../prices.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";

const price = (less: string): string =>
  exampleNote(
    exampleConversion({ price: `65% of lowest closing bid over prior 10 trading days less ${less}` }),
  );

export const pointsOrPercent = rule({
  code: "points-or-percent",
  severity: "information",
  title: "A percentage taken off a percentage",
  why: "“An additional discount of 15 %” on a price of 65 % of the market is 50 % of it where points are added, and 55.25 % where the percentage is taken of the price. Clauses of this kind mostly mean points, and say “resulting in” a total that tells.",
  repair:
    "Write `less 15 points` where the percentages are added up; keep `less 15%` where the price itself is reduced by that part.",
  bad: price("15%"),
  good: price("15 points"),
  find: (subject) =>
    ofKind(pricesStated(subject), "adjusted").flatMap((part) => {
      const { tree } = part;
      const { base, by, sign } = part;
      const stated = by.kind === "percent" ? percentIn(base, subject.alone) : undefined;
      if (by.kind !== "percent" || !stated) return [];
      const of = stated;
      const asPart = sign === "less" ? arithmetic.reduced(of, by.ratio) : arithmetic.increased(of, by.ratio);
      const asPoints = sign === "less" ? minus(of, by.ratio) : plus(of, by.ratio);
      const taken = show(portion(by.ratio, of));
      const points = `${show(by.ratio).replace(/ %$/, "")} points`;
      return [
        {
          span: by.span,
          tree,
          message: `${show(of)} ${sign} ${show(by.ratio)} of it is ${show(asPart)}: ${taken} is ${sign === "less" ? "taken off" : "added"}. If ${points} are meant, it is ${show(asPoints)}; write “${points}” then.`,
          fixes:
            base.kind === "percent of"
              ? [{ title: `Write ${points}`, edits: [{ span: by.span, text: points }] }]
              : [],
        },
      ];
    }),
});

/** The percentage that a price is of another, also where it is a term that is defined as one. */
function percentIn(
  base: PriceMeaning,
  situation: Situation,
  within: readonly string[] = [],
): Figure<"ratio"> | undefined {
  if (base.kind === "percent of") return base.percent.ratio;
  if (base.kind !== "term" || within.includes(base.name.toLowerCase())) return undefined;
  const meaning = meaningOfTerm(base, situation);
  return meaning && percentIn(meaning, situation, [...within, base.name.toLowerCase()]);
}
