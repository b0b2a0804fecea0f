import { flatQuotes, latestPrice, noQuotes, quotesOf } from "../market/quotes.ts";
import { pricesIn } from "../note/price-parts.ts";
import { isPositive, minus, oneWhole, ratio } from "../quantity/arithmetic.ts";
import type { Exact } from "../quantity/exact.ts";
import * as exact from "../quantity/exact.ts";
import { dayOf, type Figure, isWaiting } from "../quantity/figure.ts";
import { conversionAmount } from "./conversion/amount.ts";
import { conversionShares } from "./conversion/conversion.ts";
import {
  atPrices,
  evaluate,
  inEachSituation,
  type Situation,
  type Source,
  varied,
} from "./engine/formula.ts";
import { pathOf } from "./engine/price-path.ts";
import { matures } from "./inputs/dates.ts";
import { conversionValue, outlayConverted } from "./money/returns.ts";
import { conversionPrice, priceClause } from "./prices/conversion-price.ts";
import { marketPrice } from "./prices/market-price.ts";
import { fixedPrice } from "./prices/price.ts";
import { ownershipAfter } from "./shares/holdings.ts";

/** What a conversion comes to when every price of the market is the same. */
export interface PriceRow {
  /** The note's situation in that market, in which any other figure can be worked out. */
  readonly situation: Situation;
  readonly market: Figure<"price">;
  readonly price: Figure<"price">;
  /** The alternative that wins, in the author's words; undefined where there is no choice. */
  readonly binding: string | undefined;
  readonly shares: Figure<"shares">;
  readonly ownership: Figure<"ratio"> | undefined;
  readonly value: Figure<"money">;
  /** The shares' value over what the holder paid or gave up for what is converted, less one. */
  readonly gain: Figure<"ratio"> | undefined;
}

export interface PriceTable {
  readonly amount: Figure<"money">;
  /** What the holder paid or gave up for what is converted, against which the gain is measured. */
  readonly cost: Figure<"money"> | undefined;
  /** Whether it is a range that a scenario plays. */
  readonly played: boolean;
  /** Highest market price first. */
  readonly rows: readonly PriceRow[];
}

/**
 * The conversion over a range of market prices: the scenario's, where it plays one; else in steps of 1, 2 and 5 around
 * the market's own price, with the fixed alternatives among them. Where the market tells none they stand around the
 * lowest fixed alternative, or around one unit of the currency. A note by itself is taken on its due date where
 * nothing names a day. Undefined while the price or the amount can't be read.
 */
export const priceTable = inEachSituation((situation): PriceTable | undefined => {
  const phrase = evaluate(priceClause, situation);
  const here = onItsDay(situation);
  const amount = evaluate(conversionAmount, here);
  if (isWaiting(phrase) || isWaiting(amount)) return undefined;
  const fixed = pricesIn(phrase)
    .flatMap((part) => (part.kind === "money" ? [fixedPrice(part, situation)] : []))
    .flatMap((price) => (!isWaiting(price) && isPositive(price) ? [price.amount] : []));
  const path = pathOf(situation.scenario);
  const prices =
    path.kind === "range"
      ? pricesBetween(path.from.amount, path.to.amount, [...fixed, ...marketsOwn(situation)])
      : pricesAround(marketsOwn(here)[0] ?? lastKnown(here) ?? lowest(fixed) ?? exact.one, fixed);
  return {
    amount,
    cost: found(outlayConverted, here),
    played: path.kind === "range",
    rows: prices.flatMap((price) => rowAt(price, here)),
  };
});

/** So many parts a step of the table is divided into. */
const partsOfStep = 4;

/** The rows of the table with those between them, for a curve: highest market price first. */
export const finePriceRows = inEachSituation((situation): readonly PriceRow[] => {
  const rows = priceTable(situation)?.rows ?? [];
  return rows.flatMap((row, index) => {
    const next = rows[index + 1];
    if (!next) return [row];
    const step = exact.divide(
      exact.subtract(row.market.amount, next.market.amount),
      exact.whole(BigInt(partsOfStep)),
    );
    const between = Array.from({ length: partsOfStep - 1 }, (_, part) =>
      exact.subtract(row.market.amount, exact.multiply(step, exact.whole(BigInt(part + 1)))),
    );
    return [row, ...between.flatMap((price) => rowAt(price, onItsDay(situation)))];
  });
});

/** Whether the scenario is one over a range of prices. */
export function playsRange({ scenario }: Situation): boolean {
  return pathOf(scenario).kind === "range";
}

function onItsDay(situation: Situation): Situation {
  if (situation.scenario || situation.valuedOn !== undefined) return situation;
  const due = evaluate(matures, situation);
  return isWaiting(due) ? situation : varied(situation, { valuedOn: dayOf(due) });
}

