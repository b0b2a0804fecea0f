import { onceEach } from "../base/once.ts";
import type { Span } from "../base/span.ts";
import type { BoundNote } from "../note/bound.ts";
import type { Clause } from "../syntax/tree.ts";

/** A statement that the note makes in its own words, from which nothing is worked out. */
export interface OwnWords {
  /** Where it stands: the id of its clause in the catalog, or of the list that it is a line of. */
  readonly id: string;
  readonly text: string;
  readonly span: Span;
}

const lists: ReadonlySet<string> = new Set(["eventsOfDefault", "covenants"]);
const texts: ReadonlySet<string> = new Set(["security", "registrationRights", "governingLaw", "other"]);

/** Events of default, covenants and the clauses that are text, in the order of the note. */
export const ownWords = onceEach(({ clause, tree }: BoundNote): readonly OwnWords[] => {
  const said = ({ span }: Clause, id: string): OwnWords => ({
    id,
    text: tree.text.slice(span.start, span.end),
    span,
  });
  return (clause.block?.clauses ?? []).flatMap((child) => {
    const id = child.match?.id ?? "";
    if (lists.has(id)) return (child.block?.clauses ?? []).map((line) => said(line, id));
    return texts.has(id) ? [said(child, id)] : [];
  });
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
