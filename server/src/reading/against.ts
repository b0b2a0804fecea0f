import { fileClauses } from "../catalog/names.ts";
import type { ClausePath } from "../catalog/paths.ts";
import type { PlacedProblem } from "../checks/check.ts";
import { type PaperCode, paperCodes } from "../checks/paper-codes.ts";
import { leveled } from "../checks/settle.ts";
import type { Analysis, DocumentProblem } from "../document/analysis.ts";
import { shownHere } from "../document/whereabouts.ts";
import type { BoundNote } from "../note/bound.ts";
import { asSaid, type Chosen, choose } from "./choose.ts";
import { type Beside, sameMeaning } from "./compare.ts";
import { dayIn } from "./days.ts";
import type { NoteReading, PaperReading } from "./reading.ts";
import { clausesOfNote, type SheetClause } from "./sheet.ts";

/** Clauses that are the sheet's own and no paper states. */
const ownOfSheet = /^note\/(?:source|allow|other|market|scenario|term|currency)/;
/** What a paper mentions beside the terms; a sheet may leave it out. */
const aside =
  /^note\/(?:exemptions|signed|statedTerm|usurySaving|conversion\/parValue|conversion\/discount)$/;

/** What a sheet and a paper do not say alike, each finding at its clause with the paper's words. */
export function againstPaper(analysis: Analysis, paper: PaperReading, name: string): DocumentProblem[] {
  const notes = analysis.notes.map(({ note }) => note);
  return notes.flatMap((note) => {
    const reading = readingOf(note, notes, paper);
    const found = reading ? betweenThem(note, reading, paper, name) : [];
    return found
      .flatMap((problem) => leveled(problem, analysis.settings))
      .flatMap(
        (problem) =>
          shownHere(problem, analysis, note.basedOn && { tree: note.tree, span: note.basedOn.span }) ?? [],
      );
  });
}

/** The note of the paper that a note of the sheet is: the one of its name, the only one, or the one that shares its numbers. */
function readingOf(
  note: BoundNote,
  notes: readonly BoundNote[],
  paper: PaperReading,
): NoteReading | undefined {
  const named = paper.notes.find(({ name }) => name.toLowerCase() === note.name.toLowerCase());
  if (named) return named;
  if (paper.notes.length === 1 && notes.length === 1) return paper.notes[0];
  const clauses = clausesOfNote(note.clause, note.tree.text);
  return paper.notes.find((reading) =>
    ["note/principal", "note/issued"].every((path) => {
      const own = clauses.find((clause) => clause.path === path)?.text;
      return (
        own !== undefined &&
        reading.statements.some((one) => one.path === path && sameMeaning(one.path, one.text, own, nothing))
      );
    }),
  );
}

const nothing: Beside = {
  issue: undefined,
  principal: undefined,
  purchasePrice: undefined,
  terms: new Map(),
};

/** What is compared: a note, what its paper says of it, and beside what. */
interface Compared {
  readonly note: BoundNote;
  readonly reading: NoteReading;
  readonly paper: PaperReading;
  readonly name: string;
  readonly clauses: readonly SheetClause[];
  readonly stated: readonly Chosen[];
  readonly beside: Beside;
}

function betweenThem(
  note: BoundNote,
  reading: NoteReading,
  paper: PaperReading,
  name: string,
): PlacedProblem[] {
  const clauses = clausesOfNote(note.clause, note.tree.text).filter(
    ({ path, text }) => !ownOfSheet.test(path) && !/^(?:\$?\[ *\]|none)$/.test(text),
  );
  const stated = (reading.asSaid ? asSaid : choose)(reading.statements).filter(
    ({ path }) => !ownOfSheet.test(path),
  );
  const compared = { note, reading, paper, name, clauses, stated, beside: besideOf(note, reading) };
  const found = clauses.flatMap((clause) => astray(clause, compared));
  const at = new Set(found.map(({ span }) => span));
  return [...found, ...stated.flatMap((one) => lacking(one, at, compared))];
}

function problem(
  { note }: Compared,
  code: PaperCode,
  span: PlacedProblem["span"],
  message: string,
): PlacedProblem {
  return { code, severity: paperCodes[code].severity, message, span, tree: note.tree, note: note.name };
}

/** What is wrong with a clause of the sheet: that the paper says something else, or nothing. */
function astray(clause: SheetClause, compared: Compared): PlacedProblem[] {
  const { reading, paper, name, clauses, stated, beside } = compared;
  const there = stated.filter(
    (one) =>
      one.path === clause.path &&
      (one.part === clause.part || clause.part === undefined || one.part === undefined),
  );
  if (there.some((one) => meansSame(one, clause, beside))) return [];
  if (there.length === 0) {
    if (mayStand(clause, reading, paper)) return [];
    const message = `${name} does not state “${clause.place}”. ${silence(clause)}`;
    return [problem(compared, "paper-silent", clause.span, message)];
  }
  const others = clauses.filter((other) => other !== clause && other.path === clause.path);
  const first = there.find((one) => !others.some((other) => meansSame(one, other, beside)));
  if (!first) {
    const message = `${name} does not state “${clause.text}” for “${clause.place}”.`;
    return [problem(compared, "paper-silent", clause.span, message)];
  }
  const message = `${name} says ${first.text.replaceAll("\n", " ")}: ${quoted(first, paper)}.`;
  return [problem(compared, "paper-differs", clause.span, message)];
}

