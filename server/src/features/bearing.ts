import type { ClauseSpec } from "../catalog/clause.ts";
import type { NoteAnalysis } from "../document/analysis.ts";
import type { PlacedSpec } from "../document/place.ts";
import { type Affected, affectedBy, affectedIn } from "../finance/affects.ts";
import type { Situation } from "../finance/engine/formula.ts";
import { type Answer, answersIn } from "../finance/formulas.ts";
import { situationFor, topicHere } from "./clause-situation.ts";

/** What rests on a clause where it stands, and what it is worked out in. */
export interface Bearing {
  readonly affected: readonly Affected[];
  /** The note by itself or with a scenario, for which the clause's numbers are shown; undefined without a note. */
  readonly situation: Situation | undefined;
  /** The answers of the clause's own topic that rest on it. */
  readonly close: readonly Answer[];
}

/** What rests on a clause of a note: hovers and the memo tell of a clause by the same numbers. */
export function bearingOf(
  placed: PlacedSpec,
  spec: ClauseSpec,
  around: readonly PlacedSpec[],
  note: NoteAnalysis | undefined,
): Bearing {
  const affected = note ? affectedIn(placed.path, [note.alone, ...note.played]) : affectedBy(placed.path);
  const topic = topicHere(placed, spec, affected);
  const situation = note && situationFor(placed, around, note, affected);
  const close = situation
    ? answersIn(situation).filter(
        ({ formula }) => formula.topic === topic && affected.some((one) => one.formula === formula),
      )
    : [];
  return { affected, situation, close };
}
