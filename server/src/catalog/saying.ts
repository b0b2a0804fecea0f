/**
 * How documents put a clause. In a sentence `{}` stands for the clause's words and `{it}`, at the beginning `{It}`, for
 * what it is said of: the note, a tranche, a lot of warrants. The words stand last, for their condition follows them.
 */
export interface Saying {
  /** What the row of a term sheet calls it. */
  readonly called: string;
  /** The sentence that says it; of a block, the one that opens it or introduces its lines. */
  readonly says?: string;
  /** The sentence that there is none. */
  readonly none?: string;
  /** Of a clause whose words are one of a few: the sentence for each that does not fit into `says`. */
  readonly each?: Readonly<Record<string, string>>;
  /** Of a block whose lines may be others too: the sentence that introduces them then. */
  readonly open?: string;
  /** Of a block: what its clauses are said of; `{}` stands for the block's name. */
  readonly it?: string;
}
