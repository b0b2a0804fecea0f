import { grouped } from "../../base/words.ts";
import type { LimitMeaning } from "../../catalog/value.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import * as exact from "../../quantity/exact.ts";
import {
  assuming,
  type Figure,
  figure,
  isWaiting,
  named,
  type Result,
  waiting,
} from "../../quantity/figure.ts";
import { evaluate, formula, type Source } from "../engine/formula.ts";
import { clauseSource } from "../inputs/clauses.ts";
import { assumedBy, readingOf, unsettled } from "../inputs/readings.ts";
import { outstanding } from "../inputs/sources.ts";
import { conversionShares, usablePrice } from "./conversion.ts";

const source =
  "the note's ownership limitation; Securities Exchange Act of 1934, rule 13d-3, for beneficial ownership";

/** The shares that the holder owns already. */
export const held: Source<Figure<"shares">> = {
  label: "shares held already",
  needs: [],
  clauses: ["market/heldByHolder"],
  points: ["other-shares"],
  read: (situation) => {
    const bound = situation.market?.clauses.heldByHolder;
    const open = bound && unsettled("held by holder", bound);
    if (open) return open;
    const shares =
      bound?.state === "said"
        ? bound.meaning.shares
        : figure("shares", exact.zero, assumedBy("other-shares", situation));
    return named("shares held already", shares);
  },
};

export interface Limit {
  readonly share: Figure<"ratio">;
  readonly measured: "after" | "before";
  readonly assumed: string | undefined;
}

export const limit: Source<Limit> = {
  ...clauseSource(
    "note/conversion/ownershipLimit",
    ({ note }) => note.clauses.conversion.inner.ownershipLimit,
  ),
  points: ["ownership-basis"],
  read: (situation) => {
    const said = evaluate(statedLimit, situation);
    if (isWaiting(said)) return said;
    const share = { ...said.share, name: "ownership limit" };
    if (said.measured) return { share, measured: said.measured, assumed: undefined };
    const measured = readingOf("ownership-basis", situation).id === "before" ? "before" : "after";
    return { share, measured, assumed: assumedBy("ownership-basis", situation).because };
  },
};

const limitShare: Source<Figure<"ratio">> = {
  label: "ownership limit",
  needs: [limit],
  clauses: [],
  read: (situation) => {
    const most = evaluate(limit, situation);
    return isWaiting(most) ? most : most.share;
  },
};

const statedLimit: Source<LimitMeaning> = clauseSource(
  "note/conversion/ownershipLimit",
  ({ note }) => note.clauses.conversion.inner.ownershipLimit,
);

export const blockerShares = formula({
  id: "blocker-shares",
  label: "most shares at one time under the ownership limit",
  kind: "shares",
  topic: "ownership",
  scope: "both",
  about: {
    definition: "after issuance: x = floor((L × O − h) ÷ (1 − L)); before issuance: x = floor(L × O − h)",
    rounding: "down to whole shares",
    source,
  },
  headline: {
    rank: 3,
    say: (shown, textOf) => `at most ${shown} at one time (${textOf(limitShare) ?? "limit open"})`,
  },
  needs: { limit, outstanding, held },
  compute: ({ limit: most, outstanding: before, held: own }) => mostAtOnce(most, before, own),
});

/** How many more shares the limit leaves room for: none where the holder is above it already. */
export function mostAtOnce(
  most: Limit,
  outstandingNow: Figure<"shares">,
  own: Figure<"shares">,
): Result<"shares"> {
  if (exact.compare(most.share.amount, exact.one) >= 0) return waiting("an ownership limit below 100 %");
  const allowed = arithmetic.minus(arithmetic.portion(most.share, outstandingNow), own);
  if (exact.compare(allowed.amount, exact.zero) < 0)
    return arithmetic.nothing("shares", "what the holder owns already is above the limit", [own]);
  const room =
    most.measured === "before" ? allowed : arithmetic.over(allowed, arithmetic.complement(most.share));
  return assuming(arithmetic.wholeShares(room), most.assumed);
}

export const blockerAmount = formula({
  id: "blocker-amount",
  label: "amount convertible at one time under the ownership limit",
  kind: "money",
  topic: "ownership",
  scope: "both",
  about: { definition: "x × CP", rounding: "to cents, half up", source },
  needs: { shares: blockerShares, price: usablePrice },
  compute: ({ shares, price }) => arithmetic.payable(arithmetic.worth(shares, price)),
});

/** More conversions than anybody makes; beyond it the count stops. */
const mostConversions = 100_000n;

export const blockedConversions = formula({
  id: "blocked-conversions",
  label: "conversions needed under the ownership limit",
  kind: "count",
  topic: "ownership",
  scope: "both",
  about: {
    definition:
      "counted step by step: each conversion takes all the limit allows, the holder sells all in between, nothing else is issued",
    rounding: "whole conversions",
    source,
  },
  needs: { shares: conversionShares, limit, outstanding, held, first: blockerShares },
  compute: ({ shares, limit: most, outstanding: before, first, held: own }) => {
    const [all, total, had] = [shares, before, own].map(({ amount }) => exact.floor(amount)) as [
      bigint,
      bigint,
      bigint,
    ];
    const parts = conversionParts(all, total, most, had);
    if (parts === undefined) return waiting("an ownership limit that lets at least one share through");
    const shown = parts.slice(0, 6);
    const list = shown.map((part) => grouped(String(part))).join(" + ");
    const text = `${list}${parts.length > shown.length ? " + …" : ""} shares`;
    const count = arithmetic.counted(BigInt(parts.length), text, [shares, first, before]);
    return assuming(count, "the holder sells all shares between conversions, and nothing else is issued");
  },
});

/**
 * The shares of each conversion until all are issued; undefined where the limit lets none through. What the holder
 * owns already narrows the first alone: before the next all of it is sold.
 */
export function conversionParts(
  shares: bigint,
  outstandingNow: bigint,
  most: Pick<Limit, "share" | "measured">,
  heldNow = 0n,
): bigint[] | undefined {
  const { numerator, denominator } = most.share.amount;
  const divisor = most.measured === "before" ? denominator : denominator - numerator;
  const parts: bigint[] = [];
  let rest = shares;
  let total = outstandingNow;
  let own = heldNow;
  while (rest > 0n) {
    const allowed = divisor > 0n ? (numerator * total - denominator * own) / divisor : rest;
    if (allowed <= 0n || BigInt(parts.length) >= mostConversions) return undefined;
    const part = allowed < rest ? allowed : rest;
    parts.push(part);
    rest -= part;
    total += part;
    own = 0n;
  }
  return parts;
}
