import { withoutEnd } from "../../base/words.ts";
import { allClauses } from "../vocabulary.ts";
import { conversionSayings } from "./conversion.ts";
import { dateSayings } from "./dates.ts";
import { interestSayings } from "./interest.ts";
import { limitSayings } from "./limits.ts";
import { moneySayings } from "./money.ts";
import { priceSayings } from "./price.ts";
import { aroundSayings } from "./protections.ts";
import type { PaperSayings } from "./saying.ts";
import { ventureSayings } from "./venture.ts";
import { warrantSayings } from "./warrants.ts";

export type { PaperSaying } from "./saying.ts";

/** How papers say each clause. */
export const paperSayings: PaperSayings = {
  ...moneySayings,
  ...dateSayings,
  ...interestSayings,
  ...conversionSayings,
  ...priceSayings,
  ...limitSayings,
  ...aroundSayings,
  ...ventureSayings,
  ...warrantSayings,
};

/** What rows and sections of papers are called besides the names of clauses. */
const otherLabels = [
  "interest", "conversion", "maturity", "principal", "amount", "price", "dates", "default", "defaults", "limits", "limit",
  "delivery", "warrant", "warrants", "prepayment", "security", "ranking", "governing law", "law", "redemption",
  "redemptions", "payment", "registration", "events of default", "default interest", "oid", "investor", "parties",
  "closing", "closing date", "use of proceeds", "collateral", "guarantee", "guarantors", "conversion rights",
  "optional conversion", "voluntary prepayment", "valuation cap", "discount", "discount rate", "change of control",
  "qualified financing", "most favored nation", "term", "tenor", "denominations", "reserve", "share reserve", "price floor",
  "ownership limit", "beneficial ownership", "anti-dilution", "instalments", "installments", "amortization", "fees",
  "expenses", "costs", "commitment shares", "conversion price", "conversion right", "exemption", "type", "instrument",
] as const; // biome-ignore format: a list

const labels: ReadonlySet<string> = new Set([
  ...otherLabels,
  ...allClauses().flatMap(({ spec }) =>
    [...spec.names, ...(spec.said ? [spec.said.called] : [])].map((name) => name.toLowerCase()),
  ),
]);

/** Whether some words may be the label of a row: the name of a clause, however it is counted or ended. */
export function isPaperLabel(words: string): boolean {
  const plain = withoutEnd(
    words
      .toLowerCase()
      .replace(/^(?:section |article )?[\divx]{1,4}(?:[.)]\d*)*\s+/, "")
      .trim(),
    ":. ",
  );
  return labels.has(plain) || labels.has(plain.replace(/s$/, "")) || labels.has(plain.replace(/^the /, ""));
}
