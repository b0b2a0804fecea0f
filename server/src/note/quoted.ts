import type { Span } from "../base/span.ts";
import { unquoted } from "../syntax/phrase-grammar.ts";
import { Quoted, spanOf } from "../syntax/tokens.ts";
import type { Clause } from "../syntax/tree.ts";

export interface QuotedPlace {
  readonly name: string;
  readonly span: Span;
}

/** What stands in quotes behind a clause's name and in the clauses of its block, in the order of the text. */
export function quotedIn(clause: Clause): string[] {
  return quotedPlaces(clause).map(({ name }) => name);
}

/** The same with where it stands; nothing of the clauses in its block that `without` names by their id. */
export function quotedPlaces(
  { phrase, block }: Clause,
  without: ReadonlySet<string> = nowhere,
): QuotedPlace[] {
  const here = phrase.flatMap((token) =>
    token.tokenType === Quoted ? [{ name: unquoted(token), span: spanOf(token) }] : [],
  );
  const inner = (block?.clauses ?? []).filter(({ match }) => !without.has(match?.id ?? ""));
  return [...here, ...inner.flatMap((one) => quotedPlaces(one, without))];
}

const nowhere: ReadonlySet<string> = new Set();
