import { fixedRate } from "../finance/interest/rates.ts";
import type { Bound, BoundNote, Said } from "../note/bound.ts";
import * as exact from "../quantity/exact.ts";
import type { Figure } from "../quantity/figure.ts";
import { show } from "../quantity/format.ts";

/** A term of a later note that is better for its holder than that of a note whose holder may ask for better terms. */
export interface BetterTerm {
  readonly note: BoundNote;
  readonly later: BoundNote;
  /** The better term, in the later note. */
  readonly term: Said<unknown>;
  /** The same term of the earlier note; undefined where it has none. */
  readonly own: Said<unknown> | undefined;
  /** Both of them, in words: `a valuation cap of $6,000,000.00, below the $10,000,000.00 of the earlier note`. */
  readonly words: string;
}

/** The better terms that each note of an issuer gives, after one with most favoured terms, once for each pair and term. */
export function betterTerms(notes: readonly BoundNote[]): BetterTerm[] {
  const favoured = notes.filter(({ clauses }) => clauses.mostFavoured.state === "said");
  return favoured.flatMap((note) =>
    notes
      .filter((other) => other !== note && sameIssuer(note, other) && isLater(other, note))
      .flatMap((later) => comparedTerms(note, later).map((found) => ({ note, later, ...found }))),
  );
}

function sameIssuer(a: BoundNote, b: BoundNote): boolean {
  const [one, other] = [a.clauses.issuer, b.clauses.issuer];
  if (one.state !== "said" || other.state !== "said") return false;
  return one.meaning.toLowerCase() === other.meaning.toLowerCase();
}

/** Whether a note is issued after another; no, while either day is open. */
function isLater(note: BoundNote, than: BoundNote): boolean {
  const [day, before] = [note, than].map(({ clauses: { issued } }) =>
    issued.state === "said" && issued.meaning.kind === "day" ? issued.meaning.day : undefined,
  );
  return day !== undefined && before !== undefined && day > before;
}

type Found = Pick<BetterTerm, "term" | "own" | "words">;

function comparedTerms(note: BoundNote, later: BoundNote): Found[] {
  const [own, other] = [note, later].map(({ clauses }) => clauses.qualifiedFinancing.inner);
  if (!own || !other) return [];
  const caps = lowerCap(own.valuationCap, other.valuationCap);
  const converts = own.valuationCap.state === "said" || own.discount.state === "said";
  const discounts = converts
    ? higher("a discount of", own.discount, other.discount, (one) => one.meaning)
    : [];
  const rates = higher(
    "interest of",
    note.clauses.interest.inner.rate,
    later.clauses.interest.inner.rate,
    fixedRate,
  );
  return [...caps, ...discounts, ...rates];
}

type Cap = BoundNote["clauses"]["qualifiedFinancing"]["inner"]["valuationCap"];

/** A lower cap gives more shares; one before the money is not compared with one after it. */
function lowerCap(own: Cap, other: Cap): Found[] {
  if (own.state !== "said" || other.state !== "said" || own.meaning.tag !== other.meaning.tag) return [];
  const [here, there] = [own.meaning.value, other.meaning.value];
  if (here.currency !== there.currency || exact.compare(there.amount, here.amount) >= 0) return [];
  return [
    {
      term: other,
      own,
      words: `a valuation cap of ${show(there)}, below the ${show(here)} of the earlier note`,
    },
  ];
}

/** A percentage that is higher, or that the other does not have at all. */
function higher<M>(
  what: string,
  own: Bound<M>,
  other: Bound<M>,
  figureOf: (said: Said<M>) => Figure<"ratio"> | undefined,
): Found[] {
  const there = other.state === "said" ? figureOf(other) : undefined;
  if (other.state !== "said" || !there || own.state === "blank" || own.state === "unread") return [];
  const here = own.state === "said" ? figureOf(own) : undefined;
  if (own.state === "said" && !here) return [];
  if (exact.compare(there.amount, here?.amount ?? exact.zero) <= 0) return [];
  const beside = here ? `above the ${show(here)} of the earlier note` : "and the earlier note has none";
  return [
    { term: other, own: own.state === "said" ? own : undefined, words: `${what} ${show(there)}, ${beside}` },
  ];
}
