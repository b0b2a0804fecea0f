import Papa from "papaparse";
import { counted, listing } from "../base/words.ts";
import type { PriceTable } from "../note/bound.ts";
import { type Day, isoDate } from "../quantity/date.ts";
import { headingNames, measures as knownMeasures, type MeasureId } from "../syntax/measures.ts";
import { judgeCell } from "./csv-cells.ts";
import { type DateOrder, dayOfDate, orderOf, readDate, type WrittenDate } from "./csv-dates.ts";
import { type Column, FileRow } from "./csv-row.ts";

/** A price file as it is understood. Rows are numbered as a spreadsheet shows them; their spans say nothing. */
export interface PriceFile {
  readonly measures: readonly MeasureId[];
  /** In the order of time; of two rows for one day the first. */
  readonly rows: readonly FileRow[];
  /** The currencies that cells name by their codes. */
  readonly currencies: readonly string[];
  readonly problems: readonly FileProblem[];
  /** How the dates were read, where that has to be said. */
  readonly order: DateOrder | undefined;
  /** A date whose order had to be told, as the file writes it, and the day that it was read as. */
  readonly example: { readonly written: string; readonly read: Day } | undefined;
}

/** What is wrong with one row, which the message begins with, or with the heading. The other rows stay usable. */
export interface FileProblem {
  readonly about: "heading" | "row";
  readonly message: string;
}

/** As many files as a workspace is likely to have open at once. */
const mostKept = 30;
const filesByText = new Map<string, PriceFile>();

/**
 * Reads a file of prices: columns by their heading, in any order and case; of two rows for one day the first. The
 * same text is read once.
 */
export function readPriceFile(text: string): PriceFile {
  const known = filesByText.get(text);
  if (known) return known;
  const read = readAfresh(text);
  if (filesByText.size >= mostKept) filesByText.clear();
  filesByText.set(text, read);
  return read;
}

function readAfresh(text: string): PriceFile {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), {
    delimitersToGuess: [",", "\t", ";", "|"],
  });
  const top = data.findIndex((cells) => !isEmpty(cells));
  const heading = readHeading(data[top] ?? []);
  if ("message" in heading) return unread(heading.message);
  const problems = heading.problems.map((message): FileProblem => ({ about: "heading", message }));
  const unclosed = errors.find(({ code }) => code === "MissingQuotes");
  if (unclosed) problems.push({ about: "row", message: neverClosed((unclosed.row ?? 0) + 1) });
  const lines: Line[] = [];
  for (let at = top + 1; at < data.length; at++) {
    const cells = data[at] ?? [];
    const date = readDate(cells[heading.date] ?? "");
    if (date !== undefined || !isEmpty(cells)) lines.push({ number: at + 1, cells, date });
  }
  const open = lines.find(({ date }) => typeof date === "object");
  const order = open && orderOf(lines.flatMap(({ date }) => (typeof date === "object" ? [date] : [])));
  const read = open?.date && dayOfDate(open.date, order?.monthFirst ?? true);
  const currencies = new Set<string>();
  const rows = rowsOf(lines, heading, order?.monthFirst ?? true, { problems, currencies });
  return {
    measures: heading.columns.map(({ measure }) => measure),
    rows,
    currencies: [...currencies],
    problems,
    order,
    example: open && read !== undefined ? { written: dateIn(open, heading), read } : undefined,
  };
}

function neverClosed(row: number): string {
  return `row ${row}: a quote is opened and never closed, so what follows it in the file can't be read. Close it, or take it out.`;
}

function unread(message: string): PriceFile {
  const problems = [{ about: "heading" as const, message }];
  return { measures: [], rows: [], currencies: [], problems, order: undefined, example: undefined };
}

function isEmpty(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}

interface Heading {
  /** The columns' places. */
  readonly date: number;
  readonly columns: readonly Column[];
  readonly problems: readonly string[];
}

