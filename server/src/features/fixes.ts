import type { Fix } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import type { ClauseSpec } from "../catalog/clause.ts";
import type { ShapeCode } from "../catalog/shape.ts";
import type { PlacedProblem } from "../checks/check.ts";
import { codeNamed, isAllowable } from "../checks/codes.ts";
import { addition } from "../checks/edits.ts";
import { leftOpen } from "../checks/rules/left-open.ts";
import type { Analysis } from "../document/analysis.ts";
import type { Piece } from "../document/pieces.ts";
import { specsAt } from "../document/place.ts";
import type { Block, Clause } from "../syntax/tree.ts";
import { nearestReadings } from "./readings.ts";

/**
 * The repairs that a problem offers in its piece: those that it brings along, and those that every problem of its kind
 * has. The edits of each count from the piece's start.
 */
export function fixesFor(problem: PlacedProblem, piece: Piece, analysis: Analysis): readonly Fix[] {
  const readings = problem.code === valueWrong ? nearestReadings(problem, piece, analysis) : [];
  return [...answersFor(problem, piece), ...readings, ...allowing(problem, piece, analysis)];
}

/** Those that answer it, without a look at the sheet as it would be. */
export function answersFor(problem: PlacedProblem, piece: Piece): readonly Fix[] {
  const own = problem.fixes ?? [];
  return [...own, ...together(problem, own), ...(byCode.get(problem.code)?.(problem, piece) ?? [])];
}

const valueWrong: ShapeCode = "value-wrong";

const byCode: ReadonlyMap<string, (problem: PlacedProblem, piece: Piece) => readonly Fix[]> = new Map<
  ShapeCode,
  (problem: PlacedProblem, piece: Piece) => readonly Fix[]
>([
  ["clause-missing", blanks],
  ["still-open", takings],
]);

/** A blank for each clause that a block can't do without. */
function blanks({ span }: PlacedProblem, { tree, text }: Piece): readonly Fix[] {
  const placed = specsAt(tree.clauses, span.start).at(-1);
  const block = placed?.clause.block;
  const spec = placed?.spec?.block;
  if (!block || !spec) return [];
  const isSaid = (id: string): boolean => block.clauses.some(({ match }) => match?.id === id);
  const missing = Object.entries(spec.clauses).filter(
    ([id, { required, unless = [] }]: readonly [string, ClauseSpec]) =>
      required !== undefined && !isSaid(id) && !unless.some(isSaid),
  );
  const names = missing.map(
    ([
      ,
      {
        names: [name],
      },
    ]) => name,
  );
  if (names.length === 0) return [];
  const edits = names.map((name) => addition(`${name} [ ]`, block, text));
  const title = `Add ${names.length === 1 ? "a blank" : "blanks"} for ${names.join(", ")}`;
  return [{ title, edits: joined(edits) }];
}

/** Each alternative of a bracket, or a proposed value as agreed. */
function takings({ span }: PlacedProblem, { text }: Piece): readonly Fix[] {
  const words = text.slice(span.start, span.end);
  const inside = /^\[([^[\]]*)\]$/.exec(words)?.[1];
  if (inside === undefined || /^[\s_●.]*$/.test(inside)) return [];
  const options = inside.split("|").map((option) => option.trim());
  const verb = options.length > 1 ? "Take" : "Agree to";
  return options
    .filter((option) => option !== "")
    .map((option) => ({ title: `${verb} “${option}”`, unsure: true, edits: [{ span, text: option }] }));
}

/** All the repairs of a list at once, where each states a point of it. */
function together({ code }: PlacedProblem, fixes: readonly Fix[]): readonly Fix[] {
  if (code !== leftOpen.code || fixes.length < 2) return [];
  return [{ title: "State all usual readings", edits: joined(fixes.flatMap(({ edits }) => edits)) }];
}

/** Edits at one place made one, so that an editor takes them in their order. */
function joined(edits: Fix["edits"]): Fix["edits"] {
  const found = new Map<string, { readonly span: Span; text: string }>();
  for (const { span, text } of edits) {
    const key = `${span.start} ${span.end}`;
    const known = found.get(key);
    if (known) known.text += text;
    else found.set(key, { span, text });
  }
  return [...found.values()];
}

/** Allows the finding in its note, with the reason left to the author. */
function allowing(
  { code, note: name, tree }: PlacedProblem,
  piece: Piece,
  analysis: Analysis,
): readonly Fix[] {
  const known = codeNamed(code);
  if (!known || !isAllowable(known) || tree !== piece.tree) return [];
  const note = analysis.notes.find(
    ({ note: one }) => one.name === name && analysis.homes().byTree.get(one.tree)?.piece === piece,
  );
  const block = note && blockIn(note.note.clause, piece);
  if (!block) return [];
  const edit = addition(`allow ${code} because "[ ]"`, block, piece.text);
  return [{ title: `Allow “${code}”, for a reason that you give`, unsure: true, edits: [edit] }];
}

/** The block of a note's clause as it stands in the piece's own text. */
function blockIn({ span }: Clause, { tree }: Piece): Block | undefined {
  return tree.clauses.find((clause) => clause.span.start === span.start)?.block;
}
