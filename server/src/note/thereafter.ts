import type { IToken } from "chevrotain";
import type { ScheduleRow } from "../catalog/value.ts";
import { spelledNumber } from "../syntax/number-words.ts";
import { Comma, NumberToken, retyped, spanOf, Word } from "../syntax/tokens.ts";
import type { Clause } from "../syntax/tree.ts";
import { wordOf } from "../syntax/vocabulary.ts";

/** Words that count from the statement or the row before: `thereafter`, `next 90 days`. */

/**
 * The statements of a clause, each for its own time: `8% for the first year and 10% thereafter` are two, and what holds
 * thereafter holds after the day until which the one before does.
 */
export function inTheirTime(said: readonly Clause[]): readonly Clause[] {
  const each = said.flatMap(divided);
  return each.map((clause, at) => {
    const last = clause.phrase.at(-1);
    const before = each[at - 1];
    const until = last && isWord(last, "thereafter") ? dayOf(before) : undefined;
    if (!last || !until || before?.from !== clause.from) return clause;
    const value = withoutJoints(clause.phrase.slice(0, -1));
    const day = until.map((one) => placedAt(one, last));
    return { ...clause, phrase: [...value, wordAt("after", last), ...day] };
  });
}

/** A statement that says in one sentence what holds at first and what holds thereafter, as two. */
function divided(clause: Clause): readonly Clause[] {
  const { phrase } = clause;
  if (!phrase.some((token) => isWord(token, "thereafter"))) return [clause];
  const joint = phrase.findLastIndex((token) => isWord(token, "and") || token.tokenType === Comma);
  const first = firstTime(phrase.slice(0, Math.max(joint, 0)));
  const second = phrase.slice(joint + 1).filter((token) => !isWord(token, "thereafter"));
  const then = phrase.find((token) => isWord(token, "thereafter"));
  if (joint < 1 || !then || second.length === 0 || !dayIn(first)) return [clause];
  return [
    { ...clause, phrase: withoutJoints(first) },
    { ...clause, phrase: [...second, then] },
  ];
}

/** `for the first 12 months` as the day until which it lasts. */
function firstTime(phrase: readonly IToken[]): readonly IToken[] {
  const at = phrase.findLastIndex((token) => isWord(token, "for") || isWord(token, "during"));
  const words = at < 0 ? [] : phrase.slice(at + 1).filter((token) => !isWord(token, "the"));
  const [first, ...rest] = words;
  if (!first || !isWord(first, "first")) return phrase;
  const counted = rest.length > 1 ? rest[0] : undefined;
  const unit = rest.at(-1);
  const count = counted ? numberIn(counted) : "1";
  if (!unit || count === undefined || !/^(day|week|month|year)s?$/.test(wordOf(unit))) return phrase;
  const said = `until ${count} ${wordOf(unit)} after issue`;
  return [...phrase.slice(0, at), ...wordsAt(said, first)];
}

function numberIn(token: IToken): string | undefined {
  if (token.tokenType === NumberToken) return token.image;
  const spelled = spelledNumber([wordOf(token)]);
  return spelled && String(spelled.value);
}

/** The words of the day until which a statement holds. */
function dayOf(clause: Clause | undefined): readonly IToken[] | undefined {
  return clause && dayIn(clause.phrase);
}

function dayIn(phrase: readonly IToken[]): readonly IToken[] | undefined {
  const at = phrase.findLastIndex((token) => isWord(token, "until"));
  const words = at < 0 ? [] : withoutJoints(phrase.slice(at + 1));
  return words.length > 0 ? words : undefined;
}

function withoutJoints(tokens: readonly IToken[]): readonly IToken[] {
  const end = tokens.findLastIndex((token) => token.tokenType !== Comma && !isWord(token, "and"));
  return tokens.slice(0, end + 1);
}

type Before = { readonly row: ScheduleRow; readonly tokens: readonly IToken[] } | undefined;

/** A row of a schedule that counts from the one before, in days of the note. */
export function rowInItsTime(tokens: readonly IToken[], before: Before): readonly IToken[] {
  const [first, ...rest] = tokens;
  if (!first || !before) return tokens;
  return (
    (isWord(first, "thereafter") ? afterIt(first, rest, before) : nextDays(first, rest, before)) ?? tokens
  );
}

function afterIt(
  first: IToken,
  rest: readonly IToken[],
  before: NonNullable<Before>,
): readonly IToken[] | undefined {
  const { when } = before.row;
  const behind = rest[0]?.tokenType === Comma ? rest.slice(1) : rest;
  if (when.kind === "days" && when.last !== undefined)
    return [...wordsAt(`after day ${when.last}`, first), ...behind];
  if (when.kind !== "dates" || !when.last) return undefined;
  const { span } = when.last;
  const day = before.tokens.filter((one) => one.startOffset >= span.start && spanOf(one).end <= span.end);
  return [wordAt("after", first), ...day.map((one) => placedAt(one, first)), ...behind];
}

function nextDays(
  first: IToken,
  rest: readonly IToken[],
  before: NonNullable<Before>,
): readonly IToken[] | undefined {
  const { when } = before.row;
  const [count, unit, ...behind] = rest;
  const counts = count?.tokenType === NumberToken && /^\d{1,4}$/.test(count.image);
  if (!/^(next|following)$/.test(wordOf(first)) || !counts || !unit || !/^days?$/.test(wordOf(unit)))
    return undefined;
  if (when.kind !== "days" || when.last === undefined) return undefined;
  return [...wordsAt(`day ${when.last + 1} to ${when.last + Number(count.image)}`, first), ...behind];
}

function isWord(token: IToken, word: string): boolean {
  return token.tokenType === Word && wordOf(token) === word;
}

function wordsAt(words: string, place: IToken): IToken[] {
  return words.split(" ").map((word) => wordAt(word, place));
}

function wordAt(image: string, place: IToken): IToken {
  const token = retyped(place, /^\d/.test(image) ? NumberToken : Word);
  return { ...token, image, endOffset: spanOf(place).end - 1 };
}

function placedAt(token: IToken, place: IToken): IToken {
  return { ...token, startOffset: place.startOffset, endOffset: spanOf(place).end - 1 };
}
