import { unquoted } from "../syntax/phrase-grammar.ts";
import { Quoted } from "../syntax/tokens.ts";
import type { Clause } from "../syntax/tree.ts";

/** What stands in quotes behind a clause's name and in the clauses of its block, in the order of the text. */
export function quotedIn({ phrase, block }: Clause): string[] {
  const here = phrase.flatMap((token) => (token.tokenType === Quoted ? [unquoted(token)] : []));
  return [...here, ...(block?.clauses ?? []).flatMap(quotedIn)];
}
