import { type DocumentSymbol, SymbolKind } from "vscode-languageserver-types";
import type { Span } from "../base/span.ts";
import type { Analysis } from "../document/analysis.ts";
import type { Piece } from "../document/pieces.ts";
import { firstLines, rangeIn } from "../document/place.ts";
import type { Clause } from "../syntax/tree.ts";

/** The document as a tree of its notes, blocks and clauses; a note and a scenario go by their own names. */
export function outline(analysis: Analysis): DocumentSymbol[] {
  const lines = firstLines(analysis);
  return analysis.pieces.flatMap((piece, index) => symbols(piece.tree.clauses, piece, lines[index] ?? 0));
}

function symbols(clauses: readonly Clause[], piece: Piece, firstLine: number): DocumentSymbol[] {
  return clauses
    .filter(({ named, name }) => named && name.end > name.start)
    .map((clause) => symbol(clause, piece, firstLine));
}

function symbol(clause: Clause, piece: Piece, firstLine: number): DocumentSymbol {
  const words = textOf(clause.name, piece);
  const children =
    clause.block && clause.block.words.content === "clauses"
      ? symbols(clause.block.clauses, piece, firstLine)
      : [];
  const phrase = phraseOf(clause, piece);
  const [, title = ""] = clause.match?.begins ? (/^["“„]([^"“”„]+)/.exec(phrase) ?? []) : [];
  return {
    name: title.trim() || words || "…",
    detail: title.trim() === "" ? phrase : words,
    kind: kindOf(clause),
    range: rangeIn(piece, firstLine, clause.span),
    selectionRange: rangeIn(piece, firstLine, clause.name),
    children,
  };
}

function kindOf({ match, block }: Clause): SymbolKind {
  if (match?.begins === "always") return SymbolKind.Class;
  return match?.block || block ? SymbolKind.Namespace : SymbolKind.Property;
}

function phraseOf(clause: Clause, piece: Piece): string {
  const end = clause.block ? clause.block.span.start : clause.span.end;
  return textOf({ start: clause.name.end, end }, piece).replace(/\s+/g, " ").slice(0, 80);
}

function textOf({ start, end }: Span, piece: Piece): string {
  return piece.text.slice(start, end).trim();
}
