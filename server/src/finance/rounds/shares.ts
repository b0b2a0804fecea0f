import * as arithmetic from "../../quantity/arithmetic.ts";
import { assuming, type Figure, isWaiting, named, waiting } from "../../quantity/figure.ts";
import { evaluate, formula, type Situation, type Source, step } from "../engine/formula.ts";
import { inEach, onceAmong } from "../engine/together.ts";
import { optionalClause } from "../inputs/clauses.ts";
import { interestRuleIn, interestToDay } from "./owed.ts";
import { converting, priceOfRound, roundCapitalization, roundPrice } from "./prices.ts";
import {
  amountInRound,
  convertsInRound,
  financing,
  newMoney,
  ofFinancing,
  qualified,
  roundSource,
} from "./qualified.ts";
import { poolFactor } from "./round-way.ts";
import { bringsPool, optionPool, sharesBefore } from "./terms.ts";

const arithmeticSource = "arithmetic";

export const roundAmount = formula({
  id: "round-amount",
  label: "amount converted in the round",
  kind: "money",
  topic: "financing",
  scope: "scenario",
  about: {
    definition: "P + I to the scenario's day; P alone where accrued interest is paid in cash or forgiven",
    rounding: "none: its parts are in cents",
    source: roundSource,
  },
  applies: convertsInRound,
  needs: {
    qualified,
    amount: amountInRound,
    converts: ofFinancing(
      "converts",
      optionalClause("note/qualifiedFinancing/converts", (situation) => financing(situation).converts),
    ),
  },
  compute: ({ amount, converts }) =>
    assuming(
      amount,
      converts === "at option of holder" ? "the holder chooses to convert in the round" : undefined,
    ),
});

export const roundInterestPaid = formula({
  id: "round-interest-paid",
  label: "interest paid in cash in the round",
  kind: "money",
  topic: "financing",
  scope: "scenario",
  about: { definition: "I to the scenario's day", rounding: "to cents, half up, once", source: roundSource },
  applies: (situation) => {
    const { interest } = financing(situation);
    return convertsInRound(situation) && interest.state === "said" && interest.meaning === "paid in cash";
  },
  needs: {
    qualified,
    said: ofFinancing("interest", interestRuleIn.qualifiedFinancing),
    interest: interestToDay,
  },
  compute: ({ interest }) => interest ?? waiting("interest: the note bears none"),
});

/** Shares of the new money's class for the note, whole ones. */
export const roundShares = formula({
  id: "round-shares",
  label: "shares in the round",
  kind: "shares",
  topic: "financing",
  scope: "scenario",
  about: { definition: "N = floor(A ÷ CP)", rounding: "down to whole shares", source: roundSource },
  headline: {
    rank: 2,
    say: (shown, textOf) => `${shown} for ${textOf(roundAmount) ?? "the amount converted"}`,
  },
  applies: convertsInRound,
  needs: { amount: roundAmount, price: roundPrice },
  compute: ({ amount, price }) =>
    arithmetic.isPositive(price)
      ? arithmetic.wholeShares(arithmetic.sharesFor(amount, price))
      : waiting("a conversion price above zero"),
});

export const roundValue = formula({
  id: "round-value",
  label: "value of the shares at the price of the round",
  kind: "money",
  topic: "financing",
  scope: "scenario",
  about: {
    definition: "N × price per share of the round",
    rounding: "to cents, half up",
    source: arithmeticSource,
  },
  applies: convertsInRound,
  needs: { shares: roundShares, price: priceOfRound },
  compute: ({ shares, price }) => arithmetic.payable(arithmetic.worth(shares, price)),
});

export const roundDiscount = formula({
  id: "round-discount",
  label: "effective discount to the price of the round",
  kind: "ratio",
  topic: "financing",
  scope: "scenario",
  about: { definition: "1 − CP ÷ price per share of the round", rounding: "none", source: arithmeticSource },
  headline: { rank: 3, say: (shown) => `${shown} below the round` },
  applies: convertsInRound,
  needs: { price: roundPrice, round: priceOfRound },
  compute: ({ price, round }) => arithmetic.complement(arithmetic.ratio(price, round)),
});

export const newShares = formula({
  id: "new-shares",
  label: "shares sold to new investors",
  kind: "shares",
  topic: "financing",
  scope: "scenario",
  about: {
    definition: "floor(new money ÷ price per share of the round)",
    rounding: "down to whole shares",
    source: "the scenario's round",
  },
  applies: convertsInRound,
  needs: { money: newMoney, price: priceOfRound },
  compute: ({ money, price }) => arithmetic.wholeShares(arithmetic.sharesFor(money, price)),
});

/** Whether other notes of the issuer convert beside this one. */
function convertsWithOthers(situation: Situation): boolean {
  return convertsInRound(situation) && converting(situation).length > 1;
}

