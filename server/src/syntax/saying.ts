import type { Sum } from "./digits.ts";

/**
 * Something that filings say, and the language's own words for it. `says` is read once fillers are gone and every number
 * is in figures: words, of which `a|b` is either and `a?` may be left out; `#` for a number, `M` for a measure (`Ms` in
 * the plural), `Month`, `"` for a name in quotes, `@Name` for a keyword. `^` stands where a phrase or an alternative
 * begins, `end` where nothing follows; what has a `>` before it has to follow and stays. In `means`, `#1` is the first
 * number as it stands, `#=` the one that `number` works out.
 */
export interface Saying {
  readonly says: string | readonly string[];
  readonly means: string;
  readonly number?: Sum;
  /** What the last number has to be, in each of these sums. */
  readonly same?: readonly Sum[];
  /** The first number is no more than this. */
  readonly below?: number;
}
