import { counted, grouped, listing } from "../../base/words.ts";
import type { PriceRow } from "../../catalog/value.ts";
import type { BoundMarket } from "../../note/bound.ts";
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
  find: ({ alone: { market: known } }) => {
    if (!known) return [];
    const { rows, file } = known.table;
    return file ? judgedFile(known, file.name) : rows.flatMap((row) => judged(row, known.tree));
  },
});

/** Of the rows of a file how many there are and the first of them: all stand where the file is named. */
function judgedFile({ table: { rows }, tree, pricesFrom }: BoundMarket, file: string): Finding[] {
  const closed = rows.filter(({ day, prices }) => !nyse.isOpen(day) && prices.size > 0);
  if (closed.length === 0 || !pricesFrom) return [];
  const shown = closed
    .slice(0, mostShown)
    .map(({ day, source }) => `${source} (${longDate(day)}, ${nyse.closure(day) ?? ""})`);
  const more = closed.length > mostShown ? [`${grouped(String(closed.length - mostShown))} more`] : [];
  const message = `${file} has prices for ${counted(closed.length, "day")} on which the exchange was closed: ${listing([...shown, ...more])}. There is no price of such a day, and windows of trading days pass over it. Check whether the dates of the file are off by a day.`;
  return [{ span: pricesFrom.span, tree, message }];
}

const mostShown = 3;

/** The words of a date, without the `-` of columns that have no price before the first that has one. */
function withoutBlankCells(words: string): string {
  let date = words.trimEnd();
  while (date.endsWith(" -") || date.endsWith("\t-")) date = date.slice(0, -1).trimEnd();
  return date;
}

function judged(row: PriceRow, tree: Tree): Finding[] {
  const closure = nyse.closure(row.day);
  const [first] = row.prices.values();
  if (closure === undefined || !first) return [];
  const date = withoutBlankCells(tree.text.slice(row.span.start, first.span.start));
  return [
    {
      span: { start: row.span.start, end: row.span.start + date.length },
      tree,
      message: `The exchange was closed on ${longDate(row.day)} (${closure}), so there is no price of that day, and windows of trading days pass over it. Check whether the dates of the table are off by a day.`,
      fixes: [{ title: "Take this row out", edits: [removal(row.span, tree.text)] }],
    },
  ];
}
