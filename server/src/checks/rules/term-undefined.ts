import { nearest } from "../../base/nearest.ts";
import type { Fix } from "../../base/problem.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";
import { termsUsed } from "../terms.ts";

const definition = '  "Market Price" means average of 3 lowest closing bids over prior 10 trading days';

export const termUndefined = rule({
  code: "term-undefined",
  severity: "error",
  title: "A term that nothing defines",
  why: "A price or an amount that rests on a term without a definition can't be worked out, by us or by a court. It is often the plural of a defined term, or a term of another document.",
  repair: "Define the term with `means`, or use the one that is defined.",
  bad: exampleNote(`${definition}\n\n${exampleConversion({ price: '65% of "Market Prices"' })}`),
  good: exampleNote(`${definition}\n\n${exampleConversion({ price: '65% of "Market Price"' })}`),
  find: (subject) => {
    const { terms } = subject.alone;
    const unknown = termsUsed(subject).filter(({ term }) => !terms.has(term.name.toLowerCase()));
    return unknown.map(({ term: part, needed }) => {
      const { tree } = part;
      const near = nearest(
        part.name,
        [...terms.values()].map(({ name }) => name),
      );
      const known = near === undefined ? undefined : terms.get(near.toLowerCase());
      const fixes: Fix[] =
        near === undefined
          ? []
          : [{ title: `Write “${near}”`, edits: [{ span: part.span, text: `"${near}"` }] }];
      const offer = near === undefined ? "" : ` Did you mean “${near}”?`;
      return {
        span: part.span,
        tree,
        message: `Nothing defines “${part.name}”, so the ${needed} can't be worked out.${offer} Define it: "${part.name}" means …`,
        related: known
          ? [{ message: `“${known.name}” is defined here.`, span: known.clause.name, tree: known.tree }]
          : [],
        fixes,
      };
    });
  },
});
