import type { TextEdit } from "vscode-languageserver-types";
import type { BlockSpec } from "../catalog/clause.ts";
import type { Analysis } from "../document/analysis.ts";
import { type Position, placeAt, specsAt } from "../document/place.ts";

/**
 * What a key that was just pressed changes beside itself. Enter on an empty line at the end of a block leaves the block;
 * where the block may hold others, which stand apart by an empty line, Enter on the second one does. A closing brace
 * takes the place of the one that the editor had put there.
 */
export function typed(analysis: Analysis, { line }: Position, key: string): TextEdit[] {
  const lines = analysis.text.split(/\r\n|\r|\n/);
  if (key === "}") return overBrace(analysis, lines, line, line);
  // Who types fast is on the next line before the brace is answered.
  const over = (lines[line] ?? "").trim() === "" ? overBrace(analysis, lines, line - 1, line) : [];
  return over.length > 0 ? over : leaving(lines, line, mayHoldBlocks(analysis, line) ? 2 : 1);
}

function mayHoldBlocks(analysis: Analysis, line: number): boolean {
  const { piece, offset } = placeAt(analysis, { line, character: 0 });
  const block: BlockSpec | undefined = specsAt(piece.tree.clauses, offset).findLast(
    ({ clause }) => clause.block,
  )?.spec?.block;
  return block === undefined || Object.values(block.clauses).some((clause) => clause.block !== undefined);
}

const onlyBrace = /^\s*\}\s*$/;

/** Behind a clause and so many empty lines at a block's end: the brace moves up to the clause, the caret's line behind it. */
function leaving(lines: readonly string[], line: number, empty: number): TextEdit[] {
  const first = line - empty;
  const clause = lines[first - 1] ?? "";
  const blanks = lines.slice(Math.max(0, first), line + 1);
  const brace = lines[line + 1] ?? "";
  if (first < 1 || clause.trim() === "" || /\{\s*$/.test(clause) || !onlyBrace.test(brace)) return [];
  if (blanks.some((blank) => blank.trim() !== "")) return [];
  const outer = /^\s*/.exec(brace)?.[0] ?? "";
  const caret = lines[line] ?? "";
  const shared = Math.min(outer.length, caret.length);
  return [
    {
      range: {
        start: { line: first, character: 0 },
        end: { line: line - 1, character: (lines[line - 1] ?? "").length },
      },
      newText: brace.trimEnd(),
    },
    {
      range: { start: { line, character: shared }, end: { line: line + 1, character: brace.length } },
      newText: outer.slice(shared),
    },
  ];
}

/**
 * A brace too many, typed on a line of its own above the one that the editor had put there: that one goes. `last` is
 * the last line that stays.
 */
function overBrace({ pieces }: Analysis, lines: readonly string[], line: number, last: number): TextEdit[] {
  if (!onlyBrace.test(lines[line] ?? "")) return [];
  if (!pieces.some(({ tree }) => tree.problems.some(({ code }) => code === "brace-stray"))) return [];
  const next = lines.findIndex((text, at) => at > last && text.trim() !== "");
  const text = lines[next] ?? "";
  if (!onlyBrace.test(text)) return [];
  const start = { line: last, character: (lines[last] ?? "").length };
  return [{ range: { start, end: { line: next, character: text.length } }, newText: "" }];
}
