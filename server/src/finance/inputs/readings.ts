import { lookedAt } from "../../base/reads.ts";
import { type OpenPoint, type PointId, pointOf, type Reading } from "../../catalog/points.ts";
import type { Bound } from "../../note/bound.ts";
import { type Waiting, waiting } from "../../quantity/figure.ts";
import { notePart, pointCell } from "../engine/cells.ts";
import type { Situation } from "../engine/formula.ts";

/** What a clause that is there keeps a number waiting for: a blank, or words that can't be read; silence is neither. */
export function unsettled(label: string, { state }: Bound<unknown>): Waiting | undefined {
  return state === "blank" || state === "unread" ? waiting(needOf(label, state)) : undefined;
}

export function needOf(label: string, state: Exclude<Bound<unknown>["state"], "said">): string {
  switch (state) {
    case "absent":
      return `the clause “${label}”`;
    case "none":
      return `“${label}”, of which the note has none`;
    case "blank":
      return `the blank in “${label}”`;
    case "unread":
      return `the clause “${label}”, which can't be read yet`;
  }
}

/** How an open point is read here. */
export function readingOf(point: PointId, situation: Situation): Reading {
  const { readings }: OpenPoint = pointOf(point);
  lookedAt(notePart, pointCell(point));
  const chosen = situation.readings.get(point);
  return readings.find(({ id }) => id === chosen) ?? readings[0];
}

/** The origin of what an open point fills in. */
export function assumedBy(
  point: PointId,
  situation: Situation,
): { readonly kind: "assumed"; readonly because: string } {
  const reading = readingOf(point, situation);
  const { readings, because, question }: OpenPoint = pointOf(point);
  return {
    kind: "assumed",
    because: reading.id === readings[0].id ? because : `${question}: ${reading.text}`,
  };
}
