import type { IToken } from "chevrotain";
import { cover, type Span } from "../../base/span.ts";
import type { ClauseSpec } from "../../catalog/clause.ts";
import { Quoted, spanOf, tokenize } from "../../syntax/tokens.ts";
import type { Clause } from "../../syntax/tree.ts";
import { type BlockWords, matchName } from "../../syntax/vocabulary.ts";
import { phraseTokens, straight } from "../../syntax/written.ts";
import { asItStands, type Line } from "./lines.ts";
import { type Phrase, phraseLines, phraseOf } from "./phrase.ts";
import { commentsIn, hasComments, isRead, type Source } from "./source.ts";
import { keyOf, type WordPart, wordParts } from "./wording.ts";

/** A clause without its block. */
export interface Head {
  readonly name: string;
  /** The words behind the name, from a column on; undefined where there are none. */
  readonly value: ((column: number) => Line[]) | undefined;
  /** Whether the value stands in its block's column. */
  readonly aligned: boolean;
}

/** Where a clause's words end, its block left out. */
export function headSpan({ span, name, phrase }: Clause): Span {
  const last = phrase.at(-1);
  return { start: span.start, end: last ? spanOf(last).end : name.end };
}

/**
 * A clause's name and words as the formatter writes them; as they stand where they could not be read, or where
 * nothing that the formatter would write reads the same.
 */
export function headOf(clause: Clause, spec: ClauseSpec, words: BlockWords, source: Source): Head {
  const head = written(clause, spec, source);
  return head && readsTheSame(head, clause, spec, words, source) ? head : standing(clause, source);
}

function written(clause: Clause, spec: ClauseSpec, source: Source): Head | undefined {
  const { name, phrase } = clause;
  const { text } = source;
  const [opening] = phrase;
  if (!isRead(source, { start: name.end, end: headSpan(clause).end })) return undefined;
  if (hasComments(source, { start: clause.span.start, end: opening?.startOffset ?? name.end }))
    return undefined;
  const quoted = quotedIn(text.slice(name.start, name.end));
  const head = {
    name: spec.names[0].replace('"…"', () => quoted ?? ""),
    aligned: quoted === undefined && phrase.length > 0,
  };
  if (!opening) return { ...head, value: undefined };
  const parts = wordParts(spec, phrase, text);
  if (!parts) return { ...head, value: (column) => asItStands(text, spanOfAll(phrase), column) };
  const all = phraseOfParts(parts, spanOfAll(phrase), source);
  return all && { ...head, value: (column) => phraseLines(all, column, opening.startOffset, text) };
}

/** The parts as one phrase; undefined where a comment stands between words. */
function phraseOfParts(parts: readonly WordPart[], span: Span, source: Source): Phrase | undefined {
  const phrase: Phrase[number][] = [];
  let within = 0;
  for (const part of parts) {
    const words = "choice" in part ? [{ text: part.choice }] : phraseOf(part.tokens, { ...source, ...part });
    if (!words) return undefined;
    phrase.push(...words);
    within += "choice" in part ? 0 : commentsIn(source, spanOfAll(part.tokens)).length;
  }
  return commentsIn(source, span).length === within ? phrase : undefined;
}

/** The term in quotes that a clause's name defines, if it does; in straight quotes. */
export function quotedIn(name: string): string | undefined {
  if (!/["“”„]/.test(name)) return undefined;
  const quoted = tokenize(name).tokens.find(({ tokenType }) => tokenType === Quoted);
  return quoted && straight(quoted.image);
}

function readsTheSame(
  { name, value }: Head,
  clause: Clause,
  spec: ClauseSpec,
  words: BlockWords,
  { text }: Source,
): boolean {
  const lines = value?.(0).map((line) => line.text) ?? [];
  const now = `${name} ${lines.join("\n")}`;
  const tokens = phraseTokens(now);
  const match = matchName(words, tokens, 0);
  const named = match && spanOf(tokens[match.words - 1] as IToken).end === name.length;
  if (!named || match.id !== clause.match?.id) return false;
  return keyOf(spec, tokens.slice(match.words), now) === keyOf(spec, clause.phrase, text);
}

/** A clause's words as they stand, in the column if they could be read or if the author set them apart from the name. */
function standing(clause: Clause, source: Source): Head {
  const { name, phrase, span } = clause;
  const { text } = source;
  const first = phrase[0];
  const gap = first ? text.slice(name.end, first.startOffset) : "";
  const apart = /[ \t]{2}|\t/.test(gap) || isRead(source, { start: name.end, end: headSpan(clause).end });
  if (first && apart && !hasComments(source, { start: span.start, end: first.startOffset })) {
    return {
      name: text.slice(name.start, name.end),
      value: (column) => asItStands(text, spanOfAll(phrase), column),
      aligned: true,
    };
  }
  return { name: "", value: (column) => asItStands(text, headSpan(clause), column), aligned: false };
}

function spanOfAll(tokens: readonly IToken[]): Span {
  return cover(spanOf(tokens[0] as IToken), spanOf(tokens.at(-1) as IToken));
}

/** A clause's name and words from `indent` on, the words in the block's column where there is one. */
export function headLines(head: Head, at: number, indent: number, column: number | undefined): Line[] {
  const { name, value, aligned } = head;
  if (!value) return [{ indent, text: name, at }];
  const own = name === "" ? indent : indent + name.length + 1;
  const start = (aligned ? column : undefined) ?? own;
  const [first, ...others] = value(start);
  return [{ indent, text: `${name.padEnd(start - indent)}${first?.text ?? ""}`, at }, ...others];
}
