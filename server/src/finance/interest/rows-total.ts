import { counted } from "../../base/words.ts";
import { sumOfRows } from "../../quantity/cash-flows.ts";
import * as exact from "../../quantity/exact.ts";
import { type Figure, named } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";

/** A total that grows row by row, and is one line of a derivation. */
export interface RowsTotal {
  readonly add: (sum: Figure<"money">, on: Figure<"date">) => void;
  /** The total so far; undefined while there is no row. */
  readonly sum: () => Figure<"money"> | undefined;
}

/** So many rows become one of the next order, which keeps what a figure is made of shallow and short. */
const folds = 40;

/** A total of rows that go by a name; `noun` says what one of them is. */
export function rowsTotal(name: string, noun: string): RowsTotal {
  const chunks: Figure<"money">[] = [];
  let open: Figure<"money">[] = [];
  let amount = exact.zero;
  let count = 0;
  let [first, last, only]: [Figure<"date">?, Figure<"date">?, Figure<"money">?] = [];
  return {
    add: (sum, on) => {
      open.push(sum);
      amount = exact.add(amount, sum.amount);
      count++;
      first ??= on;
      last = on;
      only = count === 1 ? sum : undefined;
      if (open.length < folds) return;
      const part = open.reduce((total, one) => exact.add(total, one.amount), exact.zero);
      chunks.push(sumOfRows(open, part, counted(open.length, noun), sum.currency));
      open = [];
    },
    sum: () => {
      if (only) return named(name, only);
      const rows = [...chunks, ...open];
      if (!first || !last || rows.length === 0) return undefined;
      const text = `${counted(count, noun)}, ${show(first)} to ${show(last)}`;
      return named(name, sumOfRows(rows, amount, text, rows[0]?.currency));
    },
  };
}
