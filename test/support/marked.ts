import type { Span } from "../../server/src/base/span.ts";

/** A text in which some words stand between « and ». */
export interface Marked {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** The text without its marks, and where the marked words stand in it. */
export function readMarked(source: string): Marked {
  const spans: Span[] = [];
  const open: number[] = [];
  let text = "";
  for (const character of source) {
    if (character === "«") open.push(text.length);
    else if (character === "»") spans.push({ start: open.pop() ?? 0, end: text.length });
    else text += character;
  }
  return { text, spans };
}

/** The text with marks round each of the spans, which must not overlap. */
export function marking(text: string, spans: readonly Span[]): string {
  return [...spans]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (marked, { start, end }) =>
        `${marked.slice(0, start)}«${marked.slice(start, end)}»${marked.slice(end)}`,
      text,
    );
}
