import { EmbeddedActionsParser, type IToken, type ParserMethod, type TokenType } from "chevrotain";
import { AlternativeEnd, GroupClose, GroupOpen } from "../frames.ts";
import { CurrencyCode, keywords as k } from "../keywords.ts";
import type { LimitPhrase, MoneyPhrase, NumberPhrase, PercentPhrase, SharesPhrase } from "../phrase-tree.ts";
import { Comma, Dash, Dollar, NumberToken, Percent, Quoted } from "../tokens.ts";
import { lazyLookahead } from "./lookahead.ts";
import { between, nowhere, numberOf, type Placed, unquoted } from "./parts.ts";

const maxLookahead = 3;

/** Numbers, money, percentages, rates and counts of shares. */
export class ValueRules extends EmbeddedActionsParser {
  constructor(tokens: readonly TokenType[]) {
    super([...tokens], {
      maxLookahead,
      lookaheadStrategy: lazyLookahead(maxLookahead),
      skipValidations: true,
      recoveryEnabled: false,
    });
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
    const scale = this.OPTION2(() => this.SUBRULE(this.scale));
    return this.ACTION(() => ({
      kind: "money",
      number: dash ? { ...number, negative: true, span: between(dash, number) } : number,
      scale: scaleOf(scale),
      code: sign.image.startsWith("$") ? undefined : sign.image,
      span: between(dash ?? sign, scale ?? number),
    }));
  });

  scale = this.RULE(
    "scale",
    (): IToken =>
      this.OR([
        { ALT: () => this.CONSUME(k.Thousand) },
        { ALT: () => this.CONSUME(k.Million) },
        { ALT: () => this.CONSUME(k.Billion) },
      ]),
  );

  percent = this.RULE("percent", (): PercentPhrase => {
    const number = this.SUBRULE(this.number);
    const sign = this.CONSUME(Percent);
    return this.ACTION(() => ({ kind: "percent", number, span: between(number, sign) }));
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
    const scale = this.OPTION2(() => this.SUBRULE(this.scale));
    const unit = this.OPTION(() => this.CONSUME(k.Share));
    const name = this.OPTION1(() => {
      this.CONSUME(k.Of);
      return this.CONSUME(Quoted);
    });
    return this.ACTION(() => ({
      kind: "shares",
      number,
      scale: scaleOf(scale),
      of: name && unquoted(name),
      span: between(number, name ?? unit ?? scale ?? number),
    }));
  });

  /** `lesser`, `lowest`, `greater`, `highest`, before `of`. */
  better = this.RULE("better", () => {
    const token = this.OR([
      { ALT: () => this.CONSUME(k.Lesser) },
      { ALT: () => this.CONSUME(k.Greater) },
      { ALT: () => this.CONSUME(k.Lowest) },
      { ALT: () => this.CONSUME(k.Highest) },
    ]);
    const low = token.tokenType === k.Lesser || token.tokenType === k.Lowest;
    return this.ACTION(() => ({ token, low }));
  });

  /**
   * The alternatives behind a `lesser` or an `earlier`: in braces, or in a sentence, where none of them can be a choice
   * of its own. A part of the rule that calls it, which may have no other `OR1`, `MANY` or `AT_LEAST_ONE` and no call
   * of the same rules.
   */
  protected alternativesOf<T extends Placed>(
    any: ParserMethod<[], T>,
    simple: ParserMethod<[], T>,
  ): { readonly alternatives: readonly T[]; readonly end: Placed } {
    const alternatives: T[] = [];
    this.CONSUME(k.Of);
    const end = this.OR1([
      {
        ALT: (): Placed => {
          this.SUBRULE(this.groupStart);
          this.AT_LEAST_ONE(() => {
            alternatives.push(this.SUBRULE(any));
            this.SUBRULE(this.groupNext);
          });
          return this.SUBRULE(this.groupEnd);
        },
      },
      {
        ALT: (): Placed => {
          alternatives.push(this.SUBRULE1(simple));
          this.MANY(() => {
            this.SUBRULE(this.listNext);
            alternatives.push(this.SUBRULE2(simple));
          });
          return alternatives.at(-1) ?? nowhere;
        },
      },
    ]);
    return { alternatives, end };
  }

  /** The brace that opens alternatives, and the line ends behind it. */
  groupStart = this.RULE("groupStart", (): IToken => {
    const open = this.CONSUME(GroupOpen);
    this.MANY(() => this.SUBRULE(this.betweenAlternatives));
    return open;
  });

  groupNext = this.RULE("groupNext", () => {
    this.MANY(() => this.SUBRULE(this.betweenAlternatives));
  });

  groupEnd = this.RULE("groupEnd", (): IToken => this.CONSUME(GroupClose));

  /** What may stand between two alternatives: the line's end, and a comma or an `or` from the filing. */
  betweenAlternatives = this.RULE("betweenAlternatives", () => {
    this.OR([
      { ALT: () => this.CONSUME(AlternativeEnd) },
      { ALT: () => this.CONSUME(Comma) },
      { ALT: () => this.CONSUME(k.Or) },
      { ALT: () => this.CONSUME(k.And) },
    ]);
  });

  /** What stands between the alternatives of a sentence: `lesser of $0.39 and 65% of …`. */
  listNext = this.RULE("listNext", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(Comma);
          this.OPTION(() =>
            this.OR1([{ ALT: () => this.CONSUME(k.And) }, { ALT: () => this.CONSUME(k.Or) }]),
          );
        },
      },
      { ALT: () => this.CONSUME1(k.And) },
      { ALT: () => this.CONSUME1(k.Or) },
    ]);
  });
}

function scaleOf(token: IToken | undefined): MoneyPhrase["scale"] {
  return token?.tokenType?.name.toLowerCase() as MoneyPhrase["scale"];
}
