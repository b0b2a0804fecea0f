import type { NoteClauses } from "../../note/bound.ts";
import { statementsOf } from "../../note/statements.ts";
import { removal } from "../edits.ts";
import { exampleNote, type Finding, rule } from "../rule.ts";

const note = (more: string): string =>
  exampleNote(`  at maturity     converts\n  maturity price  $0.75${more}`);

export const maturityPaysAndConverts = rule({
  code: "maturity-pays-and-converts",
  severity: "error",
  title: "At maturity the note is paid and converts, both by itself",
  why: "A debt ends once. A note that is repaid at maturity in one clause and converts by itself in another gives the holder both, or a lawsuit about which.",
  repair: "Keep the one that is meant, or leave it to the holder: `at maturity holder's choice`.",
  bad: note("\n  at maturity     paid"),
  good: note(""),
  find: ({ note: { clauses, tree } }) => {
    const always = clauses.atMaturity.filter(({ condition }) => !condition);
    const [first] = always;
    const other = always.find(({ meaning }) => meaning !== first?.meaning);
    if (!first || !other) return byConversion(clauses);
    const says = { paid: "it is paid", converts: "it converts", "holder's choice": "the holder chooses" };
    return [
      {
        span: other.clause.span,
        message: `At maturity ${says[first.meaning]} by one clause, and ${says[other.meaning]} by another. Keep the one that is meant.`,
        related: [{ message: "The other clause.", span: first.clause.span }],
        fixes: [other, first].map(({ clause, meaning }) => ({
          title: `Take “at maturity ${meaning}” out`,
          edits: [removal(clause.span, tree.text)],
        })),
      },
    ];
  },
});

/** Paid at maturity by one clause, and converted by itself on that day by the conversion. */
function byConversion({ atMaturity, conversion }: NoteClauses): Finding[] {
  const { automatic } = conversion.inner;
  const paid = atMaturity.find(({ condition, meaning }) => !condition && meaning === "paid");
  const converts = statementsOf(automatic).find(
    ({ condition }) => condition?.kind === "on" && condition.event.event === "maturity",
  );
  if (!paid || !converts) return [];
  return [
    {
      span: converts.clause.span,
      message:
        "At maturity the note is paid by one clause, and it converts by itself by another. Keep the one that is meant.",
      related: [{ message: "The other clause.", span: paid.clause.span }],
    },
  ];
}
