import { lineEndAt, lineEndOf, lineStartAt } from "../base/lines.ts";
import type { Fix } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import type { BestPrice } from "../catalog/value.ts";
import type { Block } from "../syntax/tree.ts";

/** Writes other digits for those of a number; nothing where the number is spelled out too, for then two words would change. */
export function rewritten(span: Span | undefined, digits: string, text: string, title: string): Fix[] {
  if (!span) return [];
  if (/\(\s*$/.test(text.slice(0, span.start)) || !/^\d|^\./.test(text.slice(span.start))) return [];
  return [{ title, edits: [{ span, text: digits }] }];
}

/** Whether a phrase begins with the figures of a number that stands before it in words: `five (5)`. */
export function spelledOut({ start }: Span, text: string): boolean {
  return /\(\s*$/.test(text.slice(0, start));
}

/** Takes a clause or a row out, and its line where nothing else stands on it. */
export function removal(span: Span, text: string): { readonly span: Span; readonly text: string } {
  const from = lineStartAt(text, span.start);
  const end = lineEndAt(text, span.end);
  const alone =
    from > 0 && text.slice(from, span.start).trim() === "" && text.slice(span.end, end).trim() === "";
  const before = text.slice(from - 2, from) === "\r\n" ? from - 2 : from - 1;
  return { span: alone ? { start: before, end } : span, text: "" };
}

/**
 * Adds a clause at the end of a block, on a line of its own, with the indentation of the others and its words in their
 * column.
 */
export function addition(
  clause: string,
  block: Block,
  text: string,
): { readonly span: Span; readonly text: string } {
  const last = block.clauses.at(-1);
  const at = last?.span.end ?? block.span.start + 1;
  const rest = text.slice(at, lineEndAt(text, at));
  if (!/^\s*(\/\/.*)?$/.test(rest))
    return { span: { start: at, end: at }, text: last ? `; ${clause}` : ` ${clause}` };
  const indent = last ? indentAt(last.span.start, text) : `${indentAt(block.span.start, text)}  `;
  return {
    span: { start: at + rest.length, end: at + rest.length },
    text: `${lineEndOf(text)}${indent}${inColumn(clause, block, text)}`,
  };
}

/** Adds a clause with lines in braces at the end of a block, as `addition` adds one on a line. */
export function blockAddition(
  name: string,
  lines: readonly string[],
  block: Block,
  text: string,
): { readonly span: Span; readonly text: string } {
  const added = addition(`${name} {`, block, text);
  const [, lineEnd, indent] = /^(\r?\n|\r)([ \t]*)/.exec(added.text) ?? [];
  if (lineEnd === undefined) return addition(`${name} { ${lines.join("; ")} }`, block, text);
  const body = lines.map((line) => `${lineEnd}${indent}  ${line}`).join("");
  return { span: added.span, text: `${lineEnd}${indent}${name} {${body}${lineEnd}${indent}}` };
}

/** The clause with its words below those of the clauses beside it, where these stand in one column. */
function inColumn(clause: string, { clauses, words }: Block, text: string): string {
  const columns = clauses.flatMap(({ name, phrase: [first], named }) => {
    if (!named || !first || /[\r\n]/.test(text.slice(name.end, first.startOffset))) return [];
    return [first.startOffset - name.start];
  });
  const [column = 0] = columns;
  const name = longestName(clause, words);
  if (columns.length < 2 || columns.some((other) => other !== column) || name === "") return clause;
  return `${clause.slice(0, name.length).padEnd(Math.max(column, name.length + 2))}${clause.slice(name.length + 1)}`;
}

/** The longest name of the block's clauses that a clause begins with; nothing where it begins with none. */
function longestName(clause: string, { names, longest }: Block["words"]): string {
  const written = clause.toLowerCase().split(" ");
  for (let count = Math.min(longest, written.length - 1); count > 0; count--) {
    const name = written.slice(0, count).join(" ");
    if (names.has(name)) return name;
  }
  return "";
}

function indentAt(offset: number, text: string): string {
  const line = text.slice(lineStartAt(text, offset));
  return /^[ \t]*/.exec(line)?.[0] ?? "";
}

/** Of two alternatives the other one, without the choice; nothing where a comment or a spelled-out number would go. */
function onlyOther({ alternatives, span }: BestPrice, index: number, text: string): Fix[] {
  const remaining = alternatives[1 - index];
  if (!remaining || spelledOut(remaining.span, text) || /\/\/|\/\*/.test(text.slice(span.start, span.end)))
    return [];
  const words = text.slice(remaining.span.start, remaining.span.end);
  return [{ title: "Take this alternative out", edits: [{ span, text: words }] }];
}

/**
 * Takes an alternative out with what sets it off, and the choice where one alone is left; nothing where a comment would
 * go with it.
 */
export function alternativeRemoval(price: BestPrice, index: number, text: string): Fix[] {
  const { alternatives } = price;
  if (alternatives.length === 2) return onlyOther(price, index, text);
  const gone = alternatives[index];
  const before = alternatives[index - 1];
  const after = alternatives[index + 1];
  if (!gone) return [];
  const span = before
    ? { start: before.span.end, end: gone.span.end }
    : { start: gone.span.start, end: after?.span.start ?? gone.span.end };
  const between = text.slice(span.start, span.end);
  const cutsWords = !before && (spelledOut(gone.span, text) || (after && spelledOut(after.span, text)));
  if (cutsWords || /\/\/|\/\*/.test(between)) return [];
  return [{ title: "Take this alternative out", edits: [{ span, text: "" }] }];
}
