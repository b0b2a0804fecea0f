import type { BoundText } from "../note/bind.ts";
import type { BoundMarket, BoundNote, BoundScenario, BoundTerm } from "../note/bound.ts";

/** A note with what stands around it: the market it is valued in, the scenarios that apply to it, the terms it may use. */
export interface Case {
  readonly note: BoundNote;
  readonly market: BoundMarket | undefined;
  /** Markets beyond the first: one too many each. */
  readonly otherMarkets: readonly BoundMarket[];
  readonly scenarios: readonly BoundScenario[];
  /** By name in lower case; the note's own come before the file's. */
  readonly terms: ReadonlyMap<string, BoundTerm>;
}

/** A note's own case, and those of the notes that may convert together with it. */
export interface Surroundings extends Case {
  /**
   * The notes of the same issuer, this one among them, in the order of the file, that may become shares in a scenario
   * which stands beside the notes; empty where there is none.
   */
  readonly together: readonly Case[];
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

export function caseOf(note: BoundNote, top: Top): Case {
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

/** The notes of one issuer that may become shares together, by issuer. */
export type Together = ReadonlyMap<string, readonly Case[]>;

/**
 * Which notes may convert together. A list in which nothing has changed is taken from `earlier`, so that two versions
 * of a file compare by identity, whatever the number of notes.
 */
export function togetherIn(cases: readonly Case[], { scenarios }: Top, earlier?: Together): Together {
  const lists = new Map<string, Case[]>();
  const shared = scenarios.filter(({ heading }) => heading.forNote === undefined);
  const inRound = shared.some(bringsRound);
  const onMarket = shared.some((scenario) => !bringsRound(scenario));
  for (const one of shared.length > 0 ? cases : []) {
    const { qualifiedFinancing, otherFinancing, changeOfControl, conversion } = one.note.clauses;
    const said = (...clauses: readonly { readonly state: string }[]): boolean =>
      clauses.some(({ state }) => state === "said");
    const converts =
      (inRound && said(qualifiedFinancing, otherFinancing)) ||
      (onMarket && said(conversion, changeOfControl.inner.convertsAt));
    const issuer = issuerOf(one);
    if (issuer === undefined || !converts) continue;
    const list = lists.get(issuer);
    if (list) list.push(one);
    else lists.set(issuer, [one]);
  }
  return new Map(
    [...lists].map(([issuer, list]) => {
      const before = earlier?.get(issuer);
      return [issuer, before && sameList(before, list, sameCase) ? before : list];
    }),
  );
}

export function surroundingsOf(own: Case, together: Together): Surroundings {
  const list = together.get(issuerOf(own) ?? "") ?? [];
  return { ...own, together: list.some(({ note }) => note === own.note) ? list : [] };
}

export function sameSurroundings(a: Surroundings, b: Surroundings): boolean {
  const alike = a.together === b.together || (a.together.length === 0 && b.together.length === 0);
  return alike && sameCase(a, b);
}

/** Whether everything around a note is the same, but for the notes that may convert with it. */
export function sameCase(a: Case, b: Case): boolean {
  return (
    a.note === b.note &&
    a.market === b.market &&
    sameList(a.otherMarkets, b.otherMarkets) &&
    sameList(a.scenarios, b.scenarios) &&
    sameList([...a.terms.values()], [...b.terms.values()])
  );
}

function sameList<T>(
  a: readonly T[],
  b: readonly T[],
  same: (a: T, b: T) => boolean = (one, other) => one === other,
): boolean {
  return a.length === b.length && a.every((item, index) => same(item, b[index] as T));
}

function issuerOf({ note }: Case): string | undefined {
  const { issuer } = note.clauses;
  return issuer.state === "said" ? issuer.meaning.toLowerCase() : undefined;
}

/** Whether the scenario plays a round of financing; in any other, notes convert at their own prices. */
export function bringsRound({ clauses }: BoundScenario): boolean {
  return clauses.round.state === "said";
}
