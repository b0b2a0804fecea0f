import { analyse } from "../../server/src/document/analysis.ts";
import { hints } from "../../server/src/features/hints.ts";
import { lenses, lensTitle } from "../../server/src/features/lenses.ts";
import type { Shown } from "../../server/src/settings/user.ts";

export const all: Shown = { codeLens: true, periods: true, alternatives: true, percentages: true };
export const none: Shown = { codeLens: false, periods: false, alternatives: false, percentages: false };

const everything = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

/** The lines of a sheet behind which something is shown, with that in ⟦⟧. */
export function hintedLines(text: string, shown: Shown = all): string[] {
  const lines = text.split("\n");
  const found = hints(analyse(text, undefined), everything, shown);
  const changed = new Set<number>();
  const late = [...found].sort((a, b) => b.position.character - a.position.character);
  for (const { position, label } of late) {
    const line = lines[position.line] ?? "";
    changed.add(position.line);
    lines[position.line] = `${line.slice(0, position.character)}⟦${label}⟧${line.slice(position.character)}`;
  }
  return [...changed].sort((a, b) => a - b).map((line) => (lines[line] ?? "").trim().replace(/ {2,}/g, " "));
}

/** The lines over notes and scenarios, each with the number of the line below it, from 1. */
export function lensLines(text: string): string[] {
  const analysis = analyse(text, undefined);
  return lenses(analysis).map((lens) => `${lens.range.start.line + 1} ${lensTitle(analysis, lens)}`);
}
