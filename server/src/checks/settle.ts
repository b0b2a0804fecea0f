import type { Problem } from "../base/problem.ts";
import { listing } from "../base/words.ts";
import type { BoundNote } from "../note/bound.ts";
import { type Allowed, type JudgedAllowances, judgeAllowances } from "./allowances.ts";
import type { PlacedProblem } from "./check.ts";
import { codeNamed } from "./codes.ts";
import { heaviest, type Level, levelOf, type Settings } from "./levels.ts";
import type { OpenList, RelatedPlace } from "./rule.ts";

/** Something found in a note, before settings and the note's own `allow` are applied. */
export interface Unsettled extends PlacedProblem {
  readonly open?: OpenList;
  /** Whether it only says that its rule could not judge: no setting makes more of that. */
  readonly failed?: boolean;
}

/**
 * What stays of all that is found in a note, and as what: settings give each its level, then the note may allow it,
 * unless house policy forbids that. What is wrong with what the note allows comes last.
 */
export function settled(note: BoundNote, found: readonly Unsettled[], settings: Settings): PlacedProblem[] {
  const { allowed, problems } =
    note.allowances.length > 0
      ? judgeAllowances(note, codesOf(found), !found.some(isUnreadable))
      : nothingAllowed;
  const judging = { allowed, settings, note };
  return [
    ...found.flatMap((problem) => settledOne(problem, judging)),
    ...problems.flatMap((problem) => leveled({ ...problem, tree: note.tree, note: note.name }, settings)),
  ];
}

const nothingAllowed: JudgedAllowances = { allowed: new Map(), problems: [] };

function codesOf(found: readonly Unsettled[]): ReadonlySet<string> {
  return new Set(found.flatMap(({ code, open }) => [code, ...(open?.points ?? []).map((one) => one.code)]));
}

/** A problem as settings, and the notes that allow it, leave it: with the level that is set, or not at all. */
export function leveled({ allowedBy = [], ...problem }: PlacedProblem, settings: Settings): PlacedProblem[] {
  const level = levelOf([problem.code], problem.severity, settings);
  if (allowedBy.length === 0) return atLevel(problem, level);
  if (!settings.neverAllowed.has(problem.code)) return [];
  const refusals = allowedBy.map(({ note, allowance }) => ({ ...allowance, tree: note.tree }));
  return atLevel(withRefusals(problem, refusals), level);
}

interface Judging {
  readonly allowed: ReadonlyMap<string, Allowed>;
  readonly settings: Settings;
  readonly note: BoundNote;
}

function settledOne({ open, failed = false, ...problem }: Unsettled, judging: Judging): PlacedProblem[] {
  const whole = standing([problem.code], problem, judging);
  if (!open) {
    const level = failed && whole.level !== "off" ? problem.severity : whole.level;
    return atLevel(withRefusals(problem, inTextOf(judging.note, whole.refused)), level);
  }
  const each = open.points.map((point) => ({
    point,
    ...standing([point.code, problem.code], problem, judging),
  }));
  const shown = each.filter(({ level }) => level !== "off");
  const points = shown.map(({ point }) => point);
  const summed = { ...problem, message: open.message(points), fixes: points.flatMap(({ fixes }) => fixes) };
  const refused = [...new Set(shown.flatMap((one) => one.refused))];
  return atLevel(
    withRefusals(summed, inTextOf(judging.note, refused)),
    heaviest(shown.map(({ level }) => level)),
  );
}

interface Standing {
  readonly level: Level;
  /** What the note allows here and may not. */
  readonly refused: readonly Allowed[];
}

/** How a finding stands that goes by some codes, the closest first. */
function standing(codes: readonly string[], { severity }: Problem, { allowed, settings }: Judging): Standing {
  const level = levelOf(codes, severity, settings);
  const said = codes.flatMap((code) => allowed.get(code) ?? []);
  if (said.length === 0) return { level, refused: [] };
  const forbidden = codes.some((code) => settings.neverAllowed.has(code));
  return forbidden ? { level, refused: said } : { level: "off", refused: [] };
}

/** What a note says to allow something, with the text that it stands in. */
type PlacedAllowed = Allowed & Pick<BoundNote, "tree">;

function inTextOf({ tree }: BoundNote, allowed: readonly Allowed[]): readonly PlacedAllowed[] {
  return allowed.map((one) => ({ ...one, tree }));
}

function withRefusals(problem: PlacedProblem, refused: readonly PlacedAllowed[]): PlacedProblem {
  if (refused.length === 0) return problem;
  const codes = listing([...new Set(refused.map(({ code }) => `“${code}”`))], "or");
  const message = `${problem.message}\nHouse policy does not permit a note to allow ${codes}, so this finding stays.`;
  const related: RelatedPlace[] = refused.map(({ clause, tree }) => ({
    message: "Allowed here, which house policy does not permit.",
    span: clause.span,
    tree,
  }));
  return { ...problem, message, related: [...(problem.related ?? []), ...related] };
}

function atLevel(problem: PlacedProblem, level: Level): PlacedProblem[] {
  return level === "off" ? [] : [{ ...problem, severity: level }];
}

/** Whether it says that a part of the draft can't be read. */
function isUnreadable({ code, severity }: Problem): boolean {
  return severity === "error" && codeNamed(code)?.kind === "shape";
}
