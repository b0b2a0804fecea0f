import { onceEach } from "../base/once.ts";
import type { Analysis, NoteAnalysis } from "../document/analysis.ts";
import { type Position, placeAt, positionIn, type Range } from "../document/place.ts";
import { whereIs } from "../document/whereabouts.ts";
import type { Shown } from "../settings/user.ts";
import type { Tree } from "../syntax/tree.ts";
import { alternativeHints, offeredHints } from "./hints/alternatives.ts";
import { percentHints } from "./hints/percentages.ts";
import { periodHints } from "./hints/periods.ts";

/** What is shown behind words of a sheet: at an offset in a text. */
export interface HintAt {
  readonly tree: Tree;
  readonly offset: number;
  readonly label: string;
  /** How it came about. */
  readonly tooltip?: string;
}

/** What is shown behind words of a document. */
export interface Hint {
  readonly position: Position;
  readonly label: string;
  readonly tooltip: string | undefined;
}

type Kind = Exclude<keyof Shown, "codeLens">;

/** Those that matter most first: of several behind the same words an editor may cut the last. */
const kinds: Readonly<Record<Kind, (note: NoteAnalysis) => readonly HintAt[]>> = {
  alternatives: onceEach((note: NoteAnalysis) => [...alternativeHints(note), ...offeredHints(note)]),
  periods: onceEach(periodHints),
  percentages: onceEach(percentHints),
};

/** The results between the lines of a range, of the kinds that are switched on: kept for each note until it changes. */
export function hints(analysis: Analysis, range: Range, shown: Shown): Hint[] {
  const [from, to] = [placeAt(analysis, range.start).index, placeAt(analysis, range.end).index];
  const all = (Object.keys(kinds) as Kind[]).filter((kind) => shown[kind]).map((kind) => kinds[kind]);
  const found = new Map<string, Hint>();
  for (const note of analysis.notes) {
    const home = whereIs(analysis, note.note.tree, note.note.clause.name);
    if (!home || home.index < from || home.index > to) continue;
    for (const { tree, offset, label, tooltip } of all.flatMap((hintsOf) => hintsOf(note))) {
      const where = whereIs(analysis, tree, { start: offset, end: offset });
      if (!where || where.path !== undefined || where.borrowed) continue;
      const position = positionIn(where.piece, where.firstLine, where.span.start);
      if (position.line < range.start.line || position.line > range.end.line) continue;
      const key = `${position.line} ${position.character} ${label}`;
      if (!found.has(key)) found.set(key, { position, label, tooltip });
    }
  }
  return [...found.values()];
}
