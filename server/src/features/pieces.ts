import { once } from "../base/once.ts";
import { topWords } from "../catalog/vocabulary.ts";
import { type BoundText, bind } from "../note/bind.ts";
import { parseStructure } from "../syntax/structure.ts";
import type { Tree } from "../syntax/tree.ts";

/**
 * A stretch of a document that is read by itself: one note with what follows it, up to the next note. A `note` at a
 * line's start begins anew whatever stands before it, so that no piece depends on another's text. All offsets in
 * a piece count from its own start, which is a line's start.
 */
export interface Piece {
  readonly text: string;
  readonly tree: Tree;
  readonly bound: BoundText;
  /** Where each line begins. */
  readonly lineStarts: () => readonly number[];
  /** How many line ends it has. */
  readonly lines: number;
}

export function readPiece(text: string): Piece {
  const tree = parseStructure(text, topWords());
  const lineStarts = once(() => startsOf(text));
  return { text, tree, bound: bind(tree), lineStarts, lines: countLineEnds(text) };
}

const noteAtLineStart = /^[ \t]*note[ \t]*["“”„[{]/gim;
const notesAndComments = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|^[ \t]*note[ \t]*["“”„[{]/gim;

/** Splits a document before each line that begins a note; a `note` inside a comment begins none. */
export function split(text: string): string[] {
  const pattern = text.includes("/*") ? notesAndComments : noteAtLineStart;
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index === 0 || match[0].startsWith("/")) continue;
    parts.push(text.slice(from, match.index));
    from = match.index;
  }
  parts.push(text.slice(from));
  return parts;
}

function startsOf(text: string): number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return starts;
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return text.includes("\r") ? startsOf(text).length - 1 : count;
}
