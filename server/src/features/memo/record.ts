import type { Span } from "../../base/span.ts";
import { capitalized } from "../../base/words.ts";
import { topics } from "../../catalog/topics.ts";
import type { Analysis, NoteAnalysis } from "../../document/analysis.ts";
import { rangeAt, whereIs } from "../../document/whereabouts.ts";
import type { Situation } from "../../finance/engine/formula.ts";
import { answersIn } from "../../finance/formulas.ts";
import { headlinesOf } from "../../finance/headlines.ts";
import { assumptionsOf, isWaiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { derivation } from "../../render/derivation.ts";
import type { MemoPlace } from "../../render/memo-place.ts";
import type { DerivationRecord, MemoRecord, NoteMemo, TermMemo } from "../../render/memo-record.ts";
import { termsOf } from "../../render/terms.ts";
import type { Tree } from "../../syntax/tree.ts";
import { isFormulaLabel } from "../explain.ts";
import { curveMemo } from "./curve.ts";
import { findingsMemo } from "./findings.ts";
import { situationMemo } from "./situation.ts";

/** The memo of a document: what the command line prints, as data for a page beside the sheet; perhaps without its curves. */
export function memoRecord(analysis: Analysis, curves = true): MemoRecord {
  return { notes: analysis.notes.map((note) => noteMemo(note, analysis, curves)) };
}

function noteMemo(note: NoteAnalysis, analysis: Analysis, curves: boolean): NoteMemo {
  const { alone, played } = note;
  const lineAt = (tree: Tree, span: Span): number | undefined => lineOf(analysis, tree, span);
  return {
    name: note.note.name.trim() || "Note",
    line: lineAt(note.note.tree, note.note.clause.name) ?? 0,
    inShort: inShort(note),
    findings: findingsMemo(note, analysis),
    terms: termsMemo(note, lineAt),
    situations: [alone, ...played].map((situation) => ({
      ...situationMemo(situation, situation === alone ? undefined : alone, lineAt),
      curve: curves ? curveMemo(situation, analysis.notes.length > 1) : undefined,
    })),
    assumptions: assumptionsIn([alone, ...played]),
    waiting: waitingIn([alone, ...played]),
  };
}

function lineOf(analysis: Analysis, tree: Tree, span: Span): number | undefined {
  const where = whereIs(analysis, tree, span);
  return where && where.path === undefined && !where.borrowed ? rangeAt(where).start.line : undefined;
}

function inShort({ alone, played }: NoteAnalysis): NoteMemo["inShort"] {
  return [alone, ...played].flatMap((situation) =>
    Object.entries(topics).flatMap(([topic, { title }]) => {
      const answers = answersIn(situation).filter(({ formula }) => formula.topic === topic);
      const lines = headlinesOf(answers, situation);
      const lead = situation.scenario ? `${situation.scenario.name}, ${title.toLowerCase()}` : title;
      return lines.length > 0 ? [{ title: lead, text: lines.join("; ") }] : [];
    }),
  );
}

function termsMemo(
  { note }: NoteAnalysis,
  lineAt: (tree: Tree, span: Span) => number | undefined,
): readonly TermMemo[] {
  return termsOf(note).map(({ label, lines, span }) => ({
    label,
    lines,
    line: span && lineAt(note.tree, span),
  }));
}

function assumptionsIn(situations: readonly Situation[]): string[] {
  const all = situations.flatMap((situation) =>
    answersIn(situation).flatMap(({ result }) => (isWaiting(result) ? [] : assumptionsOf(result))),
  );
  return [...new Set(all)].map(capitalized);
}

/** More needs than these are not listed one by one. */
const mostNeeds = 4;

/** What waits in every situation that it belongs to, by what it waits for. */
function waitingIn(situations: readonly Situation[]): NoteMemo["waiting"] {
  const answered = new Set<string>();
  const missing = new Map<string, Set<string>>();
  const all = situations.flatMap(answersIn);
  for (const { formula, result } of all) if (!isWaiting(result)) answered.add(formula.id);
  for (const { formula, result } of all) {
    if (!isWaiting(result) || answered.has(formula.id)) continue;
    const needs = result.waitingFor;
    const left = needs.length - mostNeeds;
    const said = left > 0 ? [...needs.slice(0, mostNeeds), `${left} more like them`] : needs;
    const key = said.join("; ");
    missing.set(key, (missing.get(key) ?? new Set()).add(formula.label));
  }
  return [...missing].map(([needs, labels]) => ({ what: capitalized([...labels].join("; ")), needs }));
}

/** How a figure of a note was made; undefined for one that is not there or waits. */
export function derivationRecord(
  { notes }: Analysis,
  { note: name, scenario, figure }: MemoPlace,
): DerivationRecord | undefined {
  const found = notes.find(({ note }) => note.name === name) ?? notes[0];
  const situation =
    scenario === undefined ? found?.alone : found?.played.find((one) => one.scenario?.name === scenario);
  const answer = situation && answersIn(situation).find(({ formula }) => formula.id === figure);
  if (!answer || isWaiting(answer.result)) return undefined;
  const { formula, result } = answer;
  return {
    label: formula.label,
    value: show(result),
    steps: derivation(result, (one) => one !== formula.label && isFormulaLabel(one)),
    assumptions: assumptionsOf(result),
  };
}
