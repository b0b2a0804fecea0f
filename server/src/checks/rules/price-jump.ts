import { counted } from "../../base/words.ts";
import type { MeasureId } from "../../catalog/value.ts";
import type { BoundMarket, PriceTable } from "../../note/bound.ts";
import { longDate } from "../../quantity/date.ts";
import type { Exact } from "../../quantity/exact.ts";
import * as exact from "../../quantity/exact.ts";
import type { Figure } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { exampleMarket, type Finding, rule } from "../rule.ts";

const market = (price: string): string =>
  exampleMarket(["2024-07-01  $0.0021", `2024-07-02  ${price}`, "2024-07-03  $0.0019"], "July 5, 2024");

/** A price that is so many times its neighbours, or so small a part of them, is most often a slip of the point. */
const jump = 5n;

export const priceJump = rule({
  code: "price-jump",
  severity: "information",
  title: "A price in the table that stands out by a zero",
  why: "A price many times, or a small part of, those of the days around it is most often a decimal point in the wrong place. The lowest price of a window decides the conversion price, so that one slip changes the number of shares.",
  repair: "Compare the row with its source. A price that did jump is right as it stands.",
  bad: market("$0.0200"),
  good: market("$0.0020"),
  find: ({ alone }) => (alone.market ? jumpsIn(alone.market, alone.note.currency) : []),
});

function jumpsIn(market: BoundMarket, currency: string): Finding[] {
  const { table, tree } = market;
  const jumps = jumpsOf(table);
  if (table.file) return jumps.length === 0 ? [] : inFile(jumps, table.file.name, market, currency);
  return jumps.map((jump) => ({
    span: jump.cell.span,
    tree,
    message: `The ${jumpWords(jump, currency)}. A point in the wrong place changes the conversion price. Compare it with its source.`,
  }));
}

/** Of the prices of a file how many there are and the first of them: all stand where the file is named. */
function inFile(
  jumps: readonly Jump[],
  file: string,
  { tree, pricesFrom }: BoundMarket,
  currency: string,
): Finding[] {
  const shown = jumps
    .slice(0, mostShown)
    .map((jump) => `${jump.cell.source}: the ${jumpWords(jump, currency)}`);
  const more = jumps.length > mostShown ? [`and ${jumps.length - mostShown} more`] : [];
  const message = `${file} has ${counted(jumps.length, "price")} that may have the point in the wrong place, which changes the conversion price. Compare with the source: ${[...shown, ...more].join("; ")}.`;
  return pricesFrom ? [{ span: pricesFrom.span, tree, message }] : [];
}

const mostShown = 3;

/** `VWAP of July 2, 2024 is $0.0200, against $0.0021 before and $0.0019 after`. */
function jumpWords({ measure, cell, around }: Jump, currency: string): string {
  const [price, one, two] = [cell, ...around].map(({ price: each }) =>
    show({ ...each, currency: each.currency ?? currency }),
  );
  const others = two === undefined ? `${one} on the day beside it` : `${one} before and ${two} after`;
  return `${measure} of ${longDate(cell.day)} is ${price}, against ${others}`;
}

/** A price that stands out, and those of the days around it. */
interface Jump {
  readonly measure: MeasureId;
  readonly cell: Cell;
  readonly around: readonly Cell[];
}

const jumpsByRows = new WeakMap<PriceTable["rows"], readonly Jump[]>();

/** Found once for the rows of a table: a file has thousands, and every edit of a note asks. */
function jumpsOf(table: PriceTable): readonly Jump[] {
  const known = jumpsByRows.get(table.rows);
  if (known) return known;
  const found = table.measures.flatMap((measure) => {
    const cells = cellsOf(table, measure);
    return cells.flatMap((cell, index): Jump[] => {
      const around = [cells[index - 1], cells[index + 1]].filter((one) => one !== undefined);
      if (around.length === 0 || cells.length < 3) return [];
      const out = around.every((other) => farApart(cell.price, other.price, standsOut(cells, index)));
      return out ? [{ measure, cell, around }] : [];
    });
  });
  jumpsByRows.set(table.rows, found);
  return found;
}

interface Cell {
  readonly day: PriceTable["rows"][number]["day"];
  readonly price: Figure<"price">;
  readonly span: Finding["span"];
  readonly source: string | undefined;
}

function cellsOf({ rows }: PriceTable, measure: MeasureId): Cell[] {
  return rows.flatMap(({ day, source, prices }) => {
    const cell = prices.get(measure);
    return cell && exact.compare(cell.price.amount, exact.zero) > 0 ? [{ day, source, ...cell }] : [];
  });
}

/** At an end of the table only the next one but one tells which of the two prices stands out. */
function standsOut(cells: readonly Cell[], index: number): boolean {
  if (index > 0 && index < cells.length - 1) return true;
  const [near, far] = index === 0 ? [cells[1], cells[2]] : [cells.at(-2), cells.at(-3)];
  return near !== undefined && far !== undefined && !farApart(near.price, far.price, true);
}

function farApart({ amount: a }: Figure<"price">, { amount: b }: Figure<"price">, counts: boolean): boolean {
  return counts && (isTimes(a, b) || isTimes(b, a));
}

/** Whether one price is so many times another. Compared across, for a quotient of thousands of prices takes long. */
function isTimes(large: Exact, small: Exact): boolean {
  return large.numerator * small.denominator >= jump * small.numerator * large.denominator;
}
