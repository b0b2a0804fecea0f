import type { TextEdit } from "vscode-languageserver-types";
import type { Analysis } from "../document/analysis.ts";
import { readDocument } from "../document/pieces.ts";
import type { Range } from "../document/place.ts";
import { formatted, isUnmatched, textOf } from "./format/document.ts";
import { editsOf } from "./format/edits.ts";
import { lineEndsIn } from "./format/lines.ts";

/**
 * The text as a term sheet: one clause a line, values in a column, each word in its one form. It says what it said
 * before, in every clause and every comment; a note whose braces do not match stays as it is.
 */
export function format(text: string): string {
  const { chunks, lineEnd } = formatted(text, readDocument(text));
  return chunks.map((chunk) => textOf(chunk, lineEnd)).join("");
}

/** The lines, from 0, on which what is not formatted begins, because its braces do not match. */
export function unmatchedLines(text: string): number[] {
  let line = 0;
  return readDocument(text).flatMap((chunk) => {
    const first = line + leadingLineEnds(chunk.text);
    line += lineEndsIn(chunk.text);
    return isUnmatched(chunk) ? [first] : [];
  });
}

function leadingLineEnds(text: string): number {
  return lineEndsIn(text.slice(0, text.search(/\S|$/)));
}

/** The edits that format a document; in a range, those of the lines that lie in it. */
export function formatEdits({ text, chunks }: Analysis, within?: Range): TextEdit[] {
  return editsOf(text, formatted(text, chunks), within);
}
