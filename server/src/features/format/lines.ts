import type { IToken } from "chevrotain";
import { lineStartAt } from "../../base/lines.ts";
import type { Span } from "../../base/span.ts";
import { spanOf } from "../../syntax/tokens.ts";

/** A line of the formatted text. */
export interface Line {
  readonly indent: number;
  readonly text: string;
  /** Where in the source stands what the line begins with; undefined of a line that goes on with the one above. */
  readonly at: number | undefined;
}

export const blank: Line = { indent: 0, text: "", at: undefined };

export const lineEnds = /\r\n|\r|\n/;
const lineEnd = /\r\n|\r|\n/g;

/** How many lines end in a stretch of text. */
export function lineEndsIn(text: string): number {
  return text.match(lineEnd)?.length ?? 0;
}

/**
 * A stretch of the source as it stands, its first line from `column` on and the others moved as far as the first; where
 * that leads off the page, for the stretch began far in on its line, so that the leftmost of them is at `column` too.
 */
export function asItStands(text: string, { start, end }: Span, column: number): Line[] {
  const [first = "", ...others] = text.slice(start, end).split(lineEnds);
  if (others.length === 0) return [{ indent: column, text: first, at: start }];
  const leftmost = Math.min(...others.filter((line) => withoutIndent(line) !== "").map(indentOf));
  const moved = column - columnOf(text, start);
  const distance = leftmost + moved < 0 ? column - leftmost : moved;
  return [first, ...others].map((line, index): Line => {
    const tidy = index < others.length ? trimmed(line) : line;
    if (index === 0) return { indent: column, text: tidy, at: start };
    const words = withoutIndent(tidy);
    return words === "" ? blank : { indent: indentOf(tidy) + distance, text: words, at: undefined };
  });
}

/** Without the spaces at its end, but for those in a quote that the line's end closes. */
function trimmed(line: string): string {
  const quotes = line.match(/["“”„]/g)?.length ?? 0;
  return quotes % 2 === 1 ? line : line.trimEnd();
}

/** How far from its line's start an offset stands; a tab that indents counts two. */
function columnOf(text: string, offset: number): number {
  const before = text.slice(lineStartAt(text, offset), offset).replace(/^\uFEFF/, "");
  return indentOf(before) + withoutIndent(before).length;
}

function indentOf(line: string): number {
  return (indentation.exec(line)?.[0] ?? "").replaceAll("\t", "  ").length;
}

function withoutIndent(line: string): string {
  return line.replace(indentation, "");
}

const indentation = /^[\s\u200B]*/;

/** Lines with comments behind the last one, two spaces off. */
export function withComments(lines: readonly Line[], comments: readonly IToken[], text: string): Line[] {
  return comments.reduce<Line[]>(
    (before, comment, index) => {
      const last = before.at(-1) ?? blank;
      const gap = index === 0 ? "  " : " ";
      const column = last.indent + last.text.length + gap.length;
      const [first = blank, ...others] = commentLines(comment, column, text);
      return [...before.slice(0, -1), { ...last, text: `${last.text}${gap}${first.text}` }, ...others];
    },
    [...lines],
  );
}

/** A comment from `column` on. */
export function commentLines(comment: IToken, column: number, text: string): Line[] {
  const { start } = spanOf(comment);
  return asItStands(text, { start, end: start + comment.image.trimEnd().length }, column);
}

/** Whether nothing can stand behind the comment on its line. */
export function endsItsLine({ image }: IToken): boolean {
  return !image.startsWith("/*") || image.length < 4 || !image.endsWith("*/");
}
