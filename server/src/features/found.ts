import { onceEach } from "../base/once.ts";
import type { Analysis, NoteAnalysis } from "../document/analysis.ts";
import { whereIs } from "../document/whereabouts.ts";
import { type LocatedProblem, locatedProblems } from "./diagnostics.ts";

/** What is found from a note's first line to the next note; before the first note, what stands above it. */
export function foundIn(note: NoteAnalysis, analysis: Analysis): LocatedProblem[] {
  const starts = startsOf(analysis);
  const index = analysis.notes.indexOf(note);
  const from = index === 0 ? 0 : (starts[index] ?? 0);
  const to = starts[index + 1] ?? Number.POSITIVE_INFINITY;
  return locatedProblems(analysis).filter(({ range: { start } }) => start.line >= from && start.line < to);
}

const startsOf = onceEach((analysis: Analysis) => analysis.notes.map((note) => firstLineOf(note, analysis)));

/** The line that a note begins on, counted from 0. */
function firstLineOf({ note }: NoteAnalysis, analysis: Analysis): number {
  const where = whereIs(analysis, note.tree, note.clause.span);
  if (!where) return 0;
  const before = where.piece.text.slice(0, where.span.start);
  return where.firstLine + before.split("\n").length - 1;
}
