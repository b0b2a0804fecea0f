import { show } from "../../quantity/format.ts";
import { priceBounds } from "../price-bounds.ts";
import { exampleNote, rule } from "../rule.ts";

const conversion = (floor: string): string =>
  exampleNote(
    `  conversion {\n    option           holder\n    until            maturity\n    price            65% of lowest closing bid over prior 10 trading days\n    floor            ${floor}\n    ownership limit  4.99% after issuance\n    reserve          5 times\n  }`,
  );

export const reserveFollowsPrice = rule({
  code: "reserve-follows-price",
  severity: "information",
  title: "A reserve of shares that follows the price down without an end",
  why: "A reserve of five times the shares on conversion is worked out from a price that the conversions and the reserve themselves press down: at half the price it is twice as large. Without a floor no number of authorised shares is enough for ever, and failing to reserve is mostly an event of default.",
  repair:
    "State the reserve as a number of shares, or agree on a floor, from which the largest reserve follows.",
  bad: conversion("none"),
  good: conversion("$0.001"),
  find: ({ note, alone }) => {
    const { reserve, price } = note.clauses.conversion.inner;
    if (reserve.state !== "said" || reserve.meaning.kind !== "multiple" || price.state !== "said") return [];
    const bounds = priceBounds(alone);
    if (!bounds?.moves || bounds.lowest) return [];
    const times = show(reserve.meaning.value).replace(/ %$/, "");
    return [
      {
        span: reserve.span,
        message: `The reserve is ${times} % of the shares on conversion, at a price that follows the market down: at half the price it is twice as large, and no number of authorised shares is enough for ever. State a number of shares, or agree on a floor.`,
        related: [{ message: "The price that it follows.", span: price.clause.name }],
      },
    ];
  },
});
