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

/** `65% of one price or another`: whether the percentage is of both is unclear. */
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

/**
 * The two ways in which `65% of one price or another, whichever is lower` can be read, in words; undefined where only
 * one of them is there.
 */
export function whicheverReadings(tokens: readonly IToken[]): readonly string[] | undefined {
  const said = choiceAtEnd(tokens);
  if (!said || !partOfEach(said.before)) return undefined;
  const { before, choice } = said;
  const joint = before.findIndex(({ tokenType }) => tokenType === keywords.Or || tokenType === keywords.And);
  const [part, one, other] = [before.slice(0, 3), before.slice(3, joint), before.slice(joint + 1)];
  if (before[2]?.tokenType !== keywords.Of || one.length === 0 || other.length === 0) return undefined;
  const words = (items: readonly IToken[]): string =>
    items.map(({ image }, at) => `${at > 0 && image !== "%" ? " " : ""}${image}`).join("");
  return [
    `${choice} of { ${words(part)} ${words(one)}; ${words(other)} }`,
    `${words(part)} ${choice} of { ${words(one)}; ${words(other)} }`,
  ];
}

/** The choice that a sentence ends with, and what stands before it. */
function choiceAtEnd(
  tokens: readonly IToken[],
): { readonly choice: string; readonly before: readonly IToken[] } | undefined {
  const at = tokens.findLastIndex((token) => token.image.toLowerCase() === "whichever");
  const tail = tokens.slice(at + 1).filter((token) => !verbs.has(wordOf(token)));
  const [last, more] = tail;
  const choice = last && choices.get(wordOf(last));
  if (at < 1 || choice === undefined || more) return undefined;
  return { choice, before: tokens.slice(0, tokens[at - 1]?.tokenType === Comma ? at - 1 : at) };
}

/** `12% or legal maximum, whichever is less` is `lesser of 12% or legal maximum`. */
export function whicheverFirst(tokens: readonly IToken[]): IToken[] {
  const said = choiceAtEnd(tokens);
  if (!said || partOfEach(said.before)) return [...tokens];
  const first = tokens[0] as IToken;
  const word = (image: string): IToken => ({
    ...retyped(first, keywordOf.get(image) ?? Word),
    image,
    payload: undefined,
  });
  return [word(said.choice), word("of"), ...said.before];
}
