import * as arithmetic from "../quantity/arithmetic.ts";
import { addDays, addMonths } from "../quantity/date.ts";
import { assuming, dayOf, type Figure, isWaiting, named, type Result, waiting } from "../quantity/figure.ts";
import { assumedBy, readingOf, unsettled } from "./clauses.ts";
import { conversionDate, matures, scenarioDay } from "./dates.ts";
import { evaluate, formula, optional, type Situation, type Source, step } from "./formula.ts";
import { defaultRate, defaultRateWhereSaid, isAdditional, rate } from "./rates.ts";
import {
  accrualStart,
  type CompoundingChoice,
  compounding,
  type DayCountChoice,
  dayCount,
  principal,
} from "./sources.ts";

const dayCountSource =
  "2006 ISDA Definitions, section 4.16, for the day counts; the note for rate and principal";

/** The last day of the interest that is asked for: the scenario's, but no later than maturity; else maturity. */
const interestEnd: Source<Figure<"date">> = step(
  "interest to",
  { due: optional(matures), played: optional(scenarioDay) },
  ({ due }, situation) => {
    if (!situation.scenario) return due ?? waitingForMaturity(situation);
    return earlier(due, evaluate(conversionDate, situation));
  },
);

/** The same, with the conversion date where the note stands by itself. */
const convertedEnd: Source<Figure<"date">> = step(
  "interest to",
  { due: optional(matures), day: optional(conversionDate) },
  ({ due }, situation) => earlier(due, evaluate(conversionDate, situation)),
);

function waitingForMaturity(situation: Situation): Result<"date"> {
  return evaluate(matures, situation);
}

function earlier(due: Figure<"date"> | undefined, day: Result<"date">): Result<"date"> {
  if (isWaiting(day) || !due) return day;
  return dayOf(due) < dayOf(day) ? due : day;
}

/** Where interest is paid along the way, what is unpaid runs from the last payment day before the end. */
function unpaidFrom(end: Source<Figure<"date">>): Source<Figure<"date">> {
  return step(
    "accrues from",
    { start: accrualStart, end },
    ({ start, end: last }, situation) => {
      const payable = situation.note.clauses.interest.inner.payable;
      const open = unsettled("payable", payable);
      if (open) return open;
      const months = payable.state === "said" ? monthsBetween[payable.meaning] : undefined;
      if (months === undefined || dayOf(last) <= dayOf(start)) return start;
      let paid = dayOf(start);
      for (let count = 1; count < 2_400; count++) {
        const next = addMonths(dayOf(start), months * count);
        if (next === undefined || next >= dayOf(last)) break;
        paid = next;
      }
      if (paid === dayOf(start)) return start;
      return named(
        "accrues from",
        arithmetic.dated(paid, `the last interest payment, ${payableText(situation)}`, [start]),
      );
    },
    { clauses: ["note/interest/payable"] },
  );
}

const monthsBetween: Readonly<Record<string, number>> = {
  monthly: 1,
  quarterly: 3,
  "semi-annually": 6,
  annually: 12,
};

function payableText(situation: Situation): string {
  const { payable } = situation.note.clauses.interest.inner;
  return payable.state === "said" ? payable.meaning : "at maturity";
}

interface Terms {
  readonly principal: Figure<"money">;
  readonly rate: Figure<"ratio">;
  readonly from: Figure<"date">;
  readonly to: Figure<"date">;
  readonly dayCount: DayCountChoice;
  readonly compounding: CompoundingChoice;
}

/** Interest for a time, rounded to cents once: simple on the principal, or what compounding adds to it. */
function interestFor(terms: Terms): Result<"money"> {
  const { principal: sum, rate: yearly, from, to, compounding: how } = terms;
  if (dayOf(to) < dayOf(from)) return waiting("an end of the interest that is not before its beginning");
  const years = yearsBetween(terms);
  if (how.perYear === undefined) {
    const simple = assuming(yearly, how.assumed?.because);
    return arithmetic.payable(arithmetic.times(arithmetic.times(sum, simple), years));
  }
  const factor = named(`growth, ${how.text}`, arithmetic.growth(yearly, years, how.perYear));
  return arithmetic.payable(arithmetic.minus(arithmetic.times(sum, factor), sum));
}

function yearsBetween({
  from,
  to,
  dayCount: count,
}: Pick<Terms, "from" | "to" | "dayCount">): Figure<"ratio"> {
  const years = arithmetic.yearFraction(count.convention, from, to);
  return named(`years by ${count.convention}`, assuming(years, count.assumed?.because));
}

const accruedFrom = unpaidFrom(interestEnd);
const convertedFrom = unpaidFrom(convertedEnd);

export const interestDays = formula({
  id: "interest-days",
  label: "days of interest",
  kind: "days",
  topic: "interest",
  scope: "both",
  about: {
    definition:
      "n = days from the first day of interest, which counts, to the last, which does not, as the day count counts them",
    rounding: "whole days",
    source: dayCountSource,
  },
  needs: { from: accruedFrom, to: interestEnd, dayCount },
  compute: ({ from, to, dayCount: count }) =>
    assuming(arithmetic.daysIn(count.convention, from, to), count.assumed?.because),
});

