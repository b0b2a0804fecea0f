import type { BlockSpec, ClauseSpec } from "../catalog/clause.ts";
import { file } from "../catalog/note.ts";
import type { ClausePath } from "../catalog/paths.ts";
import { type Opening, type ReadSentence, readOpening, readSentence } from "../catalog/sentences.ts";
import { divisions } from "../note/conditions.ts";
import { spanOf } from "../syntax/tokens.ts";
import { phraseTokens } from "../syntax/written.ts";
import { mapped } from "./mapped.ts";
import { meaningOf } from "./meaning.ts";
import type { Passage } from "./passage.ts";
import type { NoteReading, PaperReading } from "./reading.ts";
import type { Statement } from "./statement.ts";

/**
 * Reads a summary of terms in the catalog's own sentences, of each note that one opens: every sentence is the clause that
 * it states. What else stands in such a summary is left unread; undefined of a paper that has none.
 */
export function readSummaries(text: string): PaperReading | undefined {
  const passages: Passage[] = [];
  const notes: NoteReading[] = [];
  for (const { name, sentences } of summariesIn(text)) {
    const statements: Statement[] = [];
    const unread: number[] = [];
    for (const sentence of sentences) {
      const index = passages.length;
      const words = mapped(sentence.text, sentence.start);
      passages.push({ words, said: words, label: "", block: sentence.block, index });
      const found = statedIn(sentence, index);
      if (found.length === 0 && !sentence.opens) unread.push(index);
      statements.push(...found);
    }
    notes.push({ name, statements, unread, asSaid: true });
  }
  return notes.length > 0 ? { text, notes, passages } : undefined;
}

function statedIn(sentence: Segment, index: number): Statement[] {
  if (sentence.opens) return openedBy(sentence.opens, sentence, index);
  return sentence.read ? statementsOf(sentence.read, sentence, index) : definitionIn(sentence, index);
}

interface Segment {
  readonly text: string;
  readonly start: number;
  readonly block: number;
  /** What it says, of the sentence that opens a summary. */
  readonly opens: Opening | undefined;
  readonly read: ReadSentence | undefined;
}

/** The sentences of each summary: from the one that opens it to the heading of what follows. */
function summariesIn(text: string): { readonly name: string; readonly sentences: readonly Segment[] }[] {
  const found: { name: string; sentences: Segment[] }[] = [];
  let open = false;
  for (const [block, { 0: line, index: start }] of [...text.matchAll(/[^\r\n]+/g)].entries()) {
    const opening = readOpening(line);
    if (opening) {
      const first = { text: line, start, block, opens: opening, read: undefined };
      found.push({ name: opening.name, sentences: [first] });
      open = true;
    } else if (open) {
      const sentences = sentencesIn(line, start, block);
      open = line.trim() === "" || /\.\s*$/.test(line);
      if (open) found.at(-1)?.sentences.push(...sentences);
    }
  }
  return found;
}

/** More pieces than a sentence falls into at the full stops of its names. */
const mostPieces = 8;

/** The sentences of a paragraph. A full stop inside a name divides none: the shortest that the catalog has is meant. */
function sentencesIn(line: string, at: number, block: number): Segment[] {
  const found: Segment[] = [];
  const pieces = line.split(/(?<=\.[ \u00a0])(?=[^ \u00a0])/);
  let start = at;
  for (let from = 0; from < pieces.length; ) {
    const sizes = Array.from({ length: Math.min(mostPieces, pieces.length - from) }, (_, index) => index + 1);
    const textOf = (size: number): string => pieces.slice(from, from + size).join("");
    const size = sizes.find((one) => isKnown(textOf(one))) ?? 1;
    const text = textOf(size).trim();
    const before = found.at(-1);
    const read = readSentence(text);
    if (!isKnown(text) && before && goesOn(before)) {
      const whole = `${before.text} ${text}`;
      found[found.length - 1] = { ...before, text: whole, read: readSentence(whole) };
    } else if (text !== "") found.push({ text, start, block, opens: undefined, read });
    start += textOf(size).length;
    from += size;
  }
  return found;
}

