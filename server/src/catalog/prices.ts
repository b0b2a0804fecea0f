import type { Span } from "../base/span.ts";
import type { Figure } from "../quantity/figure.ts";
import type { AmountPhrase } from "../syntax/phrase-tree.ts";
import type { Tree } from "../syntax/tree.ts";
import type { DateMeaning } from "./meanings.ts";
import type { MeasureId } from "./words.ts";

/** A part of what a sheet says, and where it stands. */
export interface Worded {
  /** Its words as they are read, on one line: of a draft's alternatives the first. */
  readonly words: string;
  readonly span: Span;
  /** The text that the span is in. */
  readonly tree: Tree;
}

/** How many: a whole number, zero included, and its digits in the text. */
export interface CountMeaning {
  readonly count: number;
  readonly span: Span;
}

/** A percentage, as the fraction that it is. */
export interface PercentMeaning extends Worded {
  readonly kind: "percent";
  readonly ratio: Figure<"ratio">;
}

/** Percentage points, as the fraction that they are. */
export interface PointsMeaning extends Worded {
  readonly kind: "points";
  readonly ratio: Figure<"ratio">;
}

/** A sum of money, or a price a share. Beside the notes its currency may be open. */
export interface SumMeaning extends Worded {
  readonly kind: "money";
  readonly sum: Figure<"money">;
}

/** A term that stands for a price, by its name. */
export interface TermMeaning extends Worded {
  readonly kind: "term";
  readonly name: string;
}

export type PriceMeaning =
  | BestPrice
  | PercentOfPrice
  | AveragePrice
  | ExtremePrice
  | RollingPrice
  | QuotePrice
  | AdjustedPrice
  | RoundedPrice
  | TermMeaning
  | ConversionPriceItself
  | CapPriceItself
  | SumMeaning;

/** The lowest or the highest of several prices. */
export interface BestPrice extends Worded {
  readonly kind: "best";
  readonly pick: "lowest" | "highest";
  /** The author's own word, which has the same meaning. */
  readonly word: string;
  readonly alternatives: readonly PriceMeaning[];
}

/** So much of another price. */
export interface PercentOfPrice extends Worded {
  readonly kind: "percent of";
  readonly percent: PercentMeaning;
  readonly of: PriceMeaning;
}

/** The mean of a window's prices, or of so many of its lowest or highest. */
export interface AveragePrice extends Worded {
  readonly kind: "average";
  readonly picks: { readonly count: CountMeaning; readonly side: "lowest" | "highest" } | undefined;
  readonly measure: MeasureMeaning;
  readonly window: WindowMeaning;
  /** Whether the text says that it is an average. */
  readonly said: boolean;
}

/** The lowest or the highest price of a window. */
export interface ExtremePrice extends Worded {
  readonly kind: "extreme";
  readonly side: "lowest" | "highest";
  readonly measure: MeasureMeaning;
  readonly window: WindowMeaning;
}

/** The lowest or the highest of the averages of so many days in a row. */
export interface RollingPrice extends Worded {
  readonly kind: "rolling";
  readonly side: "lowest" | "highest";
  readonly days: CountMeaning;
  readonly measure: MeasureMeaning;
  readonly window: WindowMeaning;
}

/** The price of one day. */
export interface QuotePrice extends Worded {
  readonly kind: "quote";
  readonly measure: MeasureMeaning;
  readonly day: QuoteDay;
}

/** A price less or plus a part of it, points of its percentage, or a sum. */
export interface AdjustedPrice extends Worded {
  readonly kind: "adjusted";
  readonly base: PriceMeaning;
  readonly sign: "less" | "plus";
  readonly by: PercentMeaning | PointsMeaning | SumMeaning;
}

/** A price rounded to so many decimal places. */
export interface RoundedPrice extends Worded {
  readonly kind: "rounded";
  readonly base: PriceMeaning;
  readonly way: "nearest" | "up" | "down";
  /** How many are left: two of whole cents. */
  readonly places: number;
  /** Whether it is said to be rounded to cents. */
  readonly cents: boolean;
}

/** The price of the note's conversion, where another clause rests on it. */
export interface ConversionPriceItself extends Worded {
  readonly kind: "conversion price";
}

/** What the valuation cap of the financing comes to a share, where another clause rests on it. */
export interface CapPriceItself extends Worded {
  readonly kind: "cap price";
}

export interface MeasureMeaning {
  readonly id: MeasureId;
  readonly span: Span;
}

/** The day that a window or a quote counts from: a day of the calendar, or an event; the conversion where undefined. */
export type AnchorMeaning = Extract<DateMeaning, { readonly kind: "day" | "event" }> | undefined;

/** The days that a price is taken over. */
export interface WindowMeaning extends Worded {
  readonly count: CountMeaning;
  readonly unit: "trading day" | "business day" | "day";
  readonly ends: "before" | "including";
  /** Whether the text says where the window ends. */
  readonly endSaid: boolean;
  /** Whether the text says which days count; `ten day trading period` does not quite. */
  readonly unitSaid: boolean;
  readonly anchor: AnchorMeaning;
}

/** The one day that a price is taken on. */
export interface QuoteDay {
  readonly at: "trading day before" | "day itself";
  readonly anchor: AnchorMeaning;
}

export type AmountMeaning =
  | BalanceMeaning
  | ShareOfAmount
  | PartOfAmount
  | SumOfAmounts
  | BestAmount
  | SharesAt
  | AmountTerm
  | SumMeaning;

/** What is owed, or a part of it. */
export interface BalanceMeaning extends Worded {
  readonly kind: "balance";
  readonly of: Extract<AmountPhrase, { readonly kind: "balance" }>["of"];
}

/** `150% of …`. */
export interface ShareOfAmount extends Worded {
  readonly kind: "share of amount";
  readonly percent: PercentMeaning;
  readonly of: AmountMeaning;
}

/** `1/4 of …`, `2 times …`. */
export interface PartOfAmount extends Worded {
  readonly kind: "part of amount";
  readonly part: Figure<"ratio">;
  readonly of: AmountMeaning;
}

export interface SumOfAmounts extends Worded {
  readonly kind: "sum";
  readonly terms: readonly AmountMeaning[];
}

export interface BestAmount extends Worded {
  readonly kind: "best amount";
  readonly pick: "lowest" | "highest";
  /** The author's own word, which has the same meaning. */
  readonly word: string;
  readonly alternatives: readonly AmountMeaning[];
}

/** What the shares of a conversion are worth at a price. */
export interface SharesAt extends Worded {
  readonly kind: "shares at";
  readonly price: PriceMeaning;
}

/** A term that stands for an amount, by its name. */
export interface AmountTerm extends Worded {
  readonly kind: "amount term";
  readonly name: string;
}
