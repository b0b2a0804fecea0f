import { tradingDayBefore } from "../../market/windows.ts";
import { longDate } from "../../quantity/date.ts";
import { placeOfDay } from "../place.ts";
import { exampleMarket, type Finding, rule } from "../rule.ts";
import { type DatedSituation, datedSituations, liesBeyondPrices } from "../windows.ts";

const rows = ["2024-07-01  $0.0021", "2024-07-02  $0.0020", "2024-07-03  $0.0019"];

export const scenarioBeyondPrices = rule({
  code: "scenario-beyond-prices",
  severity: "warning",
  title: "The price table ends before the day of conversion",
  why: "What a conversion costs and brings is worked out from the prices right before it. A table that ends earlier gives no conversion price, or values the shares at an old price.",
  repair: "Add rows up to the trading day before the conversion, or choose a day that the table reaches.",
  bad: exampleMarket(rows, "December 2, 2024"),
  good: exampleMarket(rows, "July 5, 2024"),
  find: (subject) => datedSituations(subject).filter(liesBeyondPrices).map(finding),
});

function finding({ situation, day, lastPrice, needed }: DatedSituation): Finding {
  const before = tradingDayBefore(day) ?? day;
  const effect =
    needed.length > 0
      ? "there is no conversion price"
      : `the shares are valued at the price of ${longDate(lastPrice)}`;
  return {
    ...placeOfDay(situation),
    message: `The price table ends on ${longDate(lastPrice)}, and the trading day before this one is ${longDate(before)}: ${effect}. Add the prices in between, or choose a day that the table reaches.`,
  };
}
