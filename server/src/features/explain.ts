import { attempted } from "../base/failures.ts";
import type { Analysis } from "../document/analysis.ts";
import type { Situation } from "../finance/engine/formula.ts";
import { type Answer, answersIn, formulas } from "../finance/formulas.ts";
import { tranchesPaid } from "../finance/inputs/tranches.ts";
import { paysTranchesBack } from "../finance/interest/drawn-down.ts";
import { scheduleOf } from "../finance/money/schedule.ts";
import { playsRange, priceTable } from "../finance/price-table.ts";
import { capTable } from "../finance/rounds/cap-table.ts";
import { type CapTableRecord, capTableRecords } from "../render/cap-table.ts";
import { type PriceRowRecord, priceRecords } from "../render/price-table.ts";
import { type FigureRecord, figureRecord } from "../render/report.ts";
import { type ScheduleRecord, scheduleRecords } from "../render/schedule.ts";

/** Every figure of every note of a document, as data. */
export interface Explanation {
  readonly name: string;
  readonly figures: readonly FigureRecord[];
  /** What is paid and owed from day to day, to maturity; empty while it is open. */
  readonly schedule: readonly ScheduleRecord[];
  /** Of each tranche that is paid over, what is paid for it and what is owed on it. */
  readonly tranches: readonly { readonly name: string; readonly figures: readonly FigureRecord[] }[];
  readonly scenarios: readonly ScenarioRecord[];
}

export interface ScenarioRecord {
  readonly name: string;
  readonly figures: readonly FigureRecord[];
  /** The same to the scenario's day. */
  readonly schedule: readonly ScheduleRecord[];
  /** A row a market price, highest first, where the scenario plays a range of them. */
  readonly table?: readonly PriceRowRecord[];
  /** Who has how many shares after the round that the scenario plays; the last row is the sum. */
  readonly capTable?: readonly CapTableRecord[];
}

const labels: ReadonlySet<string> = new Set(formulas.map(({ label }) => label));

export function isFormulaLabel(name: string): boolean {
  return labels.has(name);
}

export function explain(analysis: Analysis): Explanation[] {
  return analysis.notes.map(({ note, alone, played }) => ({
    name: note.name,
    figures: records(alone),
    schedule: schedule(alone),
    tranches: tranchesPaid(alone).map(({ name, situation }) => ({
      name: name.replace(/^“(.*)”$/, "$1"),
      figures: trancheAnswers(situation, alone).map((answer) =>
        figureRecord(answer, situation, isFormulaLabel),
      ),
    })),
    scenarios: played.map(scenarioRecord),
  }));
}

/** The answers that belong to a tranche by itself; what it bears is the whole note's where instalments pay it back. */
export function trancheAnswers(tranche: Situation, whole: Situation): Answer[] {
  const bearsItsOwn = !paysTranchesBack(whole);
  return answersIn(tranche).filter(
    ({ formula: { topic } }) => topic === "proceeds" || (topic === "interest" && bearsItsOwn),
  );
}

function scenarioRecord(situation: Situation): ScenarioRecord {
  const table = part("the table of prices", () =>
    playsRange(situation) ? priceTable(situation) : undefined,
  );
  const holders = part("the holders after the round", () => capTable(situation));
  return {
    name: situation.scenario?.name ?? "",
    figures: records(situation),
    schedule: schedule(situation),
    ...(table ? { table: priceRecords(table) } : {}),
    ...(holders ? { capTable: capTableRecords(holders) } : {}),
  };
}

/** A part of a record that is not there where it fails; the figures beside it say what could not be worked out. */
function part<T>(what: string, work: () => T | undefined): T | undefined {
  return attempted(what, work, () => undefined);
}

function schedule(situation: Situation): readonly ScheduleRecord[] {
  return part("the payment schedule", () => scheduleRecords(scheduleOf(situation))) ?? [];
}

function records(situation: Situation): FigureRecord[] {
  return answersIn(situation).map((answer: Answer) => figureRecord(answer, situation, isFormulaLabel));
}
