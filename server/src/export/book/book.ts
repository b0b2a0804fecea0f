/** What a spreadsheet is made of, whatever writes it. */

export type Look = "title" | "heading" | "head" | "label" | "input" | "value" | "text" | "remark" | "open";

export interface BookCell {
  readonly look: Look;
  /** What the cell shows; of a formula, what it comes to. A day is its serial number. */
  readonly value: string | number;
  /** Without the sign of equality. */
  readonly formula?: string;
  /** The number format. */
  readonly format?: string;
}

export interface BookSheet {
  readonly name: string;
  /** How wide the columns are, in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (BookCell | undefined)[])[];
  /** How many rows at the top stay in sight. */
  readonly frozen: number;
}

export interface Book {
  readonly title: string;
  readonly sheets: readonly BookSheet[];
  /** The names of cells, each with its place: `Inputs!$B$4`. */
  readonly names: readonly { readonly name: string; readonly place: string }[];
}

/** The letters of a column, the first of which is 0. */
export function columnName(column: number): string {
  const before = column < 26 ? "" : columnName(Math.floor(column / 26) - 1);
  return before + String.fromCharCode(65 + (column % 26));
}

/** `'Paid in shares'!$B$4`, rows counted from 1. */
export function placeOf(sheet: string, column: number, row: number): string {
  const plain = /^[A-Za-z][A-Za-z0-9_]*$/.test(sheet) && !/^[A-Za-z]{1,3}\d*$/.test(sheet);
  return `${plain ? sheet : `'${sheet.replaceAll("'", "''")}'`}!$${columnName(column)}$${row}`;
}
