import { onceEach } from "../base/once.ts";
import type { Problem } from "../base/problem.ts";
import type { PlacedProblem } from "../checks/check.ts";
import type { Settings } from "../checks/levels.ts";
import { leveled } from "../checks/settle.ts";
import type { BoundNote } from "../note/bound.ts";
import type { Clause, Tree } from "../syntax/tree.ts";
import type { Analysis } from "./analysis.ts";
import type { ComposedPiece } from "./composed.ts";
import { type ShownProblem, shownHere } from "./whereabouts.ts";

// What is wrong with a document, settled in one place: each problem in the piece that it is shown in, and what several
// notes find in a market, a scenario or a term that they share only once.

/** A problem of a document, with the piece that it is shown in. */
export type DocumentProblem = ShownProblem;

/** Everything that is wrong with the document, in the order of its text. */
export function problemsOf(analysis: Analysis): DocumentProblem[] {
  return problemsByPiece(analysis).flatMap((problems, piece) =>
    problems.map((problem) => ({ problem, piece })),
  );
}

type Problems = readonly PlacedProblem[];

/**
 * The same by piece. A piece that only its own note finds something in has the same list as in the version before, as
 * long as the note finds the same, so that what is made of it can be used again.
 */
export function problemsByPiece(analysis: Analysis): readonly Problems[] {
  const found = analysis.pieces.map((): Problems[] => []);
  const elsewhere = shownElsewhere(analysis, (piece, problems) => found[piece]?.push(problems));
  const say = sayer(analysis);
  for (const piece of analysis.composed.pieces)
    for (const one of besideNotes(piece, analysis.settings)) say(one);
  for (const problem of analysis.fileProblems) say(problem);
  for (const { problem, note } of elsewhere) say(problem, note);
  for (const { problem, piece } of say.said()) found[piece]?.push([problem]);
  return found.map(inOrder);
}

const none: Problems = [];

function inOrder(lists: readonly Problems[]): Problems {
  const [only = none, other] = lists;
  return other ? lists.flat().sort((a, b) => a.span.start - b.span.start) : only;
}

interface Elsewhere {
  readonly problem: PlacedProblem;
  readonly note: BoundNote;
}

/** Gives what notes find in their own piece to `take`; what they find elsewhere is returned. */
function shownElsewhere(
  { composed, pieces, bounds, notes }: Analysis,
  take: (piece: number, problems: Problems) => void,
): readonly Elsewhere[] {
  const elsewhere: Elsewhere[] = [];
  let at = 0;
  for (const [index, { notes: here }] of bounds.entries()) {
    const isPlain = composed.pieces[index]?.tree === pieces[index]?.tree;
    for (const end = at + here.length; at < end; at++) {
      const one = notes[at];
      if (!one) continue;
      const { own, others } = divided(one.problems(), one.note.tree);
      for (const problem of isPlain ? others : one.problems()) elsewhere.push({ problem, note: one.note });
      if (isPlain && own.length > 0) take(index, own);
    }
  }
  return elsewhere;
}

interface Divided {
  readonly own: Problems;
  readonly others: Problems;
}

const dividedLists = new WeakMap<Problems, Divided>();

/** The problems in a text, in its order, and those in others. */
function divided(problems: Problems, tree: Tree): Divided {
  const known = dividedLists.get(problems);
  if (known) return known;
  const own = problems.filter((one) => one.tree === tree).sort((a, b) => a.span.start - b.span.start);
  const made = {
    own,
    others: own.length < problems.length ? problems.filter((one) => one.tree !== tree) : none,
  };
  dividedLists.set(problems, made);
  return made;
}

interface Sayer {
  (problem: PlacedProblem, note?: BoundNote): void;
  readonly said: () => readonly DocumentProblem[];
}

/** Collects problems where they are shown, what several notes find in what they share only once. */
function sayer(analysis: Analysis): Sayer {
  const all: DocumentProblem[] = [];
  const keys = new Set<string>();
  const shared = analysis.notes.length > 1;
  const say = (original: PlacedProblem, note?: BoundNote): void => {
    const at = note?.basedOn && { tree: note.tree, span: note.basedOn.span };
    const shown = shownHere(original, analysis, at);
    if (!shown) return;
    const { problem, piece } = shown;
    const isOwn = note && original.tree === note.tree && problem === original;
    if (shared && !isOwn) {
      const key = `${piece} ${problem.span.start} ${problem.span.end} ${problem.code} ${problem.message}`;
      if (keys.has(key)) return;
      keys.add(key);
    }
    all.push(shown);
  };
  return Object.assign(say, { said: () => all });
}

/** What is wrong with the shape of a piece beside its notes. */
function besideNotes(piece: ComposedPiece, settings: Settings): Problems {
  const shapes = shapesByNote(piece).get(undefined);
  if (!shapes) return none;
  return shapes.flatMap((problem) => leveled({ ...problem, tree: piece.tree, note: undefined }, settings));
}

/** What is wrong with the shape of a piece, by the clause of the note that it is in; what is in none by `undefined`. */
export const shapesByNote = onceEach(
  (piece: ComposedPiece): ReadonlyMap<Clause | undefined, readonly Problem[]> => {
    const byNote = new Map<Clause | undefined, Problem[]>();
    for (const problem of piece.bound.problems) {
      const clause = noteAt(piece, problem.span.start)?.clause;
      const known = byNote.get(clause);
      if (known) known.push(problem);
      else byNote.set(clause, [problem]);
    }
    return byNote;
  },
);

/** The note that an offset in a composed piece is in: what is taken over is in the note that does so. */
function noteAt({ bound: { notes }, borrowed }: ComposedPiece, offset: number): BoundNote | undefined {
  const part = borrowed.findLast(({ start }) => start <= offset);
  const place = part?.at.start ?? offset;
  let [low, high] = [0, notes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((notes[middle]?.span.end ?? place) < place) low = middle + 1;
    else high = middle;
  }
  const note = notes[low];
  return note && note.span.start <= place ? note : undefined;
}
