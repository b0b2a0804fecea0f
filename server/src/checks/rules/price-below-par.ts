import { compared, isPositive } from "../../quantity/arithmetic.ts";
import { show } from "../../quantity/format.ts";
import { addition } from "../edits.ts";
import { priceBounds } from "../price-bounds.ts";
import { fixedPriceOf } from "../prices.ts";
import { exampleNote, rule } from "../rule.ts";

const conversion = (more: string): string =>
  exampleNote(
    `  conversion {\n    option           holder\n    until            maturity\n    price            65% of lowest closing bid over prior 10 trading days\n    floor            $0.0005\n    ownership limit  4.99% after issuance\n    par value        $0.001${more}\n  }`,
  );

export const priceBelowPar = rule({
  code: "price-below-par",
  severity: "warning",
  title: "A price that may fall below par, and no rule for it",
  why: "Shares may not be issued for less than their par value. Where the price falls below it, the conversion is void, or the difference is owed, unless the note says what then holds.",
  repair:
    "Say it with `below par`: the price is par, principal is grossed up, or there is no conversion; or put the floor at par.",
  bad: conversion(""),
  good: conversion("\n    below par        price is par"),
  find: ({ note, alone }) => {
    const { parValue, belowPar, price, conversionRate, premium } = note.clauses.conversion.inner;
    const stated = [price, conversionRate, premium].find(({ state }) => state === "said")?.clause;
    const { block } = note.clauses.conversion.clause ?? {};
    if (parValue.state !== "said" || belowPar.state !== "absent" || !stated || !block) return [];
    const par = fixedPriceOf(parValue.meaning, alone);
    const bounds = priceBounds(alone);
    if (!par || !isPositive(par) || !bounds) return [];
    const { lowest, moves } = bounds;
    if (lowest ? compared(lowest, par) >= 0 : !moves) return [];
    const fixed = lowest && bounds.highest && compared(lowest, bounds.highest) === 0;
    const falls = lowest
      ? `${fixed ? "is" : "may be as low as"} ${show(lowest)}`
      : "follows the market down without a floor";
    const offer = (words: string, title: string) => ({
      title,
      edits: [addition(`below par ${words}`, block, note.tree.text)],
    });
    return [
      {
        span: stated.name,
        message: `The conversion price ${falls}, and a share can't be issued below its par value of ${show(par)}. Nothing says what then holds. Say it with “below par”.`,
        related: [{ message: `Par value: ${show(par)}.`, span: parValue.span }],
        fixes: [
          offer("price is par", "The price is then par"),
          offer("principal grossed up", "Principal is added, so that the number of shares stays"),
          offer("no conversion", "The note can't be converted then"),
        ],
      },
    ];
  },
});
