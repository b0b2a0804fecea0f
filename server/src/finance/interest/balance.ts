import { writtenSum } from "../../note/numbers.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import * as exact from "../../quantity/exact.ts";
import { type Figure, figure, isWaiting, type Result, waiting } from "../../quantity/figure.ts";
import type { AmountPhrase } from "../../syntax/phrase-tree.ts";
import type { Situation } from "../engine/formula.ts";
import { percentFigure, priceOf, wordsOf } from "../prices/price.ts";

/** What an amount is counted from: what is owed on a day, and the shares that it converts into. */
export interface Balance {
  readonly principal: Figure<"money">;
  readonly interest: () => Result<"money">;
  readonly shares?: () => Result<"shares">;
}

/** What an amount comes to: rounded to cents once wherever a part is taken. */
export function amountOf(phrase: AmountPhrase, balance: Balance, situation: Situation): Result<"money"> {
  switch (phrase.kind) {
    case "money": {
      const origin = { kind: "stated", text: wordsOf(phrase.span, situation), span: phrase.span } as const;
      return figure("money", writtenSum(phrase), origin, situation.note.currency);
    }
    case "balance": {
      if (phrase.of === "principal") return balance.principal;
      const interest = balance.interest();
      if (isWaiting(interest) || phrase.of === "interest") return interest;
      return arithmetic.plus(balance.principal, interest);
    }
    case "share of amount": {
      const of = amountOf(phrase.of, balance, situation);
      return isWaiting(of)
        ? of
        : arithmetic.payable(arithmetic.portion(percentFigure(phrase.percent, situation), of));
    }
    case "part of amount": {
      const of = amountOf(phrase.of, balance, situation);
      if (isWaiting(of)) return of;
      const part = exact.divide(
        exact.parseExact(phrase.numerator) ?? exact.one,
        exact.parseExact(phrase.denominator) ?? exact.one,
      );
      const factor = figure("ratio", part, {
        kind: "stated",
        text: wordsOf(phrase.span, situation),
        span: phrase.span,
      });
      return arithmetic.payable(arithmetic.portion(factor, of));
    }
    case "best amount": {
      const candidates = phrase.alternatives.map((one) => amountOf(one, balance, situation));
      const missing = candidates.filter(isWaiting);
      if (missing.length > 0) return waiting(...missing.flatMap(({ waitingFor }) => waitingFor));
      const labels = phrase.alternatives.map(({ span }) => wordsOf(span, situation));
      return arithmetic.choose(phrase.pick, candidates as Figure<"money">[], phrase.word, labels);
    }
    case "shares at": {
      const price = priceOf(phrase.price, situation);
      if (isWaiting(price)) return price;
      const shares = balance.shares?.() ?? waiting("the shares on conversion");
      return isWaiting(shares) ? shares : arithmetic.payable(arithmetic.worth(shares, price));
    }
    case "amount term": {
      const term = situation.terms.get(phrase.name.toLowerCase())?.definition;
      if (term?.state !== "said") return waiting(`the term “${phrase.name}”, which nothing defines`);
      if (term.meaning.kind === "amount") return amountOf(term.meaning.amount, balance, situation);
      const price = term.meaning.kind === "price" ? term.meaning.price : undefined;
      if (price?.kind === "money") return amountOf(price, balance, situation);
      return waiting(`an amount for “${phrase.name}”, which is defined as a ${term.meaning.kind}`);
    }
    case "sum": {
      const terms = phrase.terms.map((term) => amountOf(term, balance, situation));
      const missing = terms.filter(isWaiting);
      if (missing.length > 0) return waiting(...missing.flatMap(({ waitingFor }) => waitingFor));
      return (terms as Figure<"money">[]).reduce((sum, term) => arithmetic.plus(sum, term));
    }
  }
}
