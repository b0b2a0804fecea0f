import type { IToken } from "chevrotain";
import type { Span } from "../../base/span.ts";
import type { Piece } from "../../document/pieces.ts";

/** What the formatter knows of the piece that it works on. */
export interface Source {
  readonly text: string;
  readonly comments: readonly IToken[];
  /** Where the words begin that could not be read, in order. */
  readonly errors: readonly number[];
}

export function sourceOf({ text, tree, bound }: Piece): Source {
  const errors = bound.problems.filter(({ severity }) => severity === "error").map(({ span }) => span.start);
  return { text, comments: tree.comments, errors: errors.sort((a, b) => a - b) };
}

/** Whether all words of a stretch could be read. */
export function isRead({ errors }: Source, { start, end }: Span): boolean {
  const next = firstFrom(errors, (error) => error, start);
  return (errors[next] ?? Number.POSITIVE_INFINITY) > end;
}

/** The comments that begin inside a stretch. */
export function commentsIn({ comments }: Pick<Source, "comments">, { start, end }: Span): readonly IToken[] {
  const placeOf = ({ startOffset }: IToken): number => startOffset;
  return comments.slice(firstFrom(comments, placeOf, start), firstFrom(comments, placeOf, end));
}

export function hasComments(source: Source, span: Span): boolean {
  return commentsIn(source, span).length > 0;
}

/** The index of the first item, of a list in the order of its places, that stands at `place` or behind it. */
function firstFrom<T>(items: readonly T[], placeOf: (item: T) => number, place: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeOf(items[middle] as T) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