/** That the sheet does not have what the paper states, where no finding says so at a clause. */
function lacking(one: Chosen, at: ReadonlySet<PlacedProblem["span"]>, compared: Compared): PlacedProblem[] {
  const { note, paper, name, clauses, beside } = compared;
  if (aside.test(one.path) || saysLittle(one) || one.text.includes("[ ]")) return [];
  const there = clauses.filter(({ path }) => path === one.path);
  if (there.some((clause) => meansSame(one, clause, beside) || (at.has(clause.span) && !isLined(one))))
    return [];
  if (there.length > 0 && !isLined(one) && !one.condition) return [];
  const message = `The sheet does not have “${placeOf(one.path)}”, which ${name} states: ${quoted(one, paper)}. Write ${nameOf(one.path)} ${one.text}.`;
  return [problem(compared, "sheet-silent", note.heading, message)];
}

/**
 * Whether the paper may state a clause in words that were not read: each of its numbers stands there, or a sentence in
 * which nothing was read speaks of it.
 */
function mayStand(
  { text, place }: SheetClause,
  { unread }: NoteReading,
  { passages }: PaperReading,
): boolean {
  const numbers = text.match(/\$?\d[\d,]*(?:\.\d+)?%?/g) ?? [];
  const all = passages.map(({ said }) => said.text).join(" ");
  if (numbers.length > 0 && numbers.every((number) => all.includes(number.replace(/\.00$/, "")))) return true;
  const stem = (place.split(".").at(-1) ?? "").slice(0, 6).toLowerCase();
  return unread.some((index) => passages[index]?.said.text.toLowerCase().includes(stem));
}

function isLined({ condition }: Chosen): boolean {
  return condition === "line";
}

/** What a sheet says by saying nothing: an open list, a rate of none beside a charge, interest paid at maturity, a right without an end. */
function saysLittle({ path, text }: Chosen): boolean {
  if (/^and others/i.test(text) || text === "none") return true;
  return (
    (path === "note/interest/payable" && text === "at maturity") ||
    path === "note/interest/simple" ||
    (path === "note/conversion/from" && /^issue(?: date)?$/.test(text)) ||
    (path === "note/conversion/amount" && text === "principal and interest")
  );
}

function meansSame({ path, from, text }: Chosen, clause: SheetClause, beside: Beside): boolean {
  const words = clause.text.split("\n").join(" ");
  const saysTwo = options(text).length > 1;
  if (saysTwo && options(words).length < 2) return false;
  const stated = saysTwo
    ? from.map((one) => one.text)
    : [text, ...(clause.isLine ? [] : from.map((one) => one.text))];
  return stated.some((one) => options(words).some((word) => sameMeaning(path, one, word, beside)));
}

function options(words: string): string[] {
  const inside = /^\[([^[\]]+)\]$/.exec(words)?.[1] ?? "";
  return inside.includes("|") ? inside.split("|").map((one) => one.trim()) : [words];
}

function besideOf(note: BoundNote, reading: NoteReading): Beside {
  const clauses = clausesOfNote(note.clause, note.tree.text);
  const textOf = (path: ClausePath): string | undefined =>
    clauses.find((clause) => clause.path === path)?.text ??
    reading.statements.find((one) => one.path === path)?.text;
  const defined = [...clauses, ...reading.statements]
    .filter(({ path }) => path === "note/term")
    .flatMap(({ text }): [string, string][] => {
      const [name = "", definition] = text.split(/ means /);
      return definition === undefined ? [] : [[name.replace(/["“”]/g, "").trim().toLowerCase(), definition]];
    });
  return {
    issue: dayIn(textOf("note/issued") ?? ""),
    principal: textOf("note/principal"),
    purchasePrice: textOf("note/purchasePrice"),
    terms: new Map(defined),
  };
}

function placeOf(path: ClausePath): string {
  return fileClauses(path).slice(1).join(" ");
}

function nameOf(path: ClausePath): string {
  return fileClauses(path).at(-1) ?? "";
}

function silence({ place }: SheetClause): string {
  return /rate|price|limit|principal|matures|issued/.test(place)
    ? "It may come from another paper, or be left over from another deal."
    : "It may come from another paper.";
}

/** The paper's sentence, cut where it is long. */
function quoted({ from }: Chosen, { passages }: PaperReading): string {
  const sentences = [...new Set(from.map(({ sentence }) => sentence))].slice(0, 2);
  return sentences.map((sentence) => `“${shortened(passages[sentence]?.said.text ?? "")}”`).join(" and ");
}

function shortened(text: string): string {
  const plain = text.replaceAll('"', "'").trim();
  return plain.length <= 240 ? plain.replace(/\.$/, "") : `${plain.slice(0, 240).replace(/\s\S*$/, "")} …`;
}
