import { keywords as k } from "../keywords.ts";
import type { FixedRatePhrase, IndexRatePhrase, LegalMaximumPhrase, RatePhrase } from "../phrase-tree.ts";
import { Quoted } from "../tokens.ts";
import { between, unquoted } from "./parts.ts";
import { ValueRules } from "./values.ts";

/** Rates of interest: a percentage a year, an index and a margin, the lesser or greater of several. */
export class RateRules extends ValueRules {
  rate = this.RULE(
    "rate",
    (): RatePhrase =>
      this.OR([
        { ALT: () => this.SUBRULE(this.fixedRate) },
        { ALT: () => this.SUBRULE(this.indexRate) },
        { ALT: () => this.SUBRULE(this.legalMaximum) },
        { ALT: () => this.SUBRULE(this.bestRate) },
      ]),
  );

  fixedRate = this.RULE("fixedRate", (): FixedRatePhrase => {
    const additional = this.OPTION(() => this.CONSUME(k.Additional));
    const percent = this.SUBRULE(this.percent);
    const unit = this.OPTION1(() =>
      this.OR([
        { ALT: () => this.CONSUME(k.Annually) },
        { ALT: () => this.CONSUME(k.Monthly) },
        {
          ALT: () => {
            this.OPTION2(() => this.CONSUME(k.Per));
            return this.OR1([{ ALT: () => this.CONSUME(k.Year) }, { ALT: () => this.CONSUME(k.Month) }]);
          },
        },
      ]),
    );
    const bears = this.OPTION3({
      GATE: () => this.LA(2).tokenType === k.Accrued || this.LA(2).tokenType === k.Principal,
      DEF: () => this.SUBRULE(this.rateBears),
    });
    const monthly = unit?.tokenType === k.Month || unit?.tokenType === k.Monthly;
    return this.ACTION(() => ({
      kind: "rate",
      percent,
      per: monthly ? "month" : "year",
      additional: additional !== undefined,
      bears: bears?.of,
      span: between(additional ?? percent, bears ?? unit ?? percent),
    }));
  });

  /** `on unpaid principal and interest`: what a default rate bears on. */
  rateBears = this.RULE("rateBears", () => {
    const on = this.CONSUME(k.On);
    this.OPTION(() => this.CONSUME(k.Accrued));
    const principal = this.CONSUME(k.Principal);
    const interest = this.OPTION1(() => {
      this.CONSUME(k.And);
      this.OPTION2(() => this.CONSUME1(k.Accrued));
      return this.CONSUME(k.Interest);
    });
    return this.ACTION(() => ({
      of: interest ? ("principal and interest" as const) : ("principal" as const),
      span: between(on, interest ?? principal),
    }));
  });

  indexRate = this.RULE("indexRate", (): IndexRatePhrase => {
    const name = this.CONSUME(Quoted);
    const margin = this.OPTION(() => {
      const sign = this.OR([{ ALT: () => this.CONSUME(k.Plus) }, { ALT: () => this.CONSUME(k.Less) }]);
      const percent = this.SUBRULE(this.percent);
      return this.ACTION(() => ({
        sign: sign.tokenType === k.Less ? ("less" as const) : ("plus" as const),
        percent,
      }));
    });
    this.OPTION1(() => {
      this.OPTION2(() => this.CONSUME(k.Per));
      this.CONSUME(k.Year);
    });
    return this.ACTION(() => ({
      kind: "index rate",
      name: unquoted(name),
      margin,
      span: between(name, margin?.percent ?? name),
    }));
  });

  legalMaximum = this.RULE("legalMaximum", (): LegalMaximumPhrase => {
    const legal = this.OPTION(() => this.CONSUME(k.Legal));
    const maximum = this.CONSUME(k.Maximum);
    const by = this.OPTION1(() => this.CONSUME1(k.Legal));
    return this.ACTION(() => ({
      kind: "legal maximum",
      span: between(legal ?? maximum, by ?? maximum),
    }));
  });

  bestRate = this.RULE("bestRate", (): RatePhrase => {
    const word = this.SUBRULE(this.better);
    const { alternatives, end } = this.alternativesOf(this.rate, this.simpleRate);
    return this.ACTION(() => ({
      kind: "best rate",
      pick: word.low ? "lowest" : "highest",
      word: `${word.token.image.toLowerCase()} of`,
      alternatives,
      span: between(word.token, end),
    }));
  });

  simpleRate = this.RULE(
    "simpleRate",
    (): RatePhrase =>
      this.OR([
        { ALT: () => this.SUBRULE(this.fixedRate) },
        { ALT: () => this.SUBRULE(this.indexRate) },
        { ALT: () => this.SUBRULE(this.legalMaximum) },
        { ALT: () => this.SUBRULE(this.bestRate) },
      ]),
  );
}
