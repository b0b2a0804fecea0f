import type { RateMeaning } from "../../catalog/value.ts";
import type { Bound, Said, Unsaid } from "../../note/bound.ts";
import { compare } from "../../quantity/exact.ts";
import { dayOf, type Figure, isWaiting, type Result, type Waiting } from "../../quantity/figure.ts";
import type { Situation } from "../engine/formula.ts";
import { allStatements, changesBetween, type Statement, statementOn } from "./conditions.ts";
import { indexStatements, noRate, rateOn, rateSaid } from "./rates.ts";

/** A time in which the rate stays the same; its first day counts, its last does not. */
export interface RateStep {
  readonly rate: Figure<"ratio">;
  readonly from: Figure<"date">;
  readonly to: Figure<"date">;
}

/**
 * The rates between two days, one after the other, as the rate, its minimum and maximum and the indexes that it follows
 * are said. A rate that is said until a day runs to that day as interest does: the day itself bears the next rate,
 * where there is one.
 */
export function rateSteps(
  from: Figure<"date">,
  to: Figure<"date">,
  situation: Situation,
): readonly RateStep[] | Waiting {
  const { rate, minimumRate, maximumRate } = situation.note.clauses.interest.inner;
  const statements: Statement[] = [rate, minimumRate, maximumRate].flatMap((bound) =>
    allStatements<unknown>(bound),
  );
  const days = [
    from,
    ...changesBetween([...statements, ...indexStatements(situation)], from, to, situation),
    to,
  ];
  const found: RateStep[] = [];
  for (const [index, first] of days.slice(0, -1).entries()) {
    const next = days[index + 1] ?? to;
    const yearly = rateBorne(first, rate, situation);
    if (isWaiting(yearly)) return yearly;
    const last = found.at(-1);
    if (last && compare(last.rate.amount, yearly.amount) === 0)
      found[found.length - 1] = { ...last, to: next };
    else found.push({ rate: yearly, from: first, to: next });
  }
  return found;
}

/** The rate that the interest of a day is counted with. */
function rateBorne(day: Figure<"date">, bound: Bound<RateMeaning>, situation: Situation): Result<"ratio"> {
  if (bound.state !== "said") return rateOn(day, situation);
  const said = statementOn(allStatements(bound), day, situation);
  if (said?.state === "said") return rateSaid(said.meaning, situation, day);
  return said?.state === "none" ? noRate(said, situation) : rateOn(day, situation);
}

/** A time in which one statement of a clause holds, that it has none included, or none does. */
interface StatedStep<M> {
  readonly said: Said<M> | Unsaid | undefined;
  readonly from: Figure<"date">;
  readonly to: Figure<"date">;
}

/** Which statement of a clause holds between two days, one after the other. */
export function statementsBetween<M>(
  bound: Bound<M>,
  from: Figure<"date">,
  to: Figure<"date">,
  situation: Situation,
): readonly StatedStep<M>[] {
  const statements = allStatements(bound);
  if (statements.length === 1 && !statements[0]?.condition) return [{ said: statements[0], from, to }];
  const days = [from, ...changesBetween(statements, from, to, situation), to];
  const found: StatedStep<M>[] = [];
  for (const [index, first] of days.slice(0, -1).entries()) {
    const said = statementOn(statements, first, situation);
    const last = found.at(-1);
    const next = days[index + 1] ?? to;
    if (last && last.said === said) found[found.length - 1] = { ...last, to: next };
    else found.push({ said, from: first, to: next });
  }
  return found.filter((step, index) => index === 0 || dayOf(step.to) > dayOf(step.from));
}
