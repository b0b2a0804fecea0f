import type { IToken, TokenType } from "chevrotain";
import { nearest } from "../base/nearest.ts";
import type { Problem } from "../base/problem.ts";
import {
  AlternativeEnd, BlockClose, BlockOpen, type Braced, ClauseEnd, type Frame, GroupClose, GroupOpen, type Naming,
} from "./frames.ts";
import { CloseBrace, LineEnd, OpenBrace, OpenBracket, Quoted, retyped, Semicolon, spanOf, virtual, Word } from "./tokens.ts";
import { type BlockWords, matchName, type NameMatch, wordOf } from "./vocabulary.ts";

/** Deeper than any note: what is nested deeper is damage, and reading it must not exhaust the stack. */
const deepest = 40;

/**
 * Gives every clause its name and every brace its part: block, group of alternatives, or stray.
 * Where the braces match, they are taken at their word. Where they do not, names mend them: a clause that only
 * an outer block knows closes the inner ones, one that only an inner block knows reopens it, and each repair is
 * one problem at the place where the brace is missing or too many. The result is balanced for any text at all.
 */
export function braces(tokens: readonly IToken[], top: BlockWords): Braced {
  const mending = !balanced(tokens);
  const first = read(tokens, top, mending, new Set());
  return first.splitAt.size > 0 ? read(tokens, top, mending, first.splitAt) : first;
}

function balanced(tokens: readonly IToken[]): boolean {
  let depth = 0;
  for (const { tokenType } of tokens) {
    if (tokenType === OpenBrace) depth++;
    else if (tokenType === CloseBrace && --depth < 0) return false;
  }
  return depth === 0;
}

interface Reading extends Braced {
  /** Inputs at which a block that is never closed ends after all: a clause of the file's top begins there. */
  readonly splitAt: Set<IToken>;
}

