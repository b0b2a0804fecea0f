import { amountConvertedAtMaturity } from "../../finance/amount.ts";
import { evaluate } from "../../finance/formula.ts";
import { fixedPrice } from "../../finance/price.ts";
import { principal } from "../../finance/sources.ts";
import * as exact from "../../quantity/exact.ts";
import { isWaiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { ofKind, pricesStated } from "../prices.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";

const price = (words: string): string => exampleNote(exampleConversion({ price: words, floor: undefined }));

export const noWholeShare = rule({
  code: "no-whole-share",
  severity: "error",
  title: "A price at which the whole note buys no share",
  why: "A price is what one share costs. A sum above the whole note is most often a valuation of the company, or a zero too many: a valuation becomes a price when it is divided by the number of shares.",
  repair: "Divide the valuation by the number of shares that it is for, and write that price.",
  bad: price("$6,000,000"),
  good: price("$0.75"),
  find: (subject) => {
    const { alone } = subject;
    const converted = evaluate(amountConvertedAtMaturity, alone);
    const amount = isWaiting(converted) ? evaluate(principal, alone) : converted;
    if (isWaiting(amount)) return [];
    return ofKind(pricesStated(subject), "money").flatMap(({ phrase, tree }) => {
      const stated = fixedPrice(phrase, { ...alone, text: tree.text });
      if (exact.compare(stated.amount, amount.amount) <= 0) return [];
      return [
        {
          span: phrase.span,
          tree,
          message: `At ${show(stated)} a share the whole ${show(amount)} buys not one share. If this is what the company is valued at, divide it by the number of shares and write that price; else correct it.`,
          related:
            alone.note.clauses.principal.state === "said"
              ? [
                  {
                    message: "The principal.",
                    span: alone.note.clauses.principal.span,
                    tree: alone.note.tree,
                  },
                ]
              : [],
        },
      ];
    });
  },
});
