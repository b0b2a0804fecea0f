import type { Span } from "../base/span.ts";
import type { Tagged } from "../catalog/value.ts";
import type { Bound, BoundNote, Said } from "../note/bound.ts";
import * as arithmetic from "../quantity/arithmetic.ts";
import type { Exact } from "../quantity/exact.ts";
import * as exact from "../quantity/exact.ts";
import type { Figure } from "../quantity/figure.ts";
import { halfUnit, total } from "./stated.ts";

type Money = Figure<"money">;
type Discount = Tagged<
  | { readonly kind: "sum"; readonly value: Money }
  | { readonly kind: "part"; readonly value: Figure<"ratio"> },
  "of principal" | "of purchase price"
>;
type Fee = Said<Tagged<Money, "deducted from proceeds" | "included in principal">>;

/** What is lent and what is owed for it: of a note, or of one of its tranches. */
export interface Proceeds {
  /** What messages call it: nothing of a note, `of tranche “First”`. */
  readonly of: string;
  readonly span: Span;
  readonly principal: Said<Money> | undefined;
  readonly price: Said<Money> | undefined;
  /** Its own, or that of the note, where that is a part which a tranche may have too. */
  readonly discount: Bound<Discount>;
  /** Whether the discount is stated for the whole note, and not for this tranche. */
  readonly ofWhole: boolean;
  readonly fees: readonly Fee[];
}

/** The note's proceeds, then those of its tranches. */
export function proceedsOf({ clauses, heading }: BoundNote): Proceeds[] {
  const whole: Proceeds = {
    of: "",
    span: heading,
    principal: said(clauses.principal),
    price: said(clauses.purchasePrice),
    discount: clauses.originalIssueDiscount,
    ofWhole: false,
    fees: clauses.fees,
  };
  const parts = clauses.tranche.map(({ inner, clause, head }): Proceeds => {
    const name = head.state === "said" ? head.meaning.name : undefined;
    const { originalIssueDiscount: own } = inner;
    const ofWhole = own.state === "absent" && clauses.originalIssueDiscount.state !== "absent";
    return {
      of: name === undefined ? " of the tranche" : ` of tranche “${name}”`,
      span: clause?.name ?? heading,
      principal: said(inner.principal),
      price: said(inner.purchasePrice),
      discount: ofWhole ? clauses.originalIssueDiscount : own,
      ofWhole,
      fees: inner.fees,
    };
  });
  return [whole, ...parts];
}

/** What a discount of some percent comes to on each of the two bases. */
export interface Bases {
  readonly ofPrincipal: Money;
  readonly ofPrice: Money;
}

/** A percentage of the principal, and of the price: of a principal alone, of the price that the percentage leaves. */
export function basesOf(part: Figure<"ratio">, principal: Money, price: Money | undefined): Bases {
  const ofPrincipal = arithmetic.portion(part, principal);
  const priced = price ?? arithmetic.over(principal, arithmetic.plus(arithmetic.oneWhole, part));
  return { ofPrincipal, ofPrice: arithmetic.portion(part, priced) };
}

/** What the discount comes to in money; undefined where that is open. */
export function discountIn({ discount, principal, price }: Proceeds): Money | undefined {
  if (discount.state !== "said") return undefined;
  const { value, tag } = discount.meaning;
  if (value.kind === "sum") return value.value;
  if (tag === "of principal") return principal && arithmetic.portion(value.value, principal.meaning);
  if (tag === undefined) return undefined;
  if (price) return arithmetic.portion(value.value, price.meaning);
  return principal && basesOf(value.value, principal.meaning, undefined).ofPrice;
}

/** The fees that are lent on top of the price; `unsaid` are those that do not say where they go. */
export function feesOf({ fees }: Proceeds): Readonly<Record<"included" | "deducted" | "unsaid", Exact>> {
  const sum = (tag: string | undefined): Exact =>
    total(fees.filter(({ meaning }) => meaning.tag === tag).map(({ meaning }) => meaning.value.amount));
  return {
    included: sum("included in principal"),
    deducted: sum("deducted from proceeds"),
    unsaid: sum(undefined),
  };
}

/** How far apart sums may be that are the same but for rounding: a sum that is written in millions is rounded to them. */
export function roundingOf(...sums: readonly (Money | undefined)[]): Exact {
  return total(sums.flatMap((sum) => (sum && isRounded(sum) ? [halfUnit(sum)] : [])));
}

/** The same where a part of one is taken: it may be rounded as the sums are written. */
export function roundingOfPart(...sums: readonly (Money | undefined)[]): Exact {
  return total(sums.flatMap((sum) => (sum ? [halfUnit(sum)] : [])));
}

function isRounded({ origin }: Money): boolean {
  return origin.kind === "stated" && /thousand|million|billion/i.test(origin.text);
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

/** The difference without its sign. */
export function apart(a: Exact, b: Exact, like: Money): Money {
  const difference = exact.subtract(a, b);
  return sum(difference.numerator < 0n ? exact.negate(difference) : difference, like);
}
