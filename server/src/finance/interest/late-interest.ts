import * as arithmetic from "../../quantity/arithmetic.ts";
import { addDays } from "../../quantity/date.ts";
import { dayOf, type Figure, isWaiting, named, type Result, waiting } from "../../quantity/figure.ts";
import { evaluate, formula, optional, type Situation, type Source, step } from "../engine/formula.ts";
import { conversionDate } from "../inputs/clauses.ts";
import { matures } from "../inputs/dates.ts";

import { inTranches, tranchesPaid } from "../inputs/tranches.ts";
import { accountTo } from "./account.ts";
import { accountConverted } from "./accounts.ts";
import { yearsBetween } from "./accrual.ts";
import { dayCount } from "./day-frame.ts";
import { fallsDue } from "./due.ts";
import { instalments } from "./instalments.ts";
import { defaultRate } from "./rates.ts";

function daysLater(due: Figure<"date">): Result<"date"> {
  const day = addDays(dayOf(due), 30);
  return day === undefined
    ? waiting("a date within the calendar")
    : arithmetic.dated(day, "30 days after the due date", [due]);
}

const accountThirty = accountTo(
  step("30 days after the due date", { due: matures }, ({ due }) => daysLater(due)),
);

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

const lateThirty: Source<Figure<"money">> = step(
  "interest if paid 30 days late",
  { account: accountThirty },
  ({ account: { late } }) => late ?? waiting("a day after the due date"),
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
  needs: { stated: defaultRate, late: optional(lateThirty), instalment: optional(lateInstalment) },
  compute: (_, situation) =>
    evaluate(situation.note.clauses.instalments.state === "said" ? lateInstalment : lateThirty, situation),
});

export const lateInterestFigure = formula({
  id: "late-interest",
  label: "interest after the due date or a default",
  kind: "money",
  topic: "interest",
  scope: "scenario",
  about: {
    definition:
      "what is owed on the scenario's day − what was owed when everything fell due, at maturity or at an event of default before it: (P + I) × default rate × years; without a default rate the rate goes on, P × r × years; what is compounded or added in kind goes on so, at the default rate where there is one",
    rounding: "to cents, half up, once",
    source: "the note's default rate; what it bears on is assumed where the note does not say",
  },
  needs: { due: optional(fallsDue), account: accountConverted },
  compute: ({ account: { late } }, situation) =>
    isLate(situation) && late ? late : waiting("a day after the due date"),
});
