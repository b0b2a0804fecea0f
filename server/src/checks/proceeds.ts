import type { Span } from "../base/span.ts";
import { reread, type Situation } from "../finance/engine/formula.ts";
import { discountFor, priceFor, priceTerms } from "../finance/inputs/discount.ts";
import { tranchesAgreed } from "../finance/inputs/tranches.ts";
import type { Bound, NoteClauses, Said } from "../note/bound.ts";
import * as arithmetic from "../quantity/arithmetic.ts";
import type { Exact } from "../quantity/exact.ts";
import * as exact from "../quantity/exact.ts";
import { type Figure, isWaiting, writtenOf } from "../quantity/figure.ts";
import { halfUnit, total } from "./stated.ts";

type Money = Figure<"money">;

/** What is lent and what is owed for it: of a note, or of one of its tranches. */
export interface Proceeds {
  /** What messages call it: nothing of a note, `of tranche “First”`. */
  readonly of: string;
  readonly span: Span;
  readonly principal: Said<Money> | undefined;
  readonly price: Said<Money> | undefined;
  /** Its own, or that of the note, where that is a part which a tranche may have too. */
  readonly discount: NoteClauses["originalIssueDiscount"];
  /** Whether the discount is stated for the whole note, and not for this tranche. */
  readonly ofWhole: boolean;
  readonly fees: NoteClauses["fees"];
  /** Whether it is paid over, or is to be: false of a tranche that never was. */
  readonly funded: boolean;
  /** The note, or the tranche read as a note of its own, as the formulas read it. */
  readonly situation: Situation;
}

/** The note's proceeds, then those of its tranches. */
export function proceedsOf(alone: Situation): Proceeds[] {
  const { clauses, heading } = alone.note;
  const { originalIssueDiscount: whole } = clauses;
  const ofNote: Proceeds = {
    of: "",
    span: heading,
    principal: said(clauses.principal),
    price: priceSaid(clauses.purchasePrice, said(clauses.principal)),
    discount: whole,
    ofWhole: false,
    fees: clauses.fees,
    funded: true,
    situation: alone,
  };
  const parts = tranchesAgreed(alone).map(({ name, bound: { inner, clause }, situation }): Proceeds => {
    const { originalIssueDiscount: own } = inner;
    const ofWhole = own.state === "absent" && whole.state !== "absent";
    return {
      of: ` of ${trancheCalled(name)}`,
      span: clause?.name ?? heading,
      principal: said(inner.principal),
      price: priceSaid(inner.purchasePrice, said(inner.principal)),
      discount: ofWhole ? whole : own,
      ofWhole,
      fees: inner.fees,
      funded: inner.unfunded.state !== "said",
      situation,
    };
  });
  return [ofNote, ...parts];
}

/** A tranche as messages call it: `tranche “First”`, `tranche 2`. */
export function trancheCalled(name: string): string {
  return name.startsWith("“") ? `tranche ${name}` : name;
}

/** What is paid for so much principal, as the formulas have it. */
export interface Paid {
  readonly price: Money;
  readonly discount: Money | undefined;
  /** The fees that are lent on top of the price, and those that are taken off it; zero where there are none. */
  readonly included: Exact;
  readonly deducted: Exact;
}

/** How what is left open may be read; what is left out is read the usual way. */
export interface PaidReadings {
  readonly base?: "of principal" | "of purchase price";
  readonly fees?: "deducted from proceeds" | "included in principal";
}

/** Undefined while the price or the discount is blank. */
export function paidFor(
  owed: Money,
  { situation }: Pick<Proceeds, "situation">,
  { base, fees }: PaidReadings = {},
): Paid | undefined {
  const ofBase = base ? reread(situation, "discount-base", base) : situation;
  const terms = priceTerms(fees ? reread(ofBase, "fees", fees) : ofBase);
  if (isWaiting(terms)) return undefined;
  const price = priceFor(owed, terms);
  return {
    price,
    discount: terms.discount && discountFor(owed, price, terms),
    included: terms.includedFees?.amount ?? exact.zero,
    deducted: terms.deductedFees?.amount ?? exact.zero,
  };
}

/** Where fees may go that do not say it. */
export const feeReadings = ["deducted from proceeds", "included in principal"] as const;

/** Whether the discount is a part, and does not say of what. */
export function isOfNothing({ discount }: Pick<Proceeds, "discount">): boolean {
  return (
    discount.state === "said" && discount.meaning.value.kind === "part" && discount.meaning.tag === undefined
  );
}

/**
 * How far a sum may be from one that is worked out, where it states a result and no term: one that is written in
 * millions is rounded to the digits that it is given in. A principal, a price, a discount, a fee or a tranche in
 * millions is exact.
 */
export function roundingOf(result: Money): Exact {
  return isRounded(result) ? halfUnit(result) : exact.zero;
}

/**
 * How far apart sums may be where one is worked out as a part: half a unit of what each sum is written in, and of the
 * percentage, where that has decimals; a whole one is exact.
 */
export function roundingOfPart(
  part: Figure<"ratio">,
  of: Money,
  ...sums: readonly (Money | undefined)[]
): Exact {
  const written = sums.flatMap((sum) => (sum && !isRounded(sum) ? [halfUnit(sum)] : []));
  const isWhole = (writtenOf(part)?.places ?? 0) <= 2;
  return total([isWhole ? exact.zero : exact.multiply(halfUnit(part), of.amount), ...written]);
}

function isRounded(stated: Money): boolean {
  return (writtenOf(stated)?.places ?? 0) < 0;
}

function said<M>(bound: Bound<M>): Said<M> | undefined {
  return bound.state === "said" ? bound : undefined;
}

/** A sum of money that is worked out from others of the note, as messages show it. */
export function sum(amount: Exact, like: Money): Money {
  return {
    ...like,
    amount,
    name: undefined,
    origin: { kind: "given", by: "the note's sums", span: undefined },
  };
}

/** What is paid as a sum; of a part of a principal that is not said, nothing. */
function priceSaid(
  bound: NoteClauses["purchasePrice"],
  principal: Said<Money> | undefined,
): Said<Money> | undefined {
  if (bound.state !== "said") return undefined;
  const { meaning } = bound;
  const paid =
    meaning.kind === "sum"
      ? meaning.value
      : principal && arithmetic.payable(arithmetic.portion(meaning.value.value, principal.meaning));
  return paid && { ...bound, meaning: paid, alternatives: [], cases: [], gaps: [] };
}

/** The difference without its sign. */
export function apart(a: Exact, b: Exact, like: Money): Money {
  const difference = exact.subtract(a, b);
  return sum(difference.numerator < 0n ? exact.negate(difference) : difference, like);
}
