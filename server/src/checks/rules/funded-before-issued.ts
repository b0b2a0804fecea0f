import { capitalized } from "../../base/words.ts";
import { evaluate } from "../../finance/engine/formula.ts";
import { funded, issued } from "../../finance/inputs/clauses.ts";
import { tranchesAgreed } from "../../finance/inputs/tranches.ts";
import { longDate } from "../../quantity/date.ts";
import { dayOf, isWaiting } from "../../quantity/figure.ts";
import { trancheCalled } from "../proceeds.ts";
import { exampleNote, type Finding, rule, type Subject } from "../rule.ts";

export const fundedBeforeIssued = rule({
  code: "funded-before-issued",
  severity: "warning",
  title: "The note is funded before it is issued",
  why: "Money that is paid over before the note exists is not lent under it, and no interest runs on it for those days. It may be an advance that needs a document of its own, or one of the two dates is a slip.",
  repair:
    "Correct the date that is wrong; if the money did come first, say with `accrues from` since when interest runs.",
  bad: exampleNote("  funded     December 28, 2023"),
  good: exampleNote("  funded     January 4, 2024"),
  find: (subject) => [...ofNote(subject), ...ofTranches(subject)],
});

function ofNote({ note, alone }: Subject): Finding[] {
  const paid = evaluate(funded, alone);
  const issue = evaluate(issued, alone);
  const { funded: clause, issued: issueClause } = note.clauses;
  if (isWaiting(paid) || isWaiting(issue) || clause.state !== "said" || issueClause.state !== "said")
    return [];
  if (dayOf(paid) >= dayOf(issue)) return [];
  return [
    {
      span: clause.span,
      message: `The money is paid over on ${longDate(dayOf(paid))}, before the note is issued on ${longDate(dayOf(issue))}: on those days nothing says on what terms it is owed. Correct the date that is wrong; if the money did come first, say with “accrues from” since when interest runs.`,
      related: [{ message: `Issued ${longDate(dayOf(issue))}.`, span: issueClause.span }],
    },
  ];
}

/** Tranches with a day of payment of their own that lies before the issue. */
function ofTranches({ note, alone }: Subject): Finding[] {
  const issue = evaluate(issued, alone);
  const { issued: issueClause } = note.clauses;
  if (isWaiting(issue) || issueClause.state !== "said") return [];
  const first = longDate(dayOf(issue));
  return tranchesAgreed(alone).flatMap(({ name, bound: { inner }, situation }) => {
    const paid = evaluate(funded, situation);
    if (inner.funded.state !== "said" || isWaiting(paid) || dayOf(paid) >= dayOf(issue)) return [];
    return [
      {
        span: inner.funded.span,
        message: `${capitalized(trancheCalled(name))} is paid over on ${longDate(dayOf(paid))}, before the note is issued on ${first}: on those days nothing says on what terms it is owed. Correct the date that is wrong.`,
        related: [{ message: `Issued ${first}.`, span: issueClause.span }],
      },
    ];
  });
}
