import { expect, test } from "vitest";
import { priceInSymbols } from "../../server/src/render/symbols.ts";
import { convertible, read } from "../support/sheets.ts";

function symbols(words: string): string {
  const [note] = read(convertible(words)).notes;
  const bound = note?.note.clauses.conversion.inner.price;
  if (bound?.state !== "said") throw new Error(`no price: ${words}`);
  return priceInSymbols(bound.meaning).replace(/\s+/g, " ");
}

test.each([
  ["$0.003", ["$0.003"]],
  ['"Market Price"', ['"Market Price"']],
  [
    "65% of average of 3 lowest closing bids over prior 10 trading days",
    ["65% ×", "average of the 3 lowest closing bid", "10 trading days before the conversion date"],
  ],
  [
    "average of VWAP over 5 trading days including conversion date",
    ["average of VWAP", "5 trading days to and including the conversion date"],
  ],
  [
    "lowest trading price over prior 15 trading days",
    ["lowest trading price", "15 trading days before the conversion date"],
  ],
  ["closing bid on prior trading day", ["closing bid of the trading day before the conversion date"]],
  ["VWAP on December 4, 2018", ["VWAP on December 4, 2018"]],
  ["$2 less 15%", ["$2", "−", "15%"]],
  ["$2 plus $0.01", ["$2", "+", "$0.01"]],
  ["lowest of { $1; $2 }", ["lowest of", "$1", "$2"]],
])("%s", (words, parts) => {
  const shown = symbols(words);
  let at = 0;
  for (const part of parts) {
    const found = shown.indexOf(part, at);
    expect(found, `“${part}” in “${shown}”`).toBeGreaterThanOrEqual(0);
    at = found;
  }
});
