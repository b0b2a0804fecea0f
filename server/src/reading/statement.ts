import type { Span } from "../base/span.ts";
import type { ClausePath } from "../catalog/paths.ts";

/** What a sentence of a paper says of one clause, in words that a sheet reads. */
export interface Statement {
  readonly path: ClausePath;
  /** The clause's words; of a block that holds lines one of them. */
  readonly text: string;
  /** When it holds, as the clause has it at its end; empty for always. */
  readonly condition: string;
  /** Where the value stands in the paper. */
  readonly span: Span;
  /** The sentence, counted from 0. */
  readonly sentence: number;
  /** Of several statements the surest hold. */
  readonly sure: number;
  /** The part of the note that it is of: the name of a tranche. */
  readonly part?: string;
}
