import type { Span } from "../base/span.ts";
import type { MeasureId } from "./measures.ts";

/** What the phrase rules read: words and numbers as written, not yet judged. */
export type Phrase =
  | MoneyPhrase
  | PercentPhrase
  | RatePhrase
  | DatePhrase
  | PeriodPhrase
  | SharesPhrase
  | LimitPhrase
  | AmountPhrase
  | PricePhrase
  | NamePhrase
  | CodePhrase
  | ChoicePhrase
  | TextPhrase;

export interface NumberPhrase {
  readonly digits: string;
  readonly negative: boolean;
  readonly span: Span;
}

export interface MoneyPhrase {
  readonly kind: "money";
  readonly number: NumberPhrase;
  /** `thousand`, `million` or `billion`, as written behind the number. */
  readonly scale: "thousand" | "million" | "billion" | undefined;
  /** The currency code as written; undefined for `$`. */
  readonly code: string | undefined;
  readonly span: Span;
}

export interface PercentPhrase {
  readonly kind: "percent";
  readonly number: NumberPhrase;
  readonly span: Span;
}

export interface RatePhrase {
  readonly kind: "rate";
  readonly percent: PercentPhrase;
  readonly per: "year" | "month";
  readonly span: Span;
}

export type DatePhrase =
  | CalendarDatePhrase
  | MonthPhrase
  | SlashDatePhrase
  | RelativeDatePhrase
  | EventDatePhrase;

export interface CalendarDatePhrase {
  readonly kind: "date";
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly span: Span;
}

export interface MonthPhrase {
  readonly kind: "month";
  readonly year: string;
  readonly month: string;
  readonly span: Span;
}

export interface SlashDatePhrase {
  readonly kind: "slash date";
  readonly text: string;
  readonly span: Span;
}

export interface RelativeDatePhrase {
  readonly kind: "relative date";
  readonly period: PeriodPhrase;
  readonly side: "after" | "before";
  readonly anchor: EventDatePhrase;
  readonly span: Span;
}

export type EventName = "issue" | "funding" | "maturity" | "conversion" | "payment" | "notice";

export interface EventDatePhrase {
  readonly kind: "event";
  readonly event: EventName;
  readonly span: Span;
}

export interface PeriodPhrase {
  readonly kind: "period";
  readonly count: NumberPhrase;
  readonly unit: "day" | "week" | "month" | "year" | "trading day" | "business day";
  readonly span: Span;
}

export interface SharesPhrase {
  readonly kind: "shares";
  readonly number: NumberPhrase;
  readonly of: string | undefined;
  readonly span: Span;
}

export interface LimitPhrase {
  readonly kind: "limit";
  readonly percent: PercentPhrase;
  readonly measured: "after" | "before" | undefined;
  readonly span: Span;
}

export type AmountPhrase =
  | {
      readonly kind: "balance";
      readonly of: "principal" | "interest" | "principal and interest";
      readonly span: Span;
    }
  | {
      readonly kind: "share of amount";
      readonly percent: PercentPhrase;
      readonly of: AmountPhrase;
      readonly span: Span;
    }
  | { readonly kind: "sum"; readonly terms: readonly AmountPhrase[]; readonly span: Span }
  | MoneyPhrase;

export type PricePhrase =
  | BestPhrase
  | PercentOfPhrase
  | AveragePhrase
  | ExtremePhrase
  | QuotePhrase
  | AdjustedPhrase
  | TermPhrase
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

/** `"Market Price"`: a defined term. */
export interface TermPhrase {
  readonly kind: "term";
  readonly name: string;
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

export interface NamePhrase {
  readonly kind: "name";
  readonly name: string;
  readonly span: Span;
}

export interface CodePhrase {
  readonly kind: "code";
  readonly code: string;
  readonly span: Span;
}

/** One of the words that a clause offers. */
export interface ChoicePhrase {
  readonly kind: "choice";
  readonly choice: string;
  readonly span: Span;
}

export interface TextPhrase {
  readonly kind: "text";
  readonly text: string;
  readonly span: Span;
}
