import { flatQuotes } from "../market/quotes.ts";
import { pricesIn } from "../note/price-parts.ts";
import { choose, isPositive, plus, ratio, sharesFor, wholeShares } from "../quantity/arithmetic.ts";
import type { Exact } from "../quantity/exact.ts";
import * as exact from "../quantity/exact.ts";
import { type Figure, isWaiting } from "../quantity/figure.ts";
import type { PricePhrase } from "../syntax/phrase-tree.ts";
import { amountConvertedAtMaturity } from "./amount.ts";
import { conversionPrice, priceClause } from "./conversion-price.ts";
import { evaluate, type Situation, varied } from "./formula.ts";
import { fixedPrice } from "./price.ts";
import { outstanding } from "./sources.ts";

/** What a conversion comes to when every price of the market is the same. */
export interface PriceRow {
  readonly market: Figure<"price">;
  readonly price: Figure<"price">;
  /** The alternative that wins, in the author's words; undefined where there is no choice. */
  readonly binding: string | undefined;
  readonly shares: Figure<"shares">;
  readonly ownership: Figure<"ratio"> | undefined;
}

export interface PriceTable {
  readonly amount: Figure<"money">;
  readonly rows: readonly PriceRow[];
}

/**
 * The conversion over a range of market prices in steps of 1, 2 and 5 around the fixed alternative, else around one
 * unit of the currency; undefined while the price or the amount can't be read. Highest price first.
 */
export function priceTable(situation: Situation): PriceTable | undefined {
  const phrase = evaluate(priceClause, situation);
  const amount = evaluate(amountConvertedAtMaturity, situation);
  if (isWaiting(phrase) || isWaiting(amount)) return undefined;
  const rows = steps(centre(phrase, situation)).flatMap((market) => rowAt(market, amount, situation));
  return { amount, rows };
}

function rowAt(market: Exact, amount: Figure<"money">, situation: Situation): PriceRow[] {
  const quotes = flatQuotes(market, situation.note.currency);
  const still = varied(situation, { quotes });
  const price = evaluate(conversionPrice, still);
  if (isWaiting(price) || !isPositive(price) || !quotes.flat) return [];
  const shares = wholeShares(sharesFor(amount, price));
  const before = evaluate(outstanding, situation);
  const ownership = isWaiting(before) ? undefined : ratio(shares, plus(before, shares));
  return [{ market: quotes.flat, price, binding: bindingOf(price), shares, ownership }];
}

function bindingOf(price: Figure<"price">): string | undefined {
  if (price.origin.kind !== "computed" || price.origin.operation.form !== "choice") return undefined;
  const { winners, labels } = price.origin.operation;
  return winners.map((index) => labels[index] ?? "").join("; ");
}

function centre(phrase: PricePhrase, situation: Situation): Exact {
  const fixed = pricesIn(phrase)
    .filter((part) => part.kind === "money")
    .map((part) => fixedPrice(part, situation));
  const positive = fixed.filter(isPositive);
  return positive.length > 0 ? choose("lowest", positive, "", []).amount : exact.one;
}

/** Four steps of 1, 2 and 5 down from the centre and three up, highest first. */
function steps(middle: Exact): Exact[] {
  const decade = exact.magnitude(middle);
  const all: Exact[] = [];
  for (let power = decade - 3; power <= decade + 3; power++) {
    for (const digit of [1n, 2n, 5n]) {
      all.push(
        power >= 0 ? exact.whole(digit * 10n ** BigInt(power)) : exact.fraction(digit, 10n ** BigInt(-power)),
      );
    }
  }
  const above = all.findIndex((step) => exact.compare(step, middle) > 0);
  const around = all.slice(above - 4, above + 3);
  if (!around.some((step) => exact.compare(step, middle) === 0)) around.splice(4, 0, middle);
  return around.reverse();
}
