import { resolveDate } from "../../finance/inputs/clauses.ts";
import { longDate } from "../../quantity/date.ts";
import { dayOf, isWaiting } from "../../quantity/figure.ts";
import { conditionsOfNote } from "../conditions.ts";
import { exampleConversion, exampleNote, type Finding, rule } from "../rule.ts";
import { termOf } from "../spans-of-time.ts";

const free = (from: string): string =>
  exampleNote(exampleConversion({}).replace("\n  }", `\n    ownership limit  none from ${from}\n  }`));

/** What holds once the note is due and unpaid. */
const pastDue = /^note\/(interest|defaultAmount|lateCharge|atMaturity|extension|matures)/;

export const conditionAfterMaturity = rule({
  code: "condition-after-maturity",
  severity: "warning",
  title: "A condition that begins when the note is over",
  why: "What holds from a day after the due date never holds while the note runs. A free period before maturity, a step of a price or the end of a limit then does nothing; most often a digit of a year is wrong.",
  repair: "Correct the day, or the maturity.",
  bad: free("November 2, 2025"),
  good: free("November 2, 2024"),
  find: ({ note, alone }) => {
    const term = termOf(alone);
    const { matures } = note.clauses;
    if (!term || matures.state !== "said") return [];
    return conditionsOfNote(note).flatMap(({ path, clause, condition }): Finding[] => {
      if ((condition.kind !== "from" && condition.kind !== "after") || pastDue.test(path)) return [];
      const begins = resolveDate(condition.date, alone);
      if (isWaiting(begins) || dayOf(begins) <= term.last) return [];
      return [
        {
          span: condition.date.span,
          message: `“${clauseWords(clause.name, note.tree.text)} ${condition.text}” begins on ${longDate(dayOf(begins))}, and the note is due on ${longDate(term.last)}: it never holds while the note runs. Correct the day that is wrong.`,
          related: [{ message: "The due date.", span: matures.span }],
        },
      ];
    });
  },
});

function clauseWords({ start, end }: { readonly start: number; readonly end: number }, text: string): string {
  return text.slice(start, end);
}
