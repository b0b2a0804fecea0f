import { capitalized } from "../base/words.ts";
import type { NoteAnalysis } from "../features/analysis.ts";
import type { Situation } from "../finance/formula.ts";
import { answersIn } from "../finance/formulas.ts";
import { type OpenHere, openPoints } from "../finance/open-points.ts";
import { isZero } from "../quantity/exact.ts";
import { assumptionsOf, isWaiting } from "../quantity/figure.ts";
import { show, showDifference } from "../quantity/format.ts";
import { headed, wrapped } from "../render/lines.ts";

/** What the figures take for granted, each once, with what its other readings would change. */
export function assumptionLines({ alone, played }: NoteAnalysis): string[] {
  const assumed = new Set(
    [alone, ...played].flatMap((situation) =>
      answersIn(situation).flatMap(({ result }) => (isWaiting(result) ? [] : assumptionsOf(result))),
    ),
  );
  if (assumed.size === 0) return [];
  const open = openPoints(alone, played).filter(({ point }) => assumed.has(point.because));
  const others = [...assumed].filter((text) => !open.some(({ point }) => point.because === text));
  return [
    ...headed("Assumptions", "-"),
    ...open.flatMap(openPointLines),
    ...others.flatMap((text) => wrapped(`- ${capitalized(text)}.`, 0, 2)),
  ];
}

function openPointLines({ point, measured, usual, others, scenario }: OpenHere): string[] {
  const where = scenario === undefined ? "" : ` in “${scenario}”`;
  const changes = others.map(({ reading: other, result, difference }) => {
    if (isWaiting(result) || !difference || isWaiting(usual)) return `${other.text}: not worked out`;
    if (isZero(difference.amount)) return `${other.text}: no difference`;
    return `${other.text}: ${measured}${where} ${show(result)} (${showDifference(difference)})`;
  });
  return [
    ...wrapped(`- ${capitalized(point.because)}.`, 0, 2),
    ...changes.flatMap((text) => wrapped(`Instead, ${text}.`, 4, 6)),
  ];
}

/** What can't be worked out, and what it waits for. */
export function openLines({ alone, played }: NoteAnalysis): string[] {
  const answered = new Set(
    played.flatMap((situation) =>
      answersIn(situation).flatMap(({ formula, result }) =>
        isWaiting(result) && !showsTable(situation, result.waitingFor) ? [] : [formula.id],
      ),
    ),
  );
  const missing = new Map<string, string[]>();
  for (const situation of [alone, ...played]) {
    for (const { formula, result } of answersIn(situation)) {
      if (!isWaiting(result) || showsTable(situation, result.waitingFor)) continue;
      if (!situation.scenario && answered.has(formula.id)) continue;
      const needs = shortList(result.waitingFor);
      const labels = missing.get(needs) ?? [];
      if (!labels.includes(formula.label)) labels.push(formula.label);
      missing.set(needs, labels);
    }
  }
  if (missing.size === 0) return [];
  const lines = [...missing].flatMap(([needs, labels]) => [
    ...wrapped(`- ${capitalized(labels.join("; "))}.`, 0, 2),
    ...wrapped(`Waits for ${needs}.`, 4, 6),
  ]);
  return [...headed("Not worked out", "-"), ...lines];
}

/** Over a range of prices the table shows what waits for a single one. */
function showsTable({ quotes }: Situation, needs: readonly string[]): boolean {
  return quotes.missing !== undefined && needs.includes(quotes.missing);
}

/** Of many missing things the first few and how many more there are. */
function shortList(all: readonly string[]): string {
  const needs = [...all].sort();
  const shown = needs.length <= 4 ? needs : [...needs.slice(0, 3), `${needs.length - 3} more like them`];
  return shown.join("; ");
}
