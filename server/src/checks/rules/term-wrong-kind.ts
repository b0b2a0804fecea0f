import { exampleConversion, exampleNote, rule } from "../rule.ts";
import { termsUsed } from "../terms.ts";

const defining = (words: string): string =>
  exampleNote(`  "Market Price" means ${words}\n\n${exampleConversion({ price: '65% of "Market Price"' })}`);

export const termWrongKind = rule({
  code: "term-wrong-kind",
  severity: "error",
  title: "A term of another kind stands where a price or a sum is needed",
  why: "A price can be taken of prices only, and a sum of sums. A term that is defined as a date or a rate gives neither.",
  repair: "Use a term that is defined as what is needed, or correct the definition.",
  bad: defining("12% per annum"),
  good: defining("closing bid on prior trading day"),
  find: (subject) =>
    termsUsed(subject).flatMap(({ term: part, needed }) => {
      const { tree } = part;
      const term = subject.alone.terms.get(part.name.toLowerCase());
      if (term?.definition.state !== "said") return [];
      const { meaning } = term.definition;
      const isSum = meaning.kind === "price" && meaning.price.kind === "money";
      if (meaning.kind === needed || (needed === "amount" && isSum)) return [];
      const { kind } = meaning;
      const what = needed === "price" ? "a price" : "a sum";
      return [
        {
          span: part.span,
          tree,
          message: `“${term.name}” is defined as ${said[kind]} (${term.definition.text}), and ${what} is needed here. Use a term that is defined as ${what}, or correct the definition.`,
          related: [{ message: "The definition.", span: term.definition.span, tree: term.tree }],
        },
      ];
    }),
});

const said = { price: "a price", amount: "an amount", date: "a date", rate: "a rate" } as const;
