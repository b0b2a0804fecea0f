import type { MeasureId } from "../../catalog/value.ts";
import type { Quotes } from "../../market/quotes.ts";
import { dayOf, type Figure, isWaiting, named, waiting } from "../../quantity/figure.ts";
import { evaluate, formula, type Source } from "../engine/formula.ts";
import { conversionDate, optionalClause } from "../inputs/clauses.ts";
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
    const price = priceOf(phrase, situation);
    return isWaiting(price) ? price : named("stock price", price);
  },
};
