import type { BlockSpec, ClauseSpec } from "../catalog/clause.ts";
import { unquoted } from "../syntax/phrase-grammar.ts";
import { Quoted, Word } from "../syntax/tokens.ts";
import type { Block, Clause } from "../syntax/tree.ts";
import { wordOf } from "../syntax/vocabulary.ts";

/**
 * The clauses of a note with those of its form: every clause of the form that the note does not restate, then the
 * note's own. Blocks of clauses merge clause by clause; everything else is replaced whole. A clause that may be said
 * more than once is restated under the same name, and `none` behind that name removes it. All offsets are in `text`.
 */
export function mergedClauses(
  spec: BlockSpec,
  own: readonly Clause[],
  form: readonly Clause[],
  text: string,
): readonly Clause[] {
  const [merged = []] = mergedParts(spec, [own], form, text);
  return merged;
}

/** The same for a block that was closed too early and begun anew: what is taken over stands in its first part. */
function mergedParts(
  spec: BlockSpec,
  parts: readonly (readonly Clause[])[],
  form: readonly Clause[],
  text: string,
): readonly (readonly Clause[])[] {
  const own = byKey(spec, parts.flat(), text);
  const formOwn = byKey(spec, form, text);
  const taken = [...formOwn].flatMap(([key, clauses]) => (own.has(key) ? [] : clauses));
  const changed = new Map<Clause, Clause | undefined>();
  for (const [key, clauses] of own) {
    const others = formOwn.get(key);
    const entry = others && entryOf(spec, clauses[0]);
    if (!entry) continue;
    if (entry.repeats) for (const clause of clauses) if (isRemoval(clause)) changed.set(clause, undefined);
    const single = !entry.repeats || (clauses.length === 1 && others.length === 1);
    if (entry.block?.content === "clauses" && single)
      mergeBlocks(entry.block, clauses, others, text, changed);
  }
  return parts.map((part, index) => [
    ...(index === 0 ? taken : []),
    ...part.flatMap((clause) => (changed.has(clause) ? (changed.get(clause) ?? []) : clause)),
  ]);
}

function mergeBlocks(
  spec: BlockSpec,
  own: readonly Clause[],
  form: readonly Clause[],
  text: string,
  changed: Map<Clause, Clause | undefined>,
): void {
  const opened = own.filter((clause): clause is Clause & { block: Block } => clause.block !== undefined);
  const inner = form.flatMap(({ block }) => block?.clauses ?? []);
  const parts = mergedParts(
    spec,
    opened.map(({ block }) => block.clauses),
    inner,
    text,
  );
  opened.forEach((clause, index) => {
    changed.set(clause, { ...clause, block: { ...clause.block, clauses: parts[index] ?? [] } });
  });
}

/** The clauses that the block knows, by what they state. */
function byKey(spec: BlockSpec, clauses: readonly Clause[], text: string): Map<string, Clause[]> {
  const found = new Map<string, Clause[]>();
  for (const clause of clauses) {
    const entry = entryOf(spec, clause);
    if (!entry) continue;
    const id = clause.match?.id ?? "";
    const key = entry.repeats ? `${id} ${nameIn(clause, entry, text)}` : id;
    const same = found.get(key);
    if (same) same.push(clause);
    else found.set(key, [clause]);
  }
  return found;
}

function entryOf(spec: BlockSpec, clause: Clause | undefined): ClauseSpec | undefined {
  const id = clause?.match?.id;
  return id === undefined ? undefined : spec.clauses[id];
}

/**
 * Under which name a clause is said that may be said more than once: a name in quotes, a rule's code, an expectation's
 * words. Without a name all of one kind are restated together.
 */
function nameIn(clause: Clause, { value }: ClauseSpec, text: string): string {
  const inName = /["“”„]([^"“”„]*)/.exec(text.slice(clause.name.start, clause.name.end))?.[1];
  if (inName !== undefined) return inName.toLowerCase();
  const words = isRemoval(clause) ? clause.phrase.slice(0, -1) : clause.phrase;
  const [first] = words;
  if (first?.tokenType === Quoted) return unquoted(first).toLowerCase();
  if (first && value.form === "allowance") return wordOf(first);
  return value.form === "expectation" ? words.map(({ image }) => image.toLowerCase()).join(" ") : "";
}

/** Whether a clause ends with `none`. */
function isRemoval({ phrase, block }: Clause): boolean {
  const last = phrase.at(-1);
  return !block && last?.tokenType === Word && wordOf(last) === "none";
}
