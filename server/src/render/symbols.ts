import type { AnchorMeaning, PriceMeaning, WindowMeaning } from "../catalog/value.ts";

/** A price clause as a formula in words and signs, for readers who have no market prices yet. */
export function priceInSymbols(price: PriceMeaning): string {
  switch (price.kind) {
    case "money":
    case "term":
    case "conversion price":
    case "cap price":
      return price.words;
    case "best":
      return `${price.pick} of ( ${price.alternatives.map(priceInSymbols).join(" ; ")} )`;
    case "percent of":
      return `${price.percent.words} × ${priceInSymbols(price.of)}`;
    case "average": {
      const some = price.picks ? `the ${price.picks.count.count} ${price.picks.side} ` : "";
      return `average of ${some}${price.measure.id}${price.picks ? "s" : ""} ${windowInSymbols(price.window)}`;
    }
    case "extreme":
      return `${price.side} ${price.measure.id} ${windowInSymbols(price.window)}`;
    case "rolling":
      return `${price.side} ${price.days.count}-day average of ${price.measure.id} ${windowInSymbols(price.window)}`;
    case "quote":
      return `${price.measure.id} ${price.day.at === "day itself" ? "on" : "of the trading day before"} ${anchorInWords(price.day.anchor)}`;
    case "adjusted":
      return `( ${priceInSymbols(price.base)} ) ${price.sign === "less" ? "−" : "+"} ${price.by.words}`;
    case "rounded": {
      const way = price.way === "nearest" ? "rounded" : `rounded ${price.way}`;
      return `( ${priceInSymbols(price.base)} ) ${way} to ${price.cents ? "cents" : `${price.places} places`}`;
    }
  }
}

function windowInSymbols({ count: { count }, unit, ends, anchor }: WindowMeaning): string {
  const side = ends === "before" ? "before" : "to and including";
  return `over the ${count} ${unit}s ${side} ${anchorInWords(anchor)}`;
}

function anchorInWords(anchor: AnchorMeaning): string {
  if (!anchor) return "the conversion date";
  return anchor.kind === "day" ? anchor.text : `the ${anchor.event} date`;
}
