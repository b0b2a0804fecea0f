import { keywords as k } from "../keywords.ts";
import type {
  ConditionPhrase,
  ConversionRatePhrase,
  LevelPhrase,
  MultiplePhrase,
  PricePathPhrase,
  TriggerPhrase,
} from "../phrase-tree.ts";
import { Percent, Quoted } from "../tokens.ts";
import { between, unquoted } from "./parts.ts";
import { ScheduleRules } from "./schedules.ts";

/** What many clauses share: conditions, triggers, multiples; and the prices a scenario is played with. */
export class TermRules extends ScheduleRules {
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
            return this.ACTION(() => ({
              kind: from.image.toLowerCase() === "from" ? ("from" as const) : ("after" as const),
              date,
              span: between(from, date),
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
