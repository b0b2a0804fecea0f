import type { ClauseSpec } from "../catalog/clause.ts";
import { type Topic, topics } from "../catalog/topics.ts";
import type { NoteAnalysis } from "../document/analysis.ts";
import { isSame } from "../document/composed.ts";
import type { PlacedSpec } from "../document/place.ts";
import { type Affected, topicOf } from "../finance/affects.ts";
import type { Situation } from "../finance/engine/formula.ts";
import { answersIn } from "../finance/formulas.ts";
import { tranchesPaid } from "../finance/inputs/tranches.ts";
import { paysTranchesBack } from "../finance/interest/drawn-down.ts";
import { scenarioOfCase } from "./cases.ts";

/** The topic of the clause's block where the clause has a part in it, else that of the figure nearest to it. */
export function topicHere(
  { block }: PlacedSpec,
  spec: ClauseSpec | undefined,
  affected: readonly Affected[],
): Topic | undefined {
  const own = block.topic ?? spec?.block?.topic;
  return affected.some(({ formula }) => formula.topic === own) ? own : topicOf(affected);
}

/**
 * The scenario at hand; of a clause that is said for several cases the first scenario in which it counts; for a clause
 * whose numbers need a day the first scenario that has what they are about, else the first.
 */
export function situationFor(
  placed: PlacedSpec,
  around: readonly PlacedSpec[],
  note: NoteAnalysis,
  affected: readonly Affected[],
): Situation {
  const here = note.played.find(({ scenario }) =>
    around.some(({ clause }) => scenario && isSame(clause, scenario.clause)),
  );
  if (here) return here;
  const tranche = tranchesPaid(note.alone).find(({ bound }) =>
    around.some(({ clause }) => bound.clause && isSame(clause, bound.clause)),
  );
  const ofWhole = paysTranchesBack(note.alone) && topicHere(placed, placed.spec, affected) !== "proceeds";
  if (tranche && !ofWhole) return tranche.situation;
  const ofCase = scenarioOfCase(placed.path, placed.clause, note);
  const topic = topicHere(placed, placed.spec, affected);
  const answeredIn = topic && topics[topic].answeredIn;
  if (ofCase && (topic !== "default" || answers(affected, topic, ofCase))) return ofCase;
  const needsDay = affected.length > 0 && affected.every(({ formula }) => formula.scope !== "note");
  const [first] = note.played;
  if (topic && answeredIn === "whichever")
    return [...note.played, note.alone].find((one) => answers(affected, topic, one)) ?? note.alone;
  if (!first || !(needsDay || answeredIn === "scenario")) return note.alone;
  const nearest = Math.min(...affected.map(({ distance }) => distance));
  const close = affected.filter(({ distance }) => distance === nearest).map(({ formula }) => formula);
  return (
    [...note.played, note.alone].find((situation) =>
      close.every(({ applies }) => !applies || applies(situation)),
    ) ?? first
  );
}

/** Whether any figure of a topic that rests on the clause belongs to the situation. */
function answers(affected: readonly Affected[], topic: Topic, situation: Situation): boolean {
  return answersIn(situation).some(
    ({ formula }) => formula.topic === topic && affected.some((one) => one.formula === formula),
  );
}
