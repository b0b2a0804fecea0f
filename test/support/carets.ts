import type { Span } from "../../server/src/base/span.ts";

/** The text without its `‸`, and where that stood. */
export function withCaret(source: string): { readonly text: string; readonly offset: number } {
  const offset = source.indexOf("‸");
  if (offset < 0 || source.indexOf("‸", offset + 1) >= 0) throw new Error(`one caret is needed: ${source}`);
  return { text: source.replace("‸", ""), offset };
}

/** The text with `«…»` around the spans, to compare with a marked source; an empty span shows as `«»`. */
export function marking(text: string, spans: readonly Span[]): string {
  const marks = spans.flatMap(({ start, end }) => [
    { at: start, sign: "«", order: start === end ? 1 : 2 },
    { at: end, sign: "»", order: start === end ? 1.5 : 0 },
  ]);
  marks.sort((a, b) => a.at - b.at || a.order - b.order);
  let out = "";
  let from = 0;
  for (const { at, sign } of marks) {
    out += text.slice(from, at) + sign;
    from = at;
  }
  return out + text.slice(from);
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** Line and character of an offset, counted in UTF-16 units; a line ends with LF, CR or CRLF. */
export function positionOf(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

/** The inverse, for a position within the text. */
export function offsetOf(text: string, { line, character }: Position): number {
  let start = 0;
  for (let left = line; left > 0; left--) {
    const end = /\r\n|\r|\n/.exec(text.slice(start));
    if (!end) throw new Error(`no line ${line}`);
    start += end.index + end[0].length;
  }
  return start + character;
}
