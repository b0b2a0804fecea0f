import type { SelectionRange } from "vscode-languageserver-types";
import type { Span } from "../base/span.ts";
import type { Analysis } from "../document/analysis.ts";
import { type Position, placeAt, rangeIn } from "../document/place.ts";
import { clausesAt } from "../syntax/locate.ts";
import { spanOf } from "../syntax/tokens.ts";
import type { Clause } from "../syntax/tree.ts";
import { spansIn } from "./hints/said.ts";

/** What a selection grows to from a position: the word, the alternative, the phrase, the clause, its block, the note. */
export function selectionAt(analysis: Analysis, position: Position): SelectionRange {
  const { piece, firstLine, offset } = placeAt(analysis, position);
  const around = clausesAt(piece.tree.clauses, offset);
  const holds = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  const spans = [
    { start: 0, end: piece.text.length },
    ...around.flatMap(spansOf),
    ...partsAt(analysis, around.at(-1)),
  ]
    .filter((span) => span.end > span.start && holds(span))
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  let found: SelectionRange | undefined;
  let last: Span | undefined;
  for (const span of spans) {
    const nests = !last || (last.start <= span.start && span.end <= last.end);
    if (!nests || (last && last.start === span.start && last.end === span.end)) continue;
    found = { range: rangeIn(piece, firstLine, span), ...(found ? { parent: found } : {}) };
    last = span;
  }
  return found ?? { range: { start: position, end: position } };
}

/** A clause, its name, its words, each of them, its block, and what is in that. */
function spansOf({ span, name, phrase, block }: Clause): Span[] {
  const words = phrase.map(spanOf);
  const [first, last] = [words[0], words.at(-1)];
  const inner = block?.clauses;
  const [begin, end] = [inner?.[0], inner?.at(-1)];
  return [
    span,
    name,
    ...(first && last ? [{ start: first.start, end: last.end }] : []),
    ...words,
    ...(block ? [block.span] : []),
    ...(begin && end ? [{ start: begin.span.start, end: end.span.end }] : []),
  ];
}

/** The parts of what a clause says: alternatives, and what is in them. */
function partsAt({ notes, homes }: Analysis, clause: Clause | undefined): readonly Span[] {
  if (!clause) return [];
  return notes.flatMap(({ note }) =>
    homes().borrowed.has(note.tree) ? [] : spansIn(note, clause.span.start),
  );
}
