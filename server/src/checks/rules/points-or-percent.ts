import type { Situation } from "../../finance/engine/formula.ts";
import { percentFigure } from "../../finance/prices/price.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { minus, plus, portion } from "../../quantity/arithmetic.ts";
import type { Figure } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import type { PricePhrase } from "../../syntax/phrase-tree.ts";
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
    ofKind(pricesStated(subject), "adjusted").flatMap(({ phrase, tree }) => {
      const { base, by, sign } = phrase;
      const here = { ...subject.alone, text: tree.text };
      const stated = by.kind === "percent" ? percentIn(base, here) : undefined;
      if (by.kind !== "percent" || !stated) return [];
      const [of, part] = [stated, percentFigure({ ...by, kind: "percent" }, here)];
      const asPart = sign === "less" ? arithmetic.reduced(of, part) : arithmetic.increased(of, part);
      const asPoints = sign === "less" ? minus(of, part) : plus(of, part);
      const taken = show(portion(part, of));
      const points = `${show(part).replace(/ %$/, "")} points`;
      return [
        {
          span: by.span,
          tree,
          message: `${show(of)} ${sign} ${show(part)} of it is ${show(asPart)}: ${taken} is ${sign === "less" ? "taken off" : "added"}. If ${points} are meant, it is ${show(asPoints)}; write “${points}” then.`,
          fixes:
            base.kind === "percent of"
              ? [{ title: `Write ${points}`, edits: [{ span: by.span, text: points }] }]
              : [],
        },
      ];
    }),
});

/** The percentage that a price is of another, also where it is a term that is defined as one. */
function percentIn(base: PricePhrase, situation: Situation): Figure<"ratio"> | undefined {
  if (base.kind === "percent of") return percentFigure(base.percent, situation);
  const meaning = base.kind === "term" ? meaningOfTerm(base, situation) : undefined;
  return meaning && percentIn(meaning.price, meaning.situation);
}
