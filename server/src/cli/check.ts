import { dirname, join } from "node:path";
import type { Severity } from "../base/problem.ts";
import { docsUrl } from "../catalog/docs.ts";
import type { Analysis } from "../features/analysis.ts";
import { locatedProblems } from "../features/diagnostics.ts";
import type { Range } from "../features/place.ts";

/** A finding as data, for programs. Positions count from 0, characters in UTF-16 units. */
export interface FindingRecord {
  readonly file: string;
  readonly note: string | null;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly related: readonly { readonly file: string; readonly message: string; readonly range: Range }[];
  readonly url: string;
}

/** What is wrong with a file. A draft that claims to be final has nothing open: what is, is an error then. */
export function findingsIn(file: string, analysis: Analysis, final: boolean): FindingRecord[] {
  return locatedProblems(analysis).map(({ problem, range, related }) => {
    const { code, message, note = null } = problem;
    const severity = final && code === "still-open" ? "error" : problem.severity;
    const elsewhere = related.map(({ message: text, range: place, path }) => ({
      file: path === undefined ? file : join(dirname(file), path),
      message: text,
      range: place,
    }));
    return { file, note, code, severity, message, range, related: elsewhere, url: docsUrl(code) };
  });
}

/** One finding a line, as compilers print them; positions count from 1. */
export function findingText({ file, range, severity, code, message, related }: FindingRecord): string {
  const head = `${file}:${place(range)}: ${severity} ${code}: ${message.replaceAll("\n", "\n    ")}`;
  return [head, ...related.map((other) => `    ${other.file}:${place(other.range)}: ${other.message}`)].join(
    "\n",
  );
}

function place({ start }: Range): string {
  return `${start.line + 1}:${start.character + 1}`;
}
