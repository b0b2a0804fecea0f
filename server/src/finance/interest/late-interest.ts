import type { RateMeaning } from "../../catalog/value.ts";
import type { Said } from "../../note/bound.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { addDays } from "../../quantity/date.ts";
import {
  assuming,
  dayOf,
  type Figure,
  isWaiting,
  named,
  type Result,
  type Waiting,
  waiting,
} from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { evaluate, formula, optional, type Situation, type Source, step } from "../engine/formula.ts";
import { conversionDate, holdsOn } from "../inputs/clauses.ts";
import { matures } from "../inputs/dates.ts";
import { assumedBy, readingOf, unsettled } from "../inputs/readings.ts";
import { type DayCountChoice, dayCount, paidOver } from "../inputs/sources.ts";
import { inTranches, tranchesPaid } from "../inputs/tranches.ts";
import type { Account } from "./account.ts";
import { yearsBetween } from "./accrual.ts";
import { runsDownAsOne, unallotted } from "./drawn-down.ts";
import { instalments } from "./instalments.ts";
import { accountDue, fallsDue } from "./interest.ts";
import { statementsBetween } from "./rate-steps.ts";
import { defaultRate, defaultRateSaid, rate, rateOn } from "./rates.ts";

/** Interest after everything fell due: at the default rate where one is stated, else the rate goes on. */
function lateInterestTo(end: Source<Figure<"date">>): Source<Figure<"money">> {
  const single = step(
    "interest after the due date",
    { account: accountDue, rate, default: optional(defaultRate), due: fallsDue, end, dayCount },
    lateInterest,
    { clauses: ["note/interest/defaultRate"], points: ["default-interest", "late-rate"] },
  );
  const late: Source<Figure<"money">> = {
    ...single,
    read: (situation) =>
      inTranches(situation) && !runsDownAsOne(situation)
        ? (unallotted(situation) ?? together(late, end, situation))
        : single.read(situation),
  };
  return late;
}

/** The late interest of the tranches that have fallen due by the end; nothing while none has. */
function together(
  late: Source<Figure<"money">>,
  end: Source<Figure<"date">>,
  situation: Situation,
): Result<"money"> {
  const tranches = paidOver(situation);
  if (isWaiting(tranches)) return tranches;
  const parts = tranches.flatMap(({ name, situation: inner }): Result<"money">[] => {
    const [due, last] = [evaluate(fallsDue, inner), evaluate(end, inner)];
    if (isWaiting(due) || isWaiting(last)) return [isWaiting(due) ? due : (last as Waiting)];
    if (dayOf(last) <= dayOf(due)) return [];
    const part = evaluate(late, inner);
    return [isWaiting(part) ? part : named(`late interest on ${name}`, part)];
  });
  const missing = parts.filter(isWaiting);
  if (missing.length > 0) return waiting(...missing.flatMap(({ waitingFor }) => waitingFor));
  const [first, ...others] = parts as Figure<"money">[];
  return first
    ? others.reduce((sum, part) => arithmetic.plus(sum, part), first)
    : waiting("a day after a tranche falls due");
}

interface LateTerms {
  readonly account: Account;
  readonly due: Figure<"date">;
  readonly end: Figure<"date">;
  readonly dayCount: DayCountChoice;
}

function lateInterest(terms: LateTerms, situation: Situation): Result<"money"> {
  const { due, end } = terms;
  const bound = situation.note.clauses.interest.inner.defaultRate;
  const unread = unsettled("default rate", bound);
  if (unread) return unread;
  const yearly = rateOn(due, situation);
  if (isWaiting(yearly)) return yearly;
  if (bound.state !== "said" || dayOf(end) <= dayOf(due)) {
    const goesOn = assuming(yearly, assumedBy("late-rate", situation).because);
    return arithmetic.payable(atRate(goesOn, terms));
  }
  const open = unsettledCondition(bound, end, situation);
  if (open) return open;
  const times = statementsBetween(bound, due, end, situation);
  const parts: Figure<"money">[] = [];
  for (const { said, from, to } of times) {
    const time = { ...terms, due: from, end: to };
    const part = said ? atDefaultRate(said, yearly, time, situation) : atRate(yearly, time);
    if (isWaiting(part)) return part;
    parts.push(times.length === 1 ? part : named(`late interest to ${show(to)}`, part));
  }
  return arithmetic.payable(parts.reduce((sum, part) => arithmetic.plus(sum, part)));
}

