import type { IToken } from "chevrotain";
import { Dollar, spanOf, Word } from "./tokens.ts";
import { wordOf } from "./vocabulary.ts";

/** What stands right before a dollar sign to say whose dollar it is, in lower case and without points, with its ISO 4217 code. */
const countries: ReadonlyMap<string, string> = new Map([
  ["us", "USD"],
  ["a", "AUD"],
  ["au", "AUD"],
  ["aus", "AUD"],
  ["c", "CAD"],
  ["ca", "CAD"],
  ["can", "CAD"],
  ["cdn", "CAD"],
  ["hk", "HKD"],
  ["nz", "NZD"],
  ["s", "SGD"],
  ["sg", "SGD"],
  ["nt", "TWD"],
  ["mx", "MXN"],
  ["mex", "MXN"],
  ["r", "BRL"],
  ["j", "JMD"],
  ["tt", "TTD"],
  ["bz", "BZD"],
  ["bds", "BBD"],
  ["ec", "XCD"],
  ["fj", "FJD"],
  ["g", "GYD"],
  ["n", "NAD"],
  ["ci", "KYD"],
]);

/**
 * The currency of `A$`, `HK$` or `US$`: letters that touch a dollar sign. `US $` may have a space; any other letters
 * with a space behind them are a word of their own, as in `a $5,000 fee`. Undefined where no such sign stands.
 */
export function dollarAt(tokens: readonly IToken[], at: number): string | undefined {
  const [word, sign] = [tokens[at], tokens[at + 1]];
  if (word?.tokenType !== Word || sign?.tokenType !== Dollar) return undefined;
  const code = countries.get(wordOf(word).replaceAll(".", ""));
  return code === "USD" || spanOf(word).end === sign.startOffset ? code : undefined;
}
