import type { ClausePath } from "../paths.ts";

/**
 * A way in which papers say a clause. `says` are words as the reader of papers leaves them: articles gone, the parties
 * `ISSUER` and `HOLDER`, the note `NOTE`, the stock `shares`, days `issue date`, `funding date`, `maturity date`, numbers in
 * figures; a label stands before its words with a colon. `a|b` in brackets is either, `x?` may be left out, `…` is up to
 * ninety characters without a semicolon, `‥` up to thirty. `{money}`, `{percent}`, `{date}`, `{period}`, `{number}`,
 * `{shares}` and `{words}` are taken, brackets take nothing; the last may be `{price}`, `{amount}`, `{rate}`, `{moment}`, `{paydays}` or `{trigger}`: as much as the
 * language's own grammar reads from there.
 */
export interface PaperSaying {
  readonly says: readonly string[];
  /** The clause's words, `$1` for what was taken first; without it, what was taken. `=rest` is what is left of 100 %, `=source` the paper's own words. */
  readonly means?: string;
  /** Of several statements the surest hold; 2 where it is not said. */
  readonly sure?: 1 | 2 | 3 | 4;
  /** What the sentence has to hold besides. */
  readonly where?: string;
  /** What the sentence may not hold. */
  readonly unless?: string;
}

export type PaperSayings = Readonly<Partial<Record<ClausePath, readonly PaperSaying[]>>>;
