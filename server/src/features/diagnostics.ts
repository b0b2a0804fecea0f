import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver-types";
import type { Severity } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import { docsUrl } from "../catalog/docs.ts";
import type { PlacedProblem } from "../checks/check.ts";
import type { Tree } from "../syntax/tree.ts";
import { type Analysis, problemsOf } from "./analysis.ts";
import type { Piece } from "./pieces.ts";
import { firstLines, type Range, rangeIn } from "./place.ts";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A problem with its places in the document. */
export interface LocatedProblem {
  readonly problem: PlacedProblem;
  readonly range: Range;
  readonly related: readonly { readonly message: string; readonly range: Range }[];
}

/** Everything that is wrong with a document, where it stands: for editors and for the command line. */
export function locatedProblems(analysis: Analysis): LocatedProblem[] {
  const lines = firstLines(analysis);
  const places = new Map<Tree, number>(analysis.pieces.map(({ tree }, index) => [tree, index]));
  const rangeOf = (index: number, span: Span): Range =>
    rangeIn(analysis.pieces[index] as Piece, lines[index] ?? 0, span);
  return problemsOf(analysis).map(({ problem, piece }) => ({
    problem,
    range: rangeOf(piece, problem.span),
    related: (problem.related ?? []).map(({ message, span, tree = problem.tree }) => ({
      message,
      range: rangeOf(places.get(tree) ?? piece, span),
    })),
  }));
}

/** The same, as an editor shows it. */
export function diagnostics(analysis: Analysis, uri: string): Diagnostic[] {
  return locatedProblems(analysis).map(({ problem, range, related }) => {
    const elsewhere = related.map((other) => ({
      message: other.message,
      location: { uri, range: other.range },
    }));
    return diagnostic(problem, range, elsewhere);
  });
}

function diagnostic(
  { code, message, severity }: PlacedProblem,
  range: Range,
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
