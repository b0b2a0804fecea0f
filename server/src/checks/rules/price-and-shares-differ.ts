import { amountConvertedAtMaturity } from "../../finance/conversion/amount.ts";
import { evaluate } from "../../finance/engine/formula.ts";
import { principal } from "../../finance/inputs/sources.ts";
import { amountAtMaturity } from "../../finance/interest/interest.ts";
import { isPositive, perShare, sharesFor, wholeShares } from "../../quantity/arithmetic.ts";
import * as exact from "../../quantity/exact.ts";
import { isWaiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { fixedConversionPrice, fixedPriceOf } from "../prices.ts";
import { exampleNote, rule } from "../rule.ts";
import { halfUnit, total, within } from "../stated.ts";

const conversion = (shares: string): string =>
  exampleNote(
    `  conversion {\n    option                holder\n    until                 maturity\n    amount                principal\n    price                 $0.50\n    shares on conversion  ${shares}\n  }`,
  );

export const priceAndSharesDiffer = rule({
  code: "price-and-shares-differ",
  severity: "warning",
  title: "The price and the number of shares do not agree",
  why: "A price gives the number of shares, and a number of shares the price. Where both are stated and differ, the note says two things; which one holds is for a court.",
  repair: "Correct the one that is wrong, or state only one of them.",
  bad: conversion("250,000 shares"),
  good: conversion("200,000 shares"),
  find: ({ note, alone }) => {
    const { price: statedPrice, conversionRate, premium, statedShares } = note.clauses.conversion.inner;
    const price = [statedPrice, conversionRate, premium].find(({ state }) => state === "said");
    if (price?.state !== "said" || price.cases.length > 0) return [];
    const fixed =
      statedPrice.state === "said" ? fixedPriceOf(statedPrice.meaning, alone) : fixedConversionPrice(alone);
    if (statedShares.state === "blank" && statedShares.clause && fixed)
      return [
        {
          span: statedShares.clause.name,
          severity: "information",
          message: `A price of ${show(fixed)} gives the number of shares already, and a number of shares is to be stated too: whatever is filled in may contradict it. State only one of them.`,
          related: [{ message: `The price: ${show(fixed)}.`, span: price.span }],
        },
      ];
    if (statedShares.state !== "said") return [];
    const { shares } = statedShares.meaning;
    if (!fixed || !isPositive(fixed) || !isPositive(shares)) return [];
    const amounts = [amountConvertedAtMaturity, principal, amountAtMaturity]
      .map((source) => evaluate(source, alone))
      .flatMap((amount) => (isWaiting(amount) ? [] : [amount]));
    const [amount] = amounts;
    if (!amount || !isPositive(amount)) return [];
    const half = halfUnit(fixed);
    const agrees = amounts.some((one) => {
      const rounded = exact.multiply(halfUnit(shares), fixed.amount);
      const slack = total([exact.multiply(shares.amount, half), fixed.amount, rounded]);
      return within(exact.multiply(shares.amount, fixed.amount), one.amount, slack);
    });
    if (agrees) return [];
    return [
      {
        span: statedShares.span,
        message: `${show(amount)} at ${show(fixed)} a share is ${show(wholeShares(sharesFor(amount, fixed)))}; stated are ${show(shares)}, which would be ${show(perShare(amount, shares))} a share. Correct the one that is wrong.`,
        related: [{ message: `The price: ${show(fixed)}.`, span: price.span }],
        fixes: [
          {
            title: `Write ${show(wholeShares(sharesFor(amount, fixed)))}`,
            edits: [{ span: statedShares.span, text: show(wholeShares(sharesFor(amount, fixed))) }],
          },
        ],
      },
    ];
  },
});
