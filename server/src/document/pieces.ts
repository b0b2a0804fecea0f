import { withoutComments } from "../base/comments.ts";
import { once } from "../base/once.ts";
import { topWords } from "../catalog/vocabulary.ts";
import { type BoundText, readText } from "../note/bind.ts";
import type { Tree } from "../syntax/tree.ts";

/**
 * A stretch of a document that is read by itself: a note, or a market or a scenario beside it. All offsets in a piece
 * count from its own start, which is a line's start, so that an edit elsewhere leaves it as it is.
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

function readPiece(text: string): Piece {
  const lineStarts = once(() => startsOf(text));
  return { text, ...readText(text), lineStarts, lines: countLineEnds(text) };
}

/**
 * One note and what follows it up to the next. A `note` at a line's start begins anew whatever stands before it, so
 * that no chunk depends on another's text. Where the braces of a chunk match, each clause at its top is a piece.
 */
export interface Chunk {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** Reads a document; of an earlier version it keeps every piece whose text is the same. */
export function readDocument(text: string, earlier: readonly Chunk[] = []): Chunk[] {
  const { before, after, middle } = unchanged(text, earlier);
  const replaced = earlier.slice(before, earlier.length - after).flatMap(({ pieces }) => pieces);
  const reusable = new Map(replaced.map((piece) => [piece.text, piece]));
  const read = middle === "" ? [] : split(middle).map((part) => readChunk(part, reusable));
  const chunks = [...earlier.slice(0, before), ...read, ...earlier.slice(earlier.length - after)];
  return chunks.length > 0 ? chunks : [readChunk("", reusable)];
}

interface Unchanged {
  /** How many chunks at the start and at the end are the same. */
  readonly before: number;
  readonly after: number;
  /** The text between them. */
  readonly middle: string;
}

/** The chunks that an edit left alone. A block comment may join chunks: where there is one, none is taken as it was. */
function unchanged(text: string, earlier: readonly Chunk[]): Unchanged {
  if (earlier.length === 0 || text.includes("/*")) return { before: 0, after: 0, middle: text };
  let start = 0;
  let before = 0;
  for (; before < earlier.length && standsAt(textAt(earlier, before), text, start); before++) {
    start += textAt(earlier, before).length;
  }
  if (before === earlier.length && start === text.length) return { before, after: 0, middle: "" };
  if (before > 0) start -= textAt(earlier, --before).length;
  let end = text.length;
  let after = 0;
  while (earlier.length - after > before + 1) {
    const last = textAt(earlier, earlier.length - 1 - after);
    if (end - last.length < start || !standsAt(last, text, end - last.length)) break;
    end -= last.length;
    after++;
  }
  while (after > 0 && !/[\r\n]/.test(text[end - 1] ?? "")) {
    end += textAt(earlier, earlier.length - after).length;
    after--;
  }
  return { before, after, middle: text.slice(start, end) };
}

/** Whether a part stands at a place of a text; as slices, which are compared by blocks of memory. */
function standsAt(part: string, text: string, at: number): boolean {
  return text.slice(at, at + part.length) === part;
}

function textAt(chunks: readonly Chunk[], index: number): string {
  return chunks[index]?.text ?? "";
}

function readChunk(text: string, reusable: Map<string, Piece>): Chunk {
  const pieces = segments(text).map((part) => {
    const known = reusable.get(part);
    reusable.delete(part);
    return known ?? readPiece(part);
  });
  return { text, pieces };
}

/** Behind CR and LF alone: `^` would begin a line behind other separators too, and the lines of a document do not. */
const noteAtLineStart = /(?<![^\r\n])[ \t]*note[ \t]*["“”„[{]/gi;

/** Stands for a comment: neither a space, so that no line begins behind one, nor part of a word. */
const noWord = "\0";

/** Splits a document before each line that begins a note; a `note` inside a comment begins none. */
export function split(text: string): string[] {
  const read = text.includes("/*") ? withoutComments(text, noWord) : text;
  return cut(
    text,
    [...read.matchAll(noteAtLineStart)].map(({ index }) => index),
  );
}

/** Quotes, braces, and the names that may stand at the top of a file where a line begins with one. */
const landmarks = once(() => {
  const names = [...topWords().names].filter(([, { begins }]) => begins).map(([name]) => name);
  return new RegExp(`["“”„][^"“”„\\r\\n]*["“”„]?|[{}]|(?<![^\\r\\n])[ \\t]*(?:${names.join("|")})\\b`, "gi");
});

/** Splits a chunk before each clause at its top; it stays whole where its braces do not match. */
function segments(text: string): string[] {
  const starts: number[] = [];
  let depth = 0;
  for (const { 0: found, index } of withoutComments(text, noWord).matchAll(landmarks())) {
    if (found === "{") depth++;
    else if (found === "}") depth--;
    else if (depth === 0 && /\w$/.test(found) && !/^["“”„]/.test(found)) starts.push(index);
    if (depth < 0) return [text];
  }
  return depth === 0 ? cut(text, starts) : [text];
}

/** The text cut at each of the places, in order; a place at its start cuts nothing. */
function cut(text: string, places: readonly number[]): string[] {
  const bounds = [0, ...places.filter((place) => place > 0), text.length];
  return bounds.slice(1).map((end, index) => text.slice(bounds[index], end));
}

/** Where each line of a text begins. */
export function startsOf(text: string): number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return starts;
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return text.includes("\r") ? startsOf(text).length - 1 : count;
}
