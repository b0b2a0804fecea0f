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
export function quotedPlaces(clause: Clause, without: ReadonlySet<string> = nowhere): QuotedPlace[] {
  const found: QuotedPlace[] = [];
  addPlaces(clause, without, found);
  return found;
}

function addPlaces({ phrase, block }: Clause, without: ReadonlySet<string>, found: QuotedPlace[]): void {
  for (const token of phrase)
    if (token.tokenType === Quoted) found.push({ name: unquoted(token), span: spanOf(token) });
  for (const one of block?.clauses ?? [])
    if (!without.has(one.match?.id ?? "")) addPlaces(one, without, found);
}

const nowhere: ReadonlySet<string> = new Set();
