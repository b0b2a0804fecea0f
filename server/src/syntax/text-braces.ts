import type { IToken } from "chevrotain";
import { nearest } from "../base/nearest.ts";
import { deepest, frameOf, openFrame, type Pass, takeAsWord } from "./frames.ts";
import { CloseBrace, LineEnd, OpenBrace, Semicolon, Word } from "./tokens.ts";
import { matchName, wordOf } from "./vocabulary.ts";

/**
 * Reads an opening brace in a line of free text as words of the text: with all behind it where the same line closes it,
 * else, where the braces of the text match, up to its own closing brace. Says whether it is words: a brace behind the
 * name of a block that an outer block knows is none, and one that nothing closes is left to the repair.
 */
export function readTextBrace(pass: Pass, start: number): boolean {
  if (frameOf(pass).words.content !== "text" || opensBlock(pass, start)) return false;
  const end = pairOnLine(pass);
  if (end !== undefined) while (pass.at <= end) takeAsWord(pass);
  else if (pass.repairing || pass.frames.length > deepest) return false;
  else {
    const { words } = frameOf(pass);
    pass.frames.push(openFrame("text", words, pass.tokens[pass.at] as IToken));
    takeAsWord(pass);
  }
  return true;
}

/** Reads a pair of braces on one line behind the name of a clause of free text as words of it. Says whether there is one. */
export function readTextPair(pass: Pass): boolean {
  const end = pass.tokens[pass.at]?.tokenType === OpenBrace ? pairOnLine(pass) : undefined;
  if (end === undefined) return false;
  while (pass.at <= end) takeAsWord(pass);
  return true;
}

/** As many words as the longest name of a clause that a semicolon may stand before. */
const mostNameWords = 3;

/**
 * Reads a semicolon behind the name of a clause of free text as one of its words, where more of the text follows on the
 * line: the name of a clause, or what may be a slip of one, begins a clause. Says whether it is a word.
 */
export function readTextSemicolon(pass: Pass): boolean {
  const { tokens, at } = pass;
  const next = tokens[at + 1];
  if (tokens[at]?.tokenType !== Semicolon || next?.tokenType !== Word) return false;
  const { words } = frameOf(pass);
  if (words.content !== "clauses" || matchName(words, tokens, at + 1)) return false;
  const ahead = tokens.slice(at + 1, at + 1 + mostNameWords);
  const end = ahead.findIndex(({ tokenType }) => tokenType !== Word);
  const written = (end < 0 ? ahead : ahead.slice(0, end)).map(wordOf);
  const slip = written.some((_, last) => nearest(written.slice(0, last + 1).join(" "), words.names.keys()));
  if (slip) return false;
  takeAsWord(pass);
  return true;
}

/** Whether an opening brace at the start of a line of free text is words: with others, on its own line, closed. */
export function beginsText(pass: Pass): boolean {
  return frameOf(pass).words.content === "text" && pairOnLine(pass) !== undefined;
}

/** A line that is the name of a block and its brace: the block stands in free text by mistake. */
function opensBlock({ tokens, frames, at }: Pass, start: number): boolean {
  return frames.some(({ words }) => {
    const match = words.content === "clauses" ? matchName(words, tokens, start) : undefined;
    return match?.block !== undefined && start + match.words === at;
  });
}

/** More words than any line of free text has; a pair further apart is none, so that no draft can stall the editor. */
const mostWords = 500;

/** The place of the brace that closes the one here on the same line; where braces have to be repaired, the block's comes first. */
function pairOnLine(pass: Pass): number | undefined {
  const { tokens, repairing } = pass;
  const last = Math.min(tokens.length, pass.at + mostWords);
  let depth = 0;
  let pair: number | undefined;
  for (let at = pass.at; at < last && tokens[at]?.tokenType !== LineEnd; at++) {
    const type = tokens[at]?.tokenType;
    if (type === OpenBrace) depth++;
    else if (type === CloseBrace && --depth === 0) pair ??= at;
  }
  return repairing && depth >= 0 && blockBeganOnLine(pass) ? undefined : pair;
}

/** Whether the block's own brace stands on this line, whose closing brace may then be the block's. */
function blockBeganOnLine(pass: Pass): boolean {
  const { open } = frameOf(pass);
  const first = Math.max(0, pass.at - mostWords);
  for (let at = pass.at - 1; at >= first && pass.tokens[at]?.tokenType !== LineEnd; at--)
    if (pass.tokens[at] === open) return true;
  return false;
}
