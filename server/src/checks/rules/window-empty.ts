import type { Span } from "../../base/span.ts";
import type { PricePhrase } from "../../syntax/phrase-tree.ts";
import { pricesStated } from "../prices.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";

const average = (words: string): string =>
  exampleNote(exampleConversion({ price: `65% of average of ${words} trading days` }));

export const windowEmpty = rule({
  code: "window-empty",
  severity: "error",
  title: "A window without days",
  why: "A price over no days, or the average of no prices, does not exist; nothing can be paid in shares at it.",
  repair: "Write how many days the window has, and how many of its prices count.",
  bad: average("VWAP over prior 0"),
  good: average("VWAP over prior 5"),
  find: (subject) =>
    pricesStated(subject).flatMap(({ phrase, tree }) =>
      emptyIn(phrase).map(({ span, what }) => ({
        span,
        tree,
        message: `${what}, so there is no such price. Write how many are meant.`,
      })),
    ),
});

function emptyIn(phrase: PricePhrase): { readonly span: Span; readonly what: string }[] {
  if (phrase.kind !== "average" && phrase.kind !== "extreme") return [];
  const { window } = phrase;
  const picks = phrase.kind === "average" ? phrase.picks : undefined;
  return [
    ...(Number(window.count.digits) === 0 ? [{ span: window.span, what: "The window has no days" }] : []),
    ...(picks && Number(picks.count.digits) === 0
      ? [{ span: picks.count.span, what: `None of the ${picks.side} prices count` }]
      : []),
  ];
}
