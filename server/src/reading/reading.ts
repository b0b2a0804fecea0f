import { isPaperLabel } from "../catalog/papers/index.ts";
import type { ClausePath } from "../catalog/paths.ts";
import { clausesIn } from "./clauses.ts";
import { dayIn } from "./days.ts";
import { relevant } from "./extent.ts";
import { blocksOf } from "./lines.ts";
import { placeOf } from "./mapped.ts";
import { meaningOf } from "./meaning.ts";
import { namingOf } from "./naming.ts";
import { notesIn, notesOf, type PaperNote } from "./notes.ts";
import { readSummaries } from "./own.ts";
import { type PartyName, partiesIn } from "./parties.ts";
import { type Passage, passagesOf } from "./passage.ts";
import { instalmentsIn, lateDeliveryIn, prepaymentIn, redemptionIn } from "./schedules.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";
import type { Statement } from "./statement.ts";
import { defaultsIn, exchangeIn, exemptionsIn, guaranteeIn, lawIn, termIn } from "./texts.ts";
import { inTranches, withSum } from "./tranches.ts";
import { habitsOf, plainWords } from "./wording.ts";

/** All that was read of a paper. */
export interface PaperReading {
  readonly text: string;
  readonly notes: readonly NoteReading[];
  readonly passages: readonly Passage[];
}

export interface NoteReading {
  readonly name: string;
  /** Every statement that a sheet can read, of several about one clause the surest. */
  readonly statements: readonly Statement[];
  /** The sentences of the terms in which nothing was read, counted from 0. */
  readonly unread: readonly number[];
  /** Whether each statement is a clause as it stands, and none of several about one. */
  readonly asSaid?: true;
}

/** Reads a paper's text: what it says of each note, sentence by sentence. Nothing is made up: what a sheet can't read is left out. */
export function readPaper(text: string): PaperReading {
  const summaries = readSummaries(text);
  if (summaries) return summaries;
  const habits = habitsOf(text);
  const { blocks, cover, writer } = relevant(blocksOf(text, isPaperLabel));
  const sentences = sentencesOf(blocks).map(
    (sentence): Sentence => ({ ...sentence, words: plainWords(sentence.words, habits) }),
  );
  const parties = [
    ...partiesIn(sentences),
    ...cover.map((name): PartyName => ({ side: "issuer", name, also: [], sentence: 0, sure: 0 })),
  ];
  const holder = surest(parties, "holder");
  const notes = notesIn(sentences, blocks, holder?.name ?? "");
  const naming = namingOf(
    parties,
    notes.flatMap(({ called }) => called),
    writer,
  );
  const passages = passagesOf(sentences, naming);
  const terms = termsIn(sentences);
  const said = withSum(inTranches(statementsIn(passages, terms), passages));
  const readable = said.filter(
    ({ path, text: words, condition }) => meaningOf(path, sheetWords(words, condition)) !== undefined,
  );
  const of = notesOf(sentences, notes);
  return {
    text,
    passages,
    notes: notes.map((note, index) =>
      noteReading(note, index, { passages, parties, statements: readable, of, several: notes.length > 1 }),
    ),
  };
}

/** The words of a statement as its clause has them, its condition at their end. */
export function sheetWords(words: string, condition: string): string {
  if (condition === "line") return `{\n${words}\n}`;
  return /^(?:until|from|after|on) /.test(condition) ? `${words} ${condition}` : words;
}

function termsIn(sentences: readonly Sentence[]): string[] {
  const found = sentences.flatMap(({ words }) =>
    [...words.text.matchAll(/"([A-Z][\w ]{2,30})" (?:is|means|shall mean|will mean|equals)\b/g)].map(
      ([, term = ""]) => term,
    ),
  );
  return [...new Set(found)].filter(
    (term) =>
      /price|vwap/i.test(term) &&
      !/^(?:Conversion|Exercise|Purchase|Trading|Closing|Strike|Bid|Cap|Floor) Price$|Date$/i.test(term),
  );
}

function statementsIn(passages: readonly Passage[], terms: readonly string[]): Statement[] {
  const found: Statement[] = [];
  let prepayment = { block: -1, last: 0, announces: false };
  for (const [index, passage] of passages.entries()) {
    const issue = dayIn(found.find(({ path }) => path === "note/issued")?.text ?? "");
    const near = passage.block - prepayment.block;
    const open =
      near === 0 ||
      (near > 0 && near < 3 && prepayment.announces && passage.label === "") ||
      /prepay|^redemption/.test(passage.label);
    const rows = prepaymentIn(passage, { open, last: open ? prepayment.last : 0, issue });
    if (rows.length > 0 || (near > 0 && /prepa|pay early/i.test(passage.words.text))) {
      const days = rows.flatMap(({ text }) => [...text.matchAll(/to (\d+)/g)].map(([, day]) => Number(day)));
      prepayment = {
        block: passage.block,
        last: Math.max(...days, open ? prepayment.last : 0),
        announces: false,
      };
    }
    if (prepayment.block === passage.block)
      prepayment = { ...prepayment, announces: /:\s*$/.test(passage.words.text) };
    const isFirst = passages[index - 1]?.block !== passage.block;
    found.push(
      ...clausesIn(passage, terms).filter(({ path }) => rows.length === 0 || path !== "note/prepayment"),
      ...rows,
      ...instalmentsIn(passage),
      ...redemptionIn(passage),
      ...lawIn(passage),
      ...exemptionsIn(passage),
      ...guaranteeIn(passage),
      ...termIn(passage, terms),
      ...exchangeIn(passage),
      ...defaultsIn(passage, isFirst),
    );
    const within = found.findLast(({ path }) => path === "note/conversion/delivery");
    found.push(...lateDeliveryIn(passage, within && Number.parseInt(within.text, 10)));
  }
  return found;
}

