import type { Span } from "../base/span.ts";
import { capitalized } from "../base/words.ts";
import type { BlockSpec } from "../catalog/clause.ts";
import { note as noteSpec } from "../catalog/note.ts";
import type { BasedOn } from "../catalog/value.ts";
import type { BoundNote } from "../note/bound.ts";
import type { Block, Clause } from "../syntax/tree.ts";

/** A term of a note at a glance. */
export interface Term {
  readonly label: string;
  /** What stands behind the name; what a block says a clause a line. */
  readonly lines: readonly string[];
  /** Where its clause stands in the note's text. */
  readonly span: Span | undefined;
}

/**
 * What a note says, clause by clause in its own words; what only tools read is left out. Clauses stand in the note's
 * order; where some are taken over from a form, which has an order of its own, in the language's.
 */
export function termsOf({ clause, tree, basedOn }: BoundNote): Term[] {
  const clauses = clause.block?.clauses ?? [];
  const terms = (basedOn ? inUsualOrder(clauses) : clauses).flatMap((inner) => {
    const { match } = inner;
    const spec = match && noteSpec.clauses[match.id as keyof typeof noteSpec.clauses];
    if (!spec || match.begins || spec.value.form === "allowance") return [];
    const named = spec.value.form === "definition" ? wordsAt(inner.name, tree.text) : spec.names[0];
    const label = named.startsWith('"') || named.startsWith("“") ? named : capitalized(named);
    const block = "block" in spec ? spec.block : undefined;
    const lines =
      spec.value.form === "text" && !inner.block
        ? [freeWords(inner, tree.text)]
        : linesOf(inner, spec.value.form === "name", block, tree.text);
    return [{ label, lines, span: inner.span }];
  });
  return basedOn ? [{ label: "Based on", lines: [formNamed(basedOn)], span: basedOn.span }, ...terms] : terms;
}

const usualOrder = Object.keys(noteSpec.clauses);

function inUsualOrder(clauses: readonly Clause[]): Clause[] {
  const place = ({ match }: Clause): number => usualOrder.indexOf(match?.id ?? "");
  return [...clauses].sort((a, b) => place(a) - place(b));
}

function formNamed({ name, file }: BasedOn): string {
  return file === undefined || file === "unusable" ? `“${name}”` : `“${name}” (${file.path})`;
}

function linesOf(clause: Clause, isName: boolean, block: BlockSpec | undefined, text: string): string[] {
  const head = phraseText(clause, text);
  if (isName) return [head.replace(/["“”„]/g, "")];
  if (!clause.block || block?.content === "text") return [saidBy(clause, block, text)];
  return [...(head === "" ? [] : [head]), ...bodyOf(clause.block, block, text)];
}

/** Free text on one line, as it is. */
function freeWords({ name, span }: Clause, text: string): string {
  return wordsAt({ start: name.end, end: span.end }, text);
}

/** The words of a clause and what its block says, on one line. */
function saidBy(clause: Clause, block: BlockSpec | undefined, text: string): string {
  const head = phraseText(clause, text);
  const body = clause.block ? bodyOf(clause.block, block, text).join("; ") : "";
  return head !== "" && body !== "" ? `${head}: ${body}` : head || body;
}

/** What a block says, a line a clause; the rows of a table under its name, in columns. */
function bodyOf({ clauses }: Block, block: BlockSpec | undefined, text: string): string[] {
  if (block?.content === "rows") return inColumns(clauses.map(({ span }) => cellsAt(span, text)));
  return clauses.flatMap((inner) => {
    if (!inner.named || !block) return [wordsAt(inner.span, text)];
    const spec = inner.match && block.clauses[inner.match.id];
    const name = spec?.names[0] ?? wordsAt(inner.name, text);
    const table = spec?.block?.content === "rows" ? inner.block : undefined;
    if (!table) return [`${name} ${saidBy(inner, spec?.block, text)}`.trim()];
    return [
      `${name} ${phraseText(inner, text)}`.trim(),
      ...bodyOf(table, spec?.block, text).map((row) => `  ${row}`),
    ];
  });
}

/** The cells of a row, which stand apart by more than a space. */
function cellsAt({ start, end }: Span, text: string): string[] {
  return text
    .slice(start, end)
    .trim()
    .split(/\s{2,}/);
}

function inColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

/** The words behind a clause's name on one line; what stood a line each in braces stands in parentheses. */
export function phraseText({ phrase }: Clause, text: string): string {
  const parts: string[] = [];
  let end = 0;
  let ended = false;
  let opened = true;
  for (const { startOffset, image } of phrase) {
    if (image.trim() === "" || image === ";") {
      ended = true;
      continue;
    }
    const apart = startOffset > end && text.slice(end, startOffset).trim() === "";
    parts.push(opened || image === "}" ? "" : ended ? "; " : apart ? " " : "");
    parts.push(image === "{" ? "(" : image === "}" ? ")" : image);
    end = startOffset + image.length;
    ended = false;
    opened = image === "{";
  }
  return parts.join("");
}

function wordsAt({ start, end }: Span, text: string): string {
  return text.slice(start, end).replace(/\s+/g, " ").trim();
}
