import { counted } from "../../base/words.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { sumOfRows } from "../../quantity/cash-flows.ts";
import { add, isZero, zero } from "../../quantity/exact.ts";
import { type Figure, isWaiting, named, waiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { conversionAmount } from "../conversion/amount.ts";
import { usablePrice } from "../conversion/conversion.ts";
import { formula, optional, type Source, step } from "../engine/formula.ts";
import { accountConverted } from "../interest/accounts.ts";
import { marketPrice, stockPrice } from "../prices/market-price.ts";
import { cashInLieu, sharesReceived, sharesWorth } from "../shares/received.ts";
import { cost, partConverted } from "./cost.ts";
import { flowsByThen } from "./flows.ts";

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

/** What was paid or given up for what is converted, less the cash that it has brought back. */
export const outlayConverted: Source<Figure<"money">> = step(
  "outlay",
  { cost, account: optional(accountConverted), part: partConverted },
  ({ cost: whole, part }, situation) => {
    const flows = flowsByThen(cost, situation);
    if (isWaiting(flows)) return flows;
    const { received } = flows;
    const [first, last] = [received[0], received.at(-1)];
    const amount = received.reduce((sum, one) => add(sum, one.sum.amount), zero);
    const text = `${counted(received.length, "payment")}${first && last ? `, ${show(first.on)} to ${show(last.on)}` : ""}`;
    const sums = received.map(({ sum }) => sum);
    const back = named("cash received", sumOfRows(sums, amount, text, whole.currency));
    const out = received.length === 0 ? whole : arithmetic.minus(whole, back);
    return part ? named("outlay for what is converted", arithmetic.times(out, part)) : out;
  },
);

/** The same less what is paid for a fraction of a share: what the shares have to bring. */
const stillOut: Source<Figure<"money">> = step(
  "outlay not yet back",
  { out: outlayConverted, cash: optional(cashInLieu) },
  ({ out, cash }) =>
    cash && !isZero(cash.amount)
      ? named("outlay not yet back", arithmetic.minus(out, named("cash in lieu", cash)))
      : out,
);

/** What a share has to fetch for the holder to get back what was paid or given up. */
export const breakevenPrice = formula({
  id: "breakeven-price",
  label: "sale price at which the holder breaks even",
  kind: "price",
  topic: "return",
  scope: "both",
  about: {
    definition:
      "((cost − cash received) × f − cash in lieu) ÷ N; cost is the value surrendered, else the price, else the principal; f = A ÷ what is owed, where less is converted than is owed",
    rounding: "none",
    source: "arithmetic",
  },
  needs: { out: stillOut, shares: sharesReceived },
  compute: ({ out, shares }) => {
    if (!arithmetic.isPositive(out))
      return waiting("an outlay that is not yet back: the cash received has covered it");
    return arithmetic.isPositive(shares)
      ? arithmetic.perShare(out, shares)
      : waiting("a conversion of at least one share");
  },
});
