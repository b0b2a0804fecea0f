import type { IToken } from "chevrotain";
import type { Problem } from "../base/problem.ts";
import { braceAhead, guessedBlock, labelBehind, opensAlternatives } from "./ahead.ts";
import { closeMissing, goesOn, nextBeginsOutside, repairBefore } from "./brace-repair.ts";
import {
  AlternativeEnd,
  BlockClose,
  BlockOpen,
  ClauseEnd,
  deepest,
  emit,
  type Frame,
  frameOf,
  GroupClose,
  GroupOpen,
  type Namings,
  openFrame,
  type Pass,
  placesPastLineEnds,
  report,
  reportStrayOpen,
  takeAsWord,
  throughTokens,
} from "./frames.ts";
import { joinsHere } from "./joined.ts";
import { conditionWords } from "./keywords.ts";
import { beginsText, readTextBrace, readTextPair, readTextSemicolon } from "./text-braces.ts";
import { CloseBrace, Colon, Comma, LineEnd, OpenBrace, Semicolon, spanOf, virtual, Word } from "./tokens.ts";
import { type BlockWords, matchName, type NameMatch, wordOf } from "./vocabulary.ts";

export interface Braced {
  /** The tokens with every brace and line end typed by what it does; blocks and groups are balanced. */
  readonly tokens: readonly IToken[];
  readonly namings: Namings;
  readonly problems: readonly Problem[];
}

/**
 * Gives every clause its name and every brace its part: block, group of alternatives, or stray.
 * Where the braces match, they are taken at their word. Where they do not, names repair them: a clause that only
 * an outer block knows closes the inner ones, one that only an inner block knows reopens it, and each repair is
 * one problem at the place where the brace is missing or too many. The result is balanced for any text at all.
 */
export function braces(tokens: readonly IToken[], top: BlockWords): Braced {
  const repairing = !balanced(tokens);
  const first = read(tokens, top, repairing, new Set());
  const pass = first.splits.size > 0 ? read(tokens, top, repairing, first.splits) : first;
  return {
    tokens: pass.out.filter((token) => token !== undefined),
    namings: pass.namings,
    problems: pass.problems,
  };
}

function balanced(tokens: readonly IToken[]): boolean {
  let depth = 0;
  for (const { tokenType } of tokens) {
    if (tokenType === OpenBrace) depth++;
    else if (tokenType === CloseBrace && --depth < 0) return false;
  }
  return depth === 0;
}

function read(
  tokens: readonly IToken[],
  top: BlockWords,
  repairing: boolean,
  splitAt: ReadonlySet<IToken>,
): Pass {
  const frames = [openFrame("block", top, virtual(BlockOpen, 0))];
  const pass: Pass = {
    tokens,
    top,
    repairing,
    splitAt,
    pastLineEnds: placesPastLineEnds(tokens),
    at: 0,
    out: [],
    frames,
    namings: new Map(),
    problems: [],
    splits: new Set(),
  };
  throughTokens(pass, (token) => readOne(pass, token));
  const last = tokens.at(-1);
  while (frames.length > 1) closeMissing(pass, last ? spanOf(last).end : 0);
  return pass;
}

/** What stands where a clause may begin: its end, a brace, or a clause. */
function readOne(pass: Pass, token: IToken): "on" {
  if (token.tokenType === LineEnd || token.tokenType === Semicolon) {
    emit(pass, token, ClauseEnd);
    pass.at++;
  } else if (token.tokenType === CloseBrace && frameOf(pass).kind !== "text") closeHere(pass, token);
  else if (token.tokenType === OpenBrace && !beginsText(pass)) openWithoutClause(pass, token);
  else readClause(pass, token);
  return "on";
}

function readClause(pass: Pass, token: IToken): void {
  if (pass.repairing) repairBefore(pass, token);
  const frame = frameOf(pass);
  const isClause = frame.words.content === "clauses";
  const match = isClause ? matchName(frame.words, pass.tokens, pass.at) : undefined;
  if (match?.begins && pass.frames.length > 1) frame.firstTopClause ??= token;
  frame.lastClosed = undefined;
  frame.headless = undefined;
  if (pass.out.length > 0 && !separated(pass)) pass.out.push(virtual(ClauseEnd, token.startOffset));
  pass.namings.set(token, { match, block: frame.words });
  const start = pass.at;
  if (isClause) {
    take(pass, match ? match.words : 1);
    if (match && pass.tokens[pass.at]?.tokenType === Colon) pass.at++;
    readPhrase(pass, match, start);
  } else readLine(pass, start);
}

function take(pass: Pass, count: number): void {
  const end = Math.min(pass.at + count, pass.tokens.length);
  for (; pass.at < end; pass.at++) pass.out.push(pass.tokens[pass.at]);
}

/** Whether the clause before has ended: by its line's end, or by a brace of a block. */
function separated({ out }: Pass): boolean {
  const type = out.findLast((token) => token !== undefined)?.tokenType;
  return type === ClauseEnd || type === BlockOpen || type === BlockClose;
}

