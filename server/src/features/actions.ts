import { type CodeAction, CodeActionKind } from "vscode-languageserver-types";
import { bounded } from "../base/words.ts";
import { type Analysis, problemsOf } from "../document/analysis.ts";
import { firstLines, type Range, rangeIn } from "../document/place.ts";
import { diagnostics } from "./diagnostics.ts";

/** The repairs that problems in a range offer. */
export function codeActions(analysis: Analysis, uri: string, range: Range): CodeAction[] {
  const lines = firstLines(analysis);
  const shown = diagnostics(analysis, uri);
  return problemsOf(analysis).flatMap(({ problem, piece: index }, at) => {
    const piece = analysis.pieces[index];
    const diagnostic = shown[at];
    if (!piece || !diagnostic || !overlap(diagnostic.range, range)) return [];
    const only = problem.fixes?.length === 1;
    return (problem.fixes ?? []).map(({ title, edits, unsure = false }) => ({
      title: bounded(title),
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      isPreferred: only && !unsure,
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

function overlap(a: Range, b: Range): boolean {
  return !before(a.end, b.start) && !before(b.end, a.start);
}

function before(a: Range["start"], b: Range["start"]): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
