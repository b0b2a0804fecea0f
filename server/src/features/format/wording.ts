import type { IToken } from "chevrotain";
import type { ClauseSpec } from "../../catalog/clause.ts";
import { chosen, type Value } from "../../catalog/value.ts";
import { tagBeside } from "../../note/tags.ts";
import { expectationParts } from "../../note/values.ts";
import { conditionWords } from "../../syntax/keywords.ts";
import { OpenBracket, spanOf, Word } from "../../syntax/tokens.ts";
import { wordOf } from "../../syntax/vocabulary.ts";
import { type Wording, wordsKey } from "../../syntax/written.ts";

/** A part of what stands behind a clause's name: words to be written, or the catalog's own word for a choice. */
export type WordPart =
  | { readonly choice: string }
  | { readonly tokens: readonly IToken[]; readonly wording: Wording };

/** How what stands behind a clause's name is written, by its value in the catalog; undefined of free text. */
export function wordParts(
  { value }: ClauseSpec,
  phrase: readonly IToken[],
  text: string,
): readonly WordPart[] | undefined {
  if (phrase.length === 0 || isNone(phrase)) return worded(phrase, "lower case");
  return value.form === "text" ? undefined : partsOf(value, phrase, text);
}

/** What stands behind a clause's name, the same for all words that read the same. */
export function keyOf(spec: ClauseSpec, phrase: readonly IToken[], text: string): string {
  const parts = wordParts(spec, phrase, text);
  if (!parts) return phrase.map(({ image }) => image.trim()).join(" ");
  return parts
    .map((part) => ("choice" in part ? `choice ${part.choice}` : wordsKey(part.tokens, part.wording)))
    .join(" | ");
}

function partsOf(value: Value, phrase: readonly IToken[], text: string): readonly WordPart[] {
  switch (value.form) {
    case "phrase":
    case "definition":
    case "happening":
    case "flag":
      return worded(phrase, "phrase");
    case "heading":
    case "source":
    case "allowance":
    case "block":
      return worded(phrase, "lower case");
    case "choice":
    case "tagged":
    case "either":
      if (isOpen(phrase)) return worded(phrase, "as written");
      return chosenParts(value, phrase, text) ?? worded(phrase, plainest(value));
    case "expectation":
      return expectedParts(phrase) ?? worded(phrase, "as written");
    default:
      return worded(phrase, "as written");
  }
}

function expectedParts(phrase: readonly IToken[]): readonly WordPart[] | undefined {
  const parts = isOpen(phrase) ? undefined : expectationParts(phrase);
  if (!parts) return undefined;
  return [...worded(parts.label, "lower case"), { choice: parts.relation }, ...worded(parts.value, "phrase")];
}

/** The parts of words that hold a choice; undefined where none of the value's choices is among them. */
function chosenParts(value: Value, phrase: readonly IToken[], text: string): readonly WordPart[] | undefined {
  if (value.form === "choice") return longestFirst(phrase, (words) => choiceOf(value, words, text));
  if (value.form === "tagged") return longestFirst(phrase, (words) => taggedParts(value, words, text));
  if (value.form !== "either") return undefined;
  for (const one of Object.values(value.values)) {
    const parts = chosenParts(one, phrase, text);
    if (parts) return parts;
  }
  return undefined;
}

function choiceOf(
  { choices }: Extract<Value, { form: "choice" }>,
  words: readonly IToken[],
  text: string,
): readonly WordPart[] | undefined {
  const found = chosen(choices, text.slice(words[0]?.startOffset, spanOf(words.at(-1) as IToken).end));
  return found && [{ choice: found.word }];
}

function taggedParts(
  { value, tags }: Extract<Value, { form: "tagged" }>,
  words: readonly IToken[],
  text: string,
): readonly WordPart[] | undefined {
  const tag = tagBeside(tags, words);
  return tag && [...partsOf(value, tag.value, text), { choice: tag.word }];
}

/** What the words say, or their start where a condition stands behind it. */
function longestFirst(
  phrase: readonly IToken[],
  read: (words: readonly IToken[]) => readonly WordPart[] | undefined,
): readonly WordPart[] | undefined {
  const ends = phrase.flatMap((token, index) => (index > 0 && mayBeginCondition(token) ? [index] : []));
  for (const end of [...ends, phrase.length].reverse()) {
    const parts = read(phrase.slice(0, end));
    if (parts) return [...parts, ...(end < phrase.length ? worded(phrase.slice(end), "phrase") : [])];
  }
  return undefined;
}

function mayBeginCondition(token: IToken): boolean {
  return token.tokenType === Word && conditionWords.has(wordOf(token));
}

/** How words are taken in which no choice is found. */
function plainest(value: Value): Wording {
  return value.form === "choice" ? "as written" : "phrase";
}

function worded(tokens: readonly IToken[], wording: Wording): readonly WordPart[] {
  return tokens.length > 0 ? [{ tokens, wording }] : [];
}

function isNone([only, more]: readonly IToken[]): boolean {
  return only?.tokenType === Word && wordOf(only) === "none" && more === undefined;
}

/** Whether brackets leave open what the words are. */
function isOpen(phrase: readonly IToken[]): boolean {
  return phrase.some(({ tokenType }) => tokenType === OpenBracket);
}
