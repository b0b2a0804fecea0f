import type { AmountMeaning } from "../../catalog/value.ts";
import { statementsOf } from "../../note/statements.ts";
import { exampleNote, rule } from "../rule.ts";

const note = (interest: string): string =>
  exampleNote(
    `  interest {\n    rate  8% per annum\n  }\n\n  conversion {\n    option  holder\n    until   maturity\n    amount  principal and interest\n    price   $0.50\n  }\n\n  qualified financing {\n    threshold         $1,000,000 excluding notes\n    discount          20%\n    accrued interest  ${interest}\n  }`,
  );

export const interestAnsweredTwice = rule({
  code: "interest-answered-twice",
  severity: "warning",
  title: "Two answers on whether accrued interest converts",
  why: "One sentence converts principal and interest, another pays the interest in cash: real clauses do both. What converts decides how many shares there are, and whether interest is due in money on the same day.",
  repair:
    "Let both clauses say the same; or, if the answers are for different conversions, put that on record.",
  bad: note("paid in cash"),
  good: note("converts"),
  find: ({ note: { clauses } }) => {
    const { amount } = clauses.conversion.inner;
    const { interest } = clauses.qualifiedFinancing.inner;
    const [stated, another] = statementsOf(amount);
    if (!stated || another || interest.state !== "said") return [];
    const converts = includesInterest(stated.meaning);
    if (converts === undefined || converts === (interest.meaning === "converts")) return [];
    return [
      {
        span: interest.span,
        message: converts
          ? `Here accrued interest is ${interest.meaning}, while a conversion takes “${stated.text}”: two answers on whether it becomes shares. Let both say the same.`
          : `Here accrued interest converts, while a conversion takes “${stated.text}” alone: two answers on whether it becomes shares. Let both say the same.`,
        related: [{ message: "The amount converted.", span: stated.span }],
        fixes: converts
          ? [
              { title: "Accrued interest converts", edits: [{ span: interest.span, text: "converts" }] },
              { title: "The principal alone converts", edits: [{ span: stated.span, text: "principal" }] },
            ]
          : [
              {
                title: "Principal and interest convert",
                edits: [{ span: stated.span, text: "principal and interest" }],
              },
            ],
      },
    ];
  },
});

/** Whether interest is a part of an amount; undefined where it is a sum of its own. */
function includesInterest(amount: AmountMeaning): boolean | undefined {
  switch (amount.kind) {
    case "balance":
      return amount.of !== "principal";
    case "sum":
      return amount.terms.some((term) => includesInterest(term) === true);
    default:
      return undefined;
  }
}
