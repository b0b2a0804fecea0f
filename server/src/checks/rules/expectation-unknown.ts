import { listing } from "../../base/words.ts";
import type { Kind } from "../../quantity/figure.ts";
import { exampleExpectation, expectations, placeOfExpectation } from "../expectations.ts";
import { type Finding, rule, type Subject } from "../rule.ts";

export const expectationUnknown = rule({
  code: "expectation-unknown",
  severity: "error",
  title: "An expectation of a figure that does not exist, or of another kind",
  why: "What can't be compared is never broken: the scenario would pass whatever the terms say.",
  repair: "Name the figure as hovers and the page of methods do, and give it a value of its own kind.",
  bad: exampleExpectation("shares on convertion at most 200,000 shares"),
  good: exampleExpectation("conversion shares at most 200,000 shares"),
  find: (subject) => [...unknown(subject), ...unlike(subject)],
});

function unknown(subject: Subject): Finding[] {
  return expectations(subject, "unknown").map((one) => {
    const { label, labelSpan } = one.said.meaning;
    const { suggestions } = one.outcome;
    const offer =
      suggestions.length > 0
        ? `Did you mean ${listing(suggestions.map(quoted), "or")}?`
        : "Name it as hovers do, such as “shares on conversion” or “amount due at maturity”.";
    return {
      ...placeOfExpectation(one),
      span: labelSpan,
      message: `No figure is called “${label}”, so nothing is compared here. ${offer}`,
      fixes: suggestions.map((text) => ({
        title: `Write “${text}”`,
        edits: [{ span: labelSpan, text }],
      })),
    };
  });
}

function unlike(subject: Subject): Finding[] {
  return expectations(subject, "unlike").map((one) => {
    const { label, kind } = one.outcome.formula;
    const { value } = one.said.meaning;
    const { currency } = one.situation.note;
    const foreign = value.currency !== undefined && value.currency !== currency;
    const [has, should] = foreign
      ? [`in ${currency}`, `in ${value.currency}`]
      : [words[kind], words[value.kind]];
    return {
      ...placeOfExpectation(one),
      message: `The figure “${label}” is ${has}, and what is expected is ${should}. Give the expectation a value of the figure's kind.`,
    };
  });
}

function quoted(text: string): string {
  return `“${text}”`;
}

const words: Readonly<Record<Kind, string>> = {
  money: "a sum of money",
  price: "a price a share",
  shares: "a number of shares",
  ratio: "a percentage",
  count: "a number",
  days: "a number of days",
  date: "a date",
};
