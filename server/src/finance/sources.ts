import { compoundings, plainThirty } from "../catalog/interest.ts";
import type { DayCountName } from "../quantity/day-count.ts";
import { type Figure, isWaiting, named, waiting } from "../quantity/figure.ts";
import { assumedBy, figureSource, needOf, readingOf, unsettled, whereSaid } from "./clauses.ts";
import { dateSource, funded, issued } from "./dates.ts";
import { evaluate, type Source } from "./formula.ts";

export const principal = figureSource("note/principal", ({ note }) => note.clauses.principal);

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
  readonly text: string;
  readonly assumed: { readonly kind: "assumed"; readonly because: string } | undefined;
}

export const compounding: Source<CompoundingChoice> = {
  label: "compounding",
  needs: [],
  clauses: ["note/interest/compounded", "note/interest/simple"],
  points: ["compounding"],
  read: (situation) => {
    const { compounded, simple } = situation.note.clauses.interest.inner;
    if (compounded.state === "said") {
      const found = compoundings.find(({ word }) => word === compounded.meaning);
      return { perYear: found?.perYear, text: `compounded ${compounded.meaning}`, assumed: undefined };
    }
    const open = unsettled("compounded", compounded) ?? unsettled("simple", simple);
    if (open) return open;
    const assumed = simple.state === "said" ? undefined : assumedBy("compounding", situation);
    return { perYear: undefined, text: "simple", assumed };
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
    return waiting(
      market ? needOf("outstanding", bound?.state ?? "absent") : "a market with the shares “outstanding”",
    );
  },
};
