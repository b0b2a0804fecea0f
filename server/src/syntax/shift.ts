import type { IToken } from "chevrotain";
import { shift } from "../base/span.ts";
import type { Clause } from "./tree.ts";

/** Clauses as they stand in a text that has so much before them. */
export function shiftClauses(clauses: readonly Clause[], distance: number): readonly Clause[] {
  return distance === 0 ? clauses : clauses.map((clause) => shiftClause(clause, distance));
}

function shiftClause(clause: Clause, distance: number): Clause {
  const { name, phrase, block, span } = clause;
  return {
    ...clause,
    name: shift(name, distance),
    phrase: phrase.map((token) => shiftToken(token, distance)),
    block: block && {
      ...block,
      span: shift(block.span, distance),
      clauses: shiftClauses(block.clauses, distance),
    },
    span: shift(span, distance),
  };
}

function shiftToken(token: IToken, distance: number): IToken {
  const moved = { ...token, startOffset: token.startOffset + distance };
  if (token.endOffset !== undefined) moved.endOffset = token.endOffset + distance;
  return moved;
}
