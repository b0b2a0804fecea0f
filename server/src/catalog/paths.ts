import type { BlockSpec, Clauses } from "./clause.ts";
import type { file } from "./note.ts";

type PathsIn<C extends Clauses> = {
  [K in keyof C & string]:
    | K
    | (C[K] extends { readonly block: BlockSpec<infer Inner> } ? `${K}/${PathsIn<Inner>}` : never);
}[keyof C & string];

/** The place of a clause in the language, from the file down: `note/interest/rate`. A clause that is renamed keeps no old one. */
export type ClausePath = PathsIn<(typeof file)["clauses"]>;
