import type { Fix } from "../../base/problem.ts";
import { capitalized } from "../../base/words.ts";
import type { BestPrice, PriceMeaning } from "../../catalog/value.ts";
import type { Situation } from "../../finance/engine/formula.ts";
import type { Bound, BoundNote } from "../../note/bound.ts";
import { pricesIn } from "../../note/price-parts.ts";
import { beside, statementsOf } from "../../note/statements.ts";
import { addition } from "../edits.ts";
import { fixedPriceOf, meaningOfTerm, settledAtIssue } from "../prices.ts";
import { exampleConversion, exampleNote, type Finding, rule } from "../rule.ts";

const words = "lowest of {\n  85% of average of VWAP over prior 5 trading days\n  $0.003\n}";

export const noFloorPrice = rule({
  code: "no-floor-price",
  severity: "warning",
  title: "The conversion price has no floor",
  why: "A price that follows the market down has no lowest value, so the number of shares has no highest one: at half the price twice the shares are issued. A fixed price inside “lowest of” does not help; it is a ceiling on the price, because a lower alternative always wins.",
  repair:
    "Agree on a floor with the clause `floor`, or put on record that none is meant: `floor none`, or with a reason `allow no-floor-price because “…”`.",
  bad: exampleNote(exampleConversion({ price: words, floor: undefined })),
  good: exampleNote(exampleConversion({ price: words, floor: "$0.0005" })),
  find: ({ note, alone }) => {
    const { price, floor } = note.clauses.conversion.inner;
    const falling = statementsOf(price).filter(({ meaning }) => followsMarketDown(meaning, alone));
    const bare = falling.filter((stated) => beside(floor, stated).state === "absent");
    const [main, ...others] = bare;
    if (!main) return falling.flatMap((stated) => movingFloor(beside(floor, stated), alone)).slice(0, 1);
    const ceiling = fixedCeiling(main.meaning, alone);
    const when = main.condition ? `${capitalized(main.condition.text)} the` : "The";
    const trap = ceiling
      ? " The fixed alternative is a ceiling on the price, not a floor: a lower alternative always wins over it."
      : "";
    return [
      {
        span: main.clause.name,
        message: `${when} conversion price follows the market down without a floor, so the number of shares has no upper bound.${trap} Agree on a “floor”, or put on record that none is meant.`,
        related: [
          ...(ceiling ? [{ message: "The fixed alternative: a ceiling.", span: ceiling.span }] : []),
          ...others.map((other) => ({ message: "This price has no floor either.", span: other.clause.name })),
        ],
        fixes: statements(note),
      },
    ];
  },
});

/** The clause with a sum that is still to be agreed, and the one that says there is none. */
function statements({ clauses, tree }: BoundNote): Fix[] {
  const block = clauses.conversion.clause?.block;
  if (!block || clauses.conversion.inner.floor.state !== "absent") return [];
  return [
    ["Leave a blank for a floor", "floor $[ ]"],
    ["State that there is none: “floor none”", "floor none"],
  ].map(([title = "", clause = ""]) => ({ title, edits: [addition(clause, block, tree.text)] }));
}

function movingFloor(floor: Bound<PriceMeaning>, alone: Situation): Finding[] {
  if (floor.state !== "said" || !followsMarketDown(floor.meaning, alone)) return [];
  const message =
    "The floor follows the market down itself, so the price still has no lowest value and the number of shares no upper bound. Agree on a fixed floor, or put on record that none is meant.";
  return [{ span: floor.span, message }];
}

/** Whether the price can come as near to zero as the market does. `known` has the answer for terms. */
function followsMarketDown(
  price: PriceMeaning,
  situation: Situation,
  known = new Map<string, boolean>(),
): boolean {
  const follows = (part: PriceMeaning): boolean => followsMarketDown(part, situation, known);
  switch (price.kind) {
    case "best":
      return price.pick === "lowest" ? price.alternatives.some(follows) : price.alternatives.every(follows);
    case "percent of":
      return follows(price.of);
    case "adjusted":
      return follows(price.base) && !(price.sign === "plus" && price.by.kind === "money");
    case "rounded":
      return price.way !== "up" && follows(price.base);
    case "average":
    case "rolling":
    case "extreme":
      return !settledAtIssue(price.window.anchor, situation);
    case "quote":
      return !settledAtIssue(price.day.anchor, situation);
    case "money":
    case "conversion price":
    case "cap price":
      return false;
    case "term": {
      const name = price.name.toLowerCase();
      const meaning = meaningOfTerm(price, situation);
      if (!known.has(name)) {
        known.set(name, false);
        known.set(name, meaning !== undefined && followsMarketDown(meaning, situation, known));
      }
      return known.get(name) === true;
    }
  }
}

function fixedCeiling(price: PriceMeaning, situation: Situation): PriceMeaning | undefined {
  const lowest = pricesIn(price).find(
    (part): part is BestPrice => part.kind === "best" && part.pick === "lowest",
  );
  return lowest?.alternatives.find((alternative) => fixedPriceOf(alternative, situation) !== undefined);
}
