import { counted } from "../../base/words.ts";
import { evaluate } from "../../finance/engine/formula.ts";
import { principal as principalOf } from "../../finance/inputs/sources.ts";
import { compared } from "../../quantity/arithmetic.ts";
import * as exact from "../../quantity/exact.ts";
import { isWaiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { apart, proceedsOf, sum } from "../proceeds.ts";
import { exampleNote, type Finding, rule } from "../rule.ts";
import { total } from "../stated.ts";

const tranches = (second: string): string =>
  exampleNote(
    `  tranche "First" {\n    principal  $60,000\n  }\n\n  tranche "Second" {\n    principal  ${second}\n  }`,
  );

export const tranchesDoNotAddUp = rule({
  code: "tranches-do-not-add-up",
  severity: "error",
  title: "Tranches do not add up to the principal",
  why: "The principal is what the tranches come to: those that are paid over, or all of them. Where the sum is another, nobody knows what is owed.",
  repair:
    "Correct the sum that is wrong. What may still be drawn stands in `principal up to`; a tranche that was never paid over is `unfunded`.",
  bad: tranches("$50,000"),
  good: tranches("$40,000"),
  find: ({ note, alone }) => {
    const { principal, principalUpTo, tranche } = note.clauses;
    const lent = proceedsOf(alone).slice(1);
    const parts = lent.flatMap(({ funded, situation }) => {
      const amount = evaluate(principalOf, situation);
      return isWaiting(amount) ? [] : [{ amount, paid: funded }];
    });
    const [first] = parts;
    const found: Finding[] = [];
    const upTo = principalUpTo.state === "said" ? principalUpTo : undefined;
    if (upTo && principal.state === "said" && compared(principal.meaning, upTo.meaning) > 0)
      found.push({
        span: upTo.span,
        message: `The principal is ${show(principal.meaning)}, more than the ${show(upTo.meaning)} that may be owed at most. Correct the sum that is wrong.`,
        related: [{ message: `The principal: ${show(principal.meaning)}.`, span: principal.span }],
      });
    if (!first) return found;
    const all = sum(total(parts.map(({ amount }) => amount.amount)), first.amount);
    const paid = sum(total(parts.flatMap((part) => (part.paid ? [part.amount.amount] : []))), first.amount);
    const places = lent.map(({ span, of }) => ({ message: `The principal${of}.`, span }));
    if (upTo && compared(all, upTo.meaning) > 0)
      return [
        ...found,
        {
          span: upTo.span,
          message: `The tranches come to ${show(all)}, ${show(apart(all.amount, upTo.meaning.amount, all))} more than the ${show(upTo.meaning)} that may be owed at most. Correct the sum that is wrong.`,
          related: places,
        },
      ];
    if (principal.state !== "said" || parts.length < tranche.length) return found;
    const owed = principal.meaning;
    const fits = [all, paid].some((one) => compared(one, owed) === 0);
    const drawnInPart = upTo !== undefined && exact.compare(owed.amount, all.amount) < 0;
    if (fits || drawnInPart) return found;
    const others = compared(all, paid) === 0 ? "" : `, and those that are paid over to ${show(paid)}`;
    return [
      ...found,
      {
        span: principal.span,
        message: `The ${counted(parts.length, "tranche")} ${parts.length === 1 ? "comes" : "come"} to ${show(all)}${others}; the principal is ${show(owed)}. Correct the sum that is wrong.`,
        related: places,
      },
    ];
  },
});
