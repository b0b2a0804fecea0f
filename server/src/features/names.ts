import type { IToken } from "chevrotain";
import { pathFrom } from "../base/paths.ts";
import type { Span } from "../base/span.ts";
import type { BlockSpec, ClauseSpec } from "../catalog/clause.ts";
import { file } from "../catalog/note.ts";
import type { BasedOn, FileMeaning, Value } from "../catalog/value.ts";
import type { Analysis } from "../document/analysis.ts";
import { isSame } from "../document/composed.ts";
import type { Piece } from "../document/pieces.ts";
import { firstLines, type Range, rangeIn } from "../document/place.ts";
import { rangeAt, whereIs } from "../document/whereabouts.ts";
import type { BoundMarket, BoundNote, BoundScenario, BoundTerm } from "../note/bound.ts";
import { Quoted, spanOf } from "../syntax/tokens.ts";
import type { Clause, Tree } from "../syntax/tree.ts";

/** Where a name is defined: in this document, or in a file at a path from it. A file itself begins at its start. */
export interface Target {
  readonly path: string | undefined;
  readonly range: Range;
}

/** A place that defines or uses a name: a term, a note, or the path of a file. */
export interface Occurrence {
  readonly kind: "term" | "note" | "file";
  readonly name: string;
  /** What stands between the quotes. */
  readonly range: Range;
  readonly target: Target;
  /** Whether another thing of that kind is known here under a name. */
  readonly isTaken: (name: string) => boolean;
}

/** Every name of a document that is defined somewhere, in the order of its pieces. */
export function occurrencesIn(analysis: Analysis): Occurrence[] {
  const lines = firstLines(analysis);
  return analysis.pieces.flatMap((piece, index) => {
    const here: Here = { analysis, piece, firstLine: lines[index] ?? 0 };
    const { notes, markets, scenarios } = piece.bound;
    const parts = [
      ...markets,
      ...scenarios,
      ...notes.flatMap((note) => [...note.markets, ...note.scenarios]),
    ];
    return [
      ...notes.flatMap((note) => ofNote(note, here)),
      ...parts.flatMap((part) => ofPart(part, here)),
      ...termsAmong(piece.tree.clauses, file, analysis.top.terms, here),
    ];
  });
}

interface Here {
  readonly analysis: Analysis;
  readonly piece: Piece;
  readonly firstLine: number;
}

const start = { line: 0, character: 0 };

function ofNote({ clause, basedOn, name }: BoundNote, here: Here): Occurrence[] {
  const title = titleOf(clause);
  const own = title && rangeOf(title, here);
  const defined = own ? [noteNamed(name, own, { path: undefined, range: own }, here)] : [];
  return [...defined, ...(basedOn ? ofForm(basedOn, clause, here) : [])];
}

function ofForm({ name, span, file: from }: BasedOn, clause: Clause, here: Here): Occurrence[] {
  const form = here.analysis.composed.forms.get(clause);
  const target = form && placeOf(form.piece.tree, titleOf(form.note.clause), here);
  const used = target ? [noteNamed(name, rangeOf(within(span, here), here), target, here)] : [];
  return [...used, ...(from && from !== "unusable" ? ofFile(from, here) : [])];
}

function ofPart(part: BoundMarket | BoundScenario, here: Here): Occurrence[] {
  const { forNote } = part.heading;
  const found: Occurrence[] = [];
  const note = forNote && here.analysis.notes.find((one) => sameName(one.note.name, forNote.name))?.note;
  const target = note && placeOf(note.tree, titleOf(note.clause), here);
  if (forNote && target)
    found.push(noteNamed(forNote.name, rangeOf(within(forNote.span, here), here), target, here));
  if ("pricesFrom" in part && part.pricesFrom) found.push(...ofFile(part.pricesFrom, here));
  return found;
}

function noteNamed(name: string, range: Range, target: Target, { analysis }: Here): Occurrence {
  const isTaken = (other: string): boolean => analysis.notes.some(({ note }) => sameName(note.name, other));
  return { kind: "note", name, range, target, isTaken };
}

function ofFile({ path, span }: FileMeaning, here: Here): Occurrence[] {
  const target = pathFrom("", path);
  const content = here.analysis.filesUsed.get(target);
  if (!content || !("text" in content)) return [];
  const range = rangeOf(within(span, here), here);
  return [
    {
      kind: "file",
      name: path,
      range,
      target: { path: target, range: { start, end: start } },
      isTaken: () => false,
    },
  ];
}

