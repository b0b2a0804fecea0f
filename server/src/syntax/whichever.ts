import type { IToken } from "chevrotain";
import { keywordOf } from "./keywords.ts";
import { Comma, retyped, Word } from "./tokens.ts";
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

/** `12% or legal maximum, whichever is less` is `lesser of 12% or legal maximum`. */
export function whicheverFirst(tokens: readonly IToken[]): IToken[] {
  const at = tokens.findLastIndex((token) => token.image.toLowerCase() === "whichever");
  const tail = tokens.slice(at + 1).filter((token) => !verbs.has(wordOf(token)));
  const [last, more] = tail;
  const choice = last && choices.get(wordOf(last));
  if (at < 1 || choice === undefined || more) return [...tokens];
  const first = tokens[0] as IToken;
  const end = tokens[at - 1]?.tokenType === Comma ? at - 1 : at;
  const word = (image: string): IToken => ({
    ...retyped(first, keywordOf.get(image) ?? Word),
    image,
    payload: undefined,
  });
  return [word(choice), word("of"), ...tokens.slice(0, end)];
}
