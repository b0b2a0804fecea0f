import { once } from "../base/once.ts";
import { fileName } from "../base/paths.ts";
import type { Span } from "../base/span.ts";
import type { PriceRow } from "../catalog/value.ts";
import type { BoundMarket, PriceTable } from "../note/bound.ts";
import { readPriceFile } from "./csv.ts";

const suppliedMarkets = new WeakMap<
  BoundMarket,
  { readonly text: string; readonly path: string; readonly market: BoundMarket }
>();

/** The market with the prices of its file, once for each text of that; every row stands where the file is named. */
export function withPrices(market: BoundMarket, path: string, text: string): BoundMarket {
  const at = market.pricesFrom?.span ?? market.span;
  const known = suppliedMarkets.get(market);
  if (known?.text === text && known.path === path) return known.market;
  const { table, currencies } = readPriceFile(text);
  const supplied = { ...market, table: placed(table, { name: fileName(path), currencies }, at) };
  suppliedMarkets.set(market, { text, path, market: supplied });
  return supplied;
}

function placed(
  { measures, rows }: PriceTable,
  file: NonNullable<PriceTable["file"]>,
  span: Span,
): PriceTable {
  return { measures, file, rows: rows.map((row) => placedRow(row, file.name, span)) };
}

function placedRow(row: PriceRow, file: string, span: Span): PriceRow {
  const prices = once(
    (): PriceRow["prices"] =>
      new Map([...row.prices].map(([measure, { price }]) => [measure, { price, span }])),
  );
  return {
    day: row.day,
    span,
    source: `${file}, ${row.source}`,
    get prices() {
      return prices();
    },
  };
}
