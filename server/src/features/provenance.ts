import { lastOf } from "../base/once.ts";
import type { ClausePath } from "../catalog/paths.ts";
import type { Analysis } from "../document/analysis.ts";
import { type Position, placeAt } from "../document/place.ts";
import type { BoundNote } from "../note/bound.ts";
import { type PaperReading, readPaper } from "../reading/reading.ts";
import { clausesOfNote, type SheetClause } from "../reading/sheet.ts";

/** A longer paper is read on demand alone, not for a hover. */
const mostCharacters = 400_000;

/** A clause of a sheet that names the paper it was read from. */
export interface Sourced {
  /** The paper, by its path from the folder of the sheet. */
  readonly paper: string;
  readonly note: BoundNote;
  readonly clause: SheetClause;
}

/** The clause at a position, where its note names a paper. */
export function sourcedAt(analysis: Analysis, position: Position): Sourced | undefined {
  const { piece, index, offset } = placeAt(analysis, position);
  const note = analysis.bounds[index]?.notes.find(({ span }) => span.start <= offset && offset <= span.end);
  const paper = note && paperOf(note);
  if (!note || paper === undefined || note.tree.text !== piece.text) return undefined;
  const clause = clausesOfNote(note.clause, note.tree.text).find(
    ({ span }) => span.start <= offset && offset <= span.end,
  );
  return clause && { paper, note, clause };
}

/** The paper that a note names. */
export function paperOf({ clauses: { source } }: BoundNote): string | undefined {
  return source.state === "said" ? source.meaning : undefined;
}

const reading = lastOf((text: string): PaperReading => readPaper(text));

/** The sentence of the paper that a clause comes from; undefined where the paper does not state the clause. */
export function sentenceFor(text: string, note: BoundNote, clause: SheetClause): string | undefined {
  return text.length > mostCharacters ? undefined : sentenceIn(reading(text), note.name, clause);
}

/** The sentences that state each clause of a note, in the order of the sheet. */
export function sentencesOf(
  paper: PaperReading,
  note: BoundNote,
): { readonly clause: SheetClause; readonly sentence: string }[] {
  return clausesOfNote(note.clause, note.tree.text).flatMap((clause) => {
    const sentence = sentenceIn(paper, note.name, clause);
    return sentence === undefined ? [] : [{ clause, sentence }];
  });
}

function sentenceIn(
  paper: PaperReading,
  name: string,
  { path, text, isLine }: SheetClause,
): string | undefined {
  const note = paper.notes.find((one) => one.name === name) ?? paper.notes[0];
  const stated = note?.statements.filter((one) => one.path === (path satisfies ClausePath)) ?? [];
  const said =
    stated.find((one) => numbersIn(text) !== "" && numbersIn(one.text) === numbersIn(text)) ??
    (isLine ? stated.find((one) => one.text === text) : undefined) ??
    stated[0];
  if (!said) return undefined;
  const places = paper.passages[said.sentence]?.said.places ?? [];
  const [start = 0] = places;
  const end = places.at(-1) ?? start;
  return paper.text
    .slice(start, end + 1)
    .replace(/\s+/g, " ")
    .trim();
}

function numbersIn(text: string): string {
  return (text.match(/\d[\d,.]*/g) ?? []).join(" ");
}
