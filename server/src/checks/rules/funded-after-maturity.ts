import { capitalized } from "../../base/words.ts";
import { evaluate } from "../../finance/engine/formula.ts";
import { funded, stated } from "../../finance/inputs/clauses.ts";
import { tranchesAgreed } from "../../finance/inputs/tranches.ts";
import { longDate } from "../../quantity/date.ts";
import { dayOf, isWaiting } from "../../quantity/figure.ts";
import { trancheCalled } from "../proceeds.ts";
import { exampleNote, type Finding, rule, type Subject } from "../rule.ts";

export const fundedAfterMaturity = rule({
  code: "funded-after-maturity",
  severity: "error",
  title: "The note is funded on or after the day it is due",
  why: "The money would have to be paid back before it is lent, or on the same day. One of the two dates is a slip, most often in the year.",
  repair: "Correct the date that is wrong.",
  bad: exampleNote("  funded     January 4, 2025"),
  good: exampleNote("  funded     January 4, 2024"),
  find: (subject) => [...ofNote(subject), ...ofTranches(subject)],
});

function ofNote({ note, alone }: Subject): Finding[] {
  const paid = evaluate(funded, alone);
  const due = evaluate(stated.maturity, alone);
  const { funded: clause, matures } = note.clauses;
  if (isWaiting(paid) || isWaiting(due) || clause.state !== "said" || matures.state !== "said") return [];
  if (dayOf(paid) < dayOf(due)) return [];
  const when =
    dayOf(paid) === dayOf(due) ? "the very day it is due" : `after it is due on ${longDate(dayOf(due))}`;
  return [
    {
      span: clause.span,
      message: `The money is paid over on ${longDate(dayOf(paid))}, ${when}. It would be owed back before it is lent. Correct the date that is wrong.`,
      related: [{ message: `Due ${longDate(dayOf(due))}.`, span: matures.span }],
    },
  ];
}

/** Tranches that are due with the note, and paid over on or after that day. */
function ofTranches({ note, alone }: Subject): Finding[] {
  const { matures } = note.clauses;
  return tranchesAgreed(alone).flatMap(({ name, bound: { inner }, situation }) => {
    const [paid, due] = [evaluate(funded, situation), evaluate(stated.maturity, situation)];
    if (inner.funded.state !== "said" || inner.matures.state !== "absent") return [];
    if (matures.state !== "said" || isWaiting(paid) || isWaiting(due) || dayOf(paid) < dayOf(due)) return [];
    const dueOn = longDate(dayOf(due));
    const when =
      dayOf(paid) === dayOf(due) ? "the very day the note is due" : `after the note is due on ${dueOn}`;
    return [
      {
        span: inner.funded.span,
        message: `${capitalized(trancheCalled(name))} is paid over on ${longDate(dayOf(paid))}, ${when}. It would be owed back before it is lent. Correct the date that is wrong, or give the tranche a maturity of its own.`,
        related: [{ message: `Due ${dueOn}.`, span: matures.span }],
      },
    ];
  });
}
