import { compoundings, plainThirty } from "../../catalog/interest.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import type { DayCountName, Frame } from "../../quantity/day-count.ts";
import {
  dayOf,
  type Figure,
  isWaiting,
  named,
  type Result,
  type Waiting,
  waiting,
} from "../../quantity/figure.ts";
import { evaluate, type Situation, type Source } from "../engine/formula.ts";
import { conversionDate, dateSource, figureSource, funded, issued, restingOn, whereSaid } from "./clauses.ts";
import { priceClauses, principalFor } from "./discount.ts";
import { assumedBy, needOf, readingOf, unsettled } from "./readings.ts";
import { inTranches, type Tranche, trancheClauses, tranchePrices, tranchesPaid } from "./tranches.ts";

const statedPrincipal = figureSource("note/principal", ({ note }) => note.clauses.principal);

/**
 * What is lent: the principal that the note states, else what price and discount make it; of a note in tranches what is
 * paid over of it, in a scenario by its day.
 */
export const principal: Source<Figure<"money">> = {
  ...statedPrincipal,
  needs: [restingOn(...tranchePrices)],
  clauses: [...statedPrincipal.clauses, ...trancheClauses],
  points: priceClauses.points,
  read: (situation) => {
    if (inTranches(situation)) return lentInTranches(situation);
    const { principal: said, purchasePrice } = situation.note.clauses;
    if (said.state !== "absent" || purchasePrice.state !== "said") return statedPrincipal.read(situation);
    const found = principalFor(situation);
    return isWaiting(found) ? found : named("principal", found);
  },
};

function lentInTranches(situation: Situation): Result<"money"> {
  const paid = paidOver(situation);
  if (isWaiting(paid)) return paid;
  const parts = paid.map(({ name, situation: inner }) => {
    const part = evaluate(principal, inner);
    return isWaiting(part) ? part : named(`principal of ${name}`, part);
  });
  const missing = parts.filter(isWaiting);
  if (missing.length > 0) return waiting(...missing.flatMap(({ waitingFor }) => waitingFor));
  const sum = (parts as Figure<"money">[]).reduce((total, part) => arithmetic.plus(total, part));
  return named("principal", sum);
}

/** The tranches that are paid over: in a scenario those paid by its day; at least one. */
export function paidOver(situation: Situation): readonly Tranche[] | Waiting {
  const all = tranchesPaid(situation);
  if (all.length === 0) return waiting("a tranche that is paid over");
  if (!situation.scenario) return all;
  const day = evaluate(conversionDate, situation);
  const paid = all.filter(({ situation: inner }) => {
    const from = evaluate(accrualStart, inner);
    return isWaiting(day) || isWaiting(from) || dayOf(from) <= dayOf(day);
  });
  return paid.length > 0 ? paid : waiting("a tranche that is paid over by then");
}

export const surrenderedValue = figureSource(
  "note/exchange/value",
  ({ note }) => note.clauses.exchange.inner.value,
);

export const surrenderedValueWhereSaid = whereSaid(
  surrenderedValue,
  ({ note }) => note.clauses.exchange.inner.value,
);

export interface DayCountChoice {
  readonly convention: DayCountName;
  /** What the convention looks at beside two dates. */
  readonly frame?: Frame;
  /** Set where the note does not state it. */
  readonly assumed: { readonly kind: "assumed"; readonly because: string } | undefined;
}

export const dayCount: Source<DayCountChoice> = {
  label: "day count",
  needs: [],
  clauses: ["note/interest/dayCount"],
  points: ["day-count", "thirty-360"],
  read: (situation) => {
    const bound = situation.note.clauses.interest.inner.dayCount;
    const open = unsettled("day count", bound);
    if (open) return open;
    if (bound.state === "said" && bound.meaning !== plainThirty)
      return { convention: bound.meaning, assumed: undefined };
    const point = bound.state === "said" ? "thirty-360" : "day-count";
    return {
      convention: readingOf(point, situation).id as DayCountName,
      assumed: assumedBy(point, situation),
    };
  },
};

export interface CompoundingChoice {
  /** Times a year; undefined for simple interest. */
  readonly perYear: number | "continuously" | undefined;
  /** Whether it is read as the formula of compound interest, whatever the periods. */
  readonly byFormula: boolean;
  readonly text: string;
  readonly assumed: { readonly kind: "assumed"; readonly because: string } | undefined;
}

export const compounding: Source<CompoundingChoice> = {
  label: "compounding",
  needs: [],
  clauses: ["note/interest/compounded", "note/interest/simple"],
  points: ["compounding", "compounding-formula"],
  read: (situation) => {
    const { compounded, simple } = situation.note.clauses.interest.inner;
    if (compounded.state === "said") {
      const found = compoundings.find(({ word }) => word === compounded.meaning);
      const perYear = found?.perYear;
      const inPeriods = perYear !== undefined && perYear !== 365 && perYear !== "continuously";
      return {
        perYear,
        text: `compounded ${compounded.meaning}`,
        byFormula: inPeriods && readingOf("compounding-formula", situation).id === "formula",
        assumed: inPeriods ? assumedBy("compounding-formula", situation) : undefined,
      };
    }
    const open = unsettled("compounded", compounded) ?? unsettled("simple", simple);
    if (open) return open;
    const assumed = simple.state === "said" ? undefined : assumedBy("compounding", situation);
    return { perYear: undefined, byFormula: false, text: "simple", assumed };
  },
};

/** The day from which interest runs. */
export const accrualStart: Source<Figure<"date">> = {
  label: "accrues from",
  needs: [issued],
  clauses: ["note/interest/accruesFrom", "note/funded"],
  points: ["accrual-start"],
  read: (situation) => {
    const said = situation.note.clauses.interest.inner.accruesFrom;
    if (said.state === "said") return evaluate(statedStart, situation);
    const open = unsettled("accrues from", said);
    if (open) return open;
    const origin = assumedBy("accrual-start", situation);
    const fundedDay =
      situation.note.clauses.funded.state === "said" ? evaluate(funded, situation) : undefined;
    const fromFunding =
      readingOf("accrual-start", situation).id === "funded" && fundedDay && !isWaiting(fundedDay);
    const from = fromFunding ? fundedDay : evaluate(issued, situation);
    if (isWaiting(from)) return from;
    return { ...from, name: "accrues from", origin };
  },
};

const statedStart = dateSource(
  "note/interest/accruesFrom",
  ({ note }) => note.clauses.interest.inner.accruesFrom,
);

/** The shares outstanding before the conversion. */
export const outstanding: Source<Figure<"shares">> = {
  label: "shares outstanding",
  needs: [],
  clauses: ["market/outstanding"],
  read: ({ market }) => {
    const bound = market?.clauses.outstanding;
    if (bound?.state === "said") return named("shares outstanding", bound.meaning.shares);
    const { state = "absent" } = bound ?? {};
    return waiting(
      state === "absent" ? "the shares “outstanding” in the market" : needOf("outstanding", state),
    );
  },
};
