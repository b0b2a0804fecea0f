import { keywords as k } from "../keywords.ts";
import type { PricePhrase, RoundedPhrase } from "../phrase-tree.ts";
import { Dash, NumberToken, Quoted, spanOf } from "../tokens.ts";
import { between, dayUnit, numberOf, unquoted } from "./parts.ts";
import { WindowRules } from "./windows.ts";

/** Prices: nested, chosen, averaged and adjusted. */
export class PriceRules extends WindowRules {
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
    this.OPTION(() => {
      const rounding = this.SUBRULE(this.rounding);
      const base = price;
      price = this.ACTION(() => ({ ...rounding, kind: "rounded", base, span: between(base, rounding) }));
    });
    return price;
  });

  /** `rounded to 4 decimal places`, `rounded up to nearest cent`. */
  rounding = this.RULE("rounding", (): Pick<RoundedPhrase, "way" | "places" | "span"> => {
    const word = this.CONSUME(k.Rounded);
    let way: RoundedPhrase["way"] = "nearest";
    this.OPTION(() => {
      const side = this.OR([{ ALT: () => this.CONSUME(k.Up) }, { ALT: () => this.CONSUME(k.Down) }]);
      way = side.tokenType === k.Up ? "up" : "down";
    });
    this.CONSUME(k.To);
    this.OPTION1(() => this.CONSUME(k.Nearest));
    return this.OR1([
      {
        ALT: () => {
          const places = this.SUBRULE(this.number);
          this.OPTION2(() => this.CONSUME(k.Decimal));
          const end = this.CONSUME(k.Place);
          return this.ACTION(() => ({ way, places, span: between(word, end) }));
        },
      },
      {
        ALT: () => {
          const end = this.CONSUME(k.Cent);
          return this.ACTION(() => ({ way, places: undefined, span: between(word, end) }));
        },
      },
    ]);
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

  simplePrice = this.RULE(
    "simplePrice",
    (): PricePhrase =>
      this.OR([
        { ALT: () => this.SUBRULE(this.best) },
        { ALT: () => this.SUBRULE(this.rolling) },
        { ALT: () => this.SUBRULE(this.extreme) },
        { ALT: () => this.SUBRULE(this.average) },
        { ALT: () => this.SUBRULE(this.someLowest) },
        { ALT: () => this.SUBRULE(this.daysAverage) },
        { ALT: () => this.SUBRULE(this.percentOf) },
        { ALT: () => this.SUBRULE(this.quote) },
        { ALT: () => this.SUBRULE(this.money) },
        {
          ALT: () => {
            const conversion = this.CONSUME(k.Conversion);
            const price = this.CONSUME(k.Price);
            return this.ACTION(() => ({
              kind: "conversion price" as const,
              span: between(conversion, price),
            }));
          },
        },
        {
          ALT: () => {
            const cap = this.CONSUME(k.Cap);
            const price = this.CONSUME1(k.Price);
            return this.ACTION(() => ({ kind: "cap price" as const, span: between(cap, price) }));
          },
        },
        {
          ALT: () => {
            const name = this.CONSUME(Quoted);
            return this.ACTION(() => ({ kind: "term" as const, name: unquoted(name), span: spanOf(name) }));
          },
        },
      ]),
  );

  best = this.RULE("best", (): PricePhrase => {
    const word = this.SUBRULE(this.better);
    const { alternatives, end } = this.alternativesOf(this.price, this.simplePrice);
    return this.ACTION(() => ({
      kind: "best",
      pick: word.low ? "lowest" : "highest",
      word: `${word.token.image.toLowerCase()} of`,
      alternatives,
      span: between(word.token, end),
    }));
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
    return this.ACTION(() => ({
      kind: "average",
      picks: picks && { count: picks.count, side: picks.side },
      measure,
      window,
      said: true,
      span: between(word, window),
    }));
  });

  /** `3 lowest closing bids over …`, where the text forgets to say that they are averaged. */
  someLowest = this.RULE("someLowest", (): PricePhrase => {
    const picks = this.SUBRULE(this.picks);
    const measure = this.SUBRULE(this.measure);
    const window = this.SUBRULE(this.window);
    return this.ACTION(() => ({
      kind: "average",
      picks: { count: picks.count, side: picks.side },
      measure,
      window,
      said: false,
      span: between(picks, window),
    }));
  });

  /** `10-day VWAP`: its average over the days before, which the words do not call trading days. */
  daysAverage = this.RULE("daysAverage", (): PricePhrase => {
    const count = this.SUBRULE(this.number);
    const kind = this.OPTION(() => this.SUBRULE(this.dayKind));
    const day = this.CONSUME(k.Day);
    const average = this.OPTION1(() => {
      const word = this.CONSUME(k.Average);
      this.OPTION2(() => this.CONSUME(k.Of));
      return word;
    });
    const measure = this.SUBRULE(this.measure);
    const end = this.OPTION3(() => this.SUBRULE(this.windowEnd));
    return this.ACTION(() => ({
      kind: "average",
      picks: undefined,
      measure,
      window: {
        count,
        unit: kind ? dayUnit(kind) : "trading day",
        ends: end?.side === "including" ? "including" : "before",
        endSaid: end !== undefined,
        unitSaid: kind !== undefined,
        anchor: end?.anchor,
        span: between(count, day),
      },
      said: average !== undefined || measure.id === "VWAP",
      span: between(count, end?.anchor ?? measure),
    }));
  });

  picks = this.RULE("picks", () => {
    const count = this.SUBRULE(this.number);
    const side = this.OR([{ ALT: () => this.CONSUME(k.Lowest) }, { ALT: () => this.CONSUME(k.Highest) }]);
    const end = side.tokenType === k.Highest ? ("highest" as const) : ("lowest" as const);
    return this.ACTION(() => ({ count, side: end, span: between(count, side) }));
  });

  extreme = this.RULE("extreme", (): PricePhrase => {
    const side = this.OR([{ ALT: () => this.CONSUME(k.Lowest) }, { ALT: () => this.CONSUME(k.Highest) }]);
    const measure = this.SUBRULE(this.measure);
    const window = this.SUBRULE(this.window);
    const end = side.tokenType === k.Highest ? "highest" : "lowest";
    return this.ACTION(() => ({ kind: "extreme", side: end, measure, window, span: between(side, window) }));
  });

  /** `lowest 3-day average of VWAP over …`. */
  rolling = this.RULE("rolling", (): PricePhrase => {
    const side = this.OR([{ ALT: () => this.CONSUME(k.Lowest) }, { ALT: () => this.CONSUME(k.Highest) }]);
    const token = this.CONSUME(NumberToken);
    this.OPTION(() => this.CONSUME(Dash));
    this.OPTION1(() => this.CONSUME(k.Trading));
    this.CONSUME(k.Day);
    this.CONSUME(k.Average);
    this.OPTION2(() => this.CONSUME(k.Of));
    const measure = this.SUBRULE(this.measure);
    const window = this.SUBRULE(this.window);
    return this.ACTION(() => ({
      kind: "rolling",
      side: side.tokenType === k.Highest ? "highest" : "lowest",
      days: numberOf(token, undefined),
      measure,
      window,
      span: between(side, window),
    }));
  });

  quote = this.RULE("quote", (): PricePhrase => {
    const measure = this.SUBRULE(this.measure);
    const day = this.SUBRULE(this.day);
    return this.ACTION(() => ({ kind: "quote", measure, day, span: between(measure, day) }));
  });
}
