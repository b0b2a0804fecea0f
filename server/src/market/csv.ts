import { keeper } from "../base/keeper.ts";
import { counted, listing } from "../base/words.ts";
import type { PriceTable } from "../note/bound.ts";
import { type Day, isoDate } from "../quantity/date.ts";
import type { MeasureId } from "../syntax/measures.ts";
import { judgeCell, plainRowOf, quotedCell } from "./csv-cells.ts";
import { type DateOrder, dayOfDate, orderOf, readDate, type WrittenDate } from "./csv-dates.ts";
import { type Grid, gridOf } from "./csv-grid.ts";
import { type Heading, isEmpty, readHeading } from "./csv-heading.ts";
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
  /** A date whose order had to be decided, as the file writes it, and the day that it was read as. */
  readonly example: { readonly written: string; readonly read: Day } | undefined;
}

/** What is wrong with one row, which the message begins with, or with the heading. The other rows stay usable. */
export interface FileProblem {
  readonly about: "heading" | "row";
  readonly message: string;
}

/** The files that are open at once, or three versions of a long one: some 20 MB with what is read of them. */
const files = keeper<PriceFile>(4_000_000);

/**
 * Reads a file of prices: columns by their heading, in any order and case; of two rows for one day the first. The
 * same text is read once.
 */
export function readPriceFile(text: string): PriceFile {
  return files.of(text, readAfresh);
}

function readAfresh(text: string): PriceFile {
  const grid = gridOf(text.replace(/^\uFEFF/, ""));
  const heading = readHeading(grid);
  if ("message" in heading) return unread(heading.message);
  const problems = heading.problems.map((message): FileProblem => ({ about: "heading", message }));
  if (grid.unclosed !== undefined) problems.push({ about: "row", message: neverClosed(grid.unclosed + 1) });
  const dated = datedRows(grid, heading);
  if (dated.length === 0) problems.push({ about: "heading", message: noRows });
  const open = dated.find(({ date }) => typeof date === "object");
  const order = open && orderOf(dated.flatMap(({ date }) => (typeof date === "object" ? [date] : [])));
  const read = open?.date && dayOfDate(open.date, order?.monthFirst ?? true);
  const currencies = new Set<string>();
  const rows = rowsOf(dated, heading, order?.monthFirst ?? true, { grid, problems, currencies });
  return {
    measures: heading.columns.map(({ measure }) => measure),
    rows,
    currencies: [...currencies],
    problems,
    order,
    example:
      open && read !== undefined ? { written: grid.cell(open.at, heading.date).trim(), read } : undefined,
  };
}

const noRows = "There is no row under the heading, so there is no price. Write a row a day.";

function neverClosed(row: number): string {
  return `row ${row}: a quote is opened and never closed, so what follows it in the file can't be read. Close it, or take it out.`;
}

function unread(message: string): PriceFile {
  const problems = [{ about: "heading" as const, message }];
  return { measures: [], rows: [], currencies: [], problems, order: undefined, example: undefined };
}

/** A row that is not empty, and the date in it. */
interface DatedRow {
  readonly at: number;
  readonly date: WrittenDate | undefined;
}

function datedRows(grid: Grid, heading: Heading): DatedRow[] {
  const rows: DatedRow[] = [];
  for (let at = heading.row + 1; at < grid.count; at++) {
    const date = readDate(grid.cell(at, heading.date));
    if (date !== undefined || !isEmpty(grid.row(at))) rows.push({ at, date });
  }
  return rows;
}

/** What rows are read from, and what is found out while they are. */
interface Reading {
  readonly grid: Grid;
  readonly problems: FileProblem[];
  readonly currencies: Set<string>;
}

function rowsOf(
  dated: readonly DatedRow[],
  heading: Heading,
  monthFirst: boolean,
  reading: Reading,
): FileRow[] {
  const { grid, problems } = reading;
  const { columns } = heading;
  const plainRow = plainRowOf(columns, grid.delimiter);
  const numbers = new Map<Day, number>();
  const rows: FileRow[] = [];
  for (const { at, date } of dated) {
    const number = at + 1;
    const day = date === undefined ? undefined : dayOfDate(date, monthFirst);
    if (day === undefined) {
      const written = grid.cell(at, heading.date).trim();
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
    if (!plainRow.test(grid.line(at) ?? '"')) judgeRow(at, columns, reading);
    rows.push(new FileRow(day, number, columns, grid));
  }
  return rows.every(({ day }, index) => index === 0 || (rows[index - 1]?.day ?? day) < day)
    ? rows
    : rows.sort((a, b) => a.day - b.day);
}

function judgeRow(at: number, columns: readonly Column[], { grid, problems, currencies }: Reading): void {
  for (const { at: column, title, comma } of columns) {
    const { fault, code } = judgeCell(grid.cell(at, column), comma);
    if (fault && at !== grid.unclosed)
      problems.push({ about: "row", message: `row ${at + 1}, ${title}: ${fault}` });
    if (code) currencies.add(code);
  }
}

function noDate(written: string, monthFirst: boolean): string {
  if (written === "") return "there is none, so the row is left out.";
  const order = monthFirst ? "month/day/year" : "day/month/year";
  return `${quotedCell(written)} is no date, so the row is left out. Write year-month-day, or ${order}.`;
}

/** `5,040 rows from 1998-01-02 to 2018-01-12: VWAP and closing bid`: what a file holds, in a few words. */
export function summaryOf({ rows, measures }: Pick<PriceTable, "rows" | "measures">): string {
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last) return "no rows that can be read";
  return `${counted(rows.length, "row")} from ${isoDate(first.day)} to ${isoDate(last.day)}: ${listing(measures)}`;
}
