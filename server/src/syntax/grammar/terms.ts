import type { Span } from "../../base/span.ts";
import { keywords as k, MonthName } from "../keywords.ts";
import type {
  ConditionPhrase,
  ConversionRatePhrase,
  LevelPhrase,
  MultiplePhrase,
  NumberPhrase,
  PaymentDaysPhrase,
  PricePathPhrase,
  TriggerPhrase,
} from "../phrase-tree.ts";
import { Comma, Percent, Quoted } from "../tokens.ts";
import { between, unquoted } from "./parts.ts";
import { ScheduleRules } from "./schedules.ts";

/** What many clauses share: conditions, triggers, multiples; and the prices a scenario is played with. */
export class TermRules extends ScheduleRules {
  /** `semi-annually on February 15 and August 15 from 2024-08-15`. */
  paymentDays = this.RULE("paymentDays", (): PaymentDaysPhrase => {
    const every = this.OR([
      { ALT: () => this.CONSUME(k.Monthly) },
      { ALT: () => this.CONSUME(k.Quarterly) },
      { ALT: () => this.CONSUME(k.SemiAnnually) },
      { ALT: () => this.CONSUME(k.Annually) },
    ]);
    const days = this.OPTION(() => {
      this.CONSUME(k.On);
      return this.SUBRULE(this.daysOfPayment);
    });
    const from = this.OPTION1(() => {
      this.CONSUME(k.After);
      return this.SUBRULE(this.date);
    });
    return this.ACTION(() => ({
      kind: "payment days" as const,
      every: paymentPeriods.get(every.tokenType.name) ?? "monthly",
      days: days?.days,
      from,
      span: between(every, from ?? days ?? every),
    }));
  });

  daysOfPayment = this.RULE("daysOfPayment", () =>
    this.OR([
      {
        ALT: () => {
          const last = this.CONSUME(k.LastDay);
          this.CONSUME(k.Of);
          this.OPTION(() => this.CONSUME(k.Every));
          const period = this.OR1([
            { ALT: () => this.CONSUME(k.Month) },
            { ALT: () => this.CONSUME(k.Quarter) },
            { ALT: () => this.CONSUME(k.HalfYear) },
            { ALT: () => this.CONSUME(k.Year) },
          ]);
          return this.ACTION(() => ({
            days: { kind: "period ends" as const },
            span: between(last, period),
          }));
        },
      },
      {
        ALT: () => {
          const dates: { readonly month: string; readonly day: NumberPhrase; readonly span: Span }[] = [];
          dates.push(this.SUBRULE(this.dayOfYear));
          this.MANY(() => {
            this.OR2([{ ALT: () => this.CONSUME(Comma) }, { ALT: () => this.CONSUME(k.And) }]);
            this.OPTION1(() => this.CONSUME1(k.And));
            dates.push(this.SUBRULE1(this.dayOfYear));
          });
          const [first, last] = [dates[0], dates.at(-1)] as [{ span: Span }, { span: Span }];
          return this.ACTION(() => ({ days: { kind: "dates" as const, dates }, span: between(first, last) }));
        },
      },
      {
        ALT: () => {
          const day = this.SUBRULE(this.number);
          const month = this.OPTION2(() => {
            this.OPTION3(() => this.CONSUME(k.Day));
            this.CONSUME1(k.Of);
            this.OPTION4(() => this.CONSUME1(k.Every));
            return this.CONSUME1(k.Month);
          });
          return this.ACTION(() => ({
            days: { kind: "day of month" as const, day },
            span: between(day, month ?? day),
          }));
        },
      },
    ]),
  );

  /** `February 15`, or `15 February`. */
  dayOfYear = this.RULE("dayOfYear", () => {
    return this.OR([
      {
        ALT: () => {
          const month = this.CONSUME(MonthName);
          const day = this.SUBRULE(this.number);
          return this.ACTION(() => ({ month: month.image, day, span: between(month, day) }));
        },
      },
      {
        ALT: () => {
          const day = this.SUBRULE1(this.number);
          const month = this.CONSUME1(MonthName);
          return this.ACTION(() => ({ month: month.image, day, span: between(day, month) }));
        },
      },
    ]);
  });

