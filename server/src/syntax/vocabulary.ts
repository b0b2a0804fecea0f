import type { IToken } from "chevrotain";
import { countStep } from "../base/steps.ts";
import { plainLetters } from "./plain-letters.ts";
import { Quoted, Word } from "./tokens.ts";

/** How the lines of a block read: as clauses, as rows of a table, or as free text. */
export type Content = "clauses" | "rows" | "text";

/** A clause name as the structure needs it: which clause it is, and which block its braces open. */
export interface ClauseName {
  readonly id: string;
  readonly block: BlockWords | undefined;
  /** Whether the clause begins anew at a line's start, wherever it stands. */
  readonly begins: "always" | "at the top" | undefined;
  /** How many words of the name are its value's, such as `post-money` of `post-money valuation cap`. */
  readonly tagWords?: number;
  /** The clause behind which it may stand on one line under this name. */
  readonly behind?: string | undefined;
  /** Whether what stands behind it is free text to the line's end. */
  readonly isText: boolean;
}

export interface BlockWords {
  readonly id: string;
  readonly content: Content;
  /** The clause names that the block knows, in lower case with single spaces. */
  readonly names: ReadonlyMap<string, ClauseName>;
  /** Of these the names under which a clause may stand on the line of another, behind it. */
  readonly joined: ReadonlyMap<string, ClauseName>;
  /** The most words that one of its names has. */
  readonly longest: number;
}

export interface NameMatch extends ClauseName {
  readonly words: number;
}

/** The longest run of words, from `at`, that the block knows as a clause name. */
export function matchName(block: BlockWords, tokens: readonly IToken[], at: number): NameMatch | undefined {
  countStep();
  let name = "";
  let best: NameMatch | undefined;
  for (let count = 1; count <= block.longest; count++) {
    const token = tokens[at + count - 1];
    const word = token && nameWord(token);
    if (word === undefined) break;
    name = count === 1 ? word : `${name} ${word}`;
    const known = block.names.get(name);
    if (known) best = { ...known, words: count };
  }
  return best;
}

/** A word of a name; in `"…" means` anything in quotes will do. */
function nameWord(token: IToken): string | undefined {
  if (token.tokenType === Quoted) return '"…"';
  return token.tokenType === Word ? wordOf(token) : undefined;
}

/** A word as names and phrases compare it: in lower case, without a full stop behind it. */
export function wordOf(token: IToken): string {
  const word = plainLetters(token.image.toLowerCase());
  return word.endsWith(".") ? word.slice(0, -1) : word;
}
