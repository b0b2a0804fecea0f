import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver-types";
import { uriFrom } from "../base/paths.ts";
import type { Severity } from "../base/problem.ts";
import { docsUrl } from "../catalog/docs.ts";
import type { PlacedProblem } from "../checks/check.ts";
import { type Analysis, problemsOf } from "./analysis.ts";
import type { Piece } from "./pieces.ts";
import { firstLines, type Range, rangeIn } from "./place.ts";
import { rangeAt, whereIs } from "./whereabouts.ts";

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
  readonly related: readonly RelatedRange[];
}

export interface RelatedRange {
  readonly message: string;
  readonly range: Range;
  /** The file that it is in, by its path from the document; undefined for the document itself. */
  readonly path: string | undefined;
}

/** Everything that is wrong with a document, where it stands: for editors and for the command line. */
export function locatedProblems(analysis: Analysis): LocatedProblem[] {
  const lines = firstLines(analysis);
  return problemsOf(analysis).map(({ problem, piece }) => ({
    problem,
    range: rangeIn(analysis.pieces[piece] as Piece, lines[piece] ?? 0, problem.span),
    related: (problem.related ?? []).flatMap(({ message, span, tree = problem.tree }) => {
      const where = whereIs(analysis, tree, span);
      return where ? [{ message, range: rangeAt(where), path: where.path }] : [];
    }),
  }));
}

/** The same, as an editor shows it. */
export function diagnostics(analysis: Analysis, uri: string): Diagnostic[] {
  return locatedProblems(analysis).map(({ problem, range, related }) => {
    const elsewhere = related.map((other) => ({
      message: other.message,
      location: {
        uri: other.path === undefined ? uri : (uriFrom(uri, other.path) ?? uri),
        range: other.range,
      },
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
