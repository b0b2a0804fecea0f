import type { IToken } from "chevrotain";
import {
  BlockClose,
  BlockOpen,
  ClauseEnd,
  type Frame,
  frameOf,
  openFrame,
  type Pass,
  report,
} from "./frames.ts";
import { CloseBrace, LineEnd, OpenBrace, OpenBracket, Quoted, spanOf, virtual, Word } from "./tokens.ts";
import { type BlockWords, matchName, type NameMatch, wordOf } from "./vocabulary.ts";

/** Before a clause is read where braces do not match: closes or reopens blocks as the clause's name demands. */
export function repairBefore(pass: Pass, token: IToken): void {
  if (pass.splitAt.has(token) || beginsAnew(pass, pass.at)) closeDownTo(pass, 1);
  else if (frameOf(pass).words.content !== "clauses") repairLine(pass);
  else if (!matchName(frameOf(pass).words, pass.tokens, pass.at)) repairClause(pass, token);
}

/** A line of a table or of free text that reads like a clause of an outer block. */
function repairLine(pass: Pass): void {
  const outward = leavesLines(pass) ? knownOutside(pass, pass.at) : undefined;
  if (outward) closeDownTo(pass, outward.depth);
  else adoptHeadless(pass);
}

/**
 * A clause that its block does not know: an outer block's closes the inner ones; an inner block's reopens it, unless
 * there are several that know it and none was closed just before.
 */
function repairClause(pass: Pass, token: IToken): void {
  const outward = knownOutside(pass, pass.at);
  if (outward) {
    closeDownTo(pass, outward.depth);
    return;
  }
  if (adoptHeadless(pass)) return;
  const owners = innerOwners(pass);
  const closed = frameOf(pass).lastClosed;
  const [owner, another] = owners;
  if (closed && owners.some(({ block }) => block === closed.frame.words)) takeBack(pass, closed);
  else if (owner && !another) reopen(pass, owner, token);
}

function beginsAnew({ tokens, top }: Pass, index: number): boolean {
  const match = matchName(top, tokens, index);
  const next = match ? tokens[index + match.words]?.tokenType : undefined;
  const opens = next === Quoted || next === OpenBrace || next === OpenBracket;
  const atLineStart = index === 0 || tokens[index - 1]?.tokenType === LineEnd;
  return match?.begins === "always" && opens && atLineStart;
}

/** The innermost enclosing block that knows the name at `index`. */
function knownOutside({ tokens, frames }: Pass, index: number): { readonly depth: number } | undefined {
  for (let depth = frames.length; depth >= 1; depth--) {
    const words = frames[depth - 1]?.words;
    if (words?.content === "clauses" && matchName(words, tokens, index)) return { depth };
  }
  return undefined;
}

/** Whether the next line begins with a clause name that an enclosing block knows. */
export function nextBeginsOutside(pass: Pass, from: number): boolean {
  const next = pass.pastLineEnds[from] ?? from;
  return pass.tokens[next]?.tokenType === Word && knownOutside(pass, next) !== undefined;
}

/** In free text and tables a single word is no clause: a name counts when no sentence goes on behind it. */
function leavesLines({ tokens, frames, at }: Pass): boolean {
  return frames.some(({ words }) => {
    const match = words.content === "clauses" ? matchName(words, tokens, at) : undefined;
    if (!match) return false;
    const next = tokens[at + match.words];
    return (
      match.words > 1 || match.block !== undefined || next?.tokenType !== Word || wordOf(next) === "none"
    );
  });
}

function closeDownTo(pass: Pass, depth: number): void {
  const before = pass.out.findLast((token) => token !== undefined && token.tokenType !== ClauseEnd);
  while (pass.frames.length > depth) closeMissing(pass, before ? spanOf(before).end : 0);
}

