import { keeper } from "../base/keeper.ts";
import { nearest } from "../base/nearest.ts";
import { onceEach } from "../base/once.ts";
import { pathFrom } from "../base/paths.ts";
import type { Fix } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import { note as noteSpec } from "../catalog/note.ts";
import type { ShapeCode } from "../catalog/shape.ts";
import type { BasedOn } from "../catalog/value.ts";
import type { BoundNote } from "../note/bound.ts";
import { mergedClauses } from "../note/merge.ts";
import { shiftClauses } from "../syntax/shift.ts";
import type { Clause, Tree } from "../syntax/tree.ts";
import { type FileContent, unusable } from "./files.ts";
import { type Piece, readDocument } from "./pieces.ts";

/** A document that forms are sought in: the one that is analysed, without a path, or a file that it draws on. */
export interface Source {
  readonly path: string | undefined;
  readonly pieces: readonly Piece[];
}

/** A note that others are based on, as it stands in its own document. */
export interface Form {
  readonly source: Source;
  readonly piece: Piece;
  readonly note: BoundNote;
}

/** A part of a composed text: from its start on it is the text of one piece of one document. */
export interface Stretch {
  readonly start: number;
  readonly source: Source;
  readonly tree: Tree;
  /** What the part says, in words: `“Form A” (forms/a.note)`. */
  readonly named: string;
}

/** A form with all that it takes over from forms of its own; offsets count in `text`. */
export interface Composition {
  readonly form: Form;
  readonly text: string;
  readonly clauses: readonly Clause[];
  readonly stretches: readonly Stretch[];
  /** The form that it is based on, with what that takes over. */
  readonly base: Composition | undefined;
}

/** Why a note takes nothing over. */
export type Failure =
  /** A file is not loaded yet; or what is wrong has been reported already, where it stands. */
  | { readonly failed: "loading" | "reported" }
  /** To be reported in the document of the note that is based on the form. */
  | {
      readonly failed: "here";
      readonly code: ShapeCode;
      readonly span: Span;
      readonly message: string;
      readonly fixes?: readonly Fix[];
    };

/** Reads a file by its path from the document that is analysed; undefined while it is loading. */
export type ReadPath = (path: string) => FileContent | undefined;

/** Finds the form that a note of a source is based on. */
export type FindForm = (basedOn: BasedOn, source: Source) => Composition | Failure;

/** More forms than are ever based on one another: a path that winds through a link to its own folder has no end. */
const mostForms = 20;

/** A search through the notes of a document and of the files that it draws on, which are listed in `sources`. */
export function formFinder(read: ReadPath, sources: Map<string, Source>): FindForm {
  const find = (basedOn: BasedOn, from: Source, chain: readonly Form[]): Composition | Failure => {
    const source = sourceOf(basedOn, from, read, sources);
    if ("failed" in source) return source;
    const notes = notesIn(source);
    const form = notes.get(basedOn.name.toLowerCase());
    if (!form) return unknown(basedOn, source, [...notes.values()]);
    const again = chain.findIndex((one) => one.note === form.note && one.source.path === source.path);
    if (again >= 0 || chain.length > mostForms) return circular(basedOn, [...chain.slice(again), form]);
    if (!form.note.basedOn) return composed(form, undefined);
    const base = find(form.note.basedOn, source, [...chain, form]);
    return "failed" in base ? passedOn(base, basedOn, form) : composed(form, base);
  };
  return (basedOn, source) => find(basedOn, source, []);
}

/** The notes of a document by their names in lower case, of several of one name the first: listed once a document. */
const notesIn = onceEach((source: Source): ReadonlyMap<string, Form> => {
  const byName = new Map<string, Form>();
  for (const piece of source.pieces)
    for (const note of piece.bound.notes) {
      const name = note.name.toLowerCase();
      if (!byName.has(name)) byName.set(name, { source, piece, note });
    }
  return byName;
});

