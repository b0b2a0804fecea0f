import type { Fix } from "../../base/problem.ts";
import { counted } from "../../base/words.ts";
import type { AveragePrice } from "../../catalog/value.ts";
import type { Tree } from "../../syntax/tree.ts";
import { rewritten } from "../edits.ts";
import { ofKind, pricesStated } from "../prices.ts";
import { exampleConversion, exampleNote, type Finding, rule } from "../rule.ts";

const average = (words: string): string =>
  exampleNote(exampleConversion({ price: `65% of average of ${words} trading days` }));

export const lowestExceedsWindow = rule({
  code: "lowest-exceeds-window",
  severity: "error",
  title: "More prices are picked than the window has days",
  why: "The lowest ten of five prices do not exist. Most often the two numbers are exchanged. Where both are the same, every day is averaged and “lowest” does nothing.",
  repair: "Correct the number that is wrong; to average every day, leave the number and “lowest” out.",
  bad: average("10 lowest closing bids over prior 3"),
  good: average("3 lowest closing bids over prior 10"),
  find: (subject) =>
    ofKind(pricesStated(subject), "average").flatMap((part) => {
      const { tree } = part;
      const { picks, window } = part;
      const pickCount = picks?.count.count ?? 0;
      const days = window.count.count;
      if (!picks || days === 0 || pickCount <= 0) return [];
      if (pickCount < days) return inCalendarDays(part, tree);
      const related = [{ message: `The window has ${counted(days, window.unit)}.`, span: window.span, tree }];
      if (pickCount > days) {
        const message = `The ${pickCount} ${picks.side} prices can't be taken of a window of ${counted(days, window.unit)}. If the numbers are exchanged, it is the ${days} ${picks.side} over ${pickCount}; else correct the one that is wrong.`;
        return [{ span: picks.count.span, tree, message, related, fixes: exchanged(part, tree.text) }];
      }
      const message = `All ${days} days of the window are averaged, so “${picks.side}” does nothing. If every day is meant, leave “${pickCount} ${picks.side}” out; else make the window longer.`;
      return [
        {
          span: picks.count.span,
          tree,
          severity: "warning" as const,
          message,
          related,
          fixes: everyDay(part, tree.text),
        },
      ];
    }),
});

/** Of calendar days five in seven have prices at most. */
function inCalendarDays({ picks, window }: AveragePrice, tree: Tree): Finding[] {
  const [pickCount, days] = [picks?.count.count ?? 0, window.count.count];
  const most = 5 * Math.floor(days / 7) + Math.min(days % 7, 5);
  if (!picks || window.unit !== "day" || !window.unitSaid || pickCount <= most) return [];
  return [
    {
      span: picks.count.span,
      tree,
      message: `In ${days} calendar days there are at most ${counted(most, "trading day")}, so that the ${pickCount} ${picks.side} prices can't be taken of them. If trading days are meant, write “trading days”; else correct the number.`,
      related: [{ message: `The window has ${counted(days, "calendar day")}.`, span: window.span, tree }],
    },
  ];
}

function exchanged({ picks, window }: AveragePrice, text: string): Fix[] {
  if (!picks) return [];
  const title = "Exchange the two numbers";
  const [first] = rewritten(picks.count.span, String(window.count.count), text, title);
  const [second] = rewritten(window.count.span, String(picks.count.count), text, title);
  return first && second ? [{ title, edits: [...first.edits, ...second.edits] }] : [];
}

function everyDay({ picks, measure, span }: AveragePrice, text: string): Fix[] {
  const title = "Average every day";
  if (!picks || rewritten(picks.count.span, "", text, title).length === 0) return [];
  return [{ title, edits: [{ span: { start: span.start, end: measure.span.start }, text: "average of " }] }];
}
