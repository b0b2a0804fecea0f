import { createToken, type IToken } from "chevrotain";
import type { Problem } from "../base/problem.ts";
import { Item } from "./tokens.ts";
import type { BlockWords, NameMatch } from "./vocabulary.ts";

/** What `braces` marks for the structure grammar. */
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

/** An open brace, while its end is sought. */
export interface Frame {
  readonly kind: "block" | "group";
  readonly words: BlockWords;
  /** Where the frame's brace stands, and whether it was put in. */
  readonly open: IToken;
  /** The block whose braces were closed last in this frame, as long as no clause followed. */
  lastClosed: { readonly frame: Frame; readonly at: number } | undefined;
  /** A block clause that stands without its brace: where one would be put in. */
  headless: { readonly name: NameMatch; readonly at: number } | undefined;
  /** Where, in the output, the first clause stands that could stand at the top of a file. */
  firstTopClause: number | undefined;
}

/** The names given to clauses, by their first token. */
export type Namings = ReadonlyMap<IToken, Naming>;

export interface Braced {
  /** The tokens with every brace and line end typed by what it does; blocks and groups are balanced. */
  readonly tokens: readonly IToken[];
  readonly namings: Namings;
  readonly problems: readonly Problem[];
}
