import type { Case } from "../../market/case.ts";
import type { BoundScenario } from "../../note/bound.ts";
import { partOfScenario } from "./cells.ts";
import { quotesIn } from "./price-path.ts";
import { plainNote, viewOfMarket, viewOfNote, viewOfQuotes, viewOfScenario, viewOfTerms } from "./view.ts";

/** The same where nobody asks which clauses are looked at: what is bound, and of the prices that they are looked at. */
export function plainViewsOf(own: Case, scenario: BoundScenario | undefined) {
  const quotes = viewOfQuotes(quotesIn(own, scenario), undefined);
  return { ...own, note: plainNote(own.note), scenario, quotes };
}

/** A note's case as its formulas see it, by itself or in one of its scenarios: of the same case the same objects. */
export function viewsOf(own: Case, scenario: BoundScenario | undefined) {
  const part = scenario && partOfScenario(Math.max(0, own.scenarios.indexOf(scenario)));
  return {
    ...own,
    note: viewOfNote(own.note),
    market: own.market && viewOfMarket(own.market),
    scenario: scenario && part !== undefined ? viewOfScenario(scenario, part) : undefined,
    terms: viewOfTerms(own.terms),
    quotes: viewOfQuotes(quotesIn(own, scenario), part),
  };
}
