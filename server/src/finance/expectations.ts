import { nearest } from "../base/nearest.ts";
import type { ExpectationMeaning } from "../catalog/value.ts";
import * as exact from "../quantity/exact.ts";
import { type Figure, isWaiting, type Kind, writtenOf } from "../quantity/figure.ts";
import { evaluate, type Formula, type Situation, varied } from "./engine/formula.ts";
import { quotesIn } from "./engine/price-path.ts";
import { appliesTo, formulas } from "./formulas.ts";
import { type PriceRow, playsRange, priceTable } from "./price-table.ts";

/** What became of what a scenario expects. */
export type Outcome =
  /** No figure goes by the name; the figures that may be meant. */
  | { readonly kind: "unknown"; readonly suggestions: readonly string[] }
  /** The note has nothing that the figure is about. */
  | { readonly kind: "absent"; readonly formula: Formula }
  /** The figure and the value are of two kinds, or in two currencies. */
  | { readonly kind: "unlike"; readonly formula: Formula }
  | { readonly kind: "waits"; readonly formula: Formula; readonly needs: readonly string[] }
  /** Without a result where the scenario plays a range of prices, in each of which it is met. */
  | { readonly kind: "met"; readonly formula: Formula; readonly result: Figure | undefined }
  | {
      readonly kind: "broken";
      readonly formula: Formula;
      readonly result: Figure;
      /** How far it is off, always above zero. */
      readonly gap: Figure;
      /** The first row in which it is broken, where the scenario plays a range of prices. */
      readonly row: PriceRow | undefined;
    };

/** Compares what a scenario expects with what it comes to; over a range of prices, in each row of the table. */
export function judged(expected: ExpectationMeaning, played: Situation): Outcome {
  const named = figuresNamed(expected.label);
  const formula = named.find((one) => appliesTo(one, placeOf(one, played)));
  if (!formula) {
    const [absent] = named;
    return absent
      ? { kind: "absent", formula: absent }
      : { kind: "unknown", suggestions: suggestions(expected.label, played) };
  }
  const situation = placeOf(formula, played);
  if (!isLike(formula, expected.value, situation)) return { kind: "unlike", formula };
  const result = evaluate(formula, situation);
  if (!isWaiting(result)) return compared(expected, formula, result, undefined);
  if (!playsRange(situation)) return { kind: "waits", formula, needs: result.waitingFor };
  const outcomes = (priceTable(situation)?.rows ?? []).flatMap((row) => {
    const inRow = evaluate(formula, row.situation);
    return isWaiting(inRow) ? [] : [compared(expected, formula, inRow, row)];
  });
  const broken = outcomes.find(({ kind }) => kind === "broken");
  if (broken) return broken;
  return outcomes.length > 0
    ? { kind: "met", formula, result: undefined }
    : { kind: "waits", formula, needs: result.waitingFor };
}

/** Where a figure is worked out: the note's own in the note by itself, whatever the scenario. */
function placeOf({ scope }: Formula, played: Situation): Situation {
  if (scope !== "note") return played;
  return varied(played, { scenario: undefined, quotes: quotesIn(played, undefined) });
}

/** What kinds of value a figure can be held against, as a value is written. */
const comparable: Readonly<Record<Kind, readonly Kind[]>> = {
  money: ["money"],
  price: ["money", "price"],
  shares: ["shares"],
  count: ["shares"],
  days: ["shares"],
  ratio: ["ratio"],
  date: ["date"],
};

function isLike({ kind }: Formula, value: Figure, { note }: Situation): boolean {
  return comparable[kind].includes(value.kind) && (value.currency ?? note.currency) === note.currency;
}

function compared(
  { relation, value }: ExpectationMeaning,
  formula: Formula,
  result: Figure,
  row: PriceRow | undefined,
): Outcome {
  const difference = exact.subtract(result.amount, value.amount);
  const side = exact.compare(difference, exact.zero);
  const met =
    relation === "at most" ? side <= 0 : relation === "at least" ? side >= 0 : isAsWritten(result, value);
  if (met) return { kind: "met", formula, result };
  const amount = side < 0 ? exact.negate(difference) : difference;
  return { kind: "broken", formula, result, gap: { ...result, amount, name: undefined }, row };
}

/** Whether a figure is the value that is written, to as many digits as are written. */
function isAsWritten(result: Figure, value: Figure): boolean {
  const written = writtenOf(value)?.places ?? 0;
  const places = value.kind === "money" ? Math.max(written, 2) : written;
  return exact.compare(exact.round(result.amount, places), value.amount) === 0;
}

/** Short names that stand for the first of several figures which the note has. */
const short: Readonly<Record<string, readonly string[]>> = {
  shares: ["conversion-shares", "round-shares"],
  price: ["conversion-price", "round-price"],
  "conversion price": ["conversion-price", "round-price"],
  "conversion shares": ["conversion-shares", "round-shares"],
  "amount converted": ["conversion-amount", "round-amount"],
  ownership: ["ownership-after", "round-ownership"],
  "ownership after conversion": ["ownership-after", "round-ownership"],
  value: ["conversion-value", "round-value"],
  discount: ["effective-discount", "round-discount"],
  "effective discount": ["effective-discount", "round-discount"],
  gain: ["conversion-gain"],
  interest: ["accrued-interest"],
  "amount due": ["amount-at-maturity"],
  dilution: ["total-dilution"],
  "break-even price": ["breakeven-price"],
};

/** The figures that a name may stand for: its own, by label or id, then those that it is short for; else the only one that has all its words. */
function figuresNamed(written: string): readonly Formula[] {
  const name = plain(written);
  const own = formulas.filter(({ id, label }) => plain(label) === name || plain(id) === name);
  const meant = (short[name] ?? []).flatMap((formulaId) => formulas.find(({ id }) => id === formulaId) ?? []);
  const found = [...own, ...meant];
  if (found.length > 0) return found;
  const containing = withWords(name);
  return containing.length === 1 ? containing : [];
}

function withWords(name: string): Formula[] {
  const words = name.split(" ").filter((word) => word !== "");
  return formulas.filter(({ id, label }) => {
    const all = new Set([...plain(label).split(" "), ...plain(id).split(" ")]);
    return words.every((word) => all.has(word));
  });
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[-\s]+/g, " ")
    .replace(/^the /, "")
    .trim();
}

/** The labels that may be meant, of figures that the note has: the closest, then those with all the words, three at most. */
function suggestions(written: string, situation: Situation): string[] {
  const name = plain(written);
  const here = formulas.filter((formula) => appliesTo(formula, placeOf(formula, situation)));
  const close = nearest(name, [...here.map(({ label }) => label), ...Object.keys(short)]);
  const containing = withWords(name).filter((formula) => here.includes(formula));
  return [
    ...new Set([...(close === undefined ? [] : [close]), ...containing.map(({ label }) => label)]),
  ].slice(0, 3);
}
