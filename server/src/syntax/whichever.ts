import type { IToken } from "chevrotain";
import { keywordOf, keywords, MeasureName } from "./keywords.ts";
import { Comma, NumberToken, Percent, retyped, Word } from "./tokens.ts";
import { wordOf } from "./vocabulary.ts";

/** What a choice at the end of a sentence says, by its last word, as the choice that the language begins with. */
const choices: ReadonlyMap<string, string> = new Map([
  ["less", "lesser"],
  ["lesser", "lesser"],
  ["lower", "lesser"],
  ["lowest", "lesser"],
  ["greater", "greater"],
  ["higher", "greater"],
  ["highest", "greater"],
  ["earlier", "earlier"],
  ["earliest", "earlier"],
  ["sooner", "earlier"],
  ["first", "earlier"],
  ["later", "later"],
  ["latest", "later"],
]);

const verbs: ReadonlySet<string> = new Set(["is", "shall", "be", "occurs", "comes", "occur"]);

const priced: ReadonlySet<IToken["tokenType"]> = new Set([
  keywords.Lowest,
  keywords.Highest,
  keywords.Average,
  MeasureName,
]);

/** `65% of one price or another`: whether the percentage is of both can't be told. */
function partOfEach(tokens: readonly IToken[]): boolean {
  const [number, percent] = tokens;
  if (number?.tokenType !== NumberToken || percent?.tokenType !== Percent) return false;
  return tokens.some(({ tokenType }, at) => {
    const next = tokens[at + 1]?.tokenType;
    return (
      (tokenType === keywords.Or || tokenType === keywords.And) && next !== undefined && priced.has(next)
    );
  });
}

/** `12% or legal maximum, whichever is less` is `lesser of 12% or legal maximum`. */
export function whicheverFirst(tokens: readonly IToken[]): IToken[] {
  const at = tokens.findLastIndex((token) => token.image.toLowerCase() === "whichever");
  const tail = tokens.slice(at + 1).filter((token) => !verbs.has(wordOf(token)));
  const [last, more] = tail;
  const choice = last && choices.get(wordOf(last));
  if (at < 1 || choice === undefined || more || partOfEach(tokens.slice(0, at))) return [...tokens];
  const first = tokens[0] as IToken;
  const end = tokens[at - 1]?.tokenType === Comma ? at - 1 : at;
  const word = (image: string): IToken => ({
    ...retyped(first, keywordOf.get(image) ?? Word),
    image,
    payload: undefined,
  });
  return [word(choice), word("of"), ...tokens.slice(0, end)];
}
