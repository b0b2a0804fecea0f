import type { TokenType } from "chevrotain";
import { keywords as k, MonthName } from "../keywords.ts";
import type { AmountPhrase, DatePhrase, ScheduleRowPhrase, WhatPhrase, WhenPhrase } from "../phrase-tree.ts";
import { Comma } from "../tokens.ts";
import { AmountRules } from "./amounts.ts";
import { between } from "./parts.ts";

/** The rows of schedules: when, and then how much. */
export class ScheduleRules extends AmountRules {
  scheduleRow = this.RULE("scheduleRow", (): ScheduleRowPhrase => {
    const when = this.SUBRULE(this.when);
    const what = this.SUBRULE(this.what);
    return this.ACTION(() => ({ kind: "row", when, what, span: between(when, what) }));
  });

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
    const word = this.OR([
      { ALT: () => this.CONSUME(k.Weekly) },
      { ALT: () => this.CONSUME(k.Monthly) },
      { ALT: () => this.CONSUME(k.Quarterly) },
      { ALT: () => this.CONSUME(k.SemiAnnually) },
      { ALT: () => this.CONSUME(k.Annually) },
    ]);
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
      every: periods.get(word.tokenType.name) ?? "month",
      from: from as DatePhrase,
      times: times?.number,
      until,
      span: between(word, until ?? times ?? from),
    }));
  });

  what = this.RULE(
    "what",
    (): WhatPhrase =>
      this.OR([
        {
          ALT: () => {
            const none = this.CONSUME(k.None);
            return this.ACTION(() => ({ kind: "none" as const, span: between(none, none) }));
          },
        },
        {
          ALT: () => {
            const money = this.SUBRULE(this.money);
            const per = this.OPTION(() => {
              this.CONSUME(k.Per);
              return this.SUBRULE1(this.money);
            });
            const more = this.OPTION1(() => this.SUBRULE(this.plusAmount));
            const rise = this.OPTION3(() => this.SUBRULE(this.risingBy));
            return this.ACTION(() => {
              const sum = {
                kind: "sum" as const,
                terms: [money, ...(more ? [more] : [])],
                span: between(money, more ?? money),
              };
              const first = per
                ? { kind: "per amount" as const, money, per, span: between(money, per) }
                : { kind: "amount" as const, amount: more ? sum : money, upTo: false, span: sum.span };
              return rise
                ? { kind: "rising" as const, first, by: rise.by, span: between(first, rise) }
                : first;
            });
          },
        },
        {
          ALT: () => {
            const up = this.CONSUME(k.Up);
            this.OPTION2(() => this.CONSUME(k.To));
            const amount = this.SUBRULE(this.amount);
            return this.ACTION(() => ({
              kind: "amount" as const,
              amount,
              upTo: true,
              span: between(up, amount),
            }));
          },
        },
        {
          ALT: () => {
            const amount = this.SUBRULE1(this.amount);
            const premium = this.OPTION4(() => this.SUBRULE(this.atPercent));
            const more = this.OPTION5(() => this.SUBRULE1(this.plusAmount));
            return this.ACTION(() => {
              const all = more ? this.joined(amount, more) : amount;
              const span = between(amount, more ?? premium ?? amount);
              return { kind: "amount" as const, amount: all, upTo: false, premium, span };
            });
          },
        },
        {
          ALT: () => {
            const percent = this.SUBRULE(this.percent);
            const premium = this.OPTION6(() => this.SUBRULE1(this.atPercent));
            return this.ACTION(() => ({ ...percent, premium, span: between(percent, premium ?? percent) }));
          },
        },
      ]),
  );

  /** `at 103%`: what is paid for each dollar of principal. */
  atPercent = this.RULE("atPercent", () => {
    this.CONSUME(k.At);
    return this.SUBRULE(this.percent);
  });

  private joined(first: AmountPhrase, more: AmountPhrase): AmountPhrase {
    const terms = first.kind === "sum" ? first.terms : [first];
    return { kind: "sum", terms: [...terms, more], span: between(first, more) };
  }

  /** `rising by $100 a day`. */
  risingBy = this.RULE("risingBy", () => {
    const rising = this.CONSUME(k.Rising);
    this.CONSUME(k.By);
    const by = this.SUBRULE(this.money);
    this.OR([{ ALT: () => this.CONSUME(k.Per) }, { ALT: () => this.CONSUME(k.Every) }]);
    const day = this.CONSUME(k.Day);
    return this.ACTION(() => ({ by, span: between(rising, day) }));
  });

  plusAmount = this.RULE("plusAmount", () => {
    this.CONSUME(k.Plus);
    return this.SUBRULE(this.amountTerm);
  });
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
