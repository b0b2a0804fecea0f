import type { PricePathMeaning } from "../../catalog/value.ts";
import type { Case } from "../../market/case.ts";
import { flatQuotes, noQuotes, playedQuotes, type Quotes, quotesOf } from "../../market/quotes.ts";
import type { BoundScenario } from "../../note/bound.ts";
import type { Figure } from "../../quantity/figure.ts";

/** The prices that a scenario is played with; the market's where it names none. */
export function pathOf(scenario: BoundScenario | undefined): PricePathMeaning {
  const said = scenario?.clauses.price;
  return said?.state === "said" ? said.meaning : { kind: "of market" };
}

/** What the share costs: in the market, or as the scenario plays it. Of the same market and scenario the same object. */
export function quotesIn({ market, note }: Case, scenario: BoundScenario | undefined): Quotes {
  const path = pathOf(scenario);
  switch (path.kind) {
    case "every":
      return playedAt(path.price, note.currency);
    case "range":
      return playedQuotes;
    case "of market":
      return market ? quotesOf(market, note.currency) : noQuotes;
  }
}

const played = new WeakMap<Figure, Map<string, Quotes>>();

/** The one price of a scenario, the same object every time. */
function playedAt(price: Figure<"price">, currency: string): Quotes {
  const byCurrency = played.get(price) ?? new Map<string, Quotes>();
  played.set(price, byCurrency);
  const quotes = byCurrency.get(currency) ?? flatQuotes(price.amount, currency, "as the scenario says");
  byCurrency.set(currency, quotes);
  return quotes;
}
