import { type CompletionItem, CompletionItemKind, InsertTextFormat } from "vscode-languageserver-types";
import { lineStartAt } from "../base/lines.ts";
import type { BlockSpec, ClauseSpec } from "../catalog/clause.ts";
import { file } from "../catalog/note.ts";
import type { Analysis } from "../document/analysis.ts";
import { type Place, type PlacedSpec, type Position, placeAt, specsAt } from "../document/place.ts";
import { Quoted, spanOf, tokenize } from "../syntax/tokens.ts";
import type { Clause } from "../syntax/tree.ts";
import { alternativeItems, phraseItems, valueItems } from "./value-items.ts";

/** What may be written at a position: clause names where a clause begins, the words of its value behind a name. */
export function completion(analysis: Analysis, position: Position): CompletionItem[] {
  const place = placeAt(analysis, position);
  const typed = typedBefore(place);
  if (inComment(place)) return [];
  const items = itemsAt(place, typed, position, analysis);
  return endsInQuotes(typed) ? items.filter(({ label }) => label.startsWith('"')) : items;
}

/** A name of several words takes the place of all that are typed of it: an editor replaces the last one alone. */
function replacing(item: CompletionItem, typed: string, { line, character }: Position): CompletionItem {
  const begun = typed.trimStart();
  if (!/[ -]/.test(begun) || item.insertText === undefined) return item;
  const { insertText, ...rest } = item;
  const start = { line, character: character - begun.length };
  return {
    ...rest,
    filterText: item.label,
    textEdit: { range: { start, end: { line, character } }, newText: insertText },
  };
}

function itemsAt(place: Place, typed: string, position: Position, analysis: Analysis): CompletionItem[] {
  const { block, clauses, group } = surroundingBlock(place);
  if (block.rows === "schedule") return phraseItems("scheduleRow", typed, analysis);
  if (block.content !== "clauses") return [];
  if (group) return alternativeItems(group, typed, analysis);
  const line = clauseOnLine(block, typed);
  if (line) return valueItems(line.spec, line.rest, analysis);
  return clauseItems(block, clauses, place).map((item) => replacing(item, typed, position));
}

function inComment({ piece, offset }: Place): boolean {
  return piece.tree.comments.some((comment) => {
    const { start, end } = spanOf(comment);
    const closed = comment.image.startsWith("/*") && comment.image.endsWith("*/");
    return start < offset && (closed ? offset < end : offset <= end);
  });
}

/** Whether a name in quotes is being typed. */
function endsInQuotes(typed: string): boolean {
  const last = tokenize(typed).tokens.at(-1);
  return last?.tokenType === Quoted && !/^.+["“”„]$/.test(last.image) && typed.endsWith(last.image);
}

interface Surrounding {
  readonly block: BlockSpec;
  readonly clauses: readonly Clause[];
  /** The clause among whose alternatives the place is. */
  readonly group: ClauseSpec | undefined;
}

/** The innermost block whose braces hold the place. */
function surroundingBlock({ piece, offset }: Place): Surrounding {
  const around = specsAt(piece.tree.clauses, offset);
  const holds = ({ clause }: PlacedSpec): boolean =>
    clause.block !== undefined &&
    clause.block.span.start < offset &&
    (offset < clause.block.span.end || piece.text[offset - 1] !== "}");
  const inner = around.findLast((placed) => placed.spec?.block && holds(placed));
  const last = around.at(-1);
  const group =
    last?.spec && !last.spec.block && inBraces(last.clause, piece.text, offset) ? last.spec : undefined;
  return {
    block: inner?.spec?.block ?? file,
    clauses: inner?.clause.block?.clauses ?? piece.tree.clauses,
    group,
  };
}

function inBraces(clause: Clause, text: string, offset: number): boolean {
  const before = text.slice(clause.span.start, offset);
  return before.split("{").length > before.split("}").length;
}

/** What stands on the line before the place, from the last `;`, `{` or line end on. */
function typedBefore({ piece, offset }: Place): string {
  const before = piece.text.slice(0, offset);
  const line = before.slice(lineStartAt(before, offset));
  return line.slice(Math.max(line.lastIndexOf(";"), line.lastIndexOf("{")) + 1);
}

/** The clause that the line begins with, and what is typed behind its name. */
function clauseOnLine(
  block: BlockSpec,
  typed: string,
): { readonly spec: ClauseSpec; readonly rest: string } | undefined {
  const line = typed.trimStart();
  let best: { spec: ClauseSpec; rest: string } | undefined;
  let longest = 0;
  for (const spec of Object.values(block.clauses)) {
    for (const name of spec.names) {
      const written = nameAtStart(name).exec(line)?.[0];
      if (written !== undefined && written.length > longest) {
        longest = written.length;
        best = { spec, rest: line.slice(written.length) };
      }
    }
  }
  return best;
}

/** The name with whatever space between its words; any name in quotes stands for the one in `"…" means`. */
function nameAtStart(name: string): RegExp {
  const words = name.split(" ").map((word) => (word === '"…"' ? `["“”„][^"“”„]*["“”„]` : word));
  return new RegExp(`^${words.join("\\s+")}(?=\\s)`, "i");
}

function clauseItems(block: BlockSpec, present: readonly Clause[], place: Place): CompletionItem[] {
  const said = new Set(
    present
      .filter(({ span }) => place.offset < span.start || place.offset > span.end)
      .map(({ match }) => match?.id),
  );
  return Object.entries(block.clauses)
    .filter(([id, spec]) => spec.repeats || !said.has(id))
    .filter(([, { names }]) => !names[0].startsWith('"'))
    .map(([, spec], index) => clauseItem(spec, index));
}

function clauseItem(spec: ClauseSpec, index: number): CompletionItem {
  const [label] = spec.names;
  return {
    label,
    kind: spec.block ? CompletionItemKind.Module : CompletionItemKind.Property,
    detail: spec.value.says,
    documentation: { kind: "markdown", value: clauseDocumentation(spec) },
    sortText: `${spec.required ? "0" : "1"}${String(index).padStart(3, "0")}`,
    insertTextFormat: InsertTextFormat.Snippet,
    insertText: snippet(spec, label),
  };
}

/** What a clause is, for completion and for hovers without a note: summary, what silence means, an example. */
function clauseDocumentation(spec: ClauseSpec): string {
  const silent = spec.required
    ? `Required: ${spec.required}.`
    : spec.silent
      ? `Where it is not said: ${spec.silent}.`
      : "";
  return [spec.summary, silent, `\`\`\`note-terms\n${spec.example}\n\`\`\``].filter(Boolean).join("\n\n");
}

function snippet(spec: ClauseSpec, label: string): string {
  if (spec.block) {
    const heading = spec.value.form === "heading" && spec.value.named ? ` "\${1:Name}"` : "";
    return `${label}${heading} {\n\t$0\n}`;
  }
  if (spec.value.form === "flag") return label;
  return `${label} $0`;
}