function surest(parties: readonly PartyName[], side: PartyName["side"]): PartyName | undefined {
  const own = parties.filter((party) => party.side === side);
  const best = own.reduce<PartyName | undefined>(
    (sofar, party) => (!sofar || party.sure > sofar.sure ? party : sofar),
    undefined,
  );
  // A name in short is a name in full that stands elsewhere.
  return best && (own.find(({ name }) => name.startsWith(`${best.name} `)) ?? best);
}

interface Around {
  readonly passages: readonly Passage[];
  readonly parties: readonly PartyName[];
  readonly statements: readonly Statement[];
  readonly of: readonly (readonly number[])[];
  readonly several: boolean;
}

function noteReading({ name }: PaperNote, index: number, around: Around): NoteReading {
  const { passages, statements, of, several } = around;
  const own = statements.filter(
    ({ sentence }) =>
      of[sentence]?.includes(index) &&
      (!several || of[sentence]?.length === 1 || shared(of[sentence] ?? [], passages[sentence])),
  );
  const parties = [
    partyOf("issuer", index, around),
    partyOf("holder", index, around) ?? sameHolder(index, around),
  ].flatMap((one) => (one ? [one] : []));
  const found = [...parties, ...own];
  const read = new Set(found.map(({ sentence }) => sentence));
  const unread = passages
    .filter(
      (passage) =>
        of[passage.index]?.includes(index) &&
        isTerm(passage) &&
        (!read.has(passage.index) || leavesNumbers(passage, found)),
    )
    .map((passage) => passage.index);
  return { name, statements: found, unread };
}

/** What is said of all notes together holds for each; a sentence that names several of them says something of them all. */
function shared(notes: readonly number[], passage: Passage | undefined): boolean {
  return (
    passage !== undefined &&
    notes.length > 1 &&
    /\b(?:each|all|both) (?:of )?(?:the )?(?:notes|NOTE)|^(?:the )?notes\b|NOTE/i.test(passage.words.text)
  );
}

function partyOf(
  side: PartyName["side"],
  index: number,
  { parties, passages, of, several }: Around,
): Statement | undefined {
  const ofNote = parties.filter(
    (party) => party.side === side && (!several || of[party.sentence]?.includes(index)),
  );
  const every = parties.filter((party) => party.side === side);
  const only = new Set(every.map(({ name }) => name)).size === 1;
  const best = surest(ofNote.length > 0 ? ofNote : side === "issuer" || only ? every : [], side);
  if (!best) return undefined;
  const passage = passages[best.sentence];
  const at = passage?.said.text.indexOf(best.name) ?? -1;
  const places = passage?.said.places ?? [];
  const start = places[Math.max(0, at)] ?? 0;
  const end = (places[Math.max(0, at) + best.name.length - 1] ?? start) + 1;
  const path: ClausePath = side === "issuer" ? "note/issuer" : "note/holder";
  return {
    path,
    text: `"${best.name}"`,
    condition: "",
    span: { start, end },
    sentence: best.sentence,
    sure: 3,
  };
}

/** `the same lender`: that of the note before. */
function sameHolder(index: number, around: Around): Statement | undefined {
  const same = around.passages.find(
    (passage) =>
      around.of[passage.index]?.includes(index) &&
      /\bsame (?:HOLDER|lender|investor|purchaser|holder)\b/i.test(passage.words.text),
  );
  if (!same || index === 0) return undefined;
  const before = partyOf("holder", index - 1, around);
  return before && { ...before, sentence: same.index, span: placeOf(same.words, 0, same.words.text.length) };
}

/** Whether a sentence has a sum or a percentage that none of the statements has: then some of it was not read. */
function leavesNumbers({ said, index }: Passage, statements: readonly Statement[]): boolean {
  const all = statements.map(({ text, condition }) => `${text} ${condition}`).join(" ");
  const own = statements.filter(({ sentence }) => sentence === index);
  if (own.some(({ path, condition }) => path === "note/eventsOfDefault" && condition === "line"))
    return false;
  return (said.text.match(/\$\d(?:[\d,]*\d)?(?:\.\d+)?|(?<![\d.])\d+(?:\.\d+)?%/g) ?? []).some(
    (number) => !all.includes(number.replace(/\.0+%$/, "%")) && !all.includes(restTo(number)),
  );
}

/** What is left of 100 %, as a multiplier stands for a discount. */
function restTo(number: string): string {
  const match = /^(\d{1,2})%$/.exec(number);
  return match ? `${100 - Number(match[1])}%` : number;
}

/** Whether a sentence may say something of the note's terms, and is no title, number or address. */
function isTerm({ words, said }: Passage): boolean {
  const text = words.text;
  if (/^item \d/i.test(said.text) || text.length <= 25) return false;
  if (/foregoing|incorporated (?:here|herein|by reference)|qualified in its entirety/i.test(text))
    return false;
  return /[a-z]{3} [a-z]{2}/i.test(text) && (/[.;:]$/.test(text) || /\d/.test(text));
}
