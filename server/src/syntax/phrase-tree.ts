import type { Span } from "../base/span.ts";
import type { PricePhrase } from "./price-tree.ts";
import type {
  ConditionPhrase,
  ConversionRatePhrase,
  LevelPhrase,
  MultiplePhrase,
  PricePathPhrase,
  ScheduleRowPhrase,
  TriggerPhrase,
} from "./term-tree.ts";

export type * from "./price-tree.ts";
export type * from "./term-tree.ts";

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
  | ConditionPhrase
  | ScheduleRowPhrase
  | ConversionRatePhrase
  | TriggerPhrase
  | PricePathPhrase
  | MultiplePhrase
  | LevelPhrase
  | PaymentDaysPhrase
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

/** `12% per annum`, `"WSJ Prime" plus 4%`, `lesser of { … }`, `legal maximum`. */
export type RatePhrase = FixedRatePhrase | IndexRatePhrase | BestRatePhrase | LegalMaximumPhrase;

export interface FixedRatePhrase {
  readonly kind: "rate";
  readonly percent: PercentPhrase;
  readonly per: "year" | "month";
  /** Of a default rate: whether it comes on top of the rate, as far as the text says. */
  readonly additional: boolean;
  /** Of a default rate: what it is said to bear on. */
  readonly bears: "principal" | "principal and interest" | undefined;
  readonly span: Span;
}

export interface IndexRatePhrase {
  readonly kind: "index rate";
  readonly name: string;
  readonly margin: { readonly sign: "plus" | "less"; readonly percent: PercentPhrase } | undefined;
  readonly span: Span;
}

export interface BestRatePhrase {
  readonly kind: "best rate";
  readonly pick: "lowest" | "highest";
  readonly word: string;
  readonly alternatives: readonly RatePhrase[];
  readonly span: Span;
}

export interface LegalMaximumPhrase {
  readonly kind: "legal maximum";
  readonly span: Span;
}

export type DatePhrase =
  | CalendarDatePhrase
  | MonthPhrase
  | SlashDatePhrase
  | RelativeDatePhrase
  | EventDatePhrase
  | BestDatePhrase;

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

/** Days of the note's own, and what happens when a scenario says so: an event of default, a closing, anything named in quotes. */
export type EventName =
  | "issue"
  | "funding"
  | "maturity"
  | "conversion"
  | "payment"
  | "notice"
  | "default"
  | "closing"
  | "named";

export interface EventDatePhrase {
  readonly kind: "event";
  readonly event: EventName;
  /** What stands in quotes: `closing of "Series A"`, or a defined term. */
  readonly name: string | undefined;
  readonly span: Span;
}

/** `earlier of { July 14, 2025; closing of "Offering" }`. */
export interface BestDatePhrase {
  readonly kind: "best date";
  readonly pick: "earliest" | "latest";
  readonly alternatives: readonly DatePhrase[];
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
  readonly scale: MoneyPhrase["scale"];
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
      readonly of:
        | "principal"
        | "principal lent"
        | "remaining principal"
        | "interest"
        | "principal and interest"
        | "default amount"
        | "what is owed";
      readonly span: Span;
    }
  | {
      readonly kind: "share of amount";
      readonly percent: PercentPhrase;
      readonly of: AmountPhrase;
      readonly span: Span;
    }
  | {
      readonly kind: "part of amount";
      readonly numerator: NumberPhrase;
      readonly denominator: string;
      readonly of: AmountPhrase;
      readonly span: Span;
    }
  | { readonly kind: "sum"; readonly terms: readonly AmountPhrase[]; readonly span: Span }
  | {
      readonly kind: "best amount";
      readonly pick: "lowest" | "highest";
      readonly word: string;
      readonly alternatives: readonly AmountPhrase[];
      readonly span: Span;
    }
  /** What the shares of a conversion are worth at a price. */
  | { readonly kind: "shares at"; readonly price: PricePhrase; readonly span: Span }
  | { readonly kind: "amount term"; readonly name: string; readonly span: Span }
  | MoneyPhrase;

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

/** `semi-annually on February 15 and August 15`, `quarterly on last day of every quarter`, `monthly on 1`. */
export interface PaymentDaysPhrase {
  readonly kind: "payment days";
  readonly every: "monthly" | "quarterly" | "semi-annually" | "annually";
  readonly days:
    | {
        readonly kind: "dates";
        readonly dates: readonly { readonly month: string; readonly day: NumberPhrase }[];
      }
    | { readonly kind: "period ends" }
    | { readonly kind: "day of month"; readonly day: NumberPhrase }
    | undefined;
  readonly from: DatePhrase | undefined;
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
