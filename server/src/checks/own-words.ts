import { onceEach } from "../base/once.ts";
import type { Span } from "../base/span.ts";
import type { BlockSpec } from "../catalog/clause.ts";
import { note as noteBlock } from "../catalog/note.ts";
import type { ClausePath } from "../catalog/paths.ts";
import type { BoundNote } from "../note/bound.ts";
import type { Clause } from "../syntax/tree.ts";

/** A statement that the note makes in its own words, from which nothing is worked out. */
export interface OwnWords {
  /** Its clause, or the list that it is a line of. */
  readonly path: ClausePath;
  readonly text: string;
  readonly span: Span;
}

/** Every clause that is text and every line of a list in words, in the order of the note. */
export const ownWords = onceEach(({ clause, tree }: BoundNote): readonly OwnWords[] => {
  const found: OwnWords[] = [];
  const add = ({ span }: Clause, path: string): void => {
    found.push({ path: path as ClausePath, text: tree.text.slice(span.start, span.end), span });
  };
  const look = ({ block }: Clause, spec: BlockSpec, path: string): void => {
    for (const child of block?.clauses ?? []) {
      const id = child.match?.id;
      const inner = id === undefined ? undefined : spec.clauses[id];
      const here = `${path}/${id}`;
      if (spec.content === "text") add(child, path);
      else if (inner?.block) look(child, inner.block, here);
      else if (inner?.value.form === "text") add(child, here);
    }
  };
  look(clause, noteBlock, "note");
  return found;
});

export interface QuotedName {
  readonly name: string;
  readonly span: Span;
}

/** The names that stand in quotes in a note's own words, with their places. */
export const quotedNames = onceEach((note: BoundNote): readonly QuotedName[] =>
  ownWords(note).flatMap(({ text, span }) =>
    [...text.matchAll(/["“”„]([^"“”„]+)["“”]/g)].map(({ index, 0: quoted, 1: name = "" }) => ({
      name,
      span: { start: span.start + index, end: span.start + index + quoted.length },
    })),
  ),
);
