import { hasRead } from "../base/reads.ts";
import type { ClauseSpec } from "../catalog/clause.ts";
import { openPointText } from "../checks/rules/left-open.ts";
import type { NoteAnalysis } from "../document/analysis.ts";
import type { PlacedSpec } from "../document/place.ts";
import { affectedBy } from "../finance/affects.ts";
import { conversionShares } from "../finance/conversion/conversion.ts";
import { blockerShares } from "../finance/conversion/ownership.ts";
import { notePart, pointCell } from "../finance/engine/cells.ts";
import { evaluate, type Formula, readsOf, type Situation } from "../finance/engine/formula.ts";
import { type Answer, answersIn, formulas } from "../finance/formulas.ts";
import { headlinesOf } from "../finance/headlines.ts";
import { conversionDate } from "../finance/inputs/clauses.ts";
import { tranchesPaid } from "../finance/inputs/tranches.ts";
import { type ScheduleLine, scheduleOf } from "../finance/money/schedule.ts";
import { type OpenHere, openPoints } from "../finance/open-points.ts";
import { playsRange, priceTable } from "../finance/price-table.ts";
import { conversionPrice, priceClause } from "../finance/prices/conversion-price.ts";
import { summaryOf } from "../market/csv.ts";
import { assumptionsOf, type Figure, isWaiting } from "../quantity/figure.ts";
import { show, showDifference } from "../quantity/format.ts";
import { derivation, type Line, shownWithManner } from "../render/derivation.ts";
import type { ClauseReport } from "../render/hover.ts";
import { priceInSymbols } from "../render/symbols.ts";
import { takenOverIn, takenOverLines } from "../render/taken-over.ts";
import { type Alternative, alternativesAt } from "./alternatives.ts";
import { bearingOf } from "./bearing.ts";
import { casesText } from "./cases.ts";

/** What a clause of the catalog means where it stands, and every number that rests on it. */
export function reportOn(
  placed: PlacedSpec,
  spec: ClauseSpec,
  around: readonly PlacedSpec[],
  note: NoteAnalysis | undefined,
): ClauseReport {
  const { affected, situation, close } = bearingOf(placed, spec, around, note);
  const all = situation
    ? answersIn(situation).filter(({ formula }) => affected.some((one) => one.formula === formula))
    : [];
  const ready = close.flatMap(({ formula, result }) => (isWaiting(result) ? [] : [{ formula, result }]));
  const waiting = [...new Set(close.flatMap(({ result }) => (isWaiting(result) ? result.waitingFor : [])))];
  const chosen = ready.find(({ result }) => isChoice(result));
  const choice = chosen?.result;
  const assumptions = [...new Set(ready.flatMap(({ result }) => assumptionsOf(result)))];
  const open = note && situation ? openAmong(note, close, situation, assumptions) : [];
  const symbols =
    situation && waiting.length > 0 && affectsPrice(placed.path) ? formulaOf(situation) : undefined;
  return {
    answer: situation ? firstLine(headlines(close, situation), symbols) : [],
    summary: spec.summary,
    setting:
      situation &&
      ((note && trancheSetting(situation, note)) ??
        settingOf(situation, ready.length > 0 || spec.value.form === "expectation")),
    figure: (chosen ?? ready[0])?.formula.id,
    scenario: situation?.scenario?.name,
    choice: chosen && { title: choiceTitle(chosen.formula, chosen.result), whole: chosen.result },
    steps: [
      ...ready.flatMap(({ formula, result }) => stepsShown(formula, result, result === choice)),
      ...(note ? takenOverSteps(ready, note) : []),
    ],
    others: all
      .filter(({ formula }) => !close.some((one) => one.formula === formula))
      .flatMap(({ formula, result }) =>
        isWaiting(result) ? [] : [{ label: formula.label, value: shownWithManner(result) }],
      ),
    waiting: shortList(waiting),
    ...(spec.schedule && situation ? { schedule: scheduleInShort(situation) } : {}),
    table: situation && (symbols || playsRangeHere(placed, situation)) ? priceTable(situation) : undefined,
    readings: [
      ...(note && situation
        ? alternativesAt(placed.path, close, situation, note).map((one) => alternativeText(one, situation))
        : []),
      ...open.map(openPointText),
    ],
    assumptions: assumptions.filter((text) => !open.some(({ point }) => point.because === text)),
    notes: spec.value.form === "source" ? fileNotes(situation) : [],
    cases: situation ? casesText(placed.path, situation) : [],
  };
}

/** The payment schedule, where more happens than that the note is paid over and paid back. */
function scheduleInShort(situation: Situation): readonly ScheduleLine[] {
  const lines = scheduleOf(situation);
  return lines.length > 2 ? lines : [];
}

