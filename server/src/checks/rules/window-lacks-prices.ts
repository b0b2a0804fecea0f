import { listing } from "../../base/words.ts";
import type { MeasureId } from "../../catalog/value.ts";
import type { Situation } from "../../finance/engine/formula.ts";
import type { Day } from "../../quantity/date.ts";
import { placeOfDay } from "../place.ts";
import { exampleMarket, type Finding, rule } from "../rule.ts";
import {
  datedSituations,
  dayList,
  hasColumn,
  liesBeyondPrices,
  missingDays,
  type NeededPrices,
} from "../windows.ts";

export const windowLacksPrices = rule({
  code: "window-lacks-prices",
  severity: "warning",
  title: "Prices are missing in the window",
  why: "A price over a window is worked out from the prices of all its trading days. Where one is missing no number is given: an average of the others would be a number that nobody agreed on.",
  repair:
    "Add the rows to the price table. A trading day without a trade has no price of its own; what then counts is for the note to say.",
  bad: exampleMarket(["2024-07-01  $0.0021", "2024-07-03  $0.0019"], "July 5, 2024"),
  good: exampleMarket(["2024-07-01  $0.0021", "2024-07-02  $0.0020", "2024-07-03  $0.0019"], "July 5, 2024"),
  find: (subject) =>
    datedSituations(subject)
      .filter((dated) => !liesBeyondPrices(dated))
      .flatMap(({ situation, needed }) => {
        const lacks = lacking(needed, situation);
        return lacks.length === 0 ? [] : [finding(lacks, situation)];
      }),
});

function finding(lacks: readonly string[], situation: Situation): Finding {
  return {
    ...placeOfDay(situation),
    message: `The price table lacks ${listing(lacks)}. Without ${lacks.length > 1 ? "them" : "it"} there is no conversion price on this day. Add what is missing.`,
  };
}

/** What the table lacks, each measure once: the days, or the whole column. */
function lacking(needed: readonly NeededPrices[], situation: Situation): string[] {
  const days = new Map<MeasureId, Set<Day>>();
  const columns = new Set<MeasureId>();
  for (const one of needed) {
    const missing = missingDays(one, situation);
    if (missing.length === 0) continue;
    if (!hasColumn(one, situation)) columns.add(one.measure);
    else days.set(one.measure, new Set([...(days.get(one.measure) ?? []), ...missing]));
  }
  return [
    ...[...columns].map((measure) => `a column for the ${measure}`),
    ...[...days].map(
      ([measure, missing]) => `the ${measure} of ${dayList([...missing].sort((a, b) => a - b))}`,
    ),
  ];
}
