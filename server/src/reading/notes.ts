import { monthNames } from "../base/months.ts";
import type { Block } from "./lines.ts";
import type { Sentence } from "./sentences.ts";

/** A note that a paper describes. */
export interface PaperNote {
  readonly name: string;
  /** What the paper calls it. */
  readonly called: readonly string[];
  /** The blocks that are about it alone, of a note without a name of its own; from the first up to the one behind the last. */
  readonly blocks?: readonly [number, number];
}

const defined =
  /\((?:the |each,? an? |an? |such note,? the |collectively,? (?:the )?|together with[^"()]{0,60})*"([^"]*?\b(?:Notes?|Debentures?|SAFEs?))"(?:[^"()]{0,30}"[^"]{1,40}")*\)/g;
const plainNames = /^(?:(?:the|this) )?(?:Convertible |Promissory |Secured )*(?:Notes?|Debentures?|SAFEs?)$/i;
const old =
  /^(?:Old|Prior|Existing|Original|Previous|Surrendered|Exchanged|Cancelled|Outstanding|Other|Additional|Subsequent)\b/;
const issuance =
  /\b(?:issued?|sold|entered|executed|borrowed|signed|for the private placement)\b[^;]*\b(?:notes?|debentures?)\b|\b(?:notes?|debentures?)\b[^;]*\b(?:issued?|sold)\b/i;

/** The notes that the sentences describe: several where several are issued under names of their own, else one. */
export function notesIn(
  sentences: readonly Sentence[],
  blocks: readonly Block[],
  holder: string,
): readonly PaperNote[] {
  const names = definedIn(sentences);
  const own = names.filter(({ issued, name }) => issued && !plainNames.test(name) && !old.test(name));
  if (own.length > 1) return own.map(({ name }) => ({ name, called: [name] }));
  const listed = listedIn(sentences);
  if (own.length === 0 && listed.length > 1) return listed;
  const called = names.map(({ name }) => name).filter((name) => !old.test(name));
  const [only] = own;
  return [{ name: only?.name ?? titleIn(blocks) ?? describedIn(sentences) ?? nameBy(holder), called }];
}

const begins = new RegExp(
  `^(?:in addition, |also,? )?on ((?:${monthNames.join("|")}) \\d{1,2}, \\d{4}),? [^.]{3,120}?\\b(?:issued|sold|entered into|executed|borrowed)\\b.*?\\b(?:notes?|debentures?|loan)\\b`,
  "i",
);

/** Notes that are listed paragraph by paragraph, each with its day and its sum, without names of their own. */
function listedIn(sentences: readonly Sentence[]): PaperNote[] {
  const starts = sentences.flatMap(({ words, block }) => {
    const day = begins.exec(words.text)?.[1];
    const sum = /\$[\d,]{5,}/.exec(words.text)?.[0];
    return day === undefined || sum === undefined ? [] : [{ day, sum, block }];
  });
  const blocks = starts.filter(({ block }, index) => starts[index - 1]?.block !== block);
  if (new Set(blocks.map(({ day, sum }) => `${day} ${sum}`)).size < blocks.length) return [];
  return blocks.map(({ day, block }, index) => ({
    name: `${day} Note`,
    called: [],
    blocks: [block, blocks[index + 1]?.block ?? Number.POSITIVE_INFINITY],
  }));
}

function definedIn(sentences: readonly Sentence[]): { readonly name: string; readonly issued: boolean }[] {
  const found = new Map<string, boolean>();
  for (const { words } of sentences) {
    for (const match of words.text.matchAll(defined)) {
      const name = (match[1] ?? "").replace(/,$/, "");
      const before = words.text.slice(0, match.index);
      const issued =
        (issuance.test(before) || /^and,? on \w+ \d/.test(words.text)) &&
        /\$[\d,]{4,}/.test(before) &&
        !/s$/.test(name);
      found.set(name, (found.get(name) ?? false) || issued);
    }
  }
  return [...found].map(([name, issued]) => ({ name, issued }));
}

/** The title that a signed note or a term sheet carries. */
function titleIn(blocks: readonly Block[]): string | undefined {
  for (const { words } of blocks.slice(0, 14)) {
    const text = words.text
      .replace(/\bNO\.? [\w-]+$/i, "")
      .replace(/^.*?(?:TERM SHEET|SUMMARY OF TERMS|TERMS)(?: FOR| OF)?:? (?=\S)/, "")
      .trim();
    if (text.length > 70 || /[.;$]/.test(text)) continue;
    const match =
      /^(?:FORM OF |AMENDED AND RESTATED )?((?:[\w%'-]+ ){0,7}(?:NOTE|DEBENTURE))(?: [-–].*)?$/i.exec(text);
    if (match && !/^(?:entry|offering|exchange|issuance|terms|item|each|the|this)\b/i.test(match[1] ?? ""))
      return titled(match[1] ?? "");
  }
  return undefined;
}

function describedIn(sentences: readonly Sentence[]): string | undefined {
  for (const { words } of sentences) {
    const match =
      /\b((?:\d+(?:\.\d+)?% )?(?:(?:Senior|Secured|Unsecured|Subordinated|Convertible|Promissory|Original|Issue|Discount|Bridge) )+(?:Note|Debenture))\b/.exec(
        words.text,
      );
    if (match) return match[1];
  }
  return undefined;
}

function titled(words: string): string {
  return words.toLowerCase().replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

function nameBy(holder: string): string {
  const [first = ""] = holder.split(/[\s,]/);
  return first === "" ? "Note" : `${first} Note`;
}

/** For each sentence the notes that it speaks of, counted from 0; none named goes on with the one before in its block. */
export function notesOf(
  sentences: readonly Sentence[],
  notes: readonly PaperNote[],
): readonly (readonly number[])[] {
  const all = notes.map((_, index) => index);
  if (notes.length < 2) return sentences.map(() => all);
  let block = -1;
  let current: readonly number[] = all;
  return sentences.map((sentence) => {
    const text = sentence.words.text;
    const named = all.filter((index) => {
      const [from, to] = notes[index]?.blocks ?? [];
      if (from !== undefined && to !== undefined) return sentence.block >= from && sentence.block < to;
      return notes[index]?.called.some((name) => text.includes(name));
    });
    if (sentence.block !== block) current = all;
    block = sentence.block;
    if (named.length > 0) current = named;
    return named.length > 0 ? named : current;
  });
}
