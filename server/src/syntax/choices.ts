import type { IToken } from "chevrotain";
import { AlternativeEnd, GroupClose, GroupOpen } from "./frames.ts";
import {
  CloseParenthesis,
  Colon,
  Comma,
  NumberToken,
  OpenParenthesis,
  retyped,
  Semicolon,
  spanOf,
  Word,
} from "./tokens.ts";
import { wordOf } from "./vocabulary.ts";

/**
 * The labels of a sentence, `(i)`, `(x)`, `(A)`, read as what they are: they say which alternative belongs to which
 * choice. A list of labels begins behind `of`, counts on by its own kind of label, and ends where an outer list goes on.
 */

/** Where a label stands among some tokens, and what it counts. */
interface Label {
  readonly at: number;
  readonly text: string;
  /** Whether it begins a list: it stands behind `of`. */
  readonly opens: boolean;
}

/** A list of labelled alternatives, while it is read and after. */
interface List {
  readonly order: readonly string[];
  /** The place of each label. */
  readonly limbs: readonly number[];
  /** Behind its last token. */
  readonly end: number;
}

const lower = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
const letters = [..."abcdefghijklmnopqrstuvw"];
const last = [..."xyz"];
const upper = (order: readonly string[]): readonly string[] => order.map((label) => label.toUpperCase());
const numbers = Array.from({ length: 20 }, (_, index) => String(index + 1));

/** Every way to count alternatives; which it is, the first label tells. */
const orders: readonly (readonly string[])[] = [
  lower,
  letters,
  last,
  upper(lower),
  upper(letters),
  upper(last),
  numbers,
];

/** A word of a choice, before `of`. */
const choosing: ReadonlySet<string> = new Set([
  "lesser",
  "lower",
  "least",
  "smaller",
  "lessor",
  "lowest",
  "greater",
  "higher",
  "larger",
  "greatest",
  "highest",
  "earlier",
  "earliest",
  "sooner",
  "later",
  "latest",
]);

/** More labels and more words than any sentence has; beyond them a text is damage, and reading it must not stall. */
const mostLabels = 40;
const mostTokens = 600;

/**
 * The tokens with the alternatives that labels tell apart in braces, in each way in which the labels can be taken. Of
 * one choice alone, in which nothing else could be distinguished, the labels are left out.
 */
export function byLabels(source: readonly IToken[]): readonly (readonly IToken[])[] {
  if (source.length > mostTokens) return [source];
  const labels = labelsIn(source);
  if (labels.length < 2 || labels.length > mostLabels) return [source];
  const ways = listsOf(labels, source);
  if (ways.length === 0) return [source];
  const [only = [], ...others] = ways;
  if (others.length === 0 && isFlat(source)) return [withoutLabels(source, only)];
  return ways.map((lists) => inBraces(source, lists));
}

function labelsIn(tokens: readonly IToken[]): Label[] {
  const found: Label[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const text = labelAt(tokens, at);
    if (text === undefined) continue;
    found.push({ at, text, opens: opensList(tokens, at) });
    at += 2;
  }
  return found;
}

/** A word or a number in parentheses that counts alternatives; a number behind a word of a number does not. */
function labelAt(tokens: readonly IToken[], at: number): string | undefined {
  const [open, label, close] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (open?.tokenType !== OpenParenthesis || close?.tokenType !== CloseParenthesis || !label)
    return undefined;
  if (label.tokenType === NumberToken && !afterJoint(tokens, at)) return undefined;
  if (label.tokenType !== NumberToken && label.tokenType !== Word) return undefined;
  return orders.some((order) => order.includes(label.image)) ? label.image : undefined;
}

function afterJoint(tokens: readonly IToken[], at: number): boolean {
  const before = tokens[at - 1];
  return before !== undefined && (isJoint(before) || isWord(before, "of"));
}

function opensList(tokens: readonly IToken[], label: number): boolean {
  const at = tokens[label - 1]?.tokenType === Colon ? label - 1 : label;
  const before = tokens[at - 1];
  const earlier = tokens[at - 2];
  if (before && isWord(before, "the")) return earlier !== undefined && isWord(earlier, "of");
  return before !== undefined && isWord(before, "of");
}

function isWord(token: IToken, word: string): boolean {
  return token.tokenType === Word && wordOf(token) === word;
}

/** What stands between two alternatives and says no more than that. */
function isJoint(token: IToken): boolean {
  return (
    token.tokenType === Comma ||
    token.tokenType === Semicolon ||
    token.tokenType === AlternativeEnd ||
    isWord(token, "and") ||
    isWord(token, "or")
  );
}

/** Whether there is one choice alone, in which nothing stands behind a price that could be of all of them. */
function isFlat(tokens: readonly IToken[]): boolean {
  const choices = tokens.filter((token, at) => {
    const next = tokens[at + 1];
    return (
      token.tokenType === Word && choosing.has(wordOf(token)) && next !== undefined && isWord(next, "of")
    );
  });
  const tails = ["less", "minus", "plus"];
  return choices.length < 2 && !tokens.some((token) => tails.some((tail) => isWord(token, tail)));
}

interface Open {
  readonly order: readonly string[];
  readonly limbs: readonly number[];
  /** How many braces are open where it begins. */
  readonly depth: number;
}

