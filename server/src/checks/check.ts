import { nearest } from "../base/nearest.ts";
import type { Problem } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import type { Surroundings } from "../market/case.ts";
import type { BoundText } from "../note/bind.ts";
import type { BoundMarket, BoundNote, BoundScenario } from "../note/bound.ts";
import type { Tree } from "../syntax/tree.ts";
import type { AllowedBy } from "./allowances.ts";
import { betweenNotes } from "./between-notes.ts";
import { type Judgements, judgementsOf } from "./judgement.ts";
import { asShipped, type Settings } from "./levels.ts";
import type { RelatedPlace, Rule, Subject } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { sameNames } from "./same-names.ts";
import { settled, type Unsettled } from "./settle.ts";
import { shapeProblem } from "./shape-problem.ts";

/** A problem and the text it is in. */
export interface PlacedProblem extends Problem {
  readonly tree: Tree;
  /** The name of the note that it is about; undefined for what stands beside the notes. */
  readonly note: string | undefined;
  readonly related?: readonly RelatedPlace[];
  /** Of what is found beside the notes: what the notes that it is about say to allow it, one for each of them. */
  readonly allowedBy?: readonly AllowedBy[];
}

/**
 * What is wrong with a note: with its shape, and what every rule finds, as settings and the note's own `allow` leave
 * it. A rule that fails is reported and stops no other.
 */
export function checkNote(
  subject: Subject,
  shapes: readonly Problem[] = [],
  settings: Settings = asShipped,
  all: readonly Rule[] = rules,
): PlacedProblem[] {
  return problemsOfNote(subject.note, shapes, judgementsOf(subject, undefined, all), settings);
}

/** What is wrong with a note by what its rules have found, as settings and the note's own `allow` leave it. */
export function problemsOfNote(
  note: BoundNote,
  shapes: readonly Problem[],
  judgements: Judgements,
  settings: Settings,
): PlacedProblem[] {
  const found: Unsettled[] = shapes.map((problem) => ({ ...problem, tree: note.tree, note: note.name }));
  for (const { findings } of judgements.values()) found.push(...findings);
  return settled(note, found, settings);
}

/** How the parts of a file belong together: one market a note, and no part for a note that is not there. */
export function checkFile(texts: readonly BoundText[], cases: readonly Surroundings[]): PlacedProblem[] {
  const parts = texts.flatMap(({ notes, markets, scenarios }) => [
    ...markets,
    ...scenarios,
    ...notes.flatMap((note) => [...note.markets, ...note.scenarios]),
  ]);
  const names = cases.map(({ note }) => note.name);
  return [
    ...duplicateMarkets(cases),
    ...foreignPrices(cases),
    ...parts.flatMap((part) => unknownNote(part, names)),
    ...sameNames(cases),
    ...betweenNotes(texts, cases),
  ];
}

function duplicateMarkets(cases: readonly Surroundings[]): PlacedProblem[] {
  const seen = new Set<BoundMarket>();
  return cases.flatMap(({ note, market, otherMarkets }) =>
    otherMarkets.flatMap((other) => {
      if (!market || seen.has(other)) return [];
      seen.add(other);
      const message = `“${note.name}” has a market already; this one is not used for it. Keep one, or say with for “…” which note each belongs to.`;
      const related = [{ message: "The market that is used.", span: market.clause.name, tree: market.tree }];
      return [
        { ...shapeProblem("market-duplicate", other.clause.name, message, other.tree, note.name), related },
      ];
    }),
  );
}

/** Prices beside the notes that are in another currency than a note that they are for: said at the first of them. */
function foreignPrices(cases: readonly Surroundings[]): PlacedProblem[] {
  return cases.flatMap(({ note, market }) => {
    const foreign = market && foreignPriceIn(market, note.currency);
    if (!market || !foreign) return [];
    const message = `There are prices in ${foreign.currency}, and “${note.name}” is in ${note.currency}. Amounts in two currencies can't be compared; give the prices in ${note.currency}.`;
    return [shapeProblem("currency-mixed", foreign.span, message, market.tree, note.name)];
  });
}

const foreignByMarket = new WeakMap<BoundMarket, Map<string, ReturnType<typeof foreignPrice>>>();

/** The same, of a market that was looked through before for that currency. */
function foreignPriceIn(market: BoundMarket, currency: string): ReturnType<typeof foreignPrice> {
  const byCurrency = foreignByMarket.get(market) ?? new Map<string, ReturnType<typeof foreignPrice>>();
  foreignByMarket.set(market, byCurrency);
  if (!byCurrency.has(currency)) byCurrency.set(currency, foreignPrice(market, currency));
  return byCurrency.get(currency);
}

/** The first price of a market in another currency, and where it stands; of a file, where that is named. */
function foreignPrice(
  { table: { rows, file: from }, pricesFrom }: BoundMarket,
  currency: string,
): { readonly currency: string; readonly span: Span } | undefined {
  if (from) {
    const other = from.currencies.find((code) => code !== currency);
    return other === undefined || !pricesFrom ? undefined : { currency: other, span: pricesFrom.span };
  }
  for (const { prices } of rows)
    for (const { price, span } of prices.values())
      if (price.currency !== undefined && price.currency !== currency)
        return { currency: price.currency, span };
  return undefined;
}

function unknownNote(
  { heading, tree }: BoundMarket | BoundScenario,
  names: readonly string[],
): PlacedProblem[] {
  const { forNote } = heading;
  if (!forNote || names.some((name) => name.toLowerCase() === forNote.name.toLowerCase())) return [];
  const near = nearest(forNote.name, names);
  const offer = near === undefined ? "Use the name of a note in this file." : `Did you mean “${near}”?`;
  const message = `This file has no note “${forNote.name}”, so what stands here is said for none. ${offer}`;
  const fixes =
    near === undefined
      ? []
      : [{ title: `Write “${near}”`, edits: [{ span: forNote.span, text: `"${near}"` }] }];
  return [{ ...shapeProblem("note-unknown", forNote.span, message, tree, undefined), fixes }];
}
