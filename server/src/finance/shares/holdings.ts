import * as arithmetic from "../../quantity/arithmetic.ts";
import { assuming, waiting } from "../../quantity/figure.ts";
import { conversionAmount } from "../conversion/amount.ts";
import { conversionShares } from "../conversion/conversion.ts";
import { noteSource } from "../conversion/note-source.ts";
import { blockerAmount, blockerShares, held, limit, mostAtOnce } from "../conversion/ownership.ts";
import { formula } from "../engine/formula.ts";
import { figureSource, optionalClause } from "../inputs/clauses.ts";
import { outstanding } from "../inputs/sources.ts";
import { sharesReceived } from "./received.ts";

export const ownershipBefore = formula({
  id: "ownership-before",
  label: "ownership before the conversion",
  kind: "ratio",
  topic: "ownership",
  scope: "both",
  about: { definition: "h ÷ O", rounding: "none", source: "the market's shares" },
  applies: ({ market, note }) =>
    market?.clauses.heldByHolder.state === "said" && note.clauses.conversion.state === "said",
  needs: { held, outstanding },
  compute: ({ held: own, outstanding: before }) =>
    arithmetic.isPositive(before) ? arithmetic.ratio(own, before) : waiting("shares outstanding"),
});

export const ownershipAfter = formula({
  id: "ownership-after",
  label: "ownership if all is converted at once",
  kind: "ratio",
  topic: "ownership",
  scope: "both",
  about: {
    definition:
      "(h + N) ÷ (O + N); h is nothing where the market does not say what the holder holds; N with make-whole shares where their event has happened",
    rounding: "none",
    source:
      "the note's ownership limitation; Securities Exchange Act of 1934, rule 13d-3, for beneficial ownership",
  },
  needs: { shares: sharesReceived, outstanding, held },
  compute: ({ shares, outstanding: before, held: own }) => {
    const after = arithmetic.plus(before, shares);
    return arithmetic.isPositive(after)
      ? arithmetic.ratio(arithmetic.plus(own, shares), after)
      : waiting("shares outstanding");
  },
});

const waiver = figureSource("note/conversion/waiver", ({ note }) => note.clauses.conversion.inner.waiver);

export const blockerSharesAfterNotice = formula({
  id: "blocker-shares-after-notice",
  label: "most shares at one time after notice",
  kind: "shares",
  topic: "ownership",
  scope: "both",
  about: {
    definition: "as under the ownership limit, with the limit to which the holder may go after notice",
    rounding: "down to whole shares",
    source: noteSource,
  },
  applies: ({ note }) => {
    const { waiver: raised, ownershipLimit } = note.clauses.conversion.inner;
    return raised.state === "said" && ownershipLimit.state === "said";
  },
  headline: {
    rank: 4,
    say: (shown, textOf) =>
      `${shown.replace(/ shares?$/, "")} after notice (${textOf(waiver) ?? "limit open"})`,
  },
  needs: { limit, waiver, outstanding, held },
  compute: ({ limit: most, waiver: share, outstanding: before, held: own }) =>
    mostAtOnce({ ...most, share }, before, own),
});

export const blockedRemainderAmount = formula({
  id: "blocked-remainder-amount",
  label: "amount that the ownership limit holds back",
  kind: "money",
  topic: "ownership",
  scope: "both",
  about: {
    definition:
      "A − x × CP; nothing where the limit has room for all. The note says whether it waits or is paid in cash",
    rounding: "none: its parts are in cents",
    source: noteSource,
  },
  applies: ({ note }) => note.clauses.conversion.inner.ownershipLimit.state === "said",
  needs: {
    amount: conversionAmount,
    all: conversionShares,
    shares: blockerShares,
    paid: blockerAmount,
    remainder: optionalClause(
      "note/conversion/remainder",
      ({ note }) => note.clauses.conversion.inner.remainder,
    ),
  },
  compute: ({ amount, all, shares, paid, remainder }) => {
    if (arithmetic.compared(shares, all) >= 0)
      return arithmetic.nothing("money", "the limit has room for all", [shares], amount.currency);
    return assuming(
      arithmetic.minus(amount, paid),
      remainder === undefined
        ? "the sheet does not say what becomes of what the ownership limit holds back"
        : undefined,
    );
  },
});
