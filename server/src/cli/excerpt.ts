import stringWidth from "string-width";
import type { Range } from "../document/place.ts";
import { visible } from "./io.ts";

/** The words of a sheet that a finding marks: their line, and signs below them. */
export interface Excerpt {
  /** The number of the line, from 1. */
  readonly number: string;
  readonly line: string;
  /** Blanks up to the marked words, and a caret for each of their columns. */
  readonly marks: string;
}

/** Columns that stay between a marked word and the edge of an excerpt. */
const margin = 8;

/** So many times the columns are looked at on both sides of a marked word. */
const looked = 4;

/** The line that a range begins in, cut to so many columns around what is marked; undefined where there is no such line. */
export function excerpt(
  lines: readonly string[],
  { start, end }: Range,
  columns: number,
): Excerpt | undefined {
  const whole = lines[start.line];
  if (whole === undefined || whole.trim() === "") return undefined;
  // Of a line without end only what may be shown is looked at.
  const first = Math.max(0, start.character - looked * columns);
  const line = whole.slice(first, start.character + looked * columns);
  const at = start.character - first;
  const stop = Math.max(at, end.line > start.line ? line.trimEnd().length : end.character - first);
  const [lead, marked, rest] = [line.slice(0, at), line.slice(at, stop), line.slice(stop)].map(shown) as [
    string,
    string,
    string,
  ];
  const from = Math.max(0, stringWidth(lead) - Math.max(margin, columns - stringWidth(marked) - margin));
  const before = cutFront(lead, from);
  const cut = cutBack(before + marked + rest, columns);
  const room = Math.max(1, columns - stringWidth(before));
  const carets = Math.min(Math.max(1, stringWidth(marked)), room);
  return {
    number: String(start.line + 1),
    line: cut,
    marks: " ".repeat(stringWidth(before)) + "^".repeat(carets),
  };
}

function shown(text: string): string {
  return visible(text.replaceAll("\t", "  "), "line");
}

/** Without its first columns, with a sign that something is left out. */
function cutFront(text: string, columns: number): string {
  if (columns === 0) return text;
  const signs = [...text];
  while (signs.length > 0 && stringWidth(text) - stringWidth(signs.join("")) < columns + 1) signs.shift();
  return `…${signs.join("")}`;
}

/** Its first columns, with a sign where something is left out. */
function cutBack(text: string, columns: number): string {
  if (stringWidth(text) <= columns) return text.trimEnd();
  const signs = [...text].slice(0, columns);
  while (signs.length > 0 && stringWidth(signs.join("")) > columns - 1) signs.pop();
  return `${signs.join("")}…`;
}
