import { createToken, type IToken, type TokenType } from "chevrotain";
import type { Problem } from "../base/problem.ts";
import { countStep } from "../base/steps.ts";
import { Item, LineEnd, retyped, spanOf } from "./tokens.ts";
import type { BlockWords, NameMatch } from "./vocabulary.ts";

/** What `braces` marks for the reading of clauses. */
export const BlockOpen = createToken({ name: "BlockOpen" });
export const BlockClose = createToken({ name: "BlockClose" });
export const ClauseEnd = createToken({ name: "ClauseEnd" });
/** Braces and line ends inside a phrase, as in `lowest of { … }`, are items of their clause. */
export const GroupOpen = createToken({ name: "GroupOpen", categories: [Item] });
export const GroupClose = createToken({ name: "GroupClose", categories: [Item] });
export const AlternativeEnd = createToken({ name: "AlternativeEnd", categories: [Item] });

/** What is known of a clause when its first token is read. */
export interface Naming {
  readonly match: NameMatch | undefined;
  /** The block it stands in. */
  readonly block: BlockWords;
}

/** The names given to clauses, by their first token. */
export type Namings = ReadonlyMap<IToken, Naming>;

/** An open brace, while its end is sought. */
export interface Frame {
  /** A block, alternatives, or braces that are words of free text. */
  readonly kind: "block" | "group" | "text";
  readonly words: BlockWords;
  /** Where the frame's brace stands, or where it was put in. */
  readonly open: IToken;
  /** The block whose braces were closed last in this frame, as long as no clause followed. */
  lastClosed: { readonly frame: Frame; readonly at: number } | undefined;
  /** A block clause that stands without its brace: where one would be put in. */
  headless: { readonly name: NameMatch; readonly at: number } | undefined;
  /** The first clause in it that could stand at the top of a file. */
  firstTopClause: IToken | undefined;
}

/** One pass over the tokens of a text, which leaves a balanced list to read clauses from. */
export interface Pass {
  readonly tokens: readonly IToken[];
  readonly top: BlockWords;
  /** Whether braces do not match, so that names have to repair them. */
  readonly repairing: boolean;
  /** Clauses before which a block that is never closed ends after all. */
  readonly splitAt: ReadonlySet<IToken>;
  /** For every place the next one at which no line end stands. */
  readonly pastLineEnds: readonly number[];
  /** The place in `tokens`; it only ever moves forward. */
  at: number;
  /** What was read; a brace that is taken back leaves a gap. */
  readonly out: (IToken | undefined)[];
  readonly frames: Frame[];
  readonly namings: Map<IToken, Naming>;
  readonly problems: Problem[];
  readonly splits: Set<IToken>;
}

/** Deeper than any note: what is nested deeper is damage, and reading it must not exhaust the stack. */
export const deepest = 40;

export function openFrame(kind: Frame["kind"], words: BlockWords, open: IToken): Frame {
  return { kind, words, open, lastClosed: undefined, headless: undefined, firstTopClause: undefined };
}

/** The innermost open brace; the top of the file where none is open. */
export function frameOf({ frames }: Pass): Frame {
  return frames[frames.length - 1] as Frame;
}

/**
 * Takes one step after another up to the end of the text, or until a step says that it is done. A step that takes
 * nothing and is not done would be taken for ever: its token is passed on as a word, so that every round moves forward.
 */
export function throughTokens(pass: Pass, step: (token: IToken) => "on" | "done"): void {
  while (pass.at < pass.tokens.length) {
    countStep();
    const { at } = pass;
    if (step(pass.tokens[at] as IToken) === "done") return;
    if (pass.at <= at) takeAsWord(pass);
  }
}

/** Takes the next token as a word, whatever it is elsewhere. */
export function takeAsWord(pass: Pass): void {
  emit(pass, pass.tokens[pass.at] as IToken, Item);
  pass.at++;
}

/** For every place among some tokens the next one at which no line end stands, worked out once for all of them. */
export function placesPastLineEnds(tokens: readonly IToken[]): number[] {
  const places = tokens.map((_, at) => at);
  for (let at = tokens.length - 1; at >= 0; at--)
    if (tokens[at]?.tokenType === LineEnd) places[at] = places[at + 1] ?? tokens.length;
  return places;
}

export function emit(pass: Pass, token: IToken, type: TokenType): void {
  pass.out.push(retyped(token, type));
}

/** How the author can repair a brace: by putting text behind a token, in its place, or not at all. */
export type Repair = { readonly insert: string } | "take out" | "none";

export function report(
  pass: Pass,
  code: "brace-missing" | "brace-stray",
  token: IToken,
  message: string,
  repair: Repair,
): void {
  const span = spanOf(token);
  const fixes =
    repair === "none"
      ? []
      : repair === "take out"
        ? [{ title: "Take the brace out", edits: [{ span, text: "" }] }]
        : [
            {
              title: `Insert the missing ${repair.insert.trim()}`,
              edits: [{ span: { start: span.end, end: span.end }, text: repair.insert }],
            },
          ];
  pass.problems.push({ code, severity: "error", message, span, fixes });
}

export function reportStrayOpen(pass: Pass, token: IToken): void {
  report(pass, "brace-stray", token, "This { opens nothing and is passed over: take it out.", "take out");
}
