import type { Span } from "../../base/span.ts";
import type { Situation } from "../../finance/engine/formula.ts";
import { percentFigure } from "../../finance/prices/price.ts";
import { statementsOf } from "../../note/statements.ts";
import { compared, isPositive, oneWhole } from "../../quantity/arithmetic.ts";
import type { AdjustedPhrase, PricePhrase } from "../../syntax/phrase-tree.ts";
import { fixedPriceOf, pricesOfIssue } from "../prices.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";

export const priceNotPositive = rule({
  code: "price-not-positive",
  severity: "error",
  title: "A price that is never above zero",
  why: "The number of shares is the amount divided by the price. At a price of zero there is no such number.",
  repair: "Write the price or the percentage that is meant. For no floor write `floor none`.",
  bad: exampleNote(exampleConversion({ price: "lowest of { 85% of VWAP on prior trading day; $0 }" })),
  good: exampleNote(exampleConversion({ price: "lowest of { 85% of VWAP on prior trading day; $0.003 }" })),
  find: (subject) => {
    const { floor } = subject.note.clauses.conversion.inner;
    const floors = new Set(statementsOf(floor).map(({ meaning }) => meaning));
    return pricesOfIssue(subject).flatMap(({ phrase, tree }) => {
      const fault = faultOf(phrase, { ...subject.alone, text: tree.text });
      if (!fault) return [];
      if (floors.has(phrase)) {
        const fixes = [{ title: "Write “none”", edits: [{ span: phrase.span, text: "none" }] }];
        return [
          {
            span: fault.span,
            tree,
            message: "A floor of zero keeps no price up. Write the lowest price that is meant, or “none”.",
            fixes,
          },
        ];
      }
      const message = `${fault.what}: the price would be zero or less, and no number of shares follows from it. Write what is meant.`;
      return [{ span: fault.span, tree, message }];
    });
  },
});

function faultOf(
  phrase: PricePhrase,
  situation: Situation,
): { readonly span: Span; readonly what: string } | undefined {
  if (phrase.kind === "money") {
    const price = fixedPriceOf(phrase, situation);
    return price && !isPositive(price) ? { span: phrase.span, what: "A fixed price of zero" } : undefined;
  }
  if (phrase.kind === "percent of") {
    const percent = percentFigure(phrase.percent, situation);
    return isPositive(percent) ? undefined : { span: phrase.percent.span, what: "Zero percent of a price" };
  }
  return phrase.kind === "adjusted" && phrase.sign === "less" ? lessThanAll(phrase, situation) : undefined;
}

/** Whether as much is taken off as there is, or more. */
function lessThanAll(
  phrase: AdjustedPhrase,
  situation: Situation,
): { readonly span: Span; readonly what: string } | undefined {
  const { by, base } = phrase;
  const fault = { span: by.span, what: "As much is taken off as there is, or more" };
  if (by.kind === "money") {
    const left = fixedPriceOf(phrase, situation);
    return left && !isPositive(left) ? fault : undefined;
  }
  const part = percentFigure({ kind: "percent", number: by.number, span: by.span }, situation);
  const of =
    by.kind === "points" && base.kind === "percent of" ? percentFigure(base.percent, situation) : oneWhole;
  return compared(part, of) >= 0 && isPositive(of) ? fault : undefined;
}
