import * as arithmetic from "../quantity/arithmetic.ts";
import * as exact from "../quantity/exact.ts";
import {
  assuming,
  dayOf,
  type Figure,
  figure,
  isWaiting,
  named,
  type Result,
  waiting,
} from "../quantity/figure.ts";
import type { MeasureId } from "../syntax/measures.ts";
import type { AmountPhrase, PricePhrase } from "../syntax/phrase-tree.ts";
import { evaluate, formula, optional, type Situation, type Source, step } from "./formula.ts";
import { accruedInterest, convertedInterest, lateInterestOwed } from "./interest.ts";
import { percentFigure, priceOf, wordsOf } from "./price.ts";
import { assumedBy, clauseSource, conversionDate, principal, readingOf } from "./sources.ts";

const noteSource = "the note's conversion clauses";

// The amount converted

interface Balance {
  readonly principal: Figure<"money">;
  readonly interest: () => Result<"money">;
}

/** What is converted: the scenario's amount, else the conversion's, else the usual reading. */
function amountConverted(balance: Balance, situation: Situation): Result<"money"> {
  const said = [situation.scenario?.clauses.convert, situation.note.clauses.conversion.inner.amount];
  const open = said.find((bound) => bound?.state === "blank" || bound?.state === "unread");
  if (open) return waiting("the amount converted");
  const [ofScenario, ofNote] = said;
  if (ofScenario?.state === "said") {
    const { tree } = situation.scenario ?? situation.note;
    return amountOf(ofScenario.meaning, balance, { ...situation, text: tree.text });
  }
  if (ofNote?.state === "said") return amountOf(ofNote.meaning, balance, situation);
  const of =
    readingOf("conversion-amount", situation).id === "principal" ? "principal" : "principal and interest";
  const usual = amountOf({ kind: "balance", of, span: situation.note.heading }, balance, situation);
  return isWaiting(usual) ? usual : assuming(usual, assumedBy("conversion-amount", situation).because);
}

function amountOf(phrase: AmountPhrase, balance: Balance, situation: Situation): Result<"money"> {
  switch (phrase.kind) {
    case "money": {
      const scale = phrase.scale ? { thousand: 3, million: 6, billion: 9 }[phrase.scale] : 0;
      const amount = exact.multiply(
        exact.parseExact(phrase.number.digits) ?? exact.zero,
        exact.whole(10n ** BigInt(scale)),
      );
      const origin = { kind: "stated", text: wordsOf(phrase.span, situation), span: phrase.span } as const;
      return figure("money", amount, origin, situation.note.currency);
    }
    case "balance": {
      if (phrase.of === "principal") return balance.principal;
      const interest = balance.interest();
      if (isWaiting(interest) || phrase.of === "interest") return interest;
      return arithmetic.plus(balance.principal, interest);
    }
    case "share of amount": {
      const of = amountOf(phrase.of, balance, situation);
      return isWaiting(of)
        ? of
        : arithmetic.payable(arithmetic.portion(percentFigure(phrase.percent, situation), of));
    }
    case "sum": {
      const terms = phrase.terms.map((term) => amountOf(term, balance, situation));
      const missing = terms.filter(isWaiting);
      if (missing.length > 0) return waiting(...missing.flatMap(({ waitingFor }) => waitingFor));
      return (terms as Figure<"money">[]).reduce((sum, term) => arithmetic.plus(sum, term));
    }
  }
}

const amountClauses = {
  clauses: ["note/conversion/amount", "scenario/convert"],
  point: "conversion-amount" as const,
};

export const conversionAmount = formula({
  id: "conversion-amount",
  label: "amount converted",
  kind: "money",
  topic: "conversion",
  scope: "both",
  about: {
    definition: "A = P + I, or as the note or the scenario says",
    rounding: "none: its parts are in cents",
    source: noteSource,
  },
  needs: {
    amount: step(
      "amount converted",
      { principal, late: lateInterestOwed },
      ({ principal: sum, late }, situation) => {
        const interest = (): Result<"money"> => {
          const accrued = evaluate(convertedInterest, situation);
          return isWaiting(accrued) || !late ? accrued : arithmetic.plus(accrued, late);
        };
        return amountConverted({ principal: sum, interest }, situation);
      },
      amountClauses,
    ),
    interest: optional(convertedInterest),
  },
  compute: ({ amount }) => amount,
});

