import type { Fix } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import { withoutEnd } from "../base/words.ts";
import type { PlacedProblem } from "../checks/check.ts";
import { type Analysis, analyse, problemsOf } from "../document/analysis.ts";
import type { Piece } from "../document/pieces.ts";
import { specsAt } from "../document/place.ts";

/** More than these nobody chooses from. */
const mostOffered = 3;

/**
 * What an author may have meant by words that can't be read, in their own words: with the sign that a number lacks, or
 * without the words that do not fit. Only what then reads is offered.
 */
export function nearestReadings(problem: PlacedProblem, piece: Piece, analysis: Analysis): readonly Fix[] {
  if ((problem.fixes ?? []).length > 0) return [];
  const placed = specsAt(piece.tree.clauses, problem.span.start).at(-1);
  if (!placed?.spec || placed.clause.block) return [];
  const { clause } = placed;
  const span = { start: clause.name.end, end: clause.span.end };
  const words = piece.text.slice(span.start, span.end);
  const lead = /^\s*/.exec(words)?.[0] ?? "";
  const said = words.trim();
  const at = problem.span.start - span.start - lead.length;
  return candidates(said, at, problem.span.end - problem.span.start)
    .filter((candidate) => candidate !== said && candidate !== "")
    .filter((candidate, index, all) => all.indexOf(candidate) === index)
    .filter((candidate) => reads(`${lead}${candidate}`, span, piece, problem, analysis))
    .slice(0, mostOffered)
    .map((candidate) => ({
      title: `Write “${candidate}”`,
      unsure: true,
      edits: [{ span: { start: span.start + lead.length, end: span.end }, text: candidate }],
    }));
}

/** Ways to say the same: signs of units put in, and what does not fit left out, with all behind it or alone. */
function candidates(said: string, at: number, length: number): readonly string[] {
  const before = withoutEnd(said.slice(0, Math.max(0, at)), " \t,;");
  const without = `${before} ${said.slice(Math.max(0, at) + length).trim()}`.trim();
  const number = /\d[\d,]*(\.\d+)?/.exec(said)?.[0];
  const signed = (sign: (digits: string) => string): readonly string[] =>
    number === undefined ? [] : [said.replace(number, sign(number)), sign(number)];
  return [
    ...signed((digits) => `${digits}%`),
    ...signed((digits) => `$${digits}`),
    ...signed((digits) => `${digits} days`),
    ...signed((digits) => `${digits} months`),
    ...signed((digits) => `${digits} shares`),
    without,
    before,
    said.replace(/^(of|the|an?|is|shall be|equals?|at|on)\s+/i, ""),
    said
      .replace(/\([^()]*\)/g, "")
      .replace(/\s+/g, " ")
      .trim(),
  ];
}

/** Whether the sheet reads there with other words: the problem goes, and no other of its kind comes. */
function reads(
  words: string,
  span: Span,
  piece: Piece,
  { code }: PlacedProblem,
  { valuedOn, settings }: Analysis,
): boolean {
  const text = piece.text.slice(0, span.start) + words + piece.text.slice(span.end);
  const count = (whole: string): number =>
    problemsOf(analyse(whole, valuedOn, undefined, settings)).filter(
      ({ problem }) => problem.severity === "error" || problem.code === code,
    ).length;
  return count(text) < count(piece.text);
}
