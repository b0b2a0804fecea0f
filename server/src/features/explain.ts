import type { Situation } from "../finance/formula.ts";
import { type Answer, answersIn, formulas } from "../finance/formulas.ts";
import { tranchesPaid } from "../finance/tranches.ts";
import { type FigureRecord, figureRecord } from "../render/report.ts";
import type { Analysis } from "./analysis.ts";

/** Every figure of every note of a document, as data. */
export interface Explanation {
  readonly name: string;
  readonly figures: readonly FigureRecord[];
  /** Of each tranche that is paid over, what is paid for it and what is owed on it. */
  readonly tranches: readonly { readonly name: string; readonly figures: readonly FigureRecord[] }[];
  readonly scenarios: readonly { readonly name: string; readonly figures: readonly FigureRecord[] }[];
}

const labels: ReadonlySet<string> = new Set(formulas.map(({ label }) => label));

export function isFormulaLabel(name: string): boolean {
  return labels.has(name);
}

export function explain(analysis: Analysis): Explanation[] {
  return analysis.notes.map(({ note, alone, played }) => ({
    name: note.name,
    figures: records(alone),
    tranches: tranchesPaid(alone).map(({ name, situation }) => ({
      name,
      figures: trancheAnswers(situation).map((answer) => figureRecord(answer, situation, isFormulaLabel)),
    })),
    scenarios: played.map((situation) => ({
      name: situation.scenario?.name ?? "",
      figures: records(situation),
    })),
  }));
}

/** The answers that belong to a tranche by itself. */
export function trancheAnswers(situation: Situation): Answer[] {
  return answersIn(situation).filter(
    ({ formula: { topic } }) => topic === "interest" || topic === "proceeds",
  );
}

function records(situation: Situation): FigureRecord[] {
  return answersIn(situation).map((answer: Answer) => figureRecord(answer, situation, isFormulaLabel));
}
