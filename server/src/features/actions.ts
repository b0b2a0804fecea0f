import { type CodeAction, CodeActionKind } from "vscode-languageserver-types";
import { bounded } from "../base/words.ts";
import { type Analysis, problemsOf } from "../document/analysis.ts";
import { firstLines, type Range, rangeIn } from "../document/place.ts";
import { diagnostics } from "./diagnostics.ts";
import { safeFixes } from "./fix-all.ts";
import { fixesFor } from "./fixes.ts";

export const fixAllKind = `${CodeActionKind.SourceFixAll}.notewright`;

/** The repairs that problems in a range offer. */
export function codeActions(analysis: Analysis, uri: string, range: Range): CodeAction[] {
  const lines = firstLines(analysis);
  const shown = diagnostics(analysis, uri);
  return problemsOf(analysis).flatMap(({ problem, piece: index }, at) => {
    const piece = analysis.pieces[index];
    const diagnostic = shown[at];
    if (!piece || !diagnostic || !overlap(diagnostic.range, range)) return [];
    const only = problem.fixes?.length === 1;
    return fixesFor(problem, piece, analysis).map(({ title, edits, unsure = false }) => ({
      title: bounded(title),
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      isPreferred: only && !unsure && problem.fixes?.[0]?.title === title,
      edit: {
        changes: {
          [uri]: edits.map(({ span, text }) => ({
            range: rangeIn(piece, lines[index] ?? 0, span),
            newText: text,
          })),
        },
      },
    }));
  });
}

/** One action for all repairs that can't change a number; none where there is none. */
export function fixAllAction(analysis: Analysis, uri: string): CodeAction[] {
  const lines = firstLines(analysis);
  const fixes = safeFixes(analysis);
  if (fixes.length === 0) return [];
  const edits = fixes.flatMap(({ piece: index, fix }) => {
    const piece = analysis.pieces[index];
    return piece
      ? fix.edits.map(({ span, text }) => ({
          range: rangeIn(piece, lines[index] ?? 0, span),
          newText: text,
        }))
      : [];
  });
  return [
    { title: "Fix all that can't change a number", kind: fixAllKind, edit: { changes: { [uri]: edits } } },
  ];
}

function overlap(a: Range, b: Range): boolean {
  return !before(a.end, b.start) && !before(b.end, a.start);
}

function before(a: Range["start"], b: Range["start"]): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
