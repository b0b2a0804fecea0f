import { lookedAround } from "../base/reads.ts";
import type { BlockSpec, ClauseSpec } from "../catalog/clause.ts";
import { note as noteBlock } from "../catalog/note.ts";
import type { ConditionMeaning } from "../catalog/value.ts";
import { boundBehind } from "../finance/engine/view.ts";
import type { BoundNote } from "../note/bound.ts";
import type { Clause } from "../syntax/tree.ts";

/** A statement that is made under a condition. */
export interface Conditioned {
  readonly path: string;
  readonly spec: ClauseSpec;
  readonly clause: Clause;
  readonly condition: ConditionMeaning;
  /** What it says; undefined where it says that there is none. */
  readonly meaning: unknown;
  /** Whether the clause is said without a condition too. */
  readonly besides: boolean;
  /** Whether it is all that is said of the clause. */
  readonly alone: boolean;
}

/** Every statement of a note that is made under a condition; the caller looks at every clause. */
export function conditionsOfNote(note: BoundNote): readonly Conditioned[] {
  return conditionsIn(noteBlock, allClausesOf(note), "note");
}

/** The clauses as they are said, every one of which is looked at. */
function allClausesOf(note: BoundNote): BoundNote["clauses"] {
  lookedAround();
  return boundBehind(note).clauses;
}

/** Every statement that is made under a condition, with its clause in the catalog. */
function conditionsIn(block: BlockSpec, entries: unknown, path: string): Conditioned[] {
  return Object.entries(block.clauses).flatMap(([id, spec]) => {
    const entry = (entries as Readonly<Record<string, unknown>>)[id];
    const all = Array.isArray(entry) ? (entry as readonly unknown[]) : [entry];
    const found = all.flatMap((one) => conditionsOf(spec, one as Entry | undefined, `${path}/${id}`));
    return all.length > 1 ? found.map((one) => ({ ...one, alone: false })) : found;
  });
}

/** What an entry may be: a statement with its cases and gaps, or a block with its head. */
interface Entry {
  readonly clause?: Clause | undefined;
  readonly condition?: ConditionMeaning | undefined;
  readonly meaning?: unknown;
  readonly cases?: readonly Entry[];
  readonly gaps?: readonly Entry[];
  readonly inner?: unknown;
  readonly head?: Entry;
}

function conditionsOf(spec: ClauseSpec, entry: Entry | undefined, path: string): Conditioned[] {
  if (!entry?.clause) return [];
  const inner = spec.block && entry.inner ? conditionsIn(spec.block, entry.inner, path) : [];
  const { cases = [], gaps = [], head } = entry;
  const statements = [entry, ...cases, ...gaps, ...(head ? [head] : [])];
  const besides = statements.some(({ clause, condition }) => clause && !condition);
  const alone = statements.filter(({ clause }) => clause).length === 1;
  const own = statements.flatMap(({ clause, condition, meaning }) =>
    clause && condition ? [{ path, spec, clause, condition, meaning, besides, alone }] : [],
  );
  return [...own, ...inner];
}
