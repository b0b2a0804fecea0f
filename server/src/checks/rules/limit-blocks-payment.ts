import { lineEndAt } from "../../base/lines.ts";
import type { Fix } from "../../base/problem.ts";
import { grouped } from "../../base/words.ts";
import * as exact from "../../quantity/exact.ts";
import type { Figure } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { type CounterExample, shownAlready, writtenExample } from "../counter-example.ts";
import { addition } from "../edits.ts";
import { ownWords } from "../own-words.ts";
import { exampleConversion, exampleNote, type Finding, rule, type Subject } from "../rule.ts";
import { priceForShares, type SharePayment, sharePayment, wholeSharesFor } from "../satisfiable.ts";
import type { ShareBound } from "../share-bounds.ts";

const conversion = (remainder: string | undefined): string =>
  exampleNote(
    `${exampleConversion({
      option: "issuer",
      amount: "principal",
      price: "lesser of { $0.02; 85% of VWAP on prior trading day }",
      "ownership limit": "9.99% after issuance",
      "blocked remainder": remainder,
    })}\n\n  allow issuer-holds-option because "That is the deal"`,
  );

/** Words of a note that say what becomes of the part that a limit blocks. */
const settled = /\bblocked\b|\b(excess|remainder|rest)\b[^\n]*\blimit/i;
const ways = [
  ["paid in cash", "paid in money"],
  ["deferred", "issued when the limit has room for it"],
  ["prefunded warrants", "issued as prefunded warrants"],
] as const;

export const limitBlocksPayment = rule({
  code: "limit-blocks-payment",
  severity: "warning",
  title: "A payment in shares that a limit does not let through",
  why: "An issuer that may pay in shares needs as many as the price asks for. An ownership limit lets through only so many at one time; an exchange cap, a cap on the note's shares and the number of authorised shares so many in all. Where the one is more than the other, both clauses cannot be true at once: a part of the payment is blocked, and it has to be said what becomes of it.",
  repair:
    "Say what becomes of the part that an ownership limit blocks: `blocked remainder paid in cash`, `deferred` or `prefunded warrants`; or raise the limit. A scenario in which the conflict can be seen is offered too.",
  bad: conversion(undefined),
  good: conversion("paid in cash"),
  find: (subject) => {
    const { option, remainder } = subject.note.clauses.conversion.inner;
    if (option.state !== "said" || option.meaning !== "issuer") return [];
    const said = ownWords(subject.note).filter(
      ({ path }) => path === "note/covenants" || path === "note/other",
    );
    if (said.some(({ text }) => settled.test(text))) return [];
    const payment = sharePayment(subject.alone);
    if (!payment) return [];
    return payment.bounds
      .filter(({ atOneTime }) => !atOneTime || remainder.state === "absent")
      .flatMap((bound) => judged(payment, bound, subject));
  },
});

function judged(payment: SharePayment, bound: ShareBound, subject: Subject): Finding[] {
  const { lowest, outstanding, amount } = payment;
  const most = bound.most(outstanding?.amount);
  if (most === undefined && !bound.needs) return [];
  const always = lowest && most !== undefined && fits(wholeSharesFor(amount, lowest), most);
  if (always) return [];
  const { conversion: converting, matures, principal } = subject.note.clauses;
  const { option, price } = converting.inner;
  const { tree } = subject.note;
  const here = bound.tree === tree;
  const shown = shownAlready(subject, bound);
  const related = [
    [option, "The issuer may pay in shares."],
    [price, "The price that says how many."],
    [principal, "What is to be paid, with interest."],
    [matures, "When it is due."],
  ] as const;
  return [
    {
      span: here || !price.clause ? bound.span : price.clause.name,
      message: `${sentences(payment, bound)}${shown ? ` ${shownBy(shown)}` : ""} ${bound.atOneTime ? "Say what becomes of the part that is blocked: money, or shares later." : "Raise it, or say what is paid where it blocks a part."}`,
      related: [
        ...related.flatMap(([clause, message]) =>
          clause.state === "said" ? [{ message, span: clause.clause.name }] : [],
        ),
        ...(here ? [] : [{ message: `The ${bound.name}.`, span: bound.span, tree: bound.tree }]),
      ],
      fixes: [
        ...(shown ? [] : insertion(payment, bound, subject)),
        ...(bound.atOneTime ? ways.flatMap(([words, what]) => statement(what, words, subject)) : []),
      ],
    },
  ];
}

