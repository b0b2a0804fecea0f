import { meets } from "../base/reads.ts";
import type { NoteAnalysis } from "../document/analysis.ts";
import { type PlacedSpec, specsOn } from "../document/place.ts";
import { cellsUnder } from "../finance/engine/cells.ts";
import { alternativePaths, withAlternatives } from "../finance/engine/drafts.ts";
import { evaluate, readsOf, type Situation, varied } from "../finance/engine/formula.ts";
import { type Answer, answersIn } from "../finance/formulas.ts";
import type { BoundNote } from "../note/bound.ts";
import { minus } from "../quantity/arithmetic.ts";
import { compare, isZero } from "../quantity/exact.ts";
import { type Figure, isWaiting } from "../quantity/figure.ts";
import { bearingOf } from "./bearing.ts";

/** A bracketed alternative of a clause, and what the note would come to with it in place of the first. */
export interface Alternative {
  /** The words that are offered. */
  readonly text: string;
  /** Undefined where nothing that the alternative changes is worked out. */
  readonly change:
    | {
        readonly label: string;
        readonly result: Figure;
        readonly difference: Figure<"money">;
        /** The scenario in which it is measured; undefined for the note by itself. */
        readonly scenario: string | undefined;
      }
    | undefined;
}

/**
 * What each bracketed alternative of the clause at a path would change, measured by the topic's first answer; where that
 * stays as it is, by the first answer that does not among all that have looked at the clause, in any situation.
 */
export function alternativesAt(
  path: string,
  close: readonly Answer[],
  situation: Situation,
  { alone, played }: NoteAnalysis,
): readonly Alternative[] {
  const here = measures(close, situation);
  const cells = cellsUnder(path, played.length);
  const elsewhere = [alone, ...played].flatMap((one) =>
    measures(answersIn(one), one).filter(({ answer }) => meets(readsOf(answer.formula, one), cells)),
  );
  const offered = new Map(
    [situation, alone, ...played].map((one) => [one, withAlternatives(one.note, path)] as const),
  );
  return withAlternatives(situation.note, path).map(({ text }, index) => {
    let unchanged: Alternative["change"];
    for (const { answer, situation: one } of [...here.slice(0, 1), ...elsewhere]) {
      const note = offered.get(one)?.[index]?.note;
      const change = note && changeOf(answer, one, note);
      if (change && !isZero(change.difference.amount)) return { text, change };
      unchanged ??= change;
    }
    return { text, change: unchanged };
  });
}

interface Measure {
  readonly answer: Answer;
  readonly situation: Situation;
}

/** The answers in money that a hover says first, in their order. */
function measures(answers: readonly Answer[], situation: Situation): readonly Measure[] {
  return answers
    .filter(
      ({ formula, result }) =>
        formula.headline && (formula.kind === "money" || formula.kind === "price") && !isWaiting(result),
    )
    .sort((a, b) => (a.formula.headline?.rank ?? 0) - (b.formula.headline?.rank ?? 0))
    .map((answer) => ({ answer, situation }));
}

function changeOf(
  { formula, result: before }: Answer,
  situation: Situation,
  note: BoundNote,
): Alternative["change"] {
  const after = evaluate(formula, varied(situation, { note }));
  if (isWaiting(before) || isWaiting(after)) return undefined;
  const [was, is] = changedPart(before, after);
  const difference = minus(is as Figure<"money">, was as Figure<"money">);
  return { label: formula.label, result: is, difference, scenario: situation.scenario?.name };
}

/** Of several answers of which the first stands for all, the first that the alternative changes; else the answers themselves. */
function changedPart(before: Figure, after: Figure): readonly [Figure, Figure] {
  const [was, is] = [partsOf(before), partsOf(after)];
  const index = was.findIndex((one, at) => is[at] && compare(one.amount, is[at].amount) !== 0);
  const [one, other] = [was[index], is[index]];
  return one && other ? [one, other] : [before, after];
}

function partsOf({ amount, origin }: Figure): readonly Figure[] {
  if (origin.kind !== "computed" || !["list", "series"].includes(origin.operation.form)) return [];
  const [first] = origin.inputs;
  return first && compare(first.amount, amount) === 0 ? origin.inputs : [];
}

/** The alternatives that a note's clauses offer, by the path of the clause, as the hover on each tells them. */
export function alternativesOf(note: NoteAnalysis): ReadonlyMap<string, readonly Alternative[]> {
  const found = new Map<string, readonly Alternative[]>();
  for (const path of alternativePaths(note.note)) {
    const around = specsOn(note.note.clause, path);
    const placed: PlacedSpec | undefined = around.at(-1);
    if (!placed?.spec) continue;
    const { close, situation } = bearingOf(placed, placed.spec, around, note);
    if (situation) found.set(path, alternativesAt(path, close, situation, note));
  }
  return found;
}
