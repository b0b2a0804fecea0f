import type { TokenType } from "chevrotain";
import { keywords as k } from "../keywords.ts";
import type { AmountPhrase } from "../phrase-tree.ts";
import { Fraction, Quoted, spanOf } from "../tokens.ts";
import { between, unquoted } from "./parts.ts";
import { PriceRules } from "./prices.ts";

/** Amounts of money that follow the note's balance. */
export class AmountRules extends PriceRules {
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

  amountTerm = this.RULE(
    "amountTerm",
    (): AmountPhrase =>
      this.OR([
        { ALT: () => this.SUBRULE(this.money) },
        { ALT: () => this.SUBRULE(this.balance) },
        { ALT: () => this.SUBRULE(this.bestAmount) },
        { ALT: () => this.SUBRULE(this.partOfAmount) },
        { ALT: () => this.SUBRULE(this.timesAmount) },
        {
          ALT: () => {
            const shares = this.CONSUME(k.Share);
            this.CONSUME(k.At);
            const price = this.SUBRULE(this.simplePrice);
            return this.ACTION(() => ({ kind: "shares at" as const, price, span: between(shares, price) }));
          },
        },
        {
          ALT: () => {
            const name = this.CONSUME(Quoted);
            return this.ACTION(() => ({
              kind: "amount term" as const,
              name: unquoted(name),
              span: spanOf(name),
            }));
          },
        },
        {
          ALT: () => {
            const percent = this.SUBRULE(this.percent);
            this.CONSUME(k.Of);
            const of = this.SUBRULE(this.amountTerm);
            return this.ACTION(() => ({
              kind: "share of amount" as const,
              percent,
              of,
              span: between(percent, of),
            }));
          },
        },
      ]),
  );

  bestAmount = this.RULE("bestAmount", (): AmountPhrase => {
    const word = this.SUBRULE(this.better);
    const { alternatives, end } = this.alternativesOf(this.amount, this.amountTerm);
    return this.ACTION(() => ({
      kind: "best amount",
      pick: word.low ? "lowest" : "highest",
      word: `${word.token.image.toLowerCase()} of`,
      alternatives,
      span: between(word.token, end),
    }));
  });

  /** `1/15 of principal`. */
  partOfAmount = this.RULE("partOfAmount", (): AmountPhrase => {
    const fraction = this.CONSUME(Fraction);
    this.CONSUME(k.Of);
    const of = this.SUBRULE(this.amountTerm);
    return this.ACTION(() => {
      const [digits = "1", denominator = "1"] = fraction.image.split("/");
      const numerator = { digits, negative: false, span: spanOf(fraction) };
      return { kind: "part of amount", numerator, denominator, of, span: between(fraction, of) };
    });
  });

  /** `2 times principal`. */
  timesAmount = this.RULE("timesAmount", (): AmountPhrase => {
    const number = this.SUBRULE(this.number);
    this.CONSUME(k.Times);
    const of = this.SUBRULE(this.amountTerm);
    const span = between(number, of);
    return this.ACTION(() => ({
      kind: "part of amount",
      numerator: number,
      denominator: "1",
      of,
      span,
    }));
  });

  balance = this.RULE("balance", (): AmountPhrase => {
    this.MANY(() => {
      this.CONSUME(k.Accrued);
      this.OPTION2(() => this.CONSUME2(k.And));
    });
    return this.OR([
      {
        ALT: () => {
          const principal = this.CONSUME(k.Principal);
          this.OPTION(() => this.CONSUME(k.Amount));
          const interest = this.OPTION1({
            GATE: () => this.isAhead(2, k.Accrued, k.And, k.Interest),
            DEF: () => {
              this.CONSUME(k.And);
              this.MANY1(() =>
                this.OR1([{ ALT: () => this.CONSUME1(k.Accrued) }, { ALT: () => this.CONSUME1(k.And) }]),
              );
              const word = this.CONSUME(k.Interest);
              this.OPTION3({
                GATE: () => this.isAhead(2, k.Default, k.Interest),
                DEF: () => {
                  this.CONSUME3(k.And);
                  this.OPTION4(() => this.CONSUME(k.Default));
                  this.CONSUME2(k.Interest);
                },
              });
              return word;
            },
          });
          const of = interest ? ("principal and interest" as const) : ("principal" as const);
          return this.ACTION(() => ({
            kind: "balance" as const,
            of,
            span: between(principal, interest ?? principal),
          }));
        },
      },
      {
        ALT: () => {
          const interest = this.CONSUME1(k.Interest);
          return this.ACTION(() => ({
            kind: "balance" as const,
            of: "interest" as const,
            span: spanOf(interest),
          }));
        },
      },
    ]);
  });

  /** Whether one of some words is so many places ahead: `principal and` may go on to interest, or to another amount. */
  private isAhead(place: number, ...types: readonly TokenType[]): boolean {
    return types.includes(this.LA(place).tokenType);
  }
}
