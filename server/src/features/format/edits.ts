import type { TextEdit } from "vscode-languageserver-types";
import { lineStartAt } from "../../base/lines.ts";
import { startsOf } from "../../document/pieces.ts";
import { type Position, positionOf, type Range } from "../../document/place.ts";
import { type Formatted, type FormattedChunk, textOf } from "./document.ts";

/** Whole lines of the source, and the text that takes their place. */
interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The edits from a text to its formatted form, each as short as can be; `within` a range, those of its lines alone. */
export function editsOf(text: string, { chunks, lineEnd }: Formatted, within?: Range): TextEdit[] {
  const starts = startsOf(text);
  const at = (offset: number): Position => positionOf(starts, 0, offset);
  return chunks
    .flatMap((chunk) => replacements(text, chunk, lineEnd))
    .filter(({ start, end, text: put }) => text.slice(start, end) !== put)
    .filter(({ start, end }) => !within || liesIn({ start: at(start), end: at(end) }, within))
    .map((replacement) => shortest(text, replacement))
    .map(({ start, end, text: put }) => ({ range: { start: at(start), end: at(end) }, newText: put }));
}

function liesIn(range: Range, within: Range): boolean {
  return range.start.line >= within.start.line && lastLine(range) <= lastLine(within);
}

/** The last line that a range touches; one that ends where a line begins does not touch that. */
function lastLine({ start, end }: Range): number {
  return end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
}

/** The chunk cut wherever a formatted line begins with what begins a line of the source. */
function replacements(text: string, chunk: FormattedChunk, lineEnd: string): Replacement[] {
  const { lines, start, source } = chunk;
  if (!lines) return [];
  const end = start + source.length;
  const cuts = lines.flatMap(({ at }, line) => {
    const from = line === 0 ? start : at === undefined ? undefined : lineStart(text, at);
    return from === undefined ? [] : [{ line, from }];
  });
  if (cuts.length === 0) return [{ start, end, text: textOf(chunk, lineEnd) }];
  return cuts.flatMap(({ line, from }, index) => {
    const next = cuts[index + 1];
    const own = { ...chunk, start: from, lines: lines.slice(line, next?.line) };
    return apart(text, { start: from, end: next?.from ?? end, text: textOf(own, lineEnd) });
  });
}

/** Where the line begins whose first word stands at the offset; undefined where other words stand before it. */
function lineStart(text: string, offset: number): number | undefined {
  const start = lineStartAt(text, offset);
  return text.slice(start, offset).trim() === "" ? start : undefined;
}

/** The lines with words, and by themselves the empty ones behind them. */
function apart(text: string, { start, end, text: put }: Replacement): Replacement[] {
  const words = start + withWords(text.slice(start, end));
  const putWords = withWords(put);
  return [
    { start, end: words, text: put.slice(0, putWords) },
    { start: words, end, text: put.slice(putWords) },
  ];
}

/** How long the text is up to the end of its last line with words. */
function withWords(text: string): number {
  const words = text.trimEnd().length;
  const lineEnd = /\r\n|\r|\n/.exec(text.slice(words));
  return lineEnd ? words + lineEnd.index + lineEnd[0].length : text.length;
}

/** The replacement without what stays at its start and end; no line end and no character is cut in two. */
function shortest(text: string, { start, end, text: put }: Replacement): Replacement {
  const old = text.slice(start, end);
  const most = Math.min(old.length, put.length);
  let before = 0;
  while (before < most && old[before] === put[before]) before++;
  while (before > 0 && cutsInTwo(old, before)) before--;
  let behind = 0;
  while (behind < most - before && old.at(-1 - behind) === put.at(-1 - behind)) behind++;
  while (behind > 0 && (cutsInTwo(old, old.length - behind) || cutsInTwo(put, put.length - behind))) behind--;
  return { start: start + before, end: end - behind, text: put.slice(before, put.length - behind) };
}

function cutsInTwo(text: string, at: number): boolean {
  return /^(?:\r\n|[\uD800-\uDBFF][\uDC00-\uDFFF])$/.test(text.slice(at - 1, at + 1));
}
