import type { ConditionMeaning, DateMeaning } from "../../catalog/value.ts";
import type { Bound, Said, Unsaid } from "../../note/bound.ts";
import { dated } from "../../quantity/arithmetic.ts";
import type { Day } from "../../quantity/date.ts";
import { dayOf, type Figure, isWaiting, type Result, type Waiting } from "../../quantity/figure.ts";
import type { Situation } from "../engine/formula.ts";
import { dayOfEvent, holdsOn, resolveDate } from "../inputs/clauses.ts";

/** Something that is said for a time, or that there is none for a time. */
export interface Statement {
  readonly condition?: ConditionMeaning | undefined;
}

/** All that a clause says, `none` included, in the order of the text. */
export function allStatements<M>(bound: Bound<M>): readonly (Said<M> | Unsaid)[] {
  if (bound.state !== "said") return [bound];
  return [bound, ...bound.cases, ...bound.gaps].sort(
    (a, b) => (a.clause?.span.start ?? 0) - (b.clause?.span.start ?? 0),
  );
}

/** The statement that holds for the interest of a day: the last whose condition does, else the one without a condition. */
export function statementOn<S extends Statement>(
  statements: readonly S[],
  day: Figure<"date">,
  situation: Situation,
): S | undefined {
  const holding = statements.findLast(
    ({ condition }) => condition && bears(condition, day, situation) === true,
  );
  return holding ?? statements.find(({ condition }) => !condition);
}

/**
 * Whether the interest of a day, which runs to the next, falls under a condition: what is said until a day leaves that
 * day to what follows, and what is said after a day begins with the interest of that day.
 */
function bears(condition: ConditionMeaning, day: Figure<"date">, situation: Situation): boolean | Waiting {
  if (condition.kind === "on" || condition.kind === "unless") return holdsOn(condition, day, situation);
  const bound = resolveDate(condition.date, situation);
  if (isWaiting(bound)) return bound;
  if (condition.kind === "until") return dayOf(day) < dayOf(bound);
  if (dayOf(day) < dayOf(bound)) return false;
  if (!condition.until) return true;
  const end = resolveDate(condition.until, situation);
  return isWaiting(end) ? end : dayOf(day) < dayOf(end);
}

/** The days between two others on which another statement may begin to hold, in the order of time. */
export function changesBetween(
  statements: readonly Statement[],
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
  for (const { condition } of statements) for (const date of datesIn(condition)) add(date(situation));
  return [...found.values()].sort((a, b) => dayOf(a) - dayOf(b));
}

function datesIn(condition: ConditionMeaning | undefined): ((situation: Situation) => Result<"date">)[] {
  const on = (date: DateMeaning) => (situation: Situation) => resolveDate(date, situation);
  if (!condition) return [];
  if (condition.kind === "on") return [(situation) => dayOfEvent(condition.event, situation)];
  if (condition.kind === "unless") {
    const event = (situation: Situation): Result<"date"> => dayOfEvent(condition.event, situation);
    return condition.by ? [event, on(condition.by)] : [event];
  }
  const until = condition.kind === "until" ? undefined : condition.until;
  return until ? [on(condition.date), on(until)] : [on(condition.date)];
}
