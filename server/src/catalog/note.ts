import { aroundClauses } from "./around.ts";
import { block, clause, lines } from "./clause.ts";
import { conversion } from "./conversion.ts";
import { exchange } from "./exchange.ts";
import { interest } from "./interest.ts";
import { market, scenario } from "./market.ts";
import { moneyClauses } from "./money.ts";
import {
  allowance,
  beginning,
  blockOnly,
  currency,
  definition,
  ending,
  heading,
  money,
  name,
  noteTitle,
  text,
  title,
} from "./value.ts";
import { ventureClauses } from "./venture.ts";

const term = clause({
  names: ['"…" means'],
  summary: "Defines a term: a price, a sum of money, a date or a rate that other clauses name in quotes.",
  value: definition,
  repeats: true,
  example: '"Market Price" means average of 3 lowest closing bids over prior 10 trading days',
});

const marketClause = clause({
  names: ["market"],
  summary: "What is known of the share: how many are outstanding and what they cost.",
  value: heading,
  block: market,
  repeats: true,
  begins: "at the top",
  example: "market",
});

const scenarioClause = clause({
  names: ["scenario"],
  summary: "Something that may happen on a day, with every number it leads to.",
  value: title,
  block: scenario,
  repeats: true,
  begins: "at the top",
  example: 'scenario "Converted at maturity"',
});

