import { type DocumentHighlight, DocumentHighlightKind } from "vscode-languageserver-types";
import { type Position, placeAt, rangeIn, specsAt } from "../document/place.ts";
import type { Clause } from "../syntax/tree.ts";
import { definition, type KnownDocument, references } from "./navigation.ts";

/**
 * What means the same as what a position is in: the uses of a name and its definition; of a clause's name, what else its
 * note says by it.
 */
export function highlights(document: KnownDocument, position: Position): DocumentHighlight[] {
  const named = references(document, position, [document], true).filter(({ uri }) => uri === document.uri);
  if (named.length > 0) {
    const defined = definition(document, position);
    return named.map(({ range }) => {
      const isDefinition =
        defined?.uri === document.uri &&
        defined.range.start.line === range.start.line &&
        defined.range.start.character === range.start.character;
      return { range, kind: isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read };
    });
  }
  const { piece, firstLine, offset } = placeAt(document.analysis, position);
  const around = specsAt(piece.tree.clauses, offset);
  const placed = around.at(-1);
  const id = placed?.clause.match?.id;
  if (!placed || id === undefined || offset > placed.clause.name.end || offset < placed.clause.name.start)
    return [];
  const beside: readonly Clause[] = around.at(-2)?.clause.block?.clauses ?? piece.tree.clauses;
  return beside
    .filter(({ match }) => match?.id === id)
    .map(({ name }) => ({ range: rangeIn(piece, firstLine, name), kind: DocumentHighlightKind.Text }));
}
