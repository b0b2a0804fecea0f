import { type Figure, isWaiting } from "../quantity/figure.ts";
import { show } from "../quantity/format.ts";
import { evaluate, type Situation, type Source } from "./engine/formula.ts";
import type { Answer } from "./formulas.ts";

/** What answers say of themselves in a few words each, most important first; what waits or has no such words is left out. */
export function headlinesOf(answers: readonly Answer[], situation: Situation): string[] {
  const textOf = (source: Source): string | undefined => {
    const value = evaluate(source, situation);
    if (isWaiting(value)) return undefined;
    return typeof value === "string" ? value : show(value as Figure);
  };
  return answers
    .flatMap(({ formula: { headline }, result }) =>
      headline && !isWaiting(result)
        ? [{ rank: headline.rank, text: headline.say(show(result), textOf) }]
        : [],
    )
    .sort((a, b) => a.rank - b.rank)
    .map(({ text }) => text);
}
