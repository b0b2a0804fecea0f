import type { Span } from "../base/span.ts";
import { amountConvertedAtMaturity } from "../finance/amount.ts";
import { readingOf } from "../finance/clauses.ts";
import { evaluate, type Situation } from "../finance/formula.ts";
import { percentFigure } from "../finance/price.ts";
import { outstanding, principal } from "../finance/sources.ts";
import { beside, statementsOf } from "../note/statements.ts";
import * as arithmetic from "../quantity/arithmetic.ts";
import type { Exact } from "../quantity/exact.ts";
import * as exact from "../quantity/exact.ts";
import { type Figure, figure, isWaiting } from "../quantity/figure.ts";
import { showPercent } from "../quantity/format.ts";
import type { PricePhrase } from "../syntax/phrase-tree.ts";
import { fixedPriceOf, meaningOfTerm } from "./prices.ts";

/**
 * Whether a sum can be paid in shares at one time under everything that bounds the shares. A bound says how many
 * shares it lets through; what is asked of it is how many have to be outstanding so that a number fits.
 */
export interface ShareBound {
  /** What it is called, and how a sentence says it in full. */
  readonly name: string;
  readonly said: string;
  readonly span: Span;
  /** The most shares at one time, where so many are outstanding before. */
  readonly most: (outstandingBefore: Exact) => bigint;
  /** The fewest shares that have to be outstanding before, so that so many fit. */
  readonly needs: (shares: Exact) => bigint;
}

/** What is to be paid, the prices it may be paid at, and what bounds the shares. */
export interface SharePayment {
  readonly amount: Figure<"money">;
  /** Whether the amount may be more: where interest is open, it is the principal alone. */
  readonly atLeast: boolean;
  /** No conversion is at a higher price, in any market; undefined where nothing says so. */
  readonly highest: Figure<"price"> | undefined;
  /** None is at a lower one; undefined where nothing says so. */
  readonly lowest: Figure<"price"> | undefined;
  readonly bounds: readonly ShareBound[];
  readonly outstanding: Figure<"shares"> | undefined;
}

/** The payment that a note provides for at its maturity; undefined while the sum or the price is open. */
export function sharePayment(alone: Situation): SharePayment | undefined {
  const { price, floor, ceiling } = alone.note.clauses.conversion.inner;
  if (price.state !== "said" || isOpen(floor) || isOpen(ceiling)) return undefined;
  const converted = evaluate(amountConvertedAtMaturity, alone);
  const amount = isWaiting(converted) ? evaluate(principal, alone) : converted;
  if (isWaiting(amount) || !arithmetic.isPositive(amount)) return undefined;
  const before = evaluate(outstanding, alone);
  const cases = statementsOf(price).map((stated): Phrases => {
    const [low, high] = [beside(floor, stated), beside(ceiling, stated)];
    return {
      price: stated.meaning,
      floor: low.state === "said" ? low.meaning : undefined,
      ceiling: high.state === "said" ? high.meaning : undefined,
    };
  });
  const inNote = (bound: Exact | undefined): Figure<"price"> | undefined =>
    bound && exact.compare(bound, exact.zero) > 0
      ? figure(
          "price",
          bound,
          { kind: "given", by: "the price clauses", span: price.span },
          alone.note.currency,
        )
      : undefined;
  return {
    amount,
    atLeast: isWaiting(converted),
    highest: inNote(inEveryCase(cases, alone, highestOf, greatest)),
    lowest: inNote(inEveryCase(cases, alone, lowestOf, least)),
    bounds: boundsOf(alone),
    outstanding: isWaiting(before) ? undefined : before,
  };
}

