import type { IToken } from "chevrotain";
import type { Problem } from "../base/problem.ts";

/** A place in a clause's words, and what was read before it. */
export interface Place {
  readonly source: readonly IToken[];
  readonly at: number;
  readonly before: readonly IToken[];
}

/** What a reader makes of the words at a place. */
export interface Reading {
  /** How many tokens it takes: one at least. */
  readonly taken: number;
  /** What the phrase grammar gets for them. */
  readonly tokens: readonly IToken[];
  /** How many of the tokens before it takes back, to put them in again among its own. */
  readonly takesBack?: number;
  readonly problem?: Problem | undefined;
}

/** A way in which filings say something, and how the phrase grammar gets it. */
export interface Reader {
  /** What it reads, by an example. */
  readonly reads: string;
  /** What it makes of the words at a place; undefined where others stand there. */
  readonly when: (place: Place) => Reading | undefined;
}
