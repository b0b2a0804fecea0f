import { evaluate, type Situation, varied } from "../../finance/engine/formula.ts";
import { withChanges } from "../../finance/engine/view.ts";
import { amountAtMaturity } from "../../finance/interest/interest.ts";
import type { Bound, Said } from "../../note/bound.ts";
import { isWaiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { removal } from "../edits.ts";
import { exampleNote, type Finding, rule } from "../rule.ts";

const interest = (more: string): string => `  interest {\n    rate  8% per annum\n${more}\n  }`;

export const simpleAndCompounded = rule({
  code: "simple-and-compounded",
  severity: "error",
  title: "Interest is both simple and compounded",
  why: "Simple interest bears no interest, compounded interest does. A note that says both has two amounts due; the numbers here follow the compounding.",
  repair: "Take out the one that is not meant.",
  bad: exampleNote(interest("    simple\n    compounded quarterly")),
  good: exampleNote(interest("    compounded quarterly")),
  find: ({ note, alone }) => {
    const { simple, compounded, paidIn } = note.clauses.interest.inner;
    if (simple.state !== "said") return [];
    if (compounded.state !== "said") return inKind(simple, paidIn, note.tree.text);
    const text = note.tree.text;
    const [first, second] =
      simple.clause.span.start < compounded.clause.span.start ? [simple, compounded] : [compounded, simple];
    return [
      {
        span: second.clause.span,
        message: `The note says that interest is simple and that it is compounded ${compounded.meaning}.${amounts(alone)} Take out the one that is not meant.`,
        related: [{ message: "The other statement.", span: first.clause.span }],
        fixes: [
          {
            title: "Interest is simple: take the compounding out",
            edits: [removal(compounded.clause.span, text)],
          },
          { title: "Interest is compounded: take “simple” out", edits: [removal(simple.clause.span, text)] },
        ],
      },
    ];
  },
});

/** Interest in kind becomes principal and bears interest from then on. */
function inKind(simple: Said<unknown>, paidIn: Bound<string>, text: string): Finding[] {
  if (paidIn.state !== "said" || paidIn.meaning !== "kind" || paidIn.condition || paidIn.cases.length > 0)
    return [];
  return [
    {
      span: paidIn.clause.span,
      severity: "warning",
      message:
        "Interest is paid in kind, which adds it to the principal, where it bears interest itself; and the note says that interest is simple, which bears none. Take out the one that is not meant.",
      related: [{ message: "The other statement.", span: simple.clause.span }],
      fixes: [
        {
          title: "What is added bears interest: take “simple” out",
          edits: [removal(simple.clause.span, text)],
        },
      ],
    },
  ];
}

function amounts(alone: Situation): string {
  const { note } = alone;
  const { interest } = note.clauses;
  const inner = withChanges(interest.inner, { compounded: { state: "absent", clause: undefined } });
  const withoutCompounding = withChanges(note, {
    clauses: withChanges(note.clauses, { interest: withChanges(interest, { inner }) }),
  });
  const compounded = evaluate(amountAtMaturity, alone);
  const simple = evaluate(amountAtMaturity, varied(alone, { note: withoutCompounding }));
  if (isWaiting(compounded) || isWaiting(simple)) return "";
  return ` At maturity ${show(simple)} is due on the first reading and ${show(compounded)} on the second.`;
}
