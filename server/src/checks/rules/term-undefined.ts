import { nearest } from "../../base/nearest.ts";
import type { Fix } from "../../base/problem.ts";
import { ofKind, pricesStated } from "../prices.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";

const definition = '  "Market Price" means average of 3 lowest closing bids over prior 10 trading days';

export const termUndefined = rule({
  code: "term-undefined",
  severity: "error",
  title: "A term that nothing defines",
  why: "A price that rests on a term without a definition can't be worked out, by us or by a court. It is often the plural of a defined term, or a term of another document.",
  repair: "Define the term with `means`, or use the one that is defined.",
  bad: exampleNote(`${definition}\n\n${exampleConversion({ price: '65% of "Market Prices"' })}`),
  good: exampleNote(`${definition}\n\n${exampleConversion({ price: '65% of "Market Price"' })}`),
  find: (subject) => {
    const { terms } = subject.alone;
    const unknown = ofKind(pricesStated(subject), "term").filter(
      ({ phrase }) => !terms.has(phrase.name.toLowerCase()),
    );
    return unknown.map(({ phrase, tree }) => {
      const near = nearest(
        phrase.name,
        [...terms.values()].map(({ name }) => name),
      );
      const known = near === undefined ? undefined : terms.get(near.toLowerCase());
      const fixes: Fix[] =
        near === undefined
          ? []
          : [{ title: `Write “${near}”`, edits: [{ span: phrase.span, text: `"${near}"` }] }];
      const offer = near === undefined ? "" : ` Did you mean “${near}”?`;
      return {
        span: phrase.span,
        tree,
        message: `Nothing defines “${phrase.name}”, so the price can't be worked out.${offer} Define it: "${phrase.name}" means …`,
        related: known
          ? [{ message: `“${known.name}” is defined here.`, span: known.clause.name, tree: known.tree }]
          : [],
        fixes,
      };
    });
  },
});