/** The amount that converts when the note is held to maturity: needs no conversion date. */
export const amountConvertedAtMaturity: Source<Figure<"money">> = step(
  "amount converted at maturity",
  { principal, interest: optional(accruedInterest) },
  ({ principal: sum }, situation) =>
    amountConverted({ principal: sum, interest: () => evaluate(accruedInterest, situation) }, situation),
  amountClauses,
);

// The conversion price

export const priceClause: Source<PricePhrase> = clauseSource(
  "note/conversion/price",
  ({ note }) => note.clauses.conversion.inner.price,
);
const floorClause = optional(
  clauseSource("note/conversion/floor", ({ note }) => note.clauses.conversion.inner.floor),
);
const ceilingClause = optional(
  clauseSource("note/conversion/ceiling", ({ note }) => note.clauses.conversion.inner.ceiling),
);

export const conversionPrice = formula({
  id: "conversion-price",
  label: "conversion price",
  kind: "price",
  topic: "conversion",
  scope: "both",
  about: {
    definition:
      "CP as the price clause says; then the ceiling: CP = min(CP, ceiling); then the floor: CP = max(CP, floor)",
    rounding: "none: shown rounded where its digits do not end",
    source: "the note's price clause; prices from the market by day",
  },
  headline: { rank: 1, say: (shown) => `${shown} a share` },
  needs: {
    price: step(
      "price",
      { phrase: priceClause, date: optional(conversionDate) },
      ({ phrase }, situation) => priceOf(phrase, situation),
      { clauses: ["market/prices"], point: "window-end" },
    ),
    floor: floorClause,
    ceiling: ceilingClause,
  },
  compute: ({ price, floor, ceiling }, situation) => bounded(price, floor, ceiling, situation),
});

/** The ceiling binds before the floor, so that the floor has the last word. */
function bounded(
  price: Figure<"price">,
  floor: PricePhrase | undefined,
  ceiling: PricePhrase | undefined,
  situation: Situation,
): Result<"price"> {
  const capped = ceiling ? bound(price, ceiling, "lowest", "ceiling", situation) : price;
  if (isWaiting(capped) || !floor) return capped;
  return bound(capped, floor, "highest", "floor", situation);
}

function bound(
  price: Figure<"price">,
  limit: PricePhrase,
  side: "lowest" | "highest",
  name: string,
  situation: Situation,
): Result<"price"> {
  const other = priceOf(limit, situation);
  if (isWaiting(other)) return other;
  return arithmetic.choose(side, [price, other], `${side} of price and ${name}`, [
    "price",
    `${name}: ${wordsOf(limit.span, situation)}`,
  ]);
}

// Shares and cash

const usablePrice: Source<Figure<"price">> = step(
  "conversion price",
  { price: conversionPrice },
  ({ price }) => (arithmetic.isPositive(price) ? price : waiting("a conversion price above zero")),
);

const fractionRule: Source<{ readonly rule: string; readonly assumed: string | undefined }> = {
  label: "fractional shares",
  needs: [],
  clauses: ["note/conversion/fractions"],
  point: "fraction",
  read: (situation) => {
    const said = situation.note.clauses.conversion.inner.fractions;
    if (said.state === "said") return { rule: said.meaning, assumed: undefined };
    return { rule: readingOf("fraction", situation).id, assumed: assumedBy("fraction", situation).because };
  },
};

export const conversionShares = formula({
  id: "conversion-shares",
  label: "shares on conversion",
  kind: "shares",
  topic: "conversion",
  scope: "both",
  about: {
    definition: "N = floor(A ÷ CP), or the nearest whole number where the note says so",
    rounding: "down to whole shares, unless the note says otherwise",
    source: noteSource,
  },
  headline: {
    rank: 2,
    say: (shown, told) => `${shown} for ${told(conversionAmount) ?? "the amount converted"}`,
  },
  needs: { amount: conversionAmount, price: usablePrice, fraction: fractionRule },
  compute: ({ amount, price, fraction }) => {
    const shares = arithmetic.sharesFor(amount, price);
    const rounded =
      fraction.rule === "nearest" ? arithmetic.nearestShare(shares) : arithmetic.wholeShares(shares);
    return assuming(rounded, fraction.assumed);
  },
});

