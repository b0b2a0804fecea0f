import { isCurrency } from "../quantity/currency.ts";
import { type Exact, isZero, parseExact } from "../quantity/exact.ts";
import { type Figure, figure } from "../quantity/figure.ts";
import type { Column } from "./csv-row.ts";

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

/** What a comma in a price is: unclear in a file that parts its cells by semicolons, where it may stand for the point. */
export type CommaUse = "thousands" | "unclear";

const nothingMore: Cell = {};

/** What most cells hold, recognised at a glance. Each number matches in one way, so that no line is slow. */
const plainNumber = "(?=[0.]*[1-9])\\d{1,18}(?:\\.\\d{1,12})?";
const plainPrice = new RegExp(`^${plainNumber}$`);

/** Columns beyond this are rare, and a pattern of many thousands is one that no engine makes. */
const mostInPattern = 200;

/**
 * What most rows are: of these columns each a plain price or nothing. A row with quotes is none; where prices stand
 * far to the right no row is, and each of its prices is looked at by itself.
 */
export function plainRowOf(columns: readonly Column[], delimiter: string): RegExp {
  const price = new Set(columns.map(({ at }) => at));
  if (columns.some(({ at }) => at >= mostInPattern)) return /(?!)/;
  const sign = `\\u{${delimiter.codePointAt(0)?.toString(16)}}`;
  const cells = Array.from({ length: Math.max(...price) + 1 }, (_, at) =>
    price.has(at) ? `(?:${plainNumber})?` : `[^${sign}"]*`,
  );
  return new RegExp(`^${cells.join(sign)}(?:${sign}|$)`, "u");
}

export function judgeCell(written: string, comma: CommaUse): Cell {
  if (plainPrice.test(written)) return nothingMore;
  const cell = written.trim();
  if (noPrice.test(cell)) return nothingMore;
  const match = cell.length > mostCharacters ? null : price.exec(cell);
  if (!match || (comma === "unclear" && oneComma.test(cell)))
    return faulty(cell, faultOf(cell), adviceOn(cell));
  const code = (match[1] ?? match[4])?.toUpperCase();
  if (code !== undefined && !isCurrency(code)) return faulty(cell, `names no currency that exists (${code})`);
  if (/^[0.,]*$/.test(match[2] ?? "")) return faulty(cell, "is no price above zero");
  return { code };
}

/** A number with one comma and no point: its comma may be either. */
const oneComma = /^\D*\d+,\d+\D*$/;

function faultOf(cell: string): string {
  if (/^[-−–(]|^\$-/.test(cell)) return "is no price above zero";
  return oneComma.test(cell) && price.test(cell) ? "can be read two ways" : "is no price";
}

function adviceOn(cell: string): string {
  const [number = ""] = oneComma.test(cell) ? (/[\d,]+/.exec(cell) ?? []) : [];
  if (number === "") return usualAdvice;
  const pointed = number.replace(",", ".");
  return price.test(cell)
    ? `Write ${pointed} or ${number.replace(",", "")}, without a comma.`
    : `Write ${pointed}, with a point.`;
}

const usualAdvice = "Write a number such as 0.0024, or nothing where there was no price.";

function faulty(cell: string, fault: string, advice = usualAdvice): Cell {
  return { fault: `${quotedCell(cell)} ${fault} and is left out. ${advice}` };
}

/** A cell as messages quote it: on one line, and no more than its first characters. */
export function quotedCell(cell: string): string {
  const words = cell.trim().replace(/\s+/g, " ");
  return words.length > 30 ? `“${words.slice(0, 30)}…”` : `“${words}”`;
}

/** The price in a cell; undefined where there is none. */
export function priceIn(written: string, comma: CommaUse): Figure<"price"> | undefined {
  if (plainPrice.test(written)) return priced(parseExact(written), undefined);
  const cell = written.trim();
  if (judgeCell(cell, comma).fault) return undefined;
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
