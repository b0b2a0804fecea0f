import { madeOf } from "../../quantity/expression.ts";
import { show } from "../../quantity/format.ts";
import { exampleExpectation, expectations, placeOfExpectation, whose } from "../expectations.ts";
import { rule } from "../rule.ts";

export const expectationBroken = rule({
  code: "expectation-broken",
  severity: "error",
  title: "A scenario does not come to what is expected of it",
  why: "An expectation says what the deal was agreed to come to: so many shares at most, so much of the company at least. A term that was changed since, or read in another way, shows here first.",
  repair:
    "Look at how the figure is made, and correct the term that moved it, or the expectation where the deal has changed.",
  bad: exampleExpectation("shares on conversion at most 150,000 shares"),
  good: exampleExpectation("shares on conversion at most 200,000 shares"),
  find: (subject) =>
    expectations(subject, "broken").map((one) => {
      const { formula, result, gap, row } = one.outcome;
      const { relation, value } = one.said.meaning;
      const where = row ? ` at a market price of ${show(row.market)}` : "";
      const off = relation === "at least" ? "below" : relation === "at most" ? "above" : "away from";
      const due = show({ ...value, kind: result.kind });
      return {
        ...placeOfExpectation(one),
        message: `The figure “${formula.label}”${whose(one)} comes to ${show(result)}${where}, ${show(gap)} ${off} what is expected: ${relation} ${due}. It is made of ${madeOf(result)}. Correct the term that moved it, or the expectation.`,
      };
    }),
});
