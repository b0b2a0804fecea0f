import type { Span } from "../../base/span.ts";
import { capitalized } from "../../base/words.ts";
import type { PriceMeaning } from "../../catalog/value.ts";
import type { Situation } from "../../finance/engine/formula.ts";
import type { Bound, BoundNote } from "../../note/bound.ts";
import { beside, statementsOf } from "../../note/statements.ts";
import { compared, isPositive, perShare } from "../../quantity/arithmetic.ts";
import type { Figure } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { fixedPriceOf } from "../prices.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";

const words = "lowest of { 85% of VWAP on prior trading day; $0.003 }";

export const floorAboveCeiling = rule({
  code: "floor-above-ceiling",
  severity: "error",
  title: "The floor is not below the ceiling",
  why: "Between a floor and a ceiling the price follows the market. Where the floor is as high or higher, nothing is left between: the price is always the same, whatever the market does. A fixed alternative of “lowest of” is a ceiling, too.",
  repair: "Correct the floor or the ceiling; if one fixed price is meant, write that price alone.",
  bad: exampleNote(exampleConversion({ price: words, floor: "$0.005" })),
  good: exampleNote(exampleConversion({ price: words, floor: "$0.0005" })),
  find: ({ note, alone }) => {
    const { price, floor, ceiling } = note.clauses.conversion.inner;
    const ofPrice = statementsOf(price).flatMap((main) => {
      const lowers = [...limits(beside(floor, main), "floor", alone), ...inside(main, "highest", alone)];
      const uppers = [...limits(beside(ceiling, main), "ceiling", alone), ...inside(main, "lowest", alone)];
      return lowers.flatMap((lower) =>
        uppers.filter((upper) => crosses(lower, upper)).map((upper) => ({ lower, upper })),
      );
    });
    const otherwise = price.state === "absent" ? pricedOtherwise(note) : [];
    const ofOthers = limits(floor, "floor", alone).flatMap((lower) =>
      otherwise.filter((upper) => crosses(lower, upper)).map((upper) => ({ lower, upper })),
    );
    const crossed = [...ofPrice, ...ofOthers];
    const [worst] = crossed.sort((a, b) => compared(a.upper.price, b.upper.price));
    if (!worst) return [];
    const { lower, upper } = worst;
    const same = compared(lower.price, upper.price) === 0;
    const always = lower.name === names.floor ? lower.price : upper.price;
    const message = same
      ? `${capitalized(lower.name)} and ${upper.name} are both ${show(lower.price)}${upper.is}: the price is always that, a fixed price, whatever the market does.`
      : `${capitalized(lower.name)} of ${show(lower.price)}${lower.is} is above ${upper.name} of ${show(upper.price)}${upper.is}: the price is always ${show(always)}, whatever the market does.`;
    return [
      {
        span: lower.span,
        message: `${message} Correct the one that is wrong; if one fixed price is meant, write that price alone.`,
        related: [{ message: `${capitalized(upper.name)}: ${show(upper.price)}.`, span: upper.span }],
      },
    ];
  },
});

/** The fixed price that a conversion rate gives. */
function pricedOtherwise({ clauses }: BoundNote): FixedLimit[] {
  const { conversionRate } = clauses.conversion.inner;
  if (conversionRate.state !== "said" || !isPositive(conversionRate.meaning.shares)) return [];
  const { per, shares } = conversionRate.meaning;
  return [{ name: names.price, is: "", price: perShare(per, shares), span: conversionRate.span }];
}

function crosses(lower: FixedLimit, upper: FixedLimit): boolean {
  return lower.span !== upper.span && compared(lower.price, upper.price) >= 0;
}

const names = {
  floor: "the floor",
  ceiling: "the ceiling",
  price: "the fixed price",
  highest: "the fixed alternative",
  lowest: "the fixed alternative",
} as const;

/** What the names of alternatives leave to be said. */
const effects: Readonly<Partial<Record<keyof typeof names, string>>> = {
  highest: ", which acts as a floor,",
  lowest: ", which acts as a ceiling",
};

interface FixedLimit {
  readonly name: string;
  readonly is: string;
  readonly price: Figure<"price">;
  readonly span: Span;
}

function limits(bound: Bound<PriceMeaning>, kind: keyof typeof names, situation: Situation): FixedLimit[] {
  return bound.state === "said" ? fixed(bound.meaning, bound.span, kind, situation) : [];
}

/** The fixed alternatives of a choice, which bound the price as a floor or a ceiling does; a fixed price is both. */
function inside(bound: Bound<PriceMeaning>, pick: "lowest" | "highest", situation: Situation): FixedLimit[] {
  if (bound.state !== "said") return [];
  const whole = limits(bound, "price", situation);
  if (whole.length > 0 || bound.meaning.kind !== "best" || bound.meaning.pick !== pick) return whole;
  return bound.meaning.alternatives.flatMap((alternative) =>
    fixed(alternative, alternative.span, pick, situation),
  );
}

function fixed(
  phrase: PriceMeaning,
  span: Span,
  kind: keyof typeof names,
  situation: Situation,
): FixedLimit[] {
  const price = fixedPriceOf(phrase, situation);
  return price && isPositive(price) ? [{ name: names[kind], is: effects[kind] ?? "", price, span }] : [];
}
