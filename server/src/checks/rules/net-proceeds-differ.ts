import { evaluate, reread, type Situation } from "../../finance/engine/formula.ts";
import { principal } from "../../finance/inputs/sources.ts";
import { netProceeds, purchasePrice as purchasePriceOf, saysPrice } from "../../finance/money/proceeds.ts";
import * as exact from "../../quantity/exact.ts";
import { isWaiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { apart, feeReadings, roundingOf } from "../proceeds.ts";
import { exampleNote, rule } from "../rule.ts";
import { within } from "../stated.ts";

const received = (net: string): string =>
  exampleNote(`  fees          $8,000 deducted from proceeds\n  net proceeds  ${net}`);

export const netProceedsDiffer = rule({
  code: "net-proceeds-differ",
  severity: "warning",
  title: "Net proceeds are not what is paid less fees",
  why: "What reaches the issuer is the purchase price, less the fees that are held back. Where the sheet states another sum, a fee is missing or counted twice.",
  repair: "Correct the sum that is wrong, or add the fee that is missing.",
  bad: received("$90,000"),
  good: received("$92,000"),
  find: ({ note, alone }) => {
    const { proceeds: net, purchasePrice, principal: owed, fees, tranche } = note.clauses;
    if (net.state !== "said") return [];
    const readings = readingsOf(alone).map((situation) => {
      const source = saysPrice(situation) ? netProceeds : principal;
      return { situation, result: evaluate(source, situation) };
    });
    const [usual] = readings;
    if (!usual || isWaiting(usual.result)) return [];
    const rounding = roundingOf(net.meaning);
    const known = readings.flatMap(({ result }) => (isWaiting(result) ? [] : [result]));
    if (known.some(({ amount }) => within(amount, net.meaning.amount, rounding))) return [];
    const expected = usual.result;
    const paid = evaluate(saysPrice(usual.situation) ? purchasePriceOf : principal, usual.situation);
    if (isWaiting(paid)) return [];
    const held = apart(paid.amount, expected.amount, paid);
    const less = exact.isZero(held.amount) ? "and no fees are held back" : `less fees of ${show(held)}`;
    const more = exact.compare(net.meaning.amount, expected.amount) > 0 ? "more" : "less";
    const stated = purchasePrice.state === "said" ? purchasePrice : owed;
    return [
      {
        span: net.span,
        message: `The holder pays ${show(paid)}, ${less}: ${show(expected)} reaches the issuer. The net proceeds are stated as ${show(net.meaning)}, ${show(apart(expected.amount, net.meaning.amount, paid))} ${more}. Correct the sum that is wrong.`,
        related: [
          ...(stated.state === "said"
            ? [
                {
                  message: `What is ${stated === owed ? "owed" : "paid"}: ${show(stated === owed ? stated.meaning : paid)}.`,
                  span: stated.span,
                },
              ]
            : []),
          ...[...fees, ...tranche.flatMap(({ inner }) => inner.fees)].map(({ span }) => ({
            message: "A fee.",
            span,
          })),
        ],
        fixes: [{ title: `Write ${show(expected)}`, edits: [{ span: net.span, text: show(expected) }] }],
      },
    ];
  },
});

/** The note as it is read, and as it may be read where fees or a discount leave open what they are of. */
function readingsOf(alone: Situation): Situation[] {
  return feeReadings.flatMap((fees) =>
    (["of principal", "of purchase price"] as const).map((base) =>
      reread(reread(alone, "discount-base", base), "fees", fees),
    ),
  );
}