  condition = this.RULE(
    "condition",
    (): ConditionPhrase =>
      this.OR([
        {
          ALT: () => {
            const until = this.CONSUME(k.Until);
            const date = this.SUBRULE(this.date);
            return this.ACTION(() => ({ kind: "until" as const, date, span: between(until, date) }));
          },
        },
        {
          ALT: () => {
            const from = this.CONSUME(k.After);
            const date = this.SUBRULE1(this.date);
            const until = this.OPTION1(() => {
              this.CONSUME1(k.Until);
              return this.SUBRULE3(this.date);
            });
            return this.ACTION(() => ({
              kind: from.image.toLowerCase() === "from" ? ("from" as const) : ("after" as const),
              date,
              until,
              span: between(from, until ?? date),
            }));
          },
        },
        {
          ALT: () => {
            const on = this.OR1([
              { ALT: () => this.CONSUME(k.On) },
              { ALT: () => this.CONSUME(k.If) },
              { ALT: () => this.CONSUME(k.At) },
            ]);
            const event = this.SUBRULE(this.event);
            return this.ACTION(() => ({ kind: "on" as const, event, span: between(on, event) }));
          },
        },
        {
          ALT: () => {
            const unless = this.CONSUME(k.Unless);
            const event = this.SUBRULE1(this.event);
            const by = this.OPTION(() => {
              this.CONSUME(k.By);
              return this.SUBRULE2(this.date);
            });
            return this.ACTION(() => ({
              kind: "unless" as const,
              event,
              by,
              span: between(unless, by ?? event),
            }));
          },
        },
      ]),
  );

  /** `5 times`, `500%`. */
  multiple = this.RULE("multiple", (): MultiplePhrase => {
    const number = this.SUBRULE(this.number);
    const unit = this.OR([{ ALT: () => this.CONSUME(Percent) }, { ALT: () => this.CONSUME(k.Times) }]);
    const percent = unit.tokenType === Percent;
    return this.ACTION(() => ({ kind: "multiple", number, percent, span: between(number, unit) }));
  });

  /** `"WSJ Prime" 8.5%`: where an index stands. */
  level = this.RULE("level", (): LevelPhrase => {
    const name = this.CONSUME(Quoted);
    const percent = this.SUBRULE(this.percent);
    return this.ACTION(() => ({
      kind: "level",
      name: unquoted(name),
      percent,
      span: between(name, percent),
    }));
  });

  /** `240.3846 shares per $1,000`. */
  conversionRate = this.RULE("conversionRate", (): ConversionRatePhrase => {
    const number = this.SUBRULE(this.number);
    this.OPTION(() => this.CONSUME(k.Share));
    this.CONSUME(k.Per);
    const per = this.SUBRULE(this.money);
    this.OPTION1(() => this.CONSUME(k.Principal));
    return this.ACTION(() => ({ kind: "conversion rate", number, per, span: between(number, per) }));
  });

  /** `130% of conversion price for 20 of 30 trading days`. */
  trigger = this.RULE("trigger", (): TriggerPhrase => {
    const level = this.SUBRULE(this.simplePrice);
    const days = this.OPTION(() => {
      this.OR([{ ALT: () => this.CONSUME(k.Over) }, { ALT: () => this.CONSUME(k.On) }]);
      const count = this.SUBRULE(this.number);
      const of = this.OPTION1(() => {
        this.OR1([{ ALT: () => this.CONSUME(k.Of) }, { ALT: () => this.CONSUME1(k.Over) }]);
        return this.SUBRULE1(this.number);
      });
      this.OPTION2(() => this.CONSUME(k.Trading));
      const day = this.CONSUME(k.Day);
      return this.ACTION(() => ({ count, of, span: between(count, day) }));
    });
    return this.ACTION(() => ({ kind: "trigger", level, days, span: between(level, days ?? level) }));
  });

  pricePath = this.RULE(
    "pricePath",
    (): PricePathPhrase =>
      this.OR([
        {
          ALT: () => {
            const every = this.CONSUME(k.Every);
            const price = this.SUBRULE(this.money);
            return this.ACTION(() => ({ kind: "every" as const, price, span: between(every, price) }));
          },
        },
        {
          ALT: () => {
            const from = this.CONSUME(k.After);
            const low = this.SUBRULE1(this.money);
            this.CONSUME(k.To);
            const high = this.SUBRULE2(this.money);
            return this.ACTION(() => ({
              kind: "range" as const,
              from: low,
              to: high,
              span: between(from, high),
            }));
          },
        },
        {
          ALT: () => {
            const of = this.CONSUME(k.Of);
            const market = this.CONSUME(k.Market);
            return this.ACTION(() => ({ kind: "of market" as const, span: between(of, market) }));
          },
        },
      ]),
  );
}

const paymentPeriods: ReadonlyMap<string, PaymentDaysPhrase["every"]> = new Map([
  ["Monthly", "monthly"],
  ["Quarterly", "quarterly"],
  ["SemiAnnually", "semi-annually"],
  ["Annually", "annually"],
]);