function rowAt(market: Exact, situation: Situation): PriceRow[] {
  const quotes = flatQuotes(market, situation.note.currency);
  const still = atPrices(situation, quotes);
  const price = found(conversionPrice, still);
  const shares = found(conversionShares, still);
  const value = shares && quotes.flat && found(conversionValue, still);
  if (!price || !shares || !value || !quotes.flat) return [];
  const paid = found(outlayConverted, still);
  return [
    {
      situation: still,
      market: quotes.flat,
      price,
      binding: bindingOf(price),
      shares,
      ownership: found(ownershipAfter, still),
      value,
      gain: paid && isPositive(paid) ? minus(ratio(value, paid), oneWhole) : undefined,
    },
  ];
}

function found<T>(source: Source<T>, situation: Situation): T | undefined {
  const value = evaluate(source, situation);
  return isWaiting(value) ? undefined : value;
}

/** What decides the price; where a floor or ceiling leaves the price clause as it is, what decides that. */
function bindingOf(price: Figure): string | undefined {
  if (price.origin.kind !== "computed" || price.origin.operation.form !== "choice") return undefined;
  const { inputs, operation } = price.origin;
  const names = operation.winners.map((index) => {
    const label = operation.labels[index] ?? "";
    const inner = inputs[index];
    return (label === "price" && inner && bindingOf(inner)) || label;
  });
  return names.join("; ");
}

function lowest(prices: readonly Exact[]): Exact | undefined {
  const [first, ...others] = prices;
  return first && others.reduce((least, price) => (exact.compare(price, least) < 0 ? price : least), first);
}

/** The market's price on the scenario's day, which a reader looks for first. */
function marketsOwn(situation: Situation): Exact[] {
  const { market, note } = situation;
  const quotes = market ? quotesOf(market, note.currency) : noQuotes;
  const price = found(marketPrice, atPrices(situation, quotes));
  return price && isPositive(price) ? [price.amount] : [];
}

/** The latest price of any measure that the market has, whatever the day. */
function lastKnown({ market, note }: Situation): Exact | undefined {
  return market && latestPrice(market, note.currency)?.amount;
}

/** Four steps of 1, 2 and 5 down from the centre and three up, and the prices of interest; highest first. */
function pricesAround(middle: Exact, ofInterest: readonly Exact[]): Exact[] {
  const decade = exact.magnitude(middle);
  const all = steps(decade - 3, decade + 3);
  const above = all.findIndex((step) => exact.compare(step, middle) > 0);
  return ordered([...all.slice(above - 4, above + 3), middle, ...ofInterest]);
}

/** Fewest steps of 1, 2 and 5 that make a table; a narrower range is divided evenly, into so many parts at least. */
const fewest = 4;
const fewestEven = 5;

/** More decades than any price of a share spans; a wider range is played from its upper end. */
const mostDecades = 12;

/** The ends of a range, the prices of interest in it, and steps of 1, 2 and 5 or even ones between them; highest first. */
function pricesBetween(one: Exact, other: Exact, ofInterest: readonly Exact[]): Exact[] {
  const [low, high] = exact.compare(one, other) <= 0 ? [one, other] : [other, one];
  if (exact.compare(high, exact.zero) <= 0) return [];
  const top = exact.magnitude(high);
  const bottom = exact.compare(low, exact.zero) > 0 ? exact.magnitude(low) : top - mostDecades;
  const inside = (price: Exact): boolean =>
    exact.compare(price, exact.zero) > 0 && exact.compare(low, price) <= 0 && exact.compare(price, high) <= 0;
  const rounded = steps(Math.max(bottom, top - mostDecades), top).filter(inside);
  const between = rounded.length >= fewest ? rounded : evenly(low, high);
  return ordered([low, high, ...between, ...ofInterest].filter(inside));
}

/** The multiples, within the range, of the largest 1, 2 or 5 of a decade that divides it into enough parts. */
function evenly(low: Exact, high: Exact): Exact[] {
  const span = exact.subtract(high, low);
  if (exact.isZero(span)) return [];
  const decade = exact.magnitude(span);
  const parts = exact.divide(span, exact.whole(fewestEven));
  const step = steps(decade - 1, decade).findLast((one) => exact.compare(one, parts) <= 0) ?? span;
  const first = exact.floor(exact.divide(low, step));
  const count = Number(exact.floor(exact.divide(span, step))) + 1;
  return Array.from({ length: count }, (_, index) =>
    exact.multiply(step, exact.whole(first + BigInt(index + 1))),
  );
}

/** 1, 2 and 5 of every decade from one to the other, lowest first. */
function steps(first: number, last: number): Exact[] {
  const all: Exact[] = [];
  for (let power = first; power <= last; power++) {
    for (const digit of [1n, 2n, 5n]) {
      all.push(
        power >= 0 ? exact.whole(digit * 10n ** BigInt(power)) : exact.fraction(digit, 10n ** BigInt(-power)),
      );
    }
  }
  return all;
}

/** Highest first, each once. */
function ordered(prices: readonly Exact[]): Exact[] {
  return [...prices]
    .sort((a, b) => exact.compare(b, a))
    .filter((price, index, all) => index === 0 || exact.compare(price, all[index - 1] as Exact) !== 0);
}
