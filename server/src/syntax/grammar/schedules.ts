import { keywords as k } from "../keywords.ts";
import type { AmountPhrase, ScheduleRowPhrase, WhatPhrase } from "../phrase-tree.ts";
import { between } from "./parts.ts";
import { TimeRules } from "./times.ts";

/** The rows of schedules: when, and then how much. */
export class ScheduleRules extends TimeRules {
  scheduleRow = this.RULE("scheduleRow", (): ScheduleRowPhrase => {
    const when = this.SUBRULE(this.when);
    const what = this.SUBRULE(this.what);
    return this.ACTION(() => ({ kind: "row", when, what, span: between(when, what) }));
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
