import { asRead } from "../../base/words.ts";
import { columnsFor, type Use } from "../../market/quotes.ts";
import { tradingDayBefore, windowDays } from "../../market/windows.ts";
import type { BoundTerm } from "../../note/bound.ts";
import { writtenSum } from "../../note/numbers.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { type Day, day, longDate, monthNumber } from "../../quantity/date.ts";
import * as exact from "../../quantity/exact.ts";
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
import type { MeasureId } from "../../syntax/measures.ts";
import type {
  AdjustedPhrase,
  AveragePhrase,
  BestPhrase,
  DayPhrase,
  ExtremePhrase,
  MoneyPhrase,
  PercentPhrase,
  PricePhrase,
  QuotePhrase,
  RollingPhrase,
  RoundedPhrase,
  TermPhrase,
  WindowPhrase,
} from "../../syntax/phrase-tree.ts";
import { evaluate, type Situation, type Source } from "../engine/formula.ts";
import { dayOfEvent } from "../inputs/clauses.ts";
import { assumedBy, readingOf } from "../inputs/readings.ts";

/** What a price phrase comes to in a situation, every alternative and every day of its windows on record. */
export function priceOf(phrase: PricePhrase, situation: Situation, use: Use = "other"): Result<"price"> {
  switch (phrase.kind) {
    case "money":
      return fixedPrice(phrase, situation);
    case "best":
      return best(phrase, situation);
    case "percent of": {
      const of = priceOf(phrase.of, situation, use);
      return isWaiting(of) ? of : arithmetic.portion(percentFigure(phrase.percent, situation), of);
    }
    case "average":
      return average(phrase, situation);
    case "extreme":
      return extreme(phrase, situation);
    case "rolling":
      return rolling(phrase, situation);
    case "quote":
      return quote(phrase, situation, use);
    case "adjusted":
      return adjusted(phrase, situation, use);
    case "rounded": {
      const base = priceOf(phrase.base, situation, use);
      return isWaiting(base) ? base : arithmetic.roundedPrice(base, placesOf(phrase), phrase.way);
    }
    case "term":
      return term(phrase, situation, use);
    case "conversion price":
      return evaluate(situation.conversionPrice, situation);
  }
}

/** How many decimal places a rounded price has: two where it is rounded to cents. */
export function placesOf({ places }: RoundedPhrase): number {
  return places ? Number(places.digits) : 2;
}

/** The words of a part of the sheet on one line, as labels quote them: of a draft's alternatives the first. */
export function wordsOf(span: { readonly start: number; readonly end: number }, { text }: Situation): string {
  return asRead(text.slice(span.start, span.end).replace(/\s+/g, " ").trim());
}

export function fixedPrice(phrase: MoneyPhrase, situation: Situation): Figure<"price"> {
  const origin = { kind: "stated", text: wordsOf(phrase.span, situation), span: phrase.span } as const;
  return figure("price", writtenSum(phrase), origin, situation.note.currency);
}

export function percentFigure(phrase: PercentPhrase, situation: Situation): Figure<"ratio"> {
  const amount = exact.divide(exact.parseExact(phrase.number.digits) ?? exact.zero, exact.whole(100));
  return figure("ratio", amount, {
    kind: "stated",
    text: wordsOf(phrase.span, situation),
    span: phrase.span,
  });
}

function best(phrase: BestPhrase, situation: Situation): Result<"price"> {
  const prices = phrase.alternatives.map((alternative) => priceOf(alternative, situation));
  const missing = prices.filter(isWaiting);
  if (missing.length > 0) return waiting(...missing.flatMap(({ waitingFor }) => waitingFor));
  const labels = phrase.alternatives.map(({ span }) => wordsOf(span, situation));
  return arithmetic.choose(phrase.pick, prices as Figure<"price">[], phrase.word, labels);
}

