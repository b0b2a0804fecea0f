import { withoutTrailingZeros } from "../../base/words.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import type { Exact } from "../../quantity/exact.ts";
import * as exact from "../../quantity/exact.ts";
import { show } from "../../quantity/format.ts";
import { fixedPriceOf } from "../prices.ts";
import { exampleNote, rule } from "../rule.ts";
import { halfUnit, total, within } from "../stated.ts";

const conversion = (price: string): string =>
  exampleNote(
    `  conversion {\n    option           holder\n    until            maturity\n    conversion rate  240.3846 shares per $1,000\n    price            ${price}\n  }`,
  );

export const conversionRateAndPriceDiffer = rule({
  code: "conversion-rate-and-price-differ",
  severity: "error",
  title: "The conversion rate and the conversion price do not agree",
  why: "So many shares for $1,000 are a price of $1,000 divided by their number. Documents state both, the one as “equivalent to” the other; where they differ by more than their last digits, one of them is wrong.",
  repair: "Correct the one that is wrong. The conversion rate is mostly the one that was agreed.",
  bad: conversion("$4.61"),
  good: conversion("$4.16"),
  find: ({ note, alone }) => {
    const { conversionRate, price } = note.clauses.conversion.inner;
    if (conversionRate.state !== "said" || price.state !== "said" || price.condition) return [];
    const fixed = fixedPriceOf(price.meaning, alone);
    const { shares, per } = conversionRate.meaning;
    if (!fixed || !arithmetic.isPositive(fixed) || !arithmetic.isPositive(shares)) return [];
    const product = exact.multiply(shares.amount, fixed.amount);
    const [ofPrice, ofRate] = [halfUnit(fixed), halfUnit(shares)];
    const slack = total([
      exact.multiply(shares.amount, ofPrice),
      exact.multiply(fixed.amount, ofRate),
      exact.multiply(ofPrice, ofRate),
    ]);
    if (within(product, per.amount, slack)) return [];
    const implied = arithmetic.perShare(per, shares);
    const rounded = `$${roundedPrice(shares.amount, per.amount)}`;
    return [
      {
        span: price.span,
        message: `${conversionRate.text} is ${show(implied)} a share; the price is stated as ${show(fixed)}, at which ${show(per)} buys ${sharesBought(per.amount, fixed.amount)} shares. Correct the one that is wrong.`,
        related: [{ message: "The conversion rate.", span: conversionRate.span }],
        fixes:
          note.currency === "USD" && price.meaning.kind === "money"
            ? [{ title: `The rate is right: write ${rounded}`, edits: [{ span: price.span, text: rounded }] }]
            : [],
      },
    ];
  },
});

/** The price of a rate to so many digits, two at least, that the rate times the price is what it is counted for. */
function roundedPrice(shares: Exact, per: Exact): string {
  const price = exact.divide(per, shares);
  const slack = exact.divide(per, exact.whole(1000));
  const digits = [2, 3, 4, 5, 6].find((count) => {
    const written = exact.parseExact(exact.toFixed(price, count));
    return written && within(exact.multiply(shares, written), per, slack);
  });
  return exact.toFixed(price, digits ?? 8);
}

/** To four places, as conversion rates are stated. */
function sharesBought(per: Exact, price: Exact): string {
  return withoutTrailingZeros(exact.toFixed(exact.divide(per, price), 4));
}
