import { listing } from "../base/words.ts";
import type { BlockSpec } from "../catalog/clause.ts";
import type { Analysis } from "../document/analysis.ts";
import { type Borrowed, isSame } from "../document/composed.ts";
import type { Clause } from "../syntax/tree.ts";

/** What a block takes over from forms, a line a form: `From “Form A” (forms/a.note): rate and day count.` */
export function takenOver(analysis: Analysis, index: number, written: Clause, spec: BlockSpec): string[] {
  const composed = analysis.composed.pieces[index];
  if (!composed || composed.borrowed.length === 0 || spec.content !== "clauses") return [];
  const clause = sameIn(composed.tree.clauses, written);
  const names = new Map<string, string[]>();
  for (const inner of clause?.block?.clauses ?? []) {
    const part = partAt(composed.borrowed, inner.span.start);
    const name = spec.clauses[inner.match?.id ?? ""]?.names[0];
    if (!part || name === undefined) continue;
    const text = composed.tree.text.slice(inner.name.start, inner.name.end);
    names.set(part.named, [...(names.get(part.named) ?? []), name.startsWith('"') ? text : name]);
  }
  return [...names].map(([from, taken]) => `From ${from}: ${listing([...new Set(taken)])}.`);
}

function partAt(borrowed: readonly Borrowed[], offset: number): Borrowed | undefined {
  return borrowed.findLast(({ start }) => start <= offset);
}

function sameIn(clauses: readonly Clause[], written: Clause): Clause | undefined {
  for (const clause of clauses) {
    const found = isSame(clause, written) ? clause : clause.block && sameIn(clause.block.clauses, written);
    if (found) return found;
  }
  return undefined;
}
