import type { Fix } from "../../base/problem.ts";
import { counted } from "../../base/words.ts";
import type { ScheduleRow } from "../../catalog/value.ts";
import type { Situation } from "../../finance/formula.ts";
import { type Day, longDate } from "../../quantity/date.ts";
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
    const { matures, issued } = note.clauses;
    return note.clauses.instalments.rows.flatMap((row) => {
      const days = paymentDays(row, alone);
      const last = days?.at(-1);
      const [first] = days ?? [];
      if (!days || first === undefined || last === undefined) return [];
      if (last > term.last) return [late(row, days, term.last, alone)];
      if (first >= term.first) return [];
      return [
        {
          span: row.when.span,
          message: `An instalment falls on ${longDate(first)}, before the note is issued on ${longDate(term.first)}. Correct the day that is wrong.`,
          related: issued.state === "said" ? [{ message: "The day of issue.", span: issued.span }] : [],
        },
      ];
    });

    function late({ when }: ScheduleRow, days: readonly Day[], due: Day, { note: here }: Situation): Finding {
      const inTerm = days.filter((day) => day <= due).length;
      const last = days.at(-1) ?? due;
      const what =
        days.length === 1
          ? `An instalment falls on ${longDate(last)}`
          : `${counted(days.length, "instalment")} run to ${longDate(last)}`;
      const rest = days.length === 1 ? "" : ` The term has room for ${inTerm === 0 ? "none" : inTerm}.`;
      return {
        span: when.span,
        message: `${what}, and the note is due on ${longDate(due)}.${rest} Correct the schedule or the day on which the note is due.`,
        related: matures.state === "said" ? [{ message: `Due ${longDate(due)}.`, span: matures.span }] : [],
        fixes: when.kind === "periodic" && inTerm > 0 ? fewer(when, inTerm, here.tree.text) : [],
      };
    }
  },
});

function fewer({ span }: ScheduleRow["when"], count: number, text: string): Fix[] {
  const words = text.slice(span.start, span.end);
  const times = /(\d+)(\s*times)/i.exec(words);
  if (!times) return [];
  const start = span.start + times.index;
  const [, digits = ""] = times;
  return [
    {
      title: `Write ${count} times`,
      edits: [{ span: { start, end: start + digits.length }, text: String(count) }],
    },
  ];
}
