import { counted } from "../base/words.ts";
import type { Analysis, NoteAnalysis } from "../document/analysis.ts";
import type { Range } from "../document/place.ts";
import { rangeAt, whereIs } from "../document/whereabouts.ts";
import { conversionShares } from "../finance/conversion/conversion.ts";
import { evaluate, type Situation } from "../finance/engine/formula.ts";
import { answersIn } from "../finance/formulas.ts";
import { headlinesOf } from "../finance/headlines.ts";
import { type PriceTable, playsRange, priceTable } from "../finance/price-table.ts";
import { conversionPrice } from "../finance/prices/conversion-price.ts";
import { ownershipAfter } from "../finance/shares/holdings.ts";
import { type Figure, isWaiting } from "../quantity/figure.ts";
import { show, showPercent } from "../quantity/format.ts";
import type { MemoPlace } from "../render/memo-place.ts";
import { foundIn } from "./found.ts";

/** Where a line of results stands: over a note, or over a scenario for it. Both count from 0. */
export interface Lens {
  readonly range: Range;
  readonly note: number;
  readonly scenario: number | undefined;
}

/** Where lines of results stand. Nothing is worked out for them yet. */
export function lenses(analysis: Analysis): Lens[] {
  const found: Lens[] = [];
  const taken = new Set<string>();
  const add = (lens: Omit<Lens, "range">, range: Range | undefined): void => {
    const key = range && `${range.start.line} ${range.start.character}`;
    if (!range || key === undefined || taken.has(key)) return;
    taken.add(key);
    found.push({ ...lens, range });
  };
  analysis.notes.forEach(({ note, surroundings }, index) => {
    const at = whereIs(analysis, note.tree, note.clause.name);
    if (at?.path === undefined) add({ note: index, scenario: undefined }, at && rangeAt(at));
    surroundings.scenarios.forEach(({ tree, clause }, scenario) => {
      const place = whereIs(analysis, tree, clause.name);
      if (place && place.path === undefined && !place.borrowed)
        add({ note: index, scenario }, rangeAt(place));
    });
  });
  return found;
}

/** `$940,800.00 due December 6, 2018 · 3 warnings · memo`; undefined for a place that is no longer there. */
export function lensTitle(analysis: Analysis, lens: Omit<Lens, "range">): string | undefined {
  const note = analysis.notes[lens.note];
  if (!note) return undefined;
  if (lens.scenario === undefined)
    return [...noteResults(note), ...findings(note, analysis), "memo"].join(" · ");
  const situation = note.played[lens.scenario];
  return situation && scenarioResults(situation).join(" · ");
}

/** Where in the memo it is that a line of results stands for. */
export function placeOf({ notes }: Analysis, { note, scenario }: Omit<Lens, "range">): MemoPlace {
  const found = notes[note];
  const played = scenario === undefined ? undefined : found?.played[scenario];
  return { note: found?.note.name, scenario: played?.scenario?.name, section: undefined };
}

/** What a note comes to by itself, in as few words as possible: what is due, else the first answer that it has. */
export function noteResults({ alone }: NoteAnalysis): readonly string[] {
  const due = answersIn(alone).filter(({ formula }) => formula.topic === "interest");
  const [first = headlinesOf(answersIn(alone), alone)[0]] = headlinesOf(due, alone);
  return first === undefined ? [] : [first];
}

/** The findings of a note by their weight; those that only inform where there is nothing heavier. */
function findings(note: NoteAnalysis, analysis: Analysis): string[] {
  const found = foundIn(note, analysis);
  const said = (["error", "warning"] as const).flatMap((severity) => {
    const count = found.filter(({ problem }) => problem.severity === severity).length;
    return count > 0 ? [counted(count, severity)] : [];
  });
  if (said.length > 0) return said;
  return [found.length > 0 ? counted(found.length, "remark") : "no findings"];
}

/** More than these no line over a scenario says. */
const mostResults = 3;

/** Price, shares and ownership of a scenario's conversion; of one without, the answers that it opens with. */
export function scenarioResults(situation: Situation): readonly string[] {
  const table = playsRange(situation) ? priceTable(situation) : undefined;
  if (table && table.rows.length > 0) return rangeResults(table);
  const [price, shares, owned] = [conversionPrice, conversionShares, ownershipAfter].map((formula) =>
    evaluate<Figure>(formula, situation),
  );
  const said = [
    ...(price && !isWaiting(price) ? [show(price)] : []),
    ...(shares && !isWaiting(shares) ? [show(shares)] : []),
    ...(owned && !isWaiting(owned) ? [showPercent(owned.amount, 2)] : []),
  ];
  if (shares && !isWaiting(shares)) return said;
  const answers = headlinesOf(answersIn(situation), situation).slice(0, mostResults);
  return answers.length > 0 ? answers : ["waits for what is missing"];
}

/** From the highest price of a range to the lowest. */
function rangeResults({ rows }: PriceTable): readonly string[] {
  const between = (of: (row: PriceTable["rows"][number]) => string | undefined): readonly string[] => {
    const [first, last] = [rows[0], rows.at(-1)].map((row) => row && of(row));
    if (first === undefined || last === undefined) return [];
    return [first === last ? first : `${first} to ${last}`];
  };
  return [
    ...between(({ price }) => show(price)),
    ...between(({ shares }) => show(shares)),
    ...between(({ ownership }) => ownership && showPercent(ownership.amount, 2)),
  ];
}
