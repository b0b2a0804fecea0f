import { compared, complement } from "../../quantity/arithmetic.ts";
import { writtenOf } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { rewritten } from "../edits.ts";
import { followsMarket, ofKind, pricesUsed } from "../prices.ts";
import { exampleNote, rule } from "../rule.ts";

const conversion = (discount: string): string =>
  exampleNote(
    `  conversion {\n    option           holder\n    until            maturity\n    price            65% of lowest closing bid over prior 10 trading days\n    discount         ${discount}\n    floor            $0.001\n    ownership limit  4.99% after issuance\n  }`,
  );

export const discountAndPriceDiffer = rule({
  code: "discount-and-price-differ",
  severity: "error",
  title: "The stated discount and the price do not make a hundred per cent",
  why: "A price of 65 % of the market is a discount of 35 %. Where a note states both and they do not add up to a hundred, one of them is wrong, and the number of shares with it.",
  repair: "Correct the one that is wrong.",
  bad: conversion("65%"),
  good: conversion("35%"),
  find: (subject) => {
    const { note, alone } = subject;
    const { discount } = note.clauses.conversion.inner;
    if (discount.state !== "said") return [];
    const parts = ofKind(pricesUsed(subject), "percent of")
      .filter(({ of }) => followsMarket(of, alone))
      .map(({ percent }) => percent);
    const [first] = parts;
    if (!first || parts.some(({ ratio }) => compared(complement(ratio), discount.meaning) === 0)) return [];
    const left = complement(first.ratio);
    const digits = show(left).replace(" %", "");
    return [
      {
        span: discount.span,
        message: `A price of ${show(first.ratio)} of the market is a discount of ${show(left)}; stated is a discount of ${show(discount.meaning)}, which would be a price of ${show(complement(discount.meaning))}. Correct the one that is wrong.`,
        related: [{ message: `The price: ${show(first.ratio)}.`, span: first.span, tree: first.tree }],
        fixes: [
          {
            title: `The price is right: write ${digits}%`,
            edits: [{ span: discount.span, text: `${digits}%` }],
          },
          ...(first.tree === note.tree
            ? rewritten(
                writtenOf(first.ratio)?.digits,
                show(complement(discount.meaning)).replace(" %", ""),
                first.tree.text,
                `The discount is right: write ${show(complement(discount.meaning))} of the market price`,
              )
            : []),
        ],
      },
    ];
  },
});
