import type { PriceRow, PriceTable } from "../finance/price-table.ts";
import * as exact from "../quantity/exact.ts";
import { plainValue, show, showPercent } from "../quantity/format.ts";
import type { Ground } from "./chart.ts";
import { textWidth } from "./lines.ts";
import { escaped, gap, tableRow } from "./markdown.ts";
import { curveMarkdown } from "./price-curve.ts";

/** A row of the table as data, for programs: plain digits; null where something is missing. */
export interface PriceRowRecord {
  readonly marketPrice: string;
  readonly binding: string | null;
  readonly conversionPrice: string;
  readonly shares: string;
  readonly ownership: string | null;
  readonly value: string;
  readonly gain: string | null;
}

export function priceRecords({ rows }: PriceTable): PriceRowRecord[] {
  return rows.map(({ market, binding = null, price, shares, ownership, value, gain }) => ({
    marketPrice: plainValue(market),
    binding,
    conversionPrice: plainValue(price),
    shares: plainValue(shares),
    ownership: ownership ? plainValue(ownership) : null,
    value: plainValue(value),
    gain: gain ? plainValue(gain) : null,
  }));
}

/**
 * The table as Markdown. A range that a scenario plays also shows what the shares are worth, and its curves where the
 * reader can be shown pictures, on a ground like its own, else a bar a row.
 */
export function priceMarkdown(table: PriceTable, pictures: Ground | undefined): string {
  const { rows, amount } = table;
  const curve = pictures && table.played ? curveMarkdown(table, pictures) : undefined;
  const bar = barsOf(table);
  const columns: readonly Column[] = [
    { heading: "If every price is", cell: ({ market }) => show(market) },
    ...(binders(rows).length > 1
      ? [{ heading: "the price is", left: true, cell: ({ binding = "" }: PriceRow) => escaped(binding) }]
      : []),
    { heading: "conversion price", cell: ({ price }) => show(price) },
    { heading: `shares for ${show(amount)}`, cell: sharesCell },
    ...(isOwned(table) ? [{ heading: "ownership", cell: ownershipCell }] : []),
    ...(table.played
      ? [
          { heading: "value", cell: ({ value }: PriceRow) => show(value) },
          { heading: "return", cell: gainCell },
          ...(curve === undefined ? [{ heading: barHeading(table), left: true, cell: bar }] : []),
        ]
      : []),
  ];
  const align = columns.map(({ left }) => (left ? ":--" : "--:"));
  return [
    tableRow(columns.map(({ heading }, index) => apart(heading, index))),
    `|${align.join("|")}|`,
    ...rows.map((row) => tableRow(columns.map(({ cell }, index) => apart(cell(row), index)))),
    ...(curve === undefined ? [] : ["", curve]),
  ].join("\n");
}

/** A cell that stands apart from the one before it, and is not divided before its per cent. */
function apart(cell: string, index: number): string {
  return `${index > 0 ? gap : ""}${cell.replaceAll(" %", "&nbsp;%")}`;
}

/** The letter of what stands at a place in a list: `a` to `z`, then `aa`, `ab` and so on. */
export function letterOf(place: number): string {
  const before = place < 26 ? "" : letterOf(Math.floor(place / 26) - 1);
  return before + String.fromCharCode(97 + (place % 26));
}

/** So many rows are a glance. */
const rowsAtAGlance = 3;

/**
 * Some rows of the table as Markdown: its ends, and without a curve over it one between, where another alternative
 * decides, else the middle.
 */
export function priceAtAGlance(table: PriceTable, hasCurve: boolean): string {
  const { rows, amount } = table;
  const change = rows.findIndex(({ binding }, index) => index > 0 && binding !== rows[index - 1]?.binding);
  const between = change > 0 && change < rows.length - 1 ? change : Math.floor(rows.length / 2);
  const middle = hasCurve ? [] : [rows[between]];
  const shown = rows.length <= rowsAtAGlance ? rows : [rows[0], ...middle, rows.at(-1)];
  const columns = [
    { heading: "If every price is", cell: ({ market }: PriceRow) => show(market) },
    { heading: "it converts at", cell: ({ price }: PriceRow) => show(price) },
    { heading: `shares for ${show(amount)}`, cell: sharesCell },
    ...(isOwned(table) ? [{ heading: "owned", cell: ownershipCell }] : []),
  ];
  return [
    tableRow(columns.map(({ heading }, index) => apart(heading, index))),
    `|${columns.map(() => "--:").join("|")}|`,
    ...shown.flatMap((row) =>
      row ? [tableRow(columns.map(({ cell }, index) => apart(cell(row), index)))] : [],
    ),
  ].join("\n");
}

