import { listing } from "../../base/words.ts";
import type { PriceMeaning } from "../../catalog/value.ts";
import type { Bound } from "../../note/bound.ts";
import { statementsOf } from "../../note/statements.ts";
import { fixedPriceOf } from "../prices.ts";
import { exampleNote, rule } from "../rule.ts";

const conversion = (split: string): string =>
  exampleNote(
    `  conversion {\n    option            holder\n    until             maturity\n    price             $0.50\n    floor             $0.20\n    split adjustment  ${split}\n  }`,
  );

export const splitAdjustsPriceOnly = rule({
  code: "split-adjusts-price-only",
  severity: "warning",
  title: "A split adjusts the price, but not the floor, the ceiling or a trigger",
  why: "After one share becomes ten, or ten become one, every price of a share in the note stands for something else. Where only the conversion price follows, a floor or a trigger is ten times too high or too low: one note kept a floor of $0.22 while its price had gone to hundreds of thousands.",
  repair: "Write `split adjustment price, floor and ceiling`, or say why the others stay.",
  bad: conversion("price only"),
  good: conversion("price, floor and ceiling"),
  find: ({ note, alone }) => {
    const { splitAdjustment, floor, ceiling, forced, contingent } = note.clauses.conversion.inner;
    const { trigger } = note.clauses.call.inner;
    if (splitAdjustment.state !== "said" || splitAdjustment.meaning !== "price only") return [];
    const prices = (bound: Bound<PriceMeaning>) =>
      statementsOf(bound).filter(({ meaning }) => isFixed(meaning));
    const levels = (bound: typeof forced) =>
      statementsOf(bound).filter(({ meaning }) => isFixed(meaning.level));
    const left = [
      ...prices(floor).map((one) => ({ ...one, name: "the floor" })),
      ...prices(ceiling).map((one) => ({ ...one, name: "the ceiling" })),
      ...levels(forced).map((one) => ({ ...one, name: "the trigger of a forced conversion" })),
      ...levels(contingent).map((one) => ({ ...one, name: "the trigger of conversion" })),
      ...levels(trigger).map((one) => ({ ...one, name: "the trigger of the call" })),
    ];
    if (left.length === 0) return [];
    const names = listing([...new Set(left.map(({ name, text }) => `${name} of ${text}`))]);
    return [
      {
        span: splitAdjustment.span,
        message: `A split changes the conversion price alone; ${names} ${left.length === 1 ? "stays" : "stay"} as if there had been none. After a reverse split of ten to one that is a tenth of what was agreed, after a split ten times as much.`,
        related: left.map(({ name, clause }) => ({
          message: `${name.charAt(0).toUpperCase()}${name.slice(1)}.`,
          span: clause.name,
        })),
        fixes: [
          {
            title: "A split changes every price: write price, floor and ceiling",
            edits: [{ span: splitAdjustment.span, text: "price, floor and ceiling" }],
          },
        ],
      },
    ];

    function isFixed(phrase: PriceMeaning): boolean {
      if (phrase.kind === "conversion price" || phrase.kind === "percent of")
        return (
          phrase.kind === "percent of" &&
          phrase.of.kind !== "conversion price" &&
          fixedPriceOf(phrase, alone) !== undefined
        );
      return fixedPriceOf(phrase, alone) !== undefined;
    }
  },
});
