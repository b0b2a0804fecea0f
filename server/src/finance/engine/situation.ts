import { lookedAt } from "../../base/reads.ts";
import type { PointId, Readings } from "../../catalog/points.ts";
import type { Surroundings } from "../../market/case.ts";
import type { Quotes } from "../../market/quotes.ts";
import type { BoundNote, BoundScenario } from "../../note/bound.ts";
import type { Day } from "../../quantity/date.ts";
import type { Figure } from "../../quantity/figure.ts";
import { aroundCell, contentCellAt, notePart, pointCell } from "./cells.ts";
import type { Source } from "./formula.ts";
import { type Memo, newMemo } from "./memo.ts";

/** Everything that a number may depend on. */
export interface Situation extends Surroundings {
  /** The scenario that is played through; undefined for the note by itself, which runs to maturity. */
  readonly scenario: BoundScenario | undefined;
  /** The day from the settings or the command line, where neither scenario nor market names one. */
  readonly valuedOn: Day | undefined;
  readonly quotes: Quotes;
  /** What the words “conversion price” stand for inside another price. */
  readonly conversionPrice: Source<Figure<"price">>;
  /** What the words “cap price” stand for inside another price. */
  readonly capPrice: Source<Figure<"price">>;
  /** The note as its clauses stand where it is played: of what is said under conditions, what counts. */
  readonly inForce: (asSaid: Situation) => BoundNote;
  /** Open points that are read another way than usual. */
  readonly readings: Readings;
  /** What is known of it already. */
  readonly memo: Memo;
  /** Where it differs from another situation in one cell of the note alone: that one answers whatever has not looked at it. */
  readonly differs: { readonly from: Situation; readonly cell: number } | undefined;
}

/** The situation with some things changed; nothing computed is carried over. */
export function varied(situation: Situation, change: Partial<Omit<Situation, "memo">>): Situation {
  lookedAt(notePart, aroundCell("whole situation"));
  return { ...situation, ...change, memo: newMemo(), differs: undefined };
}

/** The situation at other prices of the share; what has not looked at the prices is taken from it as it is. */
export function atPrices(situation: Situation, quotes: Quotes): Situation {
  if (situation.together.length > 0) return varied(situation, { quotes });
  const cell = contentCellAt("market/prices");
  return { ...varied(situation, { quotes }), differs: { from: situation, cell } };
}

/** The situation with an open point read another way; what has not looked at the point is taken from it as it is. */
export function reread(situation: Situation, point: PointId, reading: string): Situation {
  const readings = new Map(situation.readings).set(point, reading);
  return { ...varied(situation, { readings }), differs: { from: situation, cell: pointCell(point) } };
}
