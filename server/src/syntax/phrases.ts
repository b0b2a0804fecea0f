import { type IToken, tokenMatcher } from "chevrotain";
import { keeper } from "../base/keeper.ts";
import type { Problem } from "../base/problem.ts";
import { cover, type Span, shift } from "../base/span.ts";
import { byLabels } from "./choices.ts";
import { settled, wordsOf } from "./doubts.ts";
import { expectedAfter } from "./expected.ts";
import { type PhraseRule, phraseParser, tooDeepAt } from "./phrase-grammar.ts";
import type { Phrase } from "./phrase-tree.ts";
import { plain } from "./plain.ts";
import { spanOf } from "./tokens.ts";
import { whicheverReadings } from "./whichever.ts";

/** What a clause's words say, or where they stop making sense. */
export type PhraseReading<P = Phrase> =
  | { readonly phrase: P; readonly problems: readonly Problem[] }
  | { readonly phrase: undefined; readonly unfit: Unfit; readonly problems: readonly Problem[] };

/** The first words that the rule could not read; `found` is empty where the phrase ends too early. */
export interface Unfit {
  readonly found: string;
  readonly span: Span;
  /** Where the words read, but in more ways than one: two of them, with braces; one where the words lack a label. */
  readonly readings?: readonly string[];
}

/** More words than any clause has; what stands behind them is not read, so that no draft can stall the editor. */
const mostWords = 500;

/**
 * Reads a clause's words by one entry rule. `at` is where the phrase begins, for a phrase that is missing.
 * What the same words said before they say again: only their place is new, so that an edit reads one clause.
 */
export function readPhrase(rule: PhraseRule, source: readonly IToken[], at: number): PhraseReading {
  const start = source[0]?.startOffset ?? at;
  const key = keyOf(rule, source, start);
  const known = readings.of(key, () => ({ reading: readAfresh(rule, source, at), start }));
  return moved(known.reading, start - known.start);
}

/** The phrases of a house's file of forms, and no more than a few megabytes of what is read of them. */
const readings = keeper<{ readonly reading: PhraseReading; readonly start: number }>(500_000);

function keyOf(rule: PhraseRule, source: readonly IToken[], start: number): string {
  let key: string = rule;
  for (const { image, startOffset, tokenTypeIdx } of source)
    key += `\0${tokenTypeIdx} ${startOffset - start} ${image}`;
  return key;
}

/** The same value with every span in it moved. */
function moved<T>(value: T, distance: number): T {
  if (distance === 0 || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => moved(item, distance)) as T;
  if ("start" in value && "end" in value) return shift(value as unknown as Span, distance) as T;
  const copy: Record<string, unknown> = { ...(value as Record<string, unknown>) };
  for (const name in copy) if (typeof copy[name] === "object") copy[name] = moved(copy[name], distance);
  return copy as T;
}

function readAfresh(rule: PhraseRule, source: readonly IToken[], at: number): PhraseReading {
  const ways = byLabels(source);
  if (ways.length > 1) {
    const span = cover(spanOf(source[0] as IToken), spanOf(source.at(-1) as IToken));
    return { phrase: undefined, unfit: { found: "", span, readings: ways.map(wordsOf) }, problems: [] };
  }
  const { tokens, problems } = plain(source, rule === "scheduleRow" ? "row" : "value");
  const either = whicheverReadings(tokens);
  if (either) {
    const span = cover(spanOf(source[0] as IToken), spanOf(source.at(-1) as IToken));
    return { phrase: undefined, unfit: { found: "", span, readings: either }, problems };
  }
  return readPlain(rule, tokens, at, problems);
}

function readPlain(
  rule: PhraseRule,
  tokens: readonly IToken[],
  at: number,
  problems: readonly Problem[],
): PhraseReading {
  const deep = tooDeepAt(tokens) ?? (tokens.length > mostWords ? mostWords : undefined);
  if (deep !== undefined) return { phrase: undefined, unfit: unfitAt(tokens, deep, at), problems };
  const parser = phraseParser();
  parser.input = [...tokens];
  const phrase = parser[rule]() as Phrase;
  const error = parser.errors[0];
  if (!error) return settledReading(rule, phrase, tokens, at, problems);
  const stopped = tokens.indexOf(error.token);
  const index = stopped < 0 ? tokens.length : firstUnfit(rule, tokens, stopped);
  return { phrase: undefined, unfit: unfitAt(tokens, index, at), problems };
}

/** What was read, where nothing in it could be read otherwise; a choice inside a choice may be. */
function settledReading(
  rule: PhraseRule,
  phrase: Phrase,
  tokens: readonly IToken[],
  at: number,
  problems: readonly Problem[],
): PhraseReading {
  const found = settled(phrase, tokens);
  if (found.kind === "clear") return { phrase, problems };
  if (found.kind === "otherwise") return readPlain(rule, found.tokens, at, problems);
  const { span, readings: ways } = found;
  return { phrase: undefined, unfit: { found: "", span, readings: ways }, problems };
}

/** The first word that no phrase goes on with: the parser, which looks ahead, may have stopped some words before it. */
function firstUnfit(rule: PhraseRule, tokens: readonly IToken[], stopped: number): number {
  const goesOn = (at: number): boolean =>
    [...expectedAfter(rule, tokens.slice(0, at))].some((type) => tokenMatcher(tokens[at] as IToken, type));
  let at = stopped;
  while (at < tokens.length && goesOn(at)) at++;
  return at;
}

function unfitAt(tokens: readonly IToken[], index: number, at: number): Unfit {
  const first = tokens[index];
  if (!first) {
    const last = tokens.at(-1);
    const end = last ? spanOf(last).end : at;
    return { found: "", span: last ? { start: spanOf(last).start, end } : { start: at, end } };
  }
  const last = tokens.slice(index).findLast((token) => token.image !== "") ?? first;
  const sameLine = tokens.slice(index).findIndex((token) => token.image.includes("\n"));
  const end = sameLine > 0 ? (tokens[index + sameLine - 1] ?? last) : last;
  const span = cover(spanOf(first), spanOf(end));
  return { found: first.image.trim(), span };
}
