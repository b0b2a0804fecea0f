import type { Span } from "../../base/span.ts";
import type { ClauseSpec, Clauses } from "../../catalog/clause.ts";
import { note as noteSpec } from "../../catalog/note.ts";
import type { Bound, BoundNote, Said } from "../../note/bound.ts";

/** A statement of a note's clause, with its entry in the catalog and its path. */
export interface Statement {
  readonly path: string;
  readonly spec: ClauseSpec;
  readonly said: Said<unknown>;
}

type Entry = Bound<unknown> & {
  readonly inner?: Readonly<Record<string, unknown>>;
  readonly head?: Bound<unknown>;
};

/** Every statement of a note's clauses, those of its blocks and those under conditions included. */
export function statementsIn({ clauses }: BoundNote): Statement[] {
  return inBlock(clauses, noteSpec.clauses, "note");
}

function inBlock(entries: Readonly<Record<string, unknown>>, specs: Clauses, path: string): Statement[] {
  return Object.entries(specs).flatMap(([id, spec]) => {
    const entry = entries[id];
    const all = (Array.isArray(entry) ? entry : entry ? [entry] : []) as readonly Entry[];
    return all.flatMap((one) => inEntry(one, spec, `${path}/${id}`));
  });
}

function inEntry(entry: Entry, spec: ClauseSpec, path: string): Statement[] {
  const own = entry.head ?? entry;
  const stated = own.state === "said" && "meaning" in own ? [own, ...own.cases] : [];
  const inner = entry.inner && spec.block ? inBlock(entry.inner, spec.block.clauses, path) : [];
  return [...stated.map((said) => ({ path, spec, said })), ...inner];
}

/** The rule by which the words of a clause are read, of one that says a phrase. */
export function ruleOf({ value }: ClauseSpec): string | undefined {
  return value.form === "phrase" ? value.rule : undefined;
}

/** The spans of all parts of what the clause at an offset of the note's text says. */
export function spansIn(note: BoundNote, offset: number): readonly Span[] {
  return statementsIn(note)
    .filter(({ said }) => said.clause.span.start === offset)
    .flatMap(({ said }) => partsIn(said.meaning, 0));
}

const mostDepth = 8;

function partsIn(meaning: unknown, depth: number): Span[] {
  if (typeof meaning !== "object" || meaning === null || depth > mostDepth) return [];
  const own = "words" in meaning && "span" in meaning ? [meaning.span as Span] : [];
  const inner = Object.entries(meaning).flatMap(([name, part]) =>
    name === "tree" ? [] : partsIn(part, depth + 1),
  );
  return [...own, ...inner];
}
