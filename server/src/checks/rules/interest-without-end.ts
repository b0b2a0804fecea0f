import { evaluate } from "../../finance/engine/formula.ts";
import { principal } from "../../finance/inputs/sources.ts";
import { rate } from "../../finance/interest/rates.ts";
import { isPositive, payable, portion } from "../../quantity/arithmetic.ts";
import { isWaiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { exampleNote, rule } from "../rule.ts";

const note = (rate: string): string =>
  exampleNote(`  interest {\n    rate  ${rate}\n  }`, { matures: "none" });

export const interestWithoutEnd = rule({
  code: "interest-without-end",
  severity: "information",
  title: "Interest on a note that never falls due",
  why: "A note without a maturity accrues interest for as long as nothing converts it, and nobody has to pay it. It reads like a share with a fixed return, which is how tax and accounts may take it, and the interest swells what converts.",
  repair: "Agree on a day, or on what ends the interest; if none is meant, nothing is to be done.",
  bad: note("8% per annum"),
  good: note("none"),
  find: ({ note: { clauses }, alone }) => {
    const { matures } = clauses;
    const yearly = evaluate(rate, alone);
    if (matures.state !== "none" || !matures.clause || isWaiting(yearly) || !isPositive(yearly)) return [];
    const sum = evaluate(principal, alone);
    const each = isWaiting(sum) ? "" : `, ${show(payable(portion(yearly, sum)))} a year,`;
    const said = clauses.interest.inner.rate;
    return [
      {
        span: matures.clause.span,
        message: `The note never falls due, and interest at ${show(yearly)}${each} accrues until something converts it: without an end if nothing does. Say what ends it, or agree on a day.`,
        related: said.state === "said" ? [{ message: "The rate.", span: said.span }] : [],
      },
    ];
  },
});
