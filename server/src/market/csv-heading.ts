import { counted, listing } from "../base/words.ts";
import { headingNames, measures as knownMeasures, type MeasureId } from "../syntax/measures.ts";
import { type CommaUse, quotedCell } from "./csv-cells.ts";
import { readDate } from "./csv-dates.ts";
import type { Grid } from "./csv-grid.ts";
import type { Column } from "./csv-row.ts";

/** What a price file's heading says. */
export interface Heading {
  /** Its place among the rows. */
  readonly row: number;
  /** The column of the days, by its place. */
  readonly date: number;
  readonly columns: readonly Column[];
  readonly problems: readonly string[];
}

/** Among as many rows from the top the heading is sought: titles and dates of export stand over it in some files. */
const mostAbove = 20;

/** The heading of a price file: the first row that names the days and a price; else what is wrong, in words. */
export function readHeading(grid: Grid): Heading | { readonly message: string } {
  const comma = grid.delimiter === ";" ? "unclear" : "thousands";
  let first: readonly string[] | undefined;
  for (let row = 0, filled = 0; row < grid.count && filled < mostAbove; row++) {
    const cells = grid.row(row);
    if (isEmpty(cells)) continue;
    const found = headingIn(cells, row, comma);
    if (found) return found;
    first ??= cells;
    filled++;
  }
  return { message: first ? whyNone(first) : `The file is empty. ${howToBegin}` };
}

const howToBegin =
  "Its first row names the columns, such as date, VWAP and closing bid, and a row a day follows.";

export function isEmpty(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}

function headingIn(cells: readonly string[], row: number, comma: CommaUse): Heading | undefined {
  const titles = cells.map((cell) => cell.trim());
  const names = titles.map(plainTitle);
  const date = names.indexOf("date");
  const found = names.flatMap((name, at): Column[] => {
    const measure = headingNames.get(name);
    return measure ? [{ at, measure, title: titles[at] ?? "", comma }] : [];
  });
  if (date < 0 || found.length === 0) return undefined;
  const columns = found.filter(({ measure }, index) => firstOf(found, measure) === index);
  const problems = found.flatMap(({ measure, title }, index) => {
    const first = found[firstOf(found, measure)];
    if (!first || firstOf(found, measure) === index) return [];
    return [`“${first.title}” and “${title}” are both the ${measure}; the first is used.`];
  });
  return { row, date, columns, problems };
}

/** So many titles of a heading are quoted; more make a message that nobody reads. */
const mostShown = 12;

function whyNone(cells: readonly string[]): string {
  if (cells.some((cell) => readDate(cell) !== undefined))
    return `The file begins with a row of prices, so nothing says what its columns are. ${howToBegin}`;
  const titles = cells.map((cell) => cell.trim()).filter((title) => title !== "");
  const shown = listing([
    ...titles.slice(0, mostShown).map(quotedCell),
    ...(titles.length > mostShown ? [counted(titles.length - mostShown, "other")] : []),
  ]);
  const measures = listing(
    knownMeasures.map(({ id }) => id),
    "or",
  );
  return titles.some((title) => plainTitle(title) === "date")
    ? `The heading is ${shown}: no column is a price. Name those that are ${measures}.`
    : `The heading is ${shown}: there is no column “date”. Name the column of the days so.`;
}

function firstOf(columns: readonly Column[], measure: MeasureId): number {
  return columns.findIndex((column) => column.measure === measure);
}

/** `Close ($)*` is `close`. */
function plainTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/\([^()]*\)|\*/g, "")
    .replace(/[\s_]+/g, " ")
    .trim();
}
