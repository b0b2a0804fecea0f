import type {
  AdjustedPrice,
  AnchorMeaning,
  AveragePrice,
  BestPrice,
  ExtremePrice,
  MeasureId,
  PriceMeaning,
  QuoteDay,
  QuotePrice,
  RollingPrice,
  SumMeaning,
  TermMeaning,
  WindowMeaning,
} from "../../catalog/value.ts";
import { columnsFor, type Use } from "../../market/quotes.ts";
import { tradingDayBefore, windowDays } from "../../market/windows.ts";
import type { BoundTerm } from "../../note/bound.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { type Day, longDate } from "../../quantity/date.ts";
import {
  assuming,
  dateFigure,
  dayOf,
  type Figure,
  figure,
  isWaiting,
  named,
  type Result,
  type Waiting,
  waiting,
} from "../../quantity/figure.ts";
import { evaluate, type Situation, type Source } from "../engine/formula.ts";
import { dayOfEvent } from "../inputs/clauses.ts";
import { definitions } from "../inputs/defined.ts";
import { assumedBy, readingOf } from "../inputs/readings.ts";

/** What a price comes to in a situation, every alternative and every day of its windows on record. */
export function priceOf(price: PriceMeaning, situation: Situation, use: Use = "other"): Result<"price"> {
  switch (price.kind) {
    case "money":
      return fixedPrice(price, situation);
    case "best":
      return best(price, situation);
    case "percent of": {
      const of = priceOf(price.of, situation, use);
      return isWaiting(of) ? of : arithmetic.portion(price.percent.ratio, of);
    }
    case "average":
      return average(price, situation);
    case "extreme":
      return extreme(price, situation);
    case "rolling":
      return rolling(price, situation);
    case "quote":
      return quote(price, situation, use);
    case "adjusted":
      return adjusted(price, situation, use);
    case "rounded": {
      const base = priceOf(price.base, situation, use);
      return isWaiting(base) ? base : arithmetic.roundedPrice(base, price.places, price.way);
    }
    case "term":
      return term(price, situation, use);
    case "conversion price":
      return evaluate(situation.conversionPrice, situation);
    case "cap price":
      return evaluate(situation.capPrice, situation);
  }
}

/** A sum that stands for a price a share; waits where it is in another currency than the note. */
export function fixedPrice({ sum, words }: SumMeaning, { note }: Situation): Result<"price"> {
  const { amount, currency = note.currency, origin } = sum;
  return currency === note.currency
    ? figure("price", amount, origin, currency)
    : waiting(`a price in ${note.currency}: “${words}” is in ${currency}`);
}

function best(price: BestPrice, situation: Situation): Result<"price"> {
  const prices = price.alternatives.map((alternative) => priceOf(alternative, situation));
  const missing = prices.filter(isWaiting);
  if (missing.length > 0) return waiting(...missing.flatMap(({ waitingFor }) => waitingFor));
  const labels = price.alternatives.map(({ words }) => words);
  return arithmetic.choose(price.pick, prices as Figure<"price">[], price.word, labels);
}

function average(price: AveragePrice, situation: Situation): Result<"price"> {
  const prices = windowPrices(price.measure.id, price.window, situation, price.picks?.side ?? "other");
  if (isWaiting(prices)) return prices;
  const pickCount = price.picks ? price.picks.count.count : prices.length;
  if (prices.length === 0 || pickCount < 1) return waiting("a window that holds at least one day");
  const flat = situation.quotes.flat !== undefined;
  const count = Math.min(pickCount, prices.length);
  const picked = arithmetic.picks(price.picks?.side ?? "lowest", prices, count);
  const what = price.picks
    ? `average of the ${pickCount} ${price.picks.side} of ${prices.length}`
    : `average of ${prices.length}`;
  return flat
    ? (prices[0] as Figure<"price">)
    : arithmetic.average(prices, picked, `${what}: ${price.measure.id}`);
}

