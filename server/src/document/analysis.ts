import { once } from "../base/once.ts";
import { pathFrom } from "../base/paths.ts";
import type { PlacedProblem } from "../checks/check.ts";
import { checkFile, problemsOfNote } from "../checks/check.ts";
import { asShipped, type Settings } from "../checks/levels.ts";
import { leveled } from "../checks/settle.ts";
import {
  bringsRound,
  type Case,
  caseOf,
  sameCase,
  sameSurroundings,
  surroundingsOf,
  type Together,
  type Top,
  togetherIn,
  topOf,
} from "../market/case.ts";
import type { BoundText } from "../note/bind.ts";
import type { BoundMarket, BoundNote } from "../note/bound.ts";
import type { Day } from "../quantity/date.ts";
import { type ComposedDocument, type ComposedPiece, composeDocument, patternsIn } from "./composed.ts";
import { type FileContent, type Files, noFiles } from "./files.ts";
import type { ReadPath } from "./forms.ts";
import { judgedNote, type NoteAnalysis, noteAnalysis, withFindingsOf } from "./note.ts";
import { type Chunk, type Piece, readDocument } from "./pieces.ts";
import { supplied } from "./price-files.ts";
import { shapesByNote } from "./problems.ts";
import { type Homes, homesIn } from "./whereabouts.ts";

/** All that is known of one version of one document. */
export interface Analysis {
  readonly text: string;
  readonly chunks: readonly Chunk[];
  readonly pieces: readonly Piece[];
  /** The pieces with what their notes take over from forms. */
  readonly composed: ComposedDocument;
  readonly homes: () => Homes;
  /** What each piece says, with the prices of the files that it names. */
  readonly bounds: readonly BoundText[];
  readonly top: Top;
  readonly together: Together;
  readonly notes: readonly NoteAnalysis[];
  /** What is wrong with how the parts of the file belong together. */
  readonly fileProblems: readonly PlacedProblem[];
  readonly valuedOn: Day | undefined;
  readonly settings: Settings;
  /** The files that it draws on, by their paths from its folder, and what was there; undefined for one not loaded. */
  readonly filesUsed: ReadonlyMap<string, FileContent | undefined>;
}

/**
 * Reads a document with the files that it names. Of an earlier version it keeps every piece whose text is the same,
 * and every note whose surroundings are: an edit costs what the edited note costs.
 */
export function analyse(
  text: string,
  valuedOn: Day | undefined,
  earlier?: Analysis,
  settings: Settings = asShipped,
  files: Files = noFiles,
): Analysis {
  const chunks = readDocument(text, earlier?.chunks);
  const pieces = chunks.flatMap((chunk) => chunk.pieces);
  const filesUsed = new Map<string, FileContent | undefined>();
  const read = (path: string): FileContent | undefined => {
    if (!filesUsed.has(path)) filesUsed.set(path, files.get(path));
    return filesUsed.get(path);
  };
  const composed = composeDocument(pieces, read);
  const { texts: bounds, problems: inFiles } = supplied(
    composed.pieces.map(({ bound }) => bound),
    (market) => priceFileOf(market, composed, read),
  );
  const top = topOf(bounds);
  const before =
    earlier && earlier.valuedOn === valuedOn && earlier.settings === settings ? earlier : undefined;
  const same = new Map(before?.notes.map((note) => [note.note, note]));
  const earlierOf = matchedByName(before?.notes ?? []);
  const cases = bounds.flatMap((bound, index) =>
    bound.notes.map((note) => ({ index, own: caseOf(note, topFor(note, top, composed)) })),
  );
  const isPattern = patternsIn(composed);
  const together = togetherIn(
    cases.map(({ own }) => own).filter(({ note }) => !isPattern(note)),
    top,
    earlier?.together,
  );
  const notes = cases.map(({ index, own }) => {
    const surroundings = surroundingsOf(own, together);
    const known = same.get(own.note);
    const was = earlierOf(own.note.name);
    if (known && sameSurroundings(known.surroundings, surroundings)) return known;
    if (known && !restsOnOthers(own) && sameCase(known.surroundings, own))
      return withFindingsOf(known, surroundings, valuedOn);
    const judged = judgedNote(surroundings, valuedOn, known ?? was);
    const piece = composed.pieces[index];
    return noteAnalysis(
      judged,
      problemsLater(surroundings.note, judged.judgements, piece, composed, settings),
    );
  });
  const inFile = checkFile(
    bounds,
    notes.map((note) => note.surroundings),
  );
  const fileProblems = [...composed.problems, ...inFiles, ...inFile].flatMap((problem) =>
    leveled(problem, settings),
  );
  return {
    text,
    chunks,
    pieces,
    composed,
    homes: once(() => homesIn(pieces, composed)),
    bounds,
    top,
    together,
    notes,
    fileProblems,
    valuedOn,
    settings,
    filesUsed,
  };
}

/** The file that a market's prices come from, counted from the text that names it: the sheet's or a form's. */
function priceFileOf(
  { tree, pricesFrom }: BoundMarket,
  { pieces }: ComposedDocument,
  read: ReadPath,
): { readonly path: string; readonly content: FileContent } | undefined {
  if (!pricesFrom) return undefined;
  const parts = pieces.find((piece) => piece.tree === tree)?.borrowed ?? [];
  const part = parts.findLast(({ start }) => start <= pricesFrom.span.start);
  const path = pathFrom(part?.source.path ?? "", pricesFrom.path);
  const content = read(path);
  return content && { path, content };
}

/** What stands beside the notes, with the terms that stand beside a note's forms. */
function topFor(note: BoundNote, top: Top, { terms }: ComposedDocument): Top {
  const beside = terms.get(note.clause);
  return beside && beside.size > 0 ? { ...top, terms: new Map([...beside, ...top.terms]) } : top;
}

/** Whether what is wrong with a note may rest on the notes that convert together with it: figures alone do else. */
function restsOnOthers({ scenarios }: Case): boolean {
  return scenarios.some((scenario) => bringsRound(scenario) || scenario.clauses.expect.length > 0);
}

/** Finds the note of the version before that goes by a name: of several the next each time. */
function matchedByName(notes: readonly NoteAnalysis[]): (name: string) => NoteAnalysis | undefined {
  const open = new Map<string, NoteAnalysis[]>();
  for (const one of notes) open.set(one.note.name, [...(open.get(one.note.name) ?? []), one]);
  return (name) => open.get(name)?.shift();
}

/** What is wrong with a note, when needed: apart from `analyse`, so that no version holds on to the one before it. */
function problemsLater(...asked: Parameters<typeof problemsIn>): () => readonly PlacedProblem[] {
  return once(() => problemsIn(...asked));
}

/** What is wrong with a note. What one lacks whose form can't be used is not known, so no rule judges it. */
function problemsIn(
  note: BoundNote,
  judgements: NoteAnalysis["judgements"],
  piece: ComposedPiece | undefined,
  { unresolved }: ComposedDocument,
  settings: Settings,
): readonly PlacedProblem[] {
  const shapes = piece ? (shapesByNote(piece).get(note.clause) ?? []) : [];
  if (!unresolved.has(note.clause)) return problemsOfNote(note, shapes, judgements.get(), settings);
  return shapes.flatMap((problem) => leveled({ ...problem, tree: note.tree, note: note.name }, settings));
}

export type { NoteAnalysis } from "./note.ts";
export { type DocumentProblem, problemsOf } from "./problems.ts";
