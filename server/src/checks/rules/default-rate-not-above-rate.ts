import type { Fix } from "../../base/problem.ts";
import { evaluate } from "../../finance/formula.ts";
import { defaultRate, isAdditional, rate } from "../../finance/rates.ts";
import { compared, isPositive, plus } from "../../quantity/arithmetic.ts";
import { isWaiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { exampleNote, rule } from "../rule.ts";

const events = "  events of default {\n    failure to pay when due\n  }";

export const defaultRateNotAboveRate = rule({
  code: "default-rate-not-above-rate",
  severity: "error",
  title: "The default rate is not above the rate",
  why: "The default rate replaces the rate once the note is in default. If it is no higher, paying late costs the issuer nothing, or even saves interest. Either the two are exchanged, or the default rate is meant to come on top of the rate.",
  repair: "Correct the rate that is wrong; write a default rate that comes on top as the sum of both.",
  bad: exampleNote(
    `  interest {\n    rate          12% per annum\n    default rate  8% per annum\n  }\n\n${events}`,
  ),
  good: exampleNote(
    `  interest {\n    rate          8% per annum\n    default rate  12% per annum\n  }\n\n${events}`,
  ),
  find: ({ note, alone }) => {
    const { rate: base, defaultRate: late } = note.clauses.interest.inner;
    const usual = evaluate(rate, alone);
    const raised = evaluate(defaultRate, alone);
    if (base.state !== "said" || late.state !== "said" || isWaiting(usual) || isWaiting(raised)) return [];
    if (isAdditional(late) || compared(raised, usual) > 0) return [];
    const same = compared(raised, usual) === 0;
    const sum = plus(usual, raised);
    const words = `${show(sum).replace(" ", "")} per annum`;
    const added: Fix[] = [
      { title: `The default rate is added: write ${words}`, edits: [{ span: late.span, text: words }] },
    ];
    const effect = same
      ? "nothing changes when the note is in default"
      : "paying late would cost the issuer less than paying on time";
    const addedUp = isPositive(raised)
      ? ` If it is meant to come on top of the rate, write the sum, ${show(sum)}.`
      : "";
    return [
      {
        span: late.span,
        message: `The default rate of ${show(raised)} is ${same ? "no higher than" : "lower than"} the rate of ${show(usual)}: ${effect}.${addedUp} Else correct the one that is wrong.`,
        related: [{ message: `The rate: ${show(usual)}.`, span: base.span }],
        fixes: isPositive(raised) ? added : [],
      },
    ];
  },
});