/** The shares of all notes that convert together; of this one where it converts alone. */
const sharesOfNotes: Source<Figure<"shares">> = step(
  "shares of all notes that convert together",
  { own: roundShares },
  (_, situation) => sumAmong(converting(situation), undefined),
);

const sumAmong = onceAmong((notes) => {
  const shares = inEach(roundShares, notes);
  if (isWaiting(shares)) return shares;
  const [first, ...others] = shares.map((one, index) =>
    notes.length > 1 ? named(`shares of “${notes[index]?.note.name ?? ""}”`, one) : one,
  );
  return first ? others.reduce(arithmetic.plus, first) : waiting("a note that converts");
});

export const totalShares = formula({
  id: "total-shares",
  label: "shares of all notes that convert together",
  kind: "shares",
  topic: "financing",
  scope: "scenario",
  about: {
    definition: "Σ N over the issuer's notes in the file that convert in the same round",
    rounding: "whole shares",
    source: arithmeticSource,
  },
  applies: convertsWithOthers,
  needs: { shares: sharesOfNotes },
  compute: ({ shares }) => shares,
});

export const optionPoolShares = formula({
  id: "option-pool-shares",
  label: "shares of the new option pool",
  kind: "shares",
  topic: "financing",
  scope: "scenario",
  about: {
    definition:
      "floor(r ÷ (1 − r) × (T + new money ÷ price per share of the round)), with r the part of all shares after the round that the pool takes, and T the capitalization with the converted notes, fractions included",
    rounding: "down to whole shares",
    source:
      "the scenario's round; a pool that is set aside before the new money comes in dilutes all but the new money",
  },
  applies: (situation) => convertsInRound(situation) && bringsPool(situation),
  needs: { part: optionPool, all: roundCapitalization, money: newMoney, price: priceOfRound },
  compute: ({ part, all, money, price }) =>
    part
      ? arithmetic.wholeShares(
          arithmetic.portion(poolFactor(part), arithmetic.plus(all, arithmetic.sharesFor(money, price))),
        )
      : waiting("the clause “option pool”"),
});

const poolWhereSaid: Source<Figure<"shares"> | undefined> = {
  ...optionPoolShares,
  read: (situation) => (bringsPool(situation) ? evaluate(optionPoolShares, situation) : undefined),
};

export const sharesAfterRound = formula({
  id: "shares-after-round",
  label: "shares after the round",
  kind: "shares",
  topic: "financing",
  scope: "scenario",
  about: {
    definition: "capitalization + Σ N + shares sold to new investors + shares of the new option pool",
    rounding: "none: its parts are whole shares",
    source: arithmeticSource,
  },
  applies: convertsInRound,
  needs: { before: sharesBefore, notes: sharesOfNotes, sold: newShares, pool: poolWhereSaid },
  compute: ({ before, notes, sold, pool }) => {
    const all = arithmetic.plus(arithmetic.plus(before, notes), sold);
    return pool ? arithmetic.plus(all, pool) : all;
  },
});

export const roundOwnership = formula({
  id: "round-ownership",
  label: "ownership after the round",
  kind: "ratio",
  topic: "financing",
  scope: "scenario",
  about: { definition: "N ÷ shares after the round", rounding: "none", source: arithmeticSource },
  headline: { rank: 4, say: (shown) => `${shown} after the round` },
  applies: convertsInRound,
  needs: { shares: roundShares, all: sharesAfterRound },
  compute: ({ shares, all }) => arithmetic.ratio(shares, all),
});

export const investorOwnership = formula({
  id: "investor-ownership",
  label: "new investors' part after the round",
  kind: "ratio",
  topic: "financing",
  scope: "scenario",
  about: {
    definition: "shares sold to new investors ÷ shares after the round",
    rounding: "none",
    source: arithmeticSource,
  },
  applies: convertsInRound,
  needs: { sold: newShares, all: sharesAfterRound },
  compute: ({ sold, all }) => arithmetic.ratio(sold, all),
});

export const foundersPart = formula({
  id: "founders-part",
  label: "part of the shares before the round after it",
  kind: "ratio",
  topic: "financing",
  scope: "scenario",
  about: {
    definition: "capitalization ÷ shares after the round",
    rounding: "none",
    source: arithmeticSource,
  },
  applies: convertsInRound,
  needs: { before: sharesBefore, all: sharesAfterRound },
  compute: ({ before, all }) => arithmetic.ratio(before, all),
});

export const totalDilution = formula({
  id: "total-dilution",
  label: "part of the company that all notes take together",
  kind: "ratio",
  topic: "financing",
  scope: "scenario",
  about: { definition: "Σ N ÷ shares after the round", rounding: "none", source: arithmeticSource },
  applies: convertsWithOthers,
  needs: { notes: totalShares, all: sharesAfterRound },
  compute: ({ notes, all }) => arithmetic.ratio(notes, all),
});
