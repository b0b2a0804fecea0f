import { flatQuotes } from "../../market/quotes.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import * as exact from "../../quantity/exact.ts";
import { type Figure, figure, isWaiting, named, waiting } from "../../quantity/figure.ts";
import { amountConvertedAtMaturity, conversionAmount } from "../conversion/amount.ts";
import { sharesIfConverted } from "../conversion/conversion.ts";
import { noteSource } from "../conversion/note-source.ts";
import {
  atPrices,
  evaluate,
  formula,
  optional,
  type Situation,
  type Source,
  step,
} from "../engine/formula.ts";
import { clauseSource, whereSaid } from "../inputs/clauses.ts";
import { outstanding } from "../inputs/sources.ts";
import { conversionPrice, priceClause } from "../prices/conversion-price.ts";
import { marketPriceAt, partsOf } from "../prices/market-lines.ts";

const charterSource = "the issuer's charter, as the market states it; arithmetic";

export const reserveShares = formula({
  id: "reserve-shares",
  label: "shares to be kept in reserve",
  kind: "shares",
  topic: "ownership",
  scope: "both",
  about: {
    definition: "k × N at the present conversion price, or the number that the note states",
    rounding: "up to whole shares",
    source: noteSource,
  },
  applies: ({ note }) => note.clauses.conversion.inner.reserve.state === "said",
  headline: { rank: 5, say: (shown) => `${shown} in reserve` },
  needs: {
    reserve: step(
      "reserve",
      {
        reserve: clauseSource("note/conversion/reserve", ({ note }) => note.clauses.conversion.inner.reserve),
        shares: optional(sharesIfConverted),
      },
      ({ reserve }, situation) => {
        if (reserve.kind === "shares") return reserve.value.shares;
        const shares = evaluate(sharesIfConverted, situation);
        if (isWaiting(shares)) return shares;
        const { amount, origin } = reserve.value;
        const times = named("reserve", figure("count", amount, origin));
        return arithmetic.wholeSharesUp(arithmetic.repeated(shares, times));
      },
    ),
  },
  compute: ({ reserve }) => reserve,
});

const authorised: Source<Figure<"shares">> = step(
  "authorised shares",
  { stated: clauseSource("market/authorised", ({ market }) => market?.clauses.authorised) },
  ({ stated }) => named("authorised shares", stated.shares),
);

const reservedClause = step(
  "shares reserved for others",
  { stated: clauseSource("market/reserved", ({ market }) => market?.clauses.reserved) },
  ({ stated }) => named("shares reserved for others", stated.shares),
);

const reserved: Source<Figure<"shares"> | undefined> = whereSaid(
  reservedClause,
  ({ market }) => market?.clauses.reserved,
);

const hasCharter = ({ market, note }: Situation): boolean =>
  market?.clauses.authorised.state === "said" && note.clauses.conversion.state === "said";

export const authorisedHeadroom = formula({
  id: "authorised-headroom",
  label: "authorised shares left to issue",
  kind: "shares",
  topic: "ownership",
  scope: "both",
  about: {
    definition: "authorised − O − reserved for others",
    rounding: "none: its parts are whole",
    source: charterSource,
  },
  applies: hasCharter,
  needs: { authorised, outstanding, reserved },
  compute: ({ authorised: all, outstanding: issued, reserved: inReserve }) => {
    const left = arithmetic.minus(all, issued);
    return inReserve ? arithmetic.minus(left, inReserve) : left;
  },
});

/** The amount that converts: in the situation, else at maturity. */
const amountToConvert: Source<Figure<"money">> = step(
  "amount converted",
  { now: optional(conversionAmount), due: optional(amountConvertedAtMaturity) },
  ({ now, due }, situation) =>
    now ?? (due ? named("amount converted at maturity", due) : evaluate(conversionAmount, situation)),
);

export const authorisedExhaustedPrice = formula({
  id: "authorised-exhausted-price",
  label: "conversion price at which the authorised shares run out",
  kind: "price",
  topic: "ownership",
  scope: "both",
  about: {
    definition: "A ÷ (authorised − O − reserved for others)",
    rounding: "none",
    source: charterSource,
  },
  applies: hasCharter,
  needs: { amount: amountToConvert, headroom: authorisedHeadroom },
  compute: ({ amount, headroom }) =>
    arithmetic.isPositive(headroom)
      ? arithmetic.perShare(amount, headroom)
      : waiting("authorised shares that are left to issue"),
});

export const authorisedExhaustedMarketPrice = formula({
  id: "authorised-exhausted-market-price",
  label: "market price at which the authorised shares run out",
  kind: "price",
  topic: "ownership",
  scope: "both",
  about: {
    definition:
      "S at which CP is A ÷ (authorised − O − reserved for others), when every market price is S; S = that price ÷ m",
    rounding: "none",
    source: charterSource,
  },
  applies: (situation) => {
    const phrase = evaluate(priceClause, situation);
    return hasCharter(situation) && !isWaiting(phrase) && partsOf(phrase, situation).moving.length > 0;
  },
  needs: { phrase: priceClause, price: authorisedExhaustedPrice },
  compute: ({ phrase, price }, situation) => {
    for (const line of partsOf(phrase, situation).moving) {
      const market = marketPriceAt(line, price);
      if (market && priceAt(market, price, situation)) return market;
    }
    return waiting("a market price that brings the conversion price so low");
  },
});

/** Whether a market that stands still at one price makes the conversion price another. */
function priceAt(market: Figure<"price">, price: Figure<"price">, situation: Situation): boolean {
  const still = atPrices(situation, flatQuotes(market.amount, situation.note.currency));
  const found = evaluate(conversionPrice, still);
  return !isWaiting(found) && exact.compare(found.amount, price.amount) === 0;
}
