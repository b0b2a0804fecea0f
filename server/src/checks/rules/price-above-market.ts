import type { Fix } from "../../base/problem.ts";
import { percentFigure } from "../../finance/prices/price.ts";
import { compared, oneWhole } from "../../quantity/arithmetic.ts";
import * as exact from "../../quantity/exact.ts";
import type { Figure } from "../../quantity/figure.ts";
import { show, showPercent } from "../../quantity/format.ts";
import type { PercentPhrase } from "../../syntax/phrase-tree.ts";
import { rewritten } from "../edits.ts";
import { followsMarket, ofKind, pricesOfIssue } from "../prices.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";

const price = (percent: string): string =>
  exampleNote(exampleConversion({ price: `${percent} of average of VWAP over prior 5 trading days` }));

export const priceAboveMarket = rule({
  code: "price-above-market",
  severity: "warning",
  title: "A conversion price above the market, whatever the market does",
  why: "At more than the market price a share costs more by conversion than on the exchange, on every day. A holder will not convert at it, and one who is paid in shares loses by it. A premium is taken on the price at issue, which is fixed: `130% of VWAP on trading day before issue`.",
  repair: "Correct the percentage, or take the premium on a price that is fixed at issue.",
  bad: price("650%"),
  good: price("65%"),
  find: (subject) =>
    ofKind(pricesOfIssue(subject), "percent of").flatMap(({ phrase, tree }) => {
      const stated = percentFigure(phrase.percent, { ...subject.alone, text: tree.text });
      if (compared(stated, oneWhole) <= 0 || !followsMarket(phrase.of, subject.alone)) return [];
      const above = exact.subtract(stated.amount, exact.one);
      return [
        {
          span: phrase.percent.span,
          tree,
          message: `${show(stated)} of a market price is ${showPercent(above)} above it, whatever the market does: the shares are worth less than what is converted. Correct the percentage, or take the premium on a price that is fixed at issue.`,
          fixes: slip(phrase.percent, stated, tree.text),
        },
      ];
    }),
});

/** Ten times a usual multiplier is most often a lost point. */
function slip({ number }: PercentPhrase, stated: Figure<"ratio">, text: string): Fix[] {
  const tenth = exact.divide(stated.amount, exact.whole(10));
  const usual = exact.compare(tenth, exact.fraction(1n, 2n)) >= 0 && exact.compare(tenth, exact.one) < 0;
  if (!usual) return [];
  const digits = exact.toPlain(exact.multiply(tenth, exact.whole(100)), 12);
  return rewritten(number, digits, text, `Write ${digits}%`);
}
