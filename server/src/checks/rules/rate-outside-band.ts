import type { Span } from "../../base/span.ts";
import type { RateMeaning } from "../../catalog/value.ts";
import { statementsOf } from "../../note/statements.ts";
import { compared, minus, plus } from "../../quantity/arithmetic.ts";
import type { Figure } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { exampleNote, type Finding, rule, type Subject } from "../rule.ts";

const interest = (least: string): string =>
  exampleNote(
    `  interest {\n    rate          "WSJ Prime" plus 1%\n    minimum rate  ${least}\n    maximum rate  10%\n  }`,
  );

export const rateOutsideBand = rule({
  code: "rate-outside-band",
  severity: "error",
  title: "A rate whose bounds cross, or that lies outside them",
  why: "Between a minimum and a maximum the rate follows its index. Where the minimum is as high as the maximum nothing is left between, and a fixed rate outside of both is never charged.",
  repair: "Correct the bound or the rate that is wrong.",
  bad: interest("12%"),
  good: interest("6%"),
  find: (subject) => [...bounds(subject), ...nested(subject), ...starts(subject)],
});

/** The minimum against the maximum, and a fixed rate against both. */
function bounds({ note }: Subject): Finding[] {
  const { minimumRate: least, maximumRate: most, rate } = note.clauses.interest.inner;
  if (least.state === "said" && most.state === "said" && compared(least.meaning, most.meaning) >= 0) {
    const same = compared(least.meaning, most.meaning) === 0;
    return [
      {
        span: least.span,
        message: `The minimum rate of ${show(least.meaning)} is ${same ? "the same as" : "above"} the maximum rate of ${show(most.meaning)}: the rate is always ${show(least.meaning)}, wherever the index stands. Correct the one that is wrong.`,
        related: [{ message: `The maximum: ${show(most.meaning)}.`, span: most.span }],
      },
    ];
  }
  return statementsOf(rate).flatMap(({ meaning, span }) => {
    if (meaning.kind !== "fixed") return [];
    const [bound, word] =
      least.state === "said" && compared(meaning.rate, least.meaning) < 0
        ? [least, "below the minimum rate"]
        : most.state === "said" && compared(meaning.rate, most.meaning) > 0
          ? [most, "above the maximum rate"]
          : [undefined, ""];
    if (!bound) return [];
    return [
      {
        span,
        message: `The rate of ${show(meaning.rate)} is ${word} of ${show(bound.meaning)}, so it is never charged. Correct the one that is wrong.`,
        related: [{ message: `${show(bound.meaning)}.`, span: bound.span }],
      },
    ];
  });
}

/** `lesser of { 5%; greater of { 8%; … } }`: a cap below the floor inside it. */
function nested({ note }: Subject): Finding[] {
  const { rate, defaultRate } = note.clauses.interest.inner;
  return [rate, defaultRate].flatMap(statementsOf).flatMap(({ meaning, span }) => {
    const crossed = crossedIn(meaning);
    if (!crossed) return [];
    const { outer, inner, where } = crossed;
    const [floor, cap] = where === "cap" ? [inner, outer] : [outer, inner];
    return [
      {
        span,
        message: `The floor of ${show(floor)} in this rate is not below its cap of ${show(cap)}: the rate is always ${show(outer)}, wherever the index stands. Correct the one that is wrong.`,
      },
    ];
  });
}

interface Crossed {
  readonly outer: Figure<"ratio">;
  readonly inner: Figure<"ratio">;
  /** What the outer one is. */
  readonly where: "cap" | "floor";
}

function crossedIn(meaning: RateMeaning): Crossed | undefined {
  if (meaning.kind !== "best") return undefined;
  const moving = meaning.alternatives.filter(({ kind }) => kind === "best");
  for (const outer of fixedIn(meaning)) {
    for (const inside of moving) {
      if (inside.kind !== "best" || inside.pick === meaning.pick || !hasIndex(inside)) continue;
      const inner = fixedIn(inside).find((one) =>
        meaning.pick === "lowest" ? compared(one, outer) >= 0 : compared(one, outer) <= 0,
      );
      if (inner) return { outer, inner, where: meaning.pick === "lowest" ? "cap" : "floor" };
    }
  }
  return undefined;
}

function fixedIn(meaning: Extract<RateMeaning, { kind: "best" }>): Figure<"ratio">[] {
  return meaning.alternatives.flatMap((one) => (one.kind === "fixed" ? [one.rate] : []));
}

function hasIndex({ alternatives }: Extract<RateMeaning, { kind: "best" }>): boolean {
  return alternatives.some(({ kind }) => kind === "index");
}

/** An index that stands outside the bounds on the first day: the bound is charged from the start. */
function starts({ note, alone }: Subject): Finding[] {
  const { minimumRate, maximumRate, rate } = note.clauses.interest.inner;
  if (rate.state !== "said" || rate.meaning.kind !== "index") return [];
  const { name, margin, sign } = rate.meaning;
  const level = alone.market?.clauses.index.find(
    ({ meaning }) => meaning.name.toLowerCase() === name.toLowerCase(),
  )?.meaning.level;
  if (!level) return [];
  const start = margin ? (sign === "less" ? minus(level, margin) : plus(level, margin)) : level;
  const past = [
    { bound: minimumRate, word: "below the minimum", isPast: -1 },
    { bound: maximumRate, word: "above the maximum", isPast: 1 },
  ].find(
    ({ bound, isPast }) => bound.state === "said" && Math.sign(compared(start, bound.meaning)) === isPast,
  );
  if (past?.bound.state !== "said") return [];
  const span: Span = rate.span;
  return [
    {
      span,
      severity: "information",
      message: `“${name}” makes a rate of ${show(start)}, ${past.word} of ${show(past.bound.meaning)}: the bound is charged from the start. If that is not meant, correct the margin or the bound.`,
      related: [{ message: `${show(past.bound.meaning)}.`, span: past.bound.span }],
    },
  ];
}
