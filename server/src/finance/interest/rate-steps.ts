import type { ConditionMeaning, DateMeaning, RateMeaning } from "../../catalog/value.ts";
import type { Said } from "../../note/bound.ts";
import { dated } from "../../quantity/arithmetic.ts";
import type { Day } from "../../quantity/date.ts";
import { dayOf, type Figure, isWaiting, type Result, type Waiting } from "../../quantity/figure.ts";
import type { Situation } from "../engine/formula.ts";
import { dayOfEvent, holdsOn, resolveDate } from "../inputs/clauses.ts";
import { rateOn, rateSaid } from "./rates.ts";

/** A time in which the rate stays the same; its first day counts, its last does not. */
export interface RateStep {
  readonly rate: Figure<"ratio">;
  readonly from: Figure<"date">;
  readonly to: Figure<"date">;
}

/**
 * The rates between two days, one after the other. A rate that is said until a day runs to that day as interest does:
 * the day itself bears the next rate, where there is one.
 */
export function rateSteps(
  from: Figure<"date">,
  to: Figure<"date">,
  situation: Situation,
): readonly RateStep[] | Waiting {
  const bound = situation.note.clauses.interest.inner.rate;
  if (bound.state !== "said") {
    const rate = rateOn(from, situation);
    return isWaiting(rate) ? rate : [{ rate, from, to }];
  }
  const found: RateStep[] = [];
  for (const { said, ...time } of statementsBetween(bound, from, to, situation)) {
    const rate = said ? rateSaid(said.meaning, situation) : rateOn(time.from, situation);
    if (isWaiting(rate)) return rate;
    found.push({ rate, ...time });
  }
  return found;
}

/** A time in which one statement of a rate holds, or none does. */
interface StatedStep {
  readonly said: Said<RateMeaning> | undefined;
  readonly from: Figure<"date">;
  readonly to: Figure<"date">;
}

/** Which statement of a rate holds between two days, one after the other. */
export function statementsBetween(
  bound: Said<RateMeaning>,
  from: Figure<"date">,
  to: Figure<"date">,
  situation: Situation,
): readonly StatedStep[] {
  if (bound.cases.length === 0 && !bound.condition) return [{ said: bound, from, to }];
  const days = [from, ...changesBetween(bound, from, to, situation), to];
  const found: StatedStep[] = [];
  for (const [index, first] of days.slice(0, -1).entries()) {
    const said = statementOn(bound, first, situation);
    const last = found.at(-1);
    const next = days[index + 1] ?? to;
    if (said && last?.said === said) found[found.length - 1] = { ...last, to: next };
    else found.push({ said, from: first, to: next });
  }
  return found;
}

/** The statement that holds for the interest of a day: the last whose condition does, else the one without a condition. */
function statementOn(
  bound: Said<RateMeaning>,
  day: Figure<"date">,
  situation: Situation,
): Said<RateMeaning> | undefined {
  const statements = [bound, ...bound.cases];
  const holding = statements.findLast(
    ({ condition }) => condition && bears(condition, day, situation) === true,
  );
  return holding ?? statements.find(({ condition }) => !condition);
}

/** Whether the interest of a day, which runs to the next, falls under a condition. */
function bears(condition: ConditionMeaning, day: Figure<"date">, situation: Situation): boolean | Waiting {
  if (condition.kind !== "until" && condition.kind !== "after") return holdsOn(condition, day, situation);
  const bound = resolveDate(condition.date, situation);
  if (isWaiting(bound)) return bound;
  return condition.kind === "until" ? dayOf(day) < dayOf(bound) : dayOf(day) >= dayOf(bound);
}

/** The days between two others on which another statement may begin to hold, in the order of time. */
function changesBetween(
  bound: Said<RateMeaning>,
  from: Figure<"date">,
  to: Figure<"date">,
  situation: Situation,
): Figure<"date">[] {
  const found = new Map<Day, Figure<"date">>();
  const add = (result: Result<"date">): void => {
    if (isWaiting(result)) return;
    const day = dayOf(result);
    for (const at of [day, day + 1] as Day[])
      if (at > dayOf(from) && at < dayOf(to))
        found.set(at, at === day ? result : dated(at, "the day after", [result]));
  };
  for (const { condition } of [bound, ...bound.cases])
    for (const date of datesIn(condition)) add(date(situation));
  return [...found.values()].sort((a, b) => dayOf(a) - dayOf(b));
}

function datesIn(condition: ConditionMeaning | undefined): ((situation: Situation) => Result<"date">)[] {
  const on = (date: DateMeaning) => (situation: Situation) => resolveDate(date, situation);
  if (!condition) return [];
  if (condition.kind === "on") return [(situation) => dayOfEvent(condition.event, situation)];
  if (condition.kind !== "unless") return [on(condition.date)];
  const event = (situation: Situation): Result<"date"> => dayOfEvent(condition.event, situation);
  return condition.by ? [event, on(condition.by)] : [event];
}
