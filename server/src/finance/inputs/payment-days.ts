import { dated } from "../../quantity/arithmetic.ts";
import { type Adjustment, adjust, newYorkBanks } from "../../quantity/calendar.ts";
import { dayOf, type Figure, named } from "../../quantity/figure.ts";
import type { Situation } from "../engine/formula.ts";
import { readingOf } from "./readings.ts";

/** The clause that the days of payment rest on. */
export const paymentDayClauses = ["note/businessDays"] as const;

const words: Readonly<Record<Adjustment, string>> = {
  following: "the next business day",
  "modified following": "the business day by modified following",
  preceding: "the business day before",
};

/**
 * The day on which a payment is made that is due on a day: that day where New York's banks are open, else by the
 * note's business day convention; without one that day.
 */
export function paidOn(due: Figure<"date">, situation: Situation): Figure<"date"> {
  const { businessDays } = situation.note.clauses;
  const convention = businessDays.state === "said" ? businessDays.meaning.value : undefined;
  return convention === undefined || convention === "no adjustment" ? due : moved(due, convention);
}

/** The same of the maturity, where silence is a point that may be read another way. */
export function maturityPaidOn(due: Figure<"date">, situation: Situation): Figure<"date"> {
  const silent = situation.note.clauses.businessDays.state === "absent";
  const following = silent && readingOf("payment-day", situation).id === "following";
  return following ? moved(due, "following") : paidOn(due, situation);
}

/** Whether interest stops at the day that is stated, though payment is made on another. */
export function stopsAtStatedDay({ note: { clauses } }: Situation): boolean {
  const { businessDays } = clauses;
  return businessDays.state === "said" && businessDays.meaning.tag === "without interest";
}

function moved(due: Figure<"date">, convention: Adjustment): Figure<"date"> {
  const day = dayOf(due);
  const paid = adjust(newYorkBanks, day, convention);
  return paid === undefined || paid === day
    ? due
    : named(due.name ?? "payment day", dated(paid, words[convention], [due]));
}
