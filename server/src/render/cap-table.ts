import type { CapTableRow } from "../finance/rounds/cap-table.ts";
import { plainValue, show, showPercent } from "../quantity/format.ts";
import { columned } from "./lines.ts";

/** A row of a cap table as data: plain digits, a part as a fraction of one. */
export interface CapTableRecord {
  readonly holder: string;
  readonly shares: string;
  readonly part: string;
}

export function capTableRecords(rows: readonly CapTableRow[]): CapTableRecord[] {
  return rows.map(({ holder, shares, part }) => ({
    holder: holder.replace(/^“(.*)”$/, "$1"),
    shares: plainValue(shares),
    part: plainValue(part),
  }));
}

/** The table in plain text: who has the shares after the round, numbers to the right. */
export function capTableLines(rows: readonly CapTableRow[], indent: number): string[] {
  const cells = rows.map(({ holder, shares, part }) => [
    holder,
    show(shares).replace(/ shares?$/, ""),
    showPercent(part.amount, 2),
  ]);
  const widest = (column: number): number => Math.max(...cells.map((row) => row[column]?.length ?? 0));
  const [shares, parts] = [widest(1), widest(2)];
  const aligned = cells.map(([holder = "", count = "", part = ""]) => [
    holder,
    count.padStart(shares),
    part.padStart(parts),
  ]);
  return columned(aligned, indent).flat();
}
