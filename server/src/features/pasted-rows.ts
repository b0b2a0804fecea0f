import type { Analysis } from "../document/analysis.ts";
import { type Position, placeAt, specsAt } from "../document/place.ts";
import { type PriceFile, readPriceFile } from "../market/csv.ts";
import { readDate } from "../market/csv-dates.ts";
import { columnsOf, dateHeading } from "../note/table.ts";
import { isoDate } from "../quantity/date.ts";
import { plainValue } from "../quantity/format.ts";
import type { MeasureId } from "../syntax/measures.ts";

/**
 * Rows of a spreadsheet, cells between tabs, as rows of the price table at a position. With a heading of their own their
 * columns may stand in any order; without one they are taken to be those of the table. Undefined where the position is
 * in no table, or where anything of the rows can't be read: then they are pasted as they are.
 */
export function pastedRows(analysis: Analysis, position: Position, text: string): string | undefined {
  if (!text.includes("\t")) return undefined;
  const { piece, offset } = placeAt(analysis, position);
  const table = specsAt(piece.tree.clauses, offset).findLast(({ spec }) => spec?.block?.rows === "prices");
  const block = table?.clause.block;
  if (!block || offset <= block.span.start) return undefined;
  const heading = block.clauses.find(({ span }) => span.end <= offset);
  const measures = heading && columnsOf(heading.phrase);
  const first = text.split(/\r\n?|\n/).find((line) => line.trim() !== "") ?? "";
  const isHeaded = readDate(first.split("\t")[0] ?? "") === undefined;
  if (!isHeaded && !measures) return undefined;
  const file = readPriceFile(isHeaded ? text : `${[dateHeading, ...(measures ?? [])].join("\t")}\n${text}`);
  if (file.problems.length > 0 || file.rows.length === 0 || file.order?.decided === "by neither")
    return undefined;
  const shown = measures ?? file.measures;
  if (!shown.every((measure) => file.measures.includes(measure))) return undefined;
  const rows = written(file, shown);
  return (measures ? rows : [[dateHeading, ...shown].join("  "), ...rows]).join("\n");
}

function written({ rows }: PriceFile, measures: readonly MeasureId[]): string[] {
  return rows.map(({ day, prices }) => {
    const cells = measures.map((measure) => {
      const found = prices.get(measure);
      return found ? `$${plainValue(found.price)}` : "-";
    });
    return [isoDate(day), ...cells].join("  ");
  });
}
