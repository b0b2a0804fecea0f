import { EmbeddedActionsParser, type IToken, type TokenType } from "chevrotain";
import { once } from "../base/once.ts";
import { cover, type Span } from "../base/span.ts";
import { AlternativeEnd, GroupClose, GroupOpen } from "./frames.ts";
import { CurrencyCode, keywords as k, MeasureName, MonthName, phraseKeywords } from "./keywords.ts";
import { measureNames } from "./measures.ts";
import type {
  AmountPhrase, CalendarDatePhrase, DatePhrase, DayPhrase, EventDatePhrase, EventName, LimitPhrase, MeasurePhrase,
  MoneyPhrase, NumberPhrase, PercentPhrase, PeriodPhrase, PricePhrase, RatePhrase, SharesPhrase, WindowPhrase,
} from "./phrase-tree.ts";
import {
  Comma, Dash, Dollar, Fraction, IsoDate, Item, NumberToken, Percent, Quoted, SlashDate, spanOf, Word,
} from "./tokens.ts";

/** The entry rules: what may stand behind a clause's name. */
export type PhraseRule = "money" | "percent" | "rate" | "date" | "period" | "shares" | "limit" | "amount" | "price";

const phraseTokens: readonly TokenType[] = [
  Item, Word, ...phraseKeywords, NumberToken, IsoDate, SlashDate, Fraction, Dollar, Percent, Comma, Dash, Quoted,
  GroupOpen, GroupClose, AlternativeEnd,
];

/**
 * The grammar of values: money, rates, dates, periods, share counts, amounts and prices.
 * A rule reads one clause's words alone and builds what they say; the first word that does not fit is an error
 * of that clause and of nothing else. Actions run while the grammar is recorded, so they only copy what they are given.
 */
class PhraseParser extends EmbeddedActionsParser {
  constructor() {
    super([...phraseTokens], { maxLookahead: 3, skipValidations: true, recoveryEnabled: false });
    this.performSelfAnalysis();
  }

  // Numbers, money, percentages

  number = this.RULE("number", (): NumberPhrase => {
    const dash = this.OPTION(() => this.CONSUME(Dash));
    const token = this.CONSUME(NumberToken);
    return numberOf(token, dash);
  });

  money = this.RULE("money", (): MoneyPhrase => {
    const dash = this.OPTION(() => this.CONSUME(Dash));
    const sign = this.OR([
      {
        ALT: () => {
          const code = this.CONSUME(CurrencyCode);
          this.OPTION1(() => this.CONSUME1(Dollar));
          return code;
        },
      },
      { ALT: () => this.CONSUME2(Dollar) },
    ]);
    const number = this.SUBRULE(this.number);
    const scale = this.OPTION2(() =>
      this.OR1([
        { ALT: () => this.CONSUME(k.Thousand) },
        { ALT: () => this.CONSUME(k.Million) },
        { ALT: () => this.CONSUME(k.Billion) },
      ]),
    );
    return this.ACTION(() => ({
      kind: "money",
      number: dash ? { ...number, negative: true } : number,
      scale: scale?.image.toLowerCase() as MoneyPhrase["scale"],
      code: sign.image.startsWith("$") ? undefined : sign.image,
      span: between(dash ?? sign, scale ?? number),
    }));
  });

  percent = this.RULE("percent", (): PercentPhrase => {
    const number = this.SUBRULE(this.number);
    const sign = this.CONSUME(Percent);
    return this.ACTION(() => ({ kind: "percent", number, span: between(number, sign) }));
  });

  rate = this.RULE("rate", (): RatePhrase => {
    const percent = this.SUBRULE(this.percent);
    const unit = this.OPTION(() =>
      this.OR([
        { ALT: () => this.CONSUME(k.Annually) },
        { ALT: () => this.CONSUME(k.Monthly) },
        {
          ALT: () => {
            this.OPTION1(() => this.CONSUME(k.Per));
            return this.OR1([{ ALT: () => this.CONSUME(k.Year) }, { ALT: () => this.CONSUME(k.Month) }]);
          },
        },
      ]),
    );
    const monthly = unit?.tokenType === k.Month || unit?.tokenType === k.Monthly;
    return this.ACTION(() => ({ kind: "rate", percent, per: monthly ? "month" : "year", span: between(percent, unit ?? percent) }));
  });