export const cashInLieu = formula({
  id: "cash-in-lieu",
  label: "cash in lieu of a fraction",
  kind: "money",
  topic: "conversion",
  scope: "both",
  about: { definition: "A − N × CP", rounding: "to cents, half up, once", source: noteSource },
  needs: {
    amount: conversionAmount,
    shares: conversionShares,
    price: conversionPrice,
    fraction: fractionRule,
  },
  compute: ({ amount, shares, price, fraction }) =>
    fraction.rule === "cash in lieu"
      ? arithmetic.payable(arithmetic.minus(amount, arithmetic.worth(shares, price)))
      : waiting(`a rule that pays fractions in cash (here: ${fraction.rule})`),
});

// Against the market

/** What a day's market price is taken from, best first. */
const marketMeasures: readonly MeasureId[] = ["closing price", "last price", "VWAP", "closing bid"];

/** The latest price before the conversion date, of the first measure there is. */
export const marketPrice = formula({
  id: "market-price",
  label: "market price",
  kind: "price",
  topic: "conversion",
  scope: "both",
  about: {
    definition:
      "S = the latest price before the conversion date: closing price, else last price, else VWAP, else closing bid",
    rounding: "none",
    source: "the market's prices",
  },
  needs: { date: conversionDate },
  compute: ({ date }, { quotes }) => {
    if (quotes.flat) return quotes.flat;
    const days = (quotes.days ?? []).filter((day) => day < dayOf(date));
    for (const day of days.reverse()) {
      for (const measure of marketMeasures) {
        const found = quotes.on(day, measure, "other");
        if (found) return found;
      }
    }
    return waiting("a market price before the conversion date");
  },
});

export const conversionValue = formula({
  id: "conversion-value",
  label: "market value of the shares",
  kind: "money",
  topic: "return",
  scope: "both",
  about: {
    definition: "V = N × S",
    rounding: "to cents, half up",
    source: "arithmetic; sales at the market price, nothing deducted",
  },
  needs: { shares: conversionShares, price: marketPrice },
  compute: ({ shares, price }) => arithmetic.payable(arithmetic.worth(shares, price)),
});

export const effectiveDiscount = formula({
  id: "effective-discount",
  label: "effective discount to the market price",
  kind: "ratio",
  topic: "return",
  scope: "both",
  about: { definition: "1 − CP ÷ S", rounding: "none", source: "arithmetic" },
  needs: { price: conversionPrice, market: marketPrice },
  compute: ({ price, market }) =>
    arithmetic.isPositive(market)
      ? arithmetic.complement(arithmetic.ratio(price, market))
      : waiting("a market price above zero"),
});

export const conversionGain = formula({
  id: "conversion-gain",
  label: "gain on conversion",
  kind: "money",
  topic: "return",
  scope: "both",
  about: {
    definition: "V + cash in lieu − A",
    rounding: "none: its parts are in cents",
    source: "arithmetic",
  },
  needs: { value: conversionValue, cash: optional(cashInLieu), amount: conversionAmount },
  compute: ({ value, cash, amount }) => arithmetic.minus(cash ? arithmetic.plus(value, cash) : value, amount),
});

export const gainRate = formula({
  id: "gain-rate",
  label: "gain on each dollar converted",
  kind: "ratio",
  topic: "return",
  scope: "both",
  about: { definition: "S ÷ CP − 1", rounding: "none", source: "arithmetic" },
  needs: { price: usablePrice, market: marketPrice },
  compute: ({ price, market }) => arithmetic.minus(arithmetic.ratio(market, price), arithmetic.oneWhole),
});

/** What a share has to fetch for the holder to get back what was paid or given up. */
export const breakevenPrice = formula({
  id: "breakeven-price",
  label: "sale price at which the holder breaks even",
  kind: "price",
  topic: "return",
  scope: "both",
  about: {
    definition: "cost ÷ N; cost is the value surrendered, else the principal",
    rounding: "none",
    source: "arithmetic",
  },
  needs: {
    cost: step(
      "cost",
      { principal },
      ({ principal: sum }, { note }) => {
        const value = note.clauses.exchange.inner.value;
        return value.state === "said" ? named("value surrendered", value.meaning) : sum;
      },
      { clauses: ["note/exchange/value"] },
    ),
    shares: conversionShares,
  },
  compute: ({ cost, shares }) =>
    arithmetic.isPositive(shares)
      ? arithmetic.perShare(cost, shares)
      : waiting("a conversion of at least one share"),
});
