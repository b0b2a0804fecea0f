import type { Diagnostic } from "vscode-languageserver-types";
import { DiagnosticSeverity } from "vscode-languageserver-types";
import { once } from "../base/once.ts";
import { type ShapeCode, shape } from "../catalog/shape.ts";
import { allClauses } from "../catalog/vocabulary.ts";
import type { Analysis } from "../document/analysis.ts";
import { positionIn } from "../document/place.ts";
import { beginsWord } from "../syntax/keywords.ts";
import type { Clause } from "../syntax/tree.ts";

/** What to show of what was found, and what to hold back for now. */
export interface Shown {
  readonly now: readonly Diagnostic[];
  readonly held: readonly Diagnostic[];
}

/** Where the author writes. */
export interface Writing {
  readonly line: number;
  /** The blocks around the caret that were begun there and have not been left since, outermost first. */
  readonly begun: readonly BlockLines[];
  /** Whether the words that a finding of shape marks may be on the way to what can be read. */
  readonly mayGoOn: (one: Diagnostic) => boolean;
}

/** A block of the text by the lines that it takes up. */
export interface BlockLines {
  /** The names of the clauses down to it, as the catalog has them: `note/interest`. */
  readonly path: string;
  readonly first: number;
  readonly last: number;
  readonly closed: boolean;
}

/** What is known of where the author writes, to go on from at the next version. */
export interface Around {
  readonly all: readonly BlockLines[];
  /** The blocks around the caret, outermost first, each with whether it was begun there and never left. */
  readonly chain: readonly { readonly block: BlockLines; readonly fresh: boolean }[];
}

/**
 * Holds back what would disturb the author in the middle of a line: a finding of sense that is new and stands on the
 * line of the caret; all that is new while that line is unfinished; and what is missing in a block that is being written
 * for the first time. Words of which nothing can become are shown at once, and so is everything where nothing was shown
 * before or no caret is known.
 */
export function shownBesideCaret(
  found: readonly Diagnostic[],
  shown: readonly Diagnostic[] | undefined,
  writing: Writing | undefined,
): Shown {
  if (shown === undefined || writing === undefined) return { now: found, held: [] };
  const fresh = new Set(found.filter((one) => !shown.some((before) => isSame(one, before))));
  const between = [...fresh].some((one) => isUnfinished(one, writing) && standsOn(one, writing.line));
  const isHeld = (one: Diagnostic): boolean =>
    fresh.has(one) &&
    (between || isMissing(one, writing) || (standsOn(one, writing.line) && !isWrongShape(one)));
  return { now: found.filter((one) => !isHeld(one)), held: found.filter(isHeld) };
}

/** Of what is held back, what has to wait until the author leaves the line or the block, however long that takes. */
export function waitingForLeave(held: readonly Diagnostic[], writing: Writing): readonly Diagnostic[] {
  const between = held.some((one) => isUnfinished(one, writing) && standsOn(one, writing.line));
  return between ? held : held.filter((one) => isMissing(one, writing));
}

const missing: ReadonlySet<unknown> = new Set<ShapeCode>(["clause-missing", "brace-missing"]);

/** Whether words that can't be read may be on the way to what can be. */
function isUnfinished(one: Diagnostic, { mayGoOn }: Writing): boolean {
  return isWrongShape(one) && mayGoOn(one);
}

/** Whether words can't be read where they stand. */
function isWrongShape(one: Diagnostic): boolean {
  return isOfShape(one) && isError(one) && !missing.has(one.code);
}

/** Whether something is missing in a block that the author has begun and not left. */
function isMissing({ code, range }: Diagnostic, { line, begun }: Writing): boolean {
  if (!missing.has(code)) return false;
  return begun.some(({ closed, first, last }) =>
    code === ("brace-missing" satisfies ShapeCode)
      ? !closed && first <= line
      : first <= range.start.line && range.start.line <= last,
  );
}

function isOfShape({ code }: Diagnostic): boolean {
  return Object.hasOwn(shape, String(code));
}

function isError({ severity }: Diagnostic): boolean {
  return severity === undefined || severity === DiagnosticSeverity.Error;
}

function standsOn({ range }: Diagnostic, line: number): boolean {
  return range.start.line <= line && line <= range.end.line;
}

/** An edit moves a finding, or changes the numbers in it, but not both at once. */
function isSame(one: Diagnostic, before: Diagnostic): boolean {
  if (one.code !== before.code) return false;
  return one.range.start.line === before.range.start.line || one.message === before.message;
}

/** The blocks around the caret in a new version: one that the version before had not is begun there. */
export function aroundCaret(
  all: readonly BlockLines[],
  line: number | undefined,
  before: Around | undefined,
): Around {
  const count = (blocks: readonly BlockLines[], path: string): number =>
    blocks.filter((block) => block.path === path).length;
  const here = line === undefined ? [] : all.filter(({ first, last }) => first <= line && line <= last);
  const chain: { block: BlockLines; fresh: boolean }[] = [];
  let same = before !== undefined;
  for (const [depth, block] of here.entries()) {
    const earlier = before?.chain[depth];
    same &&= earlier?.block.path === block.path;
    const fresh = same
      ? earlier?.fresh === true
      : before !== undefined && count(all, block.path) > count(before.all, block.path);
    chain.push({ block, fresh });
  }
  return { all, chain };
}

/** Every block of a document. One that is not closed goes on to what follows it. */
export function blocksOf(analysis: Analysis): readonly BlockLines[] {
  const found: BlockLines[] = [];
  let firstLine = 0;
  for (const piece of analysis.pieces) {
    const lineOf = (offset: number): number => positionIn(piece, firstLine, offset).line;
    const visit = (clauses: readonly Clause[], path: string, end: number): void => {
      for (const [index, clause] of clauses.entries()) {
        const { block, match } = clause;
        if (!block) continue;
        const closed = piece.text[block.span.end - 1] === "}";
        const next = clauses[index + 1];
        const last = closed ? lineOf(block.span.end) : next ? Math.max(0, lineOf(next.span.start) - 1) : end;
        const inner = path === "" ? (match?.id ?? "") : `${path}/${match?.id ?? ""}`;
        found.push({ path: inner, first: lineOf(clause.span.start), last, closed });
        visit(block.clauses, inner, last);
      }
    };
    visit(piece.tree.clauses, "", firstLine + piece.lines);
    firstLine += piece.lines;
  }
  return found;
}

const names = once(() => allClauses().flatMap(({ spec }) => spec.names.map((name) => name.toLowerCase())));

/**
 * Whether words that can't be read may become what can be: a name of which they are the beginning; a value's last word,
 * of which a part may be typed; a word in its middle that begins one of the language.
 */
export function mayGoOn(code: unknown, words: string): boolean {
  const begun = words.trim().toLowerCase().replace(/\s+/g, " ");
  if (begun === "") return true;
  if (code === ("clause-unknown" satisfies ShapeCode)) return names().some((name) => name.startsWith(begun));
  const [first = "", ...others] = begun.split(" ");
  return others.length === 0 || code !== ("value-wrong" satisfies ShapeCode) || beginsWord(first);
}
