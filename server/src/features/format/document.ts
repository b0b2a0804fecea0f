import { lineEndOf } from "../../base/lines.ts";
import { file } from "../../catalog/note.ts";
import { topWords } from "../../catalog/vocabulary.ts";
import { type Chunk, type Piece, readDocument, split } from "../../document/pieces.ts";
import { arrange } from "./arrange.ts";
import { layOut, rowsOf } from "./block.ts";
import { blank, type Line } from "./lines.ts";
import { saysTheSame } from "./same.ts";
import { sourceOf } from "./source.ts";

/** A chunk of the document as formatted. */
export interface FormattedChunk {
  readonly source: string;
  /** Where it begins in the document. */
  readonly start: number;
  /** Its lines, with offsets in the document; undefined of a chunk that stays as it is. */
  readonly lines: readonly Line[] | undefined;
}

export interface Formatted {
  readonly chunks: readonly FormattedChunk[];
  /** How the document ends its lines. */
  readonly lineEnd: string;
}

/**
 * A document's chunks as formatted, each by itself. A chunk whose braces do not match stays as it is: there the layout
 * is what shows the author where one is missing. So does one that would not read the same afterwards.
 */
export function formatted(text: string, chunks: readonly Chunk[]): Formatted {
  const lineEnd = lineEndOf(text);
  let start = 0;
  const all = chunks.map((chunk, index): FormattedChunk => {
    const found = formattedChunk(chunk, start, index === chunks.length - 1, lineEnd);
    start += chunk.text.length;
    return found;
  });
  return readsApart(all, lineEnd)
    ? { lineEnd, chunks: all }
    : { lineEnd, chunks: all.map((chunk) => ({ ...chunk, lines: undefined })) };
}

/** Whether the chunks are cut in one text as they are cut one by one. */
function readsApart(chunks: readonly FormattedChunk[], lineEnd: string): boolean {
  const texts = chunks.map((chunk) => textOf(chunk, lineEnd));
  const apart = texts.flatMap(split).filter((part) => part !== "");
  const together = split(texts.join("")).filter((part) => part !== "");
  return apart.length === together.length && apart.every((part, index) => part === together[index]);
}

/** The text of a formatted chunk. */
export function textOf({ source, lines, start }: FormattedChunk, lineEnd: string): string {
  if (!lines) return source;
  const mark = start === 0 && source.startsWith("\uFEFF") ? "\uFEFF" : "";
  if (lines.length === 0) return mark && mark + lineEnd;
  return mark + lines.map((line) => lineText(line) + lineEnd).join("");
}

function lineText({ indent, text }: Line): string {
  return text === "" ? "" : " ".repeat(indent) + text;
}

/** Whether braces of a chunk do not match, so that it is not formatted. */
export function isUnmatched({ pieces }: Chunk): boolean {
  return pieces.some(({ tree }) => tree.problems.length > 0);
}

function formattedChunk(chunk: Chunk, start: number, isLast: boolean, lineEnd: string): FormattedChunk {
  const unchanged = { source: chunk.text, start, lines: undefined };
  if (isUnmatched(chunk)) return unchanged;
  let from = start;
  const lines = chunk.pieces.flatMap((piece, index) => {
    const found = pieceLines(piece, isLast && index === chunk.pieces.length - 1);
    const placed = moved(found, from);
    from += piece.text.length;
    return placed;
  });
  const found = { source: chunk.text, start, lines };
  return saysTheSame([chunk], readDocument(textOf(found, lineEnd))) ? found : unchanged;
}

/** The lines of a piece; an empty one behind them where one keeps it apart from the next. */
function pieceLines(piece: Piece, isLast: boolean): Line[] {
  const source = sourceOf(piece);
  const { tree, text } = piece;
  const rows = rowsOf(tree.clauses, file, topWords(), source);
  const stretch = { start: 0, end: text.length, brace: undefined };
  const arranged = arrange(rows, source.comments, stretch, text);
  const lines = layOut(arranged, 0, source);
  const apart = !isLast && lines.length > 0 && arranged.endsBehind > 1;
  return apart ? [...lines, blank] : lines;
}

function moved(lines: readonly Line[], distance: number): Line[] {
  return lines.map((line) => (line.at === undefined ? line : { ...line, at: line.at + distance }));
}
