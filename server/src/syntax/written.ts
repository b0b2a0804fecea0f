import { type IToken, type TokenType, tokenMatcher } from "chevrotain";
import { resolveBrackets } from "./brackets.ts";
import { AlternativeEnd, GroupClose, GroupOpen } from "./frames.ts";
import {
  CurrencyCode,
  keywords,
  keywordText,
  keywordWritten,
  MeasureName,
  MonthName,
  wordsOfKeyword,
} from "./keywords.ts";
import { measureWritten } from "./measures.ts";
import { monthWritten } from "./month-words.ts";
import { plain } from "./plain.ts";
import {
  CloseBrace,
  CloseBracket,
  CloseParenthesis,
  Comma,
  Dollar,
  Fraction,
  IsoDate,
  LineEnd,
  NumberToken,
  OpenBrace,
  OpenBracket,
  OpenParenthesis,
  Percent,
  Quoted,
  retyped,
  Semicolon,
  SlashDate,
  spanOf,
  tokenize,
  Word,
} from "./tokens.ts";
import { wordOf } from "./vocabulary.ts";

/** How a clause's words are taken: as phrases are read, or rows of a schedule; each word in lower case; each word as it is. */
export type Wording = "phrase" | "row" | "lower case" | "as written";

/**
 * Words as the formatter writes them, on one line: of a phrase what the plain-maker keeps, each word in its one form,
 * with the spaces that belong between them. What stands in brackets is the draft's, and stays as it is. `text` is
 * what the tokens were read from; braces and line ends are no words and do not belong here.
 */
export function wordsWritten(source: readonly IToken[], wording: Wording, text: string): string {
  const words = stretches(source).flatMap((stretch) => {
    const bracket = stretch[0]?.tokenType === OpenBracket;
    return bracket ? [bracketed(stretch, text)] : worded(stretch, wording).map(single);
  });
  return words.map((word, index) => gap(words[index - 1], word) + word.text).join("");
}

/**
 * What the words say, as one text that is the same for all words that read the same: each reading of their brackets,
 * token by token.
 */
export function wordsKey(source: readonly IToken[], wording: Wording): string {
  const { tokens, others, brackets } = resolveBrackets(source);
  const readings = [tokens, ...others.map((other) => other.tokens)].map((reading) =>
    withoutJoints(worded(reading, wording)).map(keyOf).join(" "),
  );
  return [...brackets.map(({ kind }) => kind), ...readings].join(" / ");
}

/** The tokens of a phrase that a text writes, its braces and line ends read as those of alternatives. */
export function phraseTokens(text: string): IToken[] {
  return tokenize(text).tokens.map((token) => {
    const type = groupTypes.get(token.tokenType);
    return type ? retyped(token, type) : token;
  });
}

/** A quote with straight marks; one that is not closed stays so, for its end is the line's. */
export function straight(quoted: string): string {
  return `"${quoted.slice(1).replace(/["“”„]$/, '"')}`;
}

/** Whether it is a quote that its line ends. */
export function isOpenQuote({ tokenType, image }: IToken): boolean {
  return tokenType === Quoted && !/^.[^\r\n]*["“”„]$/.test(image);
}

const groupTypes: ReadonlyMap<TokenType, TokenType> = new Map([
  [OpenBrace, GroupOpen],
  [CloseBrace, GroupClose],
  [LineEnd, AlternativeEnd],
  [Semicolon, AlternativeEnd],
]);

/** The tokens cut before and behind each bracket; one that is left open goes on to the end. */
function stretches(source: readonly IToken[]): IToken[][] {
  const found: IToken[][] = [[]];
  let inside = false;
  for (const token of source) {
    if (!inside && token.tokenType === OpenBracket) {
      found.push([]);
      inside = true;
    }
    found.at(-1)?.push(token);
    if (inside && token.tokenType === CloseBracket) {
      found.push([]);
      inside = false;
    }
  }
  return found.filter((stretch) => stretch.length > 0);
}

function worded(tokens: readonly IToken[], wording: Wording): readonly IToken[] {
  if (wording === "as written") return tokens;
  if (wording === "phrase") return plain(tokens).tokens.map(inItsForm);
  if (wording === "row") return plain(tokens, "row").tokens.map(inItsForm);
  return tokens.map((token) => (token.tokenType === Word ? inLowerCase(token) : token));
}

/** A word that the grammar does not know in lower case; of a window, whatever opens it, `over`. */
function inItsForm(token: IToken, index: number, tokens: readonly IToken[]): IToken {
  const opensWindow = token.tokenType === keywords.Over && tokens[index - 1]?.tokenType === MeasureName;
  if (opensWindow) return { ...token, image: keywordText(keywords.Over) ?? token.image };
  return token.tokenType === Word && !mayBeCode.test(token.image) ? inLowerCase(token) : token;
}

function inLowerCase(token: IToken): IToken {
  return { ...token, image: token.image.toLowerCase() };
}

/** A word as it is written, and where it was read. */
interface WrittenWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether spaces stand round it by rule; else as the author has them. */
  readonly spaced: boolean;
  readonly type: TokenType | undefined;
}

