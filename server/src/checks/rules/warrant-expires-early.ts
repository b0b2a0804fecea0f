import { evaluate } from "../../finance/engine/formula.ts";
import { issued, resolveDate } from "../../finance/inputs/clauses.ts";
import { longDate } from "../../quantity/date.ts";
import { exampleNote, rule } from "../rule.ts";
import { known } from "../spans-of-time.ts";

const warrants = (expires: string): string =>
  exampleNote(
    `  warrants {\n    warrant shares    50,000 shares\n    strike price      $1.00\n    exercisable from  6 months after issue\n    expire            ${expires}\n  }`,
  );

export const warrantExpiresEarly = rule({
  code: "warrant-expires-early",
  severity: "error",
  title: "Warrants that expire before they can be exercised",
  why: "A warrant that ends on or before the first day of its exercise is worth nothing. Most often years and months are exchanged, or a year was not moved on.",
  repair: "Correct the day that is wrong.",
  bad: warrants("5 months after issue"),
  good: warrants("5 years after issue"),
  find: ({ note: { clauses }, alone }) =>
    clauses.warrants.flatMap(({ inner }) => {
      const { exercisable, expires } = inner;
      if (expires.state !== "said") return [];
      const last = known(resolveDate(expires.meaning, alone));
      const first = known(
        exercisable.state === "said" ? resolveDate(exercisable.meaning, alone) : evaluate(issued, alone),
      );
      if (first === undefined || last === undefined || last >= first) return [];
      return [
        {
          span: expires.span,
          message: `The warrants can be exercised from ${longDate(first)} and expire on ${longDate(last)}: they never can be. Correct the day that is wrong.`,
          related:
            exercisable.state === "said" ? [{ message: "The first day.", span: exercisable.span }] : [],
        },
      ];
    }),
});
