import { ofKind, pricesStated } from "../prices.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";

const defining = (words: string): string =>
  exampleNote(`  "Market Price" means ${words}\n\n${exampleConversion({ price: '65% of "Market Price"' })}`);

export const termWrongKind = rule({
  code: "term-wrong-kind",
  severity: "error",
  title: "A term that is no price stands where a price is needed",
  why: "A price can be taken of prices only. A term that is defined as a date or a rate gives none.",
  repair: "Use a term that is defined as a price, or correct the definition.",
  bad: defining("12% per annum"),
  good: defining("closing bid on prior trading day"),
  find: (subject) =>
    ofKind(pricesStated(subject), "term").flatMap((part) => {
      const { tree } = part;
      const term = subject.alone.terms.get(part.name.toLowerCase());
      if (term?.definition.state !== "said" || term.definition.meaning.kind === "price") return [];
      const { kind } = term.definition.meaning;
      return [
        {
          span: part.span,
          tree,
          message: `“${term.name}” is defined as ${said[kind]} (${term.definition.text}), and a price is needed here. Use a term that is defined as a price, or correct the definition.`,
          related: [{ message: "The definition.", span: term.definition.span, tree: term.tree }],
        },
      ];
    }),
});

const said = { amount: "an amount", date: "a date", rate: "a rate" } as const;