/** Every clause that bounds the shares of one payment. */
function boundsOf(alone: Situation): ShareBound[] {
  const { ownershipLimit: limit } = alone.note.clauses.conversion.inner;
  if (limit.state !== "said") return [];
  const { share, measured } = limit.meaning;
  const inside = exact.compare(share.amount, exact.zero) > 0 && exact.compare(share.amount, exact.one) < 0;
  if (!inside) return [];
  const before = (measured ?? readingOf("ownership-basis", alone).id) === "before";
  const others = before ? exact.one : exact.subtract(exact.one, share.amount);
  return [
    {
      name: "ownership limit",
      said: `ownership limit of ${showPercent(share.amount)} ${before ? "before" : "after"} issuance`,
      span: limit.clause.span,
      most: (outstandingBefore) =>
        exact.floor(exact.divide(exact.multiply(share.amount, outstandingBefore), others)),
      needs: (shares) => roundedUp(exact.divide(exact.multiply(shares, others), share.amount)),
    },
  ];
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

interface Phrases {
  readonly price: PricePhrase;
  readonly floor: PricePhrase | undefined;
  readonly ceiling: PricePhrase | undefined;
}

/** A bound of the price in whichever case holds; undefined where one case has none. */
function inEveryCase(
  cases: readonly Phrases[],
  alone: Situation,
  boundOf: (phrases: Phrases, alone: Situation) => Exact | undefined,
  of: (bounds: readonly (Exact | undefined)[]) => Exact | undefined,
): Exact | undefined {
  const bounds = cases.map((phrases) => boundOf(phrases, alone));
  return bounds.includes(undefined) ? undefined : of(bounds);
}

/** The ceiling binds before the floor, as in the price itself. */
function highestOf({ price, floor, ceiling }: Phrases, alone: Situation): Exact | undefined {
  const capped = least([bound(price, "highest", alone), ceiling && bound(ceiling, "highest", alone)]);
  if (!capped || !floor) return capped;
  const raised = bound(floor, "highest", alone);
  return raised && greatest([capped, raised]);
}

function lowestOf({ price, floor, ceiling }: Phrases, alone: Situation): Exact | undefined {
  const ofPrice = bound(price, "lowest", alone);
  const ofCeiling = ceiling && bound(ceiling, "lowest", alone);
  const capped = ceiling ? ofPrice && ofCeiling && least([ofPrice, ofCeiling]) : ofPrice;
  return greatest([capped, floor && bound(floor, "lowest", alone)]);
}

/** The highest or the lowest that a price can be in any market; undefined where it has no such bound. */
function bound(phrase: PricePhrase, side: "highest" | "lowest", situation: Situation): Exact | undefined {
  const fixed = fixedPriceOf(phrase, situation);
  if (fixed) return fixed.amount;
  switch (phrase.kind) {
    case "best": {
      const bounds = phrase.alternatives.map((alternative) => bound(alternative, side, situation));
      const known = bounds.filter((one) => one !== undefined);
      const one = phrase.pick === "lowest" ? least(known) : greatest(known);
      return phrase.pick === opposite[side] || known.length === bounds.length ? one : undefined;
    }
    case "percent of": {
      const of = bound(phrase.of, side, situation);
      return of && exact.multiply(percentFigure(phrase.percent, situation).amount, of);
    }
    case "term": {
      const meaning = meaningOfTerm(phrase, situation);
      return meaning && bound(meaning.price, side, meaning.situation);
    }
    default:
      return undefined;
  }
}

/** One bounded alternative is enough where the choice goes the other way: “lowest of” has the highest price of any. */
const opposite = { highest: "lowest", lowest: "highest" } as const;

function least(prices: readonly (Exact | undefined)[]): Exact | undefined {
  return prices.filter((price) => price !== undefined).sort((a, b) => exact.compare(a, b))[0];
}

function greatest(prices: readonly (Exact | undefined)[]): Exact | undefined {
  return prices.filter((price) => price !== undefined).sort((a, b) => exact.compare(b, a))[0];
}

function roundedUp(value: Exact): bigint {
  const whole = exact.floor(value);
  return exact.compare(exact.whole(whole), value) < 0 ? whole + 1n : whole;
}

function isOpen({ state }: { readonly state: string }): boolean {
  return state === "blank" || state === "unread";
}