function sourceOf(
  { file }: BasedOn,
  from: Source,
  read: ReadPath,
  sources: Map<string, Source>,
): Source | Failure {
  if (file === undefined) return from;
  if (file === "unusable") return { failed: "reported" };
  const path = pathFrom(from.path ?? "", file.path);
  const content = read(path);
  if (!content) return { failed: "loading" };
  if ("unusable" in content) {
    const message = `“${file.path}” can't be used: ${unusable[content.unusable]}.`;
    return { failed: "here", code: "file-unusable", span: file.span, message };
  }
  const source = sources.get(path) ?? { path, pieces: piecesOf(content.text) };
  sources.set(path, source);
  return source;
}

/** The files of forms that are open at once, or some versions of a long one. */
const files = keeper<readonly Piece[]>(2_000_000);

/** The pieces of a file, read once for each text of it. */
function piecesOf(text: string): readonly Piece[] {
  return files.of(text, (own) => readDocument(own).flatMap((chunk) => chunk.pieces));
}

const compositions = new WeakMap<Clause, Composition>();

/** A form with its base, the same object as long as both are the same. */
function composed(form: Form, base: Composition | undefined): Composition {
  const { clause } = form.note;
  const known = compositions.get(clause);
  if (known && known.base === base && known.form.source.path === form.source.path) return known;
  const own = { start: 0, source: form.source, tree: form.piece.tree, named: nameOf(form) };
  const inner = clause.block?.clauses ?? [];
  const joined = base && joinedTo(form.piece.text, inner, base);
  const made = {
    form,
    base,
    text: joined?.text ?? form.piece.text,
    clauses: joined?.clauses ?? inner,
    stretches: [own, ...(joined?.stretches ?? [])],
  };
  compositions.set(clause, made);
  return made;
}

/** A text with a form's behind it, the note's clauses with the form's, and where what comes of the form stands. */
export function joinedTo(
  before: string,
  own: readonly Clause[],
  base: Composition,
): Pick<Composition, "text" | "clauses" | "stretches"> {
  const distance = before.length + 1;
  const text = `${before}\n${base.text}`;
  return {
    text,
    clauses: mergedClauses(noteSpec, own, takenFrom(shiftClauses(base.clauses, distance), base.form), text),
    stretches: base.stretches.map((stretch) => ({ ...stretch, start: stretch.start + distance })),
  };
}

/** Clauses of a form, each with its name; what the form took over itself keeps the name of its own. */
function takenFrom(clauses: readonly Clause[], form: Form): readonly Clause[] {
  return clauses.map((clause) => ({
    ...clause,
    block: clause.block && { ...clause.block, clauses: takenFrom(clause.block.clauses, form) },
    from: clause.from ?? nameOf(form),
  }));
}

function nameOf({ note, source }: Form): string {
  return `“${note.name}”${source.path === undefined ? "" : ` (${source.path})`}`;
}

function unknown({ name, span }: BasedOn, { path }: Source, notes: readonly Form[]): Failure {
  const near = nearest(
    name,
    notes.map(({ note }) => note.name),
  );
  const advice =
    path === undefined
      ? "Name a note of this file, or the file that the form is in."
      : "Name one of its notes.";
  const offer = near === undefined ? advice : `Did you mean “${near}”?`;
  const message = `${path === undefined ? "This file" : `“${path}”`} has no note “${name}”, so nothing is taken over. ${offer}`;
  const fixes =
    near === undefined ? [] : [{ title: `Write “${near}”`, edits: [{ span, text: `"${near}"` }] }];
  return { failed: "here", code: "form-unknown", span, message, fixes };
}

function circular({ span }: BasedOn, circle: readonly Form[]): Failure {
  const names = circle.map(nameOf).join(" → ");
  const message = `The forms lead in a circle (${names}), so none of them says what the terms are. Let one of them stand by itself.`;
  return { failed: "here", code: "form-circular", span, message };
}

/** What is wrong further on, reported at the name of the form that leads there. */
function passedOn(failure: Failure, { span }: BasedOn, form: Form): Failure {
  if (failure.failed === "loading") return failure;
  if (failure.failed === "here" && failure.code === "form-circular") return { ...failure, span };
  const reason = failure.failed === "here" ? failure.message : "Its own file says why.";
  const message = `${nameOf(form)} is based on a form that can't be used. ${reason}`;
  const code = failure.failed === "here" ? failure.code : "form-unknown";
  return { failed: "here", code, span, message };
}
