import type { Span } from "../base/span.ts";
import type { Situation } from "../finance/engine/formula.ts";
import { readingOf } from "../finance/inputs/readings.ts";
import type { Bound } from "../note/bound.ts";
import type { Exact } from "../quantity/exact.ts";
import * as exact from "../quantity/exact.ts";
import type { Figure } from "../quantity/figure.ts";
import { show, showPercent } from "../quantity/format.ts";
import type { Tree } from "../syntax/tree.ts";

/**
 * One clause that bounds the shares of a payment: how many it lets through, and how many have to be outstanding so
 * that a number fits.
 */
export interface ShareBound {
  /** What it is called, and how a sentence says it in full. */
  readonly name: string;
  readonly said: string;
  readonly span: Span;
  readonly tree: Tree;
  /** The most shares, where so many are outstanding before; undefined where that is not known and has to be. */
  readonly most: (outstandingBefore: Exact | undefined) => bigint | undefined;
  /** The fewest shares that have to be outstanding before, so that so many fit; undefined where more do not help. */
  readonly needs: ((shares: Exact) => bigint) | undefined;
  /** Whether it bounds one payment at a time: then the rest may be issued later, or is for “blocked remainder” to settle. */
  readonly atOneTime: boolean;
}

/** Every clause that bounds the shares that a note is paid with. */
export function boundsOf(alone: Situation): ShareBound[] {
  return [ownershipLimit, exchangeCap, shareCap, authorisedShares].flatMap((bound) => bound(alone) ?? []);
}

function ownershipLimit(alone: Situation): ShareBound | undefined {
  const { tree, clauses } = alone.note;
  const limit = clauses.conversion.inner.ownershipLimit;
  if (limit.state !== "said") return undefined;
  const { share, measured } = limit.meaning;
  const inside = exact.compare(share.amount, exact.zero) > 0 && exact.compare(share.amount, exact.one) < 0;
  if (!inside) return undefined;
  const before = (measured ?? readingOf("ownership-basis", alone).id) === "before";
  const others = before ? exact.one : exact.subtract(exact.one, share.amount);
  return {
    name: "ownership limit",
    said: `ownership limit of ${showPercent(share.amount)} ${before ? "before" : "after"} issuance`,
    span: limit.clause.span,
    tree,
    most: (outstandingBefore) =>
      outstandingBefore && exact.floor(exact.divide(exact.multiply(share.amount, outstandingBefore), others)),
    needs: (shares) => roundedUp(exact.divide(exact.multiply(shares, others), share.amount)),
    atOneTime: true,
  };
}

/** A part of the shares outstanding when the note was signed, which are taken to be those outstanding now where the market does not say. */
function exchangeCap(alone: Situation): ShareBound | undefined {
  const { tree, clauses } = alone.note;
  const cap = clauses.conversion.inner.exchangeCap;
  if (cap.state !== "said") return undefined;
  const shared = { name: "exchange cap", span: cap.clause.span, tree, atOneTime: false };
  if (cap.meaning.kind === "shares") {
    const { shares } = cap.meaning.value;
    return { ...shared, said: `exchange cap of ${show(shares)}`, ...fixed(shares) };
  }
  const share = cap.meaning.value.value;
  if (exact.compare(share.amount, exact.zero) <= 0) return undefined;
  const atSigning = sharesIn(alone.market?.clauses.outstandingAtSigning);
  return {
    ...shared,
    said: `exchange cap of ${showPercent(share.amount)} of the shares outstanding at signing`,
    most: (outstandingBefore) => {
      const base = atSigning?.amount ?? outstandingBefore;
      return base && exact.floor(exact.multiply(share.amount, base));
    },
    needs: atSigning ? undefined : (shares) => roundedUp(exact.divide(shares, share.amount)),
  };
}

function shareCap({ note: { clauses, tree } }: Situation): ShareBound | undefined {
  const cap = clauses.shareCap;
  if (cap.state !== "said") return undefined;
  const { shares } = cap.meaning;
  return {
    name: "share cap",
    said: `share cap of ${show(shares)}`,
    span: cap.clause.span,
    tree,
    ...fixed(shares),
    atOneTime: false,
  };
}

/** What the charter allows, less what is outstanding and what is set aside for others. */
function authorisedShares({ market }: Situation): ShareBound | undefined {
  const authorised = market?.clauses.authorised;
  if (!market || authorised?.state !== "said") return undefined;
  const others = sharesIn(market.clauses.reserved)?.amount ?? exact.zero;
  const { shares } = authorised.meaning;
  const less = exact.isZero(others) ? "outstanding" : "outstanding or reserved";
  return {
    name: "number of authorised shares",
    said: `number of authorised shares (${show(shares)}, less those ${less})`,
    span: authorised.span,
    tree: market.tree,
    most: (outstandingBefore) => {
      if (!outstandingBefore) return undefined;
      const left = exact.floor(exact.subtract(shares.amount, exact.add(outstandingBefore, others)));
      return left > 0n ? left : 0n;
    },
    needs: undefined,
    atOneTime: false,
  };
}

function fixed({ amount }: Figure<"shares">): Pick<ShareBound, "most" | "needs"> {
  return { most: () => exact.floor(amount), needs: undefined };
}

function sharesIn(
  bound: Bound<{ readonly shares: Figure<"shares"> }> | undefined,
): Figure<"shares"> | undefined {
  return bound?.state === "said" ? bound.meaning.shares : undefined;
}

function roundedUp(value: Exact): bigint {
  const whole = exact.floor(value);
  return exact.compare(exact.whole(whole), value) < 0 ? whole + 1n : whole;
}
