import { fixedRate } from "../../finance/interest/rates.ts";
import { statementsOf } from "../../note/statements.ts";
import { compared, isPositive } from "../../quantity/arithmetic.ts";
import { show } from "../../quantity/format.ts";
import { exampleNote, rule } from "../rule.ts";

const interest = (rate: string): string =>
  exampleNote(`  interest {\n    rate               ${rate}\n    one-time interest  4%\n  }`);

export const rateBesideOneTimeInterest = rule({
  code: "rate-beside-one-time-interest",
  severity: "warning",
  title: "Interest by the year and interest once",
  why: "A one-time charge stands in place of interest by the year: it is owed in full on the first day, however long the note runs. Where a form for the one is turned into the other, the old rate stays in, and the holder is owed both.",
  repair:
    "Take one of the two out: `rate none` beside a one-time charge. If both are owed, put that on record.",
  bad: interest("4% per annum"),
  good: interest("none"),
  find: ({ note: { clauses } }) => {
    const { rate, oneTime } = clauses.interest.inner;
    const once = statementsOf(oneTime).find(({ meaning }) => isPositive(meaning));
    if (!once) return [];
    return statementsOf(rate).flatMap((stated) => {
      const yearly = fixedRate(stated);
      if (yearly && !isPositive(yearly)) return [];
      const words = yearly ? `${show(yearly)} a year` : "interest by the year";
      const same = yearly && compared(yearly, once.meaning) === 0 ? ", the same percentage twice" : "";
      return [
        {
          span: stated.span,
          message: `The note bears ${words} and ${show(once.meaning)} once${same}: both are owed. Write “none” for the one that is not meant; if both are, put that on record.`,
          related: [{ message: `Once: ${show(once.meaning)}.`, span: once.span }],
          ...(stated.condition
            ? {}
            : {
                fixes: [
                  {
                    title: "No interest by the year: rate none",
                    edits: [{ span: stated.span, text: "none" }],
                  },
                ],
              }),
        },
      ];
    });
  },
});
