import { once } from "../base/once.ts";
import type { BlockWords, ClauseName } from "../syntax/vocabulary.ts";
import type { BlockSpec, ClauseSpec } from "./clause.ts";
import { file } from "./note.ts";
import type { Value } from "./value.ts";

const words = new Map<BlockSpec, BlockWords>();

/** A block's clause names as the structure needs them; one object a block, so that blocks compare by identity. */
function wordsOf(block: BlockSpec): BlockWords {
  const known = words.get(block);
  if (known) return known;
  const names = new Map<string, ClauseName>();
  const joined = new Map<string, ClauseName>();
  for (const [id, spec] of Object.entries(block.clauses)) {
    const entry = {
      id,
      block: spec.block && wordsOf(spec.block),
      begins: spec.begins,
      isText: spec.value.form === "text" && !spec.block,
    };
    for (const name of spec.names) {
      names.set(name.toLowerCase(), entry);
      for (const lead of spec.leads ?? []) names.set(`${name} ${lead}`.toLowerCase(), entry);
    }
    for (const tag of tagsOf(spec.value))
      for (const name of spec.names)
        names.set(`${tag} ${name}`.toLowerCase(), { ...entry, tagWords: tag.split(" ").length });
    for (const name of spec.joins?.names ?? []) joined.set(name, { ...entry, behind: spec.joins?.behind });
  }
  for (const [name, entry] of joined) names.set(name, entry);
  const longest = Math.max(0, ...[...names.keys()].map((name) => name.split(" ").length));
  const made: BlockWords = { id: block.title, content: block.content, names, joined, longest };
  words.set(block, made);
  return made;
}

/** What may stand before a clause's name, as it may behind its value. */
function tagsOf(value: Value): readonly string[] {
  return value.form === "tagged" ? value.tags.map(({ word }) => word) : [];
}

/** What the structure reads a file with. */
export const topWords = once(() => wordsOf(file));

export interface PlacedClause {
  /** The clause's place, from the file down: `note/interest/rate`. */
  readonly path: string;
  readonly id: string;
  readonly spec: ClauseSpec;
  readonly block: BlockSpec;
}

/** Every clause of the language with the block it stands in, outer blocks first. */
export const allClauses = once((): readonly PlacedClause[] => {
  const found: PlacedClause[] = [];
  const visited = new Set<BlockSpec>();
  const visit = (block: BlockSpec, path: string): void => {
    if (visited.has(block)) return;
    visited.add(block);
    for (const [id, spec] of Object.entries(block.clauses))
      found.push({ path: `${path}${id}`, id, spec, block });
    for (const [id, spec] of Object.entries(block.clauses))
      if (spec.block) visit(spec.block, `${path}${id}/`);
  };
  visit(file, "");
  return found;
});
