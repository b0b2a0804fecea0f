import * as arithmetic from "../../quantity/arithmetic.ts";
import { assuming, type Figure, isWaiting, named, waiting } from "../../quantity/figure.ts";
import { conversionAmount } from "../conversion/amount.ts";
import { conversionShares, fractionRule, paysFractions, usablePrice } from "../conversion/conversion.ts";
import { evaluate, formula, optional, type Situation, type Source, step } from "../engine/formula.ts";
import { caseIn, restingOn } from "../inputs/clauses.ts";
import { assumedBy, readingOf } from "../inputs/readings.ts";
import { stockPrice } from "../prices/market-price.ts";
import { hasTable, makeWholeConversion, sharesMadeWhole } from "./make-whole.ts";
import { countsByRate } from "./rate.ts";

/** Whether a conversion is settled in money alone: it brings nobody a share. */
export function settledInCash(situation: Situation): boolean {
  const said = caseIn(situation.note.clauses.conversion.inner.settlement, situation);
  return !isWaiting(said) && said.state === "said" && said.meaning === "cash";
}

/** What a scenario's event adds comes on top; a note by itself has had none. */
function isMadeWhole(situation: Situation): boolean {
  return (
    situation.scenario !== undefined &&
    hasTable(situation) &&
    !isWaiting(evaluate(makeWholeConversion, situation))
  );
}

/** The shares that the holder receives, in whole shares, make-whole shares included once their event has happened. */
export const sharesReceived: Source<Figure<"shares">> = step(
  "shares received",
  { shares: conversionShares, more: optional(makeWholeConversion) },
  ({ shares, more }, situation) => (more && isMadeWhole(situation) ? more : shares),
);

/** The same before any rounding. */
const sharesDue: Source<Figure<"shares">> = step(
  "shares due",
  { amount: conversionAmount, price: usablePrice, more: optional(sharesMadeWhole) },
  ({ amount, price, more }, situation) =>
    named("shares due", more && isMadeWhole(situation) ? more : arithmetic.sharesFor(amount, price)),
);

/** What a fraction of a share is paid at, where the note does not say: the market price where a rate gives the shares. */
function fractionPriceFor(
  rule: string,
  situation: Situation,
): { readonly atMarket: boolean; readonly assumed?: string } {
  if (rule !== "cash in lieu") return { atMarket: rule === "cash in lieu at market price" };
  if (countsByRate(situation)) return { atMarket: true };
  return {
    atMarket: readingOf("fraction-price", situation).id === "market price",
    assumed: assumedBy("fraction-price", situation).because,
  };
}

export const cashInLieu = formula({
  id: "cash-in-lieu",
  label: "cash in lieu of a fraction",
  kind: "money",
  topic: "conversion",
  scope: "both",
  about: {
    definition:
      "(A ÷ CP − N) × S of a note with a conversion rate, or where the note says so; else A − N × CP. N with make-whole shares where their event has happened",
    rounding: "to cents, half up, once",
    source:
      "the note's clause on fractional shares; indentures of convertible notes pay a fraction at the last reported sale price",
  },
  points: ["fraction-price"],
  applies: (situation) => situation.note.clauses.conversion.state === "said" && !settledInCash(situation),
  needs: {
    amount: conversionAmount,
    due: sharesDue,
    shares: sharesReceived,
    price: usablePrice,
    fraction: fractionRule,
    market: optional(stockPrice),
  },
  compute: ({ amount, due, shares, price, fraction }, situation) => {
    if (settledInCash(situation)) return waiting("a conversion that is settled in shares");
    if (!paysFractions(fraction))
      return waiting(`a rule that pays fractions in cash (here: ${fraction.rule})`);
    const { atMarket, assumed } = fractionPriceFor(fraction.rule, situation);
    const left = arithmetic.minus(due, shares);
    if (!atMarket && !isMadeWhole(situation)) {
      const cash = arithmetic.payable(arithmetic.minus(amount, arithmetic.worth(shares, price)));
      return assuming(cash, arithmetic.isPositive(left) ? assumed : undefined);
    }
    if (!arithmetic.isPositive(left))
      return arithmetic.nothing("money", "no fraction of a share is left", [due, shares], amount.currency);
    const each = atMarket ? evaluate(stockPrice, situation) : price;
    if (isWaiting(each)) return each;
    const cash = arithmetic.payable(arithmetic.worth(named("fraction of a share", left), each));
    return assuming(cash, assumed);
  },
});

export const cashSettlement = formula({
  id: "cash-settlement",
  label: "paid in cash in place of shares",
  kind: "money",
  topic: "conversion",
  scope: "both",
  about: {
    definition:
      "A ÷ CP × S, with make-whole shares where their event has happened; the shares rounded first where the note rounds fractions away",
    rounding: "to cents, half up, once",
    source: "the note's clause on settlement; arithmetic, at the market price of the conversion date",
  },
  headline: { rank: 3, say: (shown) => `${shown} in cash` },
  applies: settledInCash,
  needs: {
    due: sharesDue,
    shares: sharesReceived,
    fraction: fractionRule,
    price: stockPrice,
    terms: restingOn("note/conversion/settlement"),
  },
  compute: ({ due, shares, fraction, price }) =>
    arithmetic.payable(arithmetic.worth(paysFractions(fraction) ? due : shares, price)),
});

/** What the holder receives in shares or for them, at the market price. */
export const sharesWorth: Source<Figure<"money">> = step(
  "market value of the shares",
  { shares: sharesReceived, price: stockPrice, cash: optional(cashSettlement) },
  ({ shares, price }, situation) =>
    settledInCash(situation)
      ? evaluate(cashSettlement, situation)
      : arithmetic.payable(arithmetic.worth(shares, price)),
  { clauses: ["note/conversion/settlement"] },
);
