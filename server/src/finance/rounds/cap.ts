import { pricesIn } from "../../note/price-parts.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import {
  assuming,
  type Figure,
  isWaiting,
  named,
  type Result,
  type Waiting,
  waiting,
} from "../../quantity/figure.ts";
import { evaluate, optional, type Situation, type Source, step } from "../engine/formula.ts";
import { onceAmong, together } from "../engine/together.ts";
import { isSaidIn } from "../inputs/clauses.ts";
import { priceOf } from "../prices/price.ts";
import { owed } from "./owed.ts";
import { type Holding, solvedFor, type Way } from "./system.ts";
import { type Cap, capShares, sharesBefore, statedCapPrice, usable, valuationCap } from "./terms.ts";

/** The way of a valuation cap: a price where it is pre-money, else a valuation over all shares with the notes. */
export function cappedWay({ value, basis }: Cap, situation: Situation): ReturnType<Source<Way>["read"]> {
  const label = "cap price";
  const shares = evaluate(capShares, situation);
  if (isWaiting(shares)) return shares;
  if (basis === "pre-money") return { label, price: named(label, arithmetic.perShare(value, shares)) };
  const before = evaluate(sharesBefore, situation);
  if (isWaiting(before)) return before;
  const same = arithmetic.compared(shares, before) === 0;
  return { label, valuation: value, more: same ? undefined : arithmetic.minus(shares, before) };
}

/** The price of a way that is a valuation, where all shares with the converted notes are so many. */
export function priceOver(way: Extract<Way, { valuation: unknown }>, all: Figure<"shares">): Figure<"price"> {
  return arithmetic.perShare(way.valuation, way.more ? arithmetic.plus(all, way.more) : all);
}

/**
 * The price of the valuation cap where no round is played: in a sale, or at maturity. A post-money cap counts the
 * shares of every note beside it that converts in the sale, solved for all of them at once.
 */
export const capPriceAlone: Source<Figure<"price">> = step(
  "cap price",
  {
    cap: valuationCap,
    stated: statedCapPrice,
    shares: optional(capShares),
    before: optional(sharesBefore),
    amount: optional(owed),
  },
  ({ cap, stated }, situation) => {
    if (!cap) return stated ?? waiting("a “valuation cap” or a “cap price” in the clause on the financing");
    const way = cappedWay(cap, situation);
    if (isWaiting(way)) return way;
    if ("price" in way) return way.price;
    const list = together(situation);
    const among = convertsInSale(situation) ? holdingsInSale(list, undefined) : holdingAlone(situation, way);
    if (isWaiting(among)) return among;
    const before = evaluate(sharesBefore, situation);
    if (isWaiting(before)) return before;
    const all = solvedFor(before, among);
    if (isWaiting(all)) return all;
    const price = priceOver(way, named("capitalization with the converted notes", all));
    return assuming(
      named("cap price", price),
      among.length > 1
        ? "the other notes that may convert when control changes are taken to convert too"
        : undefined,
    );
  },
);

/** Whether the note may convert when control changes. */
function convertsInSale(situation: Situation): boolean {
  return isSaidIn(situation.note.clauses.changeOfControl.inner.convertsAt, situation);
}

/** What the notes convert of which control changes, worked out once for all of them. */
const holdingsInSale = onceAmong((situations): readonly Holding[] | Waiting => {
  const holdings = situations.filter(convertsInSale).map((one) => holdingIn(one, undefined));
  const missing = holdings.filter(isWaiting);
  if (missing.length > 0) return waiting(...missing.flatMap(({ waitingFor }) => waitingFor));
  return holdings.flatMap((one) => (isWaiting(one) ? [] : [one]));
});

function holdingAlone(situation: Situation, way: Way): readonly Holding[] | Waiting {
  const own = holdingIn(situation, way);
  return isWaiting(own) ? own : [own];
}

function holdingIn(situation: Situation, own: Way | undefined): Holding | ReturnType<typeof waiting> {
  const amount = evaluate(owed, situation);
  if (isWaiting(amount)) return amount;
  const way = own ?? wayInSale(situation);
  return isWaiting(way) ? way : { name: situation.note.name, amount, ways: [way] };
}

function wayInSale(situation: Situation): Way | ReturnType<typeof waiting> {
  const { convertsAt } = situation.note.clauses.changeOfControl.inner;
  if (convertsAt.state !== "said") return waiting("a price at which the note converts");
  const capped = pricesIn(convertsAt.meaning).some(({ kind }) => kind === "cap price");
  const cap = capped ? evaluate(valuationCap, situation) : undefined;
  if (isWaiting(cap)) return cap;
  if (cap) return cappedWay(cap, situation);
  const price: Result<"price"> = usable(
    priceOf(convertsAt.meaning, situation),
    "price at which the note converts",
  );
  return isWaiting(price) ? price : { label: "converts at", price };
}
