import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver-types";
import type { Severity } from "../base/problem.ts";
import { docsUrl } from "../catalog/docs.ts";
import type { PlacedProblem } from "../checks/check.ts";
import type { Tree } from "../syntax/tree.ts";
import { type Analysis, problemsOf } from "./analysis.ts";
import { firstLines, rangeIn } from "./place.ts";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Everything that is wrong with a document, as an editor shows it. */
export function diagnostics(analysis: Analysis, uri: string): Diagnostic[] {
  const lines = firstLines(analysis);
  const places = new Map<Tree, number>(analysis.pieces.map(({ tree }, index) => [tree, index]));
  return problemsOf(analysis).flatMap(({ problem, piece: index }) => {
    const piece = analysis.pieces[index];
    if (!piece) return [];
    const related = (problem.related ?? []).flatMap(({ message, span, tree = problem.tree }) => {
      const at = places.get(tree) ?? index;
      const other = analysis.pieces[at];
      return other ? [{ message, location: { uri, range: rangeIn(other, lines[at] ?? 0, span) } }] : [];
    });
    return [diagnostic(problem, rangeIn(piece, lines[index] ?? 0, problem.span), related)];
  });
}

function diagnostic(
  { code, message, severity }: PlacedProblem,
  range: Diagnostic["range"],
  related: NonNullable<Diagnostic["relatedInformation"]>,
): Diagnostic {
  return {
    range,
    message,
    code,
    severity: severities[severity],
    source: "notewright",
    codeDescription: { href: docsUrl(code) },
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  };
}
