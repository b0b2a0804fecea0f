import type { Fix } from "../../base/problem.ts";
import { counted } from "../../base/words.ts";
import { evaluate } from "../../finance/engine/formula.ts";
import { funded } from "../../finance/inputs/clauses.ts";
import { moved } from "../../finance/inputs/steps.ts";
import { newYorkBanks, nextOpenDay } from "../../quantity/calendar.ts";
import { addMonths, type Day, daysBetween, longDate } from "../../quantity/date.ts";
import { exampleNote, rule } from "../rule.ts";
import { known, termOf } from "../spans-of-time.ts";

export const termDiffersFromDates = rule({
  code: "term-differs-from-dates",
  severity: "error",
  title: "The stated term does not lead to the stated date",
  why: "A note that runs “nine months” and is due a year after its issue says two things. Interest, windows of prepayment and the day of default all turn on which of them holds.",
  repair: "Correct the term or the date that is wrong; or state only one of them.",
  bad: exampleNote("  term  9 months"),
  good: exampleNote("  term  12 months"),
  find: ({ note, alone }) => {
    const { statedTerm, matures } = note.clauses;
    const term = termOf(alone);
    if (statedTerm.state !== "said" || matures.state !== "said" || !term) return [];
    const { count, unit } = statedTerm.meaning;
    const paid = known(evaluate(funded, alone));
    const ends = [term.first, ...(paid === undefined ? [] : [paid])].map((from) => moved(from, count, unit));
    const [end] = ends;
    if (end === undefined || ends.some((one) => one !== undefined && leadsTo(one, term.last))) return [];
    const apart = daysBetween(end, term.last);
    const side = apart > 0 ? "later" : "earlier";
    return [
      {
        span: statedTerm.span,
        message: `A term of ${counted(count, unit)} from ${longDate(term.first)} ends on ${longDate(end)}; the note is due on ${longDate(term.last)}, ${counted(Math.abs(apart), "day")} ${side}. Correct the one that is wrong.`,
        related: [{ message: `Due ${longDate(term.last)}.`, span: matures.span }],
        fixes: [
          ...monthsFix(statedTerm.span, term.first, term.last),
          {
            title: `The term is right: due ${longDate(end)}`,
            edits: [{ span: matures.span, text: longDate(end) }],
          },
        ],
      },
    ];
  },
});

/** A day more or less is a way to count, and a note may be due on the business day that follows. */
function leadsTo(end: Day, due: Day): boolean {
  return Math.abs(daysBetween(end, due)) <= 1 || nextOpenDay(newYorkBanks, end) === due;
}

function monthsFix(span: { readonly start: number; readonly end: number }, from: Day, to: Day): Fix[] {
  const near = Math.round(daysBetween(from, to) / 30.44);
  if (near < 1 || addMonths(from, near) !== to) return [];
  const text = counted(near, "month");
  return [{ title: `The dates are right: write ${text}`, edits: [{ span, text }] }];
}
