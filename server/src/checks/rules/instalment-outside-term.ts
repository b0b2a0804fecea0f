import { counted } from "../../base/words.ts";
import type { ScheduleRow } from "../../catalog/value.ts";
import type { Situation } from "../../finance/engine/formula.ts";
import type { BoundNote } from "../../note/bound.ts";
import { type Day, longDate } from "../../quantity/date.ts";
import { rewritten } from "../edits.ts";
import { exampleNote, type Finding, rule } from "../rule.ts";
import { paymentDays, termOf } from "../spans-of-time.ts";

const instalments = (times: number): string =>
  exampleNote(`  instalments {\n    monthly from 2024-02-02, ${times} times  $4,000.00\n  }`);

export const instalmentOutsideTerm = rule({
  code: "instalment-outside-term",
  severity: "error",
  title: "Instalments fall outside the note's term",
  why: "What is unpaid falls due at maturity. A payment that the schedule puts after that day contradicts it: either the schedule is too long, or the note is due too early.",
  repair: "Correct the days or the number of the instalments, or the day on which the note is due.",
  bad: instalments(24),
  good: instalments(12),
  find: ({ note, alone }) => {
    const term = termOf(alone);
    if (!term) return [];
    const { instalments, holderRedemption } = note.clauses;
    return [
      ...outside(paidOn(instalments.rows, alone), "instalment", term, note),
      ...outside(paidOn(holderRedemption.rows, alone), "redemption", term, note),
    ];
  },
});

interface Paid {
  readonly when: ScheduleRow["when"];
  /** In order, and at least one. */
  readonly days: readonly Day[];
  readonly first: Day;
  readonly last: Day;
}

/** The rows of a schedule whose days are known. */
function paidOn(rows: readonly ScheduleRow[], alone: Situation): Paid[] {
  return rows.flatMap((row) => {
    const days = paymentDays(row, alone) ?? [];
    const [[first], last] = [days, days.at(-1)];
    return first === undefined || last === undefined ? [] : [{ when: row.when, days, first, last }];
  });
}

type Term = NonNullable<ReturnType<typeof termOf>>;

/** What a schedule puts outside the term: of single days that are too late the first, with the others beside it. */
function outside(rows: readonly Paid[], what: string, term: Term, note: BoundNote): Finding[] {
  const { matures, issued } = note.clauses;
  const dueOn = longDate(term.last);
  const due = matures.state === "said" ? [{ message: `Due ${dueOn}.`, span: matures.span }] : [];
  const late = rows.filter(({ last }) => last > term.last);
  const early = rows.filter(({ first, last }) => last <= term.last && first < term.first);
  const single = late.filter(({ days }) => days.length === 1);
  const [one, ...others] = single;
  const article = /^[aeiou]/.test(what) ? "An" : "A";
  return [
    ...(one
      ? [
          {
            span: one.when.span,
            message: `${single.length === 1 ? `${article} ${what} falls` : `${single.length} ${what}s fall, the first of them`} on ${longDate(one.first)}, and the note is due on ${dueOn}. Correct the schedule or the day on which the note is due.`,
            related: [...due, ...others.map(({ when }) => ({ message: "Another.", span: when.span }))],
          },
        ]
      : []),
    ...late
      .filter(({ days }) => days.length > 1)
      .map(({ when, days, last }) => {
        const inTerm = days.filter((day) => day <= term.last).length;
        const room = `The term has room for ${inTerm === 0 ? "none" : inTerm}.`;
        return {
          span: when.span,
          message: `${counted(days.length, what)} run to ${longDate(last)}, and the note is due on ${dueOn}. ${room} Correct the schedule or the day on which the note is due.`,
          related: due,
          fixes:
            when.kind === "periodic" && inTerm > 0
              ? rewritten(when.digits, String(inTerm), note.tree.text, `Write ${inTerm} times`)
              : [],
        };
      }),
    ...early.map(({ when, first }) => ({
      span: when.span,
      message: `${article} ${what} falls on ${longDate(first)}, before the note is issued on ${longDate(term.first)}. Correct the day that is wrong.`,
      related: issued.state === "said" ? [{ message: "The day of issue.", span: issued.span }] : [],
    })),
  ];
}
