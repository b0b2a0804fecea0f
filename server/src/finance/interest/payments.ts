import type { AmountMeaning, ScheduleRow } from "../../catalog/value.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import {
  assuming,
  type Figure,
  isWaiting,
  type Result,
  type Waiting,
  waiting,
} from "../../quantity/figure.ts";
import type { Situation } from "../engine/formula.ts";
import { paidOn, stopsAtStatedDay } from "../inputs/payment-days.ts";
import { assumedBy, needOf, readingOf } from "../inputs/readings.ts";
import { amountOf, type Balance } from "./balance.ts";
import { type Occasion, occasions, risingElsewhere, unsettledLine } from "./schedule.ts";

/** An instalment's day: on which money moves, and to which interest is counted. */
export interface InstalmentDay extends Occasion {
  readonly to: Figure<"date">;
}

/** The instalments with their days, in the order of time; none where the note has none. */
export function instalmentsIn(situation: Situation): readonly InstalmentDay[] | Waiting {
  const { instalments } = situation.note.clauses;
  if (instalments.state === "blank" || instalments.state === "unread")
    return waiting(needOf("instalments", instalments.state));
  const found = unsettledLine("instalments", instalments) ?? occasions(instalments.rows, situation);
  if (isWaiting(found)) return found;
  const stops = stopsAtStatedDay(situation);
  return found.map((one) => {
    const on = paidOn(one.on, situation);
    return { ...one, on, to: stops ? one.on : on };
  });
}

/** What an instalment asks for. */
export interface Demand {
  /** A part of the principal, which pays principal alone. */
  readonly principal: Figure<"money"> | undefined;
  /** A sum of money, which pays interest first and then principal. */
  readonly sum: Figure<"money"> | undefined;
  /** Whether the interest of the day is paid beside them. */
  readonly interest: boolean;
  /** What is paid for each dollar of principal; undefined for par. */
  readonly premium: Figure<"ratio"> | undefined;
}

/**
 * What a line of the instalments asks for on its day: a fraction or a percentage of principal is one of the principal
 * lent, of remaining principal one of what is owed. Undefined where it asks for nothing.
 */
export function demandOf(
  { what }: ScheduleRow,
  balance: Balance,
  situation: Situation,
): Demand | Waiting | undefined {
  const lent = balance.lent ?? balance.principal;
  switch (what.kind) {
    case "none":
      return undefined;
    case "percent": {
      const principal = arithmetic.payable(arithmetic.portion(what.share, lent));
      return { principal, sum: undefined, interest: false, premium: what.premium };
    }
    case "per amount": {
      const sum = arithmetic.payable(arithmetic.times(what.money, arithmetic.ratio(lent, what.per)));
      return openly({ sum, principal: undefined, interest: false, premium: undefined }, situation);
    }
    case "rising":
      return waiting(risingElsewhere);
    case "amount":
      return ofAmount(what.amount, what.premium, { ...balance, lent }, situation);
  }
}

/** Each term of an amount by what it pays: principal, interest, or both as a sum of money does. */
function ofAmount(
  amount: AmountMeaning,
  premium: Figure<"ratio"> | undefined,
  balance: Balance & { readonly lent: Figure<"money"> },
  situation: Situation,
): Demand | Waiting {
  const terms = amount.kind === "sum" ? amount.terms : [amount];
  const ofLent = { ...balance, principal: balance.lent, remaining: balance.principal };
  const beside = terms.some((term) => term.kind === "balance" && hasInterest(term));
  const principal: Figure<"money">[] = [];
  const sums: Figure<"money">[] = [];
  for (const term of terms) {
    if (term.kind === "balance" && term.of === "interest") continue;
    const whole = term.kind === "balance" && term.of === "principal and interest";
    const ofPrincipal = isPartOfPrincipal(term);
    const part: Result<"money"> = whole
      ? balance.principal
      : amountOf(term, ofPrincipal && term.kind !== "balance" ? ofLent : balance, situation);
    if (isWaiting(part)) return part;
    (whole || ofPrincipal || (beside && term.kind === "money") ? principal : sums).push(part);
  }
  const demand = { principal: added(principal), sum: added(sums), interest: beside, premium };
  return amount.kind === "money" ? openly(demand, situation) : demand;
}

function added(parts: readonly Figure<"money">[]): Figure<"money"> | undefined {
  const [first, ...others] = parts;
  return first && others.reduce((sum, part) => arithmetic.plus(sum, part), first);
}

function hasInterest({ of }: Extract<AmountMeaning, { kind: "balance" }>): boolean {
  return of === "interest" || of === "principal and interest";
}

function isPartOfPrincipal(amount: AmountMeaning): boolean {
  if (amount.kind === "share of amount" || amount.kind === "part of amount")
    return isPartOfPrincipal(amount.of);
  return (
    amount.kind === "balance" && ["principal", "principal lent", "remaining principal"].includes(amount.of)
  );
}

/** A sum of which the note does not say what it pays: as the open point is read. */
function openly(
  demand: Demand & { readonly sum: Figure<"money"> | undefined },
  situation: Situation,
): Demand {
  const { because } = assumedBy("instalments-applied", situation);
  const sum = demand.sum && assuming(demand.sum, because);
  return readingOf("instalments-applied", situation).id === "principal"
    ? { ...demand, principal: sum, sum: undefined }
    : { ...demand, sum };
}
