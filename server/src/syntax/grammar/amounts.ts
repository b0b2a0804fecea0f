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
      { ALT: () => this.SUBRULE(this.partOfBalance) },
      {
        ALT: () => {
          const principal = this.CONSUME(k.Principal);
          const lent = this.OPTION({
            GATE: () => this.LA(1).tokenType === k.Lent || this.LA(1).tokenType === k.Amount,
            DEF: () => this.OR1([{ ALT: () => this.CONSUME(k.Amount) }, { ALT: () => this.CONSUME(k.Lent) }]),
          });
          const interest = this.OPTION1({
            GATE: () => this.isAhead(2, k.Accrued, k.And, k.Interest),
            DEF: () => {
              this.CONSUME(k.And);
              this.MANY1(() =>
                this.OR2([{ ALT: () => this.CONSUME1(k.Accrued) }, { ALT: () => this.CONSUME1(k.And) }]),
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
          return this.ACTION(() => {
            const whole = interest ? ("principal and interest" as const) : ("principal" as const);
            const of = lent?.tokenType === k.Lent ? ("principal lent" as const) : whole;
            return { kind: "balance" as const, of, span: between(principal, interest ?? lent ?? principal) };
          });
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

  /** `original principal`, `remaining principal`, `default amount`, `what is owed`. */
  partOfBalance = this.RULE(
    "partOfBalance",
    (): AmountPhrase =>
      this.OR([
        {
          ALT: () => {
            const which = this.OR1([
              { ALT: () => this.CONSUME(k.Original) },
              { ALT: () => this.CONSUME(k.Remaining) },
            ]);
            const principal = this.CONSUME(k.Principal);
            this.OPTION(() => this.CONSUME(k.Amount));
            return this.ACTION(() => ({
              kind: "balance" as const,
              of:
                which.tokenType === k.Original
                  ? ("principal lent" as const)
                  : ("remaining principal" as const),
              span: between(which, principal),
            }));
          },
        },
        {
          ALT: () => {
            const on = this.CONSUME(k.Default);
            const amount = this.CONSUME1(k.Amount);
            return this.ACTION(() => ({
              kind: "balance" as const,
              of: "default amount" as const,
              span: between(on, amount),
            }));
          },
        },
        {
          ALT: () => {
            const what = this.CONSUME(k.What);
            this.CONSUME(k.Is);
            const owed = this.CONSUME(k.Owed);
            return this.ACTION(() => ({
              kind: "balance" as const,
              of: "what is owed" as const,
              span: between(what, owed),
            }));
          },
        },
      ]),
  );

  /** Whether one of some words is so many places ahead: `principal and` may go on to interest, or to another amount. */
  private isAhead(place: number, ...types: readonly TokenType[]): boolean {
    return types.includes(this.LA(place).tokenType);
  }
}
