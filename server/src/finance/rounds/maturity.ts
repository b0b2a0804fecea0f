import * as arithmetic from "../../quantity/arithmetic.ts";
import { assuming } from "../../quantity/figure.ts";
import { formula, type Situation, step } from "../engine/formula.ts";
import { clauseSource } from "../inputs/clauses.ts";
import { amountAtMaturity } from "../interest/interest.ts";
import { priceOf } from "../prices/price.ts";
import { sharesBefore, usable } from "./terms.ts";

const source = "the note's clauses on maturity";

/** Whether the note may become shares at maturity. */
function convertsAtMaturity({ note }: Situation): boolean {
  return note.clauses.atMaturity.some(({ meaning }) => meaning !== "paid");
}

/** Under what the conversion at maturity stands, in words; undefined where it comes by itself. */
function provided({ note }: Situation): string | undefined {
  const said = note.clauses.atMaturity.find(({ meaning }) => meaning !== "paid");
  const condition = said?.condition?.text;
  if (condition !== undefined) return `the note converts at maturity ${condition}`;
  return said?.meaning === "holder's choice" ? "the holder chooses to convert at maturity" : undefined;
}

export const maturityShares = formula({
  id: "maturity-shares",
  label: "shares if the note converts at maturity",
  kind: "shares",
  topic: "financing",
  scope: "note",
  day: "maturity",
  about: {
    definition: "floor(M ÷ maturity price)",
    rounding: "down to whole shares",
    source,
  },
  headline: { rank: 3, say: (shown) => `${shown} if it converts at maturity` },
  applies: convertsAtMaturity,
  needs: {
    due: amountAtMaturity,
    price: step(
      "maturity price",
      { phrase: clauseSource("note/maturityPrice", ({ note }) => note.clauses.maturityPrice) },
      ({ phrase }, situation) => usable(priceOf(phrase, situation), "maturity price"),
      { clauses: ["note/atMaturity"] },
    ),
  },
  compute: ({ due, price }, situation) =>
    assuming(arithmetic.wholeShares(arithmetic.sharesFor(due, price)), provided(situation)),
});

export const maturityOwnership = formula({
  id: "maturity-ownership",
  label: "ownership if the note converts at maturity",
  kind: "ratio",
  topic: "financing",
  scope: "note",
  day: "maturity",
  about: { definition: "N ÷ (capitalization + N)", rounding: "none", source: "arithmetic" },
  applies: convertsAtMaturity,
  needs: { shares: maturityShares, before: sharesBefore },
  compute: ({ shares, before }) => arithmetic.ratio(shares, arithmetic.plus(before, shares)),
});
