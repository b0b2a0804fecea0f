import type { IToken, TokenType } from "chevrotain";
import { monthNames } from "../base/months.ts";
import type { Problem } from "../base/problem.ts";
import { grouped } from "../base/words.ts";
import { CurrencyCode, keywordOf, keywords, MeasureName, MonthName } from "./keywords.ts";
import { longestMeasure, measureNames } from "./measures.ts";
import { isNumberWord, spelledNumber, spelledSum } from "./number-words.ts";
import {
  CloseParenthesis,
  Dollar,
  IsoDate,
  NumberToken,
  OpenParenthesis,
  Percent,
  retyped,
  spanOf,
  Word,
} from "./tokens.ts";
import { wordOf } from "./vocabulary.ts";

/** Every form of a month's name in lower case, with the name in full. */
const months: ReadonlyMap<string, string> = new Map<string, string>([
  ...monthNames.flatMap((name) =>
    [name, name.slice(0, 3)].map((form) => [form.toLowerCase(), name] as const),
  ),
  ["sept", "September"],
]);

/** How the formatter writes a month. */
export function monthWritten(word: string): string {
  return months.get(word) ?? word;
}

/** Small words of filings that carry no meaning of their own. */
const fillers: readonly (readonly string[])[] = [
  ["for", "the", "shares"],
  ["of", "the", "common", "stock"],
  ["of", "common", "stock"],
  ["per", "share"],
  ["immediately"],
  ["consecutive"],
  ["complete"],
  ["the"],
  ["a"],
  ["an"],
  ["to"],
  ["outstanding"],
];

/** The fillers by their first word. */
const fillersByWord = new Map(
  fillers.map(([first = ""]) => [first, fillers.filter((words) => words[0] === first)] as const),
);

/** The words that a measure's name begins with. */
const measureStarts: ReadonlySet<string> = new Set(
  [...measureNames.keys()].map((name) => name.split(" ")[0] ?? ""),
);

function opensBound(word: string): boolean {
  return word === "day" || months.has(word);
}

export interface Plain {
  readonly tokens: IToken[];
  readonly problems: readonly Problem[];
}

/**
 * A clause's words as the phrase grammar reads them: fillers, enumerators and doubled numbers (`five (5)`) gone,
 * measures, months and currency codes each one token, keywords typed by what they mean where they stand. Figures that differ from their words are a problem.
 */
