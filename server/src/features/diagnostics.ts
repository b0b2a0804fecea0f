import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver-types";
import { onceEach } from "../base/once.ts";
import { uriFrom } from "../base/paths.ts";
import type { Severity } from "../base/problem.ts";
import { bounded } from "../base/words.ts";
import { docsUrl } from "../catalog/docs.ts";
import type { PlacedProblem } from "../checks/check.ts";
import type { Analysis, DocumentProblem } from "../document/analysis.ts";
import type { Piece } from "../document/pieces.ts";
import { firstLines, type Range, rangeIn } from "../document/place.ts";
import { problemsByPiece, problemsOf } from "../document/problems.ts";
import { rangeAt, whereIs } from "../document/whereabouts.ts";
import { headed } from "./message.ts";

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

/** Everything that is wrong with a document, where it stands: for the command line. */
export const locatedProblems = onceEach((analysis: Analysis): readonly LocatedProblem[] =>
  located(problemsOf(analysis), analysis),
);

/** Problems of a document with their places in it. */
export function located(problems: readonly DocumentProblem[], analysis: Analysis): LocatedProblem[] {
  const lines = firstLines(analysis);
  return problems.map(({ problem, piece: index }) =>
    locate(problem, analysis.pieces[index] as Piece, lines[index] ?? 0, analysis),
  );
}

function locate(problem: PlacedProblem, piece: Piece, firstLine: number, analysis: Analysis): LocatedProblem {
  const related = (problem.related ?? []).flatMap(({ message, span, tree = problem.tree }) => {
    const where = whereIs(analysis, tree, span);
    return where ? [{ message: bounded(message), range: rangeAt(where), path: where.path }] : [];
  });
  const said = bounded(problem.message);
  const shown = said === problem.message ? problem : { ...problem, message: said };
  return { problem: shown, range: rangeIn(piece, firstLine, problem.span), related };
}

interface Shown {
  readonly uri: string;
  readonly firstLine: number;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * An edit in one note leaves the problems of all others as they are shown, but for those below an inserted line. What
 * is remembered speaks of no text, so that nothing of an earlier version lives as long as it does.
 */
const shownByList = new WeakMap<readonly PlacedProblem[], Shown>();

/** Everything that is wrong with a document, as an editor shows it. */
export function diagnostics(analysis: Analysis, uri: string): Diagnostic[] {
  const lines = firstLines(analysis);
  return problemsByPiece(analysis).flatMap((problems, index) => {
    if (problems.length === 0) return [];
    const firstLine = lines[index] ?? 0;
    const known = shownByList.get(problems);
    if (known?.uri === uri && known.firstLine === firstLine) return known.diagnostics;
    const piece = analysis.pieces[index] as Piece;
    const made = problems.map((one) => diagnostic(locate(one, piece, firstLine, analysis), uri));
    if (problems.every(staysInItsText)) shownByList.set(problems, { uri, firstLine, diagnostics: made });
    return made;
  });
}

/** Whether a problem names no other text, which may move without it. */
function staysInItsText({ tree, related = [] }: PlacedProblem): boolean {
  return related.every((other) => other.tree === undefined || other.tree === tree);
}

/** Some problems of a document as an editor shows them. */
export function diagnosticsOf(
  problems: readonly DocumentProblem[],
  analysis: Analysis,
  uri: string,
): Diagnostic[] {
  return located(problems, analysis).map((one) => diagnostic(one, uri));
}

function diagnostic({ problem, range, related }: LocatedProblem, uri: string): Diagnostic {
  const { code, severity } = problem;
  const { head, rest } = headed(problem);
  const elsewhere = related
    .filter((other) => addsPlace(other, range))
    .map((other) => ({
      message: other.message,
      location: {
        uri: other.path === undefined ? uri : (uriFrom(uri, other.path) ?? uri),
        range: other.range,
      },
    }));
  return {
    range,
    message: rest === "" ? head : `${head}\n${rest}`,
    code,
    severity: severities[severity],
    source: "notewright",
    codeDescription: { href: docsUrl(code) },
    ...(elsewhere.length > 0 ? { relatedInformation: elsewhere } : {}),
  };
}

/** Whether a related place leads anywhere that the finding itself does not. */
function addsPlace({ path, range: { start, end } }: RelatedRange, own: Range): boolean {
  return path !== undefined || end.line < own.start.line || own.end.line < start.line;
}
