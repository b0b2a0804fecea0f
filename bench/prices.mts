// How long a file of prices takes to read: twenty years of days, each time another text, so that none is known.
import { readPriceFile } from "../server/src/market/csv.ts";
import { longPriceFile } from "../test/support/price-file.ts";

/** Milliseconds for the first text that a process reads, and for the one in the middle of those after it. */
export function priceFileTimes(rounds: number): { readonly first: number; readonly median: number } {
  const text = longPriceFile();
  const times = Array.from({ length: rounds + 1 }, (_, round) => {
    const another = `${text}${"\n".repeat(round)}`;
    const begun = performance.now();
    const { rows } = readPriceFile(another);
    const time = performance.now() - begun;
    if (rows.length !== 5_040) throw new Error("Rows of the price file were lost.");
    return time;
  });
  const [first = Number.NaN, ...others] = times;
  const sorted = others.toSorted((a, b) => a - b);
  return { first, median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN };
}
