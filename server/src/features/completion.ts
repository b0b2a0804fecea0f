import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import { lineEndAt, lineStartAt } from "../base/lines.ts";
import type { BlockSpec, ClauseSpec } from "../catalog/clause.ts";
import { file, firstClauses, note } from "../catalog/note.ts";
import { eventsOfDefault } from "../catalog/phrases.ts";
import { snippetOf, templates } from "../catalog/templates.ts";
import type { Analysis } from "../document/analysis.ts";
import { type Place, type PlacedSpec, type Position, placeAt, specsAt } from "../document/place.ts";
import { spanOf } from "../syntax/tokens.ts";
import type { Clause } from "../syntax/tree.ts";
import { columnOffers } from "./columns.ts";
import { type FolderNames, namingPaths } from "./folder.ts";
import { itemsFor, type Offer, phraseOffer } from "./offers.ts";
import { alternativeOffers, inQuotes, rowOffers, type ValueLine, valueOffers } from "./value-items.ts";

/** How completion was asked for. */
export interface Asked {
  /** Whether a space has opened the list, not the author or a letter. */
  readonly bySpace?: boolean;
  /** What the other sheets of the folder name, where that is known. */
  readonly folder?: FolderNames;
}

/**
 * What may be written at a position: clause names where a clause begins; behind a name whole phrases, and then single
 * words. Behind a line that says all it has to, nothing: Enter ends it.
 */
export function completion(analysis: Analysis, position: Position, asked: Asked = {}): CompletionItem[] {
  const place = placeAt(analysis, position);
  if (inComment(place)) return [];
  const typed = typedBefore(place);
  if (typed.endsWith("{")) return [];
  if (analysis.text.trim() === "")
    return itemsFor([...wholeSheets(typed), ...offersAt(place, typed, "", analysis, asked)], position);
  const rest = restOfLine(place);
  if (rest.trim() === "" && saysAll(place, typed, asked.bySpace === true)) return [];
  return itemsFor(offersAt(place, typed, rest, analysis, asked), position);
}

/** In an empty sheet, the sheets of blanks. */
function wholeSheets(typed: string): Offer[] {
  return templates.map((template) => ({
    label: `note: ${template.title}`,
    kind: CompletionItemKind.Snippet,
    detail: template.detail,
    snippet: snippetOf(template),
    replaces: typed.length,
  }));
}

/** Whether what may be written at a position is named in the other sheets of the folder. */
export function drawsOnFolder(analysis: Analysis, position: Position): boolean {
  const line = valueLineAt(analysis, position);
  return line !== undefined && namingPaths.has(line.path);
}

/** The value that is being written at a position: its clause, and what is typed of it. */
export function valueLineAt(analysis: Analysis, position: Position): ValueLine | undefined {
  const place = placeAt(analysis, position);
  const { block, path, group } = surroundingBlock(place);
  if (inComment(place) || group || block.content !== "clauses") return undefined;
  const line = clauseOnLine(block, typedBefore(place));
  return line && { ...line, path: pathOf(path, line.id), behind: restOfLine(place) };
}

function pathOf(block: string, id: string): string {
  return block === "" ? id : `${block}/${id}`;
}

function offersAt(place: Place, typed: string, rest: string, analysis: Analysis, asked: Asked): Offer[] {
  const surrounding = surroundingBlock(place);
  const { block, clauses, group } = surrounding;
  if (block.rows === "schedule") return rowOffers("scheduleRow", typed, analysis);
  if (block.rows === "prices") return columnOffers(place, typed, analysis);
  if (block === note.clauses.eventsOfDefault.block) return eventOffers(typed, clauses, place);
  if (block.content !== "clauses") return [];
  if (group) return alternativeOffers(group, typed, analysis);
  const line = clauseOnLine(block, typed);
  if (line) {
    const path = pathOf(surrounding.path, line.id);
    return valueOffers({ ...line, path, behind: rest }, analysis, asked.folder);
  }
  return asked.bySpace && typed.trim() === "" ? [] : clauseOffers(block, clauses, place, typed);
}

function inComment({ piece, offset }: Place): boolean {
  return piece.tree.comments.some((comment) => {
    const { start, end } = spanOf(comment);
    const closed = comment.image.startsWith("/*") && comment.image.endsWith("*/");
    return start < offset && (closed ? offset < end : offset <= end);
  });
}

