import { listing } from "../base/words.ts";
import { evaluate, varied } from "../finance/engine/formula.ts";
import { conversionValue } from "../finance/money/returns.ts";
import type { PriceRow, PriceTable } from "../finance/price-table.ts";
import { conversionPrice } from "../finance/prices/conversion-price.ts";
import { crossingPrices } from "../finance/shares/crossover.ts";
import { ownershipAfter } from "../finance/shares/holdings.ts";
import { flatQuotes } from "../market/quotes.ts";
import { currencySign } from "../quantity/currency.ts";
import * as exact from "../quantity/exact.ts";
import { type Figure, isWaiting } from "../quantity/figure.ts";
import { show, showMoney } from "../quantity/format.ts";
import { type Ground, type Panel, panelsSvg, roundTicks, type Tick } from "./chart.ts";

/** A point of the curves: coordinates to draw by, never to count with. */
interface Point {
  readonly market: number;
  readonly price: number;
  /** The part owned; of a note whose issuer's shares are not known, what the shares are worth. */
  readonly second: number | undefined;
}

/**
 * The table as a picture: what a conversion costs and what part it takes, over the market price, with the prices
 * marked at which another alternative begins to decide. Undefined where there is nothing to draw.
 */
function priceCurve(table: PriceTable, ground: Ground, height?: number): string | undefined {
  const rows = [...table.rows].reverse();
  const [lowest] = rows;
  if (!lowest || rows.length < 2) return undefined;
  const crossings = crossingsIn(rows);
  const owned = rows.every(({ ownership }) => ownership);
  const points = [
    ...rows.map((row) => pointOf(row, owned)),
    ...crossings.flatMap((at) => pointAt(at, lowest, owned) ?? []),
  ].sort((a, b) => a.market - b.market);
  const marks = crossings.map((at): Tick => ({ at: size(at), label: brief(at, lowest.market) }));
  const across = {
    title: "market price a share",
    ticks: ticksOf(rows.map(({ market }) => market)),
    log: true,
  };
  const first: Panel = {
    title: "conversion price a share",
    ticks: ticksOf(rows.map(({ price }) => price)),
    log: true,
    points: points.map(({ market, price }) => ({ x: market, y: price })),
  };
  const values = rows.map(({ value }) => value);
  const second: Panel = {
    ...(owned
      ? { title: "ownership after conversion", ticks: partTicks(rows) }
      : {
          title: "value of the shares",
          ticks: [{ at: 0, label: moneyBrief(exact.zero, values) }, highest(values)],
        }),
    log: false,
    points: points.flatMap(({ market, second: y }) => (y === undefined ? [] : [{ x: market, y }])),
  };
  return panelsSvg([first, second], across, marks, ground, height);
}

const alternativeText = "The conversion over the market price";
const heightAtAGlance = 102;

/** The picture alone, for Markdown, as high as a glance has room for. */
export function curvePicture(table: PriceTable, ground: Ground): string | undefined {
  const svg = priceCurve(table, ground, heightAtAGlance);
  return svg === undefined ? undefined : `![${alternativeText}](data:image/svg+xml;base64,${btoa(svg)})`;
}

/** The picture for Markdown, with what its marks say in words. */
export function curveMarkdown(table: PriceTable, ground: Ground): string | undefined {
  const svg = priceCurve(table, ground);
  if (svg === undefined) return undefined;
  const rows = [...table.rows].reverse();
  const marks = crossingsIn(rows).flatMap((amount) =>
    rows.slice(0, 1).map(({ market }) => show({ ...market, amount })),
  );
  const prices = marks.length === 1 ? "market price" : "market prices";
  const words =
    marks.length === 0
      ? ""
      : `\n\nDashed: the ${prices} at which another alternative decides, ${listing(marks)}.`;
  return `![${alternativeText}](data:image/svg+xml;base64,${btoa(svg)})${words}`;
}

/** The market prices between two rows at which a fixed and a moving alternative are equal, where the one or the other decides. */
function crossingsIn(rows: readonly PriceRow[]): exact.Exact[] {
  const [first] = rows;
  return (first ? crossingPrices(first.situation) : []).filter((at) =>
    rows.some((row, index) => {
      const next = rows[index + 1];
      if (exact.compare(at, row.market.amount) === 0) return row.binding?.includes("; ") === true;
      const between =
        next && exact.compare(row.market.amount, at) < 0 && exact.compare(at, next.market.amount) < 0;
      return between === true && row.binding !== next.binding;
    }),
  );
}

function pointOf({ market, price, ownership, value }: PriceRow, owned: boolean): Point {
  const second = owned ? ownership : value;
  return { market: size(market.amount), price: size(price.amount), second: second && size(second.amount) };
}

function pointAt(at: exact.Exact, { situation }: PriceRow, owned: boolean): Point | undefined {
  const still = varied(situation, { quotes: flatQuotes(at, situation.note.currency) });
  const price = evaluate(conversionPrice, still);
  const second = owned ? evaluate(ownershipAfter, still) : evaluate(conversionValue, still);
  if (isWaiting(price) || isWaiting(second)) return undefined;
  return { market: size(at), price: size(price.amount), second: size(second.amount) };
}

/** As many labels as stand on an axis without touching. */
const mostTicks = 4;

/** Some of the values, the first and the last among them. */
function ticksOf(values: readonly Figure<"price">[]): Tick[] {
  const ordered = [...new Map(values.map((value) => [size(value.amount), value]))].sort(([a], [b]) => a - b);
  const step = Math.max(1, Math.ceil((ordered.length - 1) / (mostTicks - 1)));
  const last = ordered.length - 1;
  return ordered
    .filter((_, index) => index === last || (index % step === 0 && last - index >= step / 2))
    .map(([at, value]) => ({ at, label: brief(value.amount, value) }));
}

function partTicks(rows: readonly PriceRow[]): Tick[] {
  const parts = rows.flatMap(({ ownership }) => (ownership ? [size(ownership.amount)] : []));
  return roundTicks(Math.max(...parts), (at) => `${Number((at * 100).toPrecision(6))} %`);
}

function highest(values: readonly Figure<"money">[]): Tick {
  const most = values.reduce((best, value) => (exact.compare(value.amount, best.amount) > 0 ? value : best));
  return { at: size(most.amount), label: moneyBrief(most.amount, values) };
}

function moneyBrief(amount: exact.Exact, [one]: readonly Figure<"money">[]): string {
  return showMoney(amount, one?.currency ?? "USD").replace(/\.\d+$/, "");
}

/** A price in as few digits as a label has room for. */
function brief(amount: exact.Exact, { currency }: Figure<"price">): string {
  const digits = exact.toSignificant(amount, 3);
  return `${currencySign(currency ?? "USD")}${digits.replace(/^\d+$/, "$&.00").replace(/\.\d$/, "$&0")}`;
}

function size(amount: exact.Exact): number {
  return Number(exact.toPlain(amount, 12));
}
