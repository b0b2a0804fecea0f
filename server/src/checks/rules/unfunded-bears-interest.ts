import { evaluate } from "../../finance/engine/formula.ts";
import { rate } from "../../finance/interest/rates.ts";
import { isPositive, payable, portion } from "../../quantity/arithmetic.ts";
import * as exact from "../../quantity/exact.ts";
import { isWaiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { apart, roundingOf, sum } from "../proceeds.ts";
import { exampleNote, rule } from "../rule.ts";
import { total, within } from "../stated.ts";

const tranches = (principal: string): string =>
  exampleNote(
    `  tranche "First" {\n    principal  $60,000\n  }\n\n  tranche "Second" {\n    principal  $40,000\n    unfunded\n  }\n\n  interest {\n    rate  8% per annum\n  }`,
  ).replace("$100,000", principal);

export const unfundedBearsInterest = rule({
  code: "unfunded-bears-interest",
  severity: "warning",
  title: "Money that was never paid over bears interest",
  why: "Interest is the price of money that the issuer has. A tranche that was agreed and never funded stands in the principal all the same where the principal is that of all tranches, and interest runs on it.",
  repair: "State the principal that is paid over, and the sum that was agreed with `principal up to`.",
  bad: tranches("$100,000"),
  good: tranches("$60,000"),
  find: ({ note, alone }) => {
    const { principal, tranche } = note.clauses;
    const yearly = evaluate(rate, alone);
    if (principal.state !== "said" || isWaiting(yearly) || !isPositive(yearly)) return [];
    const parts = tranche.flatMap(({ inner, clause }) =>
      inner.principal.state === "said"
        ? [{ amount: inner.principal.meaning, unfunded: inner.unfunded.state === "said", clause }]
        : [],
    );
    const never = parts.filter(({ unfunded }) => unfunded);
    const whole = total(parts.map(({ amount }) => amount.amount));
    const rounding = roundingOf(principal.meaning);
    if (never.length === 0 || parts.length < tranche.length) return [];
    if (!within(whole, principal.meaning.amount, rounding)) return [];
    const missing = sum(total(never.map(({ amount }) => amount.amount)), principal.meaning);
    const paid = apart(whole, missing.amount, principal.meaning);
    return [
      {
        span: principal.span,
        message: `${show(missing)} of the principal of ${show(principal.meaning)} was never paid over. Read as it stands, interest runs on it: ${show(payable(portion(yearly, missing)))} a year at ${show(yearly)}; the numbers here leave it out. State the principal that is paid over, ${show(paid)}, and keep the rest in “principal up to”.`,
        related: never.flatMap(({ clause }) =>
          clause ? [{ message: "Not funded.", span: clause.name }] : [],
        ),
        fixes: exact.isZero(paid.amount)
          ? []
          : [
              {
                title: `Write ${show(paid)}`,
                edits: [{ span: principal.span, text: show(paid) }],
              },
            ],
      },
    ];
  },
});
