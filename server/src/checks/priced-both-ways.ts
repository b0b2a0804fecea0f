import type { PriceMeaning } from "../catalog/value.ts";
import { conversionShares } from "../finance/conversion/conversion.ts";
import { withMeaning } from "../finance/engine/drafts.ts";
import { evaluate, type Situation, varied } from "../finance/engine/formula.ts";
import { conversionValue } from "../finance/money/returns.ts";
import { conversionPrice } from "../finance/prices/conversion-price.ts";
import type { BoundNote, BoundTerm } from "../note/bound.ts";
import { compared, minus } from "../quantity/arithmetic.ts";
import { isWaiting } from "../quantity/figure.ts";
import { show } from "../quantity/format.ts";
import { pricesUsed } from "./prices.ts";
import type { Subject } from "./rule.ts";

/**
 * What turns on one part of the conversion price in shares and in money, as a sentence with a space before it: the part
 * as it is read, and as another price. It is worked out in the first situation that has both; nothing is said where none
 * has, and of parts of other prices.
 */
export function pricedBothWays(subject: Subject, part: PriceMeaning, other: PriceMeaning): string {
  const { alone, played } = subject;
  if (!pricesUsed(subject).includes(part)) return "";
  for (const situation of [alone, ...played]) {
    const words = difference(situation, reworded(situation, part, other));
    if (words) return ` ${words}`;
  }
  return "";
}

function difference(situation: Situation, otherwise: Situation): string | undefined {
  const prices = [situation, otherwise].map((one) => evaluate(conversionPrice, one));
  const shares = [situation, otherwise].map((one) => evaluate(conversionShares, one));
  const [price, otherPrice] = prices;
  const [count, otherCount] = shares;
  if (!price || !otherPrice || !count || !otherCount) return undefined;
  if (isWaiting(price) || isWaiting(otherPrice) || isWaiting(count) || isWaiting(otherCount))
    return undefined;
  const where = situation.scenario ? `In “${situation.scenario.name}”` : "On the day of the valuation";
  if (compared(price, otherPrice) === 0) return `${where} both come to ${show(price)} a share.`;
  const value = evaluate(conversionValue, situation);
  const otherValue = evaluate(conversionValue, otherwise);
  const gap = isWaiting(value) || isWaiting(otherValue) ? undefined : minus(otherValue, value);
  const money = gap ? `, ${show(gap).replace("−", "")} of market value between them` : "";
  return `${where} the first gives ${show(count)} at ${show(price)}, the second ${show(otherCount)} at ${show(otherPrice)}${money}.`;
}

/** The situation with one part of the note's prices, or of the terms they use, as another price. */
export function reworded(situation: Situation, part: PriceMeaning, other: PriceMeaning): Situation {
  const terms = new Map(
    [...situation.terms].map(([name, term]) => [name, rewordedTerm(term, part, other)] as const),
  );
  return varied(situation, { note: rewordedNote(situation.note, part, other), terms });
}

function rewordedNote(note: BoundNote, part: PriceMeaning, other: PriceMeaning): BoundNote {
  const { price, floor, ceiling } = note.clauses.conversion.inner;
  return Object.entries({ price, floor, ceiling }).reduce((changed, [id, bound]) => {
    if (bound.state !== "said") return changed;
    const cases = bound.cases.map((one) => ({ ...one, meaning: replaced(one.meaning, part, other) }));
    const meaning = replaced(bound.meaning, part, other);
    return withMeaning(changed, `note/conversion/${id}`, { ...bound, cases }, meaning);
  }, note);
}

function rewordedTerm(term: BoundTerm, part: PriceMeaning, other: PriceMeaning): BoundTerm {
  const { definition } = term;
  if (definition.state !== "said" || definition.meaning.kind !== "price") return term;
  const price = replaced(definition.meaning.price, part, other);
  if (price === definition.meaning.price) return term;
  return { ...term, definition: { ...definition, meaning: { kind: "price", price } } };
}

function replaced(price: PriceMeaning, part: PriceMeaning, other: PriceMeaning): PriceMeaning {
  if (price === part) return other;
  switch (price.kind) {
    case "best":
      return {
        ...price,
        alternatives: price.alternatives.map((alternative) => replaced(alternative, part, other)),
      };
    case "percent of":
      return { ...price, of: replaced(price.of, part, other) };
    case "adjusted":
    case "rounded":
      return { ...price, base: replaced(price.base, part, other) };
    default:
      return price;
  }
}
