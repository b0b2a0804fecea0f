import type { NoteAnalysis } from "../document/analysis.ts";
import { assumptionsIn, notWorkedOut } from "../features/left-open.ts";
import { headed, wrapped } from "../render/lines.ts";

/** What the figures take for granted, each once, with what its other readings would change. */
export function assumptionLines(note: NoteAnalysis): string[] {
  const assumptions = assumptionsIn(note);
  if (assumptions.length === 0) return [];
  return [
    ...headed("Assumptions", "-"),
    ...assumptions.flatMap(({ text, instead }) => [
      ...wrapped(`- ${text}.`, 0, 2),
      ...instead.flatMap((one) => wrapped(`Instead, ${one}.`, 4, 6)),
    ]),
  ];
}

/** What can't be worked out, and what it waits for. */
export function openLines(note: NoteAnalysis): string[] {
  const items = notWorkedOut(note);
  if (items.length === 0) return [];
  const lines = items.flatMap(({ what, needs }) => [
    ...wrapped(`- ${what}.`, 0, 2),
    ...wrapped(`Waits for ${needs}.`, 4, 6),
  ]);
  return [...headed("Not worked out", "-"), ...lines];
}
