import type { BoundMarket, PriceTable } from "../../note/bound.ts";
import { longDate } from "../../quantity/date.ts";
import * as exact from "../../quantity/exact.ts";
import type { Figure } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import type { MeasureId } from "../../syntax/measures.ts";
import { exampleMarket, type Finding, rule } from "../rule.ts";

const market = (price: string): string =>
  exampleMarket(["2024-07-01  $0.0021", `2024-07-02  ${price}`, "2024-07-03  $0.0019"], "July 5, 2024");

/** A price that is so many times its neighbours, or so small a part of them, is most often a slip of the point. */
const jump = exact.whole(5);

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

function jumpsIn({ table, tree }: BoundMarket, currency: string): Finding[] {
  return table.measures.flatMap((measure) => {
    const cells = cellsOf(table, measure);
    return cells.flatMap((cell, index) => {
      const around = [cells[index - 1], cells[index + 1]].filter((one) => one !== undefined);
      if (around.length === 0 || cells.length < 3) return [];
      if (!around.every((other) => farApart(cell.price, other.price, standsOut(cells, index)))) return [];
      const [one, two] = around.map(({ price }) => show({ ...price, currency: price.currency ?? currency }));
      const others = two === undefined ? `${one} on the day beside it` : `${one} before and ${two} after`;
      return [
        {
          span: cell.span,
          tree,
          message: `The ${measure} of ${longDate(cell.day)} is ${show({ ...cell.price, currency: cell.price.currency ?? currency })}, against ${others}. A point in the wrong place changes the conversion price. Compare it with its source.`,
        },
      ];
    });
  });
}

interface Cell {
  readonly day: PriceTable["rows"][number]["day"];
  readonly price: Figure<"price">;
  readonly span: Finding["span"];
}

function cellsOf({ rows }: PriceTable, measure: MeasureId): Cell[] {
  return rows.flatMap(({ day, prices }) => {
    const cell = prices.get(measure);
    return cell && exact.compare(cell.price.amount, exact.zero) > 0 ? [{ day, ...cell }] : [];
  });
}

/** At an end of the table only the next one but one tells which of the two prices stands out. */
function standsOut(cells: readonly Cell[], index: number): boolean {
  if (index > 0 && index < cells.length - 1) return true;
  const [near, far] = index === 0 ? [cells[1], cells[2]] : [cells.at(-2), cells.at(-3)];
  return near !== undefined && far !== undefined && !farApart(near.price, far.price, true);
}

function farApart(a: Figure<"price">, b: Figure<"price">, counts: boolean): boolean {
  const ratio = exact.divide(a.amount, b.amount);
  const far = exact.compare(ratio, jump) >= 0 || exact.compare(ratio, exact.divide(exact.one, jump)) <= 0;
  return counts && far;
}
