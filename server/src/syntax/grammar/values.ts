import { EmbeddedActionsParser, type TokenType } from "chevrotain";
import { CurrencyCode, keywords as k } from "../keywords.ts";
import type {
  LimitPhrase,
  MoneyPhrase,
  NumberPhrase,
  PercentPhrase,
  RatePhrase,
  SharesPhrase,
} from "../phrase-tree.ts";
import { Dash, Dollar, NumberToken, Percent, Quoted } from "../tokens.ts";
import { between, numberOf, unquoted } from "./parts.ts";

/** Numbers, money, percentages, rates and counts of shares. */
export class ValueRules extends EmbeddedActionsParser {
  constructor(tokens: readonly TokenType[]) {
    super([...tokens], { maxLookahead: 3, skipValidations: true, recoveryEnabled: false });
  }

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
      number: dash ? { ...number, negative: true, span: between(dash, number) } : number,
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
    return this.ACTION(() => ({
      kind: "rate",
      percent,
      per: monthly ? "month" : "year",
      span: between(percent, unit ?? percent),
    }));
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
    return this.ACTION(() => ({
      kind: "shares",
      number,
      of: name && unquoted(name),
      span: between(number, name ?? unit ?? number),
    }));
  });
}
