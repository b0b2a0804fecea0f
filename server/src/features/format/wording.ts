import type { IToken } from "chevrotain";
import type { ClauseSpec } from "../../catalog/clause.ts";
import { chosen, type Value } from "../../catalog/value.ts";
import { OpenBracket, spanOf, Word } from "../../syntax/tokens.ts";
import { wordOf } from "../../syntax/vocabulary.ts";
import { type Wording, wordsKey } from "../../syntax/written.ts";

/** What is known of a clause's words before they are laid out. */
export interface Words {
  /** How they are taken; undefined of free text, which stays as it is. */
  readonly wording: Wording | undefined;
  /** The word that the clause's choice is written with. */
  readonly choice: string | undefined;
  /** The words behind the choice; all of them where there is none. */
  readonly rest: readonly IToken[];
}

/** How the words behind a clause's name are taken, by what the catalog says of its value. */
export function wordsOf({ value }: ClauseSpec, phrase: readonly IToken[], text: string): Words {
  const plain = (wording: Wording | undefined): Words => ({ wording, choice: undefined, rest: phrase });
  if (isNone(phrase)) return plain("lower case");
  const form: Value["form"] = value.form;
  switch (form) {
    case "phrase":
    case "definition":
      return plain("phrase");
    case "heading":
    case "allowance":
    case "flag":
    case "block":
      return plain("lower case");
    case "choice":
      return choiceOf(value, phrase, text) ?? plain("as written");
    case "text":
      return plain(undefined);
    default:
      return plain("as written");
  }
}

/** The choice at the start of a clause's words, as many of them as one says; none where brackets leave it open. */
function choiceOf(value: Value, phrase: readonly IToken[], text: string): Words | undefined {
  if (value.form !== "choice" || phrase.some(({ tokenType }) => tokenType === OpenBracket)) return undefined;
  const start = phrase[0]?.startOffset ?? 0;
  for (let count = phrase.length; count > 0; count--) {
    const { end } = spanOf(phrase[count - 1] as IToken);
    const found = chosen(value.choices, text.slice(start, end));
    if (found) return { wording: "phrase", choice: found.word, rest: phrase.slice(count) };
  }
  return undefined;
}

/** What a clause's words say, the same for all words that read the same. */
export function keyOf(spec: ClauseSpec, phrase: readonly IToken[], text: string): string {
  const { wording, choice, rest } = wordsOf(spec, phrase, text);
  const words = wording ? wordsKey(rest, wording) : rest.map(({ image }) => image.trim()).join(" ");
  return `${choice ?? ""} | ${words}`;
}

function isNone([only, more]: readonly IToken[]): boolean {
  return only?.tokenType === Word && wordOf(only) === "none" && more === undefined;
}
