import { capitalized } from "../../base/words.ts";
import { evaluate, type Situation } from "../../finance/engine/formula.ts";
import { funded, issued, stated } from "../../finance/inputs/clauses.ts";
import { tranchesAgreed } from "../../finance/inputs/tranches.ts";
import { longDate } from "../../quantity/date.ts";
import { dayOf, isWaiting } from "../../quantity/figure.ts";
import { trancheCalled } from "../proceeds.ts";
import { exampleNote, type Finding, rule, type Subject } from "../rule.ts";

export const maturesBeforeIssued = rule({
  code: "matures-before-issued",
  severity: "error",
  title: "The note matures before it is issued",
  why: "A note that is due on or before its own first day bears no interest and would be in default from the start. One of the two dates is a slip, most often in the year. The same holds of a tranche that is due before it is paid over.",
  repair: "Correct the date that is wrong.",
  bad: exampleNote("", { issued: "January 2, 2024", matures: "January 2, 2023" }),
  good: exampleNote("", { issued: "January 2, 2024", matures: "January 2, 2025" }),
  find: (subject) => [...ofNote(subject), ...ofTranches(subject.alone)],
});

function ofNote({ note, alone }: Subject): Finding[] {
  const first = evaluate(issued, alone);
  const last = evaluate(stated.maturity, alone);
  const { matures, issued: issue } = note.clauses;
  if (isWaiting(first) || isWaiting(last) || matures.state !== "said" || issue.state !== "said") return [];
  if (dayOf(last) > dayOf(first)) return [];
  const same = dayOf(last) === dayOf(first);
  return [
    {
      span: matures.span,
      message: `The note matures on ${longDate(dayOf(last))}, ${same ? "the very day it is issued" : `before it is issued on ${longDate(dayOf(first))}`}. It could bear no interest and would be overdue at once. Correct the date that is wrong.`,
      related: [{ message: `Issued ${longDate(dayOf(first))}.`, span: issue.span }],
    },
  ];
}

/** Tranches with a maturity of their own, on or before the day on which they are paid over. */
function ofTranches(alone: Situation): Finding[] {
  return tranchesAgreed(alone).flatMap(({ name, bound: { inner }, situation }) => {
    const [paid, due] = [evaluate(funded, situation), evaluate(stated.maturity, situation)];
    if (inner.matures.state !== "said" || isWaiting(paid) || isWaiting(due)) return [];
    if (dayOf(due) > dayOf(paid)) return [];
    const paidOn = longDate(dayOf(paid));
    const when =
      dayOf(due) === dayOf(paid) ? "the very day it is paid over" : `before it is paid over on ${paidOn}`;
    const { funded: payment } = inner;
    return [
      {
        span: inner.matures.span,
        message: `${capitalized(trancheCalled(name))} matures on ${longDate(dayOf(due))}, ${when}. It would be owed back before it is lent. Correct the date that is wrong.`,
        related: payment.state === "said" ? [{ message: `Paid over ${paidOn}.`, span: payment.span }] : [],
      },
    ];
  });
}