function average(phrase: AveragePhrase, situation: Situation): Result<"price"> {
  const prices = windowPrices(phrase.measure.id, phrase.window, situation, phrase.picks?.side ?? "other");
  if (isWaiting(prices)) return prices;
  const wanted = phrase.picks ? Number(phrase.picks.count.digits) : prices.length;
  if (prices.length === 0 || wanted < 1) return waiting("a window that holds at least one day");
  const flat = situation.quotes.flat !== undefined;
  const count = Math.min(wanted, prices.length);
  const picked = arithmetic.picks(phrase.picks?.side ?? "lowest", prices, count);
  const what = phrase.picks
    ? `average of the ${wanted} ${phrase.picks.side} of ${prices.length}`
    : `average of ${prices.length}`;
  return flat
    ? (prices[0] as Figure<"price">)
    : arithmetic.average(prices, picked, `${what}: ${phrase.measure.id}`);
}

function extreme(phrase: ExtremePhrase, situation: Situation): Result<"price"> {
  const prices = windowPrices(phrase.measure.id, phrase.window, situation, phrase.side);
  if (isWaiting(prices)) return prices;
  if (prices.length === 0) return waiting("a window that holds at least one day");
  if (situation.quotes.flat) return prices[0] as Figure<"price">;
  const labels = prices.map(({ name }) => name ?? "");
  return arithmetic.choose(
    phrase.side,
    prices,
    `${phrase.side} ${phrase.measure.id} of ${prices.length}`,
    labels,
  );
}

/** The averages of so many days in a row, each of which stays in the record, and the lowest or highest of them. */
function rolling(phrase: RollingPhrase, situation: Situation): Result<"price"> {
  const prices = windowPrices(phrase.measure.id, phrase.window, situation, "other");
  if (isWaiting(prices)) return prices;
  if (prices.length === 0) return waiting("a window that holds at least one day");
  if (situation.quotes.flat) return prices[0] as Figure<"price">;
  const days = Number(phrase.days.digits);
  if (days < 1 || days > prices.length)
    return waiting(`a window of at least ${days} days, and at least one of them`);
  const runs = prices.slice(days - 1).map((_, start) => prices.slice(start, start + days));
  const means = runs.map((run) => {
    const all = run.map((_, index) => index);
    return arithmetic.average(run, all, `average of ${days}: ${phrase.measure.id}`);
  });
  const labels = runs.map((run) => `${run[0]?.name ?? ""} to ${run.at(-1)?.name ?? ""}`);
  return arithmetic.choose(phrase.side, means, `${phrase.side} ${days}-day average`, labels);
}

function quote(phrase: QuotePhrase, situation: Situation, use: Use): Result<"price"> {
  if (situation.quotes.flat) return situation.quotes.flat;
  const at = quoteDay(phrase.day, situation);
  if (isWaiting(at)) return at;
  const found = situation.quotes.on(dayOf(at), phrase.measure.id, use);
  return found
    ? marked(found, phrase.measure.id, situation)
    : lacking([dayOf(at)], phrase.measure.id, use, situation);
}

function adjusted(phrase: AdjustedPhrase, situation: Situation, use: Use): Result<"price"> {
  const { by, sign } = phrase;
  if (by.kind === "points") return pointsOff(phrase, situation, use);
  const base = priceOf(phrase.base, situation, use);
  if (isWaiting(base)) return base;
  if (by.kind === "money") {
    const step = fixedPrice(by, situation);
    return sign === "less" ? arithmetic.minus(base, step) : arithmetic.plus(base, step);
  }
  const part = percentFigure(by, situation);
  return sign === "less" ? arithmetic.reduced(base, part) : arithmetic.increased(base, part);
}

