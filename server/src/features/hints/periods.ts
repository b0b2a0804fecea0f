import type { DateMeaning, PriceMeaning, WindowMeaning } from "../../catalog/value.ts";
import type { NoteAnalysis } from "../../document/analysis.ts";
import type { Situation } from "../../finance/engine/formula.ts";
import { resolveDate } from "../../finance/inputs/clauses.ts";
import { anchorDay, daysOfWindow } from "../../finance/prices/price.ts";
import { pricesIn } from "../../note/price-parts.ts";
import { type Day, longDate, parts } from "../../quantity/date.ts";
import { dayOf, isWaiting } from "../../quantity/figure.ts";
import type { HintAt } from "../hints.ts";
import { ruleOf, statementsIn } from "./said.ts";

/** Behind a day that counts from another the day that it is, and behind a window of prices its first and last day. */
export function periodHints(analysis: NoteAnalysis): HintAt[] {
  const { alone, played, note } = analysis;
  const situations = [alone, ...played];
  return statementsIn(note).flatMap(({ spec, said }) => {
    const rule = ruleOf(spec);
    if (rule === "date") return dateHints(said.meaning as DateMeaning, situations);
    return rule === "price" ? windowHints(said.meaning as PriceMeaning, situations) : [];
  });
}

function dateHints(date: DateMeaning, situations: readonly Situation[]): HintAt[] {
  if (date.kind === "day") return [];
  if (date.kind === "best") return date.alternatives.flatMap((one) => dateHints(one, situations));
  for (const situation of situations) {
    const day = resolveDate(date, situation);
    if (isWaiting(day)) continue;
    const { tree } = situation.note;
    return [{ tree, offset: date.span.end, label: longDate(dayOf(day)), ...inScenario(situation) }];
  }
  return [];
}

function windowHints(price: PriceMeaning, situations: readonly Situation[]): HintAt[] {
  return pricesIn(price).flatMap((part) => ("window" in part ? windowHint(part.window, situations) : []));
}

function windowHint(window: WindowMeaning, situations: readonly Situation[]): HintAt[] {
  for (const situation of situations) {
    const anchor = anchorDay(window.anchor, situation);
    if (isWaiting(anchor)) continue;
    const days = daysOfWindow(window, dayOf(anchor), situation);
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined) return [];
    const label = first === last ? longDate(first) : daysBetween(first, last);
    return [{ tree: window.tree, offset: window.span.end, label, ...inScenario(situation) }];
  }
  return [];
}

/** `Nov 28 to Dec 4, 2018`: an editor cuts what is much longer. */
function daysBetween(first: Day, last: Day): string {
  const [from, to] = [first, last].map((day) => longDate(day).replace(/^(\p{L}{3})\p{L}*/u, "$1"));
  const sameYear = parts(first).year === parts(last).year;
  return `${sameYear ? from?.replace(/, \d+$/, "") : from} to ${to}`;
}

function inScenario({ scenario }: Situation): { readonly tooltip?: string } {
  return scenario ? { tooltip: `In the scenario “${scenario.name}”.` } : {};
}
