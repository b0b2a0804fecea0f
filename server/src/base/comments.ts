import { lastOf } from "./once.ts";

/** Where the last comment of a text closes: worked out once a text, however many comments are never closed. */
const lastClosing = lastOf((text: string) => text.lastIndexOf("*/"));

const toLineEnd = /[^\r\n]*/y;

/**
 * Where the block comment that opens at `start` ends: behind its closing mark, or, where nothing closes it, with its
 * line, so that it cannot swallow the draft.
 */
export function blockCommentEnd(text: string, start: number): number {
  if (lastClosing(text) >= start + 2) return text.indexOf("*/", start + 2) + 2;
  toLineEnd.lastIndex = start;
  return start + (toLineEnd.exec(text)?.[0].length ?? 0);
}

/** Comments, of a block comment the mark that opens it; and quotes, in which a comment is none. */
const commentsAndQuotes = /\/\/[^\r\n]*|\/\*|["“”„][^"“”„\r\n]*["“”„]?/g;

/** The text with every character of its comments replaced by `filler`, so that every place in it is unchanged. */
export function withoutComments(text: string, filler = " "): string {
  if (!text.includes("/")) return text;
  let blanked = "";
  let done = 0;
  const pattern = new RegExp(commentsAndQuotes);
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    if (!found[0].startsWith("/")) continue;
    const end = found[0] === "/*" ? blockCommentEnd(text, found.index) : pattern.lastIndex;
    blanked += text.slice(done, found.index) + filler.repeat(end - found.index);
    pattern.lastIndex = end;
    done = end;
  }
  return blanked + text.slice(done);
}