function extreme(price: ExtremePrice, situation: Situation): Result<"price"> {
  const prices = windowPrices(price.measure.id, price.window, situation, price.side);
  if (isWaiting(prices)) return prices;
  if (prices.length === 0) return waiting("a window that holds at least one day");
  if (situation.quotes.flat) return prices[0] as Figure<"price">;
  const labels = prices.map(({ name }) => name ?? "");
  return arithmetic.choose(
    price.side,
    prices,
    `${price.side} ${price.measure.id} of ${prices.length}`,
    labels,
  );
}

/** The averages of so many days in a row, each of which stays in the record, and the lowest or highest of them. */
function rolling(price: RollingPrice, situation: Situation): Result<"price"> {
  const prices = windowPrices(price.measure.id, price.window, situation, "other");
  if (isWaiting(prices)) return prices;
  if (prices.length === 0) return waiting("a window that holds at least one day");
  if (situation.quotes.flat) return prices[0] as Figure<"price">;
  const days = price.days.count;
  if (days < 1 || days > prices.length)
    return waiting(`a window of at least ${days} days, and at least one of them`);
  const runs = prices.slice(days - 1).map((_, start) => prices.slice(start, start + days));
  const means = runs.map((run) => {
    const all = run.map((_, index) => index);
    return arithmetic.average(run, all, `average of ${days}: ${price.measure.id}`);
  });
  const labels = runs.map((run) => `${run[0]?.name ?? ""} to ${run.at(-1)?.name ?? ""}`);
  return arithmetic.choose(price.side, means, `${price.side} ${days}-day average`, labels);
}

function quote(price: QuotePrice, situation: Situation, use: Use): Result<"price"> {
  if (situation.quotes.flat) return situation.quotes.flat;
  const at = quoteDay(price.day, situation);
  if (isWaiting(at)) return at;
  const found = situation.quotes.on(dayOf(at), price.measure.id, use);
  return found
    ? marked(found, price.measure.id, situation)
    : lacking([dayOf(at)], price.measure.id, use, situation);
}

function adjusted(price: AdjustedPrice, situation: Situation, use: Use): Result<"price"> {
  const { by, sign } = price;
  if (by.kind === "points") return pointsOff(price, situation, use);
  const base = priceOf(price.base, situation, use);
  if (isWaiting(base)) return base;
  if (by.kind === "money") {
    const step = fixedPrice(by, situation);
    if (isWaiting(step)) return step;
    return sign === "less" ? arithmetic.minus(base, step) : arithmetic.plus(base, step);
  }
  return sign === "less" ? arithmetic.reduced(base, by.ratio) : arithmetic.increased(base, by.ratio);
}

/** `65% of … less 15 points`: the points come off the percentage. */
function pointsOff(price: AdjustedPrice, situation: Situation, use: Use): Result<"price"> {
  const { base, by, sign } = price;
  if (base.kind !== "percent of" || by.kind !== "points")
    return waiting("a percentage that points can come off");
  const of = priceOf(base.of, situation, use);
  if (isWaiting(of)) return of;
  const from = base.percent.ratio;
  return arithmetic.portion(
    sign === "less" ? arithmetic.minus(from, by.ratio) : arithmetic.plus(from, by.ratio),
    of,
  );
}

function term(price: TermMeaning, situation: Situation, use: Use): Result<"price"> {
  const found = situation.terms.get(price.name.toLowerCase());
  if (!found) return waiting(`the term “${price.name}”, which nothing defines`);
  const { definition } = found;
  if (definition.state !== "said") return waiting(`the definition of “${price.name}”`);
  if (definition.meaning.kind !== "price")
    return waiting(`a price for “${price.name}”, which is defined as a ${definition.meaning.kind}`);
  const meaning = evaluate(termPrice(found, definition.meaning.price, use), situation);
  return isWaiting(meaning) ? meaning : named(`“${found.name}”`, meaning);
}

