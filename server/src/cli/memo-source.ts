import type { NoteAnalysis } from "../document/analysis.ts";
import { paperOf, sentencesOf } from "../features/provenance.ts";
import type { PaperReading } from "../reading/reading.ts";
import { headed, wrapped } from "../render/lines.ts";

/** The papers that a sheet was read from, by their paths from its folder; undefined for one that can't be read. */
export type Papers = ReadonlyMap<string, PaperReading | undefined>;

/** Which clauses of a note each sentence of its paper states; nothing for a note that names no paper. */
export function sourceLines({ note }: NoteAnalysis, papers: Papers): string[] {
  const path = paperOf(note);
  if (path === undefined) return [];
  const paper = papers.get(path);
  const title = headed(`Where it comes from: ${path}`, "-");
  if (!paper) return [...title, "The paper can't be read here."];
  const bySentence = new Map<string, string[]>();
  for (const { clause, sentence } of sentencesOf(paper, note)) {
    const clauses = bySentence.get(sentence) ?? [];
    if (!clauses.includes(clause.place)) clauses.push(clause.place);
    bySentence.set(sentence, clauses);
  }
  const lines = [...bySentence].flatMap(([sentence, clauses]) =>
    wrapped(`- ${clauses.map((place) => place.replace(".", " ")).join(", ")}: “${sentence}”`, 0, 2),
  );
  return [...title, ...lines];
}
