import { evaluate, type Situation } from "../../finance/engine/formula.ts";
import { conversionDate, resolveDate, stated } from "../../finance/inputs/clauses.ts";
import { convertibleFrom } from "../../finance/inputs/dates.ts";
import { statementsOf } from "../../note/statements.ts";
import { longDate } from "../../quantity/date.ts";
import { dayOf, isWaiting } from "../../quantity/figure.ts";
import { addition } from "../edits.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";

export const conversionEndOpen = rule({
  code: "conversion-end-open",
  severity: "hint",
  title: "Nothing says when the right to convert ends",
  why: "Whether a holder may still convert a note that is due and not paid is what such notes are litigated about. A trial court in Nevada, applying California law, held a right without an end to have ended at maturity (Toptal, LLC v. Grosz, No. CV20-00555, October 11, 2023); most holders take it to last until the note is paid.",
  repair:
    "Say it with `until`: `until maturity`, a later day such as `until 90 days after maturity`, or `until none` where the right lasts until the note is paid.",
  bad: exampleNote(exampleConversion({ until: undefined })),
  good: exampleNote(exampleConversion({ until: "maturity" })),
  find: ({ note, alone, played }) => {
    const { option, until } = note.clauses.conversion.inner;
    const { clause } = note.clauses.conversion;
    const due = evaluate(stated.maturity, alone);
    if (until.state !== "absent" || !clause?.block || isWaiting(due)) return [];
    if (option.state !== "said" || option.meaning !== "holder" || opensWhenDue() || goesOn()) return [];
    const block = clause.block;
    const state = (words: string, title: string) => ({
      title,
      edits: [addition(`until ${words}`, block, note.tree.text)],
    });
    const { matures } = note.clauses;
    return [
      {
        span: clause.name,
        ...(played.some(convertsLate) ? { severity: "warning" as const } : {}),
        message: `Nothing says until when the holder may convert: to maturity on ${longDate(dayOf(due))}, or until the note is paid, though overdue. One court has held such a right to have ended at maturity. Say it with “until”; “until none” if it lasts until the note is paid.`,
        related: matures.state === "said" ? [{ message: "Maturity.", span: matures.span }] : [],
        fixes: [
          state("maturity", "The right ends at maturity"),
          state("none", "The right lasts until the note is paid"),
        ],
      },
    ];

    /** A scenario that converts after maturity hangs on it. */
    function convertsLate(situation: Situation): boolean {
      const day = evaluate(conversionDate, situation);
      return !isWaiting(day) && !isWaiting(due) && dayOf(day) > dayOf(due);
    }

    function opensWhenDue(): boolean {
      const opens = evaluate(convertibleFrom, alone);
      return !isWaiting(opens) && !isWaiting(due) && dayOf(opens) >= dayOf(due);
    }

    /** A price for the time after maturity says that the right does not end with it. */
    function goesOn(): boolean {
      return statementsOf(note.clauses.conversion.inner.price).some(({ condition }) => {
        if (condition?.kind !== "from" && condition?.kind !== "after") return false;
        const begins = resolveDate(condition.date, alone);
        return !isWaiting(begins) && !isWaiting(due) && dayOf(begins) >= dayOf(due);
      });
    }
  },
});