export function plain(source: readonly IToken[]): Plain {
  const tokens: IToken[] = [];
  const problems: Problem[] = [];
  let at = 0;
  while (at < source.length) {
    const token = source[at] as IToken;
    at += measure() || word(token) || enumerator() || keep(token);
  }
  return { tokens: tokens.map(asPreposition), problems };

  function keep(token: IToken): number {
    tokens.push(token);
    return 1;
  }

  function measure(): number {
    const first = source[at];
    if (first?.tokenType !== Word || !measureStarts.has(wordOf(first))) return 0;
    let name = "";
    for (let count = 1, best = 0; ; count++) {
      const next = source[at + count - 1];
      const ended = next?.tokenType !== Word || count > longestMeasure;
      if (ended) {
        if (best > 0) tokens.push(merged(source.slice(at, at + best), MeasureName));
        return best;
      }
      name = count === 1 ? wordOf(next) : `${name} ${wordOf(next)}`;
      if (measureNames.has(name)) best = count;
    }
  }

  function word(token: IToken): number {
    if (token.tokenType !== Word) return 0;
    return perUnit(token) || filler() || dollars() || spelled() || keyword(token);
  }

  /** `12% a year`: the article means “per”. */
  function perUnit(token: IToken): number {
    const unit = source[at + 1];
    if (wordOf(token) !== "a" || unit?.tokenType !== Word) return 0;
    const type = keywordOf.get(wordOf(unit));
    if (type !== keywords.Year && type !== keywords.Month) return 0;
    tokens.push(retyped(token, keywords.Per));
    return 1;
  }

  function filler(): number {
    const candidates = fillersByWord.get(wordOf(source[at] as IToken)) ?? [];
    const found = candidates.find((words) => words.every((wanted, index) => isWord(at + index, wanted)));
    return found && !(isWord(at, "to") && joinsBounds()) ? found.length : 0;
  }

  /** `day 0 to 30`, `from $0.01 to $0.02`, `up to`: there the word carries a meaning. */
  function joinsBounds(): boolean {
    const before = source[at - 1];
    const bounds: readonly (TokenType | undefined)[] = [NumberToken, Dollar, IsoDate];
    const next = source[at + 1];
    const value =
      bounds.includes(next?.tokenType) ||
      (next !== undefined && (opensBound(wordOf(next)) || isCurrencyCode(at + 1)));
    return value && before !== undefined && (bounds.includes(before.tokenType) || isWord(at - 1, "up"));
  }

  function keyword(token: IToken): number {
    const text = wordOf(token);
    tokens.push(retyped(token, typeOfWord(text)));
    return 1;
  }

  function typeOfWord(text: string): TokenType {
    if (isCurrencyCode(at)) return CurrencyCode;
    if (months.has(text)) return MonthName;
    if (text === "percent") return Percent;
    return keywordOf.get(text) ?? Word;
  }

  /** Three capitals before a number. */
  function isCurrencyCode(index: number): boolean {
    const next = source[index + 1]?.tokenType;
    return /^[A-Z]{3}$/.test(source[index]?.image ?? "") && (next === NumberToken || next === Dollar);
  }

  /** `five`, `five (5)`, `eighty-five percent (85%)`: the number once. */
  function spelled(): number {
    if (!isNumberWord(wordOf(source[at] as IToken))) return 0;
    const words: string[] = [];
    for (let i = at; source[i]?.tokenType === Word; i++) words.push(wordOf(source[i] as IToken));
    const number = spelledNumber(words);
    if (!number) return 0;
    const first = source[at] as IToken;
    const last = source[at + number.words - 1] as IToken;
    let taken = number.words;
    const percent = isWord(at + taken, "percent") || source[at + taken]?.tokenType === Percent ? 1 : 0;
    const figures = figuresAt(at + taken + percent);
    if (figures) {
      compare(number.value, figures.number, first);
      tokens.push(figures.number);
      if (percent || figures.percent) tokens.push(retyped(figures.percent ?? last, Percent));
      return taken + percent + figures.taken;
    }
    tokens.push({ ...merged(source.slice(at, at + taken), NumberToken), payload: String(number.value) });
    if (percent) tokens.push(retyped(source[at + taken] as IToken, Percent));
    taken += percent;
    return taken;
  }

  /** `one hundred thousand dollars ($100,000)`: the sum once, in figures. */
  function dollars(): number {
    const first = source[at] as IToken;
    if (!isNumberWord(wordOf(first))) return 0;
    const words: string[] = [];
    for (let i = at; source[i]?.tokenType === Word; i++) words.push(wordOf(source[i] as IToken));
    const sum = spelledSum(words);
    if (!sum || !/^dollars?$/.test(words[sum.words] ?? "")) return 0;
    const [open, sign, number, close] = source.slice(at + sum.words + 1, at + sum.words + 5);
    if (open?.tokenType !== OpenParenthesis || sign?.tokenType !== Dollar) return 0;
    if (number?.tokenType !== NumberToken || close?.tokenType !== CloseParenthesis) return 0;
    compare(sum.value, number, first);
    tokens.push(sign, number);
    return sum.words + 5;
  }

  function figuresAt(
    from: number,
  ): { number: IToken; percent: IToken | undefined; taken: number } | undefined {
    const number = source[from + 1];
    if (source[from]?.tokenType !== OpenParenthesis || number?.tokenType !== NumberToken) return undefined;
    const percent = source[from + 2]?.tokenType === Percent ? source[from + 2] : undefined;
    const close = from + (percent ? 3 : 2);
    if (source[close]?.tokenType !== CloseParenthesis) return undefined;
    return { number, percent, taken: close - from + 1 };
  }

  function compare(spelledValue: number, figures: IToken, first: IToken): void {
    if (Number(figures.image.replaceAll(",", "")) === spelledValue) return;
    problems.push({
      code: "words-and-figures-differ",
      severity: "error",
      message: `The words say ${grouped(String(spelledValue))} and the figures say ${figures.image}. Courts read the words first; make both say what is meant. The figures are used here.`,
      span: { start: first.startOffset, end: spanOf(figures).end },
    });
  }

  /** `(i)`, `(a)`: the number of an item in a list. */
  function enumerator(): number {
    const label = source[at + 1];
    const enumerates =
      source[at]?.tokenType === OpenParenthesis &&
      label?.tokenType === Word &&
      /^([a-z]|[ivx]{1,4})$/i.test(label.image) &&
      source[at + 2]?.tokenType === CloseParenthesis;
    return enumerates ? 3 : 0;
  }

  function isWord(index: number, wanted: string): boolean {
    const token = source[index];
    return token?.tokenType === Word && wordOf(token) === wanted;
  }
}

const counted: ReadonlySet<TokenType> = new Set([
  NumberToken,
  keywords.Trading,
  keywords.Business,
  keywords.Calendar,
  keywords.Day,
  keywords.Week,
  keywords.Month,
  keywords.Year,
]);

/** `prior to the conversion date`: with no days behind it, “prior” means “before”. */
function asPreposition(token: IToken, index: number, tokens: readonly IToken[]): IToken {
  const next = tokens[index + 1];
  if (token.tokenType !== keywords.Prior || !next || counted.has(next.tokenType)) return token;
  return retyped(token, keywords.Before);
}

function merged(parts: readonly IToken[], type: TokenType): IToken {
  const first = parts[0] as IToken;
  const last = parts.at(-1) as IToken;
  const image = parts.map((part) => part.image).join(" ");
  return { ...retyped(first, type), image, endOffset: spanOf(last).end - 1 };
}
