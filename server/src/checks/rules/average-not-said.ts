import type { Fix } from "../../base/problem.ts";
import { counted } from "../../base/words.ts";
import type { AveragePrice, ExtremePrice } from "../../catalog/value.ts";
import { spelledOut } from "../edits.ts";
import { pricedBothWays } from "../priced-both-ways.ts";
import { ofKind, pricesStated } from "../prices.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";

const price = (words: string): string =>
  exampleNote(exampleConversion({ price: `65% of ${words} over prior 10 trading days` }));

export const averageNotSaid = rule({
  code: "average-not-said",
  severity: "warning",
  title: "Several prices, and nothing says what is done with them",
  why: "“65% of the 3 lowest closing bids” names three prices where one is needed. It is read as their average, but the words also fit the lowest of them, which gives the holder more shares.",
  repair: "Write `average of 3 lowest …`, or `lowest …` if one price is meant.",
  bad: price("3 lowest closing bids"),
  good: price("average of 3 lowest closing bids"),
  find: (subject) =>
    ofKind(pricesStated(subject), "average").flatMap((part) => {
      const { tree } = part;
      const { picks, measure, said } = part;
      if (said || !picks || picks.count.count < 2) return [];
      const words = tree.text.slice(part.span.start, measure.span.end).replace(/\s+/g, " ");
      const alone = `the ${picks.side} alone`;
      const compared = pricedBothWays(subject, part, extremeOf(part));
      return [
        {
          span: { start: part.span.start, end: measure.span.end },
          tree,
          message: `“${words}” names ${counted(picks.count.count, "price")} and does not say what is done with them. It is read as their average; the words also fit ${alone}.${compared} Write “average of”, or “${picks.side}” for one price.`,
          fixes: fixes(part, tree.text),
        },
      ];
    }),
});

function extremeOf({ picks, measure, window, words, span, tree }: AveragePrice): ExtremePrice {
  return { kind: "extreme", side: picks?.side ?? "lowest", measure, window, words, span, tree };
}

function fixes({ picks, measure, span }: AveragePrice, text: string): Fix[] {
  if (!picks || spelledOut(span, text)) return [];
  return [
    {
      title: "Their average is meant: write “average of”",
      edits: [{ span: { start: span.start, end: span.start }, text: "average of " }],
    },
    {
      title: `The ${picks.side} alone is meant`,
      edits: [{ span: { start: span.start, end: measure.span.start }, text: `${picks.side} ` }],
    },
  ];
}
