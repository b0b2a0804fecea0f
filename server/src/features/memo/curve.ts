import { evaluate, type Situation } from "../../finance/engine/formula.ts";
import { conversionDate } from "../../finance/inputs/clauses.ts";
import { matures } from "../../finance/inputs/dates.ts";
import { finePriceRows, type PriceRow, priceTable } from "../../finance/price-table.ts";
import type { BoundScenario } from "../../note/bound.ts";
import { longDate } from "../../quantity/date.ts";
import * as exact from "../../quantity/exact.ts";
import { dayOf, type Figure, isWaiting } from "../../quantity/figure.ts";
import { show, showPercent } from "../../quantity/format.ts";
import type { CurveMemo, CurvePoint } from "../../render/memo-record.ts";

/** Price, shares, ownership and value over the market price; undefined where nothing converts at a price. */
export function curveMemo(situation: Situation, isOneOfSeveral: boolean): CurveMemo | undefined {
  const table = priceTable(situation);
  const rows = [...finePriceRows(situation)].reverse();
  if (!table || rows.length < 2) return undefined;
  const deciders = [...new Set(rows.flatMap(({ binding }) => binding ?? []))];
  return {
    amount: show(table.amount),
    deciders,
    points: rows.map((row) => pointOf(row, deciders, scenarioText(row.market, situation, isOneOfSeveral))),
  };
}

function pointOf(row: PriceRow, deciders: readonly string[], scenario: string): CurvePoint {
  const { market, price, shares, ownership, value, gain, binding } = row;
  return {
    market: size(market),
    price: size(price),
    shares: size(shares),
    ownership: ownership && size(ownership),
    value: size(value),
    decider: binding === undefined ? undefined : deciders.indexOf(binding),
    shown: {
      market: show(market),
      price: show(price),
      shares: show(shares),
      ownership: ownership && showPercent(ownership.amount, 2),
      value: show(value),
      gain: gain && showPercent(gain.amount, 2),
    },
    scenario,
  };
}

/** What a point of a curve may write: the scenario as it is played, or the note on its day, with this price on every day. */
function scenarioText(market: Figure<"price">, situation: Situation, isOneOfSeveral: boolean): string {
  const { scenario, note } = situation;
  const price = show(market);
  const lines = scenario ? linesOf(scenario) : dayLines(situation);
  const title = scenario ? `${scenario.name}, at ${price}` : `At ${price}`;
  const forNote = isOneOfSeveral ? ` for "${note.name}"` : "";
  const body = [...lines, `price every ${price}`].map((line) => `  ${line}\n`).join("");
  return `scenario "${title}"${forNote} {\n${body}}\n`;
}

/** What a scenario says besides its prices and what it expects. */
function linesOf({ clause, tree }: BoundScenario): string[] {
  const inner = clause.block?.clauses ?? [];
  const left: ReadonlySet<string | undefined> = new Set(["price", "expect"]);
  return inner
    .filter(({ match }) => !left.has(match?.id))
    .map(({ span }) => tree.text.slice(span.start, span.end).trim());
}

function dayLines(situation: Situation): string[] {
  const here = evaluate(conversionDate, situation);
  const day = isWaiting(here) ? evaluate(matures, situation) : here;
  return isWaiting(day) ? [] : [`on ${longDate(dayOf(day))}`];
}

/** A coordinate to draw by, never to count with. */
function size({ amount }: Figure): number {
  return Number(exact.toPlain(amount, 12));
}