function read(tokens: readonly IToken[], top: BlockWords, mending: boolean, splitAt: ReadonlySet<IToken>): Reading {
  const out: (IToken | undefined)[] = [];
  const namings = new Map<IToken, Naming>();
  const problems: Problem[] = [];
  const splits = new Set<IToken>();
  const frames: Frame[] = [openFrame("block", top, virtual(BlockOpen, 0))];
  const last = tokens.at(-1);
  const end = last ? spanOf(last).end : 0;
  let at = 0;

  const frame = (): Frame => frames[frames.length - 1] as Frame;
  const emit = (token: IToken, type: TokenType): void => {
    out.push(retyped(token, type));
  };

  while (at < tokens.length) clauseStart();
  while (frames.length > 1) closeMissing(end);
  return { tokens: out.filter((token) => token !== undefined), namings, problems, splitAt: splits };

  function clauseStart(): void {
    const token = tokens[at] as IToken;
    if (token.tokenType === LineEnd || token.tokenType === Semicolon) {
      emit(token, ClauseEnd);
      at++;
    } else if (token.tokenType === CloseBrace) {
      closeHere(token);
    } else if (token.tokenType === OpenBrace) {
      openAtClauseStart(token);
    } else {
      clause(token);
    }
  }

  function clause(token: IToken): void {
    if (mending) mendBefore(token);
    const words = frame().words;
    const match = words.content === "clauses" ? matchName(words, tokens, at) : undefined;
    if (match?.begins && frames.length > 1) frame().firstTopClause ??= at;
    frame().lastClosed = undefined;
    frame().headless = undefined;
    if (out.length > 0 && !separated()) out.push(virtual(ClauseEnd, token.startOffset));
    namings.set(token, { match, block: words });
    const start = at;
    at += match ? match.words : 1;
    for (let i = start; i < at; i++) out.push(tokens[i]);
    if (match || words.content === "clauses") rest(match, start);
    else line();
  }

  /** Whether the clause before has ended: by its line's end, or by a brace of a block. */
  function separated(): boolean {
    const type = out.findLast((token) => token !== undefined)?.tokenType;
    return type === ClauseEnd || type === BlockOpen || type === BlockClose;
  }

  /** What follows a clause's name: phrase tokens and groups, up to the clause's end or the block it opens. */
  function rest(match: NameMatch | undefined, start: number): void {
    for (;;) {
      const token = tokens[at];
      if (!token || token.tokenType === Semicolon || token.tokenType === CloseBrace) return;
      const brace = braceAhead(at);
      if (brace !== undefined) {
        at = brace + 1;
        const block = match ? match.block : guessedBlock(start);
        if (!block && mending && nextBeginsOutside(at)) {
          strayOpen(tokens[brace] as IToken);
          return;
        }
        if (block) return openBlock(tokens[brace] as IToken, block);
        group(tokens[brace] as IToken);
        if (beginsClause()) return;
      } else if (token.tokenType === LineEnd) {
        if (mending && goesOn(start)) group(virtual(GroupOpen, token.startOffset));
        else return headless(match);
      } else {
        out.push(token);
        at++;
      }
    }
  }

  /** Where the next token, line ends passed over, is an opening brace: its place. */
  function braceAhead(from: number): number | undefined {
    let index = from;
    while (tokens[index]?.tokenType === LineEnd) index++;
    return tokens[index]?.tokenType === OpenBrace ? index : undefined;
  }

  function openBlock(brace: IToken, block: BlockWords): void {
    if (frames.length > deepest) return strayOpen(brace);
    emit(brace, BlockOpen);
    frames.push(openFrame("block", block, brace));
  }

  /** A misspelt block keeps its inner clauses apart: it is read like the block whose name is nearest. */
  function guessedBlock(start: number): BlockWords | undefined {
    const blocks = [...frame().words.names].filter(([, name]) => name.block);
    const written: string[] = [];
    for (let i = start; tokens[i]?.tokenType === Word; i++) written.push(wordOf(tokens[i] as IToken));
    const near = nearest(written.join(" "), blocks.map(([name]) => name));
    return near === undefined ? undefined : frame().words.names.get(near)?.block;
  }

  /** After a group, a clause name begins the next clause on the same line. */
  function beginsClause(): boolean {
    const words = frame().words;
    return words.content === "clauses" && matchName(words, tokens, at) !== undefined;
  }

  /** Whether a line that ends in `of` goes on below, though the brace of its alternatives is missing. */
  function goesOn(start: number): boolean {
    const before = tokens[at - 1];
    if (at - 1 <= start || !before || before.tokenType !== Word || wordOf(before) !== "of") return false;
    const next = tokens[at + 1];
    if (!next || next.tokenType === CloseBrace || matchOutward(at + 1)) return false;
    report("brace-missing", before, "A { is missing here: the alternatives below belong to this clause.", "{", "after");
    return true;
  }

  function headless(match: NameMatch | undefined): void {
    if (match?.block) frame().headless = { name: match, at: out.length };
  }

  function group(brace: IToken): void {
    if (frames.length > deepest) return tooDeep(brace);
    emit(brace, GroupOpen);
    frames.push(openFrame("group", frame().words, brace));
    while (at < tokens.length) {
      const token = tokens[at] as IToken;
      if (token.tokenType === CloseBrace) {
        at++;
        frames.pop();
        return emit(token, GroupClose);
      }
      if (token.tokenType === OpenBrace) {
        at++;
        group(token);
        continue;
      }
      const ends = token.tokenType === LineEnd || token.tokenType === Semicolon;
      if (mending && ends && nextBeginsOutside(at + 1)) return closeGroup(brace);
      if (ends) emit(token, AlternativeEnd);
      else out.push(token);
      at++;
    }
    closeGroup(brace);
  }

  function closeGroup(brace: IToken): void {
    const before = tokens[at - 1] ?? brace;
    const missing = out.at(-1) === undefined || brace === before || spanOf(before).end === spanOf(brace).end;
    if (missing) report("brace-stray", brace, "This { opens nothing and is passed over: take it out.", "", "replace");
    else report("brace-missing", before, "A } is missing here: the next line begins another clause.", "}", "after");
    frames.pop();
    out.push(virtual(GroupClose, spanOf(before).end));
  }

  function nextBeginsOutside(from: number): boolean {
    let index = from;
    while (tokens[index]?.tokenType === LineEnd) index++;
    return tokens[index]?.tokenType === Word && matchOutward(index) !== undefined;
  }

  /** A line of a table or of free text, to its end. */
  function line(): void {
    for (;;) {
      const token = tokens[at];
      if (!token || token.tokenType === LineEnd || token.tokenType === Semicolon) return;
      if (token.tokenType === CloseBrace) return;
      if (token.tokenType === OpenBrace) return strayOpen(token);
      out.push(token);
      at++;
    }
  }

  function strayOpen(token: IToken): void {
    if (tokens[at] === token) at++;
    report("brace-stray", token, "This { opens nothing and is passed over: take it out.", "", "replace");
    if (!mending && frames.length <= deepest) frames.push(openFrame("group", frame().words, token));
  }

  function tooDeep(token: IToken): void {
    report("brace-stray", token, "Braces are nested too deep here: this { is passed over.", "", "none");
  }

  function openAtClauseStart(token: IToken): void {
    const headless = frame().headless;
    if (!headless?.name.block) return strayOpen(token);
    at++;
    openBlock(token, headless.name.block);
  }

  function closeHere(token: IToken): void {
    at++;
    if (frames.length === 1) {
      report("brace-stray", token, "This } closes nothing and is passed over: take it out.", "", "replace");
      return;
    }
    const closed = frames.pop() as Frame;
    if (closed.kind === "group") return;
    emit(token, BlockClose);
    frame().lastClosed = { frame: closed, at: out.length - 1 };
  }

  function closeMissing(offset: number): void {
    const closing = frames.pop() as Frame;
    if (closing.kind === "group") return;
    const split = closing.firstTopClause === undefined ? undefined : tokens[closing.firstTopClause];
    if (split && frames.length === 1 && !splitAt.has(split)) splits.add(split);
    const opener = closing.open.image === "" ? undefined : closing.open;
    problems.push({
      code: "brace-missing",
      severity: "error",
      message: `A } is missing here: ${blockTitle(closing)} is still open.`,
      span: { start: Math.max(0, offset - 1), end: offset },
      ...(opener ? { related: [{ message: "It is opened here.", span: spanOf(opener) }] } : {}),
      fixes: [{ title: "Insert the missing }", edits: [{ span: { start: offset, end: offset }, text: "\n}" }] }],
    });
    out.push(virtual(BlockClose, offset));
  }

  /** Before a clause is read where braces do not match: closes or reopens blocks as its name demands. */
  function mendBefore(token: IToken): void {
    if (splitAt.has(token) || beginsAnew(at)) return closeDownTo(1);
    if (frame().words.content !== "clauses") {
      const outward = leavesLines(at) ? matchOutward(at) : undefined;
      if (outward) closeDownTo(outward.depth);
      else adoptHeadless(at);
      return;
    }
    if (matchName(frame().words, tokens, at)) return;
    const outward = matchOutward(at);
    if (outward) return closeDownTo(outward.depth);
    if (adoptHeadless(at)) return;
    const inward = innerOwners(at);
    if (inward.length === 1) reopen(inward[0] as NameMatch, token);
  }

  function beginsAnew(index: number): boolean {
    const match = matchName(top, tokens, index);
    const next = match ? tokens[index + match.words] : undefined;
    const opens = next?.tokenType === Quoted || next?.tokenType === OpenBrace || next?.tokenType === OpenBracket;
    return match?.begins === "always" && opens && atLineStart(index);
  }

  function atLineStart(index: number): boolean {
    return index === 0 || tokens[index - 1]?.tokenType === LineEnd;
  }

  /** The innermost enclosing block, but for this one, that knows the name at `index`. */
  function matchOutward(index: number): { readonly depth: number } | undefined {
    for (let depth = frames.length; depth >= 1; depth--) {
      const words = (frames[depth - 1] as Frame).words;
      if (words.content === "clauses" && matchName(words, tokens, index)) return { depth };
    }
    return undefined;
  }

  /** In free text and tables a single word is no clause: a name counts when more than a sentence follows it. */
  function leavesLines(index: number): boolean {
    for (const { words } of frames) {
      const match = words.content === "clauses" ? matchName(words, tokens, index) : undefined;
      if (!match) continue;
      const next = tokens[index + match.words];
      if (match.words > 1 || match.block || next?.tokenType !== Word || wordOf(next) === "none") return true;
    }
    return false;
  }

  function closeDownTo(depth: number): void {
    const before = out.findLast((token) => token !== undefined && token.tokenType !== ClauseEnd);
    while (frames.length > depth) closeMissing(before ? spanOf(before).end : 0);
  }

  /** A block's name without its brace, and a line below that only the block can read: the brace is put in. */
  function adoptHeadless(index: number): boolean {
    const headless = frame().headless;
    const block = headless?.name.block;
    if (!headless || !block) return false;
    if (block.content === "clauses" && !matchName(block, tokens, index)) return false;
    const before = out[headless.at - 1];
    const brace = virtual(BlockOpen, before ? spanOf(before).end : 0);
    out.splice(headless.at, 0, brace);
    if (before) report("brace-missing", before, "A { is missing here: the lines below belong to this block.", " {", "after");
    frames.push(openFrame("block", block, brace));
    return true;
  }

  function innerOwners(index: number): NameMatch[] {
    const owners = new Map<string, NameMatch>();
    for (const [, name] of frame().words.names) {
      const inner = name.block;
      if (inner?.content === "clauses" && matchName(inner, tokens, index)) owners.set(inner.id, { ...name, words: 0 });
    }
    return [...owners.values()];
  }

  /** Takes back the brace that closed the block too early, or, where other clauses stand between, begins it anew. */
  function reopen(owner: NameMatch, token: IToken): void {
    const closed = frame().lastClosed;
    if (closed && closed.frame.words === owner.block) {
      const stray = out[closed.at];
      out[closed.at] = undefined;
      if (stray && stray.image !== "")
        report("brace-stray", stray, "This } closes the block too early: clauses of it follow. Take it out.", "", "replace");
      frames.push(closed.frame);
      return;
    }
    const offset = token.startOffset;
    report("brace-missing", token, `This clause belongs to ${owner.id}, whose braces do not hold it.`, "", "none");
    const brace = virtual(BlockOpen, offset);
    namings.set(brace, { match: owner, block: frame().words });
    out.push(brace);
    frames.push(openFrame("block", owner.block as BlockWords, brace));
  }

  function blockTitle(closing: Frame): string {
    return `the block “${closing.words.id.replaceAll("-", " ")}”`;
  }

  function report(code: string, token: IToken, message: string, text: string, edit: "after" | "replace" | "none"): void {
    const span = spanOf(token);
    const target = edit === "after" ? { start: span.end, end: span.end } : span;
    const title = text === "" ? "Take the brace out" : `Insert the missing ${text.trim()}`;
    const fixes = edit === "none" ? [] : [{ title, edits: [{ span: target, text }] }];
    problems.push({ code, severity: "error", message, span, fixes });
  }
}

function openFrame(kind: Frame["kind"], words: BlockWords, open: IToken): Frame {
  return { kind, words, open, lastClosed: undefined, headless: undefined, firstTopClause: undefined };
}