export const accruedInterest = formula({
  id: "accrued-interest",
  label: "accrued interest",
  kind: "money",
  topic: "interest",
  scope: "both",
  about: {
    definition:
      "I = P × r × years; compounded k times a year: I = P × ((1 + r ÷ k)^(k × years) − 1); continuously: I = P × (e^(r × years) − 1)",
    rounding: "to cents, half up, once",
    source: dayCountSource,
  },
  headline: {
    rank: 2,
    say: (shown, told) =>
      `${shown} of interest (${told(interestDays) ?? "days open"} at ${told(rate) ?? "a rate still open"})`,
  },
  needs: { principal, rate, from: accruedFrom, to: interestEnd, dayCount, compounding },
  compute: interestFor,
});

export const amountAtMaturity = formula({
  id: "amount-at-maturity",
  label: "amount due at maturity",
  kind: "money",
  topic: "interest",
  scope: "note",
  about: {
    definition: "M = P + I",
    rounding: "none: both parts are in cents",
    source: "the note: principal and unpaid interest fall due together",
  },
  headline: { rank: 1, say: (shown, told) => `${shown} due ${told(matures) ?? "at maturity"}` },
  needs: { principal, interest: accruedInterest },
  compute: ({ principal: sum, interest }) => arithmetic.plus(sum, interest),
});

/** Interest to the conversion date, for a note that stands by itself and for a scenario. */
export const convertedInterest: Source<Figure<"money">> = step(
  "accrued interest",
  { principal, rate, from: convertedFrom, to: convertedEnd, dayCount, compounding },
  (terms) => {
    const interest = interestFor(terms);
    return isWaiting(interest) ? interest : named("accrued interest", interest);
  },
);

/** Interest after the due date: at the default rate where one is stated, else the rate goes on. */
function lateInterestTo(end: Source<Figure<"date">>): Source<Figure<"money">> {
  return step(
    "interest after the due date",
    {
      principal,
      rate,
      defaultRate: defaultRateWhereSaid,
      interest: accruedInterest,
      due: matures,
      end,
      dayCount,
    },
    (terms, situation) => lateInterest(terms, situation),
    { clauses: ["note/interest/defaultRate"], points: ["default-interest", "late-rate"] },
  );
}

interface LateTerms {
  readonly principal: Figure<"money">;
  readonly rate: Figure<"ratio">;
  readonly defaultRate: Figure<"ratio"> | undefined;
  readonly interest: Figure<"money">;
  readonly due: Figure<"date">;
  readonly end: Figure<"date">;
  readonly dayCount: DayCountChoice;
}

function lateInterest(terms: LateTerms, situation: Situation): Result<"money"> {
  const { principal: sum, rate: yearly, defaultRate: late, interest, due, end, dayCount: count } = terms;
  const years = yearsBetween({ from: due, to: end, dayCount: count });
  if (!late) {
    const goesOn = assuming(yearly, assumedBy("late-rate", situation).because);
    return arithmetic.payable(arithmetic.times(arithmetic.times(sum, goesOn), years));
  }
  const reading = readingOf("default-interest", situation).id;
  const base = reading === "on principal" ? sum : arithmetic.plus(sum, interest);
  const added = reading === "added" || isAdditional(situation.note.clauses.interest.inner.defaultRate);
  const charged = added ? arithmetic.plus(late, yearly) : late;
  return arithmetic.payable(
    arithmetic.times(
      arithmetic.times(base, assuming(charged, assumedBy("default-interest", situation).because)),
      years,
    ),
  );
}

const thirtyDaysLate: Source<Figure<"date">> = step(
  "30 days after the due date",
  { due: matures },
  ({ due }) => {
    const day = addDays(dayOf(due), 30);
    return day === undefined
      ? waiting("a date within the calendar")
      : arithmetic.dated(day, "30 days after the due date", [due]);
  },
);

const lateToConversion = lateInterestTo(conversionDate);

export const lateInterestThirty = formula({
  id: "late-interest-30-days",
  label: "interest if paid 30 days late",
  kind: "money",
  topic: "interest",
  scope: "note",
  about: {
    definition: "(P + I) × default rate × years from the due date, for thirty days",
    rounding: "to cents, half up, once",
    source: "the note's default rate; what it bears on is assumed where the note does not say",
  },
  needs: { stated: defaultRate, late: lateInterestTo(thirtyDaysLate) },
  compute: ({ late }) => late,
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
  needs: { due: matures, end: conversionDate, late: lateToConversion },
  compute: ({ due, end, late }) => (dayOf(end) > dayOf(due) ? late : waiting("a day after the due date")),
});

/** The late interest that is owed on the conversion date; undefined where that is not after the due date. */
export const lateInterestOwed: Source<Figure<"money"> | undefined> = step(
  "interest after the due date",
  { due: optional(matures), end: optional(conversionDate), late: optional(lateToConversion) },
  ({ due, end }, situation) => {
    if (!due || !end || dayOf(end) <= dayOf(due)) return undefined;
    const late = evaluate(lateToConversion, situation);
    return isWaiting(late) ? late : named("interest after the due date", late);
  },
);
