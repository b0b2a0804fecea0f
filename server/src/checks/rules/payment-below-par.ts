import { note as noteBlock } from "../../catalog/note.ts";
import type { AmountMeaning, BestAmount } from "../../catalog/value.ts";
import type { BoundTerm, NoteClauses } from "../../note/bound.ts";
import { amountsIn, entriesOf, statedIn } from "../../note/price-parts.ts";
import { statementsOf } from "../../note/statements.ts";
import { compared, isPositive, oneWhole } from "../../quantity/arithmetic.ts";
import type { Figure } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { multipleOf } from "../multiple.ts";
import { exampleNote, type Finding, rule, type Subject } from "../rule.ts";

const control = (multiple: string): string =>
  exampleNote(`  change of control {\n    pays  ${multiple} of principal\n  }`);

export const paymentBelowPar = rule({
  code: "payment-below-par",
  severity: "warning",
  title: "The holder is paid less than the principal",
  why: "A put, a call and a change of control pay the holder the principal, or more for what it loses. A part of it frees the issuer of the rest: most often a digit is missing, 10% for 110%, or a premium stands for the price. In a choice of the greater, a part of the principal never wins over all of it.",
  repair: "Correct the percentage or the multiple: a premium of 10 % is written 110%.",
  bad: control("15%"),
  good: control("150%"),
  find: (subject) => {
    const { clauses } = subject.note;
    const stated = [clauses.put, clauses.changeOfControl.inner.pays, clauses.call.inner.at];
    const paid = stated.flatMap((bound) =>
      statementsOf(bound).flatMap(({ meaning, span }) => {
        const part = partOfDebt(meaning);
        return part ? [finding(part, span)] : [];
      }),
    );
    return [...paid, ...neverGreater(subject)];
  },
});

function finding(part: Figure<"ratio">, span: Finding["span"]): Finding {
  return {
    span,
    message: `The holder is paid ${show(part)} of the principal here, and the issuer is freed of the rest. Correct the figure; a premium of 10 % is written 110%.`,
  };
}

/** Which part of the principal, with interest or without, a payment is; undefined for all of it or more, and for other sums. */
function partOfDebt(amount: AmountMeaning): Figure<"ratio"> | undefined {
  if (amount.kind === "sum") {
    const [first, ...others] = amount.terms;
    return first && others.every(isInterest) ? partOfDebt(first) : undefined;
  }
  if (amount.kind !== "share of amount" && amount.kind !== "part of amount") return undefined;
  if (amount.of.kind !== "balance" || amount.of.of === "interest") return undefined;
  const part = multipleOf(amount);
  return part && isPositive(part) && compared(part, oneWhole) < 0 ? part : undefined;
}

function isInterest(amount: AmountMeaning): boolean {
  return amount.kind === "balance" && amount.of === "interest";
}

/** Parts of what is owed among the alternatives of a choice of the greater that has all of it too. */
function neverGreater({ note }: Subject): Finding[] {
  return amountsStated(note.clauses, note.terms.values()).flatMap((best) => {
    if (best.pick !== "highest") return [];
    const whole = best.alternatives.find((one) => one.kind === "balance" && one.of !== "interest");
    if (!whole) return [];
    return best.alternatives.flatMap((one) => {
      const part = partOfDebt(one);
      if (!part) return [];
      return [
        {
          span: one.span,
          tree: one.tree,
          message: `${show(part)} of what is owed never is the greater beside all of it: this alternative decides nothing. Correct the figure; half as much again is 1.5 times, or 150%.`,
          related: [{ message: "All of it.", span: whole.span, tree: whole.tree }],
        },
      ];
    });
  });
}

function amountsStated(clauses: NoteClauses, terms: Iterable<BoundTerm>): BestAmount[] {
  const stated = statedIn(noteBlock, entriesOf(clauses)).amounts;
  const defined = [...terms].flatMap(({ definition }) =>
    definition.state === "said" && definition.meaning.kind === "amount" ? [definition.meaning.amount] : [],
  );
  const parts = new Set([...stated, ...defined].flatMap(amountsIn));
  return [...parts].filter((part): part is BestAmount => part.kind === "best amount");
}
