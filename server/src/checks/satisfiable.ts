import { amountConvertedAtMaturity } from "../finance/conversion/amount.ts";
import { evaluate, type Situation } from "../finance/engine/formula.ts";
import { outstanding, principal } from "../finance/inputs/sources.ts";
import * as arithmetic from "../quantity/arithmetic.ts";
import * as exact from "../quantity/exact.ts";
import { type Figure, figure, isWaiting } from "../quantity/figure.ts";
import { type PriceBounds, priceBounds } from "./price-bounds.ts";
import { boundsOf, type ShareBound } from "./share-bounds.ts";

/** What is to be paid in shares, the prices it may be paid at, and everything that bounds the shares. */
export interface SharePayment extends PriceBounds {
  readonly amount: Figure<"money">;
  /** Whether the amount may be more: where interest is open, it is the principal alone. */
  readonly atLeast: boolean;
  readonly bounds: readonly ShareBound[];
  readonly outstanding: Figure<"shares"> | undefined;
}

/** The payment that a note provides for at its maturity; undefined while the sum or the price is open. */
export function sharePayment(alone: Situation): SharePayment | undefined {
  const prices = priceBounds(alone);
  if (!prices) return undefined;
  const converted = evaluate(amountConvertedAtMaturity, alone);
  const amount = isWaiting(converted) ? evaluate(principal, alone) : converted;
  if (isWaiting(amount) || !arithmetic.isPositive(amount)) return undefined;
  const before = evaluate(outstanding, alone);
  return {
    ...prices,
    amount,
    atLeast: isWaiting(converted),
    bounds: boundsOf(alone),
    outstanding: isWaiting(before) ? undefined : before,
  };
}

/** Whole shares for a sum at a price, rounded down as the usual rule has it. */
export function wholeSharesFor(amount: Figure<"money">, price: Figure<"price">): Figure<"shares"> {
  return arithmetic.wholeShares(arithmetic.sharesFor(amount, price));
}

/** The price at which a number of shares is worth the sum: below it more shares are needed. */
export function priceForShares(amount: Figure<"money">, shares: bigint): Figure<"price"> | undefined {
  const count = figure("shares", exact.whole(shares), { kind: "given", by: "the bound", span: undefined });
  return shares > 0n ? arithmetic.perShare(amount, count) : undefined;
}
