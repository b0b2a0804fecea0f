import wrapAnsi from "wrap-ansi";
import type { Severity } from "../base/problem.ts";
import { counted, listing } from "../base/words.ts";
import { type FindingRecord, type Printer, place } from "./check.ts";
import { excerpt } from "./excerpt.ts";
import { type Io, visible } from "./io.ts";
import { readSource } from "./read.ts";
import { type Style, styleFor } from "./style.ts";

/** Columns of a terminal that does not say how many it has, and the most that a line is read over. */
const usual = 80;
const most = 120;

/**
 * Findings for someone at a terminal: what is wrong wrapped to its width, and below it the line that it is about with the
 * words marked. `given` is what standard input held.
 */
export function prettyPrinter(io: Io, given?: () => string): Printer {
  const style = styleFor(io);
  const columns = Math.min(most, Math.max(20, io.columns ?? usual));
  const textOf = (file: string): string => {
    if (file === "-" && given) return given();
    const source = readSource(file, io);
    return "text" in source ? source.text : "";
  };
  return {
    add: (findings) => {
      const [first] = findings;
      if (!first) return;
      const lines = textOf(first.file).split(/\r\n|\r|\n/);
      for (const finding of findings)
        io.stdout(`${findingLines(finding, lines, columns, style).join("\n")}\n\n`);
    },
    end: () => undefined,
  };
}

function findingLines(
  finding: FindingRecord,
  lines: readonly string[],
  columns: number,
  style: Style,
): string[] {
  const { file, range, severity, code, message, related } = finding;
  const where = `${visible(file, "line")}:${place(range)}`;
  const head = `${style.severity[severity](style.bold(severity))} ${style.bold(code)} ${style.faint(where)}`;
  return [
    head,
    ...wrapped(message, columns),
    ...marked(lines, range, columns, style.severity[severity], style),
    ...related.flatMap((other) => {
      const there = `${visible(other.file, "line")}:${place(other.range)}`;
      return [
        ...wrapped(`${other.message} (${there})`, columns).map(style.faint),
        ...(other.file === file ? marked(lines, other.range, columns, style.faint, style) : []),
      ];
    }),
  ];
}

function wrapped(text: string, columns: number): string[] {
  return visible(text, "lines")
    .split("\n")
    .flatMap((line) => wrapAnsi(line, columns - 2, { hard: true }).split("\n"))
    .map((line) => `  ${line}`);
}

function marked(
  lines: readonly string[],
  range: FindingRecord["range"],
  columns: number,
  paint: (text: string) => string,
  style: Style,
): string[] {
  const gutter = String(range.start.line + 1).length + 4;
  const shown = excerpt(lines, range, Math.max(16, columns - gutter - 1));
  if (!shown) return [];
  const bar = style.faint("│");
  return [
    `  ${style.faint(shown.number)} ${bar} ${shown.line}`,
    `  ${" ".repeat(shown.number.length)} ${bar} ${paint(shown.marks)}`,
  ];
}

/** How many findings of each kind there are. */
export type Counts = Readonly<Record<Severity, number>>;

/** “2 errors and 1 warning in 13 files”, “No findings in 13 files”. */
export function countsLine(counts: Counts, files: number): string {
  const said = [
    ...(counts.error > 0 ? [counted(counts.error, "error")] : []),
    ...(counts.warning > 0 ? [counted(counts.warning, "warning")] : []),
    ...(counts.information + counts.hint > 0 ? [counted(counts.information + counts.hint, "remark")] : []),
  ];
  return `${said.length === 0 ? "No findings" : listing(said)} in ${counted(files, "file")}`;
}
