import type { EditMemo } from "../../server/src/render/memo-record.ts";
import { offsetOf } from "./carets.ts";

/** A text after edits, as an editor applies them: all at once. */
export function withEdits(text: string, edits: readonly EditMemo[]): string {
  return [...edits]
    .map((edit) => ({ start: offsetOf(text, edit.from), end: offsetOf(text, edit.to), words: edit.text }))
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, words }) => result.slice(0, start) + words + result.slice(end), text);
}
