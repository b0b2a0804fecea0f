import type { IToken } from "chevrotain";
import type { RowKind } from "../../catalog/clause.ts";
import { makeWholeCells } from "../../note/make-whole.ts";
import { cellsOf, columnsOf, dateHeading } from "../../note/table.ts";
import { resolveBrackets } from "../../syntax/brackets.ts";
import { readPhrase } from "../../syntax/phrases.ts";
import { CloseBracket, OpenBracket } from "../../syntax/tokens.ts";
import type { Clause } from "../../syntax/tree.ts";
import { phraseTokens, wordsKey, wordsWritten } from "../../syntax/written.ts";
import type { Line } from "./lines.ts";
import { type Row, standingRow } from "./row.ts";
import { hasComments, isRead, type Source } from "./source.ts";

/**
 * The rows of a table, its columns two spaces apart. Where a heading names the columns, the days stand three spaces
 * before the first; a row of a schedule says when, and then how much.
 */
export function tableRows(rows: readonly Clause[], kind: RowKind, source: Source): Row[] {
  const [heading] = rows;
  const headed = kind !== "schedule";
  const legible = !headed || (heading !== undefined && isRead(source, heading.span));
  const cells = rows.map((row) => (legible ? cellTexts(row, kind, source) : undefined));
  const widths = widthsOf(cells.filter((row) => row !== undefined));
  const gaps = widths.map((_, index) => (headed && index === 0 ? 3 : 2));
  return rows.map(({ span }, index): Row => {
    const row = cells[index];
    if (!row) return standingRow(span, source);
    const text = row.map((cell, at) =>
      at === row.length - 1 ? cell : cell.padEnd((widths[at] ?? 0) + (gaps[at] ?? 0)),
    );
    const lines = (indent: number): Line[] => [{ indent, text: text.join(""), at: span.start }];
    return { span, nameLength: undefined, isBlock: false, lines };
  });
}

/** What stands in each column; undefined where the row stays as it is. */
function cellTexts({ phrase, span }: Clause, kind: RowKind, source: Source): readonly string[] | undefined {
  if (!isRead(source, span) || hasComments(source, span)) return undefined;
  const columns = kind === "prices" ? columnsOf(phrase) : undefined;
  if (columns) return [dateHeading, ...columns];
  const wording = kind === "schedule" ? "row" : "phrase";
  const texts = cellsIn(phrase, kind, source).map((cell) => wordsWritten(cell, wording, source.text));
  const same = wordsKey(phraseTokens(texts.join(" ")), wording) === wordsKey(phrase, wording);
  return same ? texts : undefined;
}

function cellsIn(phrase: readonly IToken[], kind: RowKind, source: Source): (readonly IToken[])[] {
  switch (kind) {
    case "prices":
      return cellsOf(phrase);
    case "make-whole":
      return makeWholeCells(phrase);
    case "schedule":
      return scheduleCells(phrase, source);
  }
}

/** When, and how much; in a row with a blank how much is the bracket at its end, or what the author set apart. */
function scheduleCells(phrase: readonly IToken[], { text }: Source): (readonly IToken[])[] {
  const [first] = phrase;
  const reading = readPhrase("scheduleRow", resolveBrackets(phrase).tokens, first?.startOffset ?? 0).phrase;
  const what = reading?.kind === "row" ? reading.what.span.start : undefined;
  const blankLast = phrase.at(-1)?.tokenType === CloseBracket;
  const found = phrase.findLastIndex(({ tokenType, startOffset }, index) => {
    if (what !== undefined) return startOffset >= what && (phrase[index - 1]?.startOffset ?? 0) < what;
    return blankLast ? tokenType === OpenBracket : setApart(text, startOffset);
  });
  const start = phrase[found - 1]?.tokenType === OpenBracket ? found - 1 : found;
  return start > 0 ? [phrase.slice(0, start), phrase.slice(start)] : [phrase];
}

function setApart(text: string, offset: number): boolean {
  return /(?:[ \t]{2}|\t)$/.test(text.slice(Math.max(0, offset - 2), offset));
}

/** How wide each column is; what stands last in its row needs no room. */
function widthsOf(rows: readonly (readonly string[])[]): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [at, cell] of row.slice(0, -1).entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
  }
  return widths;
}
