import { topWords } from "../../server/src/catalog/vocabulary.ts";
import { parseStructure } from "../../server/src/syntax/structure.ts";
import type { Clause, Tree } from "../../server/src/syntax/tree.ts";

export function treeOf(text: string): Tree {
  return parseStructure(text, topWords());
}

/**
 * The tree as lines: the clause's place in the catalog, then its words; `?` before a name that its block does not
 * know, `~` before a line of free text or of a table. Alternatives show as `{ … / … }`, without the line ends that mean nothing.
 */
export function treeText(text: string): string {
  return treeOf(text)
    .clauses.flatMap((clause) => lines(clause, text, ""))
    .join("\n");
}

function lines(clause: Clause, text: string, indent: string): string[] {
  const name = text.slice(clause.name.start, clause.name.end);
  const head = clause.match ? clause.match.id : clause.named ? `?${name}` : "~";
  const words = clause.phrase.map(({ image, tokenType }) => {
    if (tokenType.name === "GroupOpen") return "{";
    if (tokenType.name === "GroupClose") return "}";
    return tokenType.name === "AlternativeEnd" ? "/" : image;
  });
  const inner = clause.block?.clauses.flatMap((child) => lines(child, text, `${indent}  `)) ?? [];
  const line = [head, ...words]
    .filter((word) => word !== "")
    .join(" ")
    .replace(/(\{|\/)( \/)+/g, "$1")
    .replace(/( \/)+ \}/g, " }");
  return [`${indent}${line}${clause.block ? " {" : ""}`, ...inner];
}

/** The problems of the braces: code and what is marked, in the order of the text. */
export function braceProblems(text: string): string[] {
  return [...treeOf(text).problems]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ code, span }) => `${code} at “${text.slice(span.start, span.end)}”`);
}
