import type { IToken, TokenType } from "chevrotain";
import { monthNames } from "../base/months.ts";
import type { Problem } from "../base/problem.ts";
import { CurrencyCode, keywordOf, keywords, MeasureName, MonthName } from "./keywords.ts";
import { longestMeasure, measureNames } from "./measures.ts";
import { merged, spelledAt, wordAt } from "./spelled.ts";
import {
  CloseParenthesis,
  Dollar,
  Fraction,
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
  ["a", "share"],
  ["price", "equal", "to"],
  ["price", "per", "share", "equal", "to"],
  ["but"],
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
  return { tokens: numbersFirst(tokens.map(asPreposition)), problems };

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
    return (
      perUnit(token) ||
      percentWords() ||
      ordinal() ||
      dollars(token) ||
      codeBehind(token) ||
      part(token) ||
      filler() ||
      spelled() ||
      keyword(token)
    );
  }

  /** `per cent` and `p.a.` of a rate. */
  function percentWords(): number {
    const token = source[at] as IToken;
    if (isWord(at, "per") && isWord(at + 1, "cent")) {
      tokens.push(merged(source.slice(at, at + 2), Percent));
      return 2;
    }
    if (!isWord(at, "p.a.") && !isWord(at, "p.a")) return 0;
    tokens.push({ ...retyped(token, keywords.Per), image: "per" });
    tokens.push({ ...retyped(token, keywords.Year), image: "annum" });
    return 1;
  }

  /** `1st`, `30th day of`: a day of a month by its place, before or behind the month's name. */
  function ordinal(): number {
    const token = source[at] as IToken;
    const number = source[at - 1];
    const adjoins = number?.tokenType === NumberToken && spanOf(number).end === token.startOffset;
    if (!adjoins || !ordinalEnds.has(wordOf(token))) return 0;
    const day = isWord(at + 1, "day") ? 1 : 0;
    const of = isWord(at + 1 + day, "of") && months.has(wordAt(source, at + 2 + day)) ? 1 + day : 0;
    return 1 + of;
  }

  /** `US$ 5,000`: dollars of the United States, whatever the note's currency is. */
  function dollars(token: IToken): number {
    if (!/^u\.?s\.?$/.test(wordOf(token)) || source[at + 1]?.tokenType !== Dollar) return 0;
    tokens.push({ ...merged(source.slice(at, at + 2), CurrencyCode), image: "USD" });
    return 2;
  }

  /** `317,500 USD`, `$5 million USD`: the code stands before its sum. */
  function codeBehind(token: IToken): number {
    const isCode = codePattern.test(token.image) && !isCurrencyCode(at);
    const known = wordOf(token);
    if (!isCode || keywordOf.has(known) || months.has(known) || measureNames.has(known)) return 0;
    let place = tokens.length;
    if (scaleTypes.has(tokens[place - 1]?.tokenType ?? Word)) place--;
    if (tokens[place - 1]?.tokenType !== NumberToken) return 0;
    place--;
    const sign = tokens[place - 1]?.tokenType === Dollar ? 1 : 0;
    if (tokens[place - sign - 1]?.tokenType === CurrencyCode) return 0;
    tokens.splice(place - sign, sign, retyped(token, CurrencyCode));
    return 1;
  }

  /** `half of`, `one third of`: a part in words. */
  function part(token: IToken): number {
    const [two, one] = [`${wordOf(token)}-${wordAt(source, at + 1)}`, wordOf(token)];
    const words = parts.has(two) ? 2 : 1;
    const fraction = parts.get(two) ?? parts.get(one);
    if (fraction === undefined || !isWord(at + words, "of")) return 0;
    tokens.push({ ...merged(source.slice(at, at + words), Fraction), image: fraction });
    return words;
  }

  /** `12% a year`, `$100 a day`: the article means “per”. */
  function perUnit(token: IToken): number {
    const unit = source[at + 1];
    if (wordOf(token) !== "a" || unit?.tokenType !== Word) return 0;
    const type = keywordOf.get(wordOf(unit));
    const ofSum = type === keywords.Day && source[at - 1]?.tokenType === NumberToken;
    if (type !== keywords.Year && type !== keywords.Month && !ofSum) return 0;
    tokens.push(retyped(token, keywords.Per));
    return 1;
  }

  function filler(): number {
    const candidates = fillersByWord.get(wordOf(source[at] as IToken)) ?? [];
    const found = candidates.find((words) => words.every((wanted, index) => isWord(at + index, wanted)));
    return found && !(isWord(at, "to") && joinsBounds()) ? found.length : 0;
  }

  /** `day 0 to 30`, `from $0.01 to $0.02`, `up to`, `rounded to`: there the word carries a meaning. */
  function joinsBounds(): boolean {
    if (isWord(at - 1, "rounded") || isWord(at - 2, "rounded")) return true;
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
    return codePattern.test(source[index]?.image ?? "") && (next === NumberToken || next === Dollar);
  }

  /** `five (5)`: the number once. */
  function spelled(): number {
    const number = spelledAt(source, at);
    if (!number) return 0;
    tokens.push(...number.tokens);
    if (number.problem) problems.push(number.problem);
    return number.taken;
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
    return wordAt(source, index) === wanted;
  }
}

const codePattern = /^[A-Z]{3}$/;

const scaleTypes: ReadonlySet<TokenType> = new Set([keywords.Thousand, keywords.Million, keywords.Billion]);

const parts: ReadonlyMap<string, string> = new Map([
  ["half", "1/2"],
  ["one-half", "1/2"],
  ["one-third", "1/3"],
  ["a-third", "1/3"],
  ["two-thirds", "2/3"],
  ["one-quarter", "1/4"],
  ["a-quarter", "1/4"],
  ["one-fourth", "1/4"],
  ["three-quarters", "3/4"],
  ["three-fourths", "3/4"],
]);

const ordinalEnds: ReadonlySet<string> = new Set(["st", "nd", "rd", "th"]);

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

/** `lowest three closing bids` is `three lowest closing bids`. */
function numbersFirst(tokens: readonly IToken[]): IToken[] {
  const ordered = [...tokens];
  for (const [index, side] of tokens.entries()) {
    const [number, measure] = [tokens[index + 1], tokens[index + 2]];
    const picks = side.tokenType === keywords.Lowest || side.tokenType === keywords.Highest;
    if (picks && number?.tokenType === NumberToken && measure?.tokenType === MeasureName)
      ordered.splice(index, 2, number, side);
  }
  return ordered;
}
