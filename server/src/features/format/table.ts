import type { IToken } from "chevrotain";
import { cellsOf, columnsOf, dateHeading } from "../../note/table.ts";
import { Dollar, Fraction, NumberToken, OpenBracket, Percent, Word } from "../../syntax/tokens.ts";
import type { Clause } from "../../syntax/tree.ts";
import { wordOf } from "../../syntax/vocabulary.ts";
import { phraseTokens, wordsKey, wordsWritten } from "../../syntax/written.ts";
import type { Line } from "./lines.ts";
import { type Row, standingRow } from "./row.ts";
import { hasComments, isRead, type Source } from "./source.ts";

/**
 * The rows of a table, its columns two spaces apart. Where a heading names the columns, the days stand three spaces
 * before the first; else a row says when, and then how much.
 */
export function tableRows(rows: readonly Clause[], source: Source): Row[] {
  const [first] = rows;
  const headed = first !== undefined && columnsOf(first.phrase) !== undefined;
  const legible = first !== undefined && isRead(source, first.span);
  const cells = rows.map((row) => (legible ? cellTexts(row, row === first, headed, source) : undefined));
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
function cellTexts(
  row: Clause,
  isFirst: boolean,
  headed: boolean,
  source: Source,
): readonly string[] | undefined {
  const { phrase, span } = row;
  if (!isRead(source, span) || hasComments(source, span)) return undefined;
  if (headed && isFirst) return [dateHeading, ...(columnsOf(phrase) ?? [])];
  const cells = headed ? cellsOf(phrase) : scheduleCells(phrase, source);
  const texts = cells.map((cell) => wordsWritten(cell, "phrase", source.text));
  const same = wordsKey(phraseTokens(texts.join(" ")), "phrase") === wordsKey(phrase, "phrase");
  return same ? texts : undefined;
}

/** When, and how much: parted where the author set them apart, else where the first value begins. */
function scheduleCells(phrase: readonly IToken[], { text }: Source): (readonly IToken[])[] {
  const apart = phrase.findIndex((token, index) => index > 0 && setApart(text, token.startOffset));
  const start = apart > 0 ? apart : valueStart(phrase);
  return start > 0 ? [phrase.slice(0, start), phrase.slice(start)] : [phrase];
}

/** The place of the first amount, share or percentage behind the first word; of `none` where the row says that. */
function valueStart(phrase: readonly IToken[]): number {
  return phrase.findIndex((token, index) => {
    const { tokenType, image } = token;
    const next = phrase[index + 1]?.tokenType;
    if (index === 0) return false;
    if (tokenType === Dollar || tokenType === Fraction || tokenType === OpenBracket) return true;
    if (tokenType === NumberToken) return next === Percent;
    if (tokenType !== Word) return false;
    const code = /^[A-Z]{3}$/.test(image) && (next === NumberToken || next === Dollar);
    return code || (next === undefined && wordOf(token) === "none");
  });
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
