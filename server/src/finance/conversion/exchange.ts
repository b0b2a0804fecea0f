import * as arithmetic from "../../quantity/arithmetic.ts";
import { type Figure, waiting } from "../../quantity/figure.ts";
import { formula, type Source, step } from "../engine/formula.ts";
import { principal, surrenderedValue } from "../inputs/sources.ts";
import { amountAtMaturity } from "../interest/interest.ts";

const source = "arithmetic of the exchange: what is given up against what is received";

/** What is measured against a sum needs one above zero. */
const valueAboveZero: Source<Figure<"money">> = step("value", { value: surrenderedValue }, ({ value }) =>
  arithmetic.isPositive(value) ? value : waiting("a value above zero"),
);

const principalAboveZero: Source<Figure<"money">> = step("principal", { principal }, ({ principal: sum }) =>
  arithmetic.isPositive(sum) ? sum : waiting("a principal above zero"),
);

export const uplift = formula({
  id: "uplift",
  label: "uplift",
  kind: "money",
  topic: "exchange",
  scope: "note",
  about: { definition: "uplift = P − value surrendered", rounding: "none", source },
  headline: { rank: 1, say: (shown) => `${shown} more than what is surrendered` },
  needs: { principal, value: surrenderedValue },
  compute: ({ principal: sum, value }) => arithmetic.minus(sum, value),
});

export const upliftRate = formula({
  id: "uplift-rate",
  label: "uplift on the value surrendered",
  kind: "ratio",
  topic: "exchange",
  scope: "note",
  about: { definition: "uplift ÷ value surrendered", rounding: "none", source },
  headline: { rank: 2, say: (shown) => `${shown} of its value` },
  needs: { uplift, value: valueAboveZero },
  compute: ({ uplift: gain, value }) => arithmetic.ratio(gain, value),
});

export const impliedDiscount = formula({
  id: "uplift-of-principal",
  label: "uplift as a part of the principal",
  kind: "ratio",
  topic: "exchange",
  scope: "note",
  about: { definition: "uplift ÷ P, which reads like an original issue discount", rounding: "none", source },
  needs: { uplift, principal: principalAboveZero },
  compute: ({ uplift: gain, principal: sum }) => arithmetic.ratio(gain, sum),
});

export const returnOnSurrendered = formula({
  id: "return-on-surrendered",
  label: "return on the value surrendered, paid in cash at maturity",
  kind: "ratio",
  topic: "exchange",
  scope: "note",
  day: "maturity",
  about: { definition: "M ÷ value surrendered − 1, over the whole term", rounding: "none", source },
  needs: { due: amountAtMaturity, value: valueAboveZero },
  compute: ({ due, value }) => arithmetic.minus(arithmetic.ratio(due, value), arithmetic.oneWhole),
});
