import { alternativeRemoval } from "../edits.ts";
import { ofKind, pricesStated } from "../prices.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";
import { meaningOf } from "../same-price.ts";

const average = "85% of average of VWAP over prior 5 trading days";

export const duplicateAlternative = rule({
  code: "duplicate-alternative",
  severity: "warning",
  title: "Two alternatives that mean the same",
  why: "The second never changes the price. It is a leftover, or one of the two should say something else.",
  repair: "Take one out, or correct the one that is wrong.",
  bad: exampleNote(
    exampleConversion({
      price: `lowest of {\n  ${average}\n  average of VWAP over prior 5 trading days less 15%\n}`,
    }),
  ),
  good: exampleNote(
    exampleConversion({ price: `lowest of {\n  ${average}\n  closing bid on prior trading day\n}` }),
  ),
  find: (subject) =>
    ofKind(pricesStated(subject), "best").flatMap((part) => {
      const { tree } = part;
      const meanings = part.alternatives.map((alternative) => meaningOf(alternative, subject.alone));
      return part.alternatives.flatMap((alternative, index) => {
        const first = part.alternatives[meanings.indexOf(meanings[index] ?? "")];
        if (!first || first === alternative) return [];
        return [
          {
            span: alternative.span,
            tree,
            message:
              "This alternative means the same as an earlier one, so it never changes the price. Take it out, or correct the one that is wrong.",
            related: [{ message: "The earlier alternative.", span: first.span, tree }],
            fixes: alternativeRemoval(part, index, tree.text),
          },
        ];
      });
    }),
});
