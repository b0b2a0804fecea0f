import type { BlockSpec } from "./clause.ts";
import { file } from "./note.ts";
import type { ClausePath } from "./paths.ts";

/** The names that lead to a clause, from the file down, each as a sheet writes it. */
export function fileClauses(path: ClausePath): string[] {
  let block: BlockSpec | undefined = file;
  return path.split("/").map((id) => {
    const spec: BlockSpec["clauses"][string] | undefined = block?.clauses[id];
    block = spec?.block;
    return spec?.names[0] ?? id;
  });
}
