import { capitalized } from "../base/words.ts";
import type { Analysis, NoteAnalysis } from "../features/analysis.ts";
import { isFormulaLabel, trancheAnswers } from "../features/explain.ts";
import { conversionDate } from "../finance/dates.ts";
import type { Situation } from "../finance/formula.ts";
import { evaluate } from "../finance/formula.ts";
import { type Answer, answersIn } from "../finance/formulas.ts";
import { tranchesPaid } from "../finance/tranches.ts";
import { assumptionsOf, isWaiting } from "../quantity/figure.ts";
import { show } from "../quantity/format.ts";
import { derivation } from "../render/derivation.ts";

/** The figures of a document as a memo in plain text: each with its value first and then how it was made. */
export function memo(analysis: Analysis): string {
  return analysis.notes.map(noteMemo).join("\n\n");
}

function noteMemo({ note, alone, played }: NoteAnalysis): string {
  const { issuer, holder } = note.clauses;
  const parties = [issuer, holder].flatMap((party) => (party.state === "said" ? [party.meaning] : []));
  const title = [note.name || "Note", parties.length === 2 ? `owed by ${parties[0]} to ${parties[1]}` : ""]
    .filter(Boolean)
    .join(", ");
  const tranches = tranchesPaid(alone).map(({ name, situation }) =>
    section(`Tranche ${name}`, trancheAnswers(situation)),
  );
  const sections = [
    section("To maturity", answersIn(alone)),
    ...tranches,
    ...played.map(scenarioSection),
  ].filter((text) => text !== "");
  return [title, "=".repeat(title.length), "", sections.join("\n\n")].join("\n");
}

function scenarioSection(situation: Situation): string {
  const day = evaluate(conversionDate, situation);
  return section(
    `Scenario “${situation.scenario?.name ?? ""}”${isWaiting(day) ? "" : `, ${show(day)}`}`,
    answersIn(situation),
  );
}

function section(title: string, answers: readonly Answer[]): string {
  const lines: string[] = [title, "-".repeat(title.length)];
  const waiting = new Map<string, string[]>();
  const assumptions = new Set<string>();
  for (const { formula, result } of answers) {
    if (isWaiting(result)) {
      const needs = result.waitingFor.join("; ");
      waiting.set(needs, [...(waiting.get(needs) ?? []), formula.label]);
      continue;
    }
    for (const assumption of assumptionsOf(result)) assumptions.add(assumption);
    lines.push("", `${capitalized(formula.label)}: ${show(result)}`);
    const steps = derivation(result, (name) => name !== formula.label && isFormulaLabel(name));
    for (const { depth, text } of steps) lines.push(`    ${"  ".repeat(depth)}${text}`);
  }
  for (const [needs, labels] of waiting)
    lines.push("", `Not worked out: ${labels.join(", ")}.`, `    Waits for ${needs}.`);
  if (assumptions.size > 0) lines.push("", "Assumed:", ...[...assumptions].map((text) => `  - ${text}`));
  return lines.join("\n");
}
