import { listing } from "../../base/words.ts";
import type { AmountMeaning } from "../../catalog/value.ts";
import { statementsOf } from "../../note/statements.ts";
import { compared, oneWhole, times } from "../../quantity/arithmetic.ts";
import type { Figure } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { multipleOf } from "../multiple.ts";
import { exampleNote, type Finding, rule } from "../rule.ts";

const note = (more: string): string =>
  exampleNote(
    `  default amount  150% of principal and interest${more}\n\n  events of default {\n    failure to pay when due\n  }`,
  );

export const defaultAmountsStack = rule({
  code: "default-amounts-stack",
  severity: "warning",
  title: "Multiples of the debt upon default that may stack",
  why: "“150 %” and “200 %” of what is owed may hold one after the other, one in place of the other, or one on top of the other: 150 %, 200 % or 300 %. Readers of real notes could not tell.",
  repair:
    "Say which one holds when two events happen: the greater of them, or the last; and state a multiple of the debt, not of another multiple.",
  bad: note(
    '\n  default amount  175% of principal and interest on "Delisting"\n  default amount  200% of principal and interest on "Failure to Deliver"',
  ),
  good: note('\n  default amount  200% of principal and interest on "Failure to Deliver"'),
  find: (subject) => {
    const { note: bound } = subject;
    const statements = statementsOf(bound.clauses.defaultAmount);
    const multiples = statements.flatMap(({ meaning, span }) =>
      nested(meaning).map((one) => ({ ...one, span })),
    );
    const stacked = multiples.map(
      ({ outer, inner, span }): Finding => ({
        span,
        message: `${show(outer)} is taken of ${show(inner)}: together ${show(times(outer, inner))} of what is owed. If one of them is meant, not both, write that one.`,
      }),
    );
    const events = statements.filter(({ condition }) => condition?.kind === "on");
    const [first, ...others] = events;
    if (!first || others.length === 0) return stacked;
    const texts = events.map(({ condition }) => `“${condition?.text ?? ""}”`);
    return [
      ...stacked,
      {
        span: first.clause.name,
        message: `What is owed upon default is said ${listing(texts)}, and both may happen: whether the one replaces the other or comes on top of it is open. Here the last that holds is used. Say which holds, such as “greater of”.`,
        related: others.map(({ clause }) => ({ message: "The other.", span: clause.name })),
      },
    ];
  },
});

/** Multiples above one that are taken of another such multiple. */
function nested(
  amount: AmountMeaning,
): { readonly outer: Figure<"ratio">; readonly inner: Figure<"ratio"> }[] {
  switch (amount.kind) {
    case "share of amount":
    case "part of amount": {
      const [outer, inner] = [multipleOf(amount), multipleOf(amount.of)];
      const both = outer && inner && compared(outer, oneWhole) > 0 && compared(inner, oneWhole) > 0;
      return both ? [{ outer, inner }] : nested(amount.of);
    }
    case "sum":
      return amount.terms.flatMap((term) => nested(term));
    case "best amount":
      return amount.alternatives.flatMap((one) => nested(one));
    default:
      return [];
  }
}
