import { type Figure, isWaiting, named } from "../../quantity/figure.ts";
import { optionalClause } from "../clauses.ts";
import { evaluate, type Source } from "../formula.ts";
import { priceOf } from "../price.ts";
import { marketPrice } from "../returns.ts";

const soldAt = optionalClause("scenario/soldAt", ({ scenario }) => scenario?.clauses.soldAt);

/** What a share is worth in the situation: the price at which the scenario sells it, else the market price. */
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
