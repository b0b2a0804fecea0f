import type { AmountMeaning, BalanceMeaning, Definition, SumMeaning } from "../../catalog/value.ts";
import type { BoundTerm } from "../../note/bound.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { type Figure, isWaiting, type Result, waiting } from "../../quantity/figure.ts";
import { evaluate, type Situation } from "../engine/formula.ts";
import { principal as lent } from "../inputs/sources.ts";
import { priceOf } from "../prices/price.ts";

/** What an amount is counted from: what is owed on a day, and the shares that it converts into. */
export interface Balance {
  /** What “principal” means: what is owed of it. */
  readonly principal: Figure<"money">;
  /** What was lent, and what is left of it; as the principal, where they are not given. */
  readonly lent?: Figure<"money">;
  readonly remaining?: Figure<"money">;
  readonly interest: () => Result<"money">;
  readonly shares?: () => Result<"shares">;
  /** What is owed on default. */
  readonly onDefault?: () => Result<"money">;
}

const noDefault = "an event of default, without which there is no default amount";

/** What is owed, or a part of it. */
export function partOf(of: BalanceMeaning["of"], balance: Balance, situation: Situation): Result<"money"> {
  switch (of) {
    case "principal":
      return balance.principal;
    case "principal lent":
      return balance.lent ?? evaluate(lent, situation);
    case "remaining principal":
      return balance.remaining ?? balance.principal;
    case "default amount":
      return balance.onDefault?.() ?? waiting(noDefault);
    case "what is owed":
      return owedOf(balance);
    case "interest":
    case "principal and interest": {
      const interest = balance.interest();
      return isWaiting(interest) || of === "interest"
        ? interest
        : arithmetic.plus(balance.principal, interest);
    }
  }
}

/** What an amount comes to: rounded to cents once wherever a part is taken. `within` has the terms that it stands in. */
export function amountOf(
  amount: AmountMeaning,
  balance: Balance,
  situation: Situation,
  within: readonly BoundTerm[] = [],
): Result<"money"> {
  switch (amount.kind) {
    case "money": {
      const { currency } = situation.note;
      const { sum, words } = amount;
      return (sum.currency ?? currency) === currency
        ? { ...sum, currency }
        : waiting(`a sum in ${currency}: “${words}” is in ${sum.currency}`);
    }
    case "balance":
      return partOf(amount.of, balance, situation);
    case "share of amount": {
      const of = amountOf(amount.of, balance, situation, within);
      return isWaiting(of) ? of : arithmetic.payable(arithmetic.portion(amount.percent.ratio, of));
    }
    case "part of amount": {
      const of = amountOf(amount.of, balance, situation, within);
      if (isWaiting(of)) return of;
      return arithmetic.payable(arithmetic.portion(amount.part, of));
    }
    case "best amount": {
      const candidates = amount.alternatives.map((one) => amountOf(one, balance, situation, within));
      const missing = candidates.filter(isWaiting);
      if (missing.length > 0) return waiting(...missing.flatMap(({ waitingFor }) => waitingFor));
      const labels = amount.alternatives.map(({ words }) => words);
      return arithmetic.choose(amount.pick, candidates as Figure<"money">[], amount.word, labels);
    }
    case "shares at": {
      const price = priceOf(amount.price, situation);
      if (isWaiting(price)) return price;
      const shares = balance.shares?.() ?? waiting("the shares on conversion");
      return isWaiting(shares) ? shares : arithmetic.payable(arithmetic.worth(shares, price));
    }
    case "amount term": {
      const term = situation.terms.get(amount.name.toLowerCase());
      if (term?.definition.state !== "said")
        return waiting(`the term “${amount.name}”, which nothing defines`);
      if (within.includes(term)) return waiting(`the term “${term.name}”, which depends on itself`);
      const { meaning } = term.definition;
      const stated = meaning.kind === "amount" ? meaning.amount : sumOf(meaning);
      if (stated) return amountOf(stated, balance, situation, [...within, term]);
      return waiting(`an amount for “${term.name}”, which is defined as a ${meaning.kind}`);
    }
    case "sum": {
      const terms = amount.terms.map((term) => amountOf(term, balance, situation, within));
      const missing = terms.filter(isWaiting);
      if (missing.length > 0) return waiting(...missing.flatMap(({ waitingFor }) => waitingFor));
      return (terms as Figure<"money">[]).reduce((sum, term) => arithmetic.plus(sum, term));
    }
  }
}

/** The sum that a definition is, which reads as a price as well. */
function sumOf(meaning: Definition): SumMeaning | undefined {
  return meaning.kind === "price" && meaning.price.kind === "money" ? meaning.price : undefined;
}

/** All that is owed: the default amount where there is a default, else principal and interest. */
function owedOf({ principal, interest, onDefault }: Balance): Result<"money"> {
  const inDefault = onDefault?.();
  if (inDefault && !isWaiting(inDefault)) return inDefault;
  const unpaid = interest();
  return isWaiting(unpaid) ? unpaid : arithmetic.plus(principal, unpaid);
}
