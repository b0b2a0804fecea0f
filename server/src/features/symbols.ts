import { type SymbolInformation, SymbolKind } from "vscode-languageserver-types";
import type { Span } from "../base/span.ts";
import { rangeAt, whereIs } from "../document/whereabouts.ts";
import type { Tree } from "../syntax/tree.ts";
import type { KnownDocument } from "./navigation.ts";

/** The notes, scenarios and terms of some documents whose names hold some letters in their order. */
export function symbolsNamed(query: string, documents: readonly KnownDocument[]): SymbolInformation[] {
  return documents.flatMap((document) => symbolsOf(document).filter(({ name }) => holdsInOrder(name, query)));
}

function symbolsOf({ uri, analysis }: KnownDocument): SymbolInformation[] {
  const found: SymbolInformation[] = [];
  const seen = new Set<string>();
  const add = (name: string, kind: SymbolKind, tree: Tree, span: Span, containerName: string): void => {
    const where = whereIs(analysis, tree, span);
    if (!where || where.path !== undefined || where.borrowed || name.trim() === "") return;
    const range = rangeAt(where);
    const key = `${kind} ${range.start.line} ${range.start.character}`;
    if (seen.has(key)) return;
    seen.add(key);
    found.push({ name, kind, location: { uri, range }, containerName });
  };
  for (const { note, surroundings } of analysis.notes) {
    const { issuer } = note.clauses;
    const of = issuer.state === "said" ? issuer.meaning : "";
    add(note.name, SymbolKind.Class, note.tree, note.heading, of);
    for (const { name, tree, clause } of surroundings.scenarios)
      add(name, SymbolKind.Event, tree, clause.name, note.name);
    for (const { name, tree, clause } of note.terms.values())
      add(name, SymbolKind.Constant, tree, clause.name, note.name);
  }
  for (const { name, tree, clause } of analysis.top.terms.values())
    add(name, SymbolKind.Constant, tree, clause.name, "");
  return found;
}

/** Whether the letters of a query stand in a name in their order: `xnt` is in `Exchange Note`. */
function holdsInOrder(name: string, query: string): boolean {
  const letters = name.toLowerCase();
  let at = 0;
  for (const letter of query.toLowerCase().replace(/\s+/g, "")) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
