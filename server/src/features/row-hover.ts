import { counted } from "../base/words.ts";
import type { ClauseSpec, LineKind } from "../catalog/clause.ts";
import type { ScheduleRow } from "../catalog/value.ts";
import type { NoteAnalysis } from "../document/analysis.ts";
import type { PlacedSpec } from "../document/place.ts";
import { rowsAt, withAlternatives } from "../finance/engine/drafts.ts";
import { type Situation, varied } from "../finance/engine/formula.ts";
import { paymentsByLine } from "../finance/interest/instalments.ts";
import { prepaymentByLine } from "../finance/money/prepayment.ts";
import { damagesByLine } from "../finance/shares/late-damages.ts";
import { minus } from "../quantity/arithmetic.ts";
import { total } from "../quantity/cash-flows.ts";
import { compare } from "../quantity/exact.ts";
import { assumptionsOf, type Figure, isWaiting, named, type Waiting } from "../quantity/figure.ts";
import { show, showDifference } from "../quantity/format.ts";
import { derivation } from "../render/derivation.ts";
import type { ClauseReport } from "../render/hover.ts";
import type { Clause } from "../syntax/tree.ts";
import { bearingOf } from "./bearing.ts";
import { isFormulaLabel } from "./explain.ts";

/** The line of a schedule that a clause of the text is; undefined where it is none, or one that can't be read. */
export function rowOf(path: string, line: Clause, { note }: NoteAnalysis): ScheduleRow | undefined {
  const { start, end } = line.span;
  return rowsAt(note, path).find(({ span }) => start <= span.start && span.end <= end);
}

/** What one line of a schedule says: its days, and its amount on each of them. */
export function rowReport(
  row: ScheduleRow,
  placed: PlacedSpec,
  spec: ClauseSpec,
  around: readonly PlacedSpec[],
  note: NoteAnalysis,
): ClauseReport {
  const isLate = spec.block?.lines === "damages";
  const { situation = note.alone } = isLate ? bearingOf(placed, spec, around, note) : {};
  const figures = amountsOf(row, spec, situation);
  const known = isWaiting(figures) ? [] : figures;
  const proposed = row.proposed === undefined ? [] : [`this line is proposed, not agreed: ${row.proposed}`];
  return {
    answer: known.map((figure) => `${show(figure)} ${figure.name ?? ""}`),
    summary: `A line of “${spec.names[0]}”: ${row.text}.`,
    setting: situation.scenario && `In the scenario “${situation.scenario.name}”:`,
    choice: undefined,
    steps: known.flatMap((figure) => derivation(figure, isFormulaLabel)),
    cases: [],
    others: [],
    waiting: isWaiting(figures) ? figures.waitingFor : [],
    table: undefined,
    readings: alternativeTexts(row, placed.path, spec, known, situation),
    assumptions: [...new Set([...proposed, ...known.flatMap((figure) => [...assumptionsOf(figure)])])],
    notes: [],
  };
}

/** The sums of a line, each under its day or days; nothing where it asks for nothing. */
function amountsOf(
  row: ScheduleRow,
  { block }: ClauseSpec,
  situation: Situation,
): readonly Figure<"money">[] | Waiting {
  return block?.lines ? amountsByKind[block.lines](row, situation) : [];
}

const amountsByKind: Readonly<
  Record<LineKind, (row: ScheduleRow, situation: Situation) => readonly Figure<"money">[] | Waiting>
> = {
  prepayment: prepaymentByLine,
  damages: damagesByLine,
  instalments: (row, situation) => paymentsOf(row, "instalments", "instalment", situation),
  redemptions: (row, situation) => paymentsOf(row, "holderRedemption", "payment", situation),
};

function paymentsOf(
  row: ScheduleRow,
  of: Parameters<typeof paymentsByLine>[1],
  noun: string,
  situation: Situation,
): readonly Figure<"money">[] | Waiting {
  const payments = paymentsByLine(row, of, situation);
  if (isWaiting(payments)) return payments;
  const [first, last] = [payments[0], payments.at(-1)];
  if (!first || !last) return [];
  if (payments.length === 1) return [named(`on ${show(first.on)}`, first.sum)];
  const sums = payments.map(({ sum }) => sum);
  const words = `in ${counted(payments.length, noun)}, ${show(first.on)} to ${show(last.on)}`;
  return [named(words, total(sums, counted(payments.length, noun)))];
}

/** What each bracketed alternative of the line would change. */
function alternativeTexts(
  row: ScheduleRow,
  path: string,
  spec: ClauseSpec,
  known: readonly Figure<"money">[],
  situation: Situation,
): string[] {
  return withAlternatives(situation.note, path).flatMap(({ text, note, line }) => {
    if (line?.was !== row) return [];
    const lead = `with ${text} instead of the first alternative`;
    const others = amountsOf(line.is, spec, varied(situation, { note }));
    if (isWaiting(others)) return [lead];
    const index = others.findLastIndex(
      (other, at) => known[at] && compare(other.amount, known[at].amount) !== 0,
    );
    const [was, is] = [known[index], others[index]];
    return [was && is ? `${lead}: ${show(is)} ${is.name ?? ""} (${showDifference(minus(is, was))})` : lead];
  });
}
