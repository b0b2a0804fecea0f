import type { PriceMeaning } from "../../catalog/value.ts";
import { conversionPrices } from "../../note/price-parts.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import * as exact from "../../quantity/exact.ts";
import { assuming, type Figure, isWaiting, type Result, waiting, writtenOf } from "../../quantity/figure.ts";
import {
  evaluate,
  formula,
  inEachSituation,
  optional,
  type Situation,
  type Source,
  step,
} from "../engine/formula.ts";
import { clauseSource, conversionDate, figureSource, optionalClause } from "../inputs/clauses.ts";
import { type AntiDilution, afterIssue, type NewIssue, newIssue } from "./new-issue.ts";
import { priceOf } from "./price.ts";

export const priceClause: Source<PriceMeaning> = clauseSource(
  "note/conversion/price",
  ({ note }) => note.clauses.conversion.inner.price,
);

const rateClause = clauseSource(
  "note/conversion/conversionRate",
  ({ note }) => note.clauses.conversion.inner.conversionRate,
);

const referenceClause = clauseSource(
  "note/conversion/referencePrice",
  ({ note }) => note.clauses.conversion.inner.referencePrice,
);

const premiumClause = figureSource(
  "note/conversion/premium",
  ({ note }) => note.clauses.conversion.inner.premium,
);

const floorClause = optionalClause(
  "note/conversion/floor",
  ({ note }) => note.clauses.conversion.inner.floor,
);

const ceilingClause = optionalClause(
  "note/conversion/ceiling",
  ({ note }) => note.clauses.conversion.inner.ceiling,
);

/** How the note gives its conversion price: as one, by a conversion rate, or by a premium on a reference price. */
export function pricedBy({ note }: Situation): "price" | "rate" | "premium" | undefined {
  const { price, conversionRate, premium } = note.clauses.conversion.inner;
  const speaks = ({ state }: { readonly state: string }): boolean => state !== "absent" && state !== "none";
  if (speaks(price)) return "price";
  if (speaks(conversionRate)) return "rate";
  return speaks(premium) ? "premium" : undefined;
}

/** Every part of its conversion price, floor and ceiling: most rules ask for them. */
export const priceParts = inEachSituation(({ note, terms }): readonly PriceMeaning[] =>
  conversionPrices(note, terms),
);

/** A source that is used only where the note gives its price that way. */
function where<T>(source: Source<T>, way: ReturnType<typeof pricedBy>): Source<T | undefined> {
  return {
    ...source,
    read: (situation) => (pricedBy(situation) === way ? evaluate(source, situation) : undefined),
  };
}

/** The price as the note gives it, before its bounds. */
const givenPrice: Source<Figure<"price">> = step(
  "price",
  {
    phrase: where(priceClause, "price"),
    rate: where(rateClause, "rate"),
    reference: where(referenceClause, "premium"),
    premium: where(premiumClause, "premium"),
    date: optional(conversionDate),
  },
  ({ phrase, rate, reference, premium }, situation) => {
    if (phrase) return priceOf(phrase, situation);
    if (rate)
      return arithmetic.isPositive(rate.shares)
        ? arithmetic.perShare(rate.per, rate.shares)
        : waiting("a conversion rate above zero");
    if (!reference || !premium) return waiting("the clause “price”");
    const base = priceOf(reference, situation);
    return isWaiting(base) ? base : arithmetic.increased(base, premium);
  },
  {
    clauses: ["market/prices", "scenario/price"],
    points: ["window-end", "window-days", "trading-price"],
  },
);

interface ParRule {
  readonly par: Figure<"price">;
  /** What follows when the price would be below par; undefined where the note does not say. */
  readonly below: "principal grossed up" | "price is par" | "no conversion" | undefined;
}

/** The par value with what the note says of a price below it; undefined without a par value. */
const parRule: Source<ParRule | undefined> = step(
  "par value",
  {
    par: optionalClause("note/conversion/parValue", ({ note }) => note.clauses.conversion.inner.parValue),
    below: optionalClause("note/conversion/belowPar", ({ note }) => note.clauses.conversion.inner.belowPar),
  },
  ({ par, below }, situation) => {
    const value = par && priceOf(par, situation);
    return value === undefined || isWaiting(value) ? value : { par: value, below };
  },
);

const antiDilution = optionalClause(
  "note/conversion/antiDilution",
  ({ note }) => note.clauses.conversion.inner.antiDilution,
);

/** All that a conversion price is made of. */
export const stages = {
  price: givenPrice,
  floor: floorClause,
  ceiling: ceilingClause,
  antiDilution,
  issue: newIssue,
  par: parRule,
};

