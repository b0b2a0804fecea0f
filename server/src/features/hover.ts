import { attempted, partNotWorkedOut } from "../base/failures.ts";
import type { Span } from "../base/span.ts";
import type { Analysis, NoteAnalysis } from "../document/analysis.ts";
import {
  type Place,
  type PlacedSpec,
  type Position,
  placeAt,
  type Range,
  rangeIn,
  specsAt,
} from "../document/place.ts";
import { whereIs } from "../document/whereabouts.ts";
import type { Ground } from "../render/chart.ts";
import { glanceMarkdown } from "../render/glance.ts";
import { type ClauseReport, hoverMarkdown } from "../render/hover.ts";
import type { MemoPlace } from "../render/memo-place.ts";
import type { Clause, Tree } from "../syntax/tree.ts";
import { reportOn } from "./clause-report.ts";
import { expectationReport } from "./expected.ts";
import { partHover } from "./part-hover.ts";
import { rowOf, rowReport } from "./row-hover.ts";
import { takenOver } from "./taken-over.ts";

/** How a hover is laid out. */
export interface Layout {
  /** For an editor that shows images whose address holds them: what it shows them on. */
  readonly pictures?: Ground | undefined;
  /** For one that has the memo: where a link to a place in it leads. The hover is then as short as a glance. */
  readonly memo?: ((place: MemoPlace) => string) | undefined;
}

export interface Hover {
  readonly markdown: string;
  readonly range: Range;
}

/**
 * What the clause at a position means, and every number that rests on it; undefined where no clause is. Of an
 * alternative, a measure or a row of prices what it comes to.
 */
export function hover(analysis: Analysis, position: Position, layout: Layout = {}): Hover | undefined {
  const place = placeAt(analysis, position);
  const around = specsAt(place.piece.tree.clauses, place.offset);
  const placed = around.findLast(({ spec }) => spec);
  if (!placed?.spec || !onWords(placed, place.offset)) return undefined;
  const note = noteAt(analysis, place);
  const { spec, clause } = placed;
  const part = layout.memo && note && partHover(analysis, placed, place, note);
  if (part) return part;
  const line = spec.block?.rows === "schedule" ? around.at(-1)?.clause : undefined;
  const row = note && line && line !== clause ? rowOf(placed.path, line, note) : undefined;
  if (note && line && row) {
    const markdown = remembered(layout, note, line, () =>
      laidOut(rowReport(row, placed, spec, around, note), note, layout),
    );
    return { markdown, range: rangeIn(place.piece, place.firstLine, line.span) };
  }
  const expects = spec.value.form === "expectation";
  const owner = expects ? analysis : (note ?? analysis);
  const markdown = remembered(layout, owner, clause, () => {
    const taken = spec.block ? takenOver(analysis, place.index, clause, spec.block) : [];
    const report = {
      ...reportOn(placed, spec, around, note),
      ...(expects && expectationReport(analysis, clause)),
    };
    return laidOut({ ...report, notes: [...report.notes, ...taken] }, note, layout);
  });
  return { markdown, range: rangeIn(place.piece, place.firstLine, headSpan(placed)) };
}

/** All that is known of the clause; at a glance for an editor that has the memo, which has the rest. */
function laidOut(report: ClauseReport, note: NoteAnalysis | undefined, { pictures, memo }: Layout): string {
  if (!memo) return hoverMarkdown(report, pictures);
  const { figure, scenario } = report;
  const name = note?.note.name;
  const link = (section: MemoPlace["section"]): string => memo({ note: name, scenario, section, figure });
  return glanceMarkdown(report, pictures, note && link);
}

type Made = WeakMap<NoteAnalysis | Analysis, Map<Clause, string>>;

const made = new Map<string, Made>();

/** What a hover said of a clause it says again, as long as nothing that it rests on is edited: its note, or the document. */
function remembered(
  { pictures, memo }: Layout,
  owner: NoteAnalysis | Analysis,
  clause: Clause,
  make: () => string,
): string {
  const key = `${pictures ?? "no ground"} ${memo?.({ section: undefined }) ?? "no memo"}`;
  const byOwner: Made = made.get(key) ?? new WeakMap();
  made.set(key, byOwner);
  const byClause = byOwner.get(owner) ?? new Map<Clause, string>();
  byOwner.set(owner, byClause);
  const markdown = byClause.get(clause) ?? attempted("the hover", make, () => partNotWorkedOut);
  byClause.set(clause, markdown);
  return markdown;
}

/** Between the lines of a block there is nothing to say. */
function onWords({ clause }: PlacedSpec, offset: number): boolean {
  return clause.block?.words.content !== "clauses" || offset <= clause.block.span.start;
}

function headSpan({ clause }: PlacedSpec): { readonly start: number; readonly end: number } {
  return clause.block ? { start: clause.span.start, end: clause.block.span.start } : clause.span;
}

/** The note around a place; at the top of a file the first note that the clause applies to. */
function noteAt(analysis: Analysis, { piece, offset }: Place): NoteAnalysis | undefined {
  const holds = ({ tree, span }: { readonly tree: Tree; readonly span: Span }): boolean =>
    span.start <= offset && offset <= span.end && whereIs(analysis, tree, span)?.piece === piece;
  const applies = ({ surroundings: { market, scenarios } }: NoteAnalysis): boolean =>
    [market, ...scenarios].some((part) => part && holds(part));
  return analysis.notes.find(({ note }) => holds(note)) ?? analysis.notes.find(applies) ?? analysis.notes[0];
}
