import type { BlockSpec } from "../../catalog/clause.ts";
import { file } from "../../catalog/note.ts";

/** The first name of the clause at a path. */
export function clauseName(path: string): string {
  let block: BlockSpec | undefined = file;
  let label = path;
  for (const id of path.split("/")) {
    const spec: BlockSpec["clauses"][string] | undefined = block?.clauses[id];
    label = spec?.names[0] ?? id;
    block = spec?.block;
  }
  return label;
}