/** Whether the typed words of a line read as they stand. Behind a space more may be asked for; a space asks for nothing. */
function saysAll({ piece, offset }: Place, typed: string, bySpace: boolean): boolean {
  if (typed.trim() === "" || inQuotes(typed) || (/\s$/.test(typed) && !bySpace)) return false;
  const start = offset - typed.length;
  const clause = specsAt(piece.tree.clauses, start + typed.length - typed.trimStart().length).at(-1)?.clause;
  if (clause && (!clause.named || !clause.match)) return false;
  return !piece.bound.problems.some(
    ({ severity, span }) => severity === "error" && span.end > start && span.start <= offset,
  );
}

interface Surrounding {
  readonly block: BlockSpec;
  readonly path: string;
  readonly clauses: readonly Clause[];
  /** The clause among whose alternatives the place is. */
  readonly group: PlacedSpec | undefined;
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
    last?.spec && !last.spec.block && inBraces(last.clause, piece.text, offset) ? last : undefined;
  return {
    block: inner?.spec?.block ?? file,
    path: inner?.path ?? "",
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
  return line.slice(Math.max(line.lastIndexOf(";"), line.slice(0, -1).lastIndexOf("{")) + 1);
}

/** What stands on the line behind the place, up to a comment. */
function restOfLine({ piece, offset }: Place): string {
  const rest = piece.text.slice(offset, lineEndAt(piece.text, offset));
  const comment = rest.search(/\/[/*]/);
  return comment < 0 ? rest : rest.slice(0, comment);
}

/** A clause that a line begins with, and what is typed behind its name. */
interface ClauseLine {
  readonly id: string;
  readonly spec: ClauseSpec;
  readonly name: string;
  readonly rest: string;
}

function clauseOnLine(block: BlockSpec, typed: string): ClauseLine | undefined {
  const line = typed.trimStart();
  let best: ClauseLine | undefined;
  let longest = 0;
  for (const [id, spec] of Object.entries(block.clauses)) {
    for (const name of spec.names) {
      const written = nameAtStart(name).exec(line)?.[0];
      if (written !== undefined && written.length > longest) {
        longest = written.length;
        best = { id, spec, name: written, rest: line.slice(written.length) };
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

/** The clauses that may stand here and do not yet: those that are required, those that most notes have, the others. */
function clauseOffers(block: BlockSpec, present: readonly Clause[], place: Place, typed: string): Offer[] {
  const begun = typed.trimStart();
  const words = begun.trimEnd().toLowerCase().replace(/\s+/g, " ");
  const said = new Set(
    present
      .filter(({ span }) => place.offset < span.start || place.offset > span.end)
      .map(({ match }) => match?.id),
  );
  const rank = (id: string, spec: ClauseSpec): number => {
    if (spec.required) return -1;
    const at = block === note ? firstClauses.indexOf(id) : -1;
    return at < 0 ? firstClauses.length : at;
  };
  return Object.entries(block.clauses)
    .filter(([id, spec]) => spec.repeats || !said.has(id))
    .filter(([, { names }]) => !names[0].startsWith('"') && names[0].toLowerCase() !== words)
    .sort(([a, one], [b, other]) => rank(a, one) - rank(b, other))
    .map(([, spec]) => clauseOffer(spec, begun, words));
}

function clauseOffer(spec: ClauseSpec, begun: string, words: string): Offer {
  const [label] = spec.names;
  return {
    label,
    kind: spec.block ? CompletionItemKind.Module : CompletionItemKind.Property,
    detail: spec.value.says,
    documentation: clauseDocumentation(spec),
    snippet: snippet(spec, label),
    replaces: begun.length,
    ...(words !== "" && label.toLowerCase().startsWith(words) ? { filter: begun } : {}),
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

/** Events that the block does not name yet, while a line's first word is typed: later the words are the author's own. */
function eventOffers(typed: string, present: readonly Clause[], { piece, offset }: Place): Offer[] {
  const begun = typed.trimStart();
  if (/\s/.test(begun)) return [];
  const said = new Set(
    present
      .filter(({ span }) => offset < span.start || offset > span.end)
      .map(({ span }) => piece.text.slice(span.start, span.end).trim().toLowerCase()),
  );
  return eventsOfDefault.flatMap((phrase) => {
    const offer = phraseOffer(phrase, begun, "");
    return offer && !said.has(offer.label.toLowerCase()) ? [offer] : [];
  });
}
