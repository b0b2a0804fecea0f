import type { Span } from "../base/span.ts";
import type { PriceRow } from "../catalog/value.ts";
import type { Day } from "../quantity/date.ts";
import type { Figure } from "../quantity/figure.ts";
import type { MeasureId } from "../syntax/measures.ts";
import { type CommaUse, priceIn } from "./csv-cells.ts";
import type { Grid } from "./csv-grid.ts";

/** A column of a price file. */
export interface Column {
  /** Its place among the cells of a row. */
  readonly at: number;
  readonly measure: MeasureId;
  /** As the file writes it. */
  readonly title: string;
  readonly comma: CommaUse;
}

const nowhere: Span = { start: 0, end: 0 };

/**
 * A row of a price file. Its prices become figures when they are first needed, which for most rows of a long file
 * is never; a class, so that thousands of rows are made without a function each.
 */
export class FileRow implements PriceRow {
  readonly day: Day;
  /** As a spreadsheet counts it. */
  readonly number: number;
  readonly span = nowhere;
  readonly #columns: readonly Column[];
  readonly #grid: Grid;
  #prices: PriceRow["prices"] | undefined;

  constructor(day: Day, number: number, columns: readonly Column[], grid: Grid) {
    this.day = day;
    this.number = number;
    this.#columns = columns;
    this.#grid = grid;
  }

  get source(): string {
    return `row ${this.number}`;
  }

  get prices(): PriceRow["prices"] {
    if (this.#prices) return this.#prices;
    const prices = new Map<MeasureId, { price: Figure<"price">; span: Span }>();
    for (const { at, measure, comma } of this.#columns) {
      const price = priceIn(this.#grid.cell(this.number - 1, at), comma);
      if (price) prices.set(measure, { price, span: nowhere });
    }
    this.#prices = prices;
    return prices;
  }
}