function readHeading(cells: readonly string[]): Heading | { readonly message: string } {
  const titles = cells.map((cell) => cell.trim());
  const names = titles.map(plainTitle);
  const date = names.indexOf("date");
  const found = names.flatMap((name, at): Column[] => {
    const measure = headingNames.get(name);
    return measure ? [{ at, measure, title: titles[at] ?? "" }] : [];
  });
  const shown = listing(titles.filter((title) => title !== "").map((title) => `“${title.slice(0, 30)}”`));
  const has = shown === "" ? "The file has no heading" : `The heading is ${shown}`;
  if (date < 0) return { message: `${has}: there is no column “date”. Name the column of the days so.` };
  if (found.length === 0) {
    const offered = listing(
      knownMeasures.map(({ id }) => id),
      "or",
    );
    return { message: `${has}: no column is a price. Name those that are ${offered}.` };
  }
  const columns = found.filter(({ measure }, index) => firstOf(found, measure) === index);
  const problems = found.flatMap(({ measure, title }, index) => {
    const first = found[firstOf(found, measure)];
    if (!first || firstOf(found, measure) === index) return [];
    return [`“${first.title}” and “${title}” are both the ${measure}; the first is used.`];
  });
  return { date, columns, problems };
}

function firstOf(columns: readonly Column[], measure: MeasureId): number {
  return columns.findIndex((column) => column.measure === measure);
}

/** `Close ($)*` is `close`. */
function plainTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/\(.*?\)|\*/g, "")
    .replace(/[\s_]+/g, " ")
    .trim();
}

interface Line {
  /** The row's number in a spreadsheet. */
  readonly number: number;
  readonly cells: readonly string[];
  readonly date: WrittenDate | undefined;
}

function dateIn({ cells }: Line, { date }: Heading): string {
  return cells[date]?.trim() ?? "";
}

/** What is found out while rows are read. */
interface Findings {
  readonly problems: FileProblem[];
  readonly currencies: Set<string>;
}

function rowsOf(
  lines: readonly Line[],
  heading: Heading,
  monthFirst: boolean,
  { problems, currencies }: Findings,
): FileRow[] {
  const { columns } = heading;
  const numbers = new Map<Day, number>();
  const rows: FileRow[] = [];
  for (const line of lines) {
    const { number, cells, date } = line;
    const day = date === undefined ? undefined : dayOfDate(date, monthFirst);
    if (day === undefined) {
      const written = dateIn(line, heading);
      problems.push({ about: "row", message: `row ${number}, date: ${noDate(written, monthFirst)}` });
      continue;
    }
    const earlier = numbers.get(day);
    if (earlier !== undefined) {
      const message = `row ${number}, date: ${isoDate(day)} is in row ${earlier} already, which is used.`;
      problems.push({ about: "row", message });
      continue;
    }
    numbers.set(day, number);
    for (const { at, title } of columns) {
      const { fault, code } = judgeCell(cells[at] ?? "");
      if (fault) problems.push({ about: "row", message: `row ${number}, ${title}: ${fault}` });
      if (code) currencies.add(code);
    }
    rows.push(new FileRow(day, number, columns, cells));
  }
  return rows.every(({ day }, index) => index === 0 || (rows[index - 1]?.day ?? day) < day)
    ? rows
    : rows.sort((a, b) => a.day - b.day);
}

function noDate(written: string, monthFirst: boolean): string {
  if (written === "") return "there is none, so the row is left out.";
  const order = monthFirst ? "month/day/year" : "day/month/year";
  return `“${written.slice(0, 30)}” is no date, so the row is left out. Write year-month-day, or ${order}.`;
}

/** `5,040 rows from 1998-01-02 to 2018-01-12: VWAP and closing bid`: what a file holds, in a few words. */
export function summaryOf({ rows, measures }: Pick<PriceTable, "rows" | "measures">): string {
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last) return "no rows that can be read";
  return `${counted(rows.length, "row")} from ${isoDate(first.day)} to ${isoDate(last.day)}: ${listing(measures)}`;
}
