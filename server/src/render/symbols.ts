import type { PricePhrase, WindowPhrase } from "../syntax/phrase-tree.ts";

/** A price clause as a formula in words and signs, for readers who have no market prices yet. */
export function priceInSymbols(phrase: PricePhrase, words: (span: PricePhrase["span"]) => string): string {
  const inner = (part: PricePhrase): string => priceInSymbols(part, words);
  switch (phrase.kind) {
    case "money":
    case "term":
    case "conversion price":
      return words(phrase.span);
    case "best":
      return `${phrase.pick} of ( ${phrase.alternatives.map(inner).join(" ; ")} )`;
    case "percent of":
      return `${words(phrase.percent.span)} × ${inner(phrase.of)}`;
    case "average": {
      const some = phrase.picks ? `the ${phrase.picks.count.digits} ${phrase.picks.side} ` : "";
      return `average of ${some}${phrase.measure.id}${phrase.picks ? "s" : ""} ${windowInSymbols(phrase.window, words)}`;
    }
    case "extreme":
      return `${phrase.side} ${phrase.measure.id} ${windowInSymbols(phrase.window, words)}`;
    case "rolling":
      return `${phrase.side} ${phrase.days.digits}-day average of ${phrase.measure.id} ${windowInSymbols(phrase.window, words)}`;
    case "quote":
      return `${phrase.measure.id} ${phrase.day.at === "day itself" ? "on" : "of the trading day before"} ${anchorInWords(phrase.day.anchor, words)}`;
    case "adjusted":
      return `( ${inner(phrase.base)} ) ${phrase.sign === "less" ? "−" : "+"} ${words(phrase.by.span)}`;
    case "rounded": {
      const way = phrase.way === "nearest" ? "rounded" : `rounded ${phrase.way}`;
      return `( ${inner(phrase.base)} ) ${way} to ${phrase.places ? `${phrase.places.digits} places` : "cents"}`;
    }
  }
}

function windowInSymbols(
  { count, unit, ends, anchor }: WindowPhrase,
  words: (span: PricePhrase["span"]) => string,
): string {
  const side = ends === "before" ? "before" : "to and including";
  return `over the ${count.digits} ${unit}s ${side} ${anchorInWords(anchor, words)}`;
}

function anchorInWords(anchor: WindowPhrase["anchor"], words: (span: PricePhrase["span"]) => string): string {
  if (!anchor) return "the conversion date";
  return anchor.kind === "date" ? words(anchor.span) : `the ${anchor.event} date`;
}
