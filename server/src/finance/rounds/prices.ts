import * as arithmetic from "../../quantity/arithmetic.ts";
import { type Figure, isWaiting, named, type Waiting, waiting } from "../../quantity/figure.ts";
import { evaluate, formula, optional, type Situation, type Source, step } from "../engine/formula.ts";
import { inEach, onceAmong, together } from "../engine/together.ts";
import { capPriceAlone, cappedWay, priceOver } from "./cap.ts";
import { amountInRound, convertsInRound, financing, qualified, roundSource } from "./qualified.ts";
import { roundName, roundWay } from "./round-way.ts";
import { type Holding, solvedFor, type Way } from "./system.ts";
import {
  bringsPool,
  capShares,
  discount,
  financingPrice,
  sharesBefore,
  statedCapPrice,
  valuationCap,
} from "./terms.ts";

/** Every way in which the note may convert; a cap competes with the round's own price where there is no discount. */
const ways: Source<readonly Way[]> = step(
  "conversion prices in the round",
  {
    discount,
    cap: valuationCap,
    stated: financingPrice,
    worked: statedCapPrice,
    round: optional(roundWay),
    shares: optional(capShares),
    before: optional(sharesBefore),
  },
  ({ discount: part, cap, stated, worked }, situation) => {
    const round = part || cap || worked || !stated ? evaluate(roundWay, situation) : undefined;
    if (isWaiting(round)) return round;
    const discounted = round && part ? discountedWay(round, part) : round;
    if (isWaiting(discounted)) return discounted;
    const limit = cap && cappedWay(cap, situation);
    if (isWaiting(limit)) return limit;
    return [
      ...(discounted ? [discounted] : []),
      ...(limit ? [limit] : worked ? [{ label: "cap price as stated", price: worked }] : []),
      ...(stated ? [{ label: "financing price", price: stated }] : []),
    ];
  },
);

const belowWhole = waiting("a discount below 100 %");

function discountedWay(round: Way, part: Figure<"ratio">): Way | Waiting {
  const label = "discount price";
  if (arithmetic.compared(part, arithmetic.oneWhole) >= 0) return belowWhole;
  if ("valuation" in round && !arithmetic.isPositive(round.valuation))
    return waiting("a pre-money valuation above zero");
  return "price" in round
    ? { label, price: named(label, arithmetic.reduced(round.price, part)) }
    : { ...round, label, valuation: arithmetic.reduced(round.valuation, part) };
}

const holding: Source<Holding> = step(
  "what the note converts",
  { amount: amountInRound, ways },
  ({ amount, ways: all }, { note }) => ({ name: note.name, amount, ways: all }),
);

/** The situations of the notes that become shares in the round. */
export function converting(situation: Situation): readonly Situation[] {
  return convertingAmong(together(situation), undefined);
}

const convertingAmong = onceAmong((situations) =>
  situations.filter(convertsInRound).filter((one) => !isWaiting(evaluate(qualified, one))),
);

/** All shares before the new money, where the price of a note or of the round depends on them. */
export const roundCapitalization = formula({
  id: "round-capitalization",
  label: "capitalization with the converted notes",
  kind: "shares",
  topic: "financing",
  scope: "scenario",
  about: {
    definition:
      "T = (capitalization + fixed shares) ÷ (1 − Σ parts): a note that converts under a post-money cap takes the part amount ÷ cap of T, one that converts at a discount from a round priced by its pre-money valuation the part amount ÷ (pre-money × (1 − discount)), and any other the fixed shares amount ÷ price; solved for all notes at once",
    rounding: "none: fractions of shares count here",
    source: roundSource,
  },
  applies: (situation) => convertsInRound(situation) && (bringsPool(situation) || restsOnNotes(situation)),
  needs: {
    before: sharesBefore,
    holdings: step(
      "what the notes convert",
      { own: holding, qualified: optional(qualified) },
      (_, situation) => inEach(holding, converting(situation)),
    ),
  },
  compute: ({ before, holdings }) => solvedFor(before, holdings),
});

function restsOnNotes(situation: Situation): boolean {
  const own = evaluate(holding, situation);
  const round = evaluate(roundWay, situation);
  const all = [...(isWaiting(own) ? [] : own.ways), ...(isWaiting(round) ? [] : [round])];
  return all.some((way) => "valuation" in way);
}

