import type { IToken } from "chevrotain";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { ClauseSpec } from "../catalog/clause.ts";
import { phrasesFor, phrasesOfRule, phraseText } from "../catalog/phrases.ts";
import type { Value } from "../catalog/value.ts";
import type { Analysis } from "../document/analysis.ts";
import type { PlacedSpec } from "../document/place.ts";
import type { PhraseRule } from "../syntax/phrase-grammar.ts";
import { tokenize } from "../syntax/tokens.ts";
import { type FolderNames, namesFor } from "./folder.ts";
import { type Offer, phraseOffer } from "./offers.ts";
import { groupRule, readsWhole, unitsAfter, type WordItem, wordsOfRule, wordsOfValue } from "./words.ts";

/** Where a value is being written. */
export interface ValueLine {
  readonly spec: ClauseSpec;
  /** The clause's place in the language. */
  readonly path: string;
  /** Its name as it is written. */
  readonly name: string;
  /** What is typed behind the name, and what stands behind the caret. */
  readonly rest: string;
  readonly behind: string;
}

/** What may stand next behind a clause's name: whole phrases that begin as typed, then single words. */
export function valueOffers(line: ValueLine, analysis: Analysis, folder: FolderNames | undefined): Offer[] {
  const { spec, path, name, behind } = line;
  const typed = line.rest.trimStart();
  if (inQuotes(typed)) return quotedOffers(line, typed, analysis, folder);
  const phrases = behind.trim() === "" ? phrasesFor(path, spec) : [];
  const words = (tokens: readonly IToken[]): WordItem[] => {
    const maySayNone = tokens.length === 0 && !spec.required && !withoutNone.has(spec.value.form);
    const none = maySayNone || (tokens.length === 0 && spec.mayBeNone) ? [noneItem] : [];
    return [...wordsOfValue(spec.value, tokens, analysis), ...namesFor(path, tokens, folder), ...none];
  };
  const isWhole = (text: string): boolean => readsWhole(spec.value, tokenize(text).tokens);
  return offersOf(phrases, words, typed, name, spec.example).map((offer) => wholeIf(offer, typed, isWhole));
}

/** A word with which the value may end, where whole phrases go on from it. */
function wholeIf(offer: Offer, typed: string, isWhole: (text: string) => boolean): Offer {
  if (offer.whole !== undefined) return offer;
  const text = typed.slice(0, typed.length - offer.replaces) + offer.label;
  return isWhole(text) ? { ...offer, whole: text } : offer;
}

const noneItem: WordItem = { word: "none", detail: "there is none" };

/** Clauses of which there is always something to say. */
const withoutNone: ReadonlySet<Value["form"]> = new Set(["definition", "currency", "allowance", "heading"]);

/** What may stand next among the alternatives of a clause's `lowest of { … }`. */
export function alternativeOffers({ spec }: PlacedSpec, typed: string, analysis: Analysis): Offer[] {
  const rule = spec && groupRule(spec.value);
  return rule ? rowOffers(rule, typed, analysis) : [];
}

/** What may stand next on a line that reads by a rule. */
export function rowOffers(rule: PhraseRule, line: string, analysis: Analysis): Offer[] {
  const typed = line.trimStart();
  const words = (tokens: readonly IToken[]): WordItem[] => wordsOfRule(rule, tokens, analysis);
  if (inQuotes(typed)) return offersOf([], (tokens) => words(tokens).filter(isQuoted), typed, "", "");
  const phrases = phrasesOfRule(rule).filter((phrase) => rule === "scheduleRow" || !phrase.includes("{"));
  return offersOf(phrases, words, typed, "", "");
}

/** Inside a name in quotes: the names that may stand there. */
function quotedOffers(
  line: ValueLine,
  typed: string,
  analysis: Analysis,
  folder: FolderNames | undefined,
): Offer[] {
  const { spec, path, behind } = line;
  const words = (tokens: readonly IToken[]): WordItem[] =>
    [...wordsOfValue(spec.value, tokens, analysis), ...namesFor(path, tokens, folder)].filter(isQuoted);
  const closes = /^["“”„]/.test(behind) ? 1 : 0;
  return offersOf([], words, typed, line.name, spec.example).map((offer) => ({ ...offer, swallows: closes }));
}

function isQuoted({ word }: WordItem): boolean {
  return word.startsWith('"');
}

/** Whether a name in quotes is being typed. */
export function inQuotes(typed: string): boolean {
  return (typed.match(/["“”„]/g)?.length ?? 0) % 2 === 1;
}

type WordsAfter = (tokens: readonly IToken[]) => readonly WordItem[];

function offersOf(
  phrases: readonly string[],
  words: WordsAfter,
  typed: string,
  name: string,
  example: string,
): Offer[] {
  const whole = phrases.flatMap((phrase) => phraseOffer(phrase, typed, name) ?? []);
  const known = phrases.map(phraseText).sort((a, b) => a.length - b.length);
  const exampleWith = (word: string): string => {
    const found = known.find((phrase) => holdsWord(phrase, word));
    return found === undefined ? example : `${name} ${found}`.trim();
  };
  return [
    ...whole,
    ...unitsAfter(typed, (tokens) => words(tokens)),
    ...singleWords(words, typed).map((offer) => withExample(offer, exampleWith(offer.label))),
  ];
}

function withExample(offer: Offer, example: string): Offer {
  return example === "" ? offer : { ...offer, documentation: `\`\`\`note-terms\n${example}\n\`\`\`` };
}

function holdsWord(phrase: string, word: string): boolean {
  return ` ${phrase.toLowerCase()} `.includes(` ${word.toLowerCase()} `);
}

/** As many words as an item has that is offered for its beginning. */
const mostWords = 6;

/** The words that may follow, for each place at which the typed words may have begun one. */
function singleWords(words: WordsAfter, typed: string): Offer[] {
  const found: Offer[] = [];
  for (const [back, start] of startsOfLast(typed).entries()) {
    const tail = typed.slice(start);
    for (const item of words(tokenize(typed.slice(0, start)).tokens)) {
      if (back > 0 && !begins(item.word, tail)) continue;
      if (isTyped(item, tail)) continue;
      found.push({
        label: item.word,
        kind: CompletionItemKind.Keyword,
        ...(item.detail ? { detail: item.detail } : {}),
        replaces: tail.length,
      });
    }
  }
  return found;
}

/** Where the last words of a text begin, the last one first; its end where a space stands there. */
function startsOfLast(typed: string): number[] {
  const starts = [...typed.matchAll(/"[^"]*"?|[^\s"]+/g)].map(({ index }) => index);
  if (typed === "" || /\s$/.test(typed)) starts.push(typed.length);
  return starts.reverse().slice(0, mostWords);
}

function begins(word: string, tail: string): boolean {
  return word.toLowerCase().startsWith(tail.toLowerCase().replace(/\s+/g, " "));
}

/** Whether an item is what is typed, or its plural or singular. */
function isTyped({ word, forms = [] }: WordItem, tail: string): boolean {
  const plain = (text: string): string =>
    text
      .trim()
      .toLowerCase()
      .replace(/\s+/g, " ")
      .replace(/["“”„]/g, "");
  const typed = plain(tail);
  const same = [plain(word), ...forms];
  return same.some((form) => form === typed || `${form}s` === typed || form === `${typed}s`);
}
