import type { Span } from "../base/span.ts";
import type { Day } from "../quantity/date.ts";
import type { Figure } from "../quantity/figure.ts";
import type { EventName, PeriodPhrase } from "../syntax/phrase-tree.ts";
import type { AmountMeaning, PriceMeaning } from "./prices.ts";
import type { MeasureId } from "./words.ts";

export type { EventName };

/** A date as the note gives it: a day, or one that counts from another. */
export type DateMeaning =
  | {
      readonly kind: "day";
      readonly day: Day;
      readonly text: string;
      readonly span: Span;
      readonly monthAlone: boolean;
    }
  | {
      readonly kind: "relative";
      readonly count: number;
      readonly unit: PeriodPhrase["unit"];
      readonly side: "after" | "before";
      readonly event: EventName;
      readonly name: string | undefined;
      readonly text: string;
      readonly span: Span;
    }
  | {
      readonly kind: "event";
      readonly event: EventName;
      readonly name: string | undefined;
      readonly text: string;
      readonly span: Span;
    }
  | {
      readonly kind: "best";
      readonly pick: "earliest" | "latest";
      readonly alternatives: readonly DateMeaning[];
      readonly text: string;
      readonly span: Span;
    };

/** A rate of interest a year, as the note gives it. */
export type RateMeaning =
  | {
      readonly kind: "fixed";
      readonly rate: Figure<"ratio">;
      readonly additional: boolean;
      /** Of a default rate: what it is said to bear on. */
      readonly bears: "principal" | "principal and interest" | undefined;
    }
  | {
      readonly kind: "index";
      readonly name: string;
      readonly margin: Figure<"ratio"> | undefined;
      readonly sign: "plus" | "less";
      readonly text: string;
      readonly span: Span;
    }
  | {
      readonly kind: "best";
      readonly pick: "lowest" | "highest";
      readonly word: string;
      readonly alternatives: readonly RateMeaning[];
      readonly labels: readonly string[];
      readonly span: Span;
    }
  | { readonly kind: "legal maximum"; readonly text: string; readonly span: Span };

/** An event that a clause names: of the note's own, or by its name in quotes. */
export interface EventMeaning {
  readonly event: EventName;
  readonly name: string | undefined;
}

/** When a clause that is said again holds. */
export type ConditionMeaning =
  | { readonly kind: "until"; readonly date: DateMeaning; readonly text: string }
  | {
      readonly kind: "from" | "after";
      readonly date: DateMeaning;
      /** Where it ends, if that is said beside. */
      readonly until: DateMeaning | undefined;
      readonly text: string;
    }
  | { readonly kind: "on"; readonly event: EventMeaning; readonly text: string }
  | {
      readonly kind: "unless";
      readonly event: EventMeaning;
      readonly by: DateMeaning | undefined;
      readonly text: string;
    };

/** On which days interest is paid along the way. */
export interface PaymentDaysMeaning {
  readonly every: "monthly" | "quarterly" | "semi-annually" | "annually";
  /** Undefined where no days are stated. */
  readonly days:
    | { readonly kind: "dates"; readonly dates: readonly { readonly month: number; readonly day: number }[] }
    | { readonly kind: "period ends" }
    | { readonly kind: "day of month"; readonly day: number }
    | undefined;
  /** The first payment, where it is stated. */
  readonly from: DateMeaning | undefined;
}

/** A line of a schedule: when, and how much. */
export interface ScheduleRow {
  readonly when: WhenMeaning;
  readonly what: WhatMeaning;
  readonly text: string;
  readonly span: Span;
  /** The line as it is written, where a value in it is proposed in brackets; absent where none is. */
  readonly proposed?: string;
  /** The line with each of its bracketed alternatives, and their words; absent where it has none. */
  readonly alternatives?: readonly { readonly text: string; readonly row: ScheduleRow }[];
}

export type WhenMeaning =
  /** Days counted from an anchor, both ends included; open where an end is undefined. */
  | {
      readonly kind: "days";
      readonly first: number | undefined;
      readonly last: number | undefined;
      /** The digits of the first day in the text. */
      readonly digits: Span | undefined;
      readonly anchor: EventMeaning;
      readonly span: Span;
    }
  | {
      readonly kind: "dates";
      readonly first: DateMeaning | undefined;
      readonly last: DateMeaning | undefined;
      /** Whether the first date is the first day, or the last one before. */
      readonly begins: "on" | "after";
      readonly span: Span;
    }
  | { readonly kind: "date"; readonly date: DateMeaning; readonly span: Span }
  | {
      readonly kind: "periodic";
      /** So many days, or so many months, from one to the next. */
      readonly every: { readonly unit: "day" | "month"; readonly count: number };
      readonly from: DateMeaning;
      readonly times: number | undefined;
      /** The digits of that number in the text. */
      readonly digits: Span | undefined;
      readonly until: DateMeaning | undefined;
      readonly span: Span;
    };

