import type { Span } from "../base/span.ts";
import type { Cell } from "../finance/engine/cells.ts";
import type { Bound, BoundInner } from "../note/bound.ts";
import type { Clause, Tree } from "../syntax/tree.ts";

/** How a text became another: what it begins and ends with is the same. */
export interface Shift {
  readonly tree: Tree;
  /** Where a stretch of the old text is now that is in what is the same; undefined for one that touches what is not. */
  readonly placeNow: (span: Span) => Span | undefined;
  /** The same, where a stretch may end at the edge of what has changed. */
  readonly wordsNow: (span: Span) => Span | undefined;
}

/** How one text became the other. */
export function shiftOf(old: Tree, tree: Tree): Shift {
  const same = (span: Span): Span => span;
  if (old === tree) return { tree, placeNow: same, wordsNow: same };
  const prefix = samePrefix(old.text, tree.text);
  const suffix = sameSuffix(old.text, tree.text, prefix);
  const [from, by] = [old.text.length - suffix, tree.text.length - old.text.length];
  const moved = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  return {
    tree,
    placeNow: (span) => (span.end < prefix ? span : span.start > from ? moved(span) : undefined),
    wordsNow: (span) => (span.end <= prefix ? span : span.start >= from ? moved(span) : undefined),
  };
}

function samePrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function sameSuffix(a: string, b: string, prefix: number): number {
  const most = Math.min(a.length, b.length) - prefix;
  let count = 0;
  while (count < most && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count)) count++;
  return count;
}

type Inner = BoundInner<Readonly<Record<string, never>>>;
type One = Bound<unknown> | Inner;

/** The cells that do not hold the same in two versions of the clauses that they are found among; without a shift all of them. */
export function changedAmong(
  cells: readonly Cell[],
  old: unknown,
  now: unknown,
  shift: Shift | undefined,
): readonly Cell[] {
  if (!shift) return cells;
  const changed: Cell[] = [];
  // The clauses of the blocks on the way to a cell, in both versions, by how deep they are.
  const [before, after] = [[old], [now]];
  for (let at = 0; at < cells.length; at++) {
    const { steps, holds, inside } = cells[at] as Cell;
    const depth = steps.length;
    const was = entryIn(before[depth - 1], steps[depth - 1]);
    const is = entryIn(after[depth - 1], steps[depth - 1]);
    if (was === is) {
      at += inside;
      continue;
    }
    if (holds !== "clause") {
      before[depth] = (was as Partial<Inner> | undefined)?.inner;
      after[depth] = (is as Partial<Inner> | undefined)?.inner;
    }
    if (!isSameAt(holds, was, is, shift)) changed.push(cells[at] as Cell);
  }
  return changed;
}

function entryIn(clauses: unknown, id: string | undefined): unknown {
  return id === undefined ? clauses : (clauses as Readonly<Record<string, unknown>> | undefined)?.[id];
}

function isSameAt(holds: Cell["holds"], was: unknown, is: unknown, shift: Shift): boolean {
  if (Array.isArray(was) && Array.isArray(is))
    return (
      was.length === is.length && was.every((one, index) => isSameEntry(one as One, is[index] as One, shift))
    );
  const [one, other] = [was as One, is as One];
  if (holds === "clause") return isSameEntry(one, other, shift);
  if (!("inner" in one) || !("inner" in other)) return false;
  if (holds === "block") return one.state === other.state && isSameBound(one.head, other.head, shift);
  return isSameContent(one, other, shift);
}

/** A clause, or a block with all that is in it. */
function isSameEntry(old: One, now: One, shift: Shift): boolean {
  if ("inner" in old && "inner" in now) return old.state === now.state && isSameContent(old, now, shift);
  return !("inner" in old) && !("inner" in now) && isSameBound(old, now, shift);
}

function isSameContent(old: Inner, now: Inner, shift: Shift): boolean {
  return (
    isSameClause(old.clause, now.clause, shift) &&
    old.rows.length === now.rows.length &&
    old.rows.every(({ span }, index) => isSameSpan(span, now.rows[index]?.span, shift)) &&
    old.lines.length === now.lines.length &&
    old.lines.every((line, index) => line === now.lines[index])
  );
}

/** Whether a clause says the same, in all that is said under its name. */
export function isSameBound(old: Bound<unknown>, now: Bound<unknown>, shift: Shift): boolean {
  if (old === now) return true;
  if (old.state !== now.state || !isSameClause(old.clause, now.clause, shift)) return false;
  if (old.state !== "said" || now.state !== "said")
    return (
      ("condition" in old && old.condition !== undefined) ===
      ("condition" in now && now.condition !== undefined)
    );
  return areSame(old.cases, now.cases, shift) && areSame(old.gaps, now.gaps, shift);
}

function areSame(old: readonly Bound<unknown>[], now: readonly Bound<unknown>[], shift: Shift): boolean {
  return (
    old.length === now.length &&
    old.every((one, index) => isSameBound(one, now[index] as Bound<unknown>, shift))
  );
}

/** Whether the words of a clause are untouched and stand where they were, but for what came in before them. */
function isSameClause(old: Clause | undefined, now: Clause | undefined, shift: Shift): boolean {
  return old === now || (old !== undefined && now !== undefined && isSameSpan(old.span, now.span, shift));
}

function isSameSpan(old: Span, now: Span | undefined, { wordsNow }: Shift): boolean {
  const here = wordsNow(old);
  return here !== undefined && here.start === now?.start && here.end === now.end;
}
