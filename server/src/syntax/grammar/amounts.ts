import { keywords as k } from "../keywords.ts";
import type { AmountPhrase } from "../phrase-tree.ts";
import { spanOf } from "../tokens.ts";
import { DateRules } from "./dates.ts";
import { between } from "./parts.ts";

/** Amounts of money that follow the note's balance. */
export class AmountRules extends DateRules {
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
          const interest = this.OPTION1(() => {
            this.CONSUME(k.And);
            this.MANY1(() =>
              this.OR1([{ ALT: () => this.CONSUME1(k.Accrued) }, { ALT: () => this.CONSUME1(k.And) }]),
            );
            return this.CONSUME(k.Interest);
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
}
