import { dirname, join } from "node:path";
import type { Severity } from "../base/problem.ts";
import { docsUrl } from "../catalog/docs.ts";
import type { ShapeCode } from "../catalog/shape.ts";
import { asShipped, combined, type Settings } from "../checks/levels.ts";
import type { Analysis } from "../document/analysis.ts";
import type { Range } from "../document/place.ts";
import { locatedProblems } from "../features/diagnostics.ts";
import { workflowCommand } from "./github.ts";
import { sarifLog } from "./sarif.ts";

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

/** What is wrong with a file. */
export function findingsIn(file: string, analysis: Analysis): FindingRecord[] {
  return locatedProblems(analysis).map(({ problem, range, related }) => {
    const { code, severity, message, note = null } = problem;
    const elsewhere = related.map(({ message: text, range: place, path }) => ({
      file: path === undefined ? file : join(dirname(file), path),
      message: text,
      range: place,
    }));
    return { file, note, code, severity, message, range, related: elsewhere, url: docsUrl(code) };
  });
}

const openCode: ShapeCode = "still-open";

/** Settings for a draft that claims to be final: it has nothing open, so what is still open is an error. */
export function forFinal(settings: Settings): Settings {
  return combined(settings, { ...asShipped, levels: new Map([[openCode, "error"]]) });
}

/** One finding a line, as compilers print them; positions count from 1. */
function findingText({ file, range, severity, code, message, related }: FindingRecord): string {
  const head = `${file}:${place(range)}: ${severity} ${code}: ${message.replaceAll("\n", "\n    ")}`;
  return [head, ...related.map((other) => `    ${other.file}:${place(other.range)}: ${other.message}`)].join(
    "\n",
  );
}

function place({ start }: Range): string {
  return `${start.line + 1}:${start.character + 1}`;
}

/** Findings in one of the forms that programs read; undefined where there is nothing to print. */
export function report(
  format: CheckFormat,
  findings: readonly FindingRecord[],
  complete: boolean,
): string | undefined {
  if (format === "json") return JSON.stringify(findings, undefined, 2);
  if (format === "sarif") return JSON.stringify(sarifLog(findings, complete), undefined, 2);
  if (findings.length === 0) return undefined;
  return findings.map(format === "github" ? workflowCommand : findingText).join("\n");
}

export const checkFormats = ["text", "json", "sarif", "github"] as const;
export type CheckFormat = (typeof checkFormats)[number];
