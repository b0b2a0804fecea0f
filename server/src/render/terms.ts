import { capitalized } from "../base/words.ts";
import type { BlockSpec } from "../catalog/clause.ts";
import { note as noteSpec } from "../catalog/note.ts";
import type { BoundNote } from "../note/bound.ts";
import type { Block, Clause } from "../syntax/tree.ts";

/** A term of a note at a glance. */
export interface Term {
  readonly label: string;
  /** What stands behind the name; what a block says a clause a line. */
  readonly lines: readonly string[];
}

/**
 * What a note says, clause by clause in its own words and order; what only tools read is left out. What is taken over
 * from forms stands where notes have it, with its own.
 */
export function termsOf({ clause, tree, basedOn }: BoundNote): Term[] {
  const clauses = clause.block?.clauses ?? [];
  const { name, file } = basedOn ?? {};
  const form = name && `“${name}”${typeof file === "object" ? ` (${file.path})` : ""}`;
  const terms = (form === undefined ? clauses : inUsualOrder(clauses)).flatMap((inner) => {
    const { match } = inner;
    const spec = match && noteSpec.clauses[match.id as keyof typeof noteSpec.clauses];
    if (!spec || match.begins || spec.value.form === "allowance") return [];
    const named = spec.value.form === "definition" ? wordsAt(inner.name, tree.text) : spec.names[0];
    const label = named.startsWith('"') || named.startsWith("“") ? named : capitalized(named);
    const block = "block" in spec ? spec.block : undefined;
    return [{ label, lines: linesOf(inner, spec.value.form === "name", block, tree.text) }];
  });
  return form === undefined ? terms : [{ label: "Based on", lines: [form] }, ...terms];
}

/** By the order in which the catalog lists clauses. */
function inUsualOrder(clauses: readonly Clause[]): readonly Clause[] {
  const order = Object.keys(noteSpec.clauses);
  const place = ({ match }: Clause): number => (match ? order.indexOf(match.id) : order.length);
  return [...clauses].sort((a, b) => place(a) - place(b));
}

function linesOf(clause: Clause, isName: boolean, block: BlockSpec | undefined, text: string): string[] {
  const head = phraseText(clause, text);
  if (isName) return [head.replace(/["“”„]/g, "")];
  if (!clause.block || block?.content !== "clauses") return [saidBy(clause, block, text)];
  return [...(head === "" ? [] : [head]), ...bodyOf(clause.block, block, text)];
}

/** The words of a clause and what its block says, on one line. */
function saidBy(clause: Clause, block: BlockSpec | undefined, text: string): string {
  const head = phraseText(clause, text);
  const body = clause.block ? bodyOf(clause.block, block, text).join("; ") : "";
  return head !== "" && body !== "" ? `${head}: ${body}` : head || body;
}

function bodyOf({ clauses }: Block, block: BlockSpec | undefined, text: string): string[] {
  return clauses.map((inner) => {
    if (!inner.named || !block) return wordsAt(inner.span, text);
    const spec = inner.match && block.clauses[inner.match.id];
    const name = spec?.names[0] ?? wordsAt(inner.name, text);
    return `${name} ${saidBy(inner, spec?.block, text)}`.trim();
  });
}

/** The words behind a clause's name on one line; what stood a line each in braces stands in parentheses. */
function phraseText({ phrase }: Clause, text: string): string {
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

function wordsAt({ start, end }: { readonly start: number; readonly end: number }, text: string): string {
  return text.slice(start, end).replace(/\s+/g, " ").trim();
}
