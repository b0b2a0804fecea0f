import type { IToken, TokenType } from "chevrotain";
import { dollarAt } from "./dollars.ts";
import {
  apart,
  dollarsBefore,
  dollarsBehind,
  joinedUnit,
  monthDashed,
  numbersOfDate,
  wideDigits,
} from "./filing-numbers.ts";
import {
  asReported,
  dashedDate,
  definedName,
  joinedMonth,
  mixedNumber,
  plusSign,
  yearFirst,
} from "./filing-readers.ts";
import { adjusted, hour, inMoney, mark } from "./filing-tails.ts";
import { fillersByWord } from "./fillers.ts";
import { CurrencyCode, keywordOf, keywords, MeasureName, MonthName } from "./keywords.ts";
import { longestMeasure, measureNames } from "./measures.ts";
import { months } from "./month-words.ts";
import { plainLetters } from "./plain-letters.ts";
import type { Reader, Reading } from "./reader.ts";
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
import { weekday } from "./weekdays.ts";

/** The words that a measure's name begins with. */
const measureStarts: ReadonlySet<string> = new Set(
  [...measureNames.keys()].map((name) => name.split(" ")[0] ?? ""),
);

const measure: Reader = {
  reads: "closing bid price",
  when: ({ source, at }) => {
    if (!measureStarts.has(wordAt(source, at))) return undefined;
    const ahead = source.slice(at, at + longestMeasure);
    const end = ahead.findIndex(({ tokenType }) => tokenType !== Word);
    const words = (end < 0 ? ahead : ahead.slice(0, end)).map(wordOf);
    const count = words.findLastIndex((_, last) => measureNames.has(words.slice(0, last + 1).join(" "))) + 1;
    return count > 0 ? one(count, merged(source.slice(at, at + count), MeasureName)) : undefined;
  },
};

/** The article means “per” before a unit of time, before a day only behind a sum. */
const perUnit: Reader = {
  reads: "12% a year",
  when: ({ source, at }) => {
    const token = source[at] as IToken;
    if (wordAt(source, at) !== "a") return undefined;
    const type = keywordOf.get(wordAt(source, at + 1));
    const ofSum = type === keywords.Day && source[at - 1]?.tokenType === NumberToken;
    const reads = type === keywords.Year || type === keywords.Month || ofSum;
    return reads ? one(1, retyped(token, keywords.Per)) : undefined;
  },
};

const perCent: Reader = {
  reads: "12 per cent",
  when: ({ source, at }) =>
    wordAt(source, at) === "per" && /^cent(um)?$/.test(wordAt(source, at + 1))
      ? one(2, merged(source.slice(at, at + 2), Percent))
      : undefined,
};

/** The end of a period, and not a day before. */
const periodEnd: Reader = {
  reads: "last day of each quarter",
  when: ({ source, at }) =>
    wordAt(source, at) === "last" && wordAt(source, at + 1) === "day" && wordAt(source, at + 2) === "of"
      ? one(2, merged(source.slice(at, at + 2), keywords.LastDay))
      : undefined,
};

const perAnnum: Reader = {
  reads: "12% p.a.",
  when: ({ source, at }) => {
    const token = source[at] as IToken;
    if (!/^p\.a\.?$/.test(wordAt(source, at))) return undefined;
    const per = { ...retyped(token, keywords.Per), image: "per" };
    return { taken: 1, tokens: [per, { ...retyped(token, keywords.Year), image: "annum" }] };
  },
};

const ordinalEnds: ReadonlySet<string> = new Set(["st", "nd", "rd", "th"]);

/** A day of a month by its place, before or behind the month's name. */
const ordinal: Reader = {
  reads: "30th day of June",
  when: ({ source, at }) => {
    const number = source[at - 1];
    const adjoins = number?.tokenType === NumberToken && spanOf(number).end === source[at]?.startOffset;
    if (!adjoins || !ordinalEnds.has(wordAt(source, at))) return undefined;
    const day = wordAt(source, at + 1) === "day" ? 1 : 0;
    const of = wordAt(source, at + 1 + day) === "of" && months.has(wordAt(source, at + 2 + day));
    return { taken: of ? 2 + day : 1, tokens: [] };
  },
};

/** Dollars of one country, whatever the note's currency is. */
const dollars: Reader = {
  reads: "US$ 5,000",
  when: ({ source, at }) => {
    const code = dollarAt(source, at);
    if (code === undefined) return undefined;
    return one(2, { ...merged(source.slice(at, at + 2), CurrencyCode), image: code });
  },
};

const codePattern = /^[A-Z]{3}$/;

/** Three capitals before a number. */
function isCurrencyCode(source: readonly IToken[], at: number): boolean {
  const next = source[at + 1]?.tokenType;
  return codePattern.test(source[at]?.image ?? "") && (next === NumberToken || next === Dollar);
}

const scaleTypes: ReadonlySet<TokenType> = new Set([keywords.Thousand, keywords.Million, keywords.Billion]);

