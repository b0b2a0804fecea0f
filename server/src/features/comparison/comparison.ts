import type { Analysis, NoteAnalysis } from "../../document/analysis.ts";
import type { Situation } from "../../finance/engine/formula.ts";
import { type Answer, answersIn } from "../../finance/formulas.ts";
import { minus } from "../../quantity/arithmetic.ts";
import { compare } from "../../quantity/exact.ts";
import { type Figure, isWaiting } from "../../quantity/figure.ts";
import { show, showDifference } from "../../quantity/format.ts";
import type {
  ComparisonRecord,
  FigureChange,
  FindingSaid,
  FindingsChange,
  NoteComparison,
} from "../../render/comparison-record.ts";
import { locatedProblems } from "../diagnostics.ts";
import { headed } from "../message.ts";
import { clauseChanges, type Version } from "./clauses.ts";

/** What changed from one version of a sheet to another: in words, in money, and in what is found. */
export function comparison(before: Analysis, after: Analysis): ComparisonRecord {
  const pairs = paired(before.notes, after.notes);
  return {
    notes: pairs.map(([was, is]) =>
      noteComparison(was && { analysis: before, note: was }, is && { analysis: after, note: is }),
    ),
    findings: findingsChange(findingsOf(before, undefined), findingsOf(after, undefined)),
  };
}

type Pair = readonly [NoteAnalysis | undefined, NoteAnalysis | undefined];

/** Notes of one name, then those that are left in their order: such a note has another name now. */
function paired(before: readonly NoteAnalysis[], after: readonly NoteAnalysis[]): Pair[] {
  const open = [...before];
  const named = after.map((is) => {
    const at = open.findIndex(({ note }) => note.name === is.note.name);
    return { is, was: at < 0 ? undefined : open.splice(at, 1)[0] };
  });
  const all = named.map(({ is, was }): Pair => [was ?? open.shift(), is]);
  return [...all, ...open.map((was): Pair => [was, undefined])];
}

function noteComparison(before: Version | undefined, after: Version | undefined): NoteComparison {
  const name = (after ?? before)?.note.note.name ?? "";
  const nameBefore = before && after && before.note.note.name !== name ? before.note.note.name : null;
  const clauses = clauseChanges(before, after);
  const figures = figureChanges(before?.note, after?.note);
  const findings = findingsChange(
    before ? findingsOf(before.analysis, before.note) : [],
    after ? findingsOf(after.analysis, after.note) : [],
  );
  const isSame =
    nameBefore === null &&
    [clauses, figures, findings.came, findings.went].every((changes) => changes.length === 0);
  const state = !before ? "added" : !after ? "removed" : isSame ? "same" : "changed";
  return { name, nameBefore, state, clauses, figures, findings };
}

/** The figures that come to something else: of the note by itself, and of each scenario of one name in both. */
function figureChanges(before: NoteAnalysis | undefined, after: NoteAnalysis | undefined): FigureChange[] {
  const situations = (note: NoteAnalysis | undefined): ReadonlyMap<string, Situation> =>
    new Map(
      note ? [["", note.alone], ...note.played.map((one) => [`“${one.scenario?.name}”`, one] as const)] : [],
    );
  const [was, is] = [situations(before), situations(after)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((key) =>
    changesIn(was.get(key), is.get(key), key === "" ? null : key.slice(1, -1)),
  );
}

function changesIn(
  before: Situation | undefined,
  after: Situation | undefined,
  scenario: string | null,
): FigureChange[] {
  const old = new Map((before ? answersIn(before) : []).map((answer) => [answer.formula.id, answer]));
  const now = new Map((after ? answersIn(after) : []).map((answer) => [answer.formula.id, answer]));
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((id) => {
    const [was, is] = [figureOf(old.get(id)), figureOf(now.get(id))];
    const formula = (now.get(id) ?? old.get(id))?.formula;
    if (!formula || (!was && !is) || (was && is && isSameFigure(was, is))) return [];
    return [
      {
        id,
        label: formula.label,
        scenario,
        before: was ? show(was) : null,
        after: is ? show(is) : null,
        difference: was && is ? differenceOf(was, is) : null,
        main: formula.headline !== undefined || mainIds.has(id),
      },
    ];
  });
}

/** What a reader asks for first besides what hovers open with. */
const mainIds: ReadonlySet<string> = new Set(["ownership-after", "conversion-value", "conversion-gain"]);

function figureOf(answer: Answer | undefined): Figure | undefined {
  return answer && !isWaiting(answer.result) ? answer.result : undefined;
}

function isSameFigure(one: Figure, other: Figure): boolean {
  return (
    one.kind === other.kind && one.currency === other.currency && compare(one.amount, other.amount) === 0
  );
}

/** How much more it is: of dates in days, of percentages in points. */
function differenceOf(was: Figure, is: Figure): string | null {
  if (was.kind !== is.kind || was.currency !== is.currency) return null;
  const gap = minus(is as Figure<"money">, was as Figure<"money">);
  if (is.kind === "date") return showDifference({ ...gap, kind: "days" });
  const shown = showDifference(gap);
  return is.kind === "ratio" ? shown.replace(" %", " points") : shown;
}

/** What is found in a note, or beside all notes. */
function findingsOf(analysis: Analysis, note: NoteAnalysis | undefined): FindingSaid[] {
  return locatedProblems(analysis)
    .filter(({ problem }) => problem.note === note?.note.name)
    .map(({ problem, range }) => ({
      code: problem.code,
      severity: problem.severity,
      message: headed(problem).head,
      line: range.start.line,
    }));
}

/** What came and what went. A finding that says the same with other numbers, or elsewhere, did neither. */
function findingsChange(before: readonly FindingSaid[], after: readonly FindingSaid[]): FindingsChange {
  const open = [...before];
  const came = after.filter(({ code }) => {
    const at = open.findIndex((one) => one.code === code);
    if (at >= 0) open.splice(at, 1);
    return at < 0;
  });
  return { came, went: open };
}
