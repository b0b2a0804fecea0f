import { type Span, shift } from "../base/span.ts";
import type { AllowanceCode } from "../checks/allowance-codes.ts";
import type { PlacedProblem } from "../checks/check.ts";
import type { Tree } from "../syntax/tree.ts";
import type { Analysis } from "./analysis.ts";
import type { Borrowed, ComposedDocument } from "./composed.ts";
import type { Piece } from "./pieces.ts";
import { type Range, rangeIn } from "./place.ts";

/** Where some words stand: in this document, or in a file that it draws on. */
export interface Whereabouts {
  /** The file, by its path from the document; undefined for the document itself. */
  readonly path: string | undefined;
  readonly piece: Piece;
  /** The piece's place in its document. */
  readonly index: number;
  readonly firstLine: number;
  readonly span: Span;
  /** What it is taken over from, where it is. */
  readonly borrowed: Borrowed | undefined;
}

type Home = Pick<Whereabouts, "path" | "piece" | "index" | "firstLine">;

/** Where each text stands that an analysis speaks of. */
export interface Homes {
  readonly byTree: ReadonlyMap<Tree, Home>;
  /** The composed texts, each with the parts that come of forms. */
  readonly borrowed: ReadonlyMap<Tree, readonly Borrowed[]>;
}

export function homesIn(pieces: readonly Piece[], composed: ComposedDocument): Homes {
  const byTree = new Map<Tree, Home>();
  const borrowed = new Map<Tree, readonly Borrowed[]>();
  for (const source of [{ path: undefined, pieces }, ...composed.sources]) {
    const { path } = source;
    let firstLine = 0;
    source.pieces.forEach((piece, index) => {
      byTree.set(piece.tree, { path, piece, index, firstLine });
      firstLine += piece.lines;
    });
  }
  composed.pieces.forEach((made, index) => {
    const own = byTree.get(pieces[index]?.tree ?? made.tree);
    if (!own || made.borrowed.length === 0) return;
    byTree.set(made.tree, own);
    borrowed.set(made.tree, made.borrowed);
  });
  return { byTree, borrowed };
}

/** Where a part of a text stands that the analysis speaks of; undefined for a text that it knows nothing of. */
export function whereIs(analysis: Analysis, tree: Tree, span: Span): Whereabouts | undefined {
  const { byTree, borrowed } = analysis.homes();
  const part = borrowed.get(tree)?.findLast(({ start }) => start <= span.start);
  const home = byTree.get(part?.tree ?? tree);
  if (!home) return undefined;
  const moved = part ? shift(span, -part.start) : span;
  const end = Math.min(moved.end, home.piece.text.length);
  return { ...home, span: { start: Math.min(moved.start, end), end }, borrowed: part };
}

/** Where that is as lines and characters of its document. */
export function rangeAt({ piece, firstLine, span }: Whereabouts): Range {
  return rangeIn(piece, firstLine, span);
}

/**
 * A problem as it is shown in this document. What stands in a form stands where the form is named, and says where it
 * is taken over from; no repair reaches into a form from here. `at` is for a problem of a text that is another file's.
 * Undefined for what concerns the form alone.
 */
export function shownHere(
  problem: PlacedProblem,
  analysis: Analysis,
  at: Place | undefined,
): ShownProblem | undefined {
  const where = whereIs(analysis, problem.tree, problem.span);
  if (!where) return { problem, piece: 0 };
  const place = where.borrowed
    ? whereIs(analysis, problem.tree, where.borrowed.at)
    : where.path === undefined
      ? undefined
      : at && whereIs(analysis, at.tree, at.span);
  if (!place) return { problem: ownProblem(problem, where), piece: where.index };
  if (problem.code === staleAllowance) return undefined;
  const from = where.borrowed?.named ?? `“${where.path}”`;
  const related = [
    { message: `Taken over from ${from}.`, span: where.span, tree: where.piece.tree },
    ...(problem.related ?? []).map((other) => ({ tree: problem.tree, ...other })),
  ];
  const message = `From ${from}: ${problem.message}`;
  const shown = { ...problem, message, span: place.span, tree: place.piece.tree, related, fixes: [] };
  return { problem: shown, piece: place.index };
}

/** A form allows what its notes may have: that one of them has it not is no fault of either. */
const staleAllowance: AllowanceCode = "allow-stale";

interface Place {
  readonly tree: Tree;
  readonly span: Span;
}

export interface ShownProblem {
  readonly problem: PlacedProblem;
  /** The piece of this document that it stands in. */
  readonly piece: number;
}

/** A problem of the document's own text, its repairs within that. */
function ownProblem(problem: PlacedProblem, { piece, span }: Whereabouts): PlacedProblem {
  if (problem.tree === piece.tree) return problem;
  const end = piece.text.length;
  const fixes = (problem.fixes ?? []).filter(({ edits }) => edits.every((edit) => edit.span.end <= end));
  const related = (problem.related ?? []).map((other) => ({ tree: problem.tree, ...other }));
  return { ...problem, span, tree: piece.tree, related, fixes };
}