  limit = this.RULE("limit", (): LimitPhrase => {
    const percent = this.SUBRULE(this.percent);
    const measured = this.OPTION(() => {
      const side = this.OR([{ ALT: () => this.CONSUME(k.After) }, { ALT: () => this.CONSUME(k.Before) }]);
      const issue = this.CONSUME(k.Issue);
      return this.ACTION(() => ({ side, issue }));
    });
    return this.ACTION(() => ({
      kind: "limit",
      percent,
      measured: measured && (measured.side.tokenType === k.Before ? "before" : "after"),
      span: between(percent, measured?.issue ?? percent),
    }));
  });

  shares = this.RULE("shares", (): SharesPhrase => {
    const number = this.SUBRULE(this.number);
    const unit = this.OPTION(() => this.CONSUME(k.Share));
    const name = this.OPTION1(() => {
      this.CONSUME(k.Of);
      return this.CONSUME(Quoted);
    });
    return this.ACTION(() => ({ kind: "shares", number, of: name && unquoted(name), span: between(number, name ?? unit ?? number) }));
  });

  // Dates and periods

  date = this.RULE("date", (): DatePhrase =>
    this.OR([
      { ALT: () => this.SUBRULE(this.calendarDate) },
      { ALT: () => this.SUBRULE(this.monthFirst) },
      { ALT: () => this.SUBRULE(this.slashDate) },
      { ALT: () => this.SUBRULE(this.relativeDate) },
      { ALT: () => this.SUBRULE(this.event) },
    ]),
  );

