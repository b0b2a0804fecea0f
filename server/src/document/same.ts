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

/** Whether a cell holds the same in two versions of the clauses that it is found among. */
export function isSameAt({ steps, holds }: Cell, old: unknown, now: unknown, shift: Shift): boolean {
  const [was, is] = [entryAt(old, steps), entryAt(now, steps)];
  if (was === is) return true;
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

function entryAt(clauses: unknown, steps: readonly string[]): unknown {
  let entry: unknown = { inner: clauses };
  for (const id of steps)
    entry = (entry as { readonly inner?: Readonly<Record<string, unknown>> }).inner?.[id];
  return entry;
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
