/** Lines of a text, however they end: with LF, with CR and LF, or with CR alone. */

/** Where the line begins that an offset is on. */
export function lineStartAt(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== "\n" && text[start - 1] !== "\r") start--;
  return start;
}

/** Where the line ends that an offset is on, before its line end. */
export function lineEndAt(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++;
  return end;
}

/** The first line end of a text that is not on a blank line, which formatting may take out; `\n` where it has none. */
export function lineEndOf(text: string): string {
  const words = /\S/.exec(text)?.index ?? 0;
  const end = /\r\n|\r|\n/.exec(text.slice(words)) ?? /\r\n|\r|\n/.exec(text);
  return end?.[0] ?? "\n";
}
