import * as arithmetic from "../../quantity/arithmetic.ts";
import * as exact from "../../quantity/exact.ts";
import { type Figure, figure, isWaiting, named, waiting } from "../../quantity/figure.ts";
import { usablePrice } from "../conversion/conversion.ts";
import { noteSource } from "../conversion/note-source.ts";
import { formula, type Situation, type Source, step } from "../engine/formula.ts";
import { clauseSource } from "../inputs/clauses.ts";
import { unsettled } from "../inputs/readings.ts";
import { conversionPrice } from "../prices/conversion-price.ts";
import { stockPrice } from "../prices/market-price.ts";
import { priceOf } from "../prices/price.ts";

const usualDenomination = "no denomination is stated; rates are read per $1,000 of principal";

/** The principal that a conversion rate counts shares for: the denomination, else what the rate says, else 1,000. */
export const denomination: Source<Figure<"money">> = {
  label: "denomination",
  needs: [],
  clauses: ["note/denomination", "note/conversion/conversionRate"],
  read: ({ note }) => {
    const { denomination: stated, conversion } = note.clauses;
    const open = unsettled("denomination", stated);
    if (open) return open;
    if (stated.state === "said") return named("denomination", stated.meaning);
    const { conversionRate } = conversion.inner;
    if (conversionRate.state === "said") return named("denomination", conversionRate.meaning.per);
    const origin = { kind: "assumed", because: usualDenomination } as const;
    return named("denomination", figure("money", exact.whole(1_000), origin, note.currency));
  },
};

/** Whether the note speaks of its conversion as so many shares for so much principal. */
export function countsByRate({ note }: Situation): boolean {
  const { conversionRate, maximumRate, makeWhole, premium } = note.clauses.conversion.inner;
  const said = [conversionRate, maximumRate, makeWhole, premium, note.clauses.denomination];
  return note.clauses.conversion.state === "said" && said.some(({ state }) => state === "said");
}

export const conversionRate = formula({
  id: "conversion-rate",
  label: "conversion rate",
  kind: "shares",
  topic: "conversion",
  scope: "both",
  about: {
    definition: "R = denomination ÷ CP: the shares that each denomination ($1,000) converts into",
    rounding: "none",
    source: noteSource,
  },
  applies: countsByRate,
  headline: { rank: 4, say: (shown, textOf) => `${shown} per ${textOf(denomination) ?? "denomination"}` },
  needs: { denomination, price: usablePrice },
  compute: ({ denomination: unit, price }) => arithmetic.sharesFor(unit, price),
});

const referencePrice: Source<Figure<"price">> = step(
  "reference price",
  {
    phrase: clauseSource(
      "note/conversion/referencePrice",
      ({ note }) => note.clauses.conversion.inner.referencePrice,
    ),
  },
  ({ phrase }, situation) => {
    const price = priceOf(phrase, situation);
    return isWaiting(price) ? price : named("reference price", price);
  },
);

export const conversionPremium = formula({
  id: "conversion-premium",
  label: "premium over the reference price",
  kind: "ratio",
  topic: "conversion",
  scope: "both",
  about: { definition: "CP ÷ reference price − 1", rounding: "none", source: "arithmetic" },
  applies: ({ note }) => note.clauses.conversion.inner.referencePrice.state === "said",
  needs: { price: conversionPrice, reference: referencePrice },
  compute: ({ price, reference }) =>
    arithmetic.isPositive(reference)
      ? arithmetic.minus(arithmetic.ratio(price, reference), arithmetic.oneWhole)
      : waiting("a reference price above zero"),
});

export const parity = formula({
  id: "parity",
  label: "parity",
  kind: "ratio",
  topic: "conversion",
  scope: "both",
  about: {
    definition: "R × S ÷ denomination: what the shares for each 100 of principal are worth",
    rounding: "none",
    source: "market usage",
  },
  applies: countsByRate,
  needs: { rate: conversionRate, price: stockPrice, denomination },
  compute: ({ rate, price, denomination: unit }) => arithmetic.ratio(arithmetic.worth(rate, price), unit),
});
