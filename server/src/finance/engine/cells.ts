import { once } from "../../base/once.ts";
import { addCell, type Cells } from "../../base/reads.ts";
import type { BlockSpec } from "../../catalog/clause.ts";
import { file } from "../../catalog/note.ts";
import { type PointId, points } from "../../catalog/points.ts";

/** What a cell stands for: a clause, whether a block is there and what its head says, or all that its braces hold. */
export interface Cell {
  readonly number: number;
  readonly path: string;
  /** The ids of the clauses on the way, from the block at the path's start. */
  readonly steps: readonly string[];
  readonly holds: "clause" | "block" | "content";
  /** How many of the cells after it are within it: those of a block's content, and of the clauses in its braces. */
  readonly inside: number;
}

/** What can be looked at of a note and of what stands around it. */
export type Root = "note" | "market" | "scenario";

/** The part that a note's own cells are in, its market's, and those beside clauses; a scenario has the part of its number. */
export const notePart = 0;

export function partOfScenario(index: number): number {
  return index + 1;
}

interface Numbering {
  readonly byRoot: Readonly<Record<Root, readonly Cell[]>>;
  readonly byPath: ReadonlyMap<string, number>;
  /** The first number beyond those of the clauses of note and market. */
  readonly beyond: number;
}

/** Every cell of a clause, numbered once: those of note and market together, those of a scenario by themselves. */
const numbering = once((): Numbering => {
  const byPath = new Map<string, number>();
  const list = (root: Root, first: number): Cell[] => {
    const spec: BlockSpec | undefined = file.clauses[root].block;
    const cells: (Cell & { inside: number })[] = [];
    const add = (path: string, steps: readonly string[], holds: Cell["holds"]): void => {
      const number = first + cells.length;
      cells.push({ number, path, steps, holds, inside: 0 });
      byPath.set(holds === "content" ? contentOf(path) : path, number);
    };
    const walk = (block: BlockSpec, path: string, steps: readonly string[]): void => {
      for (const [id, { block: inner, repeats }] of Object.entries(block.clauses)) {
        const here = `${path}/${id}`;
        const way = [...steps, id];
        if (!inner || repeats) {
          add(here, way, "clause");
          continue;
        }
        add(here, way, "block");
        const block = cells.at(-1);
        const before = cells.length;
        add(here, way, "content");
        walk(inner, here, way);
        if (block) block.inside = cells.length - before;
      }
    };
    if (spec) walk(spec, root, []);
    return cells;
  };
  const note = list("note", 0);
  const market = list("market", note.length);
  return {
    byRoot: { note, market, scenario: list("scenario", 0) },
    byPath,
    beyond: note.length + market.length,
  };
});

function contentOf(path: string): string {
  return `${path}/`;
}

export function cellsOf(root: Root): readonly Cell[] {
  return numbering().byRoot[root];
}

/** The cell of a clause, or of a block as such. */
export function cellAt(path: string): number {
  const found = numbering().byPath.get(path);
  if (found === undefined) throw new Error(`No clause stands at ${path}.`);
  return found;
}

/** The cell of all that stands between a block's braces. */
export function contentCellAt(path: string): number {
  return cellAt(contentOf(path));
}

/**
 * The cell of the words of a clause: of a block with rows what its braces hold, within a clause that may be said more
 * than once that clause.
 */
export function wordsCellAt(path: string): number {
  const { byPath } = numbering();
  for (let here = path; here.includes("/"); here = here.slice(0, here.lastIndexOf("/"))) {
    const found = (hasRows(here) ? byPath.get(contentOf(here)) : undefined) ?? byPath.get(here);
    if (found !== undefined) return found;
  }
  throw new Error(`No clause stands at ${path}.`);
}

function hasRows(path: string): boolean {
  let spec: BlockSpec | undefined = file;
  for (const id of path.split("/")) spec = spec?.clauses[id]?.block;
  return spec?.rows !== undefined;
}

/** What can be looked at beside clauses; whoever makes another situation of one has looked at all that it is made of. */
const around = ["terms", "together", "whole situation"] as const;

export type Around = (typeof around)[number];

export function aroundCell(what: Around): number {
  return numbering().beyond + around.indexOf(what);
}

const pointIds = Object.keys(points) as readonly PointId[];
const numberOfPoint = new Map(pointIds.map((id, index) => [id, index]));

/** The cells of a clause, or of a block with all that is in it, by part; those of a scenario in the parts of `scenarios`. */
export function cellsUnder(path: string, scenarios: number): Cells {
  const found: number[][] = [];
  const [root = ""] = path.split("/");
  const parts =
    root === "scenario" ? Array.from({ length: scenarios }, (_, index) => partOfScenario(index)) : [notePart];
  for (const cell of isRoot(root) ? cellsOf(root) : []) {
    if (cell.path !== path && !cell.path.startsWith(`${path}/`)) continue;
    for (const part of parts) addCell(found, part, cell.number);
  }
  return found;
}

function isRoot(id: string): id is Root {
  return id === "note" || id === "market" || id === "scenario";
}

/** The cell of how an open point is read. */
export function pointCell(point: PointId): number {
  return numbering().beyond + around.length + (numberOfPoint.get(point) ?? 0);
}
