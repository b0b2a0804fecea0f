import { isCurrency } from "../quantity/currency.ts";
import { type Exact, isZero, parseExact } from "../quantity/exact.ts";
import { type Figure, figure } from "../quantity/figure.ts";

const noPrice = /^(?:[-–—]?|n\/?a\.?|#n\/a|null|none|nan)$/i;
const price =
  /^(?:([A-Z]{3}) ?)?\$? ?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d*)?|\.\d+)(?:e([+-]?\d{1,2}))?(?: ([A-Z]{3}))?$/i;

/** More digits than any price has; exact arithmetic on longer ones would stall the editor. */
const mostCharacters = 100;

/** What is found in a cell beside a price: the currency that it names, or what is wrong with it. */
export interface Cell {
  readonly code?: string | undefined;
  readonly fault?: string;
}

const nothingMore: Cell = {};

/** What most cells are: told without looking closer. */
const plainPrice = /^\d{0,9}[1-9]\d{0,9}(?:\.\d{1,12})?$|^\d{1,9}\.\d{0,9}[1-9]\d{0,9}$/;

export function judgeCell(written: string): Cell {
  if (plainPrice.test(written)) return nothingMore;
  const cell = written.trim();
  if (noPrice.test(cell)) return nothingMore;
  const match = cell.length > mostCharacters ? null : price.exec(cell);
  if (!match) return faulty(cell, /^[-−–(]|^\$-/.test(cell) ? "is no price above zero" : "is no price");
  const code = (match[1] ?? match[4])?.toUpperCase();
  if (code !== undefined && !isCurrency(code)) return faulty(cell, `names no currency that exists (${code})`);
  if (/^[0.,]*$/.test(match[2] ?? "")) return faulty(cell, "is no price above zero");
  return { code };
}

function faulty(cell: string, fault: string): Cell {
  const shown = cell.length > 30 ? `${cell.slice(0, 30)}…` : cell;
  const advice = "Write a number such as 0.0024, or nothing where there was no price.";
  return { fault: `“${shown}” ${fault} and is left out. ${advice}` };
}

/** The price in a cell; undefined where there is none. */
export function priceIn(written: string): Figure<"price"> | undefined {
  if (plainPrice.test(written)) return priced(parseExact(written), undefined);
  const cell = written.trim();
  if (judgeCell(cell).fault) return undefined;
  const [, before, digits = "", exponent = "0", behind] = price.exec(cell) ?? [];
  const amount = shifted(digits.replaceAll(",", ""), Number(exponent));
  return priced(amount, (before ?? behind)?.toUpperCase());
}

const given = { kind: "given", by: "a file", span: undefined } as const;

function priced(amount: Exact | undefined, code: string | undefined): Figure<"price"> | undefined {
  return amount && !isZero(amount) ? figure("price", amount, given, code) : undefined;
}

/** The number with its point moved, as `2.4e-05` is written. */
function shifted(digits: string, places: number): Exact | undefined {
  if (places === 0) return parseExact(digits);
  const [ahead = "", behind = ""] = digits.split(".");
  const all = ahead.padStart(-places + ahead.length, "0") + behind.padEnd(places, "0");
  const point = Math.max(0, -places) + ahead.length + places;
  return parseExact(`${all.slice(0, point)}.${all.slice(point)}`);
}
