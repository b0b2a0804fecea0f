import type { PriceMeaning } from "../../catalog/value.ts";
import { evaluate } from "../../finance/engine/formula.ts";
import { marketPrice } from "../../finance/prices/market-price.ts";
import { statementsOf } from "../../note/statements.ts";
import { isPositive, ratio } from "../../quantity/arithmetic.ts";
import * as exact from "../../quantity/exact.ts";
import { type Figure, isWaiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { fixedConversionPrice, fixedPriceOf } from "../prices.ts";
import { exampleConversion, exampleNote, type Finding, rule, type Subject } from "../rule.ts";

const control = (price: string): string =>
  exampleNote(
    `${exampleConversion({ price: "$0.50", floor: undefined })}\n  change of control {\n    converts at  ${price}\n  }`,
  );

/** How many times one price is another before a place of the decimal point is likely lost. */
const far = 8n;
/** Warrants at a cent or less cost nothing by design. */
const nominal = exact.fraction(1n, 100n);

export const priceOutOfScale = rule({
  code: "price-out-of-scale",
  severity: "warning",
  title: "A fixed price that is many times, or a small part of, another one",
  why: "The prices of one note are prices of one share: of a conversion, a sale of the issuer, an instalment, a warrant. Where one is ten times another, or a hundred times the market, a decimal point has slipped more often than not, and the number of shares is off by as much.",
  repair: "Correct the price that is wrong. If both are meant, put that on record.",
  bad: control("$5.00"),
  good: control("$0.60"),
  find: (subject) => [...besideConversion(subject), ...besideMarket(subject)],
});

function besideConversion({ note, alone }: Subject): Finding[] {
  const own = fixedConversionPrice(alone);
  const { conversion, changeOfControl, instalmentPrice, maturityPrice, interest, warrants } = note.clauses;
  if (!own || !isPositive(own)) return [];
  const place = conversion.inner.price.clause?.name ?? conversion.clause?.name;
  const fixed = [
    changeOfControl.inner.convertsAt,
    instalmentPrice,
    maturityPrice,
    interest.inner.interestPrice,
  ];
  const strikes = warrants.flatMap(({ inner }) => statementsOf(inner.strike));
  return [...fixed.flatMap(statementsOf), ...strikes].flatMap((stated) => {
    const price = fixedPriceOf(stated.meaning, alone);
    if (!price || !isPositive(price)) return [];
    if (strikes.includes(stated) && exact.compare(price.amount, nominal) <= 0) return [];
    const times = apart(price, own);
    if (times === undefined) return [];
    return [
      {
        span: stated.span,
        message: `${show(price)} is ${times} the conversion price of ${show(own)}: they are prices of one share. Correct the one that is wrong; if both are meant, put that on record.`,
        related: place ? [{ message: `The conversion price: ${show(own)}.`, span: place }] : [],
      },
    ];
  });
}

/**
 * Fixed prices that decide what a share costs by conversion, beside the market in every situation that knows one. A
 * price that a scenario plays is none of the market's.
 */
function besideMarket({ note, alone, played }: Subject): Finding[] {
  const { price } = note.clauses.conversion.inner;
  const deciding = statementsOf(price).flatMap(({ meaning }) => decidingParts(meaning));
  if (deciding.length === 0) return [];
  const markets = [alone, ...played].flatMap((situation) => {
    if (situation.quotes.flat) return [];
    const market = evaluate(marketPrice, situation);
    return isWaiting(market) || !isPositive(market) ? [] : [{ market, situation }];
  });
  const [first] = markets;
  if (!first) return [];
  return deciding.flatMap((part) => {
    const fixed = fixedPriceOf(part, alone);
    const times = fixed && isPositive(fixed) ? apart(fixed, first.market) : undefined;
    if (!fixed || times === undefined) return [];
    if (markets.some(({ market }) => apart(fixed, market) === undefined)) return [];
    const where = first.situation.scenario
      ? `in “${first.situation.scenario.name}”`
      : "on the day of the valuation";
    return [
      {
        span: part.span,
        tree: part.tree,
        message: `${show(fixed)} is ${times} the market price of ${show(first.market)} ${where}. Correct the price that is wrong; if both are right, put that on record.`,
      },
    ];
  });
}

/** A fixed price, or one in a choice of the highest: those that hold whatever the market does. */
function decidingParts(price: PriceMeaning): PriceMeaning[] {
  if (price.kind === "money") return [price];
  return price.kind === "best" && price.pick === "highest"
    ? price.alternatives.filter(({ kind }) => kind === "money")
    : [];
}

/** `10 times`, `a 10th of`; undefined where the two are of one order. */
function apart(one: Figure<"price">, other: Figure<"price">): string | undefined {
  const times = ratio(one, other).amount;
  if (exact.compare(times, exact.whole(far)) >= 0) return `${exact.round(times, 0).numerator} times`;
  const parts = exact.divide(exact.one, times);
  if (exact.compare(parts, exact.whole(far)) < 0) return undefined;
  return `a ${exact.round(parts, 0).numerator}th of`;
}
