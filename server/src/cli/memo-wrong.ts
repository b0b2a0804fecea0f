import { counted } from "../base/words.ts";
import type { Analysis, NoteAnalysis } from "../document/analysis.ts";
import { foundIn } from "../features/found.ts";
import { headed, wrapped } from "../render/lines.ts";

/**
 * The errors of a note and of what follows it in its file, with their lines, so that no reader takes the numbers of a
 * broken sheet for those of the deal. Warnings are counted.
 */
export function wrongLines(note: NoteAnalysis, analysis: Analysis): string[] {
  const problems = foundIn(note, analysis);
  const errors = problems.filter(({ problem }) => problem.severity === "error");
  if (errors.length === 0) return [];
  const warnings = problems.filter(({ problem }) => problem.severity === "warning").length;
  return [
    ...headed("Wrong in the sheet", "-"),
    "The numbers leave out what can't be read or used. Fix this first:",
    "",
    ...errors.flatMap(({ problem, range }) =>
      wrapped(`- Line ${range.start.line + 1}: ${problem.message.replace(/\s+/g, " ")}`, 0, 2),
    ),
    ...(warnings > 0
      ? wrapped(`- Besides, ${counted(warnings, "warning")}: see \`notewright check\`.`, 0, 2)
      : []),
  ];
}
