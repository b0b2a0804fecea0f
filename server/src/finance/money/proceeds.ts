import { counted } from "../../base/words.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { type Figure, isWaiting, named, type Result, waiting } from "../../quantity/figure.ts";
import { evaluate, type Formula, formula, type Situation, type Source } from "../engine/formula.ts";
import { figureSource, restingOn } from "../inputs/clauses.ts";
import { discountFor, type PriceTerms, priceClauses, priceFor, priceTerms } from "../inputs/discount.ts";
import { paidOver, principal } from "../inputs/sources.ts";
import { inTranches, type Tranche, tranchePrices, tranchesAgreed, tranchesPaid } from "../inputs/tranches.ts";

const source = "the note: what is lent, what is paid for it, and what is held back";

type Clauses = Situation["note"]["clauses"];

/** Whether a note, or one of its tranches, says anything of its price, its discount or its fees. */
function mentions(
  clauses: Clauses,
  isMeant: (one: Pick<Clauses, "purchasePrice" | "originalIssueDiscount" | "fees">) => boolean,
): boolean {
  return isMeant(clauses) || clauses.tranche.some(({ inner }) => isMeant(inner));
}

export function saysPrice({ note }: Situation): boolean {
  return mentions(
    note.clauses,
    ({ purchasePrice: price, originalIssueDiscount: discount, fees }) =>
      price.state === "said" || discount.state === "said" || fees.length > 0,
  );
}

function isDiscounted({ note }: Situation): boolean {
  return mentions(
    note.clauses,
    ({ purchasePrice: price, originalIssueDiscount: discount }) =>
      price.state === "said" || discount.state === "said",
  );
}

const terms: Source<PriceTerms> = {
  label: "purchase price",
  needs: [],
  ...priceClauses,
  clauses: [...priceClauses.clauses, ...tranchePrices],
  read: priceTerms,
};

/**
 * Whether the price is the whole note's alone: stated as a sum, with every tranche silent on its own and all of the
 * principal paid over, by whichever of the tranches.
 */
export function pricedAsAWhole(situation: Situation): boolean {
  const { note } = situation;
  const { purchasePrice: price, originalIssueDiscount: discount, tranche } = note.clauses;
  const stated =
    price.state === "said" || (discount.state === "said" && discount.meaning.value.kind === "sum");
  return (
    stated &&
    (tranche.every(({ inner }) => inner.unfunded.state !== "said") || isPaidInFull(situation)) &&
    tranche.every(
      ({ inner }) =>
        inner.purchasePrice.state === "absent" &&
        inner.originalIssueDiscount.state === "absent" &&
        inner.fees.length === 0,
    )
  );
}

/** Whether the tranches that are paid over come to the principal that the note states. */
function isPaidInFull(situation: Situation): boolean {
  const stated = situation.note.clauses.principal;
  if (stated.state !== "said") return false;
  const paid = sumOver(tranchesPaid(situation), principal, "principal of");
  return !isWaiting(paid) && arithmetic.compared(paid, stated.meaning) === 0;
}

/** The sum of what a formula comes to for each tranche that is paid over. */
function overTranches(of: Formula<"money">, what: string, situation: Situation): Result<"money"> {
  const tranches = paidOver(situation);
  if (isWaiting(tranches)) return tranches;
  return sumOver(tranches, of, what);
}

function sumOver(tranches: readonly Tranche[], of: Source<Figure<"money">>, what: string): Result<"money"> {
  const parts = tranches.map(({ name, situation }) => {
    const part = evaluate(of, situation);
    return isWaiting(part) ? part : named(`${what} ${name}`, part);
  });
  const missing = parts.filter(isWaiting);
  if (missing.length > 0) return waiting(...missing.flatMap(({ waitingFor }) => waitingFor));
  const [first, ...others] = parts as Figure<"money">[];
  return first
    ? others.reduce((sum, part) => arithmetic.plus(sum, part), first)
    : waiting("a tranche that is paid over");
}

/** The tranches that have a principal, or a price that gives one. */
function sizedTranches(situation: Situation): readonly Tranche[] {
  if (situation.note.clauses.tranche.length === 0) return [];
  return tranchesAgreed(situation).filter(
    ({ bound: { inner } }) => inner.principal.state !== "absent" || inner.purchasePrice.state !== "absent",
  );
}

const tranchesTotal = formula({
  id: "tranches-total",
  label: "principal of all tranches",
  kind: "money",
  topic: "proceeds",
  scope: "note",
  day: "issue",
  about: {
    definition: "the sum of the tranches' principals, also of those that were never paid over",
    rounding: "none",
    source,
  },
  applies: (situation) => sizedTranches(situation).length > 0,
  needs: { terms, principal },
  compute: (_, situation) => sumOver(sizedTranches(situation), principal, "principal of"),
});

const trancheCount: Source<string> = {
  label: "tranches",
  needs: [],
  clauses: ["note/tranche/unfunded"],
  read: (situation) => {
    const [all, paid] = [tranchesAgreed(situation).length, tranchesPaid(situation).length];
    return all === paid ? `in ${counted(all, "tranche")}` : `in ${paid} of ${counted(all, "tranche")}`;
  },
};

