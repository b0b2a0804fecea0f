import * as arithmetic from "../../quantity/arithmetic.ts";
import * as exact from "../../quantity/exact.ts";
import { show } from "../../quantity/format.ts";
import { fixedConversionPrice, fixedPriceOf } from "../prices.ts";
import { exampleNote, rule } from "../rule.ts";
import { halfUnit, total, within } from "../stated.ts";

const conversion = (price: string): string =>
  exampleNote(
    `  conversion {\n    option           holder\n    until            maturity\n    reference price  $3.70\n    premium          60%\n    price            ${price}\n  }`,
  );

export const premiumAndPriceDiffer = rule({
  code: "premium-and-price-differ",
  severity: "warning",
  title: "The conversion price is not the stated premium above the reference price",
  why: "A premium of 60 % on a reference price of $3.70 is a conversion price of $5.92. Where the stated price is another, one of the three numbers is wrong.",
  repair: "Correct the one that is wrong.",
  bad: conversion("$5.29"),
  good: conversion("$5.92"),
  find: ({ note, alone }) => {
    const { price, referencePrice, premium, conversionRate } = note.clauses.conversion.inner;
    const stated =
      price.state === "said" ? price : conversionRate.state === "said" ? conversionRate : undefined;
    if (!stated || referencePrice.state !== "said" || premium.state !== "said") return [];
    const fixed =
      stated === price && price.state === "said"
        ? fixedPriceOf(price.meaning, alone)
        : fixedConversionPrice(alone);
    const reference = fixedPriceOf(referencePrice.meaning, alone);
    if (!fixed || !reference || !arithmetic.isPositive(reference)) return [];
    const expected = arithmetic.increased(reference, premium.meaning);
    const factor = exact.add(exact.one, premium.meaning.amount);
    const slack = total([
      halfUnit(fixed),
      exact.multiply(halfUnit(reference), factor),
      exact.multiply(halfUnit(premium.meaning), reference.amount),
    ]);
    if (within(expected.amount, fixed.amount, slack)) return [];
    const stands = arithmetic.minus(arithmetic.ratio(fixed, reference), arithmetic.oneWhole);
    return [
      {
        span: stated.span,
        message: `${show(premium.meaning)} above the reference price of ${show(reference)} is ${show(expected)}; ${stated === price ? "the price is stated as" : `${stated.text} is a price of`} ${show(fixed)}, a premium of ${show(stands)}. Correct the one that is wrong.`,
        related: [
          { message: `The premium: ${show(premium.meaning)}.`, span: premium.span },
          { message: `The reference price: ${show(reference)}.`, span: referencePrice.span },
        ],
      },
    ];
  },
});
