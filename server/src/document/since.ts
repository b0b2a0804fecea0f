import { addCell, type Cells, meets } from "../base/reads.ts";
import type { Span } from "../base/span.ts";
import {
  aroundCell,
  cellsOf,
  contentCellAt,
  notePart,
  partOfScenario,
  type Root,
} from "../finance/engine/cells.ts";
import type { Unchanged } from "../finance/engine/memo.ts";
import type { Surroundings } from "../market/case.ts";
import type { Tree } from "../syntax/tree.ts";
import { changedAmong, isSameBound, type Shift, shiftOf } from "./same.ts";

// What of a note and of what stands around it is the same as in the version before. A clause is the same where its words
// are untouched, however many lines have come in before it; so is every place within them.

/** What is the same since the version before, and where the places of that version are now. */
export interface Since extends Unchanged {
  /** Where a place of the version before is now; undefined where its words were touched, or the text is not known. */
  readonly placeNow: (tree: Tree, span: Span) => { readonly tree: Tree; readonly span: Span } | undefined;
}

/**
 * Compares a note with what it was in the version before. Undefined where they are not one note with the same parts:
 * then nothing of the version before can be of use.
 */
export function since(before: Surroundings, now: Surroundings): Since | undefined {
  if (!sameParts(before, now)) return undefined;
  const shifts = shiftsBetween(before, now);
  let changed: Cells | undefined;
  return {
    holds: (reads) => {
      if (reads.all) return false;
      changed ??= changedCells(before, now, shifts);
      return !meets(reads, changed);
    },
    placeNow: (tree, span) => {
      const shift = shifts.get(tree);
      const here = shift?.placeNow(span);
      return shift && here && { tree: shift.tree, span: here };
    },
  };
}

/** Names and currency are no clauses, and a part more or less is another situation. */
function sameParts(before: Surroundings, now: Surroundings): boolean {
  return (
    before.note.name === now.note.name &&
    before.note.currency === now.note.currency &&
    !before.note.basedOn &&
    !now.note.basedOn &&
    (before.market === undefined) === (now.market === undefined) &&
    before.otherMarkets.length === 0 &&
    now.otherMarkets.length === 0 &&
    before.scenarios.length === now.scenarios.length &&
    before.scenarios.every(({ name }, index) => name === now.scenarios[index]?.name)
  );
}

type Shifts = ReadonlyMap<Tree, Shift>;

function shiftsBetween(before: Surroundings, now: Surroundings): Shifts {
  const shifts = new Map<Tree, Shift>();
  const add = (old: Tree | undefined, tree: Tree | undefined): void => {
    if (old && tree && !shifts.has(old)) shifts.set(old, shiftOf(old, tree));
  };
  add(before.note.tree, now.note.tree);
  add(before.market?.tree, now.market?.tree);
  for (const [index, { tree }] of before.scenarios.entries()) add(tree, now.scenarios[index]?.tree);
  for (const [name, { tree }] of before.terms) add(tree, now.terms.get(name)?.tree);
  return shifts;
}

/** Every cell that is not what it was, by part. */
function changedCells(before: Surroundings, now: Surroundings, shifts: Shifts): Cells {
  const changed: number[][] = [];
  const compare = (root: Root, part: number, old: unknown, other: unknown, tree: Tree | undefined): void => {
    const shift = tree && shifts.get(tree);
    if (old !== other)
      for (const cell of changedAmong(cellsOf(root), old, other, shift)) addCell(changed, part, cell.number);
  };
  compare("note", notePart, before.note.clauses, now.note.clauses, before.note.tree);
  compare("market", notePart, before.market?.clauses, now.market?.clauses, before.market?.tree);
  before.scenarios.forEach(({ clauses, tree }, index) => {
    compare("scenario", partOfScenario(index), clauses, now.scenarios[index]?.clauses, tree);
  });
  if (!sameTerms(before.terms, now.terms, shifts)) addCell(changed, notePart, aroundCell("terms"));
  const noneBeside = before.together.length === 0 && now.together.length === 0;
  if (before.together !== now.together && !noneBeside) addCell(changed, notePart, aroundCell("together"));
  if (before.market?.table.file !== now.market?.table.file)
    addCell(changed, notePart, contentCellAt("market/prices"));
  return changed;
}

function sameTerms(before: Surroundings["terms"], now: Surroundings["terms"], shifts: Shifts): boolean {
  if (before === now) return true;
  if (before.size !== now.size) return false;
  return [...before].every(([name, { tree, definition }]) => {
    const term = now.get(name);
    const shift = shifts.get(tree);
    return term !== undefined && shift !== undefined && isSameBound(definition, term.definition, shift);
  });
}
