import type { Fix } from "../base/problem.ts";
import { type Analysis, analyse, problemsOf } from "../document/analysis.ts";
import { explain } from "./explain.ts";

/** So many repairs are tried in one go: each is proved by reading the sheet again. */
const mostTried = 40;

/** A repair and the piece of its document that its edits count from. */
export interface SafeFix {
  readonly piece: number;
  readonly fix: Fix;
}

/**
 * The repairs that can't change a number: of each problem that has one alone which is meant beyond doubt, where the
 * sheet after it has every figure that it had before, unchanged.
 */
export function safeFixes(analysis: Analysis): readonly SafeFix[] {
  const before = numbersOf(analysis);
  const taken: SafeFix[] = [];
  let tried = 0;
  for (const { problem, piece } of problemsOf(analysis)) {
    const [fix, more] = problem.fixes ?? [];
    if (!fix || more || fix.unsure || fix.edits.length === 0 || tried === mostTried) continue;
    if (taken.some((one) => one.piece === piece && touch(one.fix, fix))) continue;
    tried += 1;
    const candidate = [...taken, { piece, fix }];
    const after = analyse(withFixes(analysis, candidate), analysis.valuedOn, analysis, analysis.settings, {
      get: (path) => analysis.filesUsed.get(path),
    });
    if (hasAll(numbersOf(after), before)) taken.push({ piece, fix });
  }
  return taken;
}

/** The text of a document after repairs that do not touch each other. */
export function withFixes({ pieces }: Analysis, fixes: readonly SafeFix[]): string {
  return pieces
    .map(({ text }, index) =>
      fixes
        .filter(({ piece }) => piece === index)
        .flatMap(({ fix }) => fix.edits)
        .sort((a, b) => b.span.start - a.span.start)
        .reduce(
          (result, { span, text: words }) => result.slice(0, span.start) + words + result.slice(span.end),
          text,
        ),
    )
    .join("");
}

function touch(one: Fix, other: Fix): boolean {
  return one.edits.some((a) =>
    other.edits.some((b) => a.span.start <= b.span.end && b.span.start <= a.span.end),
  );
}

/** Every figure that is worked out, by note, scenario and id. */
function numbersOf(analysis: Analysis): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [index, { figures, scenarios }] of explain(analysis).entries())
    for (const { name, figures: all } of [{ name: "", figures }, ...scenarios])
      for (const { id, value, on } of all)
        if (value !== null) found.set(`${index} ${name} ${id}`, `${value} ${on ?? ""}`);
  return found;
}

function hasAll(now: ReadonlyMap<string, string>, before: ReadonlyMap<string, string>): boolean {
  return [...before].every(([key, value]) => now.get(key) === value);
}
