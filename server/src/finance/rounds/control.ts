import * as arithmetic from "../../quantity/arithmetic.ts";
import { assuming, type Figure, type Result, waiting } from "../../quantity/figure.ts";
import { evaluate, formula, optional, type Situation, type Source, step } from "../engine/formula.ts";
import { clauseSource, conversionDate, optionalClause } from "../inputs/clauses.ts";
import { convertiblePrincipal } from "../interest/accounts.ts";
import { amountOf } from "../interest/balance.ts";
import { marketPrice } from "../prices/market-price.ts";
import { priceOf } from "../prices/price.ts";
import { interestToDay, owed } from "./owed.ts";
import { usable } from "./terms.ts";

const source = "the note's clause on a change of control";

function clauses({ note }: Situation): Situation["note"]["clauses"]["changeOfControl"]["inner"] {
  return note.clauses.changeOfControl.inner;
}

/** A scenario with a round is about something else. */
function isPlayed({ scenario }: Situation): boolean {
  return scenario?.clauses.round.state !== "said";
}

function saysPayment(situation: Situation): boolean {
  const { state } = clauses(situation).pays;
  return isPlayed(situation) && state !== "absent" && state !== "none";
}

function saysPrice(situation: Situation): boolean {
  const { state } = clauses(situation).convertsAt;
  return isPlayed(situation) && state !== "absent" && state !== "none";
}

export const controlShares = formula({
  id: "control-shares",
  label: "shares if control changes",
  kind: "shares",
  topic: "financing",
  scope: "both",
  about: {
    definition: "floor((P + I) ÷ the price at which the note converts then)",
    rounding: "down to whole shares",
    source,
  },
  applies: saysPrice,
  needs: {
    date: conversionDate,
    amount: owed,
    price: step(
      "converts at",
      {
        phrase: clauseSource("note/changeOfControl/convertsAt", (situation) => clauses(situation).convertsAt),
      },
      ({ phrase }, situation) => usable(priceOf(phrase, situation), "price at which the note converts"),
    ),
  },
  compute: ({ amount, price }) => arithmetic.wholeShares(arithmetic.sharesFor(amount, price)),
});

export const controlPayment = formula({
  id: "control-payment",
  label: "paid in cash if control changes",
  kind: "money",
  topic: "financing",
  scope: "both",
  about: {
    definition: "the amount that the note names, on the principal and interest of that day",
    rounding: "to cents, half up, once",
    source,
  },
  headline: { rank: 5, say: (shown) => `${shown} in cash if control changes` },
  applies: saysPayment,
  needs: {
    date: conversionDate,
    principal: convertiblePrincipal,
    interest: optional(interestToDay),
    pays: clauseSource("note/changeOfControl/pays", (situation) => clauses(situation).pays),
    shares: optional(controlShares),
  },
  compute: ({ principal: sum, pays }, situation) =>
    amountOf(
      pays,
      {
        principal: sum,
        interest: () => interestOrNone(sum, situation),
        shares: () => evaluate(controlShares, situation),
      },
      situation,
    ),
});

function interestOrNone(sum: Figure<"money">, situation: Situation): Result<"money"> {
  const interest = evaluate(interestToDay, situation);
  return interest ?? arithmetic.minus(sum, sum);
}

/** What a share brings: as the scenario says, else the market price. */
const salePrice: Source<Figure<"price">> = step(
  "price of a share in the sale",
  {
    soldAt: optionalClause("scenario/soldAt", ({ scenario }) => scenario?.clauses.soldAt),
    market: optional(marketPrice),
  },
  ({ soldAt, market }, situation) => {
    if (soldAt) return priceOf(soldAt, situation);
    return market ?? waiting("what a share brings: “sold at” in a scenario, or a market price");
  },
);

export const controlValue = formula({
  id: "control-value",
  label: "value of the shares if control changes",
  kind: "money",
  topic: "financing",
  scope: "both",
  about: {
    definition: "those shares × the scenario's “sold at”, else × the market price",
    rounding: "to cents, half up",
    source: "arithmetic; nothing deducted",
  },
  applies: saysPrice,
  needs: { shares: controlShares, price: salePrice },
  compute: ({ shares, price }) => arithmetic.payable(arithmetic.worth(shares, price)),
});

/** Cash or shares, whichever is worth more to the holder; both where the note gives both. */
export const controlReceipt = formula({
  id: "control-receipt",
  label: "holder receives if control changes",
  kind: "money",
  topic: "financing",
  scope: "both",
  about: {
    definition:
      "max(cash, value of the shares), where the holder receives the greater or chooses; cash + value of the shares, where the holder receives both",
    rounding: "none: its parts are in cents",
    source,
  },
  headline: { rank: 4, say: (shown) => `the holder receives ${shown} if control changes` },
  applies: (situation) => saysPayment(situation) && saysPrice(situation),
  needs: {
    cash: controlPayment,
    value: controlValue,
    receives: optionalClause("note/changeOfControl/receives", (situation) => clauses(situation).receives),
  },
  compute: ({ cash, value, receives }) => {
    if (receives === "both") return arithmetic.plus(cash, value);
    const better = arithmetic.choose("highest", [cash, value], "greater of", ["cash", "shares"]);
    if (receives === "greater") return better;
    return assuming(
      better,
      receives === "holder's choice"
        ? "the holder chooses what is worth more"
        : "the note does not say whether the holder gets the cash or the shares; the holder is taken to choose what is worth more",
    );
  },
});
