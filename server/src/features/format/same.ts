import type { Span } from "../../base/span.ts";
import type { BlockSpec } from "../../catalog/clause.ts";
import { file } from "../../catalog/note.ts";
import type { Chunk } from "../../document/pieces.ts";
import { columnsOf } from "../../note/table.ts";
import type { Clause } from "../../syntax/tree.ts";
import { wordsKey } from "../../syntax/written.ts";
import { headSpan, quotedIn } from "./head.ts";
import { isRead, type Source, sourceOf } from "./source.ts";
import { keyOf } from "./wording.ts";

/**
 * Whether two stretches of a document say the same: the same clauses in the same places with the same words, the same
 * comments, the same things wrong. Layout and the forms of words do not count.
 */
export function saysTheSame(before: readonly Chunk[], now: readonly Chunk[]): boolean {
  const expected = sayings(before);
  const found = sayings(now);
  return expected.length === found.length && expected.every((saying, index) => saying === found[index]);
}

function sayings(chunks: readonly Chunk[]): string[] {
  const pieces = chunks.flatMap((chunk) => chunk.pieces);
  return [
    ...pieces.flatMap((piece) => clauseSayings(piece.tree.clauses, file, "", sourceOf(piece))),
    ...pieces.flatMap(({ tree }) => tree.comments.map(({ image }) => `comment ${solid(image)}`)),
    ...pieces.flatMap(({ bound }) => bound.problems.map(({ code }) => `problem ${code}`)).sort(),
  ];
}

function clauseSayings(clauses: readonly Clause[], block: BlockSpec, path: string, source: Source): string[] {
  return clauses.flatMap((clause) => {
    const { match, block: inner } = clause;
    const spec = match && block.clauses[match.id];
    if (block.content === "rows") return [`${path} row ${rowSaying(clause, block, source)}`];
    if (!spec) return [`${path} line ${slice(clause.span, source)}`];
    const place = `${path}/${match.id}`;
    const head = headSpan(clause);
    const read = isRead(source, { start: clause.name.end, end: head.end });
    const words = read ? keyOf(spec, clause.phrase, source.text) : slice(head, source);
    return [
      `${place} ${quotedIn(textOf(clause.name, source)) ?? ""} ${words}`,
      ...(inner && spec.block ? clauseSayings(inner.clauses, spec.block, place, source) : []),
      `${place} ${inner ? "ends" : "has no block"}`,
    ];
  });
}

function rowSaying({ phrase, span }: Clause, { rows }: BlockSpec, source: Source): string {
  if (!isRead(source, span)) return slice(span, source);
  const columns = rows === "prices" ? columnsOf(phrase) : undefined;
  return columns?.join("|") ?? wordsKey(phrase, rows === "schedule" ? "row" : "phrase");
}

function slice(span: Span, source: Source): string {
  return solid(textOf(span, source));
}

function textOf({ start, end }: Span, { text }: Source): string {
  return text.slice(start, end);
}

function solid(text: string): string {
  return text.replace(/\s+/g, "");
}
