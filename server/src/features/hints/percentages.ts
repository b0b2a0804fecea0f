import type { NoteAnalysis } from "../../document/analysis.ts";
import { answersIn } from "../../finance/formulas.ts";
import { expression, valueIn } from "../../quantity/expression.ts";
import { type Figure, isWaiting, type Origin } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import type { HintAt } from "../hints.ts";
import { ruleOf, statementsIn } from "./said.ts";

interface Place {
  readonly end: number;
  /** Whether it is a rate a year. */
  readonly yearly: boolean;
}

/** Behind a percentage of the note the money, or the price, that it makes of what it is taken of. */
export function percentHints({ alone, played, note }: NoteAnalysis): HintAt[] {
  const stated = new Map<Origin, Place>();
  for (const { spec, said } of statementsIn(note))
    for (const origin of ratiosIn(said.meaning))
      if (origin.kind === "stated")
        stated.set(origin, { end: origin.span.end, yearly: ruleOf(spec) === "rate" });
  const found = new Map<Origin, HintAt>();
  const seen = new Set<Figure>();
  const look = (part: Figure, where: string): void => {
    if (part.origin.kind !== "computed" || seen.has(part) || found.size === stated.size) return;
    seen.add(part);
    const { operation, inputs } = part.origin;
    const ratio = inputs.find((input) => stated.has(input.origin));
    const place = ratio && stated.get(ratio.origin);
    const isMoney = part.kind === "money" || part.kind === "price";
    if (
      place &&
      ratio &&
      isMoney &&
      operation.form === "infix" &&
      operation.sign === "×" &&
      !found.has(ratio.origin)
    )
      found.set(ratio.origin, {
        tree: note.tree,
        offset: place.end,
        label: `${show(part)}${place.yearly ? " a year" : ""}`,
        tooltip: `${expression(part, valueIn)}${where}.`,
      });
    for (const input of inputs) look(input, where);
  };
  if (stated.size === 0) return [];
  for (const situation of [...played, alone]) {
    const where = situation.scenario ? `, in the scenario “${situation.scenario.name}”` : "";
    for (const { result } of answersIn(situation)) if (!isWaiting(result)) look(result, where);
  }
  return [...found.values()];
}

/** The percentages that a meaning states, wherever they stand in it. */
function ratiosIn(meaning: unknown, depth = 0): Origin[] {
  if (typeof meaning !== "object" || meaning === null || depth > 8) return [];
  if ("kind" in meaning && meaning.kind === "ratio" && "origin" in meaning) return [meaning.origin as Origin];
  return Object.entries(meaning).flatMap(([name, inner]) =>
    name === "tree" ? [] : ratiosIn(inner, depth + 1),
  );
}
