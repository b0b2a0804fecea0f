import * as arithmetic from "../../quantity/arithmetic.ts";
import { isWaiting, named, waiting } from "../../quantity/figure.ts";
import { noteSource } from "../conversion/note-source.ts";
import { formula, optional, step } from "../engine/formula.ts";
import { clauseSource, conversionDate } from "../inputs/clauses.ts";
import { interestOfDay } from "../interest/interest.ts";
import { priceOf } from "../prices/price.ts";

export const interestShares = formula({
  id: "interest-shares",
  label: "shares if the interest is paid in shares",
  kind: "shares",
  topic: "interest",
  scope: "both",
  about: {
    definition: "floor(I ÷ interest price)",
    rounding: "down to whole shares",
    source: noteSource,
  },
  applies: ({ note }) => note.clauses.interest.inner.interestPrice.state === "said",
  headline: { rank: 3, say: (shown) => `${shown} if it is paid in shares` },
  needs: {
    interest: interestOfDay,
    price: step(
      "interest price",
      {
        phrase: clauseSource(
          "note/interest/interestPrice",
          ({ note }) => note.clauses.interest.inner.interestPrice,
        ),
        date: optional(conversionDate),
      },
      ({ phrase }, situation) => {
        const price = priceOf(phrase, situation);
        return isWaiting(price) ? price : named("interest price", price);
      },
      {
        clauses: ["market/prices", "scenario/price"],
        points: ["window-end", "window-days", "trading-price"],
      },
    ),
  },
  compute: ({ interest, price }) =>
    arithmetic.isPositive(price)
      ? arithmetic.wholeShares(arithmetic.sharesFor(interest, price))
      : waiting("an interest price above zero"),
});
