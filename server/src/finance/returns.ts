import type { Quotes } from "../market/quotes.ts";
import * as arithmetic from "../quantity/arithmetic.ts";
import { dayOf, type Figure, isWaiting, named, waiting } from "../quantity/figure.ts";
import type { MeasureId } from "../syntax/measures.ts";
import { conversionAmount } from "./amount.ts";
import { optionalClause } from "./clauses.ts";
import { cashInLieu, conversionShares, usablePrice } from "./conversion.ts";
import { conversionDate } from "./dates.ts";
import { evaluate, formula, optional, type Source } from "./formula.ts";
import { costConverted } from "./money/cost.ts";
import { priceOf } from "./price.ts";

/** What a day's market price is taken from, best first. */
const marketMeasures: readonly MeasureId[] = ["closing price", "last price", "VWAP", "closing bid"];

const marketQuotes: Source<Quotes> = {
  label: "market prices",
  needs: [],
  clauses: ["market/prices", "scenario/price"],
  read: ({ quotes }) => (quotes.missing === undefined ? quotes : waiting(quotes.missing)),
};

/** The latest price before the conversion date, of the first measure there is. */
export const marketPrice = formula({
  id: "market-price",
  label: "market price",
  kind: "price",
  topic: "conversion",
  scope: "both",
  about: {
    definition:
      "S = the latest price before the conversion date: closing price, else last price, else VWAP, else closing bid",
    rounding: "none",
    source: "the market's prices",
  },
  needs: { date: conversionDate, quotes: marketQuotes },
  compute: ({ date, quotes }) => {
    if (quotes.flat) return quotes.flat;
    const days = (quotes.days ?? []).filter((day) => day < dayOf(date));
    for (const day of days.reverse()) {
      for (const measure of marketMeasures) {
        const found = quotes.on(day, measure, "other");
        if (found) return found;
      }
    }
    return waiting("a market price before the conversion date");
  },
});

const soldAt = optionalClause("scenario/soldAt", ({ scenario }) => scenario?.clauses.soldAt);

/** What a share brings: the price at which the scenario sells it, else the market price. */
export const stockPrice: Source<Figure<"price">> = {
  label: "stock price",
  needs: [soldAt, marketPrice],
  clauses: [],
  read: (situation) => {
    const phrase = evaluate(soldAt, situation);
    if (isWaiting(phrase)) return phrase;
    if (!phrase) return evaluate(marketPrice, situation);
    const text = situation.scenario?.tree.text ?? situation.text;
    const price = priceOf(phrase, { ...situation, text });
    return isWaiting(price) ? price : named("stock price", price);
  },
};

export const conversionValue = formula({
  id: "conversion-value",
  label: "market value of the shares",
  kind: "money",
  topic: "return",
  scope: "both",
  about: {
    definition: "V = N × S, or × the price at which the scenario sells",
    rounding: "to cents, half up",
    source: "arithmetic; nothing deducted from the sale",
  },
  needs: { shares: conversionShares, price: stockPrice },
  compute: ({ shares, price }) => arithmetic.payable(arithmetic.worth(shares, price)),
});

export const effectiveDiscount = formula({
  id: "effective-discount",
  label: "effective discount to the market price",
  kind: "ratio",
  topic: "return",
  scope: "both",
  about: { definition: "1 − CP ÷ S", rounding: "none", source: "arithmetic" },
  needs: { price: usablePrice, market: marketPrice },
  compute: ({ price, market }) =>
    arithmetic.isPositive(market)
      ? arithmetic.complement(arithmetic.ratio(price, market))
      : waiting("a market price above zero"),
});

export const conversionGain = formula({
  id: "conversion-gain",
  label: "gain on conversion",
  kind: "money",
  topic: "return",
  scope: "both",
  about: {
    definition: "V + cash in lieu − A",
    rounding: "none: its parts are in cents",
    source: "arithmetic",
  },
  needs: { value: conversionValue, cash: optional(cashInLieu), amount: conversionAmount },
  compute: ({ value, cash, amount }) => arithmetic.minus(cash ? arithmetic.plus(value, cash) : value, amount),
});

export const gainRate = formula({
  id: "gain-rate",
  label: "gain on each dollar converted",
  kind: "ratio",
  topic: "return",
  scope: "both",
  about: {
    definition: "S ÷ CP − 1; the price at which the scenario sells in place of S",
    rounding: "none",
    source: "arithmetic",
  },
  needs: { price: usablePrice, market: stockPrice },
  compute: ({ price, market }) => arithmetic.minus(arithmetic.ratio(market, price), arithmetic.oneWhole),
});

/** What a share has to fetch for the holder to get back what was paid or given up. */
export const breakevenPrice = formula({
  id: "breakeven-price",
  label: "sale price at which the holder breaks even",
  kind: "price",
  topic: "return",
  scope: "both",
  about: {
    definition:
      "cost ÷ N; cost is the value surrendered, else the price, else the principal, and its part where less than the principal is converted",
    rounding: "none",
    source: "arithmetic",
  },
  needs: {
    cost: costConverted,
    shares: conversionShares,
  },
  compute: ({ cost, shares }) =>
    arithmetic.isPositive(shares)
      ? arithmetic.perShare(cost, shares)
      : waiting("a conversion of at least one share"),
});
