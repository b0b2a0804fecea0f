import { block, clause, lines } from "./clause.ts";
import { amount, beginning, shares, source } from "./value.ts";

export const market = block(
  "market",
  {
    outstanding: clause({
      names: ["outstanding", "shares outstanding"],
      summary: "The issuer's shares outstanding before any conversion.",
      value: shares,
      silent: "ownership and its limit cannot be worked out",
      example: "outstanding 1,000,000,000 shares",
    }),
    valuedOn: clause({
      names: ["valued on"],
      summary: "The day on which numbers that need one are worked out where no scenario names another.",
      value: beginning,
      silent: "no day: such numbers wait",
      example: "valued on December 6, 2018",
    }),
    prices: clause({
      names: ["prices"],
      summary:
        "What the share cost, a day a line, a measure a column; `-` where there was no price. A CSV file has the same columns.",
      value: source,
      block: lines("prices", "rows", "a date and a price for each column"),
      silent: "prices are shown in symbols",
      example: "prices",
    }),
  },
  "conversion",
);

export const scenario = block(
  "scenario",
  {
    on: clause({
      names: ["on"],
      summary: "The day on which it happens: the conversion date.",
      value: beginning,
      required: "a scenario is worked out for a day",
      example: "on December 6, 2018",
    }),
    convert: clause({
      names: ["convert"],
      summary: "The amount that is converted on that day.",
      value: amount,
      silent: "what the conversion's amount says",
      example: "convert principal and interest",
    }),
  },
  "conversion",
);
