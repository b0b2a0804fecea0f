import {
  impliedDiscount,
  returnOnSurrendered,
  uplift,
  upliftRate,
} from "../../finance/conversion/exchange.ts";
import { evaluate } from "../../finance/engine/formula.ts";
import { principal, surrenderedValue } from "../../finance/inputs/sources.ts";
import { isPositive } from "../../quantity/arithmetic.ts";
import * as exact from "../../quantity/exact.ts";
import { isWaiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { exampleNote, rule } from "../rule.ts";

const exchange = (value: string): string =>
  exampleNote(
    `  exchange {\n    surrendered  90 shares of "Series A Preferred Stock"\n    value        ${value}\n  }`,
  );

/** An uplift of a tenth: what original issue discounts mostly stay within. */
const large = exact.fraction(1n, 10n);

export const exchangeUplift = rule({
  code: "exchange-uplift",
  severity: "warning",
  title: "The note is for much more, or for less, than what is surrendered",
  why: "In an exchange the principal stands for what the holder gives up. A tenth more, or anything less, wants a reason that the sheet does not give: it reads like an original issue discount, is weighed as interest where usury is asked about, and is income or loss in the accounts.",
  repair: "Correct the sum that is wrong; if both are right, put the reason on record.",
  bad: exchange("$85,000"),
  good: exchange("$95,000"),
  find: ({ note, alone }) => {
    const value = evaluate(surrenderedValue, alone);
    const sum = evaluate(principal, alone);
    const said = note.clauses.exchange.inner.value;
    if (isWaiting(value) || isWaiting(sum) || said.state !== "said") return [];
    if (!isPositive(value) || !isPositive(sum)) return [];
    const more = evaluate(uplift, alone);
    const rate = evaluate(upliftRate, alone);
    if (isWaiting(more) || isWaiting(rate)) return [];
    const less = exact.compare(more.amount, exact.zero) < 0;
    if (!less && exact.compare(rate.amount, large) < 0) return [];
    const difference = show(more).replace("−", "");
    const part = show(rate).replace("−", "");
    const discount = evaluate(impliedDiscount, alone);
    const gain = evaluate(returnOnSurrendered, alone);
    const asDiscount = isWaiting(discount)
      ? ""
      : `, as much as an original issue discount of ${show(discount)}`;
    const asReturn = isWaiting(gain)
      ? ""
      : ` Paid in money at maturity, the holder gets ${show(gain)} on what it gives up.`;
    const message = less
      ? `The holder gives up ${show(value)} for a note of ${show(sum)}: ${difference} or ${part} less. Correct the sum that is wrong; if both are right, put the reason on record.`
      : `The note of ${show(sum)} is for ${difference} or ${part} more than the ${show(value)} surrendered${asDiscount}.${asReturn} Correct the sum that is wrong; if both are right, put the reason on record.`;
    const { principal: principalClause } = note.clauses;
    return [
      {
        span: said.span,
        message,
        related:
          principalClause.state === "said"
            ? [{ message: `The principal: ${show(sum)}.`, span: principalClause.span }]
            : [],
      },
    ];
  },
});
