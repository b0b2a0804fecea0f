import type { Fix } from "../../base/problem.ts";
import type { PercentMeaning } from "../../catalog/value.ts";
import { compared, oneWhole } from "../../quantity/arithmetic.ts";
import * as exact from "../../quantity/exact.ts";
import { writtenOf } from "../../quantity/figure.ts";
import { show, showPercent } from "../../quantity/format.ts";
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
    ofKind(pricesOfIssue(subject), "percent of").flatMap((part) => {
      const { tree } = part;
      const stated = part.percent.ratio;
      if (compared(stated, oneWhole) <= 0 || !followsMarket(part.of, subject.alone)) return [];
      const above = exact.subtract(stated.amount, exact.one);
      return [
        {
          span: part.percent.span,
          tree,
          message: `${show(stated)} of a market price is ${showPercent(above)} above it, whatever the market does: the shares are worth less than what is converted. Correct the percentage, or take the premium on a price that is fixed at issue.`,
          fixes: slip(part.percent, tree.text),
        },
      ];
    }),
});

/** Ten times a usual multiplier is most often a lost point. */
function slip({ ratio }: PercentMeaning, text: string): Fix[] {
  const tenth = exact.divide(ratio.amount, exact.whole(10));
  const usual = exact.compare(tenth, exact.fraction(1n, 2n)) >= 0 && exact.compare(tenth, exact.one) < 0;
  if (!usual) return [];
  const digits = exact.toPlain(exact.multiply(tenth, exact.whole(100)), 12);
  return rewritten(writtenOf(ratio)?.digits, digits, text, `Write ${digits}%`);
}
