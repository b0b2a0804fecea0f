import * as arithmetic from "../quantity/arithmetic.ts";
import { assuming, type Figure, isWaiting, named } from "../quantity/figure.ts";
import { clauseSource, optionalClause, unsettled } from "./clauses.ts";
import { evaluate, type Source } from "./formula.ts";
import { priceOf } from "./price.ts";
import { outstanding } from "./sources.ts";

/** Shares that are sold to others, with what the note's anti-dilution makes of them. */
export interface NewIssue {
  readonly rule: "full ratchet" | "weighted average";
  readonly shares: Figure<"shares">;
  readonly price: Figure<"price">;
  /** The shares there are before, by which a weighted average weighs; a full ratchet needs none. */
  readonly before: Figure<"shares"> | undefined;
  readonly excluded: string | undefined;
}

const ruleClause = clauseSource(
  "note/conversion/antiDilution",
  ({ note }) => note.clauses.conversion.inner.antiDilution,
);

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

/**
 * The scenario's issue of shares, where the note's anti-dilution follows one. The shares outstanding are read without
 * standing among the needs: they weigh in a weighted average alone, and no other price rests on them.
 */
export const issueThatAdjusts: Source<NewIssue | undefined> = {
  label: "new issue",
  needs: [ruleClause, sharesClause, priceClause, excludedClause],
  clauses: [],
  read: (situation) => {
    const { antiDilution } = situation.note.clauses.conversion.inner;
    const open = unsettled("anti-dilution", antiDilution);
    if (open) return open;
    if (antiDilution.state !== "said" || situation.scenario?.clauses.newIssue.state !== "said")
      return undefined;
    const rule = evaluate(ruleClause, situation);
    const sold = evaluate(sharesClause, situation);
    const phrase = evaluate(priceClause, situation);
    if (isWaiting(rule)) return rule;
    if (isWaiting(sold)) return sold;
    if (isWaiting(phrase)) return phrase;
    const price = priceOf(phrase, { ...situation, text: situation.scenario.tree.text });
    if (isWaiting(price)) return price;
    const before = rule === "weighted average" ? sharesBefore.read(situation) : undefined;
    if (isWaiting(before)) return before;
    const excluded = evaluate(excludedClause, situation);
    return {
      rule,
      shares: named("new shares", sold.shares),
      price: named("issue price", price),
      before,
      excluded: isWaiting(excluded) ? undefined : excluded,
    };
  },
};

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

/** The conversion price after an issue of shares: lower where they are sold below it, else as it was. */
export function afterIssue(price: Figure<"price">, issue: NewIssue): Figure<"price"> {
  const { rule, shares, price: sold, before, excluded } = issue;
  if (arithmetic.compared(sold, price) >= 0 || !arithmetic.isPositive(price)) return price;
  const adjusted =
    rule === "full ratchet" || !before
      ? arithmetic.choose("lowest", [price, sold], "lowest of price and issue price", [
          "price",
          "price of the new shares",
        ])
      : weighted(price, shares, sold, before);
  return assuming(
    adjusted,
    excluded === undefined ? undefined : "the new shares are not among the excluded issuances",
  );
}

/** CP2 = CP1 × (A + B) ÷ (A + C): B is what the money paid would have bought at the old price. */
function weighted(
  price: Figure<"price">,
  shares: Figure<"shares">,
  sold: Figure<"price">,
  before: Figure<"shares">,
): Figure<"price"> {
  const old = named("price before", price);
  const paid = named("money paid for the new shares", arithmetic.worth(shares, sold));
  const atOldPrice = named("shares at the price before", arithmetic.sharesFor(paid, old));
  const weight = arithmetic.ratio(arithmetic.plus(before, atOldPrice), arithmetic.plus(before, shares));
  return arithmetic.times(old, weight);
}
