import type { PriceRow } from "../catalog/value.ts";
import type { BoundMarket, PriceTable } from "../note/bound.ts";
import { type Day, isoDate } from "../quantity/date.ts";
import type { Exact } from "../quantity/exact.ts";
import { type Figure, figure } from "../quantity/figure.ts";
import type { MeasureId } from "../syntax/measures.ts";

/** What the share cost: from a table, or one price on every day. */
export interface Quotes {
  /** The price of a measure on a day. `under` says what it is taken for: the low of `trading price` under `lowest`. */
  readonly on: (day: Day, measure: MeasureId, under: Use) => Figure<"price"> | undefined;
  /** The days that have any price, in the order of time; undefined where every day has the same. */
  readonly days: readonly Day[] | undefined;
  /** The one price of every day, where the market stands still. */
  readonly flat: Figure<"price"> | undefined;
  /** What has to be known first, where no price can be worked out at all. */
  readonly missing: string | undefined;
}

export type Use = "lowest" | "highest" | "other";

export const noQuotes: Quotes = { on: () => undefined, days: [], flat: undefined, missing: undefined };

/** What a scenario over a range of prices has: none of them is the price. */
export const playedQuotes: Quotes = {
  ...noQuotes,
  missing: "a single price: the scenario plays a range, which the table shows",
};

/** The columns that can answer for a measure, best first: a trading price is the day's low under `lowest`, else its last. */
export function columnsFor(measure: MeasureId, under: Use): readonly MeasureId[] {
  if (measure !== "trading price") return [measure];
  if (under === "lowest") return ["trading price", "low price"];
  if (under === "highest") return ["trading price", "high price"];
  return ["trading price", "last price", "closing price"];
}

interface Index {
  readonly byDay: ReadonlyMap<Day, PriceRow>;
  readonly days: readonly Day[];
}

const indexes = new WeakMap<PriceTable["rows"], Index>();

/** A table's rows by day, made once: twenty years of days are many, and every situation asks. */
function indexOf({ rows }: PriceTable): Index {
  const known = indexes.get(rows);
  if (known) return known;
  const made = { byDay: new Map(rows.map((row) => [row.day, row])), days: rows.map(({ day }) => day) };
  indexes.set(rows, made);
  return made;
}

const ofMarkets = new WeakMap<BoundMarket, Map<string, Quotes>>();

/** A market's prices; those that name no currency are in the note's. The same object every time. */
export function quotesOf(market: BoundMarket, currency: string): Quotes {
  const byCurrency = ofMarkets.get(market) ?? new Map<string, Quotes>();
  ofMarkets.set(market, byCurrency);
  const quotes = byCurrency.get(currency) ?? quotesFrom(market, currency);
  byCurrency.set(currency, quotes);
  return quotes;
}

function quotesFrom(market: BoundMarket, currency: string): Quotes {
  const { byDay, days } = indexOf(market.table);
  const { file } = market.table;
  return {
    days,
    flat: undefined,
    missing: undefined,
    on: (day, measure, under) => {
      const row = byDay.get(day);
      for (const column of columnsFor(measure, under)) {
        const cell = row?.prices.get(column);
        if (cell) {
          const name = `${column} of ${isoDate(day)}`;
          return {
            ...cell.price,
            currency: cell.price.currency ?? currency,
            name,
            origin: {
              kind: "given",
              by: file ? `${name} (${file.name}, ${row?.source})` : name,
              span: file ? market.pricesFrom?.span : cell.span,
            },
          };
        }
      }
      return undefined;
    },
  };
}

/** The price of a market's last day that has any, whatever the measure. */
export function latestPrice(market: BoundMarket, currency: string): Figure<"price"> | undefined {
  const quotes = quotesOf(market, currency);
  const day = quotes.days?.at(-1);
  if (day === undefined) return undefined;
  return market.table.measures.map((measure) => quotes.on(day, measure, "other")).find((price) => price);
}

/** A market in which every measure is the same price on every day; `by` says whose price that is. */
export function flatQuotes(amount: Exact, currency: string, by = "a market that stands still"): Quotes {
  const flat: Figure<"price"> = {
    ...figure("price", amount, { kind: "given", by, span: undefined }, currency),
    name: "market price",
  };
  return { on: () => flat, days: undefined, flat, missing: undefined };
}