const termPrices = definitions<Figure<"price">>(["window-end", "window-days", "trading-price"]);

/** What a term stands for as a source: worked out once a situation, however many terms use it, and never in a circle. */
function termPrice(defined: BoundTerm, price: PriceMeaning, use: Use): Source<Figure<"price">> {
  return termPrices(defined, use, `the term “${defined.name}”`, (situation) =>
    priceOf(price, situation, use),
  );
}

/** The prices of a window, oldest first; waits for each that is missing, by day and measure. */
function windowPrices(
  measure: MeasureId,
  window: WindowMeaning,
  situation: Situation,
  use: Use,
): readonly Figure<"price">[] | Waiting {
  const { flat } = situation.quotes;
  if (flat) return window.count.count > 0 ? [flat] : [];
  const anchor = anchorDay(window.anchor, situation);
  if (isWaiting(anchor)) return anchor;
  const days = daysOfWindow(window, dayOf(anchor), situation);
  const found = days.map((at) => situation.quotes.on(at, measure, use));
  const missing = days.filter((_, index) => !found[index]);
  if (missing.length > 0) return lacking(missing, measure, use, situation);
  const prices = found
    .filter((price) => price !== undefined)
    .map((price) => marked(price, measure, situation));
  return assumedWindow(window, situation, prices);
}

/** The days of a window under the situation's readings of what the words leave open. */
export function daysOfWindow(window: WindowMeaning, anchor: Day, situation: Situation): Day[] {
  const calendarDays = !window.unitSaid && readingOf("window-days", situation).id === "calendar days";
  const including = !window.endSaid && readingOf("window-end", situation).id === "including";
  const shape = {
    count: window.count.count,
    unit: calendarDays ? ("day" as const) : window.unit,
    ends: including ? ("including" as const) : window.ends,
  };
  return windowDays(shape, anchor);
}

/** Prices of a window whose days or end are assumed carry that assumption. */
function assumedWindow(
  window: WindowMeaning,
  situation: Situation,
  prices: readonly Figure<"price">[],
): readonly Figure<"price">[] {
  const point = !window.endSaid ? "window-end" : !window.unitSaid ? "window-days" : undefined;
  return point ? prices.map((price) => assuming(price, assumedBy(point, situation).because)) : prices;
}

/** A price taken for `trading price` rests on what that is assumed to mean. */
function marked(price: Figure<"price">, measure: MeasureId, situation: Situation): Figure<"price"> {
  if (measure !== "trading price" || price.name?.startsWith("trading price")) return price;
  return assuming(price, assumedBy("trading-price", situation).because);
}

function lacking(days: readonly Day[], measure: MeasureId, use: Use, situation: Situation): Waiting {
  if (situation.quotes.missing !== undefined) return waiting(situation.quotes.missing);
  if (situation.quotes.days?.length === 0) return waiting(`market prices: ${columnsFor(measure, use)[0]}`);
  return waiting(...days.map((at) => `the ${measure} of ${longDate(at)}`));
}

/** The day that a window or a quote counts from: the conversion date unless the price names another. */
export function anchorDay(anchor: AnchorMeaning, situation: Situation): Result<"date"> {
  if (anchor?.kind === "day")
    return dateFigure(anchor.day, { kind: "stated", text: anchor.text, span: anchor.span });
  return dayOfEvent(anchor ?? { event: "conversion", name: undefined }, situation);
}

/** The day that a quote is taken on. */
export function quoteDay(price: QuoteDay, situation: Situation): Result<"date"> {
  const anchor = anchorDay(price.anchor, situation);
  if (isWaiting(anchor) || price.at === "day itself") return anchor;
  const before = tradingDayBefore(dayOf(anchor));
  return before === undefined
    ? waiting("a trading day within the calendar")
    : arithmetic.dated(before, "the trading day before", [anchor]);
}
