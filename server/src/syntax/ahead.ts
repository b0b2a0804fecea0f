import { nearest } from "../base/nearest.ts";
import { frameOf, type Pass } from "./frames.ts";
import { CloseParenthesis, OpenBrace, OpenParenthesis, Word } from "./tokens.ts";
import { type BlockWords, wordOf } from "./vocabulary.ts";

/** What stands before or behind a brace or a semicolon, which says what it is. */

/** Whether a label goes on with the alternatives of a sentence behind a semicolon: `; or (b)`. */
export function labelBehind({ tokens, at }: Pass): boolean {
  const joint = /^(and|or)$/i.test(tokens[at + 1]?.image ?? "") ? 1 : 0;
  const [open, label, close] = tokens.slice(at + 1 + joint, at + 4 + joint);
  const labels = /^([ivx]{1,4}|[a-z]|\d{1,2})$/i.test(label?.image ?? "");
  return open?.tokenType === OpenParenthesis && labels && close?.tokenType === CloseParenthesis;
}

/** Whether a brace in a row of a table opens alternatives: `greater of {`. */
export function opensAlternatives(pass: Pass): boolean {
  const before = pass.tokens[pass.at - 1];
  return frameOf(pass).words.content === "rows" && before?.tokenType === Word && wordOf(before) === "of";
}

/** Where the next token, line ends passed over, is an opening brace: its place. */
export function braceAhead({ tokens, pastLineEnds, at }: Pass): number | undefined {
  const next = pastLineEnds[at] ?? at;
  return tokens[next]?.tokenType === OpenBrace ? next : undefined;
}

/** So many words more than a block's name has may be a misspelling of it: a word that is broken in two. */
const mostDoubled = 2;

/** A misspelt block keeps its inner clauses apart: it is read like the block whose name is nearest. */
export function guessedBlock(pass: Pass, start: number): BlockWords | undefined {
  const { names, longest } = frameOf(pass).words;
  const blocks = [...names].filter(([, name]) => name.block).map(([name]) => name);
  const ahead = pass.tokens.slice(start, start + longest + mostDoubled + 1);
  const end = ahead.findIndex(({ tokenType }) => tokenType !== Word);
  if (end < 0) return undefined;
  const written = ahead.slice(0, end).map(wordOf);
  const near = nearest(written.join(" "), blocks);
  return near === undefined ? undefined : names.get(near)?.block;
}
