import type { Span } from "../../base/span.ts";
import { asItStands, type Line } from "./lines.ts";
import type { Source } from "./source.ts";

/** What has a line of its own in a block: a clause, a row of a table, a line of free text. */
export interface Row {
  readonly span: Span;
  /** How long the name is whose value stands in the block's column; undefined where there is none. */
  readonly nameLength: number | undefined;
  /** Whether it is a block, whose lines no column touches. */
  readonly isBlock: boolean;
  /** Its lines; `column` is where values stand, undefined where each stands behind its name. */
  readonly lines: (indent: number, column: number | undefined) => Line[];
}

/** A row that stays word for word. */
export function standingRow(span: Span, { text }: Source): Row {
  const lines = (indent: number): Line[] => asItStands(text, span, indent);
  return { span, nameLength: undefined, isBlock: false, lines };
}