/** Waits for the day of an event that a default rate counts from, where no rate holds without it. */
function unsettledCondition(
  bound: Said<RateMeaning>,
  end: Figure<"date">,
  situation: Situation,
): Waiting | undefined {
  const statements = [bound, ...bound.cases];
  if (statements.some(({ condition }) => !condition)) return undefined;
  const held = statements.flatMap(({ condition }) => (condition ? [holdsOn(condition, end, situation)] : []));
  return held.includes(true) ? undefined : held.find(isWaiting);
}

/** Where no default rate holds, the rate goes on, on the principal. */
function atRate(yearly: Figure<"ratio">, { account, due, end, dayCount: count }: LateTerms): Figure<"money"> {
  return arithmetic.times(arithmetic.times(account.principal, yearly), yearsBetween(due, end, count));
}

function atDefaultRate(
  { meaning }: Said<RateMeaning>,
  yearly: Figure<"ratio">,
  { account, due, end, dayCount: count }: LateTerms,
  situation: Situation,
): Result<"money"> {
  const late = defaultRateSaid(meaning, situation);
  if (isWaiting(late)) return late;
  const reading = readingOf("default-interest", situation).id;
  const interest = named("accrued interest", account.interest);
  const base = reading === "on principal" ? account.principal : arithmetic.plus(account.principal, interest);
  const added = reading === "added" || (meaning.kind === "fixed" && meaning.additional);
  const charged = added ? arithmetic.plus(late, yearly) : late;
  const { because } = assumedBy("default-interest", situation);
  return arithmetic.times(arithmetic.times(base, assuming(charged, because)), yearsBetween(due, end, count));
}

function daysLater(due: Figure<"date">): Result<"date"> {
  const day = addDays(dayOf(due), 30);
  return day === undefined
    ? waiting("a date within the calendar")
    : arithmetic.dated(day, "30 days after the due date", [due]);
}

const lateToThirty = lateInterestTo(
  step("30 days after the due date", { due: matures }, ({ due }) => daysLater(due)),
);
const lateToConversion = lateInterestTo(conversionDate);

/** Whether the scenario's day comes after everything, or a tranche, fell due. */
function isLate(situation: Situation): boolean {
  const situations = inTranches(situation)
    ? tranchesPaid(situation).map((part) => part.situation)
    : [situation];
  return situations.some((one) => {
    const [due, end] = [evaluate(fallsDue, one), evaluate(conversionDate, one)];
    return !isWaiting(due) && !isWaiting(end) && dayOf(end) > dayOf(due);
  });
}

/** Of a note in instalments: the interest on one of them, at the default rate. */
const lateInstalment: Source<Figure<"money">> = step(
  "late instalment",
  { instalments, stated: defaultRate, dayCount },
  ({ instalments: [first], stated, dayCount: count }) => {
    if (!first) return waiting("an instalment");
    const end = daysLater(first.on);
    if (isWaiting(end)) return end;
    const years = yearsBetween(first.on, end, count);
    return arithmetic.payable(
      arithmetic.times(arithmetic.times(named("one instalment", first.sum), stated), years),
    );
  },
);

export const lateInterestThirty = formula({
  id: "late-interest-30-days",
  label: "interest if paid 30 days late",
  kind: "money",
  topic: "interest",
  scope: "note",
  about: {
    definition:
      "(P + I) × default rate × years from the due date, for thirty days; of a note in instalments, the first of them × default rate × years",
    rounding: "to cents, half up, once",
    source: "the note's default rate; what it bears on is assumed where the note does not say",
  },
  applies: ({ note }) => note.clauses.interest.inner.defaultRate.state === "said",
  needs: { stated: defaultRate, late: optional(lateToThirty), instalment: optional(lateInstalment) },
  compute: (_, situation) =>
    evaluate(situation.note.clauses.instalments.state === "said" ? lateInstalment : lateToThirty, situation),
});

export const lateInterestFigure = formula({
  id: "late-interest",
  label: "interest after the due date",
  kind: "money",
  topic: "interest",
  scope: "scenario",
  about: {
    definition:
      "(P + I) × default rate × years from the due date to the scenario's day; without a default rate P × r × years",
    rounding: "to cents, half up, once",
    source: "the note's default rate; what it bears on is assumed where the note does not say",
  },
  needs: { due: optional(fallsDue), end: conversionDate, late: lateToConversion },
  compute: ({ late }, situation) => (isLate(situation) ? late : waiting("a day after the due date")),
});

/** The late interest that is owed on the conversion date; undefined where that is not after the due date. */
export const lateInterestOwed: Source<Figure<"money"> | undefined> = step(
  "interest after the due date",
  { late: optional(lateToConversion) },
  (_, situation) => {
    if (!isLate(situation)) return undefined;
    const late = evaluate(lateToConversion, situation);
    return isWaiting(late) ? late : named("interest after the due date", late);
  },
);
