import { EOF, type IToken, type TokenType } from "chevrotain";
import { keywords as k, MonthName } from "../keywords.ts";
import type {
  CalendarDatePhrase,
  DatePhrase,
  EventDatePhrase,
  EventName,
  PeriodPhrase,
} from "../phrase-tree.ts";
import { Comma, IsoDate, NumberToken, Quoted, SlashDate, spanOf } from "../tokens.ts";
import { between, calendarDate, dayUnit, isoDate, solidDate, unquoted } from "./parts.ts";
import { RateRules } from "./rates.ts";

const dayKinds: ReadonlySet<TokenType> = new Set([k.Trading, k.Business, k.Calendar]);
const units: ReadonlySet<TokenType> = new Set([k.Day, k.Week, k.Month, k.Year]);

/** Dates, the events they count from, and periods. */
export class DateRules extends RateRules {
  date = this.RULE(
    "date",
    (): DatePhrase =>
      this.OR([
        { ALT: () => this.SUBRULE(this.calendarDate) },
        { ALT: () => this.SUBRULE(this.monthFirst) },
        { ALT: () => this.SUBRULE(this.slashDate) },
        { GATE: () => !this.isTimeAlone(), ALT: () => this.SUBRULE(this.relativeDate) },
        { GATE: () => this.isTimeAlone(), ALT: () => this.SUBRULE(this.timeAfterIssue) },
        { ALT: () => this.SUBRULE(this.event) },
        { ALT: () => this.SUBRULE(this.dayNumber) },
        { ALT: () => this.SUBRULE(this.bestDate) },
        {
          GATE: () => /^(19|20)\d{6}$/.test(this.LA(1).image),
          ALT: () => {
            const token = this.CONSUME(NumberToken);
            return this.ACTION(() => solidDate(token));
          },
        },
      ]),
  );

  /** `day 180`: so many days after the issue, or after the anchor that it names. */
  dayNumber = this.RULE("dayNumber", (): DatePhrase => {
    const day = this.CONSUME(k.Day);
    const count = this.SUBRULE(this.number);
    const anchor = this.OPTION(() => {
      this.CONSUME(k.After);
      return this.SUBRULE(this.event);
    });
    const span = between(day, anchor ?? count);
    return this.ACTION(() => ({
      kind: "relative date",
      period: { kind: "period", count, unit: "day", span: between(day, count) },
      side: "after",
      anchor: anchor ?? { kind: "event", event: "issue", name: undefined, span },
      span,
    }));
  });

  /** Whether a count and its unit are all that is left. */
  private isTimeAlone(): boolean {
    const kind = dayKinds.has(this.LA(2).tokenType) ? 1 : 0;
    return units.has(this.LA(2 + kind).tokenType) && this.LA(3 + kind).tokenType === EOF;
  }

  bestDate = this.RULE("bestDate", (): DatePhrase => {
    const word = this.OR([{ ALT: () => this.CONSUME(k.Earlier) }, { ALT: () => this.CONSUME(k.Later) }]);
    const { alternatives, end } = this.alternativesOf(this.date, this.simpleDate);
    return this.ACTION(() => ({
      kind: "best date",
      pick: word.tokenType === k.Earlier ? "earliest" : "latest",
      alternatives,
      span: between(word, end),
    }));
  });

  simpleDate = this.RULE(
    "simpleDate",
    (): DatePhrase =>
      this.OR([
        { ALT: () => this.SUBRULE(this.calendarDate) },
        { ALT: () => this.SUBRULE(this.monthFirst) },
        { ALT: () => this.SUBRULE(this.relativeDate) },
        { ALT: () => this.SUBRULE(this.event) },
        { ALT: () => this.SUBRULE(this.dayNumber) },
        { ALT: () => this.SUBRULE(this.bestDate) },
      ]),
  );

  calendarDate = this.RULE(
    "calendarDate",
    (): CalendarDatePhrase =>
      this.OR([
        { ALT: () => isoDate(this.CONSUME(IsoDate)) },
        {
          ALT: () => {
            const day = this.CONSUME(NumberToken);
            const month = this.CONSUME(MonthName);
            this.OPTION(() => this.CONSUME(Comma));
            const year = this.CONSUME1(NumberToken);
            return calendarDate(year, month, day, between(day, year));
          },
        },
      ]),
  );

  /** `December 6, 2017`, or the month alone: `February 2019`. */
  monthFirst = this.RULE("monthFirst", (): DatePhrase => {
    const month = this.CONSUME(MonthName);
    const first = this.CONSUME(NumberToken);
    const year = this.OPTION(() => {
      this.OPTION1(() => this.CONSUME(Comma));
      return this.CONSUME1(NumberToken);
    });
    if (year) return calendarDate(year, month, first, between(month, year));
    return this.ACTION(() => ({
      kind: "month",
      year: first.image,
      month: month.image,
      span: between(month, first),
    }));
  });

