import type { Fix } from "../../base/problem.ts";
import { listing } from "../../base/words.ts";
import type { DateMeaning } from "../../catalog/value.ts";
import { evaluate, reread, type Situation } from "../../finance/engine/formula.ts";
import { issued, stated } from "../../finance/inputs/clauses.ts";
import { amountAtMaturity } from "../../finance/interest/interest.ts";
import type { NoteClauses } from "../../note/bound.ts";
import { isPositive, minus } from "../../quantity/arithmetic.ts";
import { newYorkBanks, nextOpenDay, previousOpenDay } from "../../quantity/calendar.ts";
import { longDate } from "../../quantity/date.ts";
import { dayOf, isWaiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { addition } from "../edits.ts";
import { ownWords } from "../own-words.ts";
import { exampleNote, type Finding, rule, type Subject } from "../rule.ts";

/** Words of a note that say what becomes of a payment that falls due on a closed day. */
const convention =
  /\b(not|other than|no) an? business day\b|\bno business day\b|\b(next|following|preceding|previous|succeeding) (succeeding |following )?(business|banking) day\b/i;

const interest = "  interest {\n    rate  8% per annum\n  }";

export const dueOnClosedDay = rule({
  code: "due-on-closed-day",
  severity: "information",
  title: "A day of payment is no business day",
  why: "On a weekend or a bank holiday no payment can be made. Whether the issuer has to pay before or may pay after, and whether interest then runs on, is a question that the note leaves to a court.",
  repair:
    "Choose a business day, or say what becomes of a payment that falls due on another: `business day convention following`.",
  bad: exampleNote(interest, { matures: "January 4, 2025" }),
  good: exampleNote(interest, { matures: "January 6, 2025" }),
  find: (subject) => [...dueOnMaturity(subject), ...instalmentsOnClosedDays(subject)],
});

function dueOnMaturity({ note, alone }: Subject): Finding[] {
  const { matures } = note.clauses;
  const due = evaluate(stated.maturity, alone);
  if (
    note.clauses.businessDays.state === "said" ||
    matures.state !== "said" ||
    isWaiting(due) ||
    note.currency !== "USD"
  )
    return [];
  if (isImprecise(matures.meaning, note.clauses)) return [];
  if (ownWords(note).some(({ text }) => convention.test(text))) return [];
  const day = dayOf(due);
  const issue = evaluate(issued, alone);
  if (!isWaiting(issue) && day <= dayOf(issue)) return [];
  const closure = newYorkBanks.closure(day);
  if (closure === undefined) return [];
  const open = [nextOpenDay(newYorkBanks, day), previousOpenDay(newYorkBanks, day)].filter(
    (found) => found !== undefined,
  );
  const fixes: Fix[] =
    matures.meaning.kind === "day"
      ? open.map((found) => ({
          title: `Due on ${longDate(found)}`,
          edits: [{ span: matures.span, text: longDate(found) }],
        }))
      : [];
  const { block } = note.clause;
  const clause = "business day convention following";
  const statement: Fix[] = block
    ? [{ title: `State “${clause}”`, edits: [addition(clause, block, note.tree.text)] }]
    : [];
  return [
    {
      span: matures.span,
      message: `The note is due on ${longDate(day)}, on which New York's banks are closed (${closure}), and nothing says whether it is paid before or after.${interestToNext(alone)} Choose a business day, or say what holds: “business day convention following”.`,
      fixes: [...fixes, ...statement],
    },
  ];
}

/** Instalments on stated days on which nothing can be paid. */
function instalmentsOnClosedDays({ note, alone }: Subject): Finding[] {
  const silent = note.clauses.businessDays.state !== "said" && note.currency === "USD";
  if (!silent || ownWords(note).some(({ text }) => convention.test(text))) return [];
  const { rows, clause } = note.clauses.instalments;
  const closed = rows.flatMap(({ when, what }) => {
    if (when.kind !== "date" || when.date.kind !== "day" || when.date.monthAlone || what.kind === "none")
      return [];
    const closure = newYorkBanks.closure(when.date.day);
    return closure === undefined
      ? []
      : [{ span: when.span, text: `${longDate(when.date.day)} (${closure})` }];
  });
  const [first] = closed;
  if (!first || !clause) return [];
  const { block } = note.clause;
  const words = "business day convention following";
  return [
    {
      span: first.span,
      message: `${closed.length === 1 ? "An instalment is" : "Instalments are"} due on ${listing(closed.map(({ text }) => text))}, when New York's banks are closed, and nothing says whether they are paid before or after. Choose business days, or say what holds: “${words}”.`,
      related: closed.slice(1).map(({ span }) => ({ message: "And on this day.", span })),
      fixes: block
        ? [{ title: `State “${words}”`, edits: [addition(words, block, alone.note.tree.text)] }]
        : [],
    },
  ];
}

/** Whether the day comes of a month that is named alone: which day is due is then not known. */
function isImprecise(due: DateMeaning, clauses: NoteClauses): boolean {
  if (due.kind === "day") return due.monthAlone;
  if (due.kind === "best") return due.alternatives.some((one) => isImprecise(one, clauses));
  const from = due.event === "issue" ? clauses.issued : due.event === "funding" ? clauses.funded : undefined;
  return from?.state === "said" && from.meaning.kind === "day" && from.meaning.monthAlone;
}

function interestToNext(alone: Situation): string {
  const usual = evaluate(amountAtMaturity, alone);
  const later = evaluate(amountAtMaturity, reread(alone, "payment-day", "following"));
  if (isWaiting(usual) || isWaiting(later)) return "";
  const more = minus(later, usual);
  return isPositive(more) ? ` Interest to the next business day is ${show(more)} more.` : "";
}