/** A scenario over a range of prices shows its table where it begins, and where it says the range. */
function playsRangeHere({ spec }: PlacedSpec, situation: Situation): boolean {
  const inBlock = Object.values(spec?.block?.clauses ?? {}).some(namesPrices);
  return playsRange(situation) && spec !== undefined && (namesPrices(spec) || inBlock);
}

/** Whether the clause says which prices a scenario is played with. */
function namesPrices({ value }: ClauseSpec): boolean {
  return value.form === "phrase" && value.rule === "pricePath";
}

/** What the file of the market's prices holds. */
function fileNotes(situation: Situation | undefined): string[] {
  const table = situation?.market?.table;
  return table?.file ? [`${table.file.name}: ${summaryOf(table)}.`] : [];
}

/** `with 70% instead of the first alternative: conversion price $0.42 (+$0.03)`. */
function alternativeText({ text, change }: Alternative, { scenario }: Situation): string {
  const lead = `with ${text} instead of the first alternative`;
  if (!change) return lead;
  const elsewhere = change.scenario !== undefined && change.scenario !== scenario?.name;
  const where = elsewhere ? ` in “${change.scenario}”` : "";
  return `${lead}: ${change.label}${where} ${show(change.result)} (${showDifference(change.difference)})`;
}

/** The points that the shown figures have looked at and that other readings would change. */
function openAmong(
  note: NoteAnalysis,
  close: readonly Answer[],
  situation: Situation,
  assumptions: readonly string[],
): OpenHere[] {
  const reads = close.map(({ formula }) => readsOf(formula, situation));
  return openPoints(note.alone, note.played).filter(
    ({ id, point, others }) =>
      others.length > 0 &&
      assumptions.includes(point.because) &&
      reads.some((one) => hasRead(one, notePart, pointCell(id))),
  );
}

/** Of many missing prices the first few and how many more there are. */
function shortList(needs: readonly string[]): string[] {
  return needs.length <= 4 ? [...needs] : [...needs.slice(0, 3), `${needs.length - 3} more like them`];
}

/** Where nothing can be worked out yet, the formula is the answer. */
function firstLine(answers: readonly string[], symbols: string | undefined): readonly string[] {
  return answers.length > 0 || symbols === undefined ? answers : [symbols];
}

/** More than this is no line that is read at a glance. */
const mostHeadlines = 5;

/** What the topic comes to, by rank; beside the shares on conversion stands how many the ownership limit lets through. */
function headlines(close: readonly Answer[], situation: Situation): string[] {
  const shown = new Set(close.map(({ formula }) => formula));
  if (shown.has(conversionShares)) shown.add(blockerShares);
  const answers = answersIn(situation).filter(({ formula }) => shown.has(formula));
  return headlinesOf(answers, situation).slice(0, mostHeadlines);
}

/** Of a tranche's clause, that the answers are for the tranche alone. */
function trancheSetting(situation: Situation, note: NoteAnalysis): string | undefined {
  const part = tranchesPaid(note.alone).find((tranche) => tranche.situation === situation);
  return part && `Of ${part.name} alone:`;
}

function settingOf(situation: Situation, ready: boolean): string | undefined {
  const { scenario } = situation;
  if (!scenario || !ready) return undefined;
  const day = evaluate(conversionDate, situation);
  return `In the scenario “${scenario.name}”${isWaiting(day) ? "" : `, ${show(day)}`}:`;
}

const labels: ReadonlySet<string> = new Set(formulas.map(({ label }) => label));

/** Of a choice that stands in a table, only what is inside its alternatives. */
function stepsShown(formula: Formula, result: Figure, inTable: boolean): Line[] {
  const lines = derivation(result, (name) => labels.has(name) && name !== formula.label);
  return inTable
    ? lines.filter(({ depth }) => depth > 1).map(({ depth, text }) => ({ depth: depth - 2, text }))
    : lines;
}

/** Which of the clauses that the answers were made of come from forms. */
function takenOverSteps(answers: readonly { readonly result: Figure }[], { note }: NoteAnalysis): Line[] {
  const results = answers.map(({ result }) => result);
  const taken = takenOverIn(results, note.tree, (name) => labels.has(name));
  return takenOverLines(taken).map((text) => ({ depth: 0, text }));
}

/** How the winner is picked; of anything but a price also what it is. */
function choiceTitle({ kind, label }: Formula, { origin }: Figure): string {
  const how = origin.kind === "computed" && origin.operation.form === "choice" ? origin.operation.text : "";
  return kind === "price" ? how : `${label}: ${how}`;
}

function isChoice(result: Figure): boolean {
  return result.origin.kind === "computed" && result.origin.operation.form === "choice";
}

function affectsPrice(path: string): boolean {
  return affectedBy(path).some(({ formula, distance }) => formula === conversionPrice && distance <= 2);
}

function formulaOf(situation: Situation): string | undefined {
  const phrase = evaluate(priceClause, situation);
  return isWaiting(phrase) ? undefined : priceInSymbols(phrase);
}
