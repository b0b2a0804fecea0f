import type { fractionWays } from "../../catalog/fractions.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { assuming, type Figure, isWaiting, named, waiting } from "../../quantity/figure.ts";
import { formula, type Source, step } from "../engine/formula.ts";
import { caseIn } from "../inputs/clauses.ts";
import { convertibleFrom } from "../inputs/dates.ts";
import { assumedBy, readingOf, unsettled } from "../inputs/readings.ts";
import { conversionPrice, priceAtRate, priceGrossedUp } from "../prices/conversion-price.ts";
import { amountIfConverted, conversionAmount } from "./amount.ts";
import { noteSource } from "./note-source.ts";

/** The day from which the note may be converted, where the note names one. */
export const conversionOpens = formula({
  id: "conversion-opens",
  label: "first day of conversion",
  kind: "date",
  topic: "conversion",
  scope: "note",
  about: {
    definition:
      "the day the note names; n days after a day is n days later, n months after it the same day of the month, else the month's last",
    rounding: "whole days",
    source: noteSource,
  },
  headline: { rank: 0, say: (shown) => `from ${shown}` },
  needs: { from: convertibleFrom },
  compute: ({ from }) => from,
});

/**
 * What the amount is divided by: the conversion price; but the one before par where the principal is grossed up, and
 * what a conversion rate comes to where the price only repeats it, rounded.
 */
export const usablePrice: Source<Figure<"price">> = step(
  "conversion price",
  { price: conversionPrice, before: priceGrossedUp, atRate: priceAtRate },
  ({ price, before, atRate }) => {
    const used = before ?? atRate ?? price;
    return arithmetic.isPositive(used) ? used : waiting("a conversion price above zero");
  },
);

/** What becomes of a fraction of a share. */
export type FractionChoice = (typeof fractionWays)[number]["word"];

export interface FractionRule {
  readonly rule: FractionChoice;
  readonly assumed: string | undefined;
}

export const fractionRule: Source<FractionRule> = {
  label: "fractional shares",
  needs: [],
  clauses: ["note/conversion/fractions"],
  points: ["fraction"],
  read: (situation) => {
    const said = caseIn(situation.note.clauses.conversion.inner.fractions, situation);
    if (isWaiting(said)) return said;
    if (said.state === "said") return { rule: said.meaning, assumed: undefined };
    const usual: FractionRule = {
      rule: readingOf("fraction", situation).id === "nearest" ? "nearest" : "cash in lieu",
      assumed: assumedBy("fraction", situation).because,
    };
    return unsettled("fractional shares", said) ?? usual;
  },
};

/** Whether what is left of a share is paid in money. */
export function paysFractions({ rule }: FractionRule): boolean {
  return rule.startsWith("cash in lieu");
}

export const conversionShares = formula({
  id: "conversion-shares",
  label: "shares on conversion",
  kind: "shares",
  topic: "conversion",
  scope: "both",
  about: {
    definition:
      "N = floor(A ÷ CP), or the nearest whole number, or the next one up, where the note says so; make-whole shares come on top",
    rounding: "down to whole shares, unless the note says otherwise",
    source: noteSource,
  },
  headline: {
    rank: 2,
    say: (shown, textOf) => `${shown} for ${textOf(conversionAmount) ?? "the amount converted"}`,
  },
  needs: { amount: conversionAmount, price: usablePrice, fraction: fractionRule },
  compute: ({ amount, price, fraction }) => inWholeShares(arithmetic.sharesFor(amount, price), fraction),
});

/** Shares as the note rounds them. */
export function inWholeShares(shares: Figure<"shares">, { rule, assumed }: FractionRule): Figure<"shares"> {
  return assuming(roundings[rule](shares), assumed);
}

const roundings: Readonly<Record<FractionChoice, (shares: Figure<"shares">) => Figure<"shares">>> = {
  "cash in lieu": arithmetic.wholeShares,
  "cash in lieu at market price": arithmetic.wholeShares,
  "cash in lieu at conversion price": arithmetic.wholeShares,
  "rounded down": arithmetic.wholeShares,
  "rounded up": arithmetic.wholeSharesUp,
  nearest: arithmetic.nearestShare,
};

/** The shares as if the note were converted, whether or not the right to convert is open: a measure of other amounts. */
export const sharesIfConverted: Source<Figure<"shares">> = step(
  "shares on conversion",
  { amount: amountIfConverted, price: usablePrice, fraction: fractionRule },
  ({ amount, price, fraction }) =>
    named("shares on conversion", inWholeShares(arithmetic.sharesFor(amount, price), fraction)),
);
