import { onceEach } from "../base/once.ts";
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

/** Every statement of a note that is made under a condition; whoever asks has looked at every clause. */
export function conditionsOfNote(note: BoundNote): readonly Conditioned[] {
  lookedAround();
  return allConditions(boundBehind(note));
}

const allConditions = onceEach(({ clauses }: BoundNote): readonly Conditioned[] => {
  const found: Conditioned[] = [];
  addConditionsIn(noteBlock, clauses, "note", found);
  return found;
});

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

/** Adds every statement that is made under a condition, with its clause in the catalog. */
function addConditionsIn(block: BlockSpec, entries: unknown, path: string, found: Conditioned[]): void {
  const said = entries as Readonly<Record<string, Entry | readonly Entry[]>>;
  for (const id in block.clauses) {
    const entry = said[id];
    const spec = block.clauses[id];
    if (!entry || !spec) continue;
    if (!("length" in entry)) {
      if (entry.clause) addConditionsOf(spec, entry, `${path}/${id}`, true, found);
      continue;
    }
    for (const one of entry)
      if (one.clause) addConditionsOf(spec, one, `${path}/${id}`, entry.length === 1, found);
  }
}

function addConditionsOf(
  spec: ClauseSpec,
  entry: Entry,
  path: string,
  only: boolean,
  found: Conditioned[],
): void {
  const { cases = [], gaps = [], head, inner } = entry;
  const statements = [entry, ...cases, ...gaps, ...(head ? [head] : [])];
  if (statements.some(({ condition }) => condition)) {
    const besides = statements.some(({ clause, condition }) => clause && !condition);
    const alone = only && statements.filter(({ clause }) => clause).length === 1;
    for (const { clause, condition, meaning } of statements)
      if (clause && condition) found.push({ path, spec, clause, condition, meaning, besides, alone });
  }
  if (spec.block && inner) addConditionsIn(spec.block, inner, path, found);
}
