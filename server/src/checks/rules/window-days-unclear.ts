import type { Fix } from "../../base/problem.ts";
import type { PriceMeaning, WindowMeaning } from "../../catalog/value.ts";
import { pricedBothWays } from "../priced-both-ways.ts";
import { pricesStated } from "../prices.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";

const price = (words: string): string =>
  exampleNote(exampleConversion({ price: `65% of average of 3 lowest closing bids over prior ${words}` }));

export const windowDaysUnclear = rule({
  code: "window-days-unclear",
  severity: "warning",
  title: "A window whose days are trading days to some and calendar days to others",
  why: "“Ten day trading period”, and “ten days” before a conversion, are ten trading days, two weeks, or ten calendar days with six to eight prices in them. The lowest prices of the two are often not the same.",
  repair: "Write `trading days` or `calendar days`.",
  bad: price("10 day trading period"),
  good: price("10 trading days"),
  find: (subject) =>
    pricesStated(subject).flatMap((part) => {
      const { tree } = part;
      if (!("window" in part) || isClear(part)) return [];
      const { window } = part;
      const words = tree.text.slice(window.span.start, window.span.end).replace(/\s+/g, " ");
      const read = window.unit === "trading day" ? "trading days" : "calendar days";
      const other = window.unit === "trading day" ? "day" : "trading day";
      const otherWords = other === "day" ? "calendar days" : "trading days";
      const compared = pricedBothWays(subject, part, counting(part, other));
      return [
        {
          span: window.span,
          tree,
          message: `“${words}” can be read as ${read}, as it is here, or as ${otherWords}.${compared} Write which is meant.`,
          fixes: fixes(window, tree.text),
        },
      ];
    }),
});

/** Whether the words say which days are meant: “10 days” alone do not, whatever a window of days is usually counted in. */
function isClear({ window, tree }: WindowedPrice): boolean {
  if (!window.unitSaid || window.unit !== "day") return window.unitSaid;
  return /calendar/i.test(tree.text.slice(window.span.start, window.span.end));
}

type WindowedPrice = Extract<PriceMeaning, { window: WindowMeaning }>;

function counting(part: WindowedPrice, unit: WindowMeaning["unit"]): PriceMeaning {
  return { ...part, window: { ...part.window, unit, unitSaid: true } };
}

/** The words behind the number that leave it open: `day trading period`, `day period`. */
function fixes({ span, count }: WindowMeaning, text: string): Fix[] {
  const behind = text.slice(count.span.end, span.end);
  const found = /^(\s*(?:\)\s*)?-?)(trading\s+)?days?(\s+trading)?(\s+period)?/i.exec(behind);
  if (!found) return [];
  const start = count.span.end + (found[1]?.length ?? 0);
  const place = { start, end: count.span.end + found[0].length };
  return ["trading days", "calendar days"].map((words) => ({
    title: `Write “${words}”`,
    edits: [{ span: place, text: words }],
  }));
}
