import type { BlockSpec, ClauseSpec } from "../catalog/clause.ts";
import { file } from "../catalog/note.ts";
import { clausesAt } from "../syntax/locate.ts";
import type { Clause } from "../syntax/tree.ts";
import type { Analysis } from "./analysis.ts";
import type { Piece } from "./pieces.ts";

/** A place in a document: its piece, where that begins, and the offset in it. */
export interface Place {
  readonly piece: Piece;
  readonly index: number;
  readonly firstLine: number;
  readonly offset: number;
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The place of a position; a position beyond the text is its end. */
export function placeAt(analysis: Analysis, { line, character }: Position): Place {
  let firstLine = 0;
  let index = 0;
  while (index < analysis.pieces.length - 1 && firstLine + (analysis.pieces[index]?.lines ?? 0) <= line) {
    firstLine += analysis.pieces[index]?.lines ?? 0;
    index++;
  }
  const piece = analysis.pieces[index] as Piece;
  const starts = piece.lineStarts();
  const start = starts[line - firstLine] ?? piece.text.length;
  const next = starts[line - firstLine + 1] ?? piece.text.length;
  return { piece, index, firstLine, offset: Math.min(start + Math.max(0, character), next) };
}

/** The position of an offset in a piece that begins on `firstLine`; between CR and LF that of the line's end. */
export function positionIn({ text, lineStarts }: Piece, firstLine: number, offset: number): Position {
  const splits = text.charCodeAt(offset) === 10 && text.charCodeAt(offset - 1) === 13;
  return positionOf(lineStarts(), firstLine, splits ? offset - 1 : offset);
}

/** The position of an offset in a text whose lines begin at `starts`, the first of them on `firstLine`. */
export function positionOf(starts: readonly number[], firstLine: number, offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: firstLine + low, character: offset - (starts[low] ?? 0) };
}

export function rangeIn(
  piece: Piece,
  firstLine: number,
  span: { readonly start: number; readonly end: number },
): Range {
  return { start: positionIn(piece, firstLine, span.start), end: positionIn(piece, firstLine, span.end) };
}

/** The words of a document in a range that lies on one line; nothing where it goes over several. */
export function textIn(analysis: Analysis, { start, end }: Range): string {
  if (start.line !== end.line) return "";
  const from = placeAt(analysis, start);
  return from.piece.text.slice(from.offset, from.offset + end.character - start.character);
}

/** On which line each piece begins. */
export function firstLines(analysis: Analysis): number[] {
  let line = 0;
  return analysis.pieces.map((piece) => {
    const first = line;
    line += piece.lines;
    return first;
  });
}

/** A clause of the catalog, as it stands at a place. */
export interface PlacedSpec {
  readonly clause: Clause;
  readonly spec: ClauseSpec | undefined;
  /** The block that it stands in. */
  readonly block: BlockSpec;
  /** Its path in the catalog: `note/interest/rate`; a market and a scenario have theirs wherever they stand. */
  readonly path: string;
}

/** The clauses around an offset, outermost first, each with its entry in the catalog. */
export function specsAt(clauses: readonly Clause[], offset: number): PlacedSpec[] {
  return placed(clausesAt(clauses, offset));
}

/** The clauses down a path that begins with a clause, each with its entry in the catalog; none where the path leads nowhere. */
export function specsOn(top: Clause, path: string): PlacedSpec[] {
  const [, ...ids] = path.split("/");
  const chain = [top];
  for (const id of ids) {
    const inner = chain.at(-1)?.block?.clauses.find(({ match }) => match?.id === id);
    if (!inner) return [];
    chain.push(inner);
  }
  return placed(chain);
}

function placed(chain: readonly Clause[]): PlacedSpec[] {
  let block: BlockSpec | undefined = file;
  let path = "";
  const found: PlacedSpec[] = [];
  for (const clause of chain) {
    if (!block) break;
    const id = clause.match?.id;
    const spec: ClauseSpec | undefined = id === undefined ? undefined : block.clauses[id];
    path = path === "" || spec?.begins ? (id ?? "") : `${path}/${id ?? ""}`;
    found.push({ clause, spec, block, path });
    block = spec?.block;
  }
  return found;
}