/** The terms that some clauses define and use. Words in quotes are a term where one of that name is known. */
function termsAmong(
  clauses: readonly Clause[],
  block: BlockSpec | undefined,
  terms: ReadonlyMap<string, BoundTerm>,
  here: Here,
): Occurrence[] {
  return clauses.flatMap((clause) => {
    const spec: ClauseSpec | undefined = block?.clauses[clause.match?.id ?? ""];
    const known = termsFor(clause, terms, here);
    const inner = clause.block ? termsAmong(clause.block.clauses, spec?.block, known, here) : [];
    if (block?.content === "clauses" && !spec) return inner;
    const name = spec?.value.form === "definition" ? quotedIn(clause.name, here) : undefined;
    const defined = name ? [ownTerm(name, known, here)] : [];
    const used = namesTerms(spec) ? clause.phrase.flatMap((token) => usedTerm(token, known, here)) : [];
    return [...defined, ...used, ...inner];
  });
}

/** The terms that are known in a clause: in a note those that it may use. */
function termsFor(
  clause: Clause,
  outer: ReadonlyMap<string, BoundTerm>,
  { analysis }: Here,
): ReadonlyMap<string, BoundTerm> {
  if (clause.match?.begins !== "always") return outer;
  return analysis.notes.find(({ note }) => isSame(note.clause, clause))?.surroundings.terms ?? outer;
}

/** Whether a clause's words may name a term: all but names of other things, and lines of text. */
function namesTerms(spec: ClauseSpec | undefined): boolean {
  return spec === undefined || !otherNames.has(spec.value.form);
}

const otherNames: ReadonlySet<Value["form"]> = new Set(["name", "heading", "allowance", "source"]);

function ownTerm(span: Span, terms: ReadonlyMap<string, BoundTerm>, here: Here): Occurrence {
  const range = rangeOf(span, here);
  return termNamed(textAt(span, here), range, { path: undefined, range }, terms);
}

function usedTerm(token: IToken, terms: ReadonlyMap<string, BoundTerm>, here: Here): Occurrence[] {
  if (token.tokenType !== Quoted) return [];
  const span = within(spanOf(token), here);
  const name = textAt(span, here);
  const term = terms.get(name.toLowerCase());
  const target = term && placeOf(term.tree, quotedSpan(term.clause.name, term.tree.text), here);
  return target ? [termNamed(name, rangeOf(span, here), target, terms)] : [];
}

function termNamed(
  name: string,
  range: Range,
  target: Target,
  terms: ReadonlyMap<string, BoundTerm>,
): Occurrence {
  return { kind: "term", name, range, target, isTaken: (other) => terms.has(other.toLowerCase()) };
}

function placeOf(tree: Tree, span: Span | undefined, { analysis }: Here): Target | undefined {
  const where = span && whereIs(analysis, tree, span);
  return where && { path: where.path, range: rangeAt(where) };
}

/** A note's name between its quotes. */
function titleOf({ phrase: [first] }: Clause): Span | undefined {
  return first?.tokenType === Quoted ? unquotedSpan(spanOf(first), first.image) : undefined;
}

function quotedIn(span: Span, { piece }: Here): Span | undefined {
  return quotedSpan(span, piece.text);
}

/** The first words in quotes, without the quotes. */
function quotedSpan({ start: from, end }: Span, text: string): Span | undefined {
  const found = /["“”„][^"“”„]*["“”„]?/.exec(text.slice(from, end));
  if (!found) return undefined;
  const at = from + found.index;
  return unquotedSpan({ start: at, end: at + found[0].length }, found[0]);
}

function within(span: Span, { piece }: Here): Span {
  return unquotedSpan(span, piece.text.slice(span.start, span.end));
}

/** A quote that is never closed ends with its line. */
function unquotedSpan(span: Span, text: string): Span {
  const closed = text.length > 1 && /["“”„]$/.test(text);
  return { start: span.start + 1, end: closed ? span.end - 1 : span.end };
}

function textAt({ start: from, end }: Span, { piece }: Here): string {
  return piece.text.slice(from, end);
}

function rangeOf(span: Span, { piece, firstLine }: Here): Range {
  return rangeIn(piece, firstLine, span);
}

export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
