import * as arithmetic from "../../quantity/arithmetic.ts";
import { waiting } from "../../quantity/figure.ts";
import { conversionAmount } from "../conversion/amount.ts";
import { usablePrice } from "../conversion/conversion.ts";
import { formula, optional } from "../engine/formula.ts";
import { marketPrice, stockPrice } from "../prices/market-price.ts";
import { cashInLieu, sharesReceived, sharesWorth } from "../shares/received.ts";
import { costConverted } from "./cost.ts";

export const conversionValue = formula({
  id: "conversion-value",
  label: "market value of the shares",
  kind: "money",
  topic: "return",
  scope: "both",
  about: {
    definition:
      "V = N × S, or × the price at which the scenario sells; N with make-whole shares where their event has happened; of a note that is settled in cash what is paid in their place",
    rounding: "to cents, half up",
    source: "arithmetic; nothing deducted from the sale",
  },
  needs: { value: sharesWorth },
  compute: ({ value }) => value,
});

export const effectiveDiscount = formula({
  id: "effective-discount",
  label: "effective discount to the market price",
  kind: "ratio",
  topic: "return",
  scope: "both",
  about: { definition: "1 − CP ÷ S", rounding: "none", source: "arithmetic" },
  needs: { price: usablePrice, market: marketPrice },
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
    definition: "V + cash in lieu − A; of a note that is settled in cash, what is paid − A",
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
  about: {
    definition: "S ÷ CP − 1; the price at which the scenario sells in place of S",
    rounding: "none",
    source: "arithmetic",
  },
  needs: { price: usablePrice, market: stockPrice },
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
    definition:
      "cost ÷ N; cost is the value surrendered, else the price, else the principal, and its part where less than the principal is converted",
    rounding: "none",
    source: "arithmetic",
  },
  needs: {
    cost: costConverted,
    shares: sharesReceived,
  },
  compute: ({ cost, shares }) =>
    arithmetic.isPositive(shares)
      ? arithmetic.perShare(cost, shares)
      : waiting("a conversion of at least one share"),
});
