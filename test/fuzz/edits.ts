import { spanOf, tokenize } from "../../server/src/syntax/tokens.ts";
import { languageNames, languageSigns, languageValues } from "../support/texts.ts";

/** What one edit is made from: an edit reads its kind, its places and its words from these whole numbers. */
export interface Numbers {
  readonly kind: number;
  readonly at: number;
  readonly to: number;
  readonly word: number;
}

/** A text after an edit, and where it was made. */
export interface Edited {
  readonly text: string;
  readonly at: number;
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

type Edit = (text: string, numbers: Numbers) => Edited;

/** Zeros, what lies beyond every scale, slips of the pen, and numbers as other countries write them. */
export const extremes = [
  "0", "0.0", "00", "0.0000000001", ".5", "1", "2", "100", "366", "9,999", "1000000", "1000000000000000",
  "99999999999999999999", "9".repeat(60), "9".repeat(600), `0.${"0".repeat(40)}1`, "1.000.000", "1,00", "840.000", "1e99",
  "20.5", "-1", "-0", "1/0", "0/0", "1/3", "٣", "１２", "½", "33.333333333333", "2400", "3000", "[ ]", "[0 | 9]",
]; // biome-ignore format: a list of words

/** The first and the last day there is, days that no year has, and days of other calendars. */
export const edgeDates = [
  "January 1, 1800", "December 31, 1799", "December 31, 2200", "January 1, 2201", "February 29, 2024", "February 29, 2023",
  "February 30, 2024", "January 20.5, 2024", "January 0, 2024", "December 31, 9999", "0001-01-01", "9999-12-31", "2024-13-01",
  "1970-01-01", "1969-12-31", "2/29/2000", "13/13/2024", "1/1/00", "February 2019", "maturity", "90 days after maturity",
  "0 days after issue", "9999999 days after issue", "100000 months after issue", "2200-12-31", "1800-01-01",
]; // biome-ignore format: a list of words

/** Other scripts, halves of characters, spaces of every kind, and names that JavaScript knows. */
export const oddWords = [
  "😀", "\ud83d", "\udc00", "é", "é", "株式会社", "עברית", "\u202e", "\u200b", "\u00a0", "\u2028", "\ufeff", "\0", "\u0007",
  "“", "”", "„", "«", "—", "−", "ﬁ", "İ", "ß", "__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "```", "|", "](",
]; // biome-ignore format: a list of words

const lineEnds = ["\n", "\r\n", "\r", "\n\n", "\r\r\n", "\u2028", "\n \n"];
const braces = [
  "{",
  "}",
  "{",
  "}",
  "{{",
  "}}",
  "[",
  "]",
  "|",
  "(",
  ")",
  "[|]",
  '"',
  "“",
  "/*",
  "*/",
  "//",
  ";",
];

const pick = <T>(from: readonly T[], number: number): T | undefined => from[number % from.length];

/** The text with other words in place of a stretch. */
export const put = (text: string, { start, end }: Stretch, words: string): Edited => ({
  text: text.slice(0, start) + words + text.slice(end),
  at: start + words.length,
});

const words = (text: string, { start, end }: Stretch): string => text.slice(start, end);

/** Two stretches in each other's place. */
function swapped(text: string, a: Stretch, b: Stretch): Edited {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  if (first.end > second.start) return { text, at: first.start };
  const between = text.slice(first.end, second.start);
  const now = text.slice(0, first.start) + words(text, second) + between + words(text, first);
  return { text: now + text.slice(second.end), at: first.start };
}

function tokensOf(text: string): Stretch[] {
  return tokenize(text)
    .tokens.filter(({ image }) => image !== "")
    .map(spanOf);
}

function linesOf(text: string): Stretch[] {
  return [...text.matchAll(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }));
}

/** From the line that opens a brace to the brace that closes it; to the end where none does. */
function blocksOf(text: string): Stretch[] {
  const open: number[] = [];
  const found: Stretch[] = [];
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    if (brace === "{") open.push(text.lastIndexOf("\n", index) + 1);
    else found.push({ start: open.pop() ?? 0, end: index + 1 });
  }
  return [...found, ...open.map((start) => ({ start, end: text.length }))];
}

const matching =
  (pattern: RegExp) =>
  (text: string): Stretch[] =>
    [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));

/** Every number of a text. */
export const numbersOf = matching(/\d[\d,]*(?:\.\d+)?/g);
const datesOf = matching(
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d+, \d{4}|\d{4}-\d\d-\d\d|\d+ (?:days|months|years) after \w+/g,
);
const bracesOf = matching(/[{}[\]|"]/g);

type Find = (text: string) => readonly Stretch[];

/** An edit of one stretch of a kind; a text without one stays as it is. */
const of =
  (find: Find, edit: (text: string, stretch: Stretch, numbers: Numbers) => Edited): Edit =>
  (text, numbers) => {
    const stretch = pick(find(text), numbers.at);
    return stretch ? edit(text, stretch, numbers) : { text, at: text.length };
  };

const replacedBy = (find: Find, list: readonly string[]): Edit =>
  of(find, (text, stretch, { word }) => put(text, stretch, pick(list, word) ?? ""));

const removed = (find: Find): Edit => of(find, (text, stretch) => put(text, stretch, ""));

/** Said again: at once, or somewhere else. */
const doubled = (find: Find): Edit =>
  of(find, (text, stretch, { to, word }) => {
    const other = word % 2 === 0 ? stretch : (pick(find(text), to) ?? stretch);
    return put(text, { start: other.end, end: other.end }, words(text, stretch));
  });

const exchanged = (find: Find): Edit =>
  of(find, (text, stretch, { to }) => swapped(text, stretch, pick(find(text), to) ?? stretch));

const moved = (find: Find): Edit =>
  of(find, (text, stretch, { to }) => {
    const without = put(text, stretch, "").text;
    const place = pick(find(without), to)?.start ?? without.length;
    return put(without, { start: place, end: place }, words(text, stretch));
  });

const inserted = (list: readonly string[]): Edit =>
  of(tokensOf, (text, { end }, { word, to }) => {
    const gap = to % 2 === 0 ? " " : "";
    return put(text, { start: end, end }, gap + (pick(list, word) ?? ""));
  });

/** The rest of a line gone, as while it is typed. */
const cutLine = of(linesOf, (text, { start, end }, { to }) => {
  const line = text.slice(start, end).replace(/[\r\n]+$/, "");
  return put(text, { start: start + (to % (line.length + 1)), end: start + line.length }, "");
});

/** A brace gone. */
export const withoutBrace = removed(matching(/[{}]/g));

/** Enter, once or twice, behind a word. */
export const broken = of(tokensOf, (text, { end }, { word }) =>
  put(text, { start: end, end }, word % 2 === 0 ? "\n" : "\n\n"),
);

const joined = of(matching(/\s*(?:\r\n|\r|\n)\s*/g), (text, stretch) => put(text, stretch, " "));

/** Every line's end another one, or some of them. */
const otherLineEnds: Edit = (text, { at, to, word }) => {
  const end = pick(lineEnds, word) ?? "\n";
  let count = 0;
  const now = text.replace(/\r\n|\r|\n/g, (own) => (to % 3 === 0 || (count++ + at) % 3 === 0 ? end : own));
  return { text: now, at: 0 };
};

/** Any stretch at all gone, as by a slip with the mouse. */
const cutOut: Edit = (text, { at, to }) => {
  const start = at % (text.length + 1);
  return put(text, { start, end: Math.min(text.length, start + (to % 60)) }, "");
};

const language = [...languageNames, ...languageValues, ...languageSigns];

/** The edits, the likelier ones more than once. */
const edits: readonly Edit[] = [
  removed(tokensOf), removed(tokensOf), removed(linesOf), removed(blocksOf), removed(bracesOf), removed(bracesOf),
  doubled(tokensOf), doubled(linesOf), doubled(blocksOf), doubled(bracesOf),
  exchanged(tokensOf), exchanged(linesOf), exchanged(numbersOf), moved(tokensOf), moved(linesOf), moved(blocksOf),
  replacedBy(numbersOf, extremes), replacedBy(numbersOf, extremes), replacedBy(numbersOf, extremes), replacedBy(numbersOf, ["0"]),
  replacedBy(datesOf, edgeDates), replacedBy(datesOf, edgeDates), replacedBy(tokensOf, language), replacedBy(tokensOf, language),
  replacedBy(tokensOf, edgeDates), replacedBy(tokensOf, oddWords),
  inserted(braces), inserted(braces), inserted(language), inserted(oddWords), inserted(extremes), inserted(edgeDates),
  cutLine, cutLine, broken, broken, joined, otherLineEnds, cutOut,
]; // biome-ignore format: a table

/** The text after the edit that these numbers stand for. */
export function edit(text: string, numbers: Numbers): Edited {
  return edits[numbers.kind % edits.length]?.(text, numbers) ?? { text, at: 0 };
}
