import type { Bound, BoundInner, NoteClauses } from "../../note/bound.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { type Figure, isWaiting, named, type Result, type Waiting, waiting } from "../../quantity/figure.ts";
import { usablePrice } from "../conversion/conversion.ts";
import { formula, optional, type Situation, type Source, step } from "../engine/formula.ts";
import { caseIn } from "../inputs/clauses.ts";
import { needOf } from "../inputs/readings.ts";
import { principal } from "../inputs/sources.ts";
import { stockPrice } from "../prices/market-price.ts";
import { afterIssue, type NewIssue, newIssue } from "../prices/new-issue.ts";
import { priceOf } from "../prices/price.ts";

const source = "the note's warrants; arithmetic";

type WarrantClauses = NoteClauses["warrants"][number];

/** One grant of warrants, with what it comes to here. */
interface Grant {
  readonly name: string;
  readonly strike: Result<"price">;
  readonly shares: Result<"shares">;
  readonly cashless: boolean;
  readonly aggregate: Figure<"money"> | undefined;
}

const paths = ["shares", "strike", "coverage", "cashless", "aggregatePrice", "adjusts"].map(
  (id) => `note/warrants/${id}`,
);

const grants: Source<readonly Grant[]> = step(
  "warrants",
  { principal: optional(principal), price: optional(usablePrice), issue: newIssue },
  ({ principal: sum, price, issue }, situation) => {
    const all = situation.note.clauses.warrants;
    return all.map((one, index) =>
      grantOf(one, nameOf(one, index, all.length), { sum, price }, issue, situation),
    );
  },
  { clauses: paths },
);

function nameOf({ head }: BoundInner<Record<never, never>>, index: number, count: number): string {
  const given = head.state === "said" ? (head.meaning as { readonly name?: string }).name : undefined;
  if (given !== undefined) return `“${given}”`;
  return count > 1 ? `warrants ${index + 1}` : "warrants";
}

/** What coverage is a part of; undefined while it is open. */
interface Covered {
  readonly sum: Figure<"money"> | undefined;
  /** The conversion price. */
  readonly price: Figure<"price"> | undefined;
}

function grantOf(
  { inner }: WarrantClauses,
  name: string,
  covered: Covered,
  issue: NewIssue | undefined,
  situation: Situation,
): Grant {
  const agreed = strikeOf(inner.strike, situation);
  const rule = meaningIn(inner.adjusts, situation);
  const adjusted = isWaiting(agreed) || !issue || !rule ? agreed : afterIssue(agreed, issue, rule);
  const strike = isWaiting(adjusted) ? adjusted : named("strike price", adjusted);
  return {
    name,
    strike,
    shares: sharesOf(inner, name, agreed, covered, situation),
    cashless: meaningIn(inner.cashless, situation) ?? false,
    aggregate: meaningIn(inner.aggregatePrice, situation),
  };
}

/** What a clause of a grant says in the situation; undefined where it says nothing there. */
function meaningIn<M>(bound: Bound<M>, situation: Situation): M | undefined {
  const said = caseIn(bound, situation);
  return !isWaiting(said) && said.state === "said" ? said.meaning : undefined;
}

function strikeOf(bound: WarrantClauses["inner"]["strike"], situation: Situation): Result<"price"> {
  const said = caseIn(bound, situation);
  if (isWaiting(said)) return said;
  if (said.state !== "said") return waiting(needOf("strike price", said.state));
  const price = priceOf(said.meaning, situation);
  return isWaiting(price) ? price : named("strike price", price);
}

/** The number that is stated, else what the coverage buys at the strike price, or its part of the shares on conversion. */
function sharesOf(
  inner: WarrantClauses["inner"],
  name: string,
  strike: Result<"price">,
  { sum, price }: Covered,
  situation: Situation,
): Result<"shares"> {
  const [shares, coverage] = [caseIn(inner.shares, situation), caseIn(inner.coverage, situation)];
  if (isWaiting(shares)) return shares;
  if (isWaiting(coverage)) return coverage;
  if (shares.state === "said") return named(name, shares.meaning.shares);
  if (shares.state === "blank" || shares.state === "unread")
    return waiting(needOf("warrant shares", shares.state));
  if (coverage.state !== "said") return waiting("the number of warrant shares, or their coverage");
  const { value, tag } = coverage.meaning;
  const at = tag === "of conversion shares" ? (price ?? waiting("the conversion price")) : strike;
  if (isWaiting(at)) return at;
  if (!sum) return waiting("the clause “principal”");
  if (!arithmetic.isPositive(at)) return waiting("a strike price above zero");
  const covered = arithmetic.portion(named("coverage", value), sum);
  return named(name, arithmetic.wholeShares(arithmetic.sharesFor(covered, at)));
}

const hasWarrants = ({ note }: Situation): boolean => note.clauses.warrants.length > 0;

/** The sum over all grants of what each comes to; waits for whatever any of them does. */
function summed<K extends "shares" | "money">(
  all: readonly Grant[],
  each: (grant: Grant) => Result<K>,
): Result<K> {
  const parts = all.map(each);
  const missing: Waiting[] = parts.filter(isWaiting);
  if (missing.length > 0) return waiting(...missing.flatMap(({ waitingFor }) => waitingFor));
  const [first, ...others] = parts as Figure<K>[];
  if (!first) return waiting("the clause “warrants”");
  return others.reduce((sum, part) => arithmetic.plus(sum, part) as Figure<K>, first);
}