function openedBy({ said }: Opening, { text, start }: Segment, sentence: number): Statement[] {
  const span = { start, end: start + text.length };
  return said.map(({ path, words }) => {
    const isName = specAt(path)?.value.form === "name";
    return { path, text: isName ? named(words) : plainWords(words), condition: "", span, sentence, sure: 3 };
  });
}

const definition = /^“([^”]+)” means (.+)\.$/;

function isKnown(text: string): boolean {
  return readSentence(text) !== undefined || definition.test(text.trim());
}

function definitionIn({ text, start }: Segment, sentence: number): Statement[] {
  const [, name, words = ""] = definition.exec(text) ?? [];
  if (name === undefined) return [];
  const span = { start, end: start + text.length };
  return [
    {
      path: "note/term",
      text: `"${name}" means ${plainWords(words)}`,
      condition: "",
      span,
      sentence,
      sure: 3,
    },
  ];
}

function specAt(path: string): ClauseSpec | undefined {
  let block: BlockSpec | undefined = file;
  let spec: ClauseSpec | undefined;
  for (const id of path.split("/")) {
    spec = block?.clauses[id];
    block = spec?.block;
  }
  return spec;
}

/** Whether a piece that nothing is read from may belong to the sentence before: to free text, or to one that is not read. */
function goesOn({ text, read }: Segment): boolean {
  if (!read) return !isKnown(text);
  return read.stated.kind === "words" && specAt(read.path)?.value.form === "text";
}

/** What a sentence states: a clause, or the lines of one. */
function statementsOf(
  { path, of, stated, open }: ReadSentence,
  { text, start }: Segment,
  sentence: number,
): Statement[] {
  const spec = specAt(path);
  if (!spec) return [];
  const common = {
    path: path as ClausePath,
    span: { start, end: start + text.length },
    sentence,
    sure: 3,
    ...(of === undefined ? {} : { part: of }),
  };
  const said = (words: string, condition = ""): Statement => ({ ...common, text: words, condition });
  if (stated.kind === "none") return [said("none", stated.condition)];
  if (stated.kind === "choice") return [said(stated.word, stated.condition)];
  if (spec.block?.content === "rows" && plainWords(stated.words) === "[ ]") return [said("[ ]")];
  if (spec.block && spec.block.content !== "clauses")
    return linesIn(stated.words, open).map((line) => said(line, "line"));
  if (spec.block) return [];
  if (spec.value.form === "name") return [said(named(stated.words))];
  if (spec.value.form === "text") return [said(plainWords(stated.words))];
  return [divided(common.path, plainWords(stated.words), said)];
}

/** The value and the condition behind it, as a clause is read that says one thing and another under a condition. */
function divided(
  path: ClausePath,
  words: string,
  said: (words: string, condition?: string) => Statement,
): Statement {
  const tokens = phraseTokens(words);
  for (const { value } of divisions(tokens, 0)) {
    const last = value.at(-1);
    const end = last ? spanOf(last).end : 0;
    const isValue = meaningOf(path, words.slice(0, end)) !== undefined;
    if (isValue) return said(words.slice(0, end).trim(), words.slice(end).trim());
  }
  return said(words);
}

/** `(i) one; (ii) another; and (iii) a third` line by line. */
function linesIn(words: string, open: boolean): string[] {
  const items = /^\(i\) /.test(words)
    ? words.split(/; (?:and )?(?=\([ivxlc]+\) )/)
    : words.split(/; (?!and )/);
  const lines = items.map((item) => plainWords(item.replace(/^\([ivxlc]+\) /, "")));
  return open ? [...lines, "and others"] : lines;
}

function named(words: string): string {
  const plain = plainWords(words);
  return plain.startsWith("[") ? plain : `"${plain}"`;
}

/** Words as a sheet has them: straight quotes, and a blank as one. */
function plainWords(words: string): string {
  return words.replace(/\[●\]/g, "[ ]").replace(/[“”]/g, '"').trim();
}
