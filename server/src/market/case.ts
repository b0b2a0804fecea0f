import type { BoundText } from "../note/bind.ts";
import type { BoundMarket, BoundNote, BoundScenario, BoundTerm } from "../note/bound.ts";

/** A note with what surrounds it: the market it is valued in, the scenarios that apply to it, the terms it may use. */
export interface Surroundings {
  readonly note: BoundNote;
  readonly market: BoundMarket | undefined;
  /** Markets beyond the first: one too many each. */
  readonly otherMarkets: readonly BoundMarket[];
  readonly scenarios: readonly BoundScenario[];
  /** By name in lower case; the note's own come before the file's. */
  readonly terms: ReadonlyMap<string, BoundTerm>;
}

/** What stands at the top of the file applies to every note there, or to the one that it names with `for`. */
export interface Top {
  readonly markets: readonly BoundMarket[];
  readonly scenarios: readonly BoundScenario[];
  readonly terms: ReadonlyMap<string, BoundTerm>;
}

export function topOf(texts: readonly BoundText[]): Top {
  return {
    markets: texts.flatMap(({ markets }) => markets),
    scenarios: texts.flatMap(({ scenarios }) => scenarios),
    terms: new Map(texts.flatMap(({ terms }) => [...terms])),
  };
}

export function surroundingsOf(note: BoundNote, top: Top): Surroundings {
  const applies = ({ heading }: BoundMarket | BoundScenario): boolean =>
    heading.forNote === undefined || heading.forNote.name.toLowerCase() === note.name.toLowerCase();
  const [market, ...otherMarkets] = [...note.markets, ...top.markets.filter(applies)];
  return {
    note,
    market,
    otherMarkets,
    scenarios: [...note.scenarios, ...top.scenarios.filter(applies)],
    terms: top.terms.size === 0 ? note.terms : new Map([...top.terms, ...note.terms]),
  };
}
