import * as arithmetic from "../../quantity/arithmetic.ts";
import { assuming, type Figure, isWaiting, named, type Result } from "../../quantity/figure.ts";
import { evaluate, type Source } from "../engine/formula.ts";
import { clauseSource, optionalClause } from "../inputs/clauses.ts";
import { outstanding } from "../inputs/sources.ts";
import { priceOf } from "./price.ts";

export type AntiDilution = "full ratchet" | "weighted average";

/** Shares that a scenario sells to others. */
export interface NewIssue {
  readonly shares: Figure<"shares">;
  readonly price: Figure<"price">;
  /** The shares there are before, by which a weighted average weighs; may wait, for a full ratchet needs none. */
  readonly before: Result<"shares">;
  /** Whether the note names issues that change no price. */
  readonly someExcluded: boolean;
}

const sharesClause = clauseSource(
  "scenario/newIssue/issued",
  ({ scenario }) => scenario?.clauses.newIssue.inner.issued,
);

const priceClause = clauseSource(
  "scenario/newIssue/at",
  ({ scenario }) => scenario?.clauses.newIssue.inner.at,
);

const excludedClause = optionalClause(
  "note/conversion/excludedIssuances",
  ({ note }) => note.clauses.conversion.inner.excludedIssuances,
);

const capitalization = clauseSource("market/capitalization", ({ market }) => market?.clauses.capitalization);

/** The broad base of a weighted average: the capitalization where the market gives it, else the shares outstanding. */
export const sharesBefore: Source<Figure<"shares">> = {
  label: "shares before the new issue",
  needs: [capitalization, outstanding],
  clauses: [],
  read: (situation) => {
    const said = situation.market?.clauses.capitalization.state === "said";
    const stated = said ? evaluate(capitalization, situation) : undefined;
    if (isWaiting(stated)) return stated;
    const base = stated?.shares ?? evaluate(outstanding, situation);
    return isWaiting(base) ? base : named("shares before", base);
  },
};

/**
 * The scenario's issue of shares; undefined where it has none. The shares there are before are read without standing
 * among the needs: they weigh in a weighted average alone, and no other price rests on them.
 */
export const newIssue: Source<NewIssue | undefined> = {
  label: "new issue",
  needs: [sharesClause, priceClause, excludedClause],
  clauses: [],
  read: (situation) => {
    const { scenario } = situation;
    if (scenario?.clauses.newIssue.state !== "said") return undefined;
    const sold = evaluate(sharesClause, situation);
    if (isWaiting(sold)) return sold;
    const phrase = evaluate(priceClause, situation);
    if (isWaiting(phrase)) return phrase;
    const price = priceOf(phrase, situation);
    if (isWaiting(price)) return price;
    const excluded = evaluate(excludedClause, situation);
    return {
      shares: named("new shares", sold.shares),
      price: named("issue price", price),
      before: sharesBefore.read(situation),
      someExcluded: excluded !== undefined,
    };
  },
};

/** A price after an issue of shares: lower where they are sold below it, else as it was. */
export function afterIssue(
  price: Figure<"price">,
  { shares, price: sold, before, someExcluded }: NewIssue,
  rule: AntiDilution,
): Result<"price"> {
  if (arithmetic.compared(sold, price) >= 0) return price;
  const adjusted = rule === "full ratchet" ? ratcheted(price, sold) : weighted(price, shares, sold, before);
  if (isWaiting(adjusted)) return adjusted;
  return assuming(adjusted, someExcluded ? "the new shares are not among the excluded issuances" : undefined);
}

function ratcheted(price: Figure<"price">, sold: Figure<"price">): Figure<"price"> {
  return arithmetic.choose("lowest", [price, sold], "lowest of", [
    "price before the new issue",
    "price of the new shares",
  ]);
}

/** CP2 = CP1 × (A + B) ÷ (A + C): B is what the money paid would have bought at the old price. */
function weighted(
  price: Figure<"price">,
  shares: Figure<"shares">,
  sold: Figure<"price">,
  before: Result<"shares">,
): Result<"price"> {
  if (isWaiting(before)) return before;
  const old = named("price before", price);
  const paid = named("money paid for the new shares", arithmetic.worth(shares, sold));
  const atOldPrice = named("shares at the price before", arithmetic.sharesFor(paid, old));
  const weight = arithmetic.ratio(arithmetic.plus(before, atOldPrice), arithmetic.plus(before, shares));
  return arithmetic.times(old, weight);
}