  slashDate = this.RULE("slashDate", (): DatePhrase => {
    const token = this.CONSUME(SlashDate);
    return this.ACTION(() => ({ kind: "slash date", text: token.image, span: spanOf(token) }));
  });

  relativeDate = this.RULE("relativeDate", (): DatePhrase => {
    const period = this.SUBRULE(this.period);
    const side = this.OR([{ ALT: () => this.CONSUME(k.After) }, { ALT: () => this.CONSUME(k.Before) }]);
    const anchor = this.SUBRULE(this.event);
    return this.ACTION(() => ({
      kind: "relative date",
      period,
      side: side.tokenType === k.Before ? "before" : "after",
      anchor,
      span: between(period, anchor),
    }));
  });

  /** `12 months` alone, where a day is meant: so long after the issue. */
  timeAfterIssue = this.RULE("timeAfterIssue", (): DatePhrase => {
    const period = this.SUBRULE(this.period);
    const { span } = period;
    const anchor = { kind: "event", event: "issue", name: undefined, span } as const;
    return this.ACTION(() => ({ kind: "relative date", period, side: "after", anchor, span: period.span }));
  });

  event = this.RULE(
    "event",
    (): EventDatePhrase =>
      this.OR([
        { ALT: () => this.SUBRULE(this.dayOfNote) },
        { ALT: () => this.SUBRULE(this.defaultEvent) },
        { ALT: () => this.SUBRULE(this.closing) },
        {
          ALT: () => {
            const name = this.CONSUME(Quoted);
            return this.ACTION(() => ({
              kind: "event" as const,
              event: "named" as const,
              name: unquoted(name),
              span: spanOf(name),
            }));
          },
        },
      ]),
  );

  dayOfNote = this.RULE("dayOfNote", (): EventDatePhrase => {
    const name = this.OR([
      { ALT: () => this.CONSUME(k.Issue) },
      { ALT: () => this.CONSUME(k.Funding) },
      { ALT: () => this.CONSUME(k.Maturity) },
      { ALT: () => this.CONSUME(k.Conversion) },
      { ALT: () => this.CONSUME(k.Payment) },
      { ALT: () => this.CONSUME(k.Notice) },
    ]);
    const date = this.OPTION(() => this.CONSUME(k.Date));
    return this.ACTION(() => ({
      kind: "event",
      event: name.tokenType.name.toLowerCase() as EventName,
      name: undefined,
      span: between(name, date ?? name),
    }));
  });

  defaultEvent = this.RULE("defaultEvent", (): EventDatePhrase => {
    const event = this.OPTION(() => {
      const word = this.CONSUME(k.Event);
      this.CONSUME(k.Of);
      return word;
    });
    const fault = this.CONSUME(k.Default);
    return this.ACTION(() => ({
      kind: "event",
      event: "default",
      name: undefined,
      span: between(event ?? fault, fault),
    }));
  });

  closing = this.RULE("closing", (): EventDatePhrase => {
    const closing = this.CONSUME(k.Closing);
    this.CONSUME(k.Of);
    const name = this.CONSUME(Quoted);
    return this.ACTION(() => ({
      kind: "event",
      event: "closing",
      name: unquoted(name),
      span: between(closing, name),
    }));
  });

  period = this.RULE("period", (): PeriodPhrase => {
    const count = this.SUBRULE(this.number);
    const unit = this.OR([
      {
        ALT: () => {
          const kind = this.OPTION(() => this.SUBRULE(this.dayKind));
          const day = this.CONSUME(k.Day);
          return this.ACTION(() => ({ unit: dayUnit(kind), token: day }));
        },
      },
      { ALT: () => ({ unit: "week" as const, token: this.CONSUME(k.Week) }) },
      { ALT: () => ({ unit: "month" as const, token: this.CONSUME(k.Month) }) },
      { ALT: () => ({ unit: "year" as const, token: this.CONSUME(k.Year) }) },
    ]);
    return this.ACTION(() => ({ kind: "period", count, unit: unit.unit, span: between(count, unit.token) }));
  });

  dayKind = this.RULE(
    "dayKind",
    (): IToken =>
      this.OR([
        { ALT: () => this.CONSUME(k.Trading) },
        { ALT: () => this.CONSUME(k.Business) },
        { ALT: () => this.CONSUME(k.Calendar) },
      ]),
  );
}
