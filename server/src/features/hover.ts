import type { ClauseSpec } from "../catalog/clause.ts";
import { openPointText } from "../checks/rules/left-open.ts";
import { type Affected, affectedBy, topicOf } from "../finance/affects.ts";
import { priceClause } from "../finance/conversion-price.ts";
import { conversionDate } from "../finance/dates.ts";
import { boundAt, withMeaning } from "../finance/drafts.ts";
import {
  evaluate,
  type Formula,
  pointsBehind,
  type Situation,
  type Source,
  varied,
} from "../finance/formula.ts";
import { answersIn, formulas } from "../finance/formulas.ts";
import { type OpenHere, openPoints } from "../finance/open-points.ts";
import { wordsOf } from "../finance/price.ts";
import { priceTable } from "../finance/price-table.ts";
import { minus } from "../quantity/arithmetic.ts";
import { assumptionsOf, type Figure, isWaiting } from "../quantity/figure.ts";
import { show, showDifference } from "../quantity/format.ts";
import { derivation, type Line, shownWithManner } from "../render/derivation.ts";
import { type ClauseReport, hoverMarkdown } from "../render/hover.ts";
import { priceInSymbols } from "../render/symbols.ts";
import type { Clause } from "../syntax/tree.ts";
import type { Analysis, NoteAnalysis } from "./analysis.ts";
import { casesText, scenarioOfCase } from "./cases.ts";
import {
  type Place,
  type PlacedSpec,
  type Position,
  placeAt,
  type Range,
  rangeIn,
  specsAt,
} from "./place.ts";

export interface Hover {
  readonly markdown: string;
  readonly range: Range;
}

/** What the clause at a position means, and every number that rests on it; undefined where no clause is. */
export function hover(analysis: Analysis, position: Position): Hover | undefined {
  const place = placeAt(analysis, position);
  const around = specsAt(place.piece.tree.clauses, place.offset);
  const placed = around.findLast(({ spec }) => spec);
  if (!placed?.spec || !onWords(placed, place.offset)) return undefined;
  const note = noteAt(analysis, place);
  const markdown = kept(note ?? analysis, placed.clause, () =>
    hoverMarkdown(reportOn(placed, placed.spec as ClauseSpec, around, note)),
  );
  return { markdown, range: rangeIn(place.piece, place.firstLine, headSpan(placed)) };
}

const told = new WeakMap<NoteAnalysis | Analysis, Map<Clause, string>>();

/** What a hover said of a clause it says again, as long as nothing that it rests on is edited. */
function kept(owner: NoteAnalysis | Analysis, clause: Clause, make: () => string): string {
  const byClause = told.get(owner) ?? new Map<Clause, string>();
  told.set(owner, byClause);
  const markdown = byClause.get(clause) ?? make();
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
  const around = analysis.notes.find(
    ({ note }) => note.tree === piece.tree && note.span.start <= offset && offset <= note.span.end,
  );
  const applies = ({ surroundings }: NoteAnalysis): boolean =>
    [surroundings.market, ...surroundings.scenarios].some(
      (part) => part?.tree === piece.tree && part.span.start <= offset && offset <= part.span.end,
    );
  return around ?? analysis.notes.find(applies) ?? analysis.notes[0];
}

function reportOn(
  placed: PlacedSpec,
  spec: ClauseSpec,
  around: readonly PlacedSpec[],
  note: NoteAnalysis | undefined,
): ClauseReport {
  const affected = affectedBy(placed.path);
  const topic = topicHere(placed, spec, affected);
  const situation = note && situationFor(placed, around, note, affected);
  const close = situation ? closeAnswers(affected, topic, situation) : [];
  const all = situation
    ? answersIn(situation).filter(({ formula }) => affected.some((one) => one.formula === formula))
    : [];
  const ready = close.flatMap(({ formula, result }) => (isWaiting(result) ? [] : [{ formula, result }]));
  const waiting = [...new Set(close.flatMap(({ result }) => (isWaiting(result) ? result.waitingFor : [])))];
  const choice = ready.map(({ result }) => result).find(isChoice);
  const assumptions = [...new Set(ready.flatMap(({ result }) => assumptionsOf(result)))];
  const open = note ? openAmong(note, close, assumptions) : [];
  const symbols =
    situation && waiting.length > 0 && affectsPrice(placed.path) ? formulaOf(situation) : undefined;
  return {
    answer: situation ? firstLine(headlines(close, situation), symbols) : [],
    summary: spec.summary,
    setting: situation && settingOf(situation, ready.length > 0),
    choice: choice && {
      title:
        choice.origin.kind === "computed" && choice.origin.operation.form === "choice"
          ? choice.origin.operation.text
          : "",
      whole: choice,
    },
    steps: ready.flatMap(({ formula, result }) => stepsShown(formula, result, result === choice)),
    others: all
      .filter(({ formula }) => !close.some((one) => one.formula === formula))
      .flatMap(({ formula, result }) =>
        isWaiting(result) ? [] : [{ label: formula.label, value: shownWithManner(result) }],
      ),
    waiting: shortList(waiting),
    table: situation && symbols ? priceTable(situation) : undefined,
    readings: [
      ...(situation ? alternativeTexts(placed.path, close, situation) : []),
      ...open.map(openPointText),
    ],
    assumptions: assumptions.filter((text) => !open.some(({ point }) => point.because === text)),
    cases: situation ? casesText(placed.path, situation) : [],
    notes: [],
  };
}

