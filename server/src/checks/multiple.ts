import type { Situation } from "../finance/engine/formula.ts";
import { percentFigure } from "../finance/prices/price.ts";
import * as exact from "../quantity/exact.ts";
import { type Figure, figure } from "../quantity/figure.ts";
import type { AmountPhrase } from "../syntax/phrase-tree.ts";

/** How much of another sum an amount is: 1.5 for `150% of …`, 2 for `2 times …`; undefined for what is none. */
export function multipleOf(phrase: AmountPhrase, situation: Situation): Figure<"ratio"> | undefined {
  if (phrase.kind === "share of amount") return percentFigure(phrase.percent, situation);
  if (phrase.kind !== "part of amount") return undefined;
  const [numerator, denominator] = [phrase.numerator, phrase.denominator].map((digits) =>
    exact.parseExact(digits),
  );
  if (!numerator || !denominator || exact.isZero(denominator)) return undefined;
  const origin = { kind: "given", by: "the clause", span: phrase.span } as const;
  return figure("ratio", exact.divide(numerator, denominator), origin);
}
