import type { Span } from "../../base/span.ts";
import type { Situation } from "../../finance/formula.ts";
import type { Bound } from "../../note/bound.ts";
import { compared } from "../../quantity/arithmetic.ts";
import type { Figure } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import type { PricePhrase } from "../../syntax/phrase-tree.ts";
import { fixedPriceOf } from "../prices.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";

const price = "lowest of { 85% of VWAP on prior trading day; $0.003 }";

export const floorAboveCeiling = rule({
  code: "floor-above-ceiling",
  severity: "error",
  title: "The floor is not below the ceiling",
  why: "Between a floor and a ceiling the price follows the market. Where the floor is as high or higher, nothing is left between: the price is always the same, whatever the market does. A fixed alternative of “lowest of” is a ceiling, too.",
  repair: "Correct the floor or the ceiling; if one fixed price is meant, write that price alone.",
  bad: exampleNote(exampleConversion({ price, floor: "$0.005" })),
  good: exampleNote(exampleConversion({ price, floor: "$0.0005" })),
  find: ({ note, alone }) => {
    const { price: main, floor, ceiling } = note.clauses.conversion.inner;
    const [lower] = [...limits(floor, "floor", alone), ...inside(main, "highest", alone)].sort((a, b) => compared(b.price, a.price));
    const [upper] = [...limits(ceiling, "ceiling", alone), ...inside(main, "lowest", alone)].sort((a, b) => compared(a.price, b.price));
    if (!lower || !upper || compared(lower.price, upper.price) < 0) return [];
    const same = compared(lower.price, upper.price) === 0;
    const message = same
      ? `${lower.name} and ${upper.name} are both ${show(lower.price)}: the price is always that, a fixed price, whatever the market does.`
      : `${lower.name} of ${show(lower.price)} is above ${upper.name} of ${show(upper.price)}: the price is always ${show(lower.name === names.floor ? lower.price : upper.price)}, whatever the market does.`;
    return [
      {
        span: lower.span,
        message: `${message} Correct the one that is wrong; if one fixed price is meant, write that price alone.`,
        related: [{ message: `${upper.name}: ${show(upper.price)}.`, span: upper.span }],
      },
    ];
  },
});

const names = {
  floor: "The floor",
  ceiling: "the ceiling",
  highest: "The fixed alternative, below which the price can't go,",
  lowest: "the fixed alternative, which is a ceiling,",
} as const;

interface FixedLimit {
  readonly name: string;
  readonly price: Figure<"price">;
  readonly span: Span;
}

function limits(bound: Bound<PricePhrase>, kind: keyof typeof names, situation: Situation): FixedLimit[] {
  const price = bound.state === "said" ? fixedPriceOf(bound.meaning, situation) : undefined;
  return price && bound.state === "said" ? [{ name: names[kind], price, span: bound.span }] : [];
}

/** The fixed alternatives of a choice, which bound the price as a floor or a ceiling does. */
function inside(bound: Bound<PricePhrase>, pick: "lowest" | "highest", situation: Situation): FixedLimit[] {
  if (bound.state !== "said" || bound.meaning.kind !== "best" || bound.meaning.pick !== pick) return [];
  return bound.meaning.alternatives.flatMap((alternative) => {
    const price = fixedPriceOf(alternative, situation);
    return price ? [{ name: names[pick], price, span: alternative.span }] : [];
  });
}
