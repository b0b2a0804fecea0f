import { evaluate } from "../../finance/engine/formula.ts";
import { resolveDate, stated } from "../../finance/inputs/clauses.ts";
import { statementsOf } from "../../note/statements.ts";
import { longDate } from "../../quantity/date.ts";
import { dayOf, isWaiting } from "../../quantity/figure.ts";
import { exampleNote, rule } from "../rule.ts";

const callable = (from: string): string =>
  exampleNote(
    `  issuer call {\n    callable from  ${from}\n    call price     102% of principal plus interest\n  }\n\n  governing law  Nevada`,
  );

export const callOpensAfterMaturity = rule({
  code: "call-opens-after-maturity",
  severity: "warning",
  title: "The issuer may call the note only when it is already due",
  why: "A call is a right to pay early. From the due date on there is nothing early about it, so that a call that opens then is none; most often a digit of one of the years is wrong.",
  repair: "Correct the first day of the call, or the maturity.",
  bad: callable("January 2, 2035"),
  good: callable("July 1, 2024"),
  find: ({ note, alone }) => {
    const due = evaluate(stated.maturity, alone);
    if (isWaiting(due) || note.clauses.matures.state !== "said") return [];
    const related = [{ message: `Due ${longDate(dayOf(due))}.`, span: note.clauses.matures.span }];
    const [first, ...others] = statementsOf(note.clauses.call.inner.from).flatMap(({ meaning, span }) => {
      const opens = resolveDate(meaning, alone);
      return isWaiting(opens) ? [] : [{ opens, span }];
    });
    if (!first || [first, ...others].some(({ opens }) => dayOf(opens) < dayOf(due))) return [];
    return [
      {
        span: first.span,
        message: `The issuer may call the note from ${longDate(dayOf(first.opens))}, and it is due on ${longDate(dayOf(due))}: by then there is nothing left to call. Correct the day that is wrong.`,
        related,
      },
    ];
  },
});
