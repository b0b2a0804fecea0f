import { evaluate } from "../../finance/engine/formula.ts";
import { resolveDate, stated } from "../../finance/inputs/clauses.ts";
import { statementsOf } from "../../note/statements.ts";
import { longDate } from "../../quantity/date.ts";
import { exampleNote, rule } from "../rule.ts";
import { known } from "../spans-of-time.ts";

const note = (words: string): string => exampleNote(`  extension  ${words}`);

export const extensionUnclear = rule({
  code: "extension-unclear",
  severity: "warning",
  title: "A right to put off the maturity on both sides, or without an end",
  why: "Where either side may extend, neither can hold the other to the date: the maturity is no date at all. And a right without a last day can be used again and again.",
  repair: "Give the right to one side, and say until when: `extension by holder until January 2, 2026`.",
  bad: note("by either"),
  good: note("by holder until January 2, 2026"),
  find: ({ note: { clauses }, alone }) => {
    const { extension, matures } = clauses;
    const [first, ...others] = statementsOf(extension);
    if (!first) return [];
    const related = matures.state === "said" ? [{ message: "The maturity.", span: matures.span }] : [];
    const other = others.find(({ meaning }) => meaning !== first.meaning);
    if (first.meaning === "by either" || other)
      return [
        {
          span: (other ?? first).span,
          message:
            "Either side may put off the maturity, so neither can hold the other to it: it is no date. Give the right to one of them, or say that both have to agree.",
          related: [...related, ...(other ? [{ message: "The other side's right.", span: first.span }] : [])],
        },
      ];
    const party = first.meaning.replace("by ", "");
    const { condition } = first;
    if (condition) {
      const due = known(evaluate(stated.maturity, alone));
      const end = condition.kind === "until" ? known(resolveDate(condition.date, alone)) : undefined;
      if (due === undefined || end === undefined || end > due) return [];
      return [
        {
          span: first.span,
          message: `The ${party} may put off the maturity until ${longDate(end)}, and the note is due on ${longDate(due)} anyway: the right puts nothing off. Correct the day that is wrong.`,
          related,
        },
      ];
    }
    return [
      {
        span: first.span,
        severity: "information",
        message: `The ${party} may put off the maturity, and nothing says until when or how often. Say it: “extension ${first.meaning} until …”.`,
        related,
      },
    ];
  },
});
