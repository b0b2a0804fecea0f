// Figures as a table, each beside the bars that it is to stay under.

export interface Figure {
  readonly name: string;
  readonly unit: "ms" | "MB" | "KB";
  readonly ours: number;
  readonly bare?: number;
  /** What the project promises, and what it aims for: times bare, and for sizes in KB. */
  readonly issue?: number;
  readonly goal?: number;
}

const titles = ["figure", "ours", "bare", "× bare", "bar", "", "goal", ""];

export function table(figures: readonly Figure[]): string {
  const rows = [titles, ...figures.map(row)];
  const widths = titles.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  return rows
    .map((cells) =>
      cells
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function row(figure: Figure): string[] {
  const { name, unit, ours, bare, issue, goal } = figure;
  const ratio = bare === undefined ? undefined : ours / bare;
  const held = unit === "KB" ? ours : ratio;
  return [
    name,
    amount(ours, unit),
    bare === undefined ? "" : amount(bare, unit),
    ratio?.toFixed(2) ?? "",
    ...verdict(held, issue),
    ...verdict(held, goal),
  ];
}

function verdict(held: number | undefined, bar: number | undefined): [string, string] {
  if (bar === undefined || held === undefined) return ["", ""];
  return [String(bar), held <= bar ? "pass" : "over"];
}

function amount(value: number, unit: Figure["unit"]): string {
  return `${value.toFixed(unit === "ms" && value < 100 ? 2 : 0)} ${unit}`;
}
