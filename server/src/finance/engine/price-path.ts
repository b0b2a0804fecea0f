import type { PricePathMeaning } from "../../catalog/value.ts";
import type { Case } from "../../market/case.ts";
import { flatQuotes, noQuotes, playedQuotes, type Quotes, quotesOf } from "../../market/quotes.ts";
import type { BoundScenario } from "../../note/bound.ts";

/** The prices that a scenario is played with; the market's where it names none. */
export function pathOf(scenario: BoundScenario | undefined): PricePathMeaning {
  const said = scenario?.clauses.price;
  return said?.state === "said" ? said.meaning : { kind: "of market" };
}

/** What the share costs: in the market, or as the scenario plays it. */
export function quotesIn({ market, note }: Case, scenario: BoundScenario | undefined): Quotes {
  const path = pathOf(scenario);
  switch (path.kind) {
    case "every":
      return flatQuotes(path.price.amount, note.currency, "as the scenario says");
    case "range":
      return playedQuotes;
    case "of market":
      return market ? quotesOf(market, note.currency) : noQuotes;
  }
}
