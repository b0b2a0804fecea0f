import { nearest } from "../base/nearest.ts";
import type { Surroundings } from "../market/case.ts";
import type { BoundText } from "../note/bind.ts";
import type { BoundNote, BoundScenario, BoundTerm, Said } from "../note/bound.ts";
import { quotedIn } from "../note/quoted.ts";
import { allowanceOf, allowedByAll, foundBetweenParts, staleBeside } from "./allowances.ts";
import { betterTerms } from "./better-terms.ts";
import type { PlacedProblem } from "./check.ts";
import { happeningsIn, isSlip, quotedByNote } from "./event-names.ts";
import { quotedNames } from "./own-words.ts";
import { shapeProblem } from "./shape-problem.ts";

/** What the notes of a file and its top say differently of one thing. */
export function betweenNotes(texts: readonly BoundText[], cases: readonly Surroundings[]): PlacedProblem[] {
  const notes = cases.map(({ note }) => note);
  const found = [
    ...differentDayCounts(notes),
    ...redefinedTerms(texts, notes),
    ...unknownEvents(cases),
    ...passedOver(notes),
  ];
  return [...found, ...nothingToAllow(notes, found)];
}

/** What a note allows of these, and that is not found in it. */
function nothingToAllow(notes: readonly BoundNote[], found: readonly PlacedProblem[]): PlacedProblem[] {
  return notes
    .filter(({ allowances }) => allowances.length > 0)
    .flatMap((note) =>
      foundBetweenParts
        .filter((code) => !found.some((one) => one.code === code && one.note === note.name))
        .flatMap((code) => staleBeside(note, code))
        .map((problem) => ({ ...problem, tree: note.tree, note: note.name })),
    );
}

/** A finding that stands in a note, with what the note says to allow it. */
function inNote(problem: PlacedProblem, note: BoundNote): PlacedProblem {
  const allowedBy = allowedByAll([note], problem.code);
  return allowedBy ? { ...problem, allowedBy } : problem;
}

/** What happens in a scenario and is named in no clause of any note that the scenario applies to. */
function unknownEvents(cases: readonly Surroundings[]): PlacedProblem[] {
  const notesOf = new Map<BoundScenario, Surroundings[]>();
  for (const one of cases)
    for (const scenario of one.scenarios) {
      if (!bringsEvents(scenario)) continue;
      const notes = notesOf.get(scenario);
      if (notes) notes.push(one);
      else notesOf.set(scenario, [one]);
    }
  return [...notesOf].flatMap(([scenario, notes]) => unknownIn(scenario, notes));
}

function bringsEvents({ clauses }: BoundScenario): boolean {
  return clauses.closing.length > 0 || clauses.event.length > 0;
}

const unknownByScenario = new WeakMap<
  BoundScenario,
  { readonly notes: readonly Surroundings[]; readonly found: readonly PlacedProblem[] }
>();

/** The same of one scenario; as it was found before where its notes, and the terms that they may use, are the same. */
function unknownIn(scenario: BoundScenario, notes: readonly Surroundings[]): readonly PlacedProblem[] {
  const known = unknownByScenario.get(scenario);
  const isSame =
    known?.notes.length === notes.length &&
    known.notes.every((one, index) => one.note === notes[index]?.note && one.terms === notes[index]?.terms);
  if (known && isSame) return known.found;
  const found = unknownAmong(scenario, notes);
  unknownByScenario.set(scenario, { notes, found });
  return found;
}

function unknownAmong(scenario: BoundScenario, notes: readonly Surroundings[]): PlacedProblem[] {
  const names = notes.flatMap(({ note, terms }) => [
    ...quotedByNote(note).map(({ name }) => name),
    ...quotedNames(note).map(({ name }) => name),
    ...[...terms.values()].flatMap((term) => [term.name, ...quotedIn(term.clause)]),
  ]);
  const known = new Set(names.map((name) => name.toLowerCase()));
  return happeningsIn(scenario).flatMap(({ name, span }) => {
    if (known.has(name.toLowerCase())) return [];
    const near = names.find((other) => isSlip(name, other)) ?? nearest(name, names);
    const offer =
      near === undefined ? "Name it in the note, or take the line out." : `Did you mean “${near}”?`;
    const message = `“${name}” happens in this scenario, and no clause names it, so nothing follows from it. ${offer}`;
    const fixes =
      near === undefined ? [] : [{ title: `Write “${near}”`, edits: [{ span, text: `"${near}"` }] }];
    const [only, other] = notes;
    const note = other ? undefined : only?.note.name;
    return [{ ...shapeProblem("event-unknown", span, message, scenario.tree, note), fixes }];
  });
}

/** Better terms for a later holder than one has that may ask for them; said at the term, and allowed in its note. */
function passedOver(notes: readonly BoundNote[]): PlacedProblem[] {
  return betterTerms(notes).map(({ note, later, term, own, words }) => {
    const message = `“${later.name}” has ${words}. The holder of “${note.name}” has most favoured terms and may ask for the same. Give both the same terms, or correct the number that is wrong.`;
    const right = note.clauses.mostFavoured.clause;
    const related = [
      ...(own ? [{ message: `The terms of “${note.name}”.`, span: own.span, tree: note.tree }] : []),
      ...(right ? [{ message: "The right to better terms.", span: right.name, tree: note.tree }] : []),
    ];
    const found = shapeProblem("better-terms-later", term.span, message, later.tree, later.name);
    return inNote({ ...found, related }, later);
  });
}

interface Counted {
  readonly note: BoundNote;
  readonly dayCount: Said<string>;
}

/** Said at the first note of an issuer whose day count is another than that of the first one, and that does not allow it. */
function differentDayCounts(notes: readonly BoundNote[]): PlacedProblem[] {
  const first = new Map<string, Counted>();
  const reported = new Set<string>();
  return notes.flatMap((note) => {
    const { issuer, interest } = note.clauses;
    const { dayCount } = interest.inner;
    if (issuer.state !== "said" || dayCount.state !== "said") return [];
    const name = issuer.meaning.toLowerCase();
    const other = first.get(name);
    if (!other) first.set(name, { note, dayCount });
    if (!other || other.dayCount.meaning === dayCount.meaning || reported.has(name)) return [];
    if (!allowanceOf(note, "day-counts-differ")) reported.add(name);
    const message = `“${note.name}” counts days by ${dayCount.meaning}, “${other.note.name}” of the same issuer by ${other.dayCount.meaning}. If nothing else was agreed, let both say the same.`;
    const related = [
      { message: `By ${other.dayCount.meaning}.`, span: other.dayCount.span, tree: other.note.tree },
    ];
    const found = shapeProblem("day-counts-differ", dayCount.span, message, note.tree, note.name);
    return [inNote({ ...found, related }, note)];
  });
}

function redefinedTerms(texts: readonly BoundText[], notes: readonly BoundNote[]): PlacedProblem[] {
  const atTop = new Map<string, BoundTerm>(texts.flatMap(({ terms }) => [...terms]));
  if (atTop.size === 0) return [];
  return notes.flatMap((note) =>
    [...note.terms].flatMap(([name, term]) => {
      const other = atTop.get(name);
      if (!other) return [];
      const message = `“${term.name}” is defined for the whole file already; in “${note.name}” this definition is used instead. One name then stands for two things: keep the one that is meant, or give one another name.`;
      const related = [
        { message: "The definition for the whole file.", span: other.clause.name, tree: other.tree },
      ];
      const found = shapeProblem("term-redefined", term.clause.name, message, term.tree, note.name);
      return [inNote({ ...found, related }, note)];
    }),
  );
}
