import type { ScheduleLine } from "../finance/money/schedule.ts";
import { isoDate } from "../quantity/date.ts";
import { dayOf, type Figure } from "../quantity/figure.ts";
import { plainValue, show } from "../quantity/format.ts";
import { textWidth } from "./lines.ts";
import { escaped, gap, tableRow } from "./markdown.ts";

/** A line of the payment schedule as data, for programs: plain digits; null where nothing moves. */
export interface ScheduleRecord {
  readonly date: string;
  readonly what: string;
  readonly interest: string | null;
  readonly principal: string | null;
  readonly premium: string | null;
  readonly paid: string | null;
  readonly shares: string | null;
  readonly owed: string;
}

export function scheduleRecords(lines: readonly ScheduleLine[]): ScheduleRecord[] {
  const plain = (figure: Figure | undefined): string | null => (figure ? plainValue(figure) : null);
  return lines.map(({ on, what, interest, principal, premium, paid, shares, owed }) => ({
    date: isoDate(dayOf(on)),
    what,
    interest: plain(interest),
    principal: plain(principal),
    premium: plain(premium),
    paid: plain(paid),
    shares: plain(shares),
    owed: plainValue(owed),
  }));
}

export interface Column {
  readonly heading: string;
  readonly left?: boolean;
  readonly cell: (line: ScheduleLine) => string;
}

/** The columns in which any line has something. */
export function columnsOf(lines: readonly ScheduleLine[]): readonly Column[] {
  const shown = (figure: Figure | undefined): string => (figure ? show(figure) : "");
  const optional = (["interest", "principal", "premium", "paid", "shares"] as const).filter((part) =>
    lines.some((line) => line[part]),
  );
  return [
    { heading: "date", left: true, cell: ({ on }) => show(on) },
    { heading: "what", left: true, cell: ({ what }) => what },
    ...optional.map((part) => ({ heading: part, cell: (line: ScheduleLine) => shown(line[part]) })),
    { heading: "owed", cell: ({ owed }) => show(owed) },
  ];
}

/** The schedule as a table of words: headings, then its rows. */
export function scheduleTable(lines: readonly ScheduleLine[]): readonly (readonly string[])[] {
  const columns = columnsOf(lines);
  if (lines.length === 0) return [];
  return [
    columns.map(({ heading }) => heading),
    ...lines.map((line) => columns.map(({ cell }) => cell(line))),
  ];
}

/** More lines than these nobody reads on paper; programs get all. */
const mostOnPaper = 240;
const shownOnPaper = 120;

/** The schedule in aligned columns of plain text; of a very long one the first lines and the last. */
export function scheduleText(lines: readonly ScheduleLine[]): string[] {
  const columns = columnsOf(lines);
  const [first, last] = divided(lines, mostOnPaper, shownOnPaper);
  const cells = (line: ScheduleLine): string[] => columns.map(({ cell }) => cell(line));
  const head = columns.map(({ heading }) => heading);
  const rows = [head, ...[...first, ...last].map(cells)];
  const widths = columns.map((_, index) => Math.max(...rows.map((row) => (row[index] ?? "").length)));
  const room = widths.reduce((sum, width) => sum + width, 0);
  const space = " ".repeat(Math.max(1, Math.min(3, Math.floor((textWidth - 2 - room) / columns.length))));
  const text = (row: readonly string[]): string =>
    `  ${row.map((cell, index) => (columns[index]?.left ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0))).join(space)}`.trimEnd();
  const between = last.length > 0 ? [`  … ${lines.length - first.length - last.length} more …`] : [];
  return [
    text(head),
    ...first.map((line) => text(cells(line))),
    ...between,
    ...last.map((line) => text(cells(line))),
  ];
}

/** In a hover so many lines are enough. */
const mostInHover = 8;
const shownInHover = 4;

/** The schedule in short, as Markdown: its first lines and its last. */
export function scheduleMarkdown(lines: readonly ScheduleLine[]): string {
  return dividedMarkdown(lines, mostInHover, shownInHover);
}

/** A few of its lines. */
export function scheduleAtAGlance(lines: readonly ScheduleLine[]): string {
  return dividedMarkdown(lines, mostAtAGlance, shownAtAGlance);
}

const mostAtAGlance = 5;
const shownAtAGlance = 2;

function dividedMarkdown(lines: readonly ScheduleLine[], most: number, shown: number): string {
  const columns = columnsOf(lines);
  const [first, last] = divided(lines, most, shown);
  const row = (cells: readonly string[]): string =>
    tableRow(cells.map((cell, index) => `${index > 0 ? gap : ""}${escaped(cell)}`));
  const skipped = lines.length - first.length - last.length;
  const line = (one: ScheduleLine): string => row(columns.map(({ cell }) => cell(one)));
  return [
    row(columns.map(({ heading }) => heading)),
    `|${columns.map(({ left }) => (left ? ":--" : "--:")).join("|")}|`,
    ...first.map(line),
    ...(skipped > 0 ? [row([`${skipped} more`, ...columns.slice(1).map(() => "")])] : []),
    ...last.map(line),
  ].join("\n");
}

/** The first lines and the last of very many; all of them, and none, of fewer. */
function divided(
  lines: readonly ScheduleLine[],
  most: number,
  shown: number,
): readonly [readonly ScheduleLine[], readonly ScheduleLine[]] {
  return lines.length <= most ? [lines, []] : [lines.slice(0, shown), lines.slice(-Math.ceil(shown / 2))];
}
