import { grouped } from "../../base/words.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import * as exact from "../../quantity/exact.ts";
import { show } from "../../quantity/format.ts";
import { exampleNote, type Finding, rule } from "../rule.ts";
import { sharePayment, wholeSharesFor } from "../satisfiable.ts";

const conversion = (reserve: string): string =>
  exampleNote(
    `  conversion {\n    option   holder\n    until    maturity\n    amount   principal\n    price    $0.50\n    reserve  ${reserve}\n  }`,
  );

export const reserveOutOfRange = rule({
  code: "reserve-out-of-range",
  severity: "warning",
  title: "A reserve that is too small for the note, or larger than what is left",
  why: "Shares are reserved so that every conversion can be delivered. Less than one conversion takes is no reserve; more than the authorised shares leave can't be reserved, and failing to keep it is mostly an event of default.",
  repair: "Correct the number; reserves are mostly several times what the note converts into.",
  bad: conversion("50%"),
  good: conversion("3 times"),
  find: ({ note, alone }) => {
    const { reserve } = note.clauses.conversion.inner;
    if (reserve.state !== "said") return [];
    const { meaning, span } = reserve;
    const payment = sharePayment(alone);
    const fewest = payment?.highest && wholeSharesFor(payment.amount, payment.highest);
    const found: Finding[] = [];
    if (meaning.kind === "multiple" && exact.compare(meaning.value.amount, exact.one) < 0)
      found.push({
        span,
        message: `A reserve of ${show(meaning.value)} of the shares on conversion is less than one conversion takes. Reserves are several times that; correct the number.`,
      });
    const reserved = meaning.kind === "shares" ? meaning.value.shares : undefined;
    if (reserved && fewest && payment?.highest && arithmetic.compared(reserved, fewest) < 0)
      found.push({
        span,
        message: `The reserve of ${show(reserved)} is smaller than the ${show(fewest)} that ${show(payment.amount)} takes at ${show(payment.highest)}${payment.moves ? ", the highest price there is" : ""}. Correct the number.`,
      });
    const bound = payment?.bounds.find(({ name }) => name === "number of authorised shares");
    const left = payment && bound?.most(payment.outstanding?.amount);
    const least =
      reserved ??
      (meaning.kind === "multiple" && fewest ? arithmetic.times(fewest, meaning.value) : undefined);
    if (bound && left !== undefined && least && exact.compare(least.amount, exact.whole(left)) > 0)
      found.push({
        span,
        severity: "error",
        message: `The reserve takes ${reserved ? "" : "at least "}${show(arithmetic.wholeShares(least))}, and only ${grouped(String(left))} are left of the ${bound.said.replace(/^number of /, "")}: it can't be kept. Have more authorised, or correct the reserve.`,
        related: [{ message: "The shares authorised.", span: bound.span, tree: bound.tree }],
      });
    return found;
  },
});