/** `65% of … less 15 points`: the points come off the percentage. */
function pointsOff(phrase: AdjustedPhrase, situation: Situation, use: Use): Result<"price"> {
  const { base, by, sign } = phrase;
  if (base.kind !== "percent of" || by.kind !== "points")
    return waiting("a percentage that points can come off");
  const of = priceOf(base.of, situation, use);
  if (isWaiting(of)) return of;
  const points = percentFigure({ kind: "percent", number: by.number, span: by.span }, situation);
  const from = percentFigure(base.percent, situation);
  return arithmetic.portion(
    sign === "less" ? arithmetic.minus(from, points) : arithmetic.plus(from, points),
    of,
  );
}

function term(phrase: TermPhrase, situation: Situation, use: Use): Result<"price"> {
  const found = situation.terms.get(phrase.name.toLowerCase());
  if (!found) return waiting(`the term “${phrase.name}”, which nothing defines`);
  const { definition } = found;
  if (definition.state !== "said") return waiting(`the definition of “${phrase.name}”`);
  if (definition.meaning.kind !== "price")
    return waiting(`a price for “${phrase.name}”, which is defined as a ${definition.meaning.kind}`);
  const meaning = evaluate(termPrice(found, definition.meaning.price, use), situation);
  return isWaiting(meaning) ? meaning : named(`“${found.name}”`, meaning);
}

const termPrices = new WeakMap<BoundTerm, Map<Use, Source<Figure<"price">>>>();

/** What a term stands for as a source: worked out once a situation, however many terms use it, and never in a circle. */
function termPrice(defined: BoundTerm, price: PricePhrase, use: Use): Source<Figure<"price">> {
  const known = termPrices.get(defined) ?? new Map<Use, Source<Figure<"price">>>();
  const source = known.get(use) ?? {
    label: `the term “${defined.name}”`,
    needs: [],
    clauses: [],
    points: ["window-end", "window-days", "trading-price"],
    read: (situation) => priceOf(price, { ...situation, text: defined.tree.text }, use),
  };
  known.set(use, source);
  termPrices.set(defined, known);
  return source;
}

/** The prices of a window, oldest first; waits for each that is missing, by day and measure. */
function windowPrices(
  measure: MeasureId,
  window: WindowPhrase,
  situation: Situation,
  use: Use,
): readonly Figure<"price">[] | Waiting {
  const { flat } = situation.quotes;
  if (flat) return Number(window.count.digits) > 0 ? [flat] : [];
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
export function daysOfWindow(window: WindowPhrase, anchor: Day, situation: Situation): Day[] {
  const calendarDays = !window.unitSaid && readingOf("window-days", situation).id === "calendar days";
  const including = !window.endSaid && readingOf("window-end", situation).id === "including";
  const shape = {
    count: Number(window.count.digits),
    unit: calendarDays ? ("day" as const) : window.unit,
    ends: including ? ("including" as const) : window.ends,
  };
  return windowDays(shape, anchor);
}

/** Prices of a window whose days or end are assumed carry that assumption. */
function assumedWindow(
  window: WindowPhrase,
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

/** The day that a window or a quote counts from: the conversion date unless the phrase names another. */
export function anchorDay(anchor: WindowPhrase["anchor"], situation: Situation): Result<"date"> {
  if (anchor?.kind === "date") {
    const at = day(
      Number(anchor.year),
      monthNumber(anchor.month) ?? Number(anchor.month),
      Number(anchor.day),
    );
    const text = wordsOf(anchor.span, situation);
    return at === undefined
      ? waiting(`a day that exists (“${text}”)`)
      : dateFigure(at, { kind: "stated", text, span: anchor.span });
  }
  return dayOfEvent(anchor ?? { event: "conversion", name: undefined }, situation);
}

/** The day that a quote is taken on. */
export function quoteDay(phrase: DayPhrase, situation: Situation): Result<"date"> {
  const anchor = anchorDay(phrase.anchor, situation);
  if (isWaiting(anchor) || phrase.at === "day itself") return anchor;
  const before = tradingDayBefore(dayOf(anchor));
  return before === undefined
    ? waiting("a trading day within the calendar")
    : arithmetic.dated(before, "the trading day before", [anchor]);
}