export const warrantShares = formula({
  id: "warrant-shares",
  label: "shares that the warrants buy",
  kind: "shares",
  topic: "warrant",
  scope: "both",
  about: {
    definition:
      "the number that is stated, else floor(coverage × P ÷ strike price), of coverage in conversion shares floor(coverage × P ÷ CP); of several grants the sum",
    rounding: "down to whole shares, each grant by itself",
    source,
  },
  applies: hasWarrants,
  headline: { rank: 1, say: (shown) => shown },
  needs: { grants },
  compute: ({ grants: all }) => summed(all, ({ shares }) => shares),
});

export const warrantCost = formula({
  id: "warrant-cost",
  label: "price of all the warrants' shares",
  kind: "money",
  topic: "warrant",
  scope: "both",
  about: { definition: "Σ warrant shares × strike price", rounding: "to cents, half up, each grant", source },
  applies: hasWarrants,
  headline: { rank: 2, say: (shown) => `${shown} to exercise` },
  needs: { grants },
  compute: ({ grants: all }) => summed(all, costOf),
});

function costOf({ name, shares, strike }: Grant): Result<"money"> {
  if (isWaiting(shares)) return shares;
  if (isWaiting(strike)) return strike;
  return named(`${name} at the strike price`, arithmetic.payable(arithmetic.worth(shares, strike)));
}

export const warrantStrike = formula({
  id: "warrant-strike",
  label: "strike price that the aggregate price implies",
  kind: "price",
  topic: "warrant",
  scope: "both",
  about: { definition: "aggregate price ÷ warrant shares", rounding: "none", source },
  applies: ({ note }) => note.clauses.warrants.some(({ inner }) => inner.aggregatePrice.state === "said"),
  needs: { grants },
  compute: ({ grants: all }) => {
    const implied = all.flatMap((grant) => impliedStrike(grant));
    const missing = implied.find(isWaiting);
    if (missing) return missing;
    const [first, ...others] = implied as Figure<"price">[];
    if (!first) return waiting("an aggregate price");
    return others.length === 0
      ? first
      : arithmetic.listed(
          first,
          others,
          first.name ?? "",
          implied.map((one) => nameIn(one)),
        );
  },
});

function impliedStrike({ name, aggregate, shares }: Grant): Result<"price">[] {
  if (!aggregate) return [];
  if (isWaiting(shares)) return [shares];
  if (!arithmetic.isPositive(shares)) return [waiting("a number of warrant shares above zero")];
  return [named(name, arithmetic.perShare(named("aggregate price", aggregate), shares))];
}

function nameIn(result: Result): string {
  return isWaiting(result) ? "" : (result.name ?? "");
}

export const warrantCoverage = formula({
  id: "warrant-coverage",
  label: "warrant coverage of the principal",
  kind: "ratio",
  topic: "warrant",
  scope: "both",
  about: { definition: "Σ warrant shares × strike price ÷ P", rounding: "none", source },
  applies: hasWarrants,
  needs: { cost: warrantCost, principal },
  compute: ({ cost, principal: sum }) =>
    arithmetic.isPositive(sum) ? arithmetic.ratio(cost, sum) : waiting("a principal above zero"),
});

export const warrantShareCoverage = formula({
  id: "warrant-share-coverage",
  label: "warrant coverage of the shares on conversion of the principal",
  kind: "ratio",
  topic: "warrant",
  scope: "both",
  about: { definition: "warrant shares ÷ (P ÷ CP)", rounding: "none", source },
  applies: (situation) => hasWarrants(situation) && situation.note.clauses.conversion.state === "said",
  needs: { shares: warrantShares, principal, price: usablePrice },
  compute: ({ shares, principal: sum, price }) => {
    const converted = named("shares on conversion of the principal", arithmetic.sharesFor(sum, price));
    return arithmetic.isPositive(converted)
      ? arithmetic.ratio(shares, converted)
      : waiting("a principal above zero");
  },
});

export const cashlessShares = formula({
  id: "cashless-shares",
  label: "shares on cashless exercise",
  kind: "shares",
  topic: "warrant",
  scope: "both",
  about: {
    definition:
      "X = floor(Y × (S − strike price) ÷ S), Y the warrant shares; none while S is not above the strike price",
    rounding: "down to whole shares, each grant by itself",
    source,
  },
  applies: ({ note }) => note.clauses.warrants.some(({ inner }) => inner.cashless.state === "said"),
  headline: { rank: 3, say: (shown) => `${shown} if exercised cashless` },
  needs: { grants, market: stockPrice },
  compute: ({ grants: all, market }) =>
    summed(
      all.filter(({ cashless }) => cashless),
      (grant) => cashlessOf(grant, market),
    ),
});

function cashlessOf({ name, shares, strike }: Grant, market: Figure<"price">): Result<"shares"> {
  if (isWaiting(shares)) return shares;
  if (isWaiting(strike)) return strike;
  const label = `${name}, cashless`;
  if (!arithmetic.isPositive(market) || arithmetic.compared(market, strike) <= 0)
    return named(
      label,
      arithmetic.nothing("shares", "the share is not worth more than the strike price", [market, strike]),
    );
  const gain = arithmetic.ratio(arithmetic.minus(market, strike), market);
  return named(label, arithmetic.wholeShares(arithmetic.times(shares, gain)));
}
