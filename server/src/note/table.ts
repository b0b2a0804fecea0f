import type { IToken } from "chevrotain";
import { cover, type Span } from "../base/span.ts";
import { counted, listing } from "../base/words.ts";
import type { PriceRow } from "../catalog/value.ts";
import type { Day } from "../quantity/date.ts";
import type { Figure } from "../quantity/figure.ts";
import { headingNames, longestMeasure, type MeasureId, measures } from "../syntax/measures.ts";
import { unquoted } from "../syntax/phrase-grammar.ts";
import type { DatePhrase, MoneyPhrase } from "../syntax/phrase-tree.ts";
import { readPhrase } from "../syntax/phrases.ts";
import { Comma, Dash, Dollar, NumberToken, Quoted, spanOf, Word } from "../syntax/tokens.ts";
import type { Clause } from "../syntax/tree.ts";
import { wordOf } from "../syntax/vocabulary.ts";
import type { PriceTable } from "./bound.ts";
import { judgeDate } from "./dates.ts";
import { type Judging, judgePrice } from "./numbers.ts";

/** What the column of days is headed with. */
export const dateHeading = "date";

/** Reads a price table: the first line names the columns, every other one is a day and its prices. */
export function bindTable(lines: readonly Clause[], context: Judging): PriceTable {
  const [first, ...rest] = lines;
  if (!first) return { measures: [], rows: [] };
  const measures = bindHeading(first, context);
  if (!measures) return { measures: [], rows: [] };
  const byDay = new Map<Day, PriceRow>();
  for (const line of rest) {
    const row = bindRow(line, measures, context);
    if (!row) continue;
    const earlier = byDay.get(row.day);
    if (earlier) repeated(row, earlier, context);
    else byDay.set(row.day, row);
  }
  return { measures, rows: [...byDay.values()].sort((a, b) => a.day - b.day) };
}

function bindHeading(line: Clause, context: Judging): readonly MeasureId[] | undefined {
  const found = columnsOf(line.phrase);
  if (found) return found;
  const offered = listing(
    measures.map(({ id }) => id),
    "or",
  );
  context.report(
    "table-heading",
    line.span,
    `A price table begins with a line that says what its columns are: “date” and then for each column ${offered}.`,
  );
  return undefined;
}

/** The measures that a table's heading names, a column each; undefined where it is no heading. */
export function columnsOf(tokens: readonly IToken[]): readonly MeasureId[] | undefined {
  const names = tokens.map((token) =>
    token.tokenType === Quoted ? unquoted(token).toLowerCase() : wordOf(token),
  );
  const found: MeasureId[] = [];
  let at = names[0] === dateHeading ? 1 : names.length;
  while (at < names.length) {
    let taken = 0;
    for (let count = Math.min(longestMeasure, names.length - at); count > 0 && taken === 0; count--) {
      const measure = headingNames.get(names.slice(at, at + count).join(" "));
      if (measure) {
        found.push(measure);
        taken = count;
      }
    }
    if (taken === 0) break;
    at += taken;
  }
  return found.length > 0 && at === names.length ? found : undefined;
}

function bindRow(line: Clause, measures: readonly MeasureId[], context: Judging): PriceRow | undefined {
  const cells = cellsOf(line.phrase);
  const [first, ...values] = cells;
  const reading = first && readPhrase("date", first, line.span.start);
  if (!reading?.phrase) {
    context.report(
      "table-row",
      line.span,
      "This line of the price table does not begin with a date and is left out.",
    );
    return undefined;
  }
  const date = judgeDate(reading.phrase as DatePhrase, "begins", context);
  if (date?.kind !== "day") return undefined;
  if (values.length !== measures.length) {
    context.report(
      "table-row",
      line.span,
      `The heading has ${counted(measures.length, "price column")}, this line has ${counted(values.length, "price")}; it is left out. Write “-” where there was no price.`,
    );
    return undefined;
  }
  const prices = new Map<MeasureId, { price: Figure<"price">; span: Span }>();
  measures.forEach((measure, index) => {
    const cell = values[index] ?? [];
    const price = bindCell(cell, context);
    if (price) prices.set(measure, { price, span: spanOfCell(cell) });
  });
  return { day: date.day, span: line.span, prices };
}

function bindCell(cell: readonly IToken[], context: Judging): Figure<"price"> | undefined {
  if (cell.length === 1 && cell[0]?.tokenType === Dash) return undefined;
  const bare = cell.length === 1 && cell[0]?.tokenType === NumberToken ? cell[0] : undefined;
  if (bare) {
    const span = spanOf(bare);
    const number = { digits: bare.image.replaceAll(",", ""), negative: false, span };
    return judgePrice({ kind: "money", number, scale: undefined, code: undefined, span }, context);
  }
  const reading = readPhrase("money", cell, 0);
  if (reading.phrase) return judgePrice(reading.phrase as MoneyPhrase, context);
  context.report(
    "table-row",
    spanOfCell(cell),
    "This is no price. Write a sum such as $0.0024, or “-” where there was none.",
  );
  return undefined;
}

/** The date's tokens, then those of each price: a price begins at a sign, a code, a dash or a bare number. */
export function cellsOf(tokens: readonly IToken[]): IToken[][] {
  const cells: IToken[][] = [];
  const dateEnd = endOfDate(tokens);
  if (dateEnd > 0) cells.push(tokens.slice(0, dateEnd));
  let open = false;
  for (const token of tokens.slice(dateEnd)) {
    const continues = open && (token.tokenType === NumberToken || token.tokenType === Dollar);
    if (continues) cells.at(-1)?.push(token);
    else cells.push([token]);
    open = token.tokenType === Dollar || isCode(token);
  }
  return cells;
}

function isCode(token: IToken): boolean {
  return token.tokenType === Word && /^[A-Z]{3}$/.test(token.image);
}

/** `2018-11-28`, `12/6/2018`: one token; `December 6, 2018`, `6 December 2018`: up to the year. */
function endOfDate(tokens: readonly IToken[]): number {
  const first = tokens[0];
  if (!first) return 0;
  if (first.tokenType === NumberToken && tokens[1]?.tokenType === Word)
    return tokens[2]?.tokenType === Comma ? 4 : 3;
  if (first.tokenType !== Word) return 1;
  return tokens[2]?.tokenType === Comma ? 4 : 3;
}

function spanOfCell(cell: readonly IToken[]): Span {
  const first = cell[0];
  const last = cell.at(-1);
  return first && last ? cover(spanOf(first), spanOf(last)) : { start: 0, end: 0 };
}

function repeated(row: PriceRow, earlier: PriceRow, context: Judging): void {
  context.report("table-row", row.span, "This day is in the table already; the earlier line is used.", {
    related: [{ message: "The earlier line.", span: earlier.span }],
  });
}