function sentences(payment: SharePayment, bound: ShareBound): string {
  const { highest, lowest, outstanding, atLeast } = payment;
  const sum = `${atLeast ? "at least " : ""}${show(payment.amount)}`;
  const has = bound.most(outstanding?.amount);
  const through = outstanding
    ? `the market has ${show(outstanding)}, which let ${shares(has ?? 0n)} through`
    : "";
  if (highest) {
    const fewest = wholeSharesFor(payment.amount, highest);
    const fixed = lowest && exact.compare(lowest.amount, highest.amount) === 0;
    const takes = fixed
      ? `Paying ${sum} in shares takes ${show(fewest)} at ${show(highest)}.`
      : `Paying ${sum} in shares takes at least ${show(fewest)}, for the price is never above ${show(highest)}.`;
    if (has !== undefined && fits(fewest, has))
      return `${takes} The ${bound.said} lets that through${below(payment, bound, has)}.`;
    if (!bound.needs) return `${takes} The ${bound.said} lets only ${shares(has ?? 0n)} through.`;
    const needs = `Under the ${bound.said} that fits${bound.atOneTime ? " at one time" : ""} only if at least ${shares(bound.needs(fewest.amount))} are outstanding before`;
    return `${takes} ${needs}${through ? `; ${through}` : ""}.`;
  }
  const follows = `The issuer may pay ${sum} in shares, at a price that follows the market.`;
  if (has !== undefined)
    return `${follows} The ${bound.said} lets that through${below(payment, bound, has)}.`;
  if (!lowest || !bound.needs)
    return `${follows} However many shares are outstanding, the price can fall so far that the ${bound.name} blocks a part of the payment.`;
  const most = wholeSharesFor(payment.amount, lowest);
  return `${follows} At its lowest, ${show(lowest)}, that takes ${show(most)}, which the ${bound.name} lets through only if at least ${shares(bound.needs(most.amount))} are outstanding before.`;
}

/** ` at one time only while the price is at least $0.0085: …`. */
function below({ amount, outstanding }: SharePayment, { atOneTime }: ShareBound, most: bigint): string {
  const price = priceForShares(amount, most);
  const from = outstanding && atOneTime ? ` of the ${show(outstanding)} outstanding` : "";
  return price
    ? `${atOneTime ? " at one time" : ""} only while the price is at least ${show(price)}, at which it takes all the ${shares(most)} that are let through${from}`
    : " at no price: it lets no share through";
}

function shownBy({ situation, shares: needed, most }: CounterExample): string {
  return `“${situation.scenario?.name ?? ""}” shows it: ${show(needed)}, of which ${grouped(String(most))} are let through.`;
}

function insertion(payment: SharePayment, bound: ShareBound, subject: Subject): Fix[] {
  const example = writtenExample(subject, payment, bound);
  if (!example) return [];
  const { note } = subject;
  const { text } = note.tree;
  const at = lineEndAt(text, note.span.end);
  const { shares: needed, most } = example;
  return [
    {
      title: `Insert a scenario that shows it: ${show(needed)}, of which ${grouped(String(most))} are let through`,
      edits: [{ span: { start: at, end: at }, text: `\n\n${example.text}` }],
    },
  ];
}

function statement(what: string, words: string, { note }: Subject): Fix[] {
  const block = note.clauses.conversion.clause?.block;
  const clause = `blocked remainder ${words}`;
  return block
    ? [{ title: `The blocked part is ${what}`, edits: [addition(clause, block, note.tree.text)] }]
    : [];
}

function fits(needed: Figure<"shares">, most: bigint): boolean {
  return exact.compare(needed.amount, exact.whole(most)) <= 0;
}

function shares(count: bigint): string {
  return `${grouped(String(count))} ${count === 1n ? "share" : "shares"}`;
}
