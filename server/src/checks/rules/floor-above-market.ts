import { withMeaning } from "../../finance/engine/drafts.ts";
import { evaluate, type Situation, varied } from "../../finance/engine/formula.ts";
import { caseIn } from "../../finance/inputs/clauses.ts";
import { conversionPrice } from "../../finance/prices/conversion-price.ts";
import { marketPrice } from "../../finance/prices/market-price.ts";
import { compared } from "../../quantity/arithmetic.ts";
import { isWaiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { exampleMarket, type Finding, rule, type Subject } from "../rule.ts";

const rows = ["2024-07-01  $0.0021", "2024-07-02  $0.0020", "2024-07-03  $0.0019"];
const example = (floor: string): string => exampleMarket(rows, "July 5, 2024").replace("$0.0005", floor);

export const floorAboveMarket = rule({
  code: "floor-above-market",
  severity: "warning",
  title: "The floor is above the market price",
  why: "A floor keeps the price from following the market too far down. One that lies above the market from the start is the price itself: every share costs more by conversion than on the exchange. Most often a zero is missing, or a split has changed the one and not the other.",
  repair: "Correct the floor, or the prices of the market.",
  bad: example("$0.005"),
  good: example("$0.0005"),
  find: (subject) => {
    const { floor } = subject.note.clauses.conversion.inner;
    if (floor.state !== "said") return [];
    const found = [subject.alone, ...subject.played].map((situation) => judged(situation));
    const known = found.filter((one) => one !== "unknown");
    const [first] = known;
    return first && known.every((one) => one !== "below") && first !== "below"
      ? [{ span: floor.span, message: first, related: relatedTo(subject) }]
      : [];
  },
});

/** What is wrong in one situation; whether the floor is below the market there, or nothing is known. */
function judged(situation: Situation): string | "below" | "unknown" {
  const { price: clause, floor: stated } = situation.note.clauses.conversion.inner;
  const floor = caseIn(stated, situation);
  const price = evaluate(conversionPrice, situation);
  const market = evaluate(marketPrice, situation);
  if (isWaiting(price) || isWaiting(market) || isWaiting(floor)) return "unknown";
  if (clause.state !== "said" || floor.state !== "said") return "unknown";
  const ofFloor = evaluate(
    conversionPrice,
    varied(situation, {
      note: withMeaning(
        situation.note,
        "note/conversion/price",
        { ...clause, condition: undefined, cases: [], gaps: [] },
        floor.meaning,
      ),
    }),
  );
  if (isWaiting(ofFloor) || compared(price, ofFloor) !== 0 || compared(price, market) <= 0) return "below";
  const where = situation.scenario ? `in “${situation.scenario.name}”` : "on the day of the valuation";
  return `The market price ${where} is ${show(market)}, and the floor of ${show(price)} is above it: every share costs more by conversion than on the exchange. Correct the floor, or the prices of the market.`;
}

function relatedTo({ note }: Subject): NonNullable<Finding["related"]> {
  const { price } = note.clauses.conversion.inner;
  return price.clause ? [{ message: "The price that the floor replaces.", span: price.clause.name }] : [];
}
