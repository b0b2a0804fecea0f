import { fileName } from "../base/paths.ts";
import type { BoundMarket } from "../note/bound.ts";
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
  const { measures, rows, currencies } = readPriceFile(text);
  const name = fileName(path);
  const table = { measures, rows: rows.map((row) => row.at(name, at)), file: { name, currencies } };
  const supplied = { ...market, table };
  suppliedMarkets.set(market, { text, path, market: supplied });
  return supplied;
}
