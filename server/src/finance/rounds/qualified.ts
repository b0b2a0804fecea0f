import * as arithmetic from "../../quantity/arithmetic.ts";
import { assuming, isWaiting, named, waiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { formula, optional, type Source, step } from "../engine/formula.ts";
import { inEach, onceAmong, together } from "../engine/together.ts";
import { clauseSource } from "../inputs/clauses.ts";
import { assumedBy } from "../inputs/readings.ts";
import { amountInRound, convertsInRound, newMoney } from "./terms.ts";

export const roundSource = "the note's clause on the qualified financing";

/** New money beyond the threshold; below zero where the financing is not qualified. */
export const financingSurplus = formula({
  id: "financing-surplus",
  label: "money raised above the threshold",
  kind: "money",
  topic: "financing",
  scope: "scenario",
  about: {
    definition:
      "new money − threshold; where the threshold counts them, the amounts of all notes that convert are added",
    rounding: "none: its parts are in cents",
    source: roundSource,
  },
  headline: {
    rank: 0,
    say: (shown) =>
      shown.startsWith("−")
        ? `the financing is not qualified, ${shown.replace("−", "")} short of the threshold`
        : `the financing is qualified, ${shown} above the threshold`,
  },
  applies: (situation) =>
    convertsInRound(situation) && situation.note.clauses.qualifiedFinancing.inner.threshold.state === "said",
  needs: {
    newMoney,
    threshold: step(
      "threshold",
      {
        said: clauseSource(
          "note/qualifiedFinancing/threshold",
          ({ note }) => note.clauses.qualifiedFinancing.inner.threshold,
        ),
        amount: optional(amountInRound),
      },
      ({ said }) => said,
      { points: ["threshold-basis"] },
    ),
  },
  compute: ({ newMoney: money, threshold: { value, tag } }, situation) => {
    const least = named("threshold", value);
    if (tag !== "including notes") {
      const because = tag ? undefined : assumedBy("threshold-basis", situation).because;
      return assuming(arithmetic.minus(money, least), because);
    }
    const amounts = inEach(amountInRound, inRound(together(situation), undefined));
    if (isWaiting(amounts)) return amounts;
    const notes = amounts.map((amount) => named("notes that convert", amount));
    return arithmetic.minus(notes.reduce(arithmetic.plus, money), least);
  },
});

const inRound = onceAmong((situations) => situations.filter(convertsInRound));

/** Waits where the financing is known not to be qualified, and says by how much. */
export const qualified: Source<true> = step(
  "a qualified financing",
  { surplus: optional(financingSurplus) },
  ({ surplus }) => {
    const short = surplus && show(surplus).startsWith("−") ? show(surplus).replace("−", "") : undefined;
    return short === undefined
      ? true
      : waiting(`a qualified financing: this one is ${short} short of the threshold`);
  },
);
