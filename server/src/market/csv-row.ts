import type { Span } from "../base/span.ts";
import type { PriceRow } from "../catalog/value.ts";
import type { Day } from "../quantity/date.ts";
import type { MeasureId } from "../syntax/measures.ts";
import { priceIn } from "./csv-cells.ts";

/** A column of a price file. */
export interface Column {
  /** Its place among the cells of a row. */
  readonly at: number;
  readonly measure: MeasureId;
  /** As the file writes it. */
  readonly title: string;
}

const nowhere: Span = { start: 0, end: 0 };

/**
 * A row of a price file. Its prices become figures when they are first asked for, which for most rows of a long file
 * is never; a class, so that thousands of rows are made without a function each.
 */
export class FileRow implements PriceRow {
  readonly day: Day;
  /** As a spreadsheet counts it. */
  readonly number: number;
  readonly span: Span;
  readonly #columns: readonly Column[];
  readonly #cells: readonly string[];
  readonly #file: string;
  #prices: PriceRow["prices"] | undefined;

  constructor(
    day: Day,
    number: number,
    columns: readonly Column[],
    cells: readonly string[],
    file = "",
    span = nowhere,
  ) {
    this.day = day;
    this.number = number;
    this.span = span;
    this.#columns = columns;
    this.#cells = cells;
    this.#file = file;
  }

  get source(): string {
    return `${this.#file}${this.#file === "" ? "" : ", "}row ${this.number}`;
  }

  get prices(): PriceRow["prices"] {
    this.#prices ??= new Map(
      this.#columns.flatMap(({ at, measure }) => {
        const price = priceIn(this.#cells[at] ?? "");
        return price ? [[measure, { price, span: this.span }] as const] : [];
      }),
    );
    return this.#prices;
  }

  /** The same row where a sheet names its file. */
  at(file: string, span: Span): FileRow {
    return new FileRow(this.day, this.number, this.#columns, this.#cells, file, span);
  }
}
