import type { PointId } from "../../server/src/catalog/points.ts";
import { analyse } from "../../server/src/document/analysis.ts";
import { explain } from "../../server/src/features/explain.ts";
import { varied } from "../../server/src/finance/engine/formula.ts";
import { answersIn } from "../../server/src/finance/formulas.ts";
import { flatQuotes } from "../../server/src/market/quotes.ts";
import { parseIsoDate } from "../../server/src/quantity/date.ts";
import { parseExact } from "../../server/src/quantity/exact.ts";
import { isWaiting } from "../../server/src/quantity/figure.ts";
import { plainValue } from "../../server/src/quantity/format.ts";
import type { FigureRecord } from "../../server/src/render/report.ts";

interface Where {
  readonly note?: number;
  /** The scenario's name; without one the note by itself. */
  readonly scenario?: string;
  /** The day set for valuation, as year-month-day. */
  readonly on?: string;
}

/** The figures of a note, or of it in a scenario, as `explain` gives them, by their ids. */
export function recordsOf(
  text: string,
  { note = 0, scenario, on }: Where = {},
): ReadonlyMap<string, FigureRecord> {
  const explained = explain(analyse(text, on === undefined ? undefined : parseIsoDate(on)))[note];
  const figures =
    scenario === undefined
      ? explained?.figures
      : explained?.scenarios.find(({ name }) => name === scenario)?.figures;
  if (!figures) throw new Error(`no such figures: ${note} ${scenario ?? ""}`);
  return new Map(figures.map((figure) => [figure.id, figure]));
}

/** One figure's value, or what it waits for; undefined where the note has no such figure. */
export function valueIn(text: string, id: string, where: Where = {}): string | undefined {
  const record = recordsOf(text, where).get(id);
  return record && (record.value ?? `waits for ${record.waitingFor?.join("; ")}`);
}

/** The figures of a note in which every price of every day is the same. */
export function flatFigures(text: string, price: string): ReadonlyMap<string, string | undefined> {
  const analysed = analyse(text, undefined).notes[0];
  const situation = analysed?.played[0] ?? analysed?.alone;
  const amount = parseExact(price);
  if (!situation || !amount) throw new Error("no note or no price");
  return answers(varied(situation, { quotes: flatQuotes(amount, situation.note.currency) }));
}

/** The figures of a note, or of it in its only scenario, with one open point read another way than usual. */
export function readOtherwise(
  text: string,
  point: PointId,
  reading: string,
): ReadonlyMap<string, string | undefined> {
  const analysed = analyse(text, undefined).notes[0];
  const situation = analysed?.played[0] ?? analysed?.alone;
  if (!situation) throw new Error("no note");
  return answers(varied(situation, { readings: new Map([[point, reading]]) }));
}

function answers(situation: Parameters<typeof answersIn>[0]): ReadonlyMap<string, string | undefined> {
  return new Map(
    answersIn(situation).map(({ formula, result }) => [
      formula.id,
      isWaiting(result) ? undefined : plainValue(result),
    ]),
  );
}

/** The value rounded half up to so many places, by plain digits; for golden numbers that are stated rounded. */
export function rounded(value: string | undefined, places: number): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value ?? "");
  if (!match) throw new Error(`no number: ${value}`);
  const [, sign = "", whole = "", behind = ""] = match;
  const units = BigInt(whole + behind.padEnd(places + 1, "0").slice(0, places + 1));
  const digits = String((units + 5n) / 10n).padStart(places + 1, "0");
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
