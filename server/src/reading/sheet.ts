import { withoutComments } from "../base/comments.ts";
import type { Span } from "../base/span.ts";
import type { BlockSpec } from "../catalog/clause.ts";
import { file } from "../catalog/note.ts";
import type { ClausePath } from "../catalog/paths.ts";
import type { Clause } from "../syntax/tree.ts";

/** What a sheet says of one clause, or a line of a block that holds lines. */
export interface SheetClause {
  readonly path: ClausePath;
  /** The names that lead to it: `interest.default rate`. */
  readonly place: string;
  /** The words behind its name; of a line, the line. */
  readonly text: string;
  readonly isLine: boolean;
  /** The part that it is of: a tranche's name. */
  readonly part: string | undefined;
  readonly span: Span;
}

/** Every clause of a note, as `text` has it, blocks opened. */
export function clausesOfNote(note: Clause, text: string): SheetClause[] {
  return inBlock(
    note,
    file.clauses.note.block as BlockSpec,
    { path: "note", place: "", part: undefined },
    text,
  );
}

interface Above {
  readonly path: string;
  readonly place: string;
  readonly part: string | undefined;
}

function inBlock(clause: Clause, block: BlockSpec, above: Above, text: string): SheetClause[] {
  return (clause.block?.clauses ?? []).flatMap((inner): SheetClause[] => {
    const { span, match, name } = inner;
    const line = withoutComments(text.slice(span.start, span.end)).trim();
    if (block.content !== "clauses")
      return [{ ...above, path: above.path as ClausePath, text: line, isLine: true, span }];
    const spec = block.clauses[match?.id ?? ""];
    if (!spec) return [];
    const path = `${above.path}/${match?.id}`;
    const place = above.place === "" ? spec.names[0] : `${above.place}.${spec.names[0]}`;
    const words = withoutComments(text.slice(name.end, span.end)).trim();
    const part = path === "note/tranche" ? /^["“]([^"”]*)/.exec(words)?.[1] : above.part;
    if (inner.block && spec.block) return inBlock(inner, spec.block, { path, place, part }, text);
    return [
      {
        path: path as ClausePath,
        place,
        text: match?.id === "term" ? line : words,
        isLine: false,
        part,
        span,
      },
    ];
  });
}