/** What follows a clause's name: words and groups, up to the clause's end or the block it opens. */
function readPhrase(pass: Pass, match: NameMatch | undefined, start: number): void {
  throughTokens(pass, (token) => {
    if (match?.isText && readTextSemicolon(pass)) return "on";
    if (token.tokenType === Semicolon && labelBehind(pass)) {
      emit(pass, token, Comma);
      pass.at++;
      return "on";
    }
    if (token.tokenType === Semicolon || token.tokenType === CloseBrace) return "done";
    if (match && joinsHere(pass, match, start)) return "done";
    if (match?.isText && readTextPair(pass)) return "on";
    const brace = braceAhead(pass);
    if (brace !== undefined) {
      pass.at = brace + 1;
      return readBraces(pass, match, start, pass.tokens[brace] as IToken) ? "done" : "on";
    }
    if (token.tokenType !== LineEnd) take(pass, 1);
    else if (pass.repairing && goesOn(pass, start)) readGroup(pass, virtual(GroupOpen, token.startOffset));
    else {
      if (match?.block) frameOf(pass).headless = { name: match, at: pass.out.length };
      return "done";
    }
    return "on";
  });
}

/** An opening brace in a clause: a block, alternatives, or a stray. Says whether the clause ends with it. */
function readBraces(pass: Pass, match: NameMatch | undefined, start: number, brace: IToken): boolean {
  const block = match ? match.block : guessedBlock(pass, start);
  if (block) {
    openBlock(pass, brace, block);
    return true;
  }
  if (pass.repairing && nextBeginsOutside(pass, pass.at)) {
    reportStrayOpen(pass, brace);
    return true;
  }
  readGroup(pass, brace);
  const { words } = frameOf(pass);
  if (words.content !== "clauses" || matchName(words, pass.tokens, pass.at) === undefined) return false;
  const next = pass.tokens[pass.at];
  return !(next?.tokenType === Word && conditionWords.has(wordOf(next)));
}

function openBlock(pass: Pass, brace: IToken, block: BlockWords): void {
  if (pass.frames.length > deepest) {
    tooDeep(pass, brace);
    return;
  }
  emit(pass, brace, BlockOpen);
  pass.frames.push(openFrame("block", block, brace));
}

function tooDeep(pass: Pass, brace: IToken): void {
  report(pass, "brace-stray", brace, "Braces are nested too deep here: this { is passed over.", "none");
}

/** Alternatives in braces: everything to the matching brace belongs to the clause. */
function readGroup(pass: Pass, brace: IToken): void {
  if (pass.frames.length > deepest) {
    tooDeep(pass, brace);
    return;
  }
  emit(pass, brace, GroupOpen);
  pass.frames.push(openFrame("group", frameOf(pass).words, brace));
  let closed = false;
  throughTokens(pass, (token) => {
    const ends = token.tokenType === LineEnd || token.tokenType === Semicolon;
    if (pass.repairing && ends && nextBeginsOutside(pass, pass.at + 1)) return "done";
    pass.at++;
    closed = token.tokenType === CloseBrace;
    if (closed) return "done";
    const doubled = pass.repairing && pass.out.at(-1)?.tokenType === GroupOpen;
    if (token.tokenType === OpenBrace && doubled) reportStrayOpen(pass, token);
    else if (token.tokenType === OpenBrace) readGroup(pass, token);
    else if (ends) emit(pass, token, AlternativeEnd);
    else pass.out.push(token);
    return "on";
  });
  if (!closed) {
    closeGroup(pass, brace);
    return;
  }
  pass.frames.pop();
  emit(pass, pass.tokens[pass.at - 1] as IToken, GroupClose);
}

/** A group that the text does not close: with nothing in it its brace is a stray, else the other one is missing. */
function closeGroup(pass: Pass, brace: IToken): void {
  const before = pass.tokens[pass.at - 1] ?? brace;
  const end = spanOf(before).end;
  if (end === spanOf(brace).end) reportStrayOpen(pass, brace);
  else {
    const message = "A } is missing here: the next line begins another clause.";
    report(pass, "brace-missing", before, message, { insert: "}" });
  }
  pass.frames.pop();
  pass.out.push(virtual(GroupClose, end));
}

/** A line of a table or of free text, to its end. */
function readLine(pass: Pass, start: number): void {
  throughTokens(pass, (token) => {
    if (token.tokenType === LineEnd || token.tokenType === Semicolon) return "done";
    if (token.tokenType === CloseBrace) {
      if (frameOf(pass).kind !== "text") return "done";
      pass.frames.pop();
      takeAsWord(pass);
    } else if (token.tokenType !== OpenBrace) take(pass, 1);
    else if (opensAlternatives(pass)) {
      pass.at++;
      readGroup(pass, token);
    } else if (!readTextBrace(pass, start)) {
      strayOpen(pass, token);
      return "done";
    }
    return "on";
  });
}

function openWithoutClause(pass: Pass, token: IToken): void {
  const block = frameOf(pass).headless?.name.block;
  if (!block) {
    strayOpen(pass, token);
    return;
  }
  pass.at++;
  openBlock(pass, token, block);
}

/** A brace that opens nothing; where the text closes it, what is inside reads as if it were not there. */
function strayOpen(pass: Pass, token: IToken): void {
  pass.at++;
  reportStrayOpen(pass, token);
  if (pass.repairing || pass.frames.length > deepest) return;
  pass.frames.push(openFrame("group", frameOf(pass).words, token));
}

function closeHere(pass: Pass, token: IToken): void {
  pass.at++;
  if (pass.frames.length === 1) {
    const message = "This } closes nothing and is passed over: take it out.";
    report(pass, "brace-stray", token, message, "take out");
    return;
  }
  const closed = pass.frames.pop() as Frame;
  if (closed.kind === "group") return;
  emit(pass, token, BlockClose);
  frameOf(pass).lastClosed = { frame: closed, at: pass.out.length - 1 };
}