export const note = block("note", {
  issuer: clause({
    names: ["issuer", "borrower", "maker", "company", "obligor"],
    summary: "The company that owes the note.",
    said: { called: "Issuer", says: "{} (the “Company”) is the issuer of {it}." },
    value: name,
    example: 'issuer "Example Corp."',
  }),
  holder: clause({
    names: ["holder", "lender", "investor", "payee", "purchaser", "noteholder"],
    summary: "The person to whom the note is owed.",
    said: { called: "Holder", says: "{} (the “Holder”) is the holder of {it}." },
    value: name,
    example: 'holder "Example Fund LP"',
  }),
  principal: clause({
    schedule: true,
    names: [
      "principal",
      "principal amount",
      "face amount",
      "face value",
      "loan amount",
      "note amount",
      "principal sum",
      "original principal amount",
      "aggregate principal amount",
    ],
    summary: "The sum that is owed and that bears interest.",
    said: { called: "Principal Amount", says: "The principal amount of {it} is {}." },
    value: money,
    required: "every other sum is worked out from it",
    unless: ["principalUpTo", "tranche"],
    example: "principal $840,000.00",
  }),
  currency: clause({
    names: ["currency"],
    summary: "The currency that `$` stands for in this note.",
    said: { called: "Currency", says: "Sums in {it} are stated in {}." },
    value: currency,
    silent: "US dollars",
    example: "currency CAD",
  }),
  issued: clause({
    names: [
      "issued",
      "issue date",
      "dated",
      "original issue date",
      "issuance date",
      "date of issuance",
      "date of issue",
    ],
    summary: "The day on which the note is issued.",
    said: { called: "Issue Date", says: "The issue date of {it} is {}." },
    value: beginning,
    required: "interest runs from it",
    example: "issued December 6, 2017",
  }),
  funded: clause({
    names: ["funded", "funding date"],
    summary: "The day on which the money is paid over, where it is not the day of issue.",
    said: { called: "Funding Date", says: "The funding date of {it} is {}." },
    value: beginning,
    silent: "on the day of issue",
    timeless: "the money is paid over on one day",
    example: "funded 2018-08-02",
  }),
  matures: clause({
    names: ["matures", "maturity date", "due", "due date", "stated maturity", "maturity"],
    summary: "The day on which principal and unpaid interest are due.",
    said: {
      called: "Maturity Date",
      says: "The maturity date of {it} is {}.",
      none: "{It} has no maturity date.",
    },
    value: ending,
    mayBeNone: true,
    required: "interest runs to it; write “matures none” for a note without a maturity",
    example: "matures December 6, 2018",
  }),
  ...moneyClauses,
  ...aroundClauses,
  ...ventureClauses,
  security: clause({
    names: ["security", "secured by"],
    summary: "What secures the note.",
    said: { called: "Security", says: "The security for {it} is {}.", none: "{It} is not secured." },
    value: text,
    silent: "the sheet does not say",
    example: "security none",
  }),
  exchange: clause({
    names: ["exchange"],
    summary: "The older securities that are surrendered for this note.",
    said: {
      called: "Exchange",
      none: "{It} was not issued in exchange for other securities.",
      it: "the exchange",
    },
    value: blockOnly,
    block: exchange,
    silent: "the note is issued for money",
    example: "exchange",
  }),
  interest: clause({
    names: ["interest"],
    summary: "The interest that the principal bears.",
    said: { called: "Interest", none: "{It} bears no interest.", it: "the Note" },
    value: blockOnly,
    block: interest,
    silent: "interest is not worked out",
    example: "interest",
  }),
  conversion: clause({
    names: ["conversion"],
    summary: "How what is owed becomes shares.",
    said: { called: "Conversion", none: "{It} is not convertible.", it: "the Note" },
    value: blockOnly,
    block: conversion,
    silent: "the note is paid in money only",
    example: "conversion",
  }),
  eventsOfDefault: clause({
    names: ["events of default"],
    summary: "What puts the note in default, an event a line in its own words.",
    said: {
      called: "Events of Default",
      says: "The events of default are the following: {}.",
      none: "{It} has no events of default.",
      open: "The events of default include, but are not limited to, the following: {}.",
    },
    value: blockOnly,
    block: lines("events of default", "an event of default in its own words"),
    silent: "the sheet names none",
    example: "events of default",
  }),
  covenants: clause({
    names: ["covenants"],
    summary: "What the issuer promises to do or not to do, a promise a line in its own words.",
    said: {
      called: "Covenants",
      says: "The Company covenants as follows: {}.",
      none: "{It} has no covenants.",
    },
    value: blockOnly,
    block: lines("covenants", "a covenant in its own words"),
    silent: "the sheet names none",
    example: "covenants",
  }),
  registrationRights: clause({
    names: ["registration rights"],
    summary: "The holder's right to have the shares registered for resale.",
    said: {
      called: "Registration Rights",
      says: "The registration rights applicable to {it} are {}.",
      none: "There are no registration rights applicable to {it}.",
    },
    value: text,
    silent: "the sheet does not say",
    example: "registration rights none",
  }),
  governingLaw: clause({
    names: ["governing law"],
    summary: "The law that governs the note.",
    said: {
      called: "Governing Law",
      says: "{It} is governed by the law of {}.",
      none: "{It} does not name a governing law.",
    },
    value: text,
    silent: "the sheet does not say",
    example: "governing law New York",
  }),
  other: clause({
    names: ["other"],
    summary: "Keeps a term on record that nothing is worked out from.",
    said: { called: "Other Terms", says: "It is a further term of {it}: {}." },
    value: text,
    repeats: true,
    example: 'other "Expenses" paid by the issuer',
  }),
  allow: clause({
    names: ["allow"],
    summary: "Silences one rule in this note, on the record and with a reason.",
    value: allowance,
    repeats: true,
    example: 'allow no-floor-price because "The board approved the dilution on June 1"',
  }),
  term,
  market: marketClause,
  scenario: scenarioClause,
});

/** The clauses that most notes have beside the required ones, in the order in which completion offers them. */
export const firstClauses: readonly string[] = [
  "issuer",
  "holder",
  "interest",
  "conversion",
  "security",
  "eventsOfDefault",
] satisfies readonly (keyof typeof note.clauses)[];

/** What may stand at the top of a file. */
export const file = block("file", {
  note: clause({
    names: ["note"],
    summary:
      "One convertible or promissory note and its terms. Based on a form, it takes over every clause that it does not restate.",
    value: noteTitle,
    block: note,
    repeats: true,
    begins: "always",
    example: 'note "Exchange Note"',
  }),
  market: marketClause,
  scenario: scenarioClause,
  term,
});
