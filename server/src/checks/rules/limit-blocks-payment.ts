import type { Fix } from "../../base/problem.ts";
import { grouped } from "../../base/words.ts";
import * as exact from "../../quantity/exact.ts";
import type { Figure } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { type CounterExample, shownAlready, writtenExample } from "../counter-example.ts";
import { addition } from "../edits.ts";
import { ownWords } from "../own-words.ts";
import { exampleConversion, exampleNote, type Finding, rule, type Subject } from "../rule.ts";
import {
  priceForShares,
  type ShareBound,
  type SharePayment,
  sharePayment,
  wholeSharesFor,
} from "../satisfiable.ts";

const conversion = (more: string): string =>
  exampleNote(
    `${exampleConversion({
      option: "issuer",
      amount: "principal",
      price: "lesser of { $0.02; 85% of VWAP on prior trading day }",
      "ownership limit": "9.99% after issuance",
    })}\n\n  allow issuer-holds-option because "That is the deal"${more}`,
  );

/** Words of a note that say what becomes of the part that a limit blocks. */
const settled = /\bblocked\b|\b(excess|remainder|rest)\b[^\n]*\blimit/i;
const inMoney = 'other "Blocked part" is paid in money when due';
const later = 'other "Blocked part" is paid in shares as soon as the ownership limit allows';

export const limitBlocksPayment = rule({
  code: "limit-blocks-payment",
  severity: "warning",
  title: "A payment in shares that the ownership limit does not let through",
  why: "An issuer that may pay in shares needs as many as the price asks for, and an ownership limit lets through only so many at one time. Where the one is more than the other, both clauses cannot be true at once: a part of the payment is blocked, and it has to be said whether that part is paid in money, later, or not at all.",
  repair:
    'Say what becomes of the blocked part, in a covenant or with `other "Blocked part" …`, or agree on `ownership limit none`. A scenario in which the conflict can be seen is offered too.',
  bad: conversion(""),
  good: conversion(`\n\n  ${inMoney}`),
  find: (subject) => {
    const { option } = subject.note.clauses.conversion.inner;
    if (option.state !== "said" || option.meaning !== "issuer") return [];
    const said = ownWords(subject.note).filter(({ id }) => id === "covenants" || id === "other");
    if (said.some(({ text }) => settled.test(text))) return [];
    const payment = sharePayment(subject.alone);
    return (payment?.bounds ?? []).flatMap((bound) => (payment ? judged(payment, bound, subject) : []));
  },
});

function judged(payment: SharePayment, bound: ShareBound, subject: Subject): Finding[] {
  const { lowest, outstanding, amount } = payment;
  const most = outstanding && bound.most(outstanding.amount);
  const always = lowest && most !== undefined && fits(wholeSharesFor(amount, lowest), most);
  if (always) return [];
  const { conversion, matures, principal } = subject.note.clauses;
  const { option, price } = conversion.inner;
  const shown = shownAlready(subject, bound);
  const related = [
    [option, "The issuer may pay in shares."],
    [price, "The price that says how many."],
    [principal, "What is to be paid, with interest."],
    [matures, "When it is due."],
  ] as const;
  return [
    {
      span: bound.span,
      message: `${sentences(payment, bound)}${shown ? ` ${shownBy(shown)}` : ""} Say what becomes of the part that is blocked: money, or shares later.`,
      related: related.flatMap(([clause, message]) =>
        clause.state === "said" ? [{ message, span: clause.clause.name }] : [],
      ),
      fixes: [
        ...(shown ? [] : insertion(payment, bound, subject)),
        ...statement("paid in money", inMoney, subject),
        ...statement("paid in shares later", later, subject),
      ],
    },
  ];
}

function sentences(payment: SharePayment, bound: ShareBound): string {
  const { highest, lowest, outstanding, atLeast } = payment;
  const sum = `${atLeast ? "at least " : ""}${show(payment.amount)}`;
  const has = outstanding ? bound.most(outstanding.amount) : undefined;
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
      return `${takes} The ${bound.said} lets that through${below(payment, has)}.`;
    const needs = `Under the ${bound.said} that fits at one time only if at least ${shares(bound.needs(fewest.amount))} are outstanding before`;
    return `${takes} ${needs}${through ? `; ${through}` : ""}.`;
  }
  const follows = `The issuer may pay ${sum} in shares, at a price that follows the market.`;
  if (has !== undefined) return `${follows} The ${bound.said} lets that through${below(payment, has)}.`;
  if (!lowest)
    return `${follows} However many shares are outstanding, the price can fall so far that the ${bound.name} blocks a part of the payment.`;
  const most = wholeSharesFor(payment.amount, lowest);
  return `${follows} At its lowest, ${show(lowest)}, that takes ${show(most)}, which the ${bound.name} lets through only if at least ${shares(bound.needs(most.amount))} are outstanding before.`;
}

/** ` at one time only while the price is at least $0.0085: …`. */
function below({ amount, outstanding }: SharePayment, most: bigint): string {
  const price = priceForShares(amount, most);
  const from = outstanding ? ` of the ${show(outstanding)} outstanding` : "";
  return price
    ? ` at one time only while the price is at least ${show(price)}, at which it takes all the ${shares(most)} that are let through${from}`
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
  const end = text.indexOf("\n", note.span.end);
  const at = end < 0 ? text.length : end;
  const { shares: needed, most } = example;
  return [
    {
      title: `Insert a scenario that shows it: ${show(needed)}, of which ${grouped(String(most))} are let through`,
      edits: [{ span: { start: at, end: at }, text: `\n\n${example.text}` }],
    },
  ];
}

function statement(what: string, clause: string, { note }: Subject): Fix[] {
  const { block } = note.clause;
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
