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
  return problemsOf(analysis).map(({ problem, piece: index }) => {
    const piece = analysis.pieces[index] as Piece;
    const firstLine = lines[index] ?? 0;
    const kept = locatedByProblem.get(problem);
    if (kept?.piece === piece && kept.firstLine === firstLine) return kept.located;
    const located = locate(problem, piece, firstLine, analysis);
    const { tree } = problem;
    const ownPiece = (problem.related ?? []).every(
      (other) => other.tree === undefined || other.tree === tree,
    );
    if (ownPiece) locatedByProblem.set(problem, { piece, firstLine, located });
    return located;
  });
}

function locate(problem: PlacedProblem, piece: Piece, firstLine: number, analysis: Analysis): LocatedProblem {
  const related = (problem.related ?? []).flatMap(({ message, span, tree = problem.tree }) => {
    const where = whereIs(analysis, tree, span);
    return where ? [{ message, range: rangeAt(where), path: where.path }] : [];
  });
  return { problem, range: rangeIn(piece, firstLine, problem.span), related };
}

/** An edit in one note leaves the problems of all others where they are, but for those below an inserted line. */
const locatedByProblem = new WeakMap<
  PlacedProblem,
  { readonly piece: Piece; readonly firstLine: number; readonly located: LocatedProblem }
>();

const shownByLocated = new WeakMap<LocatedProblem, { readonly uri: string; readonly shown: Diagnostic }>();

/** The same, as an editor shows it. */
export function diagnostics(analysis: Analysis, uri: string): Diagnostic[] {
  return locatedProblems(analysis).map((located) => {
    const kept = shownByLocated.get(located);
    if (kept?.uri === uri) return kept.shown;
    const elsewhere = located.related.map((other) => ({
      message: other.message,
      location: {
        uri: other.path === undefined ? uri : (uriFrom(uri, other.path) ?? uri),
        range: other.range,
      },
    }));
    const shown = diagnostic(located.problem, located.range, elsewhere);
    shownByLocated.set(located, { uri, shown });
    return shown;
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
