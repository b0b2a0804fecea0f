import { touches } from "../base/span.ts";
import type { Clause } from "./tree.ts";

/** The clauses around an offset, from the outermost in. */
export function clausesAt(clauses: readonly Clause[], offset: number): Clause[] {
  const here = clauses.filter(({ span }) => touches(span, offset)).at(-1);
  return here ? [here, ...(here.block ? clausesAt(here.block.clauses, offset) : [])] : [];
}
