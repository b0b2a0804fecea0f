import { spelledOut } from "../edits.ts";
import { ofKind, pricesStated } from "../prices.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";

export const singleAlternative = rule({
  code: "single-alternative",
  severity: "warning",
  title: "A choice with one alternative",
  why: "The lowest or highest of one price is that price. Most often an alternative was lost in editing.",
  repair: "Add the alternative that is missing, or write the price alone.",
  bad: exampleNote(exampleConversion({ price: "lowest of {\n  85% of VWAP on prior trading day\n}" })),
  good: exampleNote(exampleConversion({ price: "85% of VWAP on prior trading day" })),
  find: (subject) =>
    ofKind(pricesStated(subject), "best").flatMap((part) => {
      const { tree } = part;
      const [only, second] = part.alternatives;
      if (!only || second) return [];
      const words = tree.text.slice(only.span.start, only.span.end);
      return [
        {
          span: { start: part.span.start, end: part.span.start + part.word.length },
          tree,
          message: `“${part.word}” chooses among prices, and there is only one here. Add the alternative that is missing, or write the price alone.`,
          related: [{ message: "The only alternative.", span: only.span, tree }],
          fixes: spelledOut(only.span, tree.text)
            ? []
            : [{ title: "Write the price alone", edits: [{ span: part.span, text: words }] }],
        },
      ];
    }),
});
