import type { IToken } from "chevrotain";
import type { Choice } from "../catalog/value.ts";
import { CloseParenthesis, Comma, OpenParenthesis, Word } from "../syntax/tokens.ts";
import { wordOf } from "../syntax/vocabulary.ts";

/** A tag beside a value, and the words that are left for the value. */
export interface TagBeside {
  readonly word: string;
  readonly value: readonly IToken[];
}

/** The tag that the words end or begin with, the longest of several; articles, commas and parentheses round it say no more. */
export function tagBeside(tags: readonly Choice[], tokens: readonly IToken[]): TagBeside | undefined {
  let best: TagBeside | undefined;
  for (const { word, also = [] } of tags) {
    for (const form of [word, ...also]) {
      const words = form.toLowerCase().split(" ");
      for (const value of [before(words, tokens), behind(words, tokens)])
        if (value && value.length > 0 && value.length < (best?.value.length ?? Infinity))
          best = { word, value };
    }
  }
  return best;
}

/** Whether a parenthesis ends the value: it closes one that is opened in it. */
function closesValue(tokens: readonly IToken[], at: number): boolean {
  if (tokens[at]?.tokenType !== CloseParenthesis) return false;
  return tokens.slice(0, at).some(({ tokenType }) => tokenType === OpenParenthesis);
}

/** What stands before the words, where the tokens end with them. */
function before(words: readonly string[], tokens: readonly IToken[]): readonly IToken[] | undefined {
  let at = tokens.length;
  for (const word of [...words].reverse()) {
    while (at > 0 && saysNoMore(tokens[at - 1])) at--;
    if (at === 0 || plainImage(tokens[--at] as IToken) !== word) return undefined;
  }
  while (at > 0 && saysNoMore(tokens[at - 1]) && !closesValue(tokens, at - 1)) at--;
  return tokens.slice(0, at);
}

/** What stands behind the words, where the tokens begin with them. */
function behind(words: readonly string[], tokens: readonly IToken[]): readonly IToken[] | undefined {
  let at = 0;
  for (const word of words) {
    while (saysNoMore(tokens[at])) at++;
    const token = tokens[at++];
    if (!token || plainImage(token) !== word) return undefined;
  }
  return tokens.slice(at);
}

function saysNoMore(token: IToken | undefined): boolean {
  if (!token) return false;
  const { tokenType } = token;
  if (tokenType === Comma || tokenType === OpenParenthesis || tokenType === CloseParenthesis) return true;
  return tokenType === Word && /^(the|a|an)$/.test(wordOf(token));
}

/** A word or sign as the catalog writes it. */
export function plainImage(token: IToken): string {
  return token.tokenType === Word ? wordOf(token) : token.image.toLowerCase();
}