/** The price of a way once it is known how many shares there are. */
function priceBy(way: Way, situation: Situation): Figure<"price"> | ReturnType<typeof waiting> {
  if ("price" in way) return way.price;
  const all = evaluate(roundCapitalization, situation);
  return isWaiting(all) ? all : priceOver(way, all);
}

export const priceOfRound = formula({
  id: "price-of-round",
  label: roundName,
  kind: "price",
  topic: "financing",
  scope: "scenario",
  about: {
    definition:
      "as the scenario states it, else pre-money ÷ T, or pre-money ÷ capitalization where the valuation is read not to count the notes",
    rounding: "none",
    source: "the scenario's round",
  },
  applies: convertsInRound,
  needs: { way: roundWay, all: optional(roundCapitalization) },
  compute: ({ way }, situation) => priceBy(way, situation),
});

export const discountPrice = formula({
  id: "discount-price",
  label: "discount price",
  kind: "price",
  topic: "financing",
  scope: "scenario",
  about: {
    definition: "price per share of the round × (1 − discount)",
    rounding: "none",
    source: roundSource,
  },
  applies: (situation) => convertsInRound(situation) && financing(situation).discount.state === "said",
  needs: {
    round: priceOfRound,
    part: step("discount", { discount }, ({ discount: part }) => part ?? waiting("the clause “discount”")),
  },
  compute: ({ round, part }) =>
    arithmetic.isPositive(arithmetic.complement(part)) ? arithmetic.reduced(round, part) : belowWhole,
});

export const capPrice = formula({
  id: "cap-price",
  label: "cap price",
  kind: "price",
  topic: "financing",
  scope: "scenario",
  about: {
    definition:
      "valuation cap ÷ capitalization; of a post-money cap ÷ T, the capitalization with the converted notes",
    rounding: "none",
    source: roundSource,
  },
  applies: (situation) => convertsInRound(situation) && financing(situation).valuationCap.state === "said",
  needs: {
    cap: step(
      "valuation cap",
      { valuationCap },
      ({ valuationCap: cap }) => cap ?? waiting("the clause “valuation cap”"),
    ),
    shares: capShares,
    all: optional(roundCapitalization),
  },
  compute: ({ cap }, situation) => {
    const way = cappedWay(cap, situation);
    return isWaiting(way) ? way : priceBy(way, situation);
  },
});

/** What the words “cap price” stand for in another clause: in a round its own cap price, else what the cap gives alone. */
export const capPriceHere: Source<Figure<"price">> = step(
  "cap price",
  { inRound: optional(capPrice), alone: optional(capPriceAlone) },
  (_, situation) => evaluate(convertsInRound(situation) ? capPrice : capPriceAlone, situation),
);

/** The lowest of all the prices that the note offers, the others on record. */
export const roundPrice = formula({
  id: "round-price",
  label: "conversion price in the round",
  kind: "price",
  topic: "financing",
  scope: "scenario",
  about: {
    definition:
      "CP = min(discount price, cap price, financing price), of those that the note has; without a discount the price per share of the round stands in its place beside a cap",
    rounding: "none",
    source: roundSource,
  },
  headline: { rank: 1, say: (shown) => `${shown} a share in the round` },
  applies: convertsInRound,
  needs: {
    qualified,
    ways,
    round: optional(priceOfRound),
    discounted: optional(discountPrice),
    capped: optional(capPrice),
  },
  compute: ({ ways: all }, situation) => {
    const priced = all.map((way) => {
      const worked = [discountPrice, capPrice, priceOfRound].find(({ label }) => label === way.label);
      return worked ? evaluate(worked, situation) : priceBy(way, situation);
    });
    const missing = priced.filter(isWaiting);
    if (missing.length > 0) return waiting(...missing.flatMap(({ waitingFor }) => waitingFor));
    const prices = priced as Figure<"price">[];
    const [only] = prices;
    if (only && prices.length === 1) return only;
    return arithmetic.choose(
      "lowest",
      prices,
      "lowest of",
      all.map(({ label }) => label),
    );
  },
});
