import { listing } from "../base/words.ts";
import type { Figure } from "../quantity/figure.ts";
import type { Clause, Tree } from "../syntax/tree.ts";

/** A clause of a form that a number was made of. */
export interface TakenOver {
  readonly from: string;
  readonly name: string;
}

/**
 * The clauses of forms that figures were made of, nearest first, each once; a part that `known` says has an entry of its
 * own is not looked into. `tree` is the text that the figures' note was read from.
 */
export function takenOverIn(
  results: readonly Figure[],
  tree: Tree,
  known: (name: string) => boolean,
): readonly TakenOver[] {
  const clauses = takenClauses(tree);
  if (clauses.length === 0) return [];
  const found = new Map<string, TakenOver>();
  const seen = new Set<Figure>();
  const visit = (part: Figure): void => {
    if (seen.has(part)) return;
    seen.add(part);
    const taken = clauseOf(part, clauses, tree);
    if (taken) found.set(`${taken.from} ${taken.name}`, taken);
    if (part.origin.kind !== "computed") return;
    for (const input of part.origin.inputs) if (input.name === undefined || !known(input.name)) visit(input);
  };
  results.forEach(visit);
  return [...found.values()];
}

/** A line a form: `from “Form A” (forms/a.note): rate and price`. */
export function takenOverLines(taken: readonly TakenOver[]): string[] {
  const forms = new Map<string, string[]>();
  for (const { from, name } of taken) forms.set(from, [...(forms.get(from) ?? []), name]);
  return [...forms].map(([from, names]) => `from ${from}: ${listing(names)}`);
}

type Taken = Clause & { readonly from: string };

const takenByTree = new WeakMap<Tree, readonly Taken[]>();

/** Every clause that is taken over; those inside a block behind it. */
function takenClauses(tree: Tree): readonly Taken[] {
  const known = takenByTree.get(tree);
  if (known) return known;
  const all = (clauses: readonly Clause[]): readonly Clause[] =>
    clauses.flatMap((clause) => [clause, ...all(clause.block?.clauses ?? [])]);
  const taken = all(tree.clauses).filter((clause): clause is Taken => clause.from !== undefined);
  takenByTree.set(tree, taken);
  return taken;
}

/** The innermost named clause of a form that states the figure, or the day that it is counted to. */
function clauseOf(
  { kind, name, origin }: Figure,
  clauses: readonly Taken[],
  { text }: Tree,
): TakenOver | undefined {
  const states = ({ named, span, match }: Taken): boolean => {
    if (origin.kind !== "stated") return kind === "date" && name !== undefined && match?.id === name;
    return named && span.start <= origin.span.start && origin.span.end <= span.end;
  };
  if (origin.kind === "stated" && text.slice(origin.span.start, origin.span.end) !== origin.text)
    return undefined;
  const clause = clauses.findLast(states);
  return clause && { from: clause.from, name: text.slice(clause.name.start, clause.name.end) };
}
