import type { IToken, TokenType } from "chevrotain";
import type { Problem } from "../base/problem.ts";
import { grouped } from "../base/words.ts";
import { isNumberWord, spelledNumber } from "./number-words.ts";
import {
  CloseParenthesis,
  Dollar,
  Fraction,
  NumberToken,
  OpenParenthesis,
  Percent,
  retyped,
  spanOf,
  Word,
} from "./tokens.ts";
import { wordOf } from "./vocabulary.ts";

/** A number in words, perhaps with its figures behind it, as the phrase grammar reads it: once. */
export interface SpelledNumber {
  readonly tokens: readonly IToken[];
  /** How many tokens it takes. */
  readonly taken: number;
  /** That words and figures differ. */
  readonly problem: Problem | undefined;
}

/** `five`, `five (5)`, `eighty-five percent (85%)`, `five thousand dollars ($5,000)`; undefined where no such number stands. */
export function spelledAt(source: readonly IToken[], at: number): SpelledNumber | undefined {
  const first = source[at];
  if (!first || !isNumberWord(wordAt(source, at))) return undefined;
  const words: string[] = [];
  for (let i = at; source[i]?.tokenType === Word; i++) words.push(wordAt(source, i));
  const number = spelledNumber(words);
  if (!number) return undefined;
  const end = at + number.words;
  const sum = sumAt(source, end);
  if (sum)
    return {
      tokens: [sum.sign, sum.number],
      taken: number.words + sum.taken,
      problem: difference(inDollars(number.value, sum.cents, wordAt(source, end)), sum.number, first),
    };
  const percent = percentAt(source, end);
  const figures = figuresAt(source, end + percent);
  if (figures) {
    const behind = percent > 0 ? 0 : percentAt(source, end + figures.taken);
    const last = source[end + percent + figures.taken + behind - 1] as IToken;
    const sign = percent || behind || figures.percent ? [retyped(figures.percent ?? last, Percent)] : [];
    return {
      tokens: [figures.number, ...sign],
      taken: number.words + percent + figures.taken + behind,
      problem: difference(number.value, figures.number, first),
    };
  }
  const spelled = { ...merged(source.slice(at, end), NumberToken), payload: String(number.value) };
  const sign = percent > 0 ? [merged(source.slice(end, end + percent), Percent)] : [];
  return { tokens: [spelled, ...sign], taken: number.words + percent, problem: undefined };
}

/** A sum in words as dollars: of dollars and hundredths, or of cents. */
function inDollars(value: number, cents: number, unit: string): number {
  return /^cents?$/.test(unit) ? value / 100 : value + cents / 100;
}

/** How many words say “per cent” here. */
function percentAt(source: readonly IToken[], at: number): number {
  if (wordAt(source, at) === "per" && /^cent(um)?$/.test(wordAt(source, at + 1))) return 2;
  return wordAt(source, at) === "percent" || source[at]?.tokenType === Percent ? 1 : 0;
}

interface Figures {
  readonly number: IToken;
  readonly percent: IToken | undefined;
  readonly taken: number;
}

/** `(5)`, `(85%)`. */
function figuresAt(source: readonly IToken[], at: number): Figures | undefined {
  const number = source[at + 1];
  if (source[at]?.tokenType !== OpenParenthesis || number?.tokenType !== NumberToken) return undefined;
  const percent = source[at + 2]?.tokenType === Percent ? source[at + 2] : undefined;
  const close = at + (percent ? 3 : 2);
  if (source[close]?.tokenType !== CloseParenthesis) return undefined;
  return { number, percent, taken: close - at + 1 };
}

/** `dollars ($5,000)`, `and 00/100 dollars ($5,000.00)`, `cents ($0.05)`, `($5,000)`. */
function sumAt(
  source: readonly IToken[],
  at: number,
):
  | { readonly sign: IToken; readonly number: IToken; readonly taken: number; readonly cents: number }
  | undefined {
  const named = (place: number): number =>
    /^(dollars?|cents?)$/.test(wordAt(source, place)) ? place + 1 : place;
  const unit = named(at);
  const cents = centsAt(source, unit);
  const open = named(unit + (cents?.taken ?? 0));
  const [opening, sign, number, closing] = source.slice(open, open + 4);
  const reads =
    opening?.tokenType === OpenParenthesis &&
    sign?.tokenType === Dollar &&
    number?.tokenType === NumberToken &&
    closing?.tokenType === CloseParenthesis;
  if (!reads) return undefined;
  return { sign, number, taken: open - at + 4, cents: cents?.cents ?? 0 };
}

/** `and 50/100`, before `dollars`: the cents behind a sum in words. */
function centsAt(
  source: readonly IToken[],
  at: number,
): { readonly cents: number; readonly taken: number } | undefined {
  const and = wordAt(source, at) === "and" ? 1 : 0;
  const part = source[at + and];
  if (/^(no|zero|xx)\/100$/.test(wordAt(source, at + and))) return { cents: 0, taken: and + 1 };
  const [, hundredths] = part?.tokenType === Fraction ? (/^(\d{1,2})\/100$/.exec(part.image) ?? []) : [];
  return hundredths === undefined ? undefined : { cents: Number(hundredths), taken: and + 1 };
}

function difference(spelledValue: number, figures: IToken, first: IToken): Problem | undefined {
  if (Number(figures.image.replaceAll(",", "")) === spelledValue) return undefined;
  return {
    code: "words-and-figures-differ",
    severity: "error",
    message: `The words say ${grouped(String(spelledValue))} and the figures say ${figures.image}. Courts read the words first; make both say what is meant. The figures are used here.`,
    span: { start: first.startOffset, end: spanOf(figures).end },
  };
}

/** Some tokens as one. */
export function merged(parts: readonly IToken[], type: TokenType): IToken {
  const first = parts[0] as IToken;
  const last = parts.at(-1) as IToken;
  const image = parts.map((part) => part.image).join(" ");
  return { ...retyped(first, type), image, endOffset: spanOf(last).end - 1 };
}

/** The word at a place, in lower case; empty where none stands there. */
export function wordAt(source: readonly IToken[], at: number): string {
  const token = source[at];
  return token?.tokenType === Word ? wordOf(token) : "";
}
