import type { IToken } from "chevrotain";
import type { Problem } from "../base/problem.ts";
import { lookedAround } from "../base/reads.ts";
import type { Span } from "../base/span.ts";
import type { BlockWords, NameMatch } from "./vocabulary.ts";

/** The lines between two braces. */
export interface Block {
  readonly words: BlockWords;
  readonly span: Span;
  readonly clauses: readonly Clause[];
}

/** One clause: a name, the words and numbers behind it, and perhaps a block. */
export interface Clause {
  /** The clause that the name stands for; undefined for an unknown name and for a line of a table or of free text. */
  readonly match: NameMatch | undefined;
  /** Whether it stands among clauses, not in a table or in free text. */
  readonly named: boolean;
  /** The name as written. Of an unknown clause: the words before the first value. */
  readonly name: Span;
  /** What stands behind the name, groups of alternatives included. */
  readonly phrase: readonly IToken[];
  readonly block: Block | undefined;
  readonly span: Span;
  /** The form that it is taken over from, as it is called: `“Form A” (forms/a.note)`. Absent in a text as it is written. */
  readonly from?: string;
}

/** The whole text: every token of it is in a clause, is a brace or ends a clause. */
export interface Tree {
  readonly text: string;
  readonly clauses: readonly Clause[];
  readonly comments: readonly IToken[];
  readonly problems: readonly Problem[];
}

/** A tree whose text no one looks at unseen: what is made of the text itself is made of all of it. */
export function treeOf({ text, ...rest }: Tree): Tree {
  return {
    get text() {
      lookedAround();
      return text;
    },
    ...rest,
  };
}
