import type { Analysis, NoteAnalysis } from "../../document/analysis.ts";
import { firstLines, rangeIn } from "../../document/place.ts";
import { whereIs } from "../../document/whereabouts.ts";
import type { FindingMemo, FixMemo } from "../../render/memo-record.ts";
import { answersFor } from "../fixes.ts";
import { foundIn } from "../found.ts";
import { headed } from "../message.ts";

const order = ["error", "warning", "information", "hint"] as const;

/** What is found in a note as a list to tick off, the heaviest first, with the answers that a button can give. */
export function findingsMemo(note: NoteAnalysis, analysis: Analysis): readonly FindingMemo[] {
  const found = foundIn(note, analysis).map(({ problem, range }): FindingMemo => {
    const { head, rest } = headed(problem);
    const where = whereIs(analysis, problem.tree, problem.span);
    const lines = firstLines(analysis);
    const offered = where && where.path === undefined ? answersFor(problem, where.piece) : [];
    const fixes = offered.flatMap(({ title, edits }): FixMemo[] => {
      if (!where) return [];
      return [
        {
          title,
          edits: edits.map(({ span, text }) => {
            const { start, end } = rangeIn(where.piece, lines[where.index] ?? 0, span);
            return { from: start, to: end, text };
          }),
        },
      ];
    });
    return {
      code: problem.code,
      severity: problem.severity,
      line: range.start.line,
      character: range.start.character,
      message: head,
      details: rest.split("\n").flatMap((line) => line.replace(/^• /, "").trim() || []),
      fixes,
    };
  });
  return found.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || a.line - b.line);
}