/** Closes the innermost brace where the text does not, and says so. */
export function closeMissing(pass: Pass, offset: number): void {
  const closing = pass.frames.pop() as Frame;
  if (closing.kind === "group") return;
  const split = closing.firstTopClause;
  if (split && pass.frames.length === 1 && !pass.splitAt.has(split)) pass.splits.add(split);
  const related =
    closing.open.image === ""
      ? {}
      : { related: [{ message: "It is opened here.", span: spanOf(closing.open) }] };
  const insert = { span: { start: offset, end: offset }, text: "\n}" };
  const last = pass.tokens.at(-1);
  // A line end of two characters at the end of the text is not cut in two.
  const start = last?.tokenType === LineEnd && spanOf(last).end === offset ? last.startOffset : offset - 1;
  pass.problems.push({
    code: "brace-missing",
    severity: "error",
    message: `A } is missing here: the block “${closing.words.id}” is still open.`,
    span: { start: Math.max(0, start), end: offset },
    ...related,
    fixes: [{ title: "Insert the missing }", edits: [insert] }],
  });
  pass.out.push(virtual(BlockClose, offset));
}

/** A block's name without its brace, and a line below that only the block can read: the brace is put in. */
function adoptHeadless(pass: Pass): boolean {
  const { headless } = frameOf(pass);
  const block = headless?.name.block;
  if (!headless || !block) return false;
  if (block.content === "clauses" && !matchName(block, pass.tokens, pass.at)) return false;
  const before = pass.out[headless.at - 1];
  const brace = virtual(BlockOpen, before ? spanOf(before).end : 0);
  pass.out.splice(headless.at, 0, brace);
  const message = "A { is missing here: the lines below belong to this block.";
  if (before) report(pass, "brace-missing", before, message, { insert: " {" });
  pass.frames.push(openFrame("block", block, brace));
  return true;
}

/** The blocks that may stand here and know the name, each once. */
function innerOwners(pass: Pass): NameMatch[] {
  const owners = new Map<string, NameMatch>();
  for (const [, name] of frameOf(pass).words.names) {
    const inner = name.block;
    if (inner?.content !== "clauses" || !matchName(inner, pass.tokens, pass.at)) continue;
    owners.set(inner.id, { ...name, words: 0 });
  }
  return [...owners.values()];
}

/** Begins a block anew for a clause of it, where other clauses stand between. */
function reopen(pass: Pass, owner: NameMatch, token: IToken): void {
  const message = `This is a clause of “${owner.block?.id}” and stands outside its braces. Move it between them; here it is read as if it stood there.`;
  report(pass, "brace-missing", token, message, "none");
  const brace = virtual(BlockOpen, token.startOffset);
  pass.namings.set(brace, { match: owner, block: frameOf(pass).words });
  pass.out.push(brace);
  pass.frames.push(openFrame("block", owner.block as BlockWords, brace));
}

/** Takes back the brace that closed a block too early. */
function takeBack(pass: Pass, closed: NonNullable<Frame["lastClosed"]>): void {
  const stray = pass.out[closed.at];
  pass.out[closed.at] = undefined;
  const message = "This } closes the block too early: clauses of it follow. Take it out.";
  if (stray && stray.image !== "") report(pass, "brace-stray", stray, message, "take out");
  pass.frames.push(closed.frame);
}

/**
 * Whether a line that ends in `of` goes on below, though the brace of its alternatives is missing: the first line that
 * is not blank begins with words that no block around it knows.
 */
export function goesOn(pass: Pass, start: number): boolean {
  const before = pass.tokens[pass.at - 1];
  if (pass.at - 1 <= start || before?.tokenType !== Word || wordOf(before) !== "of") return false;
  const next = pass.pastLineEnds[pass.at] ?? pass.at;
  const type = pass.tokens[next]?.tokenType;
  if (!type || type === CloseBrace || knownOutside(pass, next)) return false;
  const message = "A { is missing here: the alternatives below belong to this clause.";
  report(pass, "brace-missing", before, message, { insert: " {" });
  return true;
}
