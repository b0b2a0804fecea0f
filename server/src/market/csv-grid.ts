import Papa from "papaparse";
import { withoutEnd } from "../base/words.ts";

/** A text as rows of cells; both count from 0. What is beyond the end is empty. */
export interface Grid {
  readonly count: number;
  readonly delimiter: string;
  readonly row: (at: number) => readonly string[];
  readonly cell: (at: number, column: number) => string;
  /** The row as it is written, where no quotes are in the text. */
  readonly line: (at: number) => string | undefined;
  /** The row in which a quote is opened and never closed. */
  readonly unclosed: number | undefined;
}

/** More characters than the first rows have, which show what parts cells. */
const headCharacters = 20_000;

/**
 * Divides a text. Without quotes, as most long files are, it is divided into lines at once and into cells when they
 * are needed: the cells of a long file take several times as long to make as all that is done with them.
 */
export function gridOf(text: string): Grid {
  // An empty last line would count as a row without delimiters.
  const head = withoutEnd(text.slice(0, headCharacters), "\r\n");
  const { delimiter } = Papa.parse(head, { delimitersToGuess: [",", "\t", ";", "|"], preview: 10 }).meta;
  return text.includes('"') ? quoted(text, delimiter) : plain(text.split(/\r\n?|\n/), delimiter);
}

function plain(lines: readonly string[], delimiter: string): Grid {
  return {
    count: lines.length,
    delimiter,
    row: (at) => lines[at]?.split(delimiter) ?? [],
    cell: (at, column) => cellIn(lines[at] ?? "", column, delimiter),
    line: (at) => lines[at],
    unclosed: undefined,
  };
}

function cellIn(line: string, column: number, delimiter: string): string {
  let start = 0;
  for (let passed = 0; passed < column; passed++) {
    start = line.indexOf(delimiter, start) + 1;
    if (start === 0) return "";
  }
  const end = line.indexOf(delimiter, start);
  return end < 0 ? line.slice(start) : line.slice(start, end);
}

function quoted(text: string, delimiter: string): Grid {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter });
  return {
    count: data.length,
    delimiter,
    row: (at) => data[at] ?? [],
    cell: (at, column) => data[at]?.[column] ?? "",
    line: () => undefined,
    unclosed: errors.find(({ code }) => code === "MissingQuotes")?.row,
  };
}
