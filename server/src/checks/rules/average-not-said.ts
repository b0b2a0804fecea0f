import type { Fix } from "../../base/problem.ts";
import { counted } from "../../base/words.ts";
import type { AveragePhrase, ExtremePhrase } from "../../syntax/phrase-tree.ts";
import { spelledOut } from "../edits.ts";
import { pricedBothWays } from "../otherwise.ts";
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
    ofKind(pricesStated(subject), "average").flatMap(({ phrase, tree }) => {
      const { picks, measure, said } = phrase;
      if (said || !picks || Number(picks.count.digits) < 2) return [];
      const words = tree.text.slice(phrase.span.start, measure.span.end).replace(/\s+/g, " ");
      const alone = `the ${picks.side} alone`;
      const compared = pricedBothWays(subject, phrase, extremeOf(phrase));
      return [
        {
          span: { start: phrase.span.start, end: measure.span.end },
          tree,
          message: `“${words}” names ${counted(Number(picks.count.digits), "price")} and does not say what is done with them. It is read as their average; the words also fit ${alone}.${compared} Write “average of”, or “${picks.side}” for one price.`,
          fixes: fixes(phrase, tree.text),
        },
      ];
    }),
});

function extremeOf({ picks, measure, window, span }: AveragePhrase): ExtremePhrase {
  return { kind: "extreme", side: picks?.side ?? "lowest", measure, window, span };
}

function fixes({ picks, measure, span }: AveragePhrase, text: string): Fix[] {
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
