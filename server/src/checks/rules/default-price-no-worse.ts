import { capitalized, onOneLine } from "../../base/words.ts";
import type { PriceMeaning } from "../../catalog/value.ts";
import type { Situation } from "../../finance/engine/formula.ts";
import type { Said } from "../../note/bound.ts";
import { statementsOf } from "../../note/statements.ts";
import { compared } from "../../quantity/arithmetic.ts";
import * as exact from "../../quantity/exact.ts";
import { show, showPercent } from "../../quantity/format.ts";
import { fixedPriceOf } from "../prices.ts";
import { exampleNote, rule } from "../rule.ts";
import { scaled } from "../same-price.ts";

const bid = "of lowest closing bid over prior 10 trading days";
const conversion = (late: string): string =>
  exampleNote(
    `  conversion {\n    option           holder\n    until            maturity\n    price            65% ${bid}\n    price            ${late} ${bid} on event of default\n    floor            $0.001\n    ownership limit  4.99% after issuance\n  }\n\n  events of default {\n    failure to pay when due\n  }`,
  );

export const defaultPriceNoWorse = rule({
  code: "default-price-no-worse",
  severity: "warning",
  title: "A conversion price upon default that is no better for the holder",
  why: "A price that changes on default is meant to make up for it: it is lower than before. One that is as high or higher rewards the issuer for defaulting. Most often a discount stands for a multiplier, or the two prices are exchanged.",
  repair: "Correct the price that is wrong.",
  bad: conversion("75%"),
  good: conversion("50%"),
  find: ({ note, alone }) => {
    const statements = statementsOf(note.clauses.conversion.inner.price);
    const base = statements.find(({ condition }) => !condition);
    if (!base) return [];
    return statements.flatMap((late) => {
      if (!isForTheWorse(late)) return [];
      const comparison = comparedPrices(base.meaning, late.meaning, alone);
      if (!comparison) return [];
      const when = capitalized(late.condition?.text ?? "");
      return [
        {
          span: late.span,
          message: `${when} the price is ${comparison.late}, ${comparison.same ? "the same as" : "more than the"} ${comparison.base} before: the holder gets ${comparison.same ? "no more" : "fewer"} shares than without it. Correct the price that is wrong.`,
          related: [{ message: `The price before: ${comparison.base}.`, span: base.span }],
        },
      ];
    });
  },
});

/** Whether the price is one for when something goes wrong. */
function isForTheWorse({ condition }: Said<PriceMeaning>): boolean {
  if (condition?.kind !== "on") return false;
  const { event, name = "" } = condition.event;
  return event === "default" || /default|loss|lose|fail|delist|suspen|chill|ineligib|breach/i.test(name);
}

interface Comparison {
  readonly base: string;
  readonly late: string;
  readonly same: boolean;
}

/** The two prices as a sentence says them, where the second is known to be no lower; undefined where it is lower or unknown. */
function comparedPrices(base: PriceMeaning, late: PriceMeaning, alone: Situation): Comparison | undefined {
  const [before, after] = [fixedPriceOf(base, alone), fixedPriceOf(late, alone)];
  if (before && after) {
    const sign = compared(after, before);
    return sign < 0 ? undefined : { base: show(before), late: show(after), same: sign === 0 };
  }
  const [one, other] = [scaled(base, alone), scaled(late, alone)];
  if (one.of !== other.of) return comparedChoices(base, late, alone);
  const sign = exact.compare(other.factor, one.factor);
  if (sign < 0) return undefined;
  return {
    base: `${showPercent(one.factor)} of it`,
    late: `${showPercent(other.factor)} of the market price`,
    same: sign === 0,
  };
}

/** Two choices of the lowest, where for every alternative upon default there is one before that is no higher. */
function comparedChoices(base: PriceMeaning, late: PriceMeaning, alone: Situation): Comparison | undefined {
  if (base.kind !== "best" || late.kind !== "best" || base.pick !== "lowest" || late.pick !== "lowest")
    return undefined;
  const pairs = late.alternatives.map((after) =>
    base.alternatives
      .map((before) => comparedPrices(before, after, alone))
      .filter((comparison) => comparison !== undefined),
  );
  if (pairs.some((found) => found.length === 0)) return undefined;
  const same = pairs.every((found) => found.every((comparison) => comparison.same));
  const words = ({ span, tree }: PriceMeaning): string => onOneLine(tree.text.slice(span.start, span.end));
  return { base: `“${words(base)}”`, late: `“${words(late)}”`, same };
}
