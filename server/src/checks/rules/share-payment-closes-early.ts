import { evaluate } from "../../finance/engine/formula.ts";
import { convertibleUntil, matures } from "../../finance/inputs/dates.ts";
import { longDate } from "../../quantity/date.ts";
import { dayOf, isWaiting } from "../../quantity/figure.ts";
import { exampleConversion, exampleNote, rule } from "../rule.ts";

const conversion = (until: string): string =>
  exampleNote(
    `${exampleConversion({ option: "issuer", until, "ownership limit": "none" })}\n\n  allow issuer-holds-option because "That is the deal"`,
  );

export const sharePaymentClosesEarly = rule({
  code: "share-payment-closes-early",
  severity: "warning",
  title: "The issuer may pay in shares only before anything is due",
  why: "A right to pay in shares is used on the day on which something is due. Where it ends before that day, and nothing is paid along the way, it can never be used, unless the issuer may pay early.",
  repair: "Correct the day on which the right ends, or the one on which the note is due.",
  bad: conversion("October 1, 2024"),
  good: conversion("January 2, 2025"),
  find: ({ note, alone }) => {
    const { option, until } = note.clauses.conversion.inner;
    const { payable } = note.clauses.interest.inner;
    const closes = evaluate(convertibleUntil, alone);
    const due = evaluate(matures, alone);
    if (option.state !== "said" || option.meaning !== "issuer" || until.state !== "said") return [];
    if (isWaiting(closes) || isWaiting(due) || dayOf(closes) >= dayOf(due)) return [];
    const paidAlong = payable.state === "said" && payable.meaning.kind === "days";
    if (paidAlong || payable.state === "blank" || payable.state === "unread") return [];
    const { matures: dueClause } = note.clauses;
    return [
      {
        span: until.span,
        message: `The issuer may pay in shares until ${longDate(dayOf(closes))}, and nothing is due before ${longDate(dayOf(due))}: unless it may pay early, it can never use the right. Correct the day that is wrong.`,
        related:
          dueClause.state === "said"
            ? [{ message: `Due ${longDate(dayOf(due))}.`, span: dueClause.span }]
            : [],
        fixes: [{ title: "The right lasts to maturity", edits: [{ span: until.span, text: "maturity" }] }],
      },
    ];
  },
});
