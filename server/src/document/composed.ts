import { onceEach } from "../base/once.ts";
import type { Span } from "../base/span.ts";
import type { ClauseSpec } from "../catalog/clause.ts";
import { note as noteSpec } from "../catalog/note.ts";
import type { PlacedProblem } from "../checks/check.ts";
import { shapeProblem } from "../checks/shape-problem.ts";
import { topOf } from "../market/case.ts";
import { type BoundText, bind } from "../note/bind.ts";
import type { BoundNote, BoundTerm } from "../note/bound.ts";
import { type Clause, type Tree, treeOf } from "../syntax/tree.ts";
import {
  type Composition,
  type Failure,
  type Form,
  formFinder,
  joinedTo,
  type ReadPath,
  type Source,
  type Stretch,
} from "./forms.ts";
import type { Piece } from "./pieces.ts";

/** A piece as it is judged: with the clauses that its notes take over behind its own text. */
export interface ComposedPiece {
  readonly tree: Tree;
  readonly bound: BoundText;
  /** What of the composed text stands elsewhere, and the note that takes it over. Empty for a piece as it is. */
  readonly borrowed: readonly Borrowed[];
}

/** A part of a composed text that comes of a form. */
export interface Borrowed extends Stretch {
  /** Where the form is named. */
  readonly at: Span;
  /** The clause of the note that is based on it. */
  readonly note: Clause;
}

/** A document's pieces with what its notes take over from forms. */
export interface ComposedDocument {
  readonly pieces: readonly ComposedPiece[];
  /** The other documents that forms were found in. */
  readonly sources: readonly Source[];
  /** What each note is based on, by its clause in the piece. */
  readonly forms: ReadonlyMap<Clause, Form>;
  /** The clauses of notes whose form can't be used, or is not loaded yet: what they lack is not known. */
  readonly unresolved: ReadonlySet<Clause>;
  /** Terms beside a note's forms in other files, by the note's clause: its own and its file's come before them. */
  readonly terms: ReadonlyMap<Clause, ReadonlyMap<string, BoundTerm>>;
  readonly problems: readonly PlacedProblem[];
}

/** Takes the clauses of forms over into the notes that are based on them. A piece without such a note stays as it is. */
export function composeDocument(pieces: readonly Piece[], read: ReadPath): ComposedDocument {
  const own: Source = { path: undefined, pieces };
  const sources = new Map<string, Source>();
  const find = formFinder(read, sources);
  const forms = new Map<Clause, Form>();
  const unresolved = new Set<Clause>();
  const terms = new Map<Clause, ReadonlyMap<string, BoundTerm>>();
  const problems: PlacedProblem[] = [];
  const composedPieces = pieces.map((piece): ComposedPiece => {
    const based = piece.bound.notes.filter(({ basedOn }) => basedOn);
    if (based.length === 0) return asItIs(piece);
    const found = based.map((note) => note.basedOn && find(note.basedOn, own));
    const bases = new Map<Clause, Composition>();
    found.forEach((result, index) => {
      const note = based[index];
      if (!result || !note) return;
      if ("failed" in result) problems.push(...failureProblems(result, piece.tree, note));
      else {
        bases.set(note.clause, result);
        forms.set(note.clause, result.form);
      }
    });
    const made = composePiece(piece, bases);
    for (const { clause, basedOn } of made.bound.notes) {
      const base = [...bases].find(([own]) => isSame(own, clause))?.[1];
      if (base) terms.set(clause, termsBeside(base));
      else if (basedOn) unresolved.add(clause);
    }
    return made;
  });
  return { pieces: composedPieces, sources: [...sources.values()], forms, unresolved, terms, problems };
}

/** A piece that takes nothing over. */
const asItIs = onceEach(({ tree, bound }: Piece): ComposedPiece => ({ tree, bound, borrowed: [] }));

