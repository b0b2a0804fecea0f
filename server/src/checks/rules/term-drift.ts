import { nearest } from "../../base/nearest.ts";
import { quotedNames } from "../own-words.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";

const definition = '  "Market Price" means average of 3 lowest closing bids over prior 10 trading days';
const covenant = (name: string): string =>
  exampleNote(
    `${definition}\n\n${exampleConversion({ price: '65% of "Market Price"' })}\n\n  covenants {\n    notice to the holder whenever the "${name}" is below $0.01\n  }`,
  );

export const termDrift = rule({
  code: "term-drift",
  severity: "warning",
  title: "A name that is nearly a defined term",
  why: "“Market Prices” is not “Market Price”: a term means what it is defined as only where it stands as it is defined. The plural, or a letter more or less, leaves open whether the same is meant.",
  repair: "Write the term as it is defined, or define the other one too.",
  bad: covenant("Market Prices"),
  good: covenant("Market Price"),
  find: ({ note, alone }) => {
    const names = [...alone.terms.values()].map(({ name }) => name);
    return quotedNames(note).flatMap(({ name, span }) => {
      if (alone.terms.has(name.toLowerCase())) return [];
      const near = nearest(name, names);
      const term = near === undefined ? undefined : alone.terms.get(near.toLowerCase());
      if (!term) return [];
      return [
        {
          span,
          message: `“${name}” is not defined, “${term.name}” is: whether the same is meant is open. Write the term as it is defined, or define the other one too.`,
          related: [{ message: `“${term.name}” is defined here.`, span: term.clause.name, tree: term.tree }],
          fixes: [{ title: `Write “${term.name}”`, edits: [{ span, text: `"${term.name}"` }] }],
        },
      ];
    });
  },
});
