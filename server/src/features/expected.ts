import type { Analysis } from "../document/analysis.ts";
import { isSame } from "../document/composed.ts";
import { judged } from "../finance/expectations.ts";
import { formulas } from "../finance/formulas.ts";
import { derivation } from "../render/derivation.ts";
import { outcomeTexts } from "../render/expectation.ts";
import type { ClauseReport } from "../render/hover.ts";
import type { Clause } from "../syntax/tree.ts";

const labels: ReadonlySet<string> = new Set(formulas.map(({ label }) => label));

/**
 * What became of an expectation, and how the figure was made; of a scenario that is played for several notes the first
 * answers, and the others have a line each. Undefined for a clause that is none, or that can't be read yet.
 */
export function expectationReport(
  { notes }: Analysis,
  clause: Clause,
): Pick<ClauseReport, "answer" | "steps" | "notes"> | undefined {
  const outcomes = notes.flatMap(({ note, played }) =>
    played.flatMap((situation) =>
      (situation.scenario?.clauses.expect ?? [])
        .filter((said) => isSame(said.clause, clause))
        .map(({ meaning }) => ({ note, meaning, outcome: judged(meaning, situation) })),
    ),
  );
  const [first, ...others] = outcomes;
  if (!first) return undefined;
  const { outcome } = first;
  const result = outcome.kind === "met" || outcome.kind === "broken" ? outcome.result : undefined;
  const whose = ({ note }: typeof first): string => (others.length > 0 ? `for “${note.name}” ` : "");
  const [verdict = "", ...rest] = outcomeTexts(first.meaning, outcome);
  return {
    answer: [whose(first) + verdict, ...rest],
    steps: result ? derivation(result, (name) => labels.has(name) && name !== result.name) : [],
    notes: others.map(
      (one) => `For “${one.note.name}”: ${outcomeTexts(one.meaning, one.outcome).join("; ")}.`,
    ),
  };
}