/** Every way to take the labels in which each list has two alternatives at least; no more than two ways are sought. */
function listsOf(labels: readonly Label[], tokens: readonly IToken[]): (readonly List[])[] {
  const found: (readonly List[])[] = [];
  const byPlace = new Map(labels.map((label) => [label.at, label]));
  const go = (at: number, depth: number, open: readonly Open[], done: readonly List[]): void => {
    if (found.length > 1) return;
    const token = tokens[at];
    if (!token) {
      const closed = closing(open, 0, at, done);
      if (closed && closed.length > 0) found.push(closed);
      return;
    }
    const inner = open.filter((one) => one.depth > depthBehind(token, depth));
    const ends =
      inner.length > 0 || (token.tokenType === AlternativeEnd && open.some((one) => one.depth === depth));
    if (ends) {
      const keep = open.filter((one) => one.depth < depth).length;
      const closed = closing(open, keep, at, done);
      if (closed) go(at + 1, depthBehind(token, depth), open.slice(0, keep), closed);
      return;
    }
    const label = byPlace.get(at);
    if (label)
      for (const [next, lists] of placesFor(label, depth, open, done)) go(at + 3, depth, next, lists);
    else go(at + 1, depthBehind(token, depth), open, done);
  };
  go(0, 0, [], []);
  return found;
}

function depthBehind({ tokenType }: IToken, depth: number): number {
  return tokenType === GroupOpen ? depth + 1 : tokenType === GroupClose ? depth - 1 : depth;
}

/** The lists that end, the innermost first; undefined where one has no second alternative. */
function closing(
  open: readonly Open[],
  keep: number,
  end: number,
  done: readonly List[],
): readonly List[] | undefined {
  const ended = open.slice(keep);
  if (ended.some(({ limbs }) => limbs.length < 2)) return undefined;
  return [...done, ...ended.map(({ order, limbs }) => ({ order, limbs, end }))];
}

/** Where a label may belong: to a list that it begins, or to an open one that counts on with it. */
function placesFor(
  { at, text, opens }: Label,
  depth: number,
  open: readonly Open[],
  done: readonly List[],
): (readonly [readonly Open[], readonly List[]])[] {
  if (opens) {
    const starts = orders.filter(([first]) => first === text);
    return starts.map((order) => [[...open, { order, limbs: [at], depth }], done] as const);
  }
  if (open.length === 0) return [[open, done]];
  return open.flatMap((list, place) => {
    if (list.order[list.limbs.length] !== text) return [];
    const closed = closing(open, place + 1, at, done);
    const grown = { ...list, limbs: [...list.limbs, at] };
    return closed ? [[[...open.slice(0, place), grown], closed] as const] : [];
  });
}

function withoutLabels(tokens: readonly IToken[], lists: readonly List[]): IToken[] {
  const places = new Set(lists.flatMap(({ limbs }) => limbs.flatMap((at) => [at, at + 1, at + 2])));
  return tokens.filter((_, at) => !places.has(at));
}

/** The tokens with each list in braces; a label that belongs to none stays. */
function inBraces(tokens: readonly IToken[], lists: readonly List[]): IToken[] {
  const limbs = new Map<number, { readonly first: boolean; readonly list: List }>();
  for (const list of lists)
    for (const [index, at] of list.limbs.entries()) limbs.set(at, { first: index === 0, list });
  const ends = (at: number): readonly List[] => lists.filter(({ end }) => end === at);
  const out: IToken[] = [];
  for (let at = 0; at <= tokens.length; at++) {
    const closed = ends(at);
    if (closed.length > 0) {
      const joints = takeJoints(out);
      for (const _ of closed) out.push(brace(out.at(-1) as IToken, "}", GroupClose));
      if (!limbs.has(at)) out.push(...joints);
    }
    const token = tokens[at];
    if (!token) break;
    const limb = limbs.get(at);
    if (!limb) {
      out.push(token);
      continue;
    }
    if (limb.first) {
      const open = { ...retyped(token, GroupOpen), image: "{" };
      out.push({ ...open, payload: { limbs: limb.list.limbs.length } });
    } else {
      takeJoints(out);
      out.push({ ...retyped(token, AlternativeEnd), image: ";" });
    }
    at += 2;
  }
  return out;
}

/** Takes the joints off the end, where a brace or the end of an alternative says the same. */
function takeJoints(out: IToken[]): IToken[] {
  let count = 0;
  for (
    let token = out.at(-1);
    token && isJoint(token) && token.tokenType !== AlternativeEnd;
    token = out.at(-1 - count)
  )
    count++;
  return count > 0 ? out.splice(-count) : [];
}

function brace(before: IToken, image: string, type: typeof GroupClose): IToken {
  const { end } = spanOf(before);
  return { ...retyped(before, type), image, startOffset: end - 1, endOffset: end - 1 };
}

/** How many alternatives the labels of a brace tell, where labels put it there. */
export function labelledCount(open: IToken): number | undefined {
  const payload: unknown = open.payload;
  return typeof payload === "object" && payload !== null && "limbs" in payload
    ? Number(payload.limbs)
    : undefined;
}
