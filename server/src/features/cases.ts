import type { NoteAnalysis } from "../document/analysis.ts";
import { boundAt } from "../finance/engine/drafts.ts";
import type { Situation } from "../finance/engine/formula.ts";
import { caseIn } from "../finance/inputs/clauses.ts";
import type { Bound } from "../note/bound.ts";
import { isWaiting } from "../quantity/figure.ts";
import type { Clause } from "../syntax/tree.ts";

/** What a clause says under each of its conditions, and which statement counts in a situation; empty where it is said once. */
export function casesText(path: string, situation: Situation): string[] {
  const bound = boundAt(situation.note, path);
  if (bound?.state !== "said") return [];
  const statements: readonly Bound<unknown>[] = [bound, ...bound.cases, ...bound.gaps];
  if (statements.length === 1 && !bound.condition) return [];
  const counting = caseIn(bound, situation);
  return [...statements]
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map((statement) => {
      const counts = !isWaiting(counting) && counting.clause === statement.clause;
      const words = statement.state === "said" ? statement.text : statement.state;
      const base = statement.condition || words === "" ? words : `${words} (the base case)`;
      return counts ? `${base}: counts here` : base;
    });
}

/** The first scenario in which this statement of a clause is the one that counts. */
export function scenarioOfCase(path: string, clause: Clause, note: NoteAnalysis): Situation | undefined {
  const bound = boundAt(note.note, path);
  if (bound?.state !== "said" || (bound.cases.length === 0 && !bound.condition)) return undefined;
  return note.played.find((situation) => {
    const counting = caseIn(bound, situation);
    return !isWaiting(counting) && counting.clause === clause;
  });
}

function placeOf({ clause }: Bound<unknown>): number {
  return clause?.span.start ?? 0;
}