interface Stages {
  readonly price: Figure<"price">;
  readonly floor: PriceMeaning | undefined;
  readonly ceiling: PriceMeaning | undefined;
  readonly antiDilution: AntiDilution | undefined;
  readonly issue: NewIssue | undefined;
  readonly par: ParRule | undefined;
}

export const conversionPrice = formula({
  id: "conversion-price",
  label: "conversion price",
  kind: "price",
  topic: "conversion",
  scope: "both",
  about: {
    definition:
      "CP as the price clause says, else principal ÷ shares of the conversion rate, else reference price × (1 + premium); then the ceiling: CP = min(CP, ceiling); then anti-dilution, where shares are sold below it; then the floor: CP = max(CP, floor); then par, where the note says what follows below it",
    rounding: "none: shown rounded where its digits do not end",
    source: "the note's price clause; prices from the market by day",
  },
  headline: { rank: 1, say: (shown) => `${shown} a share` },
  needs: stages,
  compute: (parts, situation) => {
    const price = beforePar(parts, situation);
    return isWaiting(price) || !parts.par ? price : atPar(price, parts.par);
  },
});

/** The price under its ceiling, before anti-dilution and the floor. */
export function capped(
  { price, ceiling }: Pick<Stages, "price" | "ceiling">,
  situation: Situation,
): Result<"price"> {
  return ceiling ? bound(price, ceiling, "lowest", "ceiling", situation) : price;
}

/** The ceiling binds first and the floor last, so that the floor has the last word. */
function beforePar(parts: Stages, situation: Situation): Result<"price"> {
  const under = capped(parts, situation);
  if (isWaiting(under)) return under;
  const { issue, antiDilution: rule } = parts;
  const price = issue && rule ? afterIssue(under, issue, rule) : under;
  return parts.floor && !isWaiting(price) ? bound(price, parts.floor, "highest", "floor", situation) : price;
}

function atPar(price: Figure<"price">, { par, below }: ParRule): Result<"price"> {
  if (arithmetic.compared(price, par) >= 0) return price;
  if (below === undefined)
    return assuming(price, "the price is below par, and the sheet does not say what follows");
  if (below === "no conversion")
    return waiting("a conversion price that is not below par: the note can't be converted below it");
  return arithmetic.choose("highest", [price, par], "highest of price and par value", ["price", "par value"]);
}

/** The price under its bounds where the note says what follows when it is below par. */
export const priceBeforePar = formula({
  id: "price-before-par",
  label: "price before par",
  kind: "price",
  topic: "conversion",
  scope: "both",
  about: {
    definition: "CP under its ceiling, anti-dilution and floor, before par raises it",
    rounding: "none",
    source: "the note's price clause",
  },
  applies: ({ note }) => {
    const { parValue, belowPar } = note.clauses.conversion.inner;
    return parValue.state === "said" && belowPar.state === "said";
  },
  needs: stages,
  compute: beforePar,
});

/** The price that par has raised, with the principal grossed up to keep the number of shares; undefined otherwise. */
export const priceGrossedUp: Source<Figure<"price"> | undefined> = step(
  "price before par",
  { price: priceBeforePar, par: parRule },
  ({ price, par }) =>
    par?.below === "principal grossed up" && arithmetic.compared(price, par.par) < 0 ? price : undefined,
);

/**
 * What the conversion rate makes of the price, where the note states both and the price is the rate's to the digits
 * that it is written with: the price is then rounded, and the rate is what counts. Undefined otherwise.
 */
export const priceAtRate: Source<Figure<"price"> | undefined> = step(
  "price at the conversion rate",
  { price: conversionPrice, rate: optional(rateClause) },
  ({ price, rate }, situation) => {
    const stated = situation.note.clauses.conversion.inner.price;
    const fixed = stated.state === "said" && stated.meaning.kind === "money" ? stated.meaning : undefined;
    if (!rate || !fixed || !arithmetic.isPositive(rate.shares)) return undefined;
    if (exact.compare(price.amount, fixed.sum.amount) !== 0) return undefined;
    const atRate = arithmetic.perShare(rate.per, rate.shares);
    return exact.compare(exact.round(atRate.amount, writtenOf(fixed.sum)?.places ?? 0), price.amount) === 0
      ? { ...atRate, name: "price at the conversion rate" }
      : undefined;
  },
);

export function bound(
  price: Figure<"price">,
  limit: PriceMeaning,
  side: "lowest" | "highest",
  name: string,
  situation: Situation,
): Result<"price"> {
  const other = priceOf(limit, situation);
  if (isWaiting(other)) return other;
  return arithmetic.choose(side, [price, other], `${side} of price and ${name}`, [
    "price",
    `${name}: ${limit.words}`,
  ]);
}
