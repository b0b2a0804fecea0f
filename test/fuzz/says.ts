import type { Range } from "../../server/src/document/place.ts";

/** More than any finding needs; the author's own words may come on top. */
export const mostMessage = 2_000;

const noAnswer =
  /(?<![\w-])(?:NaN|Infinity|undefined|null)(?![\w-])|\[object|\d[eE][+-]\d+|The rule [\w-]+ could not be applied/g;
const doubledBlank = /\S(?: {2,}|\t+ ?)\S/g;

/**
 * What no text that a reader sees may hold: what JavaScript prints in place of a number or of nothing. What the
 * author wrote may stand in it.
 */
export function slipsIn(text: string, written: string): string[] {
  return [...text.matchAll(noAnswer)].flatMap(({ 0: slip, index }) =>
    written.includes(slip) ? [] : [`“${slip}” in “${around(text, index)}”`],
  );
}

/** The same of a sentence, which besides has something in it, no doubled blanks of its own, and an end. */
export function slipsInSentence(text: string, written: string, most = mostMessage): string[] {
  const found = slipsIn(text, written);
  if (text.trim() === "") found.push("a text with nothing in it");
  if (text.length > most + written.length) found.push(`a text of ${text.length} characters`);
  for (const { 0: blanks, index } of text.matchAll(doubledBlank)) {
    if (!straight(written).includes(straight(blanks)))
      found.push(`a doubled blank in “${around(text, index)}”`);
  }
  return found;
}

/** Names stand in other quotes than their author's. */
function straight(text: string): string {
  return text.replace(/[“”„]/g, '"');
}

function around(text: string, index: number): string {
  return text.slice(Math.max(0, index - 40), index + 40).replaceAll("\n", "⏎");
}

/** The lines of a text, to say whether ranges lie in it. */
export class Lines {
  private readonly lengths: readonly number[];

  constructor(text: string) {
    this.lengths = text.split(/\r\n|\r|\n/).map(({ length }) => length);
  }

  /** What is wrong with a range: it runs backwards, or ends beyond a line or the text. */
  wrongWith({ start, end }: Range): string[] {
    const found: string[] = [];
    if (start.line > end.line || (start.line === end.line && start.character > end.character))
      found.push(`a range that runs backwards: ${shown({ start, end })}`);
    for (const { line, character } of [start, end]) {
      const length = this.lengths[line];
      const inside = length !== undefined && character >= 0 && character <= length;
      if (!inside) found.push(`a range beyond the text: ${shown({ start, end })}`);
    }
    return found;
  }
}

function shown({ start, end }: Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}

/** Whether the first range lies in the second. */
export function isWithin(inner: Range, outer: Range): boolean {
  return !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end);
}

function isBefore(a: Range["start"], b: Range["start"]): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
