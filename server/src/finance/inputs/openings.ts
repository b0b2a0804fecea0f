import type { Span } from "../../base/span.ts";
import { listing } from "../../base/words.ts";
import type { ConditionMeaning, DateMeaning, EventMeaning } from "../../catalog/value.ts";
import type { Bound } from "../../note/bound.ts";
import { statementsOf } from "../../note/statements.ts";
import { longDate } from "../../quantity/date.ts";
import { dayOf, isWaiting } from "../../quantity/figure.ts";
import { evaluate, type Situation } from "../engine/formula.ts";
import { caseIn, conversionDate, resolveDate } from "./clauses.ts";

/** Why a right is closed in a scenario. */
export interface Closed {
  /** What has not come, as “it …” says it. */
  readonly words: string;
  /** Where the note says so. */
  readonly span: Span;
}

/** Events that only a scenario brings. */
const brought: ReadonlySet<EventMeaning["event"]> = new Set(["default", "closing", "named"]);

/** Whether a date counts from an event that a scenario has to bring. */
function countsFromEvent(date: DateMeaning): boolean {
  if (date.kind === "best") return date.alternatives.some(countsFromEvent);
  return date.kind !== "day" && brought.has(date.event);
}

function hangsOnEvent(condition: ConditionMeaning): boolean {
  if (condition.kind === "on" || condition.kind === "unless") return true;
  return countsFromEvent(condition.date);
}

/** Why nothing of what a clause gives is given on a scenario's day: each of its conditions hangs on what has not happened. */
export function ungiven(bound: Bound<unknown>, situation: Situation): Closed | undefined {
  if (situation.scenario === undefined) return undefined;
  const here = caseIn(bound, situation);
  if (!isWaiting(here)) {
    if (here.state === "said" || !here.clause || !here.condition) return undefined;
    const { span } = here.clause;
    const { text } = here.condition;
    if (here.state === "none") return { words: `is given to nobody “${text}”`, span };
    return hangsOnEvent(here.condition)
      ? { words: `is open “${text}” alone, which the scenario does not bring by its day`, span }
      : { words: `is open “${text}” alone`, span };
  }
  const statements = statementsOf(bound);
  const [first] = statements;
  if (!first) return undefined;
  const conditions = statements.flatMap(({ condition }) => condition ?? []);
  if (conditions.length < statements.length || !conditions.some(hangsOnEvent)) return undefined;
  const texts = listing(
    conditions.map(({ text }) => `“${text}”`),
    "or",
  );
  return { words: `is open ${texts} alone, which the scenario does not bring by its day`, span: first.span };
}

/** Why a right that opens with an event is closed on a scenario's day; of a right that opens on a day, see `before`. */
export function unopened(bound: Bound<DateMeaning>, situation: Situation): Closed | undefined {
  const { scenario } = situation;
  if (scenario === undefined) return undefined;
  const here = caseIn(bound, situation);
  if (isWaiting(here) || here.state !== "said") return ungiven(bound, situation);
  if (!countsFromEvent(here.meaning)) return undefined;
  const { text, span } = here.meaning;
  const day = resolveDate(here.meaning, situation);
  if (isWaiting(day)) return { words: `opens from “${text}”, which the scenario does not bring`, span };
  const played = evaluate(conversionDate, situation);
  if (isWaiting(played) || dayOf(day) <= dayOf(played)) return undefined;
  return { words: `opens from “${text}”, which is ${longDate(dayOf(day))}`, span };
}

/** The same, where a day alone opens the right too. */
export function unopenedYet(bound: Bound<DateMeaning>, situation: Situation): Closed | undefined {
  const byEvent = unopened(bound, situation);
  if (byEvent || situation.scenario === undefined || bound.state !== "said") return byEvent;
  const here = caseIn(bound, situation);
  if (isWaiting(here) || here.state !== "said") return undefined;
  const [opens, played] = [resolveDate(here.meaning, situation), evaluate(conversionDate, situation)];
  if (isWaiting(opens) || isWaiting(played) || dayOf(opens) <= dayOf(played)) return undefined;
  return { words: `opens on ${longDate(dayOf(opens))}`, span: here.span };
}
