import type { Span } from "../../base/span.ts";
import type { PriceMeaning } from "../../catalog/value.ts";
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
    pricesStated(subject).flatMap((price) =>
      emptyIn(price).map(({ span, what }) => ({
        span,
        tree: price.tree,
        message: `${what}, so there is no such price. Write how many are meant.`,
      })),
    ),
});

function emptyIn(part: PriceMeaning): { readonly span: Span; readonly what: string }[] {
  if (!("window" in part)) return [];
  const { window } = part;
  const picks = part.kind === "average" ? part.picks : undefined;
  const days = part.kind === "rolling" ? part.days : undefined;
  return [
    ...(window.count.count === 0 ? [{ span: window.span, what: "The window has no days" }] : []),
    ...(picks?.count.count === 0
      ? [{ span: picks.count.span, what: `None of the ${picks.side} prices count` }]
      : []),
    ...(days?.count === 0 ? [{ span: days.span, what: "The averages are of no days" }] : []),
  ];
}