function single(token: IToken): WrittenWord {
  const { tokenType } = token;
  return {
    ...spanOf(token),
    text: written(token),
    spaced: tokenMatcher(token, Word) || spacedTypes.has(tokenType),
    type: tokenType,
  };
}

function bracketed(tokens: readonly IToken[], text: string): WrittenWord {
  const start = tokens[0]?.startOffset ?? 0;
  const end = spanOf(tokens.at(-1) as IToken).end;
  return { text: text.slice(start, end), start, end, spaced: false, type: undefined };
}

function written(token: IToken): string {
  switch (token.tokenType) {
    case MeasureName:
      return measureWritten(token.image);
    case MonthName:
      return monthWritten(wordOf(token));
    case Percent:
      return "%";
    case Quoted:
      return straight(token.image);
    case NumberToken:
      return typeof token.payload === "string" ? token.payload : token.image;
    case CurrencyCode:
    case Word:
      return token.image;
    default:
      return tokenMatcher(token, Word) ? keywordWritten(token.tokenType, wordOf(token)) : token.image;
  }
}

/** Before a bracket, three capitals may be a currency's code. */
const mayBeCode = /^[A-Z]{3}$/;

const spacedTypes: ReadonlySet<TokenType> = new Set([
  NumberToken,
  IsoDate,
  SlashDate,
  Fraction,
  Quoted,
  MeasureName,
  Percent,
  Comma,
  Dollar,
  OpenParenthesis,
  CloseParenthesis,
]);
const tightBefore: ReadonlySet<TokenType | undefined> = new Set([Percent, Comma, CloseParenthesis]);
const tightBehind: ReadonlySet<TokenType | undefined> = new Set([Dollar, OpenParenthesis]);

function gap(before: WrittenWord | undefined, word: WrittenWord): string {
  if (!before) return "";
  if (!before.spaced || !word.spaced) return before.end === word.start ? "" : " ";
  return tightBefore.has(word.type) || tightBehind.has(before.type) ? "" : " ";
}

/** An alternative's own words: the comma and the `or` that a filing has between two of them say no more than the line's end. */
export function ownWords(alternative: readonly IToken[]): readonly IToken[] {
  const first = alternative.findIndex((token) => !isJoint(token));
  const last = alternative.findLastIndex((token) => !isJoint(token));
  return first < 0 ? [] : alternative.slice(first, last + 1);
}

function isJoint(token: IToken): boolean {
  return token.tokenType === Comma || (tokenMatcher(token, Word) && joints.has(wordOf(token)));
}

const joints: ReadonlySet<string> = new Set([keywords.Or, keywords.And].flatMap(wordsOfKeyword));

/** The tokens with one end between two alternatives, whatever stands there. */
function withoutJoints(tokens: readonly IToken[]): IToken[] {
  const out: IToken[] = [];
  let joint: IToken[] = [];
  for (const token of [...tokens, undefined]) {
    if (token && (token.tokenType === AlternativeEnd || isJoint(token))) {
      joint.push(token);
      continue;
    }
    const end = joint.find(({ tokenType }) => tokenType === AlternativeEnd);
    const opens = out.at(-1)?.tokenType === GroupOpen;
    const closes = token?.tokenType === GroupClose;
    if (end && !opens && !closes) out.push(end);
    if (!end && !opens && !closes) out.push(...joint);
    joint = [];
    if (token) out.push(token);
  }
  return out;
}

function keyOf(token: IToken): string {
  const { name } = token.tokenType;
  return groupKeys.has(token.tokenType) ? name : `${name}:${written(token)}`;
}

const groupKeys: ReadonlySet<TokenType> = new Set([GroupOpen, GroupClose, AlternativeEnd]);