/** What each bracketed alternative of the clause would change, measured by the topic's first answer. */
function alternativeTexts(path: string, close: readonly Close[], situation: Situation): string[] {
  const said = boundAt(situation.note, path);
  if (said?.state !== "said" || said.alternatives.length === 0) return [];
  const ranked = close.filter(
    ({ formula }) => formula.headline && (formula.kind === "money" || formula.kind === "price"),
  );
  const [first] = ranked.sort((a, b) => (a.formula.headline?.rank ?? 0) - (b.formula.headline?.rank ?? 0));
  return said.alternatives.map(({ text, meaning }) => {
    const lead = `with ${text} instead of the first alternative`;
    if (!first || isWaiting(first.result)) return lead;
    const note = withMeaning(situation.note, path, said, meaning);
    const result = evaluate(first.formula, varied(situation, { note }));
    if (isWaiting(result)) return lead;
    const difference = minus(result as Figure<"money">, first.result as Figure<"money">);
    return `${lead}: ${first.formula.label} ${show(result)} (${showDifference(difference)})`;
  });
}

/** The points that the shown figures rest on and that other readings would change. */
function openAmong(note: NoteAnalysis, close: readonly Close[], assumptions: readonly string[]): OpenHere[] {
  const behind = new Set(close.flatMap(({ formula }) => [...pointsBehind(formula)]));
  return openPoints(note.alone, note.played).filter(
    ({ id, point, others }) => behind.has(id) && others.length > 0 && assumptions.includes(point.because),
  );
}

/** The topic of the clause's block where the clause has a part in it, else that of the figure nearest to it. */
function topicHere(
  { block }: PlacedSpec,
  spec: ClauseSpec | undefined,
  affected: readonly Affected[],
): string | undefined {
  const own = block.topic ?? spec?.block?.topic;
  return affected.some(({ formula }) => formula.topic === own) ? own : topicOf(affected);
}

/** Of many missing prices the first few and how many more there are. */
function shortList(needs: readonly string[]): string[] {
  return needs.length <= 4 ? [...needs] : [...needs.slice(0, 3), `${needs.length - 3} more like them`];
}

interface Close {
  readonly formula: Formula;
  readonly result: ReturnType<typeof answersIn>[number]["result"];
}

/** The answers of the clause's own topic. */
function closeAnswers(
  affected: readonly Affected[],
  topic: string | undefined,
  situation: Situation,
): Close[] {
  return answersIn(situation).filter(
    ({ formula }) => formula.topic === topic && affected.some((one) => one.formula === formula),
  );
}

/** The scenario at hand; for a clause of the note the first scenario that its conversion is worked out in. */
function situationFor(
  placed: PlacedSpec,
  around: readonly PlacedSpec[],
  note: NoteAnalysis,
  affected: readonly Affected[],
): Situation {
  const here = note.played.find(({ scenario }) => around.some(({ clause }) => clause === scenario?.clause));
  if (here) return here;
  const ofCase = scenarioOfCase(placed.path, placed.clause, note);
  if (ofCase) return ofCase;
  const needsDay = affected.length > 0 && affected.every(({ formula }) => formula.scope !== "note");
  const topic = topicHere(placed, placed.spec, affected);
  const first = note.played[0];
  return first && (needsDay || topic === "conversion" || topic === "ownership") ? first : note.alone;
}

/** Where nothing can be worked out yet, the formula is the answer. */
function firstLine(answers: readonly string[], symbols: string | undefined): readonly string[] {
  return answers.length > 0 || symbols === undefined ? answers : [symbols];
}

/** What the topic comes to, by rank; beside shares stands how many of them the ownership limit lets through. */
function headlines(close: readonly Close[], situation: Situation): string[] {
  const told = (source: Source): string | undefined => {
    const value = evaluate(source, situation);
    return isWaiting(value) ? undefined : show(value as Figure);
  };
  const beside = close.some(({ formula }) => formula.kind === "shares") ? "ownership" : undefined;
  return answersIn(situation)
    .filter(({ formula }) => formula.topic === beside || close.some((one) => one.formula === formula))
    .filter(({ formula }) => formula.headline)
    .filter(({ result }) => !isWaiting(result))
    .sort((a, b) => (a.formula.headline?.rank ?? 0) - (b.formula.headline?.rank ?? 0))
    .map(({ formula, result }) => formula.headline?.say(show(result as Figure), told) ?? "");
}

function settingOf(situation: Situation, ready: boolean): string | undefined {
  const { scenario } = situation;
  if (!scenario || !ready) return undefined;
  const day = evaluate(conversionDate, situation);
  return `In the scenario “${scenario.name}”${isWaiting(day) ? "" : `, ${show(day)}`}:`;
}

const labels: ReadonlySet<string> = new Set(formulas.map(({ label }) => label));

/** Of a choice that stands in a table, only what is inside its alternatives. */
function stepsShown(formula: Formula, result: Figure, inTable: boolean): Line[] {
  const lines = derivation(result, (name) => labels.has(name) && name !== formula.label);
  return inTable
    ? lines.filter(({ depth }) => depth > 1).map(({ depth, text }) => ({ depth: depth - 2, text }))
    : lines;
}

function isChoice(result: Figure): boolean {
  return result.origin.kind === "computed" && result.origin.operation.form === "choice";
}

function affectsPrice(path: string): boolean {
  return affectedBy(path).some(({ formula, distance }) => formula.id === "conversion-price" && distance <= 2);
}

function formulaOf(situation: Situation): string | undefined {
  const phrase = evaluate(priceClause, situation);
  return isWaiting(phrase) ? undefined : priceInSymbols(phrase, (span) => wordsOf(span, situation));
}