/** The code goes before its sum, in the place of a dollar sign. */
const codeBehind: Reader = {
  reads: "5 million USD",
  when: ({ source, at, before }) => {
    const token = source[at] as IToken;
    const known = wordOf(token);
    if (!codePattern.test(token.image) || isCurrencyCode(source, at)) return undefined;
    if (keywordOf.has(known) || months.has(known) || measureNames.has(known)) return undefined;
    const scaled = scaleTypes.has(before.at(-1)?.tokenType ?? Word) ? 1 : 0;
    if (before.at(-1 - scaled)?.tokenType !== NumberToken) return undefined;
    const sign = before.at(-2 - scaled)?.tokenType === Dollar ? 1 : 0;
    if (before.at(-2 - scaled - sign)?.tokenType === CurrencyCode) return undefined;
    const sum = before.slice(before.length - 1 - scaled);
    return {
      taken: 1,
      tokens: [retyped(token, CurrencyCode), ...sum],
      takesBack: sum.length + sign,
    };
  },
};

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

const part: Reader = {
  reads: "one third of",
  when: ({ source, at }) => {
    const [two, word] = [`${wordAt(source, at)}-${wordAt(source, at + 1)}`, wordAt(source, at)];
    const words = parts.has(two) ? 2 : 1;
    const fraction = parts.get(two) ?? parts.get(word);
    if (fraction === undefined || wordAt(source, at + words) !== "of") return undefined;
    return one(words, { ...merged(source.slice(at, at + words), Fraction), image: fraction });
  },
};

const bounds: ReadonlySet<TokenType | undefined> = new Set([NumberToken, Dollar, IsoDate]);

/** Whether `to` carries a meaning: `day 0 to 30`, `from $0.01 to $0.02`, `up to`, `rounded to`, `rounded up to`. */
function joinsBounds(source: readonly IToken[], at: number): boolean {
  if (wordAt(source, at - 1) === "rounded" || wordAt(source, at - 2) === "rounded") return true;
  const behind = wordAt(source, at + 1) === "the" ? at + 2 : at + 1;
  const next = wordAt(source, behind);
  const opens = next === "day" || months.has(next) || isCurrencyCode(source, behind);
  const joins =
    bounds.has(source[at - 1]?.tokenType) || /^(up|days?|st|nd|rd|th)$/.test(wordAt(source, at - 1));
  return joins && (opens || bounds.has(source[behind]?.tokenType));
}

/** Small words that carry no meaning. `A $5,000`: no article is written with a capital there, and Australian dollars are. */
const filler: Reader = {
  reads: "the outstanding",
  when: ({ source, at }) => {
    const candidates = fillersByWord.get(wordAt(source, at)) ?? [];
    const found = candidates.find((words) =>
      words.every((word, index) => wordAt(source, at + index) === word),
    );
    const isSign = source[at]?.image === "A" && source[at + 1]?.tokenType === Dollar;
    const means = isSign || (wordAt(source, at) === "to" && joinsBounds(source, at));
    return found && !means ? { taken: found.length, tokens: [] } : undefined;
  },
};

/** The number once, and what its words and figures say differently. */
const spelled: Reader = {
  reads: "five (5)",
  when: ({ source, at }) => spelledAt(source, at),
};

const keyword: Reader = {
  reads: "any other word",
  when: ({ source, at }) => {
    const token = source[at] as IToken;
    const type = typeOfWord(source, at);
    const image = type === MonthName ? plainLetters(token.image) : token.image;
    return one(1, { ...retyped(token, type), image });
  },
};

function typeOfWord(source: readonly IToken[], at: number): TokenType {
  const text = wordAt(source, at);
  if (isCurrencyCode(source, at)) return CurrencyCode;
  if (months.has(text)) return MonthName;
  return text === "percent" ? Percent : (keywordOf.get(text) ?? Word);
}

/** The number of an item in a list. */
const enumerator: Reader = {
  reads: "(ii)",
  when: ({ source, at }) => {
    const label = source[at + 1];
    const enumerates =
      source[at]?.tokenType === OpenParenthesis &&
      label?.tokenType === Word &&
      /^([a-z]|[ivx]{1,4})$/i.test(label.image) &&
      source[at + 2]?.tokenType === CloseParenthesis;
    return enumerates ? { taken: 3, tokens: [] } : undefined;
  },
};

function one(taken: number, token: IToken): Reading {
  return { taken, tokens: [token] };
}

/** What is read from words, in the order in which it is tried. */
export const wordReaders: readonly Reader[] = [
  wideDigits,
  weekday,
  joinedMonth,
  monthDashed,
  joinedUnit,
  hour,
  inMoney,
  dollarsBefore,
  dollarsBehind,
  measure,
  perUnit,
  perCent,
  periodEnd,
  perAnnum,
  ordinal,
  dollars,
  codeBehind,
  part,
  filler,
  spelled,
  keyword,
];

/** What is read from other tokens; what none of them reads stays as it is. */
export const otherReaders: readonly Reader[] = [
  enumerator,
  definedName,
  asReported,
  adjusted,
  hour,
  inMoney,
  mark,
  dashedDate,
  numbersOfDate,
  yearFirst,
  mixedNumber,
  apart,
  plusSign,
];