function failureProblems(failure: Failure, tree: Tree, { name }: BoundNote): PlacedProblem[] {
  if (failure.failed !== "here") return [];
  const { code, span, message, fixes = [] } = failure;
  return [{ ...shapeProblem(code, span, message, tree, name), fixes }];
}

const composedByPiece = new WeakMap<
  Piece,
  { readonly bases: readonly (Composition | undefined)[]; readonly made: ComposedPiece }
>();

/** The piece with those forms: the same object as long as they are the same. */
function composePiece(piece: Piece, byClause: ReadonlyMap<Clause, Composition>): ComposedPiece {
  const bases = piece.bound.notes.map(({ clause }) => byClause.get(clause));
  const known = composedByPiece.get(piece);
  if (known?.bases.every((base, index) => base === bases[index])) return known.made;
  const made = compose(piece, byClause);
  composedByPiece.set(piece, { bases, made });
  return made;
}

function compose(piece: Piece, bases: ReadonlyMap<Clause, Composition>): ComposedPiece {
  let text = piece.text;
  const borrowed: Borrowed[] = [];
  const clauses = piece.tree.clauses.map((clause): Clause => {
    const base = bases.get(clause);
    const at = piece.bound.notes.find((note) => note.clause === clause)?.basedOn?.span;
    if (!base || !at || !clause.block) return clause;
    const joined = joinedTo(text, clause.block.clauses, base);
    text = joined.text;
    borrowed.push(...joined.stretches.map((stretch) => ({ ...stretch, at, note: clause })));
    return { ...clause, block: { ...clause.block, clauses: joined.clauses } };
  });
  const tree = treeOf({ ...piece.tree, text, clauses });
  const bound = bases.size === 0 ? piece.bound : bind(tree);
  const open = bound.notes.filter(
    ({ clause, basedOn }) => basedOn && ![...bases.keys()].some((own) => isSame(own, clause)),
  );
  return { tree: bases.size === 0 ? piece.tree : tree, bound: withoutMissing(bound, open), borrowed };
}

/** Whether two clauses are one, before and after others are taken over into its block. */
export function isSame(a: Clause, b: Clause): boolean {
  return a.phrase === b.phrase && a.span.start === b.span.start;
}

/**
 * Tells which notes are only patterns for others: some of this file are based on them, and they leave open what no
 * note can do without. Such a form is nobody's debt and takes no part in what several notes do together.
 */
export function patternsIn({ forms }: ComposedDocument): (note: BoundNote) => boolean {
  const own = [...forms.values()].filter(({ source }) => source.path === undefined);
  const phrases = new Set(own.map(({ note }) => note.clause.phrase));
  return (note) =>
    phrases.has(note.clause.phrase) &&
    Object.entries(noteSpec.clauses).some(([id, spec]) => isOpen(id, spec, note));
}

function isOpen(id: string, { required }: ClauseSpec, note: BoundNote): boolean {
  const said: unknown = Object.entries(note.clauses).find(([name]) => name === id)?.[1];
  const state = typeof said === "object" && said !== null && "state" in said ? said.state : undefined;
  return required !== undefined && (state === "absent" || state === "blank");
}

/** What a note lacks is not known as long as its form is not. */
function withoutMissing(bound: BoundText, open: readonly BoundNote[]): BoundText {
  if (open.length === 0) return bound;
  const problems = bound.problems.filter(
    ({ code, span }) =>
      code !== "clause-missing" ||
      !open.some((note) => note.span.start <= span.start && span.end <= note.span.end),
  );
  return { ...bound, problems };
}

/** The terms at the top of the other files that a form and its own forms are in; nearer ones come first. */
function termsBeside(base: Composition): ReadonlyMap<string, BoundTerm> {
  const further = base.base ? termsBeside(base.base) : nothing;
  const { source } = base.form;
  if (source.path === undefined) return further;
  const { terms } = topOf(source.pieces.map(({ bound }) => bound));
  return terms.size === 0 ? further : new Map([...further, ...terms]);
}

const nothing: ReadonlyMap<string, BoundTerm> = new Map();
