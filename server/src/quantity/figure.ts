import { onceEach } from "../base/once.ts";
import type { Span } from "../base/span.ts";
import type { Day } from "./date.ts";
import { type Exact, whole } from "./exact.ts";

/** The kinds of number that notes speak of. Money plus shares does not compile. */
export type Kind = "money" | "price" | "shares" | "ratio" | "count" | "days" | "date";

/** A number with its unit, and the record of how it was made. */
export interface Figure<K extends Kind = Kind> {
  readonly kind: K;
  /** Money in units of its currency, a price per share, a ratio as a fraction of one, a date as its `Day`. */
  readonly amount: Exact;
  /** The ISO code, of money and prices. */
  readonly currency: string | undefined;
  /** What the number is called where it is an input of another. */
  readonly name: string | undefined;
  readonly origin: Origin;
  /** What this step takes for granted, beyond what its inputs do. */
  readonly assumptions?: readonly string[];
}

export type Origin =
  /** The note says so, here and in these words; `written` of a number. */
  | { readonly kind: "stated"; readonly text: string; readonly span: Span; readonly written?: Written }
  /** The note is silent; this is the usual reading. */
  | { readonly kind: "assumed"; readonly because: string }
  /** The market, the scenario or a setting says so. */
  | { readonly kind: "given"; readonly by: string; readonly span: Span | undefined }
  | { readonly kind: "computed"; readonly operation: Operation; readonly inputs: readonly Figure[] };

/** How a number is written in a sheet. */
export interface Written {
  /** Its digits in the text. */
  readonly digits: Span;
  /** How many digits it has behind the point, counted in the figure's unit: two more for a percentage, -6 for `$5 million`. */
  readonly places: number;
}

/** How a sheet writes the number that it states; undefined of any other figure. */
export function writtenOf({ origin }: Figure): Written | undefined {
  return origin.kind === "stated" ? origin.written : undefined;
}

/** How a computed figure was made of its inputs; rounding and choosing are operations like any other. */
export type Operation =
  | { readonly form: "infix"; readonly sign: "+" | "−" | "×" | "÷" }
  | { readonly form: "rounding"; readonly text: string }
  /** One of several: every candidate is an input, winners and losers, with the words the author used for each. */
  | {
      readonly form: "choice";
      readonly text: string;
      readonly winners: readonly number[];
      readonly labels: readonly string[];
    }
  /** The mean of some of the inputs. */
  | { readonly form: "average"; readonly picked: readonly number[]; readonly text: string }
  /** Several answers to one question: the first stands for all, each with the words for what it answers. */
  | { readonly form: "list"; readonly text: string; readonly labels: readonly string[] }
  /** A function of its inputs that a line of text says best. */
  | { readonly form: "function"; readonly text: string }
  /** Made of many inputs alike, such as payments by their days, each of which has a line to itself. */
  | { readonly form: "series"; readonly text: string }
  /** Made of rows of an account that a line of text names; the account itself shows each of them. */
  | { readonly form: "rows"; readonly text: string };

/** What has to be said, given or decided before a number can be worked out. */
export interface Waiting {
  readonly waitingFor: readonly string[];
}

export type Result<K extends Kind = Kind> = Figure<K> | Waiting;

export function isWaiting(result: unknown): result is Waiting {
  return typeof result === "object" && result !== null && "waitingFor" in result;
}

export function waiting(...needs: readonly string[]): Waiting {
  return { waitingFor: needs.length > 1 ? [...new Set(needs)] : needs };
}

/** A figure with an origin that is no computation. */
export function figure<K extends Kind>(kind: K, amount: Exact, origin: Origin, currency?: string): Figure<K> {
  return { kind, amount, currency, name: undefined, origin };
}

export function dateFigure(day: Day, origin: Origin): Figure<"date"> {
  return figure("date", whole(day), origin);
}

/** The day that a date figure stands for. */
export function dayOf(date: Figure<"date">): Day {
  return Number(date.amount.numerator) as Day;
}

/** The same figure under a name, by which later steps refer to it. */
export function named<K extends Kind>(name: string, result: Figure<K>): Figure<K> {
  return { ...result, name };
}

/** The same figure, resting on an assumption where there is one. */
export function assuming<K extends Kind>(result: Figure<K>, because: string | undefined): Figure<K> {
  return because === undefined
    ? result
    : { ...result, assumptions: [...(result.assumptions ?? []), because] };
}

/** Every assumption that the figure rests on, each once, nearest first. */
export const assumptionsOf = onceEach((part: Figure): readonly string[] => {
  const own = part.assumptions ?? [];
  if (part.origin.kind === "assumed") return [...new Set([...own, part.origin.because])];
  if (part.origin.kind !== "computed") return own;
  return [...new Set([...own, ...part.origin.inputs.flatMap(assumptionsOf)])];
});
