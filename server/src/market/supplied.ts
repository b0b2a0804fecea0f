import { fileName } from "../base/paths.ts";
import type { BoundMarket } from "../note/bound.ts";
import { readPriceFile } from "./csv.ts";

const suppliedMarkets = new WeakMap<
  BoundMarket,
  { readonly text: string; readonly path: string; readonly market: BoundMarket }
>();

/** The market with the prices of its file, the same object for the same text of that. */
export function withPrices(market: BoundMarket, path: string, text: string): BoundMarket {
  const known = suppliedMarkets.get(market);
  if (known?.text === text && known.path === path) return known.market;
  const { measures, rows, currencies } = readPriceFile(text);
  const table = { measures, rows, file: { name: fileName(path), currencies } };
  const supplied = { ...market, table };
  suppliedMarkets.set(market, { text, path, market: supplied });
  return supplied;
}
