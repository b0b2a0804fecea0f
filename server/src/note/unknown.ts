import { nearest } from "../base/nearest.ts";
import { once, onceEach } from "../base/once.ts";
import type { Span } from "../base/span.ts";
import { listing } from "../base/words.ts";
import type { BlockSpec, ClauseSpec } from "../catalog/clause.ts";
import { file } from "../catalog/note.ts";
import { chosen } from "../catalog/value.ts";
import { allClauses } from "../catalog/vocabulary.ts";
import type { Clause } from "../syntax/tree.ts";
import type { Judging } from "./numbers.ts";

/** A clause that its block does not know: offers the nearest name, or says where the clause belongs. */
export function reportUnknown(clause: Clause, block: BlockSpec, context: Judging): void {
  const written = wordsIn(clause.name, context);
  const found = misspelt(clause.name, block, context);
  if (found) {
    const { span, near } = found;
    context.report(
      "clause-unknown",
      span,
      `“${wordsIn(span, context)}” is no clause of the ${block.title}. Did you mean “${near}”?`,
      {
        fixes: [
          {
            title: `Write “${near}”`,
            ...sureness(wordsIn(span, context), near),
            edits: [{ span, text: near }],
          },
        ],
      },
    );
    return;
  }
  context.report("clause-unknown", clause.name, `“${shortened(written)}” ${elsewhere(written, block)}`);
}

/** A word that begins otherwise may be another word, and no slip: `post-money` is not `pre-money`. */
function sureness(written: string, near: string): { readonly unsure?: true } {
  const beginnings = (text: string): string[] =>
    text
      .toLowerCase()
      .split(/[ -]/)
      .map((word) => word.slice(0, 2));
  const [one, other] = [beginnings(written), beginnings(near)];
  const same = one.length !== other.length || one.filter((start, at) => start !== other[at]).length === 0;
  return same ? {} : { unsure: true };
}

/** The names of a block's clauses that are words. */
const namesOf = onceEach((block: BlockSpec): readonly string[] =>
  Object.values(block.clauses)
    .flatMap((spec) => spec.names)
    .filter((name) => !name.startsWith('"')),
);

/** The names of all clauses that are words. */
const allNames = once((): readonly string[] =>
  allClauses()
    .flatMap(({ spec }) => spec.names)
    .filter((name) => !name.startsWith('"')),
);

/** The words that look like a name of the block: all of them, else the first few, where a value is words too. */
function misspelt(
  name: Span,
  block: BlockSpec,
  context: Judging,
): { readonly span: Span; readonly near: string } | undefined {
  const names = namesOf(block);
  const all = nearest(wordsIn(name, context), names);
  if (all !== undefined) return { span: name, near: all };
  if (ownersOf(wordsIn(name, context)).length > 0) return undefined;
  const ends = [...context.text.slice(name.start, name.end).matchAll(/\S+/g)].map(
    ({ index, 0: word }) => name.start + index + word.length,
  );
  for (const end of ends.slice(0, mostNameWords).reverse()) {
    const span = { start: name.start, end };
    const near = nearest(wordsIn(span, context), names);
    if (near !== undefined) return { span, near };
  }
  return undefined;
}

/** As many words as a clause's name may have. */
const mostNameWords = 4;

function wordsIn({ start, end }: Span, { text }: Judging): string {
  return text.slice(start, end).replace(/\s+/g, " ");
}

/** Where a clause that its block does not know may belong. */
function elsewhere(written: string, block: BlockSpec): string {
  const owners = ownersOf(written);
  if (owners.length > 0)
    return `does not belong here: it is a clause of ${listing(owners, "or")}. Move it there.`;
  const near = nearest(written, allNames());
  if (near === undefined) {
    return `is no clause of the ${block.title}. Use one that it knows, or keep the term on record: other "…".`;
  }
  return `is no clause of the ${block.title}. Did you mean “${near}”, a clause of ${listing(ownersOf(near), "or")}?`;
}

function ownersOf(written: string): string[] {
  const typed = written.toLowerCase();
  return allClauses()
    .filter(({ spec }) => spec.names.some((name) => name === typed || saysValueOf(spec, name, typed)))
    .map(({ block }) => (block === file ? "the file itself" : `“${block.title}”`));
}

/** Whether words begin with a clause's name and go on with what it may say: `option holder`, and not `amount of note`. */
function saysValueOf({ value }: ClauseSpec, name: string, typed: string): boolean {
  if (!typed.startsWith(`${name} `)) return false;
  const rest = typed.slice(name.length + 1);
  if (value.form === "choice") return chosen(value.choices, rest) !== undefined;
  return value.form === "text" || value.form === "flag" || /^(at|from|until|none|lesser|lowest)\b/.test(rest);
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
