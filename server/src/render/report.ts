import { attempted, notWorkedOut } from "../base/failures.ts";
import { bounded } from "../base/words.ts";
import type { Situation } from "../finance/engine/formula.ts";
import type { Answer } from "../finance/formulas.ts";
import { dayOfAnswer } from "../finance/formulas.ts";
import { isoDate } from "../quantity/date.ts";
import { assumptionsOf, isWaiting, waiting } from "../quantity/figure.ts";
import { plainValue, unitOf } from "../quantity/format.ts";
import { stepsOf } from "./derivation.ts";
import { takenOverIn, takenOverLines } from "./taken-over.ts";

/** A figure as data, for programs. */
export interface FigureRecord {
  readonly id: string;
  readonly label: string;
  /** Plain digits, a date as year-month-day, or null while something is missing. */
  readonly value: string | null;
  readonly unit: string;
  readonly on: string | null;
  readonly origin: "stated" | "assumed" | "given" | "computed" | "waiting";
  readonly assumptions: readonly string[];
  readonly steps: readonly string[];
  readonly waitingFor?: readonly string[];
}

/** An answer as data. `known` says which names have an entry of their own, so that steps stop there. */
export function figureRecord(
  { formula, result }: Answer,
  situation: Situation,
  known: (name: string) => boolean,
): FigureRecord {
  return attempted(
    formula.label,
    () => recordOf({ formula, result }, situation, known),
    () => recordOf({ formula, result: waiting(notWorkedOut(formula.label)) }, situation, known),
  );
}

function recordOf(
  { formula, result }: Answer,
  situation: Situation,
  known: (name: string) => boolean,
): FigureRecord {
  const { id, label, kind } = formula;
  const day = dayOfAnswer(formula, situation);
  const on = day === undefined ? null : isoDate(day);
  const unit = unitOf({ kind, currency: situation.note.currency });
  if (isWaiting(result)) {
    return {
      id,
      label,
      value: null,
      unit,
      on,
      origin: "waiting",
      assumptions: [],
      steps: [],
      waitingFor: result.waitingFor.map(bounded),
    };
  }
  const inner = (name: string): boolean => name !== label && known(name);
  return {
    id,
    label,
    value: plainValue(result),
    unit,
    on,
    origin: result.origin.kind,
    assumptions: assumptionsOf(result).map(bounded),
    steps: [...stepsOf(result, inner), ...takenOverLines(takenOverIn([result], situation.note.tree, inner))],
  };
}
