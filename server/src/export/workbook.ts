import { type Cell, type CellStyle, writeXlsx } from "hucre/xlsx";
import type { Book, BookCell, BookSheet, Look } from "./book/book.ts";
import { repacked } from "./zip.ts";

/**
 * A spreadsheet as an XLSX file, the same bytes for the same book: formulas with what they come to, names for cells, no
 * macro. Text is written as text, whatever it begins with.
 */
export async function workbook({ title, sheets, names }: Book): Promise<Uint8Array> {
  const file = await writeXlsx({
    sheets: sheets.map(sheetOf),
    namedRanges: names.map(({ name, place }) => ({ name, range: place })),
    defaultFont: { name: "Calibri", size: 11 },
    properties: { title: clean(title), creator: "Notewright", lastModifiedBy: "Notewright" },
  });
  return repacked(file);
}

function sheetOf({ name, widths, rows, frozen }: BookSheet) {
  const cells = new Map<string, Partial<Cell>>();
  for (const [row, line] of rows.entries())
    for (const [column, cell] of line.entries()) if (cell) cells.set(`${row},${column}`, cellOf(cell));
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: rows.map((line) => line.map(() => null)),
    cells,
    rowDefs: heights(rows, widths),
    freezePane: { rows: frozen, columns: 0 },
    pageSetup: { orientation: "landscape" as const, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

/** In points. */
const lineHeight = 15;

/** How high the rows are in which text goes over several lines. */
function heights(
  rows: BookSheet["rows"],
  widths: readonly number[],
): Map<number, { readonly height: number }> {
  const found = new Map<number, { readonly height: number }>();
  for (const [row, line] of rows.entries()) {
    const lines = line.map((cell, column) =>
      cell && typeof cell.value === "string" && wraps.has(cell.look)
        ? Math.ceil(cell.value.length / Math.max(1, (widths[column] ?? 10) - 2))
        : 1,
    );
    const most = Math.max(1, ...lines);
    if (most > 1) found.set(row, { height: most * lineHeight });
  }
  return found;
}

function cellOf({ look, value, formula, format }: BookCell): Partial<Cell> {
  const style: CellStyle = { ...looks[look], ...(format === undefined ? {} : { numFmt: format }) };
  if (typeof value === "string") return { value: clean(value), type: "string", style };
  if (formula === undefined) return { value, type: "number", style };
  return { value, type: "formula", formula, formulaResult: value, style };
}

const top = { vertical: "top", wrapText: true } as const;

const wraps: ReadonlySet<Look> = new Set(["head", "label", "text", "open"]);

const looks: Readonly<Record<Look, CellStyle>> = {
  title: { font: { bold: true, size: 14 } },
  heading: { font: { bold: true, size: 12 } },
  head: {
    font: { bold: true },
    fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "EEEEEE" } },
    alignment: top,
  },
  label: { alignment: top },
  input: {
    font: { color: { rgb: "1F3FBF" } },
    fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "FFF9D6" } },
    alignment: { vertical: "top" },
  },
  value: { alignment: { vertical: "top" } },
  text: { alignment: { ...top, indent: 1 } },
  remark: { font: { italic: true, color: { rgb: "555555" } } },
  open: { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "FFF3A3" } }, alignment: top },
};

/** More letters than a cell holds. */
const longestText = 32_000;

/** Text without the characters that XML cannot hold, and without those that turn the order of writing around. */
function clean(text: string): string {
  return text
    .slice(0, longestText)
    .replace(/[\p{Cc}\p{Bidi_Control}\p{Cs}\ufffe\uffff]/gu, (sign) =>
      sign === "\n" || sign === "\t" ? sign : "\ufffd",
    );
}
