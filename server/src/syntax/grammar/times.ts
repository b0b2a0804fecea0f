import type { TokenType } from "chevrotain";
import { keywords as k, MonthName } from "../keywords.ts";
import type { DatePhrase, WhenPhrase } from "../phrase-tree.ts";
import { Comma } from "../tokens.ts";
import { AmountRules } from "./amounts.ts";
import { between } from "./parts.ts";

/** The times of a schedule: days and dates, and what comes again and again. */
export class TimeRules extends AmountRules {
  when = this.RULE(
    "when",
    (): WhenPhrase =>
      this.OR([
        { ALT: () => this.SUBRULE(this.dayRange) },
        { ALT: () => this.SUBRULE(this.afterDay) },
        { ALT: () => this.SUBRULE(this.untilDay) },
        { ALT: () => this.SUBRULE(this.periodic) },
        {
          ALT: () => {
            const date = this.SUBRULE(this.simpleDate);
            const last = this.OPTION(() => {
              this.CONSUME(k.To);
              return this.SUBRULE1(this.simpleDate);
            });
            return this.ACTION(() =>
              last
                ? { kind: "dates" as const, first: date, last, span: between(date, last) }
                : { kind: "date" as const, date, span: date.span },
            );
          },
        },
      ]),
  );

  /** `day 0 to 30`, `day 31`, `day 31 to 60 after funding`. */
  dayRange = this.RULE("dayRange", (): WhenPhrase => {
    const day = this.CONSUME(k.Day);
    const first = this.SUBRULE(this.number);
    const last = this.OPTION(() => {
      this.CONSUME(k.To);
      this.OPTION1(() => this.CONSUME1(k.Day));
      return this.SUBRULE1(this.number);
    });
    const anchor = this.OPTION2(() => this.SUBRULE(this.counted));
    return this.ACTION(() => ({
      kind: "days",
      first,
      last: last ?? first,
      anchor,
      span: between(day, anchor ?? last ?? first),
    }));
  });

  /** `after day 180`, `from day 181`, `after 6 months after issue`: without an end. */
  afterDay = this.RULE("afterDay", (): WhenPhrase => {
    const after = this.CONSUME(k.After);
    return this.OR([
      {
        GATE: () => !unitWords.has(this.LA(2).tokenType),
        ALT: () => {
          const day = this.OPTION(() => this.CONSUME(k.Day));
          const number = this.SUBRULE(this.number);
          const anchor = this.OPTION1(() => this.SUBRULE(this.counted));
          return this.ACTION(() => {
            const from = after.image.toLowerCase() === "from" || !/^\d+$/.test(number.digits);
            const begins = from ? number.digits : String(BigInt(number.digits) + 1n);
            return {
              kind: "days" as const,
              first: { ...number, digits: begins },
              last: undefined,
              anchor,
              span: between(after, anchor ?? number ?? day),
            };
          });
        },
      },
      {
        ALT: () => {
          const date = this.SUBRULE(this.simpleDate);
          const last = this.OPTION2(() => {
            this.OR1([{ ALT: () => this.CONSUME(k.Until) }, { ALT: () => this.CONSUME(k.To) }]);
            return this.SUBRULE1(this.simpleDate);
          });
          return this.ACTION(() => ({
            kind: "dates" as const,
            first: date,
            last,
            begins: after.image.toLowerCase() === "from" ? ("on" as const) : ("after" as const),
            span: between(after, last ?? date),
          }));
        },
      },
    ]);
  });

  untilDay = this.RULE("untilDay", (): WhenPhrase => {
    const until = this.OR1([{ ALT: () => this.CONSUME(k.Until) }, { ALT: () => this.CONSUME(k.Before) }]);
    return this.OR([
      {
        ALT: () => {
          this.CONSUME(k.Day);
          const number = this.SUBRULE(this.number);
          const anchor = this.OPTION(() => this.SUBRULE(this.counted));
          return this.ACTION(() => ({
            kind: "days" as const,
            first: undefined,
            last: number,
            anchor,
            span: between(until, anchor ?? number),
          }));
        },
      },
      {
        ALT: () => {
          const date = this.SUBRULE(this.simpleDate);
          return this.ACTION(() => ({
            kind: "dates" as const,
            first: undefined,
            last: date,
            ends: until.tokenType === k.Before ? ("before" as const) : ("on" as const),
            span: between(until, date),
          }));
        },
      },
    ]);
  });

  counted = this.RULE("counted", () => {
    this.CONSUME(k.After);
    return this.SUBRULE(this.event);
  });

  /** `monthly from 2025-09-30, 4 times`. */
  periodic = this.RULE("periodic", (): WhenPhrase => {
    const { word, every, count } = this.SUBRULE(this.recurring);
    this.CONSUME(k.After);
    const from = this.SUBRULE(this.simpleDate);
    const times = this.OPTION(() => {
      this.OPTION1(() => this.CONSUME(Comma));
      const number = this.SUBRULE(this.number);
      const end = this.CONSUME(k.Times);
      return this.ACTION(() => ({ number, span: between(number, end) }));
    });
    const until = this.OPTION2(() => {
      this.OPTION3(() => this.CONSUME1(Comma));
      this.OR1([{ ALT: () => this.CONSUME(k.Until) }, { ALT: () => this.CONSUME(k.To) }]);
      return this.SUBRULE1(this.simpleDate);
    });
    return this.ACTION(() => ({
      kind: "periodic",
      every,
      count,
      from: from as DatePhrase,
      times: times?.number,
      until,
      span: between(word, until ?? times ?? from),
    }));
  });

  /** `monthly`, `every 2 weeks`. */
  recurring = this.RULE("recurring", () =>
    this.OR([
      {
        ALT: () => {
          const word = this.OR1([
            { ALT: () => this.CONSUME(k.Weekly) },
            { ALT: () => this.CONSUME(k.Monthly) },
            { ALT: () => this.CONSUME(k.Quarterly) },
            { ALT: () => this.CONSUME(k.SemiAnnually) },
            { ALT: () => this.CONSUME(k.Annually) },
          ]);
          return this.ACTION(() => ({
            word,
            every: periods.get(word.tokenType.name) ?? ("month" as const),
            count: undefined,
          }));
        },
      },
      {
        ALT: () => {
          const word = this.CONSUME(k.Every);
          const count = this.SUBRULE(this.number);
          const unit = this.OR2([{ ALT: () => this.CONSUME(k.Week) }, { ALT: () => this.CONSUME(k.Month) }]);
          return this.ACTION(() => ({
            word,
            every: unit.tokenType === k.Week ? ("week" as const) : ("month" as const),
            count,
          }));
        },
      },
    ]),
  );
}

/** What makes of a number before it a period or a date, and not the number of a day. */
const unitWords: ReadonlySet<TokenType> = new Set([
  k.Trading,
  k.Business,
  k.Calendar,
  k.Day,
  k.Week,
  k.Month,
  k.Year,
  MonthName,
]);

const periods: ReadonlyMap<string, "week" | "month" | "quarter" | "half-year" | "year"> = new Map([
  ["Weekly", "week"],
  ["Monthly", "month"],
  ["Quarterly", "quarter"],
  ["SemiAnnually", "half-year"],
  ["Annually", "year"],
]);
