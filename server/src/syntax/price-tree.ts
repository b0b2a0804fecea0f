import type { Span } from "../base/span.ts";
import type { MeasureId } from "./measures.ts";
import type {
  CalendarDatePhrase,
  EventDatePhrase,
  MoneyPhrase,
  NumberPhrase,
  PercentPhrase,
} from "./phrase-tree.ts";

export type PricePhrase =
  | BestPhrase
  | PercentOfPhrase
  | AveragePhrase
  | ExtremePhrase
  | RollingPhrase
  | QuotePhrase
  | AdjustedPhrase
  | RoundedPhrase
  | TermPhrase
  | ConversionPricePhrase
  | CapPricePhrase
  | MoneyPhrase;

/** `lowest of { … }`, `greater of … and …`: one of several prices. */
export interface BestPhrase {
  readonly kind: "best";
  readonly pick: "lowest" | "highest";
  /** The author's own word, which has the same meaning. */
  readonly word: string;
  readonly alternatives: readonly PricePhrase[];
  readonly span: Span;
}

export interface PercentOfPhrase {
  readonly kind: "percent of";
  readonly percent: PercentPhrase;
  readonly of: PricePhrase;
  readonly span: Span;
}

/** `average of VWAP over …`, `average of 3 lowest closing bids over …`. */
export interface AveragePhrase {
  readonly kind: "average";
  readonly picks: { readonly count: NumberPhrase; readonly side: "lowest" | "highest" } | undefined;
  readonly measure: MeasurePhrase;
  readonly window: WindowPhrase;
  /** Whether the text says that it is an average; `65% of the 3 lowest bids` does not. */
  readonly said: boolean;
  readonly span: Span;
}

/** `lowest closing bid over …`: one price of a window. */
export interface ExtremePhrase {
  readonly kind: "extreme";
  readonly side: "lowest" | "highest";
  readonly measure: MeasurePhrase;
  readonly window: WindowPhrase;
  readonly span: Span;
}

/** `lowest 3 day average of VWAP over …`: the lowest of the averages of so many days in a row. */
export interface RollingPhrase {
  readonly kind: "rolling";
  readonly side: "lowest" | "highest";
  readonly days: NumberPhrase;
  readonly measure: MeasurePhrase;
  readonly window: WindowPhrase;
  readonly span: Span;
}

/** `closing bid on prior trading day`. */
export interface QuotePhrase {
  readonly kind: "quote";
  readonly measure: MeasurePhrase;
  readonly day: DayPhrase;
  readonly span: Span;
}

/** `… less 5%`, `… less 15 points`, `… plus $0.01`. */
export interface AdjustedPhrase {
  readonly kind: "adjusted";
  readonly base: PricePhrase;
  readonly sign: "less" | "plus";
  readonly by:
    | PercentPhrase
    | MoneyPhrase
    | { readonly kind: "points"; readonly number: NumberPhrase; readonly span: Span };
  readonly span: Span;
}

/** `… rounded to 4 decimal places`, `… rounded up to the nearest cent`. */
export interface RoundedPhrase {
  readonly kind: "rounded";
  readonly base: PricePhrase;
  readonly way: "nearest" | "up" | "down";
  /** How many decimal places are left; undefined for whole cents. */
  readonly places: NumberPhrase | undefined;
  readonly span: Span;
}

/** `"Market Price"`: a defined term. */
export interface TermPhrase {
  readonly kind: "term";
  readonly name: string;
  readonly span: Span;
}

/** `conversion price`: the price of the note's conversion, where another clause rests on it. */
export interface ConversionPricePhrase {
  readonly kind: "conversion price";
  readonly span: Span;
}

/** `cap price`: what the valuation cap of the financing comes to a share, where another clause rests on it. */
export interface CapPricePhrase {
  readonly kind: "cap price";
  readonly span: Span;
}

export interface MeasurePhrase {
  readonly id: MeasureId;
  readonly span: Span;
}

/** The days that a price is taken over. */
export interface WindowPhrase {
  readonly count: NumberPhrase;
  readonly unit: "trading day" | "business day" | "day";
  readonly ends: "before" | "including";
  /** Whether the text says where the window ends. */
  readonly endSaid: boolean;
  /** Whether the text says which days count; `ten day trading period` does not quite. */
  readonly unitSaid: boolean;
  readonly anchor: EventDatePhrase | CalendarDatePhrase | undefined;
  readonly span: Span;
}

/** The one day that a price is taken on. */
export interface DayPhrase {
  readonly at: "trading day before" | "day itself";
  readonly anchor: EventDatePhrase | CalendarDatePhrase | undefined;
  readonly span: Span;
}
