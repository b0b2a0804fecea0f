import type { Saying } from "./saying.ts";
import { dates } from "./sayings-dates.ts";
import { prices } from "./sayings-prices.ts";
import { rates } from "./sayings-rates.ts";
import { rows } from "./sayings-rows.ts";
import { limits, sums } from "./sayings-sums.ts";

/** What the words are: those behind a clause's name, or a row of a schedule. */
export type PhraseKind = "value" | "row";

const values: readonly Saying[] = [...prices, ...rates, ...dates, ...sums, ...limits];

/** Every saying, those of rows first where a row is read. */
export function sayingsOf(kind: PhraseKind): readonly Saying[] {
  return kind === "row" ? [...rows, ...values] : values;
}