/** The table in plain text, in aligned columns; what decides the price stands under it, by letter. */
export function priceLines(table: PriceTable): string[] {
  const { rows, amount, cost } = table;
  const all = binders(rows);
  const names = all.length > 1 ? all : [];
  const letter = (name: string | undefined): string =>
    name === undefined ? "" : `(${letterOf(names.indexOf(name))})`;
  const columns: readonly Column[] = [
    { heading: "market", cell: ({ market }) => show(market) },
    { heading: "converts at", cell: ({ price }) => show(price) },
    ...(names.length > 0 ? [{ heading: "by", cell: ({ binding }: PriceRow) => letter(binding) }] : []),
    { heading: "shares", cell: sharesCell },
    ...(isOwned(table) ? [{ heading: "owned", cell: ownershipCell }] : []),
    { heading: "value", cell: ({ value }) => show(value) },
    ...(cost ? [{ heading: "return", cell: gainCell }] : []),
    { heading: isOwned(table) ? "to 100 %" : "to the highest", left: true, cell: barsOf(table) },
  ];
  return [
    `If every market price is the one on the left, ${show(amount)} converts like this:`,
    "",
    ...fitting(columns, rows),
    "",
    ...names.map((name) => `${letter(name)} ${name}`),
    ...(cost ? [`return: the shares' value over ${show(cost)}, what the holder gave, less one`] : []),
  ];
}

interface Column {
  readonly heading: string;
  readonly left?: boolean;
  readonly cell: (row: PriceRow) => string;
}

/** What decides the price in the rows, each once. One that decides it in all of them needs no column. */
function binders(rows: readonly PriceRow[]): string[] {
  return [...new Set(rows.flatMap(({ binding }) => binding ?? []))];
}

/** Aligned lines that fit the page; of very wide numbers the last columns go. */
function fitting(columns: readonly Column[], rows: readonly PriceRow[]): string[] {
  const lines = aligned(columns, rows);
  const fits = columns.length <= 3 || lines.every(({ length }) => length <= textWidth - 2);
  return fits ? lines : fitting(columns.slice(0, -1), rows);
}

function aligned(columns: readonly Column[], rows: readonly PriceRow[]): string[] {
  const cells = [
    columns.map(({ heading }) => heading),
    ...rows.map((row) => columns.map(({ cell }) => cell(row))),
  ];
  const widths = columns.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  return cells.map((line) =>
    line
      .map((cell, column) =>
        columns[column]?.left ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
}

const sharesCell = ({ shares }: PriceRow): string => show(shares).replace(/ shares?$/, "");
const ownershipCell = ({ ownership }: PriceRow): string =>
  ownership ? showPercent(ownership.amount, 2) : "";
const gainCell = ({ gain }: PriceRow): string => (gain ? showPercent(gain.amount, 2) : "");

function isOwned({ rows }: PriceTable): boolean {
  return rows.some(({ ownership }) => ownership);
}

const barWidth = 12n;

function barHeading(table: PriceTable): string {
  return isOwned(table) ? "ownership, to 100 %" : "value, to the highest";
}

/** A bar as long as the part owned, of a whole at most, or as the value beside the highest. */
function barsOf(table: PriceTable): (row: PriceRow) => string {
  const most = table.rows
    .map(({ value }) => value.amount)
    .reduce((best, value) => (exact.compare(value, best) > 0 ? value : best), exact.zero);
  return ({ ownership, value }) => {
    const part = isOwned(table)
      ? (ownership?.amount ?? exact.zero)
      : exact.isZero(most)
        ? exact.zero
        : exact.divide(value.amount, most);
    const shown = exact.compare(part, exact.one) > 0 ? exact.one : part;
    const halves = exact.floor(exact.multiply(shown, exact.whole(barWidth * 2n)));
    return "█".repeat(Number(halves / 2n)) + (halves % 2n === 1n ? "▌" : "");
  };
}
