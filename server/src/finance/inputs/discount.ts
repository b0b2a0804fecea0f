import * as arithmetic from "../../quantity/arithmetic.ts";
import * as exact from "../../quantity/exact.ts";
import {
  assuming,
  type Figure,
  isWaiting,
  named,
  type Result,
  type Waiting,
  waiting,
  writtenOf,
} from "../../quantity/figure.ts";
import type { Situation } from "../engine/formula.ts";
import { assumedBy, needOf, readingOf, unsettled } from "./readings.ts";

/** The clauses that say what is paid for a note, and the points they leave open. */
export const priceClauses = {
  clauses: ["note/purchasePrice", "note/originalIssueDiscount", "note/fees"],
  points: ["discount-base", "fees"] as const,
};

/** What a note says of its price beside its principal; each undefined where it says nothing. */
export interface PriceTerms {
  readonly price: Price | undefined;
  readonly discount: Discount | undefined;
  /** Fees that the principal includes, and those that are taken off what is paid out. */
  readonly includedFees: Figure<"money"> | undefined;
  readonly deductedFees: Figure<"money"> | undefined;
}

/** What is paid: a sum, or a part of the principal. */
export type Price =
  | { readonly kind: "sum"; readonly sum: Figure<"money"> }
  | { readonly kind: "part"; readonly part: Figure<"ratio"> };

export type Discount =
  | { readonly kind: "sum"; readonly sum: Figure<"money"> }
  | { readonly kind: "part"; readonly part: Figure<"ratio">; readonly of: "principal" | "price" };

/** Waits for a blank, or for words that can't be read. */
export function priceTerms(situation: Situation): PriceTerms | Waiting {
  const { purchasePrice, originalIssueDiscount: discount, fees } = situation.note.clauses;
  const open = unsettled("purchase price", purchasePrice) ?? unsettled("original issue discount", discount);
  if (open) return open;
  return {
    price: purchasePrice.state === "said" ? priceOf(purchasePrice.meaning) : undefined,
    discount: discount.state === "said" ? discountOf(discount.meaning, situation) : undefined,
    includedFees: feesTagged("included in principal", fees, situation),
    deductedFees: feesTagged("deducted from proceeds", fees, situation),
  };
}

function priceOf(meaning: PriceMeaning): Price {
  return meaning.kind === "sum"
    ? { kind: "sum", sum: named("purchase price", meaning.value) }
    : { kind: "part", part: named("purchase price", meaning.value.value) };
}

type Clauses = Situation["note"]["clauses"];
type Said<B> = Extract<B, { readonly state: "said" }>;
type PriceMeaning = Said<Clauses["purchasePrice"]>["meaning"];
type DiscountMeaning = Said<Clauses["originalIssueDiscount"]>["meaning"];

function discountOf({ value, tag }: DiscountMeaning, situation: Situation): Discount {
  if (value.kind === "sum") return { kind: "sum", sum: named("original issue discount", value.value) };
  const of = tag ?? readingOf("discount-base", situation).id;
  const because = tag ? undefined : assumedBy("discount-base", situation).because;
  return {
    kind: "part",
    part: assuming(named("original issue discount", value.value), because),
    of: of === "of principal" ? "principal" : "price",
  };
}

/** The sum of the fees of a kind; where a clause does not say which, the open point does. */
function feesTagged(
  treatment: "included in principal" | "deducted from proceeds",
  fees: Clauses["fees"],
  situation: Situation,
): Figure<"money"> | undefined {
  const point = readingOf("fees", situation).id;
  const { because } = assumedBy("fees", situation);
  const found = fees.flatMap(({ meaning: { value, tag } }) =>
    (tag ?? point) === treatment ? [assuming(value, tag ? undefined : because)] : [],
  );
  const [first, ...others] = found;
  return (
    first &&
    named(
      "fees",
      others.reduce((sum, fee) => arithmetic.plus(sum, fee), first),
    )
  );
}

/** What the holder pays for so much principal: stated, else worked out from the discount and the fees included. */
export function priceFor(principal: Figure<"money">, terms: PriceTerms): Figure<"money"> {
  if (terms.price?.kind === "sum") return terms.price.sum;
  if (terms.price) return arithmetic.payable(arithmetic.portion(terms.price.part, principal));
  const { discount, includedFees: fees } = terms;
  const withoutFees = fees ? arithmetic.minus(principal, fees) : principal;
  if (!discount) return withoutFees;
  if (discount.kind === "sum") return arithmetic.minus(withoutFees, discount.sum);
  return discount.of === "principal"
    ? arithmetic.payable(arithmetic.minus(withoutFees, arithmetic.portion(discount.part, principal)))
    : arithmetic.payable(arithmetic.over(withoutFees, arithmetic.plus(arithmetic.oneWhole, discount.part)));
}

/**
 * The discount in money: stated, else what is left of the principal when the price and the fees included are taken off;
 * a stated price goes before a percentage that is rounded to what is left.
 */
export function discountFor(
  principal: Figure<"money">,
  price: Figure<"money">,
  { price: stated, discount, includedFees: fees }: PriceTerms,
): Figure<"money"> {
  if (discount?.kind === "sum") return discount.sum;
  const beyond = left(principal, price, fees);
  const base = discount?.of === "principal" ? principal : price;
  if (discount && !(stated && isRounded(discount.part, beyond, base)))
    return arithmetic.payable(
      arithmetic.portion(discount.part, discount.of === "principal" ? principal : price),
    );
  return beyond;
}

function left(
  principal: Figure<"money">,
  price: Figure<"money">,
  fees: Figure<"money"> | undefined,
): Figure<"money"> {
  const beyond = arithmetic.minus(principal, price);
  return fees ? arithmetic.minus(beyond, fees) : beyond;
}

/** A whole percentage is a number of hundredths. */
const placesOfWhole = 2;

/** Whether a percentage is what a sum is of another, rounded to the decimals that it is written with; a whole one is exact. */
function isRounded(part: Figure<"ratio">, sum: Figure<"money">, of: Figure<"money">): boolean {
  const places = writtenOf(part)?.places ?? 0;
  if (places <= placesOfWhole || !arithmetic.isPositive(of)) return false;
  return exact.compare(exact.round(exact.divide(sum.amount, of.amount), places), part.amount) === 0;
}

/** The principal that a price and a discount make, where the note states no principal. */
export function principalFor(situation: Situation): Result<"money"> {
  const terms = priceTerms(situation);
  if (isWaiting(terms)) return terms;
  const { price, discount, includedFees: fees } = terms;
  if (price?.kind !== "sum" || !discount) return waiting(needOf("principal", "absent"));
  const grown = grownBy(price.sum, discount);
  if (!grown) return waiting("an original issue discount below 100 %");
  return arithmetic.payable(fees ? arithmetic.plus(grown, fees) : grown);
}

/** Undefined for a discount of the whole principal or more. */
function grownBy(price: Figure<"money">, discount: Discount): Figure<"money"> | undefined {
  if (discount.kind === "sum") return arithmetic.plus(price, discount.sum);
  if (discount.of === "price") return arithmetic.increased(price, discount.part);
  const paid = arithmetic.complement(discount.part);
  return arithmetic.isPositive(paid) ? arithmetic.over(price, paid) : undefined;
}
