import { touches } from "../base/span.ts";
import type { Clause } from "./tree.ts";

/** The clauses around an offset, from the outermost in. */
export function clausesAt(clauses: readonly Clause[], offset: number): Clause[] {
  const here = clauses.filter(({ span }) => touches(span, offset)).at(-1);
  return here ? [here, ...(here.block ? clausesAt(here.block.clauses, offset) : [])] : [];
}

/** Every clause of a tree, outer ones first. */
export function allClausesIn(clauses: readonly Clause[]): Clause[] {
  return clauses.flatMap((clause) => [clause, ...(clause.block ? allClausesIn(clause.block.clauses) : [])]);
}
