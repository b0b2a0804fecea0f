import { amountConvertedAtMaturity } from "../../finance/conversion/amount.ts";
import { evaluate } from "../../finance/engine/formula.ts";
import { principal } from "../../finance/inputs/sources.ts";
import { fixedPrice } from "../../finance/prices/price.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import * as exact from "../../quantity/exact.ts";
import { isWaiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { ofKind, pricesOfIssue } from "../prices.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";

const price = (words: string): string => exampleNote(exampleConversion({ price: words, floor: undefined }));

/** A price that hardly any share has, and a number of shares that hardly any note converts into. */
const dear = exact.whole(100_000);
const fewest = exact.whole(100);

export const noWholeShare = rule({
  code: "no-whole-share",
  severity: "error",
  title: "A price at which the whole note buys no share, or hardly any",
  why: "A price is what one share costs. A sum near or above the whole note is most often a valuation of the company, or a zero too many: a valuation becomes a price when it is divided by the number of shares.",
  repair: "Divide the valuation by the number of shares that it is for, and write that price.",
  bad: price("$6,000,000"),
  good: price("$0.75"),
  find: (subject) => {
    const { alone } = subject;
    const converted = evaluate(amountConvertedAtMaturity, alone);
    const paidOff = !isWaiting(converted) && !arithmetic.isPositive(converted);
    const amount = isWaiting(converted) || paidOff ? evaluate(principal, alone) : converted;
    if (isWaiting(amount) || !arithmetic.isPositive(amount)) return [];
    return ofKind(pricesOfIssue(subject), "money").flatMap((part) => {
      const { tree } = part;
      const stated = fixedPrice(part, alone);
      if (isWaiting(stated) || !arithmetic.isPositive(stated)) return [];
      const shares = arithmetic.wholeShares(arithmetic.sharesFor(amount, stated));
      const none = exact.isZero(shares.amount);
      const few = exact.compare(stated.amount, dear) >= 0 && exact.compare(shares.amount, fewest) < 0;
      if (!none && !few) return [];
      const buys = none ? "buys not one share" : `buys only ${show(shares)}`;
      return [
        {
          span: part.span,
          tree,
          ...(none ? {} : { severity: "warning" as const }),
          message: `At ${show(stated)} a share the whole ${show(amount)} ${buys}. If this is what the company is valued at, divide it by the number of shares and write that price; else correct it.`,
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