const fundedPrincipal = formula({
  id: "funded-principal",
  label: "principal paid over",
  kind: "money",
  topic: "proceeds",
  scope: "both",
  day: "issue",
  about: {
    definition:
      "the sum of the principals of the tranches that are paid over, in a scenario by its day; it alone bears interest",
    rounding: "none",
    source,
  },
  headline: { rank: 0, say: (shown, textOf) => `${shown} paid over ${textOf(trancheCount) ?? ""}` },
  applies: inTranches,
  needs: { terms, principal },
  compute: ({ principal: lent }) => lent,
});

export const purchasePrice: Formula<"money"> = formula({
  id: "purchase-price",
  label: "price paid",
  kind: "money",
  topic: "proceeds",
  scope: "note",
  day: "issue",
  about: {
    definition:
      "as stated, else P − discount − fees included in P; a discount of d per cent of the price makes it (P − fees) ÷ (1 + d); of tranches the sum of theirs",
    rounding: "to cents, half up, once",
    source,
  },
  headline: { rank: 1, say: (shown) => `${shown} paid` },
  applies: saysPrice,
  needs: { principal, terms },
  compute: ({ principal: lent, terms: said }, situation) =>
    inTranches(situation) && !pricedAsAWhole(situation)
      ? overTranches(purchasePrice, "price of", situation)
      : priceFor(lent, said),
});

export const originalIssueDiscount: Formula<"money"> = formula({
  id: "original-issue-discount",
  label: "discount in money",
  kind: "money",
  topic: "proceeds",
  scope: "note",
  day: "issue",
  about: {
    definition: "as stated, else P − price − fees included in P; of tranches the sum of theirs",
    rounding: "to cents, half up, once",
    source,
  },
  headline: { rank: 2, say: (shown) => `discount ${shown}` },
  applies: isDiscounted,
  needs: { principal, terms, price: purchasePrice },
  compute: ({ principal: lent, terms: said, price }, situation) =>
    inTranches(situation) && !pricedAsAWhole(situation)
      ? overTranches(originalIssueDiscount, "discount of", situation)
      : discountFor(lent, price, said),
});

const discountOfFace = formula({
  id: "oid-of-face",
  label: "discount as a part of the principal",
  kind: "ratio",
  topic: "proceeds",
  scope: "note",
  day: "issue",
  about: { definition: "discount ÷ P", rounding: "none", source: "arithmetic" },
  headline: { rank: 3, say: (shown) => `${shown} of principal` },
  applies: isDiscounted,
  needs: { discount: originalIssueDiscount, principal },
  compute: ({ discount, principal: lent }) => partOf(discount, lent),
});

const discountOfPrice = formula({
  id: "oid-of-price",
  label: "discount as a part of the price",
  kind: "ratio",
  topic: "proceeds",
  scope: "note",
  day: "issue",
  about: { definition: "discount ÷ price", rounding: "none", source: "arithmetic" },
  headline: { rank: 4, say: (shown) => `${shown} of price` },
  applies: isDiscounted,
  needs: { discount: originalIssueDiscount, price: purchasePrice },
  compute: ({ discount, price }) => partOf(discount, price),
});

function partOf(part: Figure<"money">, whole: Figure<"money">): Result<"ratio"> {
  return arithmetic.isPositive(whole) ? arithmetic.ratio(part, whole) : waiting("a sum above zero");
}

const statedProceeds = figureSource("note/proceeds", ({ note }) => note.clauses.proceeds);

export const netProceeds: Formula<"money"> = formula({
  id: "net-proceeds",
  label: "paid out to the issuer",
  kind: "money",
  topic: "proceeds",
  scope: "note",
  day: "issue",
  about: {
    definition: "price − fees taken off it; where neither is said, as stated; of tranches the sum of theirs",
    rounding: "none: its parts are in cents",
    source,
  },
  headline: { rank: 5, say: (shown) => `${shown} net` },
  applies: (situation) => saysPrice(situation) || situation.note.clauses.proceeds.state === "said",
  needs: {
    terms,
    price: purchasePrice,
    stated: restingOn("note/proceeds"),
  },
  compute: ({ terms: { deductedFees }, price }, situation) => {
    if (!saysPrice(situation) && situation.note.clauses.proceeds.state === "said")
      return evaluate(statedProceeds, situation);
    const paid =
      inTranches(situation) && !pricedAsAWhole(situation)
        ? overTranches(netProceeds, "net of", situation)
        : price;
    return isWaiting(paid) || !deductedFees ? paid : arithmetic.minus(paid, deductedFees);
  },
});

/** What is paid in, in the order in which figures are shown. */
export const proceedsFormulas: readonly Formula[] = [
  tranchesTotal,
  fundedPrincipal,
  purchasePrice,
  originalIssueDiscount,
  discountOfFace,
  discountOfPrice,
  netProceeds,
];
