import * as exact from "../../quantity/exact.ts";
import { show } from "../../quantity/format.ts";
import { apart, discountIn, feesOf, proceedsOf, roundingOf, sum } from "../proceeds.ts";
import { exampleNote, rule } from "../rule.ts";
import { total, within } from "../stated.ts";

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
  find: ({ note }) => {
    const { proceeds: net } = note.clauses;
    const [whole] = proceedsOf(note);
    if (net.state !== "said" || !whole) return [];
    const { price, principal, discount, fees } = whole;
    const off = discountIn(whole);
    const known =
      price ?? (discount.state === "absent" || discount.state === "none" || off ? principal : undefined);
    if (!known) return [];
    const { included, deducted, unsaid } = feesOf(whole);
    const given = price
      ? price.meaning.amount
      : exact.subtract(known.meaning.amount, total([off?.amount ?? exact.zero, included]));
    const left = [[deducted], [deducted, unsaid]].map((taken) => exact.subtract(given, total(taken)));
    const rounding = roundingOf(net.meaning, known.meaning, off, ...fees.map(({ meaning }) => meaning.value));
    if (left.some((one) => within(one, net.meaning.amount, rounding))) return [];
    const [expected = exact.zero] = left;
    const [gross, taken] = [sum(given, known.meaning), sum(deducted, known.meaning)];
    const less = exact.isZero(deducted) ? "and no fees are held back" : `less fees of ${show(taken)}`;
    return [
      {
        span: net.span,
        message: `The holder pays ${show(gross)}, ${less}: ${show(sum(expected, gross))} reaches the issuer. The net proceeds are stated as ${show(net.meaning)}, ${show(apart(expected, net.meaning.amount, gross))} ${exact.compare(net.meaning.amount, expected) > 0 ? "more" : "less"}. Correct the sum that is wrong.`,
        related: [
          { message: `What is paid: ${show(gross)}.`, span: known.span },
          ...fees.map(({ span }) => ({ message: "A fee.", span })),
        ],
        fixes: [
          {
            title: `Write ${show(sum(expected, gross))}`,
            edits: [{ span: net.span, text: show(sum(expected, gross)) }],
          },
        ],
      },
    ];
  },
});
