import type { Bound, NoteClauses } from "../../note/bound.ts";
import { statementsOf } from "../../note/statements.ts";
import { exampleNote, type Finding, rule } from "../rule.ts";

const interest = (more: string): string =>
  exampleNote(`  interest {\n    rate     8% per annum\n    paid in  cash or shares${more}\n  }`);

export const sharePaymentWithoutPrice = rule({
  code: "share-payment-without-price",
  severity: "warning",
  title: "Something is paid in shares, and nothing says at which price",
  why: "The number of shares is the sum divided by a price. A right to pay in shares without one is a dispute on the first payment day; the conversion price is another promise, for another time.",
  repair:
    "State the price: `interest price`, `instalment price` or `maturity price`. If it is the conversion price, say `conversion price`.",
  bad: interest(""),
  good: interest("\n    interest price  conversion price"),
  find: ({ note: { clauses } }) => {
    const { paidIn, interestPrice } = clauses.interest.inner;
    const { instalmentsPaidIn, instalmentPrice, atMaturity, maturityPrice, conversion } = clauses;
    const { price, conversionRate, premium } = conversion.inner;
    const converts = [maturityPrice, price, conversionRate, premium, ...capsOf(clauses)].some(
      ({ state }) => state !== "absent",
    );
    const turned = atMaturity.find(({ meaning }) => meaning !== "paid");
    return [
      ...unpriced(paidIn, interestPrice, "Interest", "interest price"),
      ...unpriced(instalmentsPaidIn, instalmentPrice, "An instalment", "instalment price"),
      ...(turned && !converts && conversion.state !== "unread"
        ? [
            {
              span: turned.span,
              message: `At maturity the note ${turned.meaning === "converts" ? "converts" : "converts if the holder chooses"}, and nothing says at which price. State it with “maturity price”.`,
            },
          ]
        : []),
    ];
  },
});

/** What a note converts at in a round is mostly the price at maturity too. */
function capsOf({ qualifiedFinancing, otherFinancing }: NoteClauses): readonly Bound<unknown>[] {
  return [qualifiedFinancing, otherFinancing].flatMap(({ inner }) => [inner.valuationCap, inner.capPrice]);
}

function unpriced(paid: Bound<string>, price: Bound<unknown>, what: string, clause: string): Finding[] {
  if (price.state !== "absent") return [];
  const inShares = statementsOf(paid).find(({ meaning }) => /\bshares\b/.test(meaning));
  if (!inShares) return [];
  return [
    {
      span: inShares.span,
      message: `${what} may be paid in shares, and nothing says at which price. State it with “${clause}”; if it is the price of a conversion, write “${clause} conversion price”.`,
    },
  ];
}
