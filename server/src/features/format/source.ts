import type { IToken } from "chevrotain";
import type { Span } from "../../base/span.ts";
import type { Piece } from "../pieces.ts";

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
  let low = 0;
  let high = errors.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((errors[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return (errors[low] ?? Number.POSITIVE_INFINITY) > end;
}

/** Whether a comment begins inside the stretch. */
export function hasComments({ comments }: Source, { start, end }: Span): boolean {
  return comments.some(({ startOffset }) => start <= startOffset && startOffset < end);
}
