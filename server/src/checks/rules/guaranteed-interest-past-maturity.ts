import { moved } from "../../finance/inputs/steps.ts";
import { statementsOf } from "../../note/statements.ts";
import { daysBetween, longDate } from "../../quantity/date.ts";
import { exampleNote, rule } from "../rule.ts";
import { termOf } from "../spans-of-time.ts";

const interest = (time: string): string =>
  exampleNote(`  interest {\n    rate                 8% per annum\n    guaranteed interest  ${time}\n  }`);

/** A year of guaranteed interest on a note that falls due a few days short of it is one year all the same. */
const slack = 5;

export const guaranteedInterestPastMaturity = rule({
  code: "guaranteed-interest-past-maturity",
  severity: "warning",
  title: "Interest is guaranteed for longer than the note runs",
  why: "Guaranteed interest is owed even if the note is paid early. For a time beyond the due date it is owed by an issuer that pays on the day: the rate is then higher than the one that is stated.",
  repair: "Correct the time; at most it is the term of the note.",
  bad: interest("21 months"),
  good: interest("6 months"),
  find: ({ note, alone }) => {
    const term = termOf(alone);
    if (!term || term.last <= term.first) return [];
    const { matures } = note.clauses;
    return statementsOf(note.clauses.interest.inner.guaranteed).flatMap(({ meaning, span, text }) => {
      const end = moved(term.first, meaning.count, meaning.unit);
      if (end === undefined || daysBetween(term.last, end) <= slack) return [];
      return [
        {
          span,
          message: `Interest is guaranteed for ${text}, which is to ${longDate(end)}, and the note is due on ${longDate(term.last)}: paid on that day, it costs interest for time that it does not run. Correct the time.`,
          related: matures.state === "said" ? [{ message: "The due date.", span: matures.span }] : [],
        },
      ];
    });
  },
});
