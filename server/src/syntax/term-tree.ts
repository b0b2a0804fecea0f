import type { Span } from "../base/span.ts";
import type {
  AmountPhrase,
  DatePhrase,
  EventDatePhrase,
  MoneyPhrase,
  NumberPhrase,
  PercentPhrase,
  PricePhrase,
} from "./phrase-tree.ts";

/** `until day 180`, `on event of default`, `unless "Listing" by June 30, 2025`: when a clause that is said again holds. */
export type ConditionPhrase =
  | { readonly kind: "until"; readonly date: DatePhrase; readonly span: Span }
  | {
      readonly kind: "from" | "after";
      readonly date: DatePhrase;
      readonly until: DatePhrase | undefined;
      readonly span: Span;
    }
  | { readonly kind: "on"; readonly event: EventDatePhrase; readonly span: Span }
  | {
      readonly kind: "unless";
      readonly event: EventDatePhrase;
      readonly by: DatePhrase | undefined;
      readonly span: Span;
    };

/** A line of a schedule: when, and then how much. */
export interface ScheduleRowPhrase {
  readonly kind: "row";
  readonly when: WhenPhrase;
  readonly what: WhatPhrase;
  readonly span: Span;
}

export type WhenPhrase =
  /** `day 0 to 30`, `after day 180`, `until day 90`; counted from an anchor, the issue where none is named. */
  | {
      readonly kind: "days";
      readonly first: NumberPhrase | undefined;
      readonly last: NumberPhrase | undefined;
      readonly anchor: EventDatePhrase | undefined;
      readonly span: Span;
    }
  | {
      readonly kind: "dates";
      readonly first: DatePhrase | undefined;
      readonly last: DatePhrase | undefined;
      /** Whether the first date is the first day, as it is where this is not said, or the last one before. */
      readonly begins?: "on" | "after";
      readonly ends?: "on" | "before";
      readonly span: Span;
    }
  | { readonly kind: "date"; readonly date: DatePhrase; readonly span: Span }
  | {
      readonly kind: "periodic";
      readonly every: "week" | "month" | "quarter" | "half-year" | "year";
      /** Of how many of them one is: `every 2 weeks`. */
      readonly count?: NumberPhrase | undefined;
      readonly from: DatePhrase;
      readonly times: NumberPhrase | undefined;
      readonly until: DatePhrase | undefined;
      readonly span: Span;
    };

export type WhatPhrase =
  | { readonly kind: "none"; readonly span: Span }
  | (PercentPhrase & { readonly premium?: PercentPhrase | undefined })
  /** An amount, and what is paid for each dollar of principal in it: `1/10 of principal at 103%`. */
  | {
      readonly kind: "amount";
      readonly amount: AmountPhrase;
      readonly upTo: boolean;
      readonly premium?: PercentPhrase | undefined;
      readonly span: Span;
    }
  /** `$10 per $1,000`: for each day and so much of what is owed. */
  | {
      readonly kind: "per amount";
      readonly money: MoneyPhrase;
      readonly per: MoneyPhrase;
      readonly span: Span;
    }
  /** `$300 per $10,000 rising by $100 a day`. */
  | {
      readonly kind: "rising";
      readonly first: Extract<WhatPhrase, { readonly kind: "amount" | "per amount" }>;
      readonly by: MoneyPhrase;
      readonly span: Span;
    };

/** `240.3846 shares per $1,000`. */
export interface ConversionRatePhrase {
  readonly kind: "conversion rate";
  readonly number: NumberPhrase;
  readonly per: MoneyPhrase;
  readonly span: Span;
}

/** `130% of conversion price over 20 of 30 trading days`, `$12.40`: what a price has to reach, and for how long. */
export interface TriggerPhrase {
  readonly kind: "trigger";
  readonly level: PricePhrase;
  readonly days: { readonly count: NumberPhrase; readonly of: NumberPhrase | undefined } | undefined;
  readonly span: Span;
}

/** `5 times`, `500%`. */
export interface MultiplePhrase {
  readonly kind: "multiple";
  readonly number: NumberPhrase;
  readonly percent: boolean;
  readonly span: Span;
}

/** `"WSJ Prime" 8.5%`. */
export interface LevelPhrase {
  readonly kind: "level";
  readonly name: string;
  readonly percent: PercentPhrase;
  readonly span: Span;
}

/** `every $0.002`, `from $0.0005 to $0.01`, `of market`: the prices that a scenario is played with. */
export type PricePathPhrase =
  | { readonly kind: "every"; readonly price: MoneyPhrase; readonly span: Span }
  | { readonly kind: "range"; readonly from: MoneyPhrase; readonly to: MoneyPhrase; readonly span: Span }
  | { readonly kind: "of market"; readonly span: Span };
