import type { PriceRow } from "../../catalog/value.ts";
import { nyse } from "../../quantity/calendar.ts";
import { longDate } from "../../quantity/date.ts";
import type { Tree } from "../../syntax/tree.ts";
import { removal } from "../edits.ts";
import { exampleNote, type Finding, rule } from "../rule.ts";

const market = (day: string): string =>
  `${exampleNote("")}\nmarket {\n  prices {\n    date        closing price\n    2024-06-18  $1.00\n    ${day}  $1.00\n  }\n}\n`;

export const priceOnClosedDay = rule({
  code: "price-on-closed-day",
  severity: "warning",
  title: "A price for a day on which the exchange was closed",
  why: "There is no price of a day without trading. A row on such a day shows that the table's dates are off, often by one; windows of trading days then pick the wrong prices.",
  repair: "Correct the date of the row, or take the row out.",
  bad: market("2024-06-19"),
  good: market("2024-06-20"),
  find: ({ alone: { market: known } }) =>
    known ? known.table.rows.flatMap((row) => judged(row, known.tree)) : [],
});

function judged(row: PriceRow, tree: Tree): Finding[] {
  const closure = nyse.closure(row.day);
  const [first] = row.prices.values();
  if (closure === undefined || !first) return [];
  const date = tree.text.slice(row.span.start, first.span.start).replace(/(\s+-)*\s*$/, "");
  return [
    {
      span: { start: row.span.start, end: row.span.start + date.length },
      tree,
      message: `The exchange was closed on ${longDate(row.day)} (${closure}), so there is no price of that day, and windows of trading days pass over it. Check whether the dates of the table are off by a day.`,
      fixes: [{ title: "Take this row out", edits: [removal(row.span, tree.text)] }],
    },
  ];
}