export type WhatMeaning =
  | { readonly kind: "none"; readonly span: Span }
  | {
      readonly kind: "percent";
      readonly share: Figure<"ratio">;
      /** What is paid for each dollar of principal; undefined for par. */
      readonly premium: Figure<"ratio"> | undefined;
      readonly span: Span;
    }
  | {
      readonly kind: "amount";
      readonly amount: AmountMeaning;
      readonly upTo: boolean;
      readonly premium: Figure<"ratio"> | undefined;
      readonly span: Span;
    }
  | {
      readonly kind: "per amount";
      readonly money: Figure<"money">;
      readonly per: Figure<"money">;
      readonly span: Span;
    }
  /** An amount on the line's first day, and so much more on each day after it; per as much as the first is. */
  | {
      readonly kind: "rising";
      readonly first: Extract<WhatMeaning, { readonly kind: "amount" | "per amount" }>;
      readonly by: Figure<"money">;
      readonly span: Span;
    };

/** A value and the words behind it that say what it is of; undefined where it does not say. */
export interface Tagged<M, T extends string = string> {
  readonly value: M;
  readonly tag: T | undefined;
}

/** So many shares for so much principal. */
export interface ConversionRateMeaning {
  readonly shares: Figure<"shares">;
  readonly per: Figure<"money">;
}

/** What a price has to reach, and on how many of how many trading days. */
export interface TriggerMeaning {
  readonly level: PriceMeaning;
  readonly days: { readonly count: number; readonly of: number } | undefined;
}

/** The prices that a scenario is played with. */
export type PricePathMeaning =
  | { readonly kind: "every"; readonly price: Figure<"price"> }
  | { readonly kind: "range"; readonly from: Figure<"price">; readonly to: Figure<"price"> }
  | { readonly kind: "of market" };

/** Where an index stands. */
export interface LevelMeaning {
  readonly name: string;
  readonly level: Figure<"ratio">;
}

export interface PeriodMeaning {
  readonly count: number;
  readonly unit: PeriodPhrase["unit"];
}

export interface HappeningMeaning {
  readonly name: string;
  readonly date: DateMeaning;
}

/** What a scenario is expected to come to: a figure's name, a bound, and the value that bounds it. */
export interface ExpectationMeaning {
  readonly label: string;
  readonly labelSpan: Span;
  readonly relation: "at most" | "at least" | "exactly";
  readonly value: Figure;
}

/** A table of shares added by stock price and day. */
export interface MakeWholeTable {
  readonly prices: readonly { readonly price: Figure<"price">; readonly span: Span }[];
  readonly rows: readonly {
    readonly day: Day;
    readonly span: Span;
    readonly shares: readonly Figure<"shares">[];
  }[];
}

export interface LimitMeaning {
  readonly share: Figure<"ratio">;
  /** Whether the new shares count among those outstanding; undefined where the note does not say. */
  readonly measured: "after" | "before" | undefined;
}

export interface SharesMeaning {
  readonly shares: Figure<"shares">;
  readonly of: string | undefined;
}

export interface HeadingMeaning {
  readonly name: string | undefined;
  /** The note that it is for, where it names one. */
  readonly forNote: { readonly name: string; readonly span: Span } | undefined;
  /** The form that a note is based on, where it names one. */
  readonly basedOn: BasedOn | undefined;
}

/** A note that another is based on, and the file that it is in, where that is another one. */
export interface BasedOn {
  readonly name: string;
  readonly span: Span;
  readonly file: FileMeaning | "unusable" | undefined;
}

/** A file that the sheet draws on, by its path from the folder of the text that names it. */
export interface FileMeaning {
  readonly path: string;
  readonly span: Span;
}

export interface Allowance {
  readonly code: string;
  readonly reason: string;
  readonly span: Span;
}

/** What a `means` clause stands for: the meaning of whichever value its words are. */
export type Definition =
  | { readonly kind: "price"; readonly price: PriceMeaning }
  | { readonly kind: "amount"; readonly amount: AmountMeaning }
  | { readonly kind: "date"; readonly date: DateMeaning }
  | { readonly kind: "rate"; readonly rate: RateMeaning };

/** A row of a price table: a day and what each column says of it. */
export interface PriceRow {
  readonly day: Day;
  readonly span: Span;
  /** Where in its file it stands, such as `row 12`; undefined for a row of the sheet itself, which has a span. */
  readonly source?: string;
  readonly prices: ReadonlyMap<MeasureId, { readonly price: Figure<"price">; readonly span: Span }>;
}
