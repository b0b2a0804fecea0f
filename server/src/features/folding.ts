import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver-types";
import type { Analysis } from "../document/analysis.ts";
import { firstLines, positionIn } from "../document/place.ts";
import type { Clause } from "../syntax/tree.ts";

/** What can be folded: blocks, and comments of several lines. The line that closes a block stays. */
export function foldings(analysis: Analysis): FoldingRange[] {
  const firsts = firstLines(analysis);
  return analysis.pieces.flatMap((piece, index) => {
    const lineOf = (offset: number): number => positionIn(piece, firsts[index] ?? 0, offset).line;
    const blocks = blocksIn(piece.tree.clauses).map(({ start, end }) => ({
      startLine: lineOf(start),
      endLine: lineOf(end) - 1,
    }));
    const comments = runs(
      piece.tree.comments.map(({ startOffset, image }) => ({
        startLine: lineOf(startOffset),
        endLine: lineOf(startOffset + image.trimEnd().length),
      })),
    );
    return [
      ...blocks.filter(({ startLine, endLine }) => endLine > startLine),
      ...comments
        .filter(({ startLine, endLine }) => endLine > startLine)
        .map((range) => ({ ...range, kind: FoldingRangeKind.Comment })),
    ];
  });
}

function blocksIn(clauses: readonly Clause[]): { readonly start: number; readonly end: number }[] {
  return clauses.flatMap(({ block }) => (block ? [block.span, ...blocksIn(block.clauses)] : []));
}

interface Lines {
  readonly startLine: number;
  readonly endLine: number;
}

/** Comments on lines one below the other, as one. */
function runs(comments: readonly Lines[]): Lines[] {
  const found: Lines[] = [];
  for (const one of comments) {
    const last = found.at(-1);
    if (last && one.startLine <= last.endLine + 1)
      found[found.length - 1] = { startLine: last.startLine, endLine: Math.max(last.endLine, one.endLine) };
    else found.push(one);
  }
  return found;
}