  calendarDate = this.RULE("calendarDate", (): CalendarDatePhrase =>
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
    return this.ACTION(() => ({ kind: "month", year: first.image, month: month.image, span: between(month, first) }));
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

  event = this.RULE("event", (): EventDatePhrase => {
    const name = this.OR([
      { ALT: () => this.CONSUME(k.Issue) },
      { ALT: () => this.CONSUME(k.Funding) },
      { ALT: () => this.CONSUME(k.Maturity) },
      { ALT: () => this.CONSUME(k.Conversion) },
      { ALT: () => this.CONSUME(k.Payment) },
      { ALT: () => this.CONSUME(k.Notice) },
    ]);
    const date = this.OPTION(() => this.CONSUME(k.Date));
    return this.ACTION(() => ({ kind: "event", event: name.tokenType.name.toLowerCase() as EventName, span: between(name, date ?? name) }));
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

  dayKind = this.RULE("dayKind", (): IToken =>
    this.OR([
      { ALT: () => this.CONSUME(k.Trading) },
      { ALT: () => this.CONSUME(k.Business) },
      { ALT: () => this.CONSUME(k.Calendar) },
    ]),
  );

  // Amounts of money that follow the note's balance

  amount = this.RULE("amount", (): AmountPhrase => {
    const terms: AmountPhrase[] = [];
    terms.push(this.SUBRULE(this.amountTerm));
    this.MANY(() => {
      this.CONSUME(k.Plus);
      terms.push(this.SUBRULE1(this.amountTerm));
    });
    const first = terms[0] as AmountPhrase;
    const last = terms.at(-1) as AmountPhrase;
    return this.ACTION(() => (terms.length > 1 ? { kind: "sum", terms, span: between(first, last) } : first));
  });

  amountTerm = this.RULE("amountTerm", (): AmountPhrase =>
    this.OR([
      { ALT: () => this.SUBRULE(this.money) },
      { ALT: () => this.SUBRULE(this.balance) },
      {
        ALT: () => {
          const percent = this.SUBRULE(this.percent);
          this.CONSUME(k.Of);
          const of = this.SUBRULE(this.amountTerm);
          return this.ACTION(() => ({ kind: "share of amount" as const, percent, of, span: between(percent, of) }));
        },
      },
    ]),
  );

  balance = this.RULE("balance", (): AmountPhrase => {
    this.MANY(() => this.CONSUME(k.Accrued));
    return this.OR([
      {
        ALT: () => {
          const principal = this.CONSUME(k.Principal);
          this.OPTION(() => this.CONSUME(k.Amount));
          const interest = this.OPTION1(() => {
            this.CONSUME(k.And);
            this.MANY1(() => this.OR1([{ ALT: () => this.CONSUME1(k.Accrued) }, { ALT: () => this.CONSUME1(k.And) }]));
            return this.CONSUME(k.Interest);
          });
          const of = interest ? ("principal and interest" as const) : ("principal" as const);
          return this.ACTION(() => ({ kind: "balance" as const, of, span: between(principal, interest ?? principal) }));
        },
      },
      {
        ALT: () => {
          const interest = this.CONSUME1(k.Interest);
          return this.ACTION(() => ({ kind: "balance" as const, of: "interest" as const, span: spanOf(interest) }));
        },
      },
    ]);
  });

  // Prices

  price = this.RULE("price", (): PricePhrase => {
    let price = this.SUBRULE(this.simplePrice);
    this.MANY(() => {
      const sign = this.OR([{ ALT: () => this.CONSUME(k.Less) }, { ALT: () => this.CONSUME(k.Plus) }]);
      const by = this.SUBRULE(this.adjustment);
      price = {
        kind: "adjusted",
        base: price,
        sign: sign.tokenType === k.Less ? "less" : "plus",
        by,
        span: between(price, by),
      };
    });
    return price;
  });

  adjustment = this.RULE("adjustment", (): Extract<PricePhrase, { kind: "adjusted" }>["by"] =>
    this.OR([
      { ALT: () => this.SUBRULE(this.money) },
      { ALT: () => this.SUBRULE(this.percent) },
      {
        ALT: () => {
          const number = this.SUBRULE(this.number);
          const points = this.CONSUME(k.Point);
          return this.ACTION(() => ({ kind: "points" as const, number, span: between(number, points) }));
        },
      },
    ]),
  );

  simplePrice = this.RULE("simplePrice", (): PricePhrase =>
    this.OR([
      { ALT: () => this.SUBRULE(this.best) },
      { ALT: () => this.SUBRULE(this.extreme) },
      { ALT: () => this.SUBRULE(this.average) },
      { ALT: () => this.SUBRULE(this.someLowest) },
      { ALT: () => this.SUBRULE(this.percentOf) },
      { ALT: () => this.SUBRULE(this.quote) },
      { ALT: () => this.SUBRULE(this.money) },
      {
        ALT: () => {
          const name = this.CONSUME(Quoted);
          return this.ACTION(() => ({ kind: "term" as const, name: unquoted(name), span: spanOf(name) }));
        },
      },
    ]),
  );

  best = this.RULE("best", (): PricePhrase => {
    const word = this.OR([
      { ALT: () => this.CONSUME(k.Lesser) },
      { ALT: () => this.CONSUME(k.Greater) },
      { ALT: () => this.CONSUME(k.Lowest) },
      { ALT: () => this.CONSUME(k.Highest) },
    ]);
    this.CONSUME(k.Of);
    const alternatives = this.OR1([
      { ALT: () => this.SUBRULE(this.alternatives) },
      { ALT: () => this.SUBRULE(this.listedAlternatives) },
    ]);
    const low = word.tokenType === k.Lesser || word.tokenType === k.Lowest;
    return this.ACTION(() => ({
      kind: "best",
      pick: low ? "lowest" : "highest",
      word: `${word.image.toLowerCase()} of`,
      alternatives: alternatives.prices,
      span: between(word, alternatives),
    }));
  });

  alternatives = this.RULE("alternatives", () => {
    const prices: PricePhrase[] = [];
    const open = this.CONSUME(GroupOpen);
    this.MANY(() => this.SUBRULE(this.betweenAlternatives));
    this.AT_LEAST_ONE(() => {
      prices.push(this.SUBRULE(this.price));
      this.MANY1(() => this.SUBRULE1(this.betweenAlternatives));
    });
    const close = this.CONSUME(GroupClose);
    return this.ACTION(() => ({ prices, span: between(open, close) }));
  });

  /** What may stand between two alternatives: the line's end, and a comma or an `or` from the filing. */
  betweenAlternatives = this.RULE("betweenAlternatives", () => {
    this.OR([
      { ALT: () => this.CONSUME(AlternativeEnd) },
      { ALT: () => this.CONSUME(Comma) },
      { ALT: () => this.CONSUME(k.Or) },
      { ALT: () => this.CONSUME(k.And) },
    ]);
  });

  /** `lesser of $0.39 and 65% of …`: the alternatives of a sentence. */
  listedAlternatives = this.RULE("listedAlternatives", () => {
    const prices: PricePhrase[] = [];
    prices.push(this.SUBRULE(this.simplePrice));
    this.MANY(() => {
      this.OPTION(() => this.CONSUME(Comma));
      this.OPTION1(() => this.OR([{ ALT: () => this.CONSUME(k.And) }, { ALT: () => this.CONSUME(k.Or) }]));
      prices.push(this.SUBRULE1(this.simplePrice));
    });
    return this.ACTION(() => ({ prices, span: between(prices[0] ?? nowhere, prices.at(-1) ?? nowhere) }));
  });

  percentOf = this.RULE("percentOf", (): PricePhrase => {
    const percent = this.SUBRULE(this.percent);
    this.CONSUME(k.Of);
    const of = this.SUBRULE(this.simplePrice);
    return this.ACTION(() => ({ kind: "percent of", percent, of, span: between(percent, of) }));
  });

  average = this.RULE("average", (): PricePhrase => {
    const word = this.CONSUME(k.Average);
    this.OPTION(() => this.CONSUME(k.Of));
    const picks = this.OPTION1(() => this.SUBRULE(this.picks));
    const measure = this.SUBRULE(this.measure);
    const window = this.SUBRULE(this.window);
    return this.ACTION(() => ({ kind: "average", picks, measure, window, said: true, span: between(word, window) }));
  });

  /** `3 lowest closing bids over …`, where the text forgets to say that they are averaged. */
  someLowest = this.RULE("someLowest", (): PricePhrase => {
    const picks = this.SUBRULE(this.picks);
    const measure = this.SUBRULE(this.measure);
    const window = this.SUBRULE(this.window);
    return this.ACTION(() => ({ kind: "average", picks, measure, window, said: false, span: between(picks.count, window) }));
  });

  picks = this.RULE("picks", () => {
    const count = this.SUBRULE(this.number);
    const side = this.SUBRULE(this.side);
    return this.ACTION(() => ({ count, side }));
  });

  side = this.RULE("side", (): "lowest" | "highest" => {
    const side = this.OR([{ ALT: () => this.CONSUME(k.Lowest) }, { ALT: () => this.CONSUME(k.Highest) }]);
    return side.tokenType === k.Highest ? "highest" : "lowest";
  });

  extreme = this.RULE("extreme", (): PricePhrase => {
    const side = this.OR([{ ALT: () => this.CONSUME(k.Lowest) }, { ALT: () => this.CONSUME(k.Highest) }]);
    const measure = this.SUBRULE(this.measure);
    const window = this.SUBRULE(this.window);
    const end = side.tokenType === k.Highest ? "highest" : "lowest";
    return this.ACTION(() => ({ kind: "extreme", side: end, measure, window, span: between(side, window) }));
  });

  quote = this.RULE("quote", (): PricePhrase => {
    const measure = this.SUBRULE(this.measure);
    const day = this.SUBRULE(this.day);
    return this.ACTION(() => ({ kind: "quote", measure, day, span: between(measure, day) }));
  });

  measure = this.RULE("measure", (): MeasurePhrase => {
    const token = this.CONSUME(MeasureName);
    const name = token.image.toLowerCase().replace(/\.$/, "");
    return this.ACTION(() => ({ id: measureNames.get(name) ?? "VWAP", span: spanOf(token) }));
  });

  window = this.RULE("window", (): WindowPhrase => {
    const over = this.CONSUME(k.Over);
    const prior = this.OPTION(() => this.CONSUME(k.Prior));
    const count = this.SUBRULE(this.number);
    const kind = this.OPTION1(() => this.SUBRULE(this.dayKind));
    const day = this.CONSUME(k.Day);
    const loose = this.OPTION4(() => this.CONSUME(k.Trading));
    const period = this.OPTION2(() => this.CONSUME(k.Period));
    const end = this.OPTION3(() => this.SUBRULE(this.windowEnd));
    return this.ACTION(() => ({
      count,
      unit: loose ? "trading day" : dayUnit(kind),
      ends: end?.side === "including" ? "including" : "before",
      endSaid: prior !== undefined || end !== undefined,
      unitSaid: loose === undefined && (period === undefined || kind !== undefined),
      anchor: end?.anchor,
      span: between(over, end?.anchor ?? period ?? day),
    }));
  });

  windowEnd = this.RULE("windowEnd", () => {
    const side = this.OR([
      { ALT: () => this.CONSUME(k.Including) },
      { ALT: () => this.CONSUME(k.Before) },
      { ALT: () => this.CONSUME(k.Prior) },
    ]);
    const anchor = this.SUBRULE(this.anchor);
    return this.ACTION(() => ({ side: side.tokenType === k.Including ? ("including" as const) : ("before" as const), anchor }));
  });

  anchor = this.RULE("anchor", (): EventDatePhrase | CalendarDatePhrase =>
    this.OR([
      { ALT: () => this.SUBRULE(this.event) },
      { ALT: () => this.SUBRULE(this.calendarDate) },
      { ALT: () => this.SUBRULE(this.monthFirst) as CalendarDatePhrase },
    ]),
  );

  day = this.RULE("day", (): DayPhrase => {
    const on = this.CONSUME(k.On);
    return this.OR([
      {
        ALT: () => {
          const prior = this.OPTION(() => this.CONSUME(k.Prior));
          const trading = this.CONSUME(k.Trading);
          const day = this.CONSUME(k.Day);
          const anchor = this.OPTION1(() => {
            this.OR1([{ ALT: () => this.CONSUME(k.Before) }, { ALT: () => this.CONSUME1(k.Prior) }]);
            return this.SUBRULE(this.anchor);
          });
          return this.ACTION(() => ({ at: "trading day before" as const, anchor, span: between(on, anchor ?? day ?? trading ?? prior) }));
        },
      },
      {
        ALT: () => {
          const anchor = this.SUBRULE1(this.anchor);
          return this.ACTION(() => ({ at: "day itself" as const, anchor, span: between(on, anchor) }));
        },
      },
    ]);
  });
}

/** The grammar, made on first use: building it is what a start of the server would otherwise wait for. */
export const phraseParser = once(() => new PhraseParser());

const nowhere = { span: { start: 0, end: 0 } };

type Placed = IToken | { readonly span: Span };

function between(first: Placed, last: Placed): Span {
  return cover(placeOf(first), placeOf(last));
}

/** While the grammar is recorded, what an option gave is no token yet and stands nowhere. */
function placeOf(part: Placed): Span {
  if ("span" in part) return part.span as Span;
  return part.image === undefined ? nowhere.span : spanOf(part);
}

function numberOf(token: IToken, dash: IToken | undefined): NumberPhrase {
  const digits = typeof token.payload === "string" ? token.payload : token.image.replaceAll(",", "");
  return { digits, negative: dash !== undefined, span: between(dash ?? token, token) };
}

/** What stands between the quotes. */
export function unquoted(token: IToken): string {
  return token.image.replace(/^["“”„]/, "").replace(/["“”„]$/, "");
}

function isoDate(token: IToken): CalendarDatePhrase {
  const [year = "", month = "", day = ""] = token.image.split("-");
  return { kind: "date", year, month, day, span: spanOf(token) };
}

function calendarDate(year: IToken, month: IToken, day: IToken, span: Span): CalendarDatePhrase {
  return { kind: "date", year: year.image, month: month.image, day: day.image, span };
}

function dayUnit(kind: IToken | undefined): "trading day" | "business day" | "day" {
  if (kind?.tokenType === k.Trading) return "trading day";
  return kind?.tokenType === k.Business ? "business day" : "day";
}
