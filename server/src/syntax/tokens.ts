import { createToken, type IToken, Lexer, type TokenType } from "chevrotain";
import { blockCommentEnd } from "../base/comments.ts";
import { keeper } from "../base/keeper.ts";
import { once } from "../base/once.ts";
import type { Span } from "../base/span.ts";

/** Every token that may stand inside a clause. */
export const Item = createToken({ name: "Item", pattern: Lexer.NA });

const spaces = " \\t\\u00A0\\u1680\\u2000-\\u200B\\u202F\\u205F\\u3000\\uFEFF\\u2028\\u2029\\f\\v";
const quotes = '"\\u201C\\u201D\\u201E';
const dashes = "\\-\\u2010-\\u2015\\u2212";
/** Beyond ASCII, whatever is no space, quote or dash reads as a letter: names are written in any script. */
const letter = `A-Za-z\\u00A1-\\u167F\\u1681-\\u1FFF\\u2016\\u2017\\u201A\\u2020-\\u2027\\u2030-\\u205E\\u2060-\\u2211\\u2213-\\u2FFF\\u3001-\\uFEFE\\uFF00-\\uFFFF`;
/** Three capitals that a number adjoins are a word by themselves: `USD317,500`. */
const code = `[A-Z]{3}(?=(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?![${letter}\\d]))`;
const wordPattern = new RegExp(
  `${code}|[${letter}_](?:[${letter}_0-9]|['\\u2019&/.\\u2010\\u2011-](?=[${letter}0-9]))*\\.?`,
);

const item = (name: string, pattern: RegExp): TokenType => createToken({ name, pattern, categories: [Item] });

const Space = createToken({ name: "Space", pattern: new RegExp(`[${spaces}]+`), group: Lexer.SKIPPED });
const LineComment = createToken({ name: "LineComment", pattern: /\/\/[^\r\n]*/, group: "comments" });
/** A comment that is never closed ends with its line, so that it cannot swallow the draft. */
const BlockComment = createToken({
  name: "BlockComment",
  pattern: { exec: (text, offset) => blockCommentAt(text, offset) },
  group: "comments",
  line_breaks: true,
});

function blockCommentAt(text: string, offset: number): [string] | null {
  return text.startsWith("/*", offset) ? [text.slice(offset, blockCommentEnd(text, offset))] : null;
}

export const LineEnd = createToken({ name: "LineEnd", pattern: /\r\n|\r|\n/, line_breaks: true });
export const Semicolon = createToken({ name: "Semicolon", pattern: /;/ });
export const OpenBrace = createToken({ name: "OpenBrace", pattern: /\{/ });
export const CloseBrace = createToken({ name: "CloseBrace", pattern: /\}/ });

export const OpenBracket = item("OpenBracket", /\[/);
export const CloseBracket = item("CloseBracket", /\]/);
export const Bar = item("Bar", /\|/);
/** A quote that is never closed ends with its line. */
export const Quoted = item("Quoted", new RegExp(`[${quotes}][^${quotes}\\r\\n]*[${quotes}]?`));
export const IsoDate = item("IsoDate", /\d{4}-\d{1,2}-\d{1,2}(?![\d-])/);
export const SlashDate = item("SlashDate", /\d{1,2}\/\d{1,2}\/\d{2,4}/);
export const Fraction = item("Fraction", /\d+E?\/\d+/i);
export const NumberToken = item("Number", /(?:\d{1,3}(?:,\d{3})+(?![\d])|\d+)(?:\.\d+)?|\.\d+/);
export const Dollar = item("Dollar", /\$/);
export const Percent = item("Percent", /%/);
export const Comma = item("Comma", /,/);
export const OpenParenthesis = item("OpenParenthesis", /\(/);
export const CloseParenthesis = item("CloseParenthesis", /\)/);
export const Dash = item("Dash", new RegExp(`[${dashes}]`));
export const Word = item("Word", wordPattern);
export const Colon = item("Colon", /:/);
const Stray = item("Stray", /[^\s{}]/);

const lexerTokens = [
  Space, Word, Semicolon, OpenBrace, CloseBrace, OpenBracket, CloseBracket, Bar, Dollar, Percent, Comma,
  OpenParenthesis, CloseParenthesis, LineEnd, IsoDate, SlashDate, Fraction, NumberToken, Quoted, LineComment,
  BlockComment, Dash, Colon, Stray,
]; // biome-ignore format: the order is the order of matching

/**
 * Patterns are tried in order: with words first, and then what is one character, that is faster than a table of first
 * characters, which takes long to make.
 */
const lexer = once(
  () =>
    new Lexer([...lexerTokens, Item], {
      positionTracking: "onlyOffset",
      skipValidations: true,
      safeMode: true,
    }),
);

export interface Lexed {
  readonly tokens: IToken[];
  readonly comments: IToken[];
  /** Characters that no token covers; a test demands that there are none. */
  readonly lost: number;
}

/**
 * Splits any text at all into tokens; with the comments and spaces they cover it character by character. No token but a
 * block comment goes beyond its line, so that without one a line is split once: only its place is new.
 */
export function tokenize(text: string): Lexed {
  if (text.includes("/*")) return splitUp(text);
  const tokens: IToken[] = [];
  const comments: IToken[] = [];
  let lost = 0;
  let start = 0;
  for (const line of text.match(/[^\r\n]+(?:\r\n|\r|\n)?|\r\n|\r|\n/g) ?? []) {
    const known = lineOf(line);
    for (const token of known.tokens) tokens.push(movedBy(token, start));
    for (const comment of known.comments) comments.push(movedBy(comment, start));
    lost += known.lost;
    start += line.length;
  }
  return { tokens, comments, lost };
}

function splitUp(text: string): Lexed {
  const { tokens, groups, errors } = lexer().tokenize(text);
  return { tokens, comments: groups.comments ?? [], lost: errors.length };
}

/** The lines of a long sheet, and no more than a few megabytes of what is made of them. */
const lines = keeper<Lexed>(100_000);

function lineOf(line: string): Lexed {
  return lines.of(line, splitUp);
}

function movedBy(token: IToken, distance: number): IToken {
  const { image, tokenType, tokenTypeIdx, startOffset } = token;
  return { image, startOffset: startOffset + distance, tokenType, tokenTypeIdx };
}

/** Where a token stands in the text it was read from. */
export function spanOf(token: IToken): Span {
  const end = token.endOffset === undefined ? token.startOffset + token.image.length : token.endOffset + 1;
  return { start: token.startOffset, end };
}

/** A token that the text does not hold, put in where the reader needs one. */
export function virtual(type: TokenType, offset: number): IToken {
  return {
    image: "",
    startOffset: offset,
    tokenType: type,
    tokenTypeIdx: type.tokenTypeIdx ?? 0,
  };
}

/** The same token read as another type. */
export function retyped(token: IToken, type: TokenType): IToken {
  return { ...token, tokenType: type, tokenTypeIdx: type.tokenTypeIdx ?? 0 };
}
