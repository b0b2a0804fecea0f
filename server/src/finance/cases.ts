import type { ConditionMeaning } from "../catalog/value.ts";
import type { Bound, Said } from "../note/bound.ts";
import { dayOf, type Figure, isWaiting, type Result, type Waiting, waiting } from "../quantity/figure.ts";
import { conversionDate, dayOfEvent, resolveDate } from "./dates.ts";
import { evaluate, type Situation } from "./formula.ts";

/**
 * What a clause says in a situation, where it is said under conditions: the last one that holds, else the base case.
 * Days are judged by the conversion date; without one the base case stands, and where there is none the clause waits.
 */
export function caseIn<M>(bound: Bound<M>, situation: Situation): Bound<M> | Waiting {
  if (bound.state !== "said" || (bound.cases.length === 0 && bound.gaps.length === 0 && !bound.condition))
    return bound;
  return caseOn(bound, evaluate(conversionDate, situation), situation);
}

/** The same on a given day. */
export function caseOn<M>(bound: Said<M>, day: Result<"date">, situation: Situation): Bound<M> | Waiting {
  const statements = [bound, ...bound.cases, ...bound.gaps].sort(
    (a, b) => (a.clause?.span.start ?? 0) - (b.clause?.span.start ?? 0),
  );
  const base = statements.find(({ condition }) => !condition);
  const judged = statements.flatMap((statement) =>
    statement.condition ? [{ statement, holds: holdsOn(statement.condition, day, situation) }] : [],
  );
  const holding = judged.findLast(({ holds }) => holds === true)?.statement;
  if (holding) return holding;
  if (base) return base;
  const open = judged.map(({ holds }) => holds).filter(isWaiting);
  if (open.length > 0) return waiting(...open.flatMap(({ waitingFor }) => waitingFor));
  const texts = judged.map(({ statement }) => `“${statement.condition?.text ?? ""}”`).join(", ");
  return waiting(`a day on which the clause holds: it is said ${texts}`);
}

/** Whether a condition holds on a day; waits for the day, or for one that the condition counts from. */
export function holdsOn(
  condition: ConditionMeaning,
  day: Result<"date">,
  situation: Situation,
): boolean | Waiting {
  switch (condition.kind) {
    case "until":
    case "from":
    case "after": {
      if (isWaiting(day)) return day;
      const bound = resolveDate(condition.date, situation);
      if (isWaiting(bound)) return bound;
      const distance = dayOf(day) - dayOf(bound);
      if (condition.kind === "until") return distance <= 0;
      return condition.kind === "from" ? distance >= 0 : distance > 0;
    }
    case "on": {
      if (situation.scenario === undefined) return false;
      return notAfter(dayOfEvent(condition.event, situation), day);
    }
    case "unless": {
      if (situation.scenario === undefined) return false;
      const by = condition.by && resolveDate(condition.by, situation);
      if (isWaiting(by)) return by;
      const happened = dayOfEvent(condition.event, situation);
      const intime = !isWaiting(happened) && (!by || dayOf(happened) <= dayOf(by));
      if (intime) return false;
      return by ? notAfter(by, day) : true;
    }
  }
}

/** Whether something has happened by a day: what no scenario brings has not. */
function notAfter(event: Figure<"date"> | Waiting, day: Result<"date">): boolean | Waiting {
  if (isWaiting(event)) return false;
  return isWaiting(day) ? day : dayOf(event) <= dayOf(day);
}
