import { onOneLine } from "../../base/words.ts";
import type { BestPrice, PriceMeaning } from "../../catalog/value.ts";
import type { Situation } from "../../finance/engine/formula.ts";
import type { Exact } from "../../quantity/exact.ts";
import * as exact from "../../quantity/exact.ts";
import { showPrice } from "../../quantity/format.ts";
import { alternativeRemoval } from "../edits.ts";
import { fixedPriceOf, ofKind, pricesStated } from "../prices.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";
import { scaled } from "../same-price.ts";

const choice = (...alternatives: readonly string[]): string =>
  exampleNote(exampleConversion({ price: `lowest of {\n  ${alternatives.join("\n  ")}\n}` }));

export const alternativeNeverWins = rule({
  code: "alternative-never-wins",
  severity: "warning",
  title: "An alternative that can never decide the price",
  why: "Of two fixed prices, or of two percentages of one market price, the same one wins whatever the market does. The other looks like a term of the deal and is none.",
  repair:
    "Take the alternative out, or correct it. If the higher one was meant to win, the choice is `highest of`.",
  bad: choice("85% of VWAP on prior trading day", "$0.003", "$0.005"),
  good: choice("85% of VWAP on prior trading day", "$0.003"),
  find: (subject) =>
    ofKind(pricesStated(subject), "best").flatMap((part) => {
      const { tree } = part;
      const words = ({ span }: PriceMeaning): string => onOneLine(tree.text.slice(span.start, span.end));
      return losers(part, subject.alone).map(({ loser, winner, index, is, example }) => ({
        span: loser.span,
        tree,
        message: `“${words(loser)}” never decides the price: “${words(winner)}” ${is} whatever the market does${example}. Take it out, or correct the one that is wrong.`,
        related: [{ message: "This alternative always wins over it.", span: winner.span, tree }],
        fixes: alternativeRemoval(part, index, tree.text),
      }));
    }),
});

interface Loser {
  readonly loser: PriceMeaning;
  readonly winner: PriceMeaning;
  readonly index: number;
  /** How the winner stands to it. */
  readonly is: string;
  /** What the two come to at a market price, where it is the market that moves both. */
  readonly example: string;
}

/** Each alternative that another beats in every market, with the strongest of those. */
function losers(part: BestPrice, situation: Situation): Loser[] {
  const sign = part.pick === "lowest" ? 1 : -1;
  const measured = part.alternatives.map((alternative) => ({
    alternative,
    ...comparable(alternative, situation),
  }));
  return measured.flatMap(({ alternative, of, factor }, index) => {
    const rivals = measured.filter(
      (other) => other.of === of && sign * exact.compare(other.factor, factor) < 0,
    );
    const [winner] = rivals.sort((a, b) => sign * exact.compare(a.factor, b.factor));
    if (!winner) return bounded(alternative, index, measured, part.pick, situation);
    const priced = (at: Exact): string => showPrice(at, situation.note.currency);
    const example =
      of === "money"
        ? ""
        : ` (at a market price of ${priced(exact.one)} the first is ${priced(factor)}, the second ${priced(winner.factor)})`;
    return [
      {
        loser: alternative,
        winner: winner.alternative,
        index,
        is: sign > 0 ? "is lower" : "is higher",
        example,
      },
    ];
  });
}

/** A choice the other way with a fixed price in it, which is then never on the winning side of another fixed price. */
function bounded(
  alternative: PriceMeaning,
  index: number,
  others: readonly { readonly alternative: PriceMeaning; readonly of: string; readonly factor: Exact }[],
  pick: BestPrice["pick"],
  situation: Situation,
): Loser[] {
  if (alternative.kind !== "best" || alternative.pick === pick) return [];
  const sign = pick === "lowest" ? 1 : -1;
  const bounds = alternative.alternatives.flatMap((one) => fixedPriceOf(one, situation) ?? []);
  const winner = others.find(
    ({ of, factor }) =>
      of === "money" && bounds.some(({ amount }) => sign * exact.compare(factor, amount) <= 0),
  );
  return winner
    ? [
        {
          loser: alternative,
          winner: winner.alternative,
          index,
          is: sign > 0 ? "is never higher" : "is never lower",
          example: "",
        },
      ]
    : [];
}

/** Prices of which the factor alone decides: so much of one market price, or so much money. */
function comparable(
  part: PriceMeaning,
  situation: Situation,
): { readonly of: string; readonly factor: Exact } {
  const fixed = fixedPriceOf(part, situation);
  return fixed ? { of: "money", factor: fixed.amount } : scaled(part, situation);
}
