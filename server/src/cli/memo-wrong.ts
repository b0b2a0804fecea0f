import { onceEach } from "../base/once.ts";
import { counted } from "../base/words.ts";
import type { Analysis, NoteAnalysis } from "../document/analysis.ts";
import { whereIs } from "../document/whereabouts.ts";
import { type LocatedProblem, locatedProblems } from "../features/diagnostics.ts";
import { headed, wrapped } from "../render/lines.ts";

/**
 * The errors of a note and of what follows it in its file, with their lines, so that no reader takes the numbers of a
 * broken sheet for those of the deal. Warnings are counted.
 */
export function wrongLines(note: NoteAnalysis, analysis: Analysis): string[] {
  const problems = problemsOf(note, analysis);
  const errors = problems.filter(({ problem }) => problem.severity === "error");
  if (errors.length === 0) return [];
  const warnings = problems.filter(({ problem }) => problem.severity === "warning").length;
  return [
    ...headed("Wrong in the sheet", "-"),
    "The numbers leave out what can't be read or used. Mend this first:",
    "",
    ...errors.flatMap(({ problem, range }) =>
      wrapped(`- Line ${range.start.line + 1}: ${problem.message.replace(/\s+/g, " ")}`, 0, 2),
    ),
    ...(warnings > 0
      ? wrapped(`- Besides, ${counted(warnings, "warning")}: see \`notewright check\`.`, 0, 2)
      : []),
  ];
}

/** What is found from a note's first line to the next note; before the first note, what stands above it. */
function problemsOf(note: NoteAnalysis, analysis: Analysis): LocatedProblem[] {
  const starts = startsOf(analysis);
  const index = analysis.notes.indexOf(note);
  const from = index === 0 ? 0 : (starts[index] ?? 0);
  const to = starts[index + 1] ?? Number.POSITIVE_INFINITY;
  return locatedProblems(analysis).filter(({ range: { start } }) => start.line >= from && start.line < to);
}

const startsOf = onceEach((analysis: Analysis) => analysis.notes.map((note) => firstLine(note, analysis)));

function firstLine({ note }: NoteAnalysis, analysis: Analysis): number {
  const where = whereIs(analysis, note.tree, note.clause.span);
  if (!where) return 0;
  const before = where.piece.text.slice(0, where.span.start);
  return where.firstLine + before.split("\n").length - 1;
}
