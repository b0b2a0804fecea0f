import { listing } from "../base/words.ts";
import type { MeasureId, PriceMeaning } from "../catalog/value.ts";
import { evaluate, type Situation } from "../finance/engine/formula.ts";
import { pathOf } from "../finance/engine/price-path.ts";
import { caseIn, conversionDate } from "../finance/inputs/clauses.ts";
import { anchorDay, daysOfWindow, quoteDay } from "../finance/prices/price.ts";
import { columnsFor, type Use } from "../market/quotes.ts";
import { tradingDayBefore } from "../market/windows.ts";
import { pricesBehind } from "../note/price-parts.ts";
import { type Day, longDate } from "../quantity/date.ts";
import { dayOf, isWaiting } from "../quantity/figure.ts";
import { pricesUsed } from "./prices.ts";
import type { Subject } from "./rule.ts";

/** The prices that one window or one quote asks the market for. */
export interface NeededPrices {
  readonly measure: MeasureId;
  readonly use: Use;
  readonly days: readonly Day[];
}

/** A situation with a known conversion date and a table of prices. */
export interface DatedSituation {
  readonly situation: Situation;
  readonly day: Day;
  /** The last day of the table. */
  readonly lastPrice: Day;
  readonly needed: readonly NeededPrices[];
}

/**
 * The note by itself, if it has a day to be valued on, and each scenario that converts something and is played with the
 * market's prices; none without a table of prices.
 */
export function datedSituations(subject: Subject): DatedSituation[] {
  return [subject.alone, ...subject.played].flatMap((situation) => {
    const date = evaluate(conversionDate, situation);
    const lastPrice = situation.market?.table.rows.at(-1)?.day;
    const ofMarket = pathOf(situation.scenario).kind === "of market";
    if (isWaiting(date) || lastPrice === undefined || !ofMarket) return [];
    if (situation.scenario?.clauses.convert.state === "none") return [];
    return [{ situation, day: dayOf(date), lastPrice, needed: neededPrices(subject, situation) }];
  });
}

/** The days for which the market's table does not have the price. */
export function missingDays({ measure, use, days }: NeededPrices, { quotes }: Situation): Day[] {
  return days.filter((day) => !quotes.on(day, measure, use));
}

/** Whether the table ends before all that this day would need of it. */
export function liesBeyondPrices({ day, lastPrice, needed }: DatedSituation): boolean {
  const before = tradingDayBefore(day);
  return (
    before !== undefined &&
    before > lastPrice &&
    needed.every(({ days }) => days.every((at) => at > lastPrice))
  );
}

/** Whether the table has a column that can answer for the measure. */
export function hasColumn({ measure, use }: NeededPrices, { market }: Situation): boolean {
  return columnsFor(measure, use).some((column) => market?.table.measures.includes(column));
}

/** `December 3, 2018 and December 4, 2018`; of many days how many there are and the first and last. */
export function dayList(days: readonly Day[]): string {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return "";
  return days.length <= 3
    ? listing(days.map(longDate))
    : `${days.length} days from ${longDate(first)} to ${longDate(last)}`;
}

/** The parts of the conversion's prices that hold in a situation: of a price in several cases, that of its case. */
function pricesInForce(subject: Subject, situation: Situation): readonly PriceMeaning[] {
  const { price, floor, ceiling } = situation.note.clauses.conversion.inner;
  const stated = [price, floor, ceiling];
  if (stated.every((bound) => bound.state !== "said" || bound.cases.length === 0)) return pricesUsed(subject);
  const held = stated.flatMap((bound) => {
    const one = caseIn(bound, situation);
    return isWaiting(one) || one.state !== "said" ? [] : [one.meaning];
  });
  return pricesBehind(held, situation.terms);
}

/** What the windows and quotes of the conversion price ask the market for; those whose days are not known yet are left out. */
export function neededPrices(subject: Subject, situation: Situation): NeededPrices[] {
  return pricesInForce(subject, situation).flatMap((price) => {
    if (price.kind === "quote") {
      const day = quoteDay(price.day, situation);
      return isWaiting(day) ? [] : [{ measure: price.measure.id, use: "other" as const, days: [dayOf(day)] }];
    }
    if (!("window" in price)) return [];
    const anchor = anchorDay(price.window.anchor, situation);
    if (isWaiting(anchor)) return [];
    const days = daysOfWindow(price.window, dayOf(anchor), situation);
    return [{ measure: price.measure.id, use: useOf(price), days }];
  });
}

/** As the price itself asks for them: the lowest trades for the lowest, the day's own where days are averaged. */
function useOf(price: Extract<PriceMeaning, { readonly window: unknown }>): Use {
  if (price.kind === "extreme") return price.side;
  return price.kind === "average" ? (price.picks?.side ?? "other") : "other";
}
