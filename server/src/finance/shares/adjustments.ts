import * as arithmetic from "../../quantity/arithmetic.ts";
import { waiting } from "../../quantity/figure.ts";
import { conversionAmount } from "../conversion/amount.ts";
import { conversionShares } from "../conversion/conversion.ts";
import { formula, optional, step } from "../engine/formula.ts";
import { capped, conversionPrice, priceGrossedUp, stages } from "../prices/conversion-price.ts";
import { afterIssue, sharesBefore } from "../prices/new-issue.ts";

const { price, ceiling, antiDilution, issue } = stages;

const priceBefore = step("price before the new issue", { price, ceiling }, (parts, situation) =>
  capped(parts, situation),
);

export const adjustedPrice = formula({
  id: "adjusted-price",
  label: "conversion price after the new issue",
  kind: "price",
  topic: "conversion",
  scope: "scenario",
  about: {
    definition:
      "full ratchet: min(CP, price of the new shares); weighted average: CP × (A + B) ÷ (A + C), A the shares before (capitalization, else shares outstanding), B the shares that the money paid would have bought at CP, C the new shares; CP where they are not sold below it",
    rounding: "none",
    source: "the note's anti-dilution clause",
  },
  applies: ({ note, scenario }) =>
    note.clauses.conversion.inner.antiDilution.state === "said" &&
    scenario?.clauses.newIssue.state === "said",
  needs: { before: priceBefore, issue, rule: antiDilution, weighing: optional(sharesBefore) },
  compute: ({ before, issue: sold, rule }) =>
    sold && rule ? afterIssue(before, sold, rule) : waiting("a new issue in the scenario"),
});

export const parGrossUp = formula({
  id: "par-gross-up",
  label: "principal added because the price is below par",
  kind: "money",
  topic: "conversion",
  scope: "both",
  about: {
    definition: "N × par value − A, where N = floor(A ÷ price before par)",
    rounding: "to cents, half up",
    source: "the note's clause on a price below par",
  },
  applies: ({ note }) => {
    const { belowPar, parValue } = note.clauses.conversion.inner;
    return (
      parValue.state === "said" && belowPar.state === "said" && belowPar.meaning === "principal grossed up"
    );
  },
  needs: {
    amount: conversionAmount,
    shares: conversionShares,
    price: conversionPrice,
    before: priceGrossedUp,
  },
  compute: ({ amount, shares, price: par, before }) =>
    before
      ? arithmetic.payable(arithmetic.minus(arithmetic.worth(shares, par), amount))
      : arithmetic.nothing("money", "the price is not below par", [par], amount.currency),
});
