import type { RateMeaning } from "../../catalog/value.ts";
import type { Said } from "../../note/bound.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { compare } from "../../quantity/exact.ts";
import {
  assuming,
  dayOf,
  type Figure,
  isWaiting,
  named,
  type Result,
  type Waiting,
} from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import type { Situation } from "../engine/formula.ts";
import { holdsOn } from "../inputs/clauses.ts";
import { assumedBy, readingOf, unsettled } from "../inputs/readings.ts";
import { type Accrual, interestAt, interestFor } from "./accrual.ts";
import { allStatements, changesBetween } from "./conditions.ts";
import { type RateStep, rateSteps, statementsBetween } from "./rate-steps.ts";
import { defaultRateSaid, indexStatements } from "./rates.ts";

/**
 * Interest after everything fell due, not rounded: at the default rate where one holds, on what it bears on; else the
 * rate goes on. What was due in interest and bears too comes beside the principal.
 */
export function lateInterestFor(
  terms: Accrual,
  carried: Figure<"money"> | undefined,
  situation: Situation,
): Result<"money"> {
  const bound = situation.note.clauses.interest.inner.defaultRate;
  const open = unsettled("default rate", bound);
  if (open) return open;
  if (bound.state !== "said") {
    const goesOn = interestFor(terms, situation);
    const because = bound.state === "absent" ? assumedBy("late-rate", situation).because : undefined;
    return isWaiting(goesOn) ? goesOn : assuming(goesOn, because);
  }
  const unmet = unsettledCondition(bound, terms.to, situation);
  if (unmet) return unmet;
  const times = statementsBetween(bound, terms.from, terms.to, situation);
  const parts: Figure<"money">[] = [];
  for (const { said, from, to } of times) {
    const time = { ...terms, from, to };
    const part =
      said?.state === "said" ? atDefaultRate(said, time, carried, situation) : interestFor(time, situation);
    if (isWaiting(part)) return part;
    parts.push(times.length === 1 ? part : named(`late interest to ${show(to)}`, part));
  }
  return parts.reduce((sum, part) => arithmetic.plus(sum, part));
}

/** Waits for the day of an event that a default rate counts from, where no rate holds without it. */
function unsettledCondition(
  bound: Said<RateMeaning>,
  end: Figure<"date">,
  situation: Situation,
): Waiting | undefined {
  const statements = allStatements(bound);
  if (statements.some(({ condition }) => !condition)) return undefined;
  const held = statements.flatMap(({ condition }) => (condition ? [holdsOn(condition, end, situation)] : []));
  return held.includes(true) ? undefined : held.find(isWaiting);
}

function atDefaultRate(
  { meaning }: Said<RateMeaning>,
  terms: Accrual,
  carried: Figure<"money"> | undefined,
  situation: Situation,
): Result<"money"> {
  const additional = meaning.kind === "fixed" && meaning.additional;
  const open = bearsOn(meaning) === undefined && !additional;
  const because = open ? assumedBy("default-interest", situation).because : undefined;
  const added = additional || (open && readingOf("default-interest", situation).id === "added");
  const steps = stepsAtDefault(meaning, added, terms, situation);
  if (isWaiting(steps)) return steps;
  const charged = steps.map((step) => ({ ...step, rate: assuming(step.rate, because) }));
  const base = carried ? arithmetic.plus(terms.principal, carried) : terms.principal;
  return interestAt(charged, { ...terms, principal: base });
}

/** The default rate of each time between two days: it may follow an index, and what it is added to may change. */
function stepsAtDefault(
  meaning: RateMeaning,
  added: boolean,
  { from, to }: Accrual,
  situation: Situation,
): readonly RateStep[] | Waiting {
  const usual = added ? rateSteps(from, to, situation) : [];
  if (isWaiting(usual)) return usual;
  const changes = [
    ...usual.map((one) => one.from),
    ...changesBetween(indexStatements(situation), from, to, situation),
  ]
    .filter((day) => dayOf(day) > dayOf(from))
    .sort((a, b) => dayOf(a) - dayOf(b));
  const days = [from, ...changes, to];
  const found: RateStep[] = [];
  for (const [index, first] of days.slice(0, -1).entries()) {
    const next = days[index + 1] ?? to;
    const late = defaultRateSaid(meaning, situation, first);
    if (isWaiting(late)) return late;
    const beside = usual.findLast((one) => dayOf(one.from) <= dayOf(first));
    const rate = beside ? arithmetic.plus(late, beside.rate) : late;
    const last = found.at(-1);
    if (last && compare(last.rate.amount, rate.amount) === 0) found[found.length - 1] = { ...last, to: next };
    else found.push({ rate, from: first, to: next });
  }
  return found;
}

/** What a default rate is said to bear on; undefined where the note does not say. */
export function bearsOn(meaning: RateMeaning): "principal" | "principal and interest" | undefined {
  return meaning.kind === "fixed" ? meaning.bears : undefined;
}

/** Whether the interest that is due bears the default rate beside the principal. */
export function interestBears(situation: Situation): boolean {
  const { defaultRate } = situation.note.clauses.interest.inner;
  if (defaultRate.state !== "said") return false;
  const said = bearsOn(defaultRate.meaning);
  return said
    ? said === "principal and interest"
    : readingOf("default-interest", situation).id !== "on principal";
}
