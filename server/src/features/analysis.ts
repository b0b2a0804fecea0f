import { once } from "../base/once.ts";
import type { PlacedProblem } from "../checks/check.ts";
import { checkFile, checkNote } from "../checks/check.ts";
import { asShipped, type Settings } from "../checks/levels.ts";
import { leveled } from "../checks/settle.ts";
import type { Situation } from "../finance/formula.ts";
import { situationOf } from "../finance/formulas.ts";
import { type Surroundings, surroundingsOf, type Top, topOf } from "../market/case.ts";
import type { BoundText } from "../note/bind.ts";
import type { BoundNote } from "../note/bound.ts";
import type { Day } from "../quantity/date.ts";
import type { Tree } from "../syntax/tree.ts";
import { type Chunk, type Piece, readDocument } from "./pieces.ts";

/** All that is known of one note, each part computed when it is first asked for. */
export interface NoteAnalysis {
  readonly surroundings: Surroundings;
  readonly note: BoundNote;
  /** The note by itself, to maturity. */
  readonly alone: Situation;
  /** The note in each scenario that applies to it. */
  readonly played: readonly Situation[];
  /** What is wrong with it, as settings and its own `allow` leave it. */
  readonly problems: () => readonly PlacedProblem[];
}

/** All that is known of one version of one document. */
export interface Analysis {
  readonly text: string;
  readonly chunks: readonly Chunk[];
  readonly pieces: readonly Piece[];
  readonly top: Top;
  readonly notes: readonly NoteAnalysis[];
  /** What is wrong with how the parts of the file belong together. */
  readonly fileProblems: readonly PlacedProblem[];
  readonly valuedOn: Day | undefined;
  readonly settings: Settings;
}

/**
 * Reads a document. Of an earlier version it keeps every piece whose text is the same, and every note whose
 * surroundings are: an edit costs what the edited note costs.
 */
export function analyse(
  text: string,
  valuedOn: Day | undefined,
  earlier?: Analysis,
  settings: Settings = asShipped,
): Analysis {
  const chunks = readDocument(text, earlier?.chunks);
  const pieces = chunks.flatMap((chunk) => chunk.pieces);
  const bounds = pieces.map(({ bound }) => bound);
  const top = topOf(bounds);
  const before =
    earlier && earlier.valuedOn === valuedOn && earlier.settings === settings
      ? new Map(earlier.notes.map((note) => [note.note, note]))
      : undefined;
  const notes = bounds.flatMap((bound) =>
    bound.notes.map((note) => {
      const surroundings = surroundingsOf(note, top);
      const kept = before?.get(note);
      return kept && sameSurroundings(kept.surroundings, surroundings)
        ? kept
        : analyseNote(surroundings, bound, valuedOn, settings);
    }),
  );
  return {
    text,
    chunks,
    pieces,
    top,
    notes,
    fileProblems: checkFile(
      bounds,
      notes.map((note) => note.surroundings),
    ),
    valuedOn,
    settings,
  };
}

function analyseNote(
  surroundings: Surroundings,
  bound: BoundText,
  valuedOn: Day | undefined,
  settings: Settings,
): NoteAnalysis {
  const { note, scenarios } = surroundings;
  const alone = situationOf(surroundings, undefined, valuedOn);
  const played = scenarios.map((scenario) => situationOf(surroundings, scenario, valuedOn));
  const problems = once(() => {
    const shapes = bound.problems.filter(({ span }) => noteAt(bound.notes, span.start) === note);
    return checkNote({ note, alone, played }, shapes, settings);
  });
  return { surroundings, note, alone, played, problems };
}

function sameSurroundings(a: Surroundings, b: Surroundings): boolean {
  return (
    a.market === b.market &&
    sameItems(a.otherMarkets, b.otherMarkets) &&
    sameItems(a.scenarios, b.scenarios) &&
    sameItems([...a.terms.values()], [...b.terms.values()])
  );
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** A problem of a document, with the piece that it is in. */
export interface DocumentProblem {
  readonly problem: PlacedProblem;
  readonly piece: number;
}

/**
 * Everything that is wrong with the document, in the order of its pieces. What several notes find in a market, a
 * scenario or a term that they share is said once.
 */
export function problemsOf(analysis: Analysis): DocumentProblem[] {
  const places = new Map<Tree, number>(analysis.pieces.map((piece, index) => [piece.tree, index]));
  const found: DocumentProblem[] = [];
  const said = new Set<string>();
  const shared = analysis.notes.length > 1;
  const add = (problem: PlacedProblem): void => {
    const piece = places.get(problem.tree) ?? 0;
    if (!shared) {
      found.push({ problem, piece });
      return;
    }
    const key = `${piece} ${problem.span.start} ${problem.span.end} ${problem.code} ${problem.message}`;
    if (said.has(key)) return;
    said.add(key);
    found.push({ problem, piece });
  };
  for (const { bound, tree } of analysis.pieces) {
    for (const problem of bound.problems) {
      if (noteAt(bound.notes, problem.span.start)) continue;
      leveled({ ...problem, tree, note: undefined }, analysis.settings).forEach(add);
    }
  }
  for (const problem of analysis.fileProblems) leveled(problem, analysis.settings).forEach(add);
  for (const note of analysis.notes) note.problems().forEach(add);
  return found.sort((a, b) => a.piece - b.piece || a.problem.span.start - b.problem.span.start);
}

function noteAt(notes: readonly BoundNote[], offset: number): BoundNote | undefined {
  return notes.find(({ span }) => span.start <= offset && offset <= span.end);
}
