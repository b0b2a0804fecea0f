import type { Severity } from "../base/problem.ts";
import { docsUrl } from "../catalog/docs.ts";
import { type Analysis, type DocumentProblem, problemsOf } from "../features/analysis.ts";
import { firstLines, type Range, rangeIn } from "../features/place.ts";

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
  const lines = firstLines(analysis);
  return problemsOf(analysis).map((found) => record(found, file, analysis, lines, final));
}

function record(
  { problem, piece: index }: DocumentProblem,
  file: string,
  analysis: Analysis,
  lines: readonly number[],
  final: boolean,
): FindingRecord {
  const rangeOf = (at: number, span: { readonly start: number; readonly end: number }): Range => {
    const piece = analysis.pieces[at];
    return piece
      ? rangeIn(piece, lines[at] ?? 0, span)
      : { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  };
  const severity = final && problem.code === "still-open" ? "error" : problem.severity;
  const related = (problem.related ?? []).map(({ message, span, tree }) => {
    const other = tree ? analysis.pieces.findIndex((piece) => piece.tree === tree) : index;
    return { file, message, range: rangeOf(other < 0 ? index : other, span) };
  });
  const { code, message } = problem;
  return {
    file,
    note: problem.note ?? null,
    code,
    severity,
    message,
    range: rangeOf(index, problem.span),
    related,
    url: docsUrl(code),
  };
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
