import type { Span } from "../../base/span.ts";
import type { AdjustedPrice, PriceMeaning } from "../../catalog/value.ts";
import type { Situation } from "../../finance/engine/formula.ts";
import { statementsOf } from "../../note/statements.ts";
import { compared, isPositive, oneWhole } from "../../quantity/arithmetic.ts";
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
    return pricesOfIssue(subject).flatMap((part) => {
      const { tree } = part;
      const fault = faultOf(part, subject.alone);
      if (!fault) return [];
      if (floors.has(part)) {
        const fixes = [{ title: "Write “none”", edits: [{ span: part.span, text: "none" }] }];
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
  part: PriceMeaning,
  situation: Situation,
): { readonly span: Span; readonly what: string } | undefined {
  if (part.kind === "money") {
    const price = fixedPriceOf(part, situation);
    return price && !isPositive(price) ? { span: part.span, what: "A fixed price of zero" } : undefined;
  }
  if (part.kind === "percent of") {
    const percent = part.percent.ratio;
    return isPositive(percent) ? undefined : { span: part.percent.span, what: "Zero percent of a price" };
  }
  return part.kind === "adjusted" && part.sign === "less" ? lessThanAll(part, situation) : undefined;
}

/** Whether as much is taken off as there is, or more. */
function lessThanAll(
  part: AdjustedPrice,
  situation: Situation,
): { readonly span: Span; readonly what: string } | undefined {
  const { by, base } = part;
  const fault = { span: by.span, what: "As much is taken off as there is, or more" };
  if (by.kind === "money") {
    const left = fixedPriceOf(part, situation);
    return left && !isPositive(left) ? fault : undefined;
  }
  const of = by.kind === "points" && base.kind === "percent of" ? base.percent.ratio : oneWhole;
  return compared(by.ratio, of) >= 0 && isPositive(of) ? fault : undefined;
}
