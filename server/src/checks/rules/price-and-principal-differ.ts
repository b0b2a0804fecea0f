import type { Fix } from "../../base/problem.ts";
import { listing } from "../../base/words.ts";
import type { Said } from "../../note/bound.ts";
import type { Exact } from "../../quantity/exact.ts";
import * as exact from "../../quantity/exact.ts";
import type { Figure } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import {
  apart,
  discountIn,
  feesOf,
  type Proceeds,
  proceedsOf,
  roundingOf,
  roundingOfPart,
  sum,
} from "../proceeds.ts";
import { exampleNote, type Finding, rule } from "../rule.ts";
import { total, within } from "../stated.ts";

const example = (discount: string): string =>
  exampleNote(`  purchase price           $90,000\n  original issue discount  ${discount}`);

export const priceAndPrincipalDiffer = rule({
  code: "price-and-principal-differ",
  severity: "error",
  title: "Purchase price, discount and fees do not add up to the principal",
  why: "What is owed is what is paid, and the discount, and the fees that are lent on top. Where the sum is another, one of the numbers is wrong, and with it the yield, the tax and the cost.",
  repair:
    "Correct the number that is wrong. Fees that are taken off what is paid out are `deducted from proceeds` and do not count here.",
  bad: example("$9,000"),
  good: example("$10,000"),
  find: ({ note }) => {
    const { principalUpTo, exchange } = note.clauses;
    const lent = proceedsOf(note).filter(({ of }) => of !== "" || exchange.state !== "said");
    return lent.flatMap((proceeds) =>
      judged(proceeds, proceeds.of === "" && principalUpTo.state === "said" ? principalUpTo : undefined),
    );
  },
});

function judged(proceeds: Proceeds, upTo: Said<Figure<"money">> | undefined): Finding[] {
  const { price, discount, principal, fees, of } = proceeds;
  if (!price || !principal || (proceeds.ofWhole && !isPart(discount))) return [];
  const off = discountIn(proceeds);
  if (discount.state === "said" ? !off : discount.state !== "none" && discount.state !== "absent") return [];
  const { included, unsaid } = feesOf(proceeds);
  const parts = [price.meaning.amount, off?.amount ?? exact.zero, included];
  const sums = [total(parts), total([...parts, unsaid])];
  const asPart = isPart(discount);
  const rounding = (asPart ? roundingOfPart : roundingOf)(
    principal.meaning,
    price.meaning,
    off,
    ...fees.map(({ meaning }) => meaning.value),
  );
  const owed = [principal, ...(upTo ? [upTo] : [])].map(({ meaning }) => meaning.amount);
  if (sums.some((one) => owed.some((target) => within(one, target, rounding)))) return [];
  const [whole = exact.zero] = sums;
  const short = exact.compare(whole, principal.meaning.amount) < 0;
  if (discount.state === "absent" && short) return [];
  const added = listing([
    `the purchase price of ${show(price.meaning)}`,
    ...(off ? [`the discount of ${show(off)}`] : []),
    ...(exact.isZero(included) ? [] : [`fees of ${show(sum(included, price.meaning))}`]),
  ]);
  const difference = show(apart(whole, principal.meaning.amount, price.meaning));
  const plural = off || !exact.isZero(included);
  const come = plural
    ? `Together ${added} come to ${show(sum(whole, price.meaning))}`
    : `${added.charAt(0).toUpperCase()}${added.slice(1)} stands alone`;
  return [
    {
      span: price.span,
      message: `${come}, and the principal${of} is ${show(principal.meaning)}: ${difference} ${short ? "more" : "less"}. Correct the number that is wrong.`,
      related: [
        { message: `The principal: ${show(principal.meaning)}.`, span: principal.span },
        ...(discount.state === "said" ? [{ message: "The discount.", span: discount.span }] : []),
      ],
      fixes: otherBase(proceeds, [included, unsaid], owed, rounding),
    },
  ];
}

function isPart(discount: Proceeds["discount"]): boolean {
  return discount.state === "said" && discount.meaning.value.kind === "part";
}

/** A percentage that fits the sums on the other base than the one that is named. */
function otherBase(
  { discount, price, principal }: Proceeds,
  [included = exact.zero]: readonly Exact[],
  owed: readonly Exact[],
  rounding: Exact,
): Fix[] {
  if (discount.state !== "said" || !price || !principal) return [];
  const { value, tag } = discount.meaning;
  if (value.kind !== "part" || tag === undefined) return [];
  const other = tag === "of principal" ? "of purchase price" : "of principal";
  const base = other === "of principal" ? principal.meaning : price.meaning;
  const off = exact.multiply(value.value.amount, base.amount);
  const whole = total([price.meaning.amount, off, included]);
  if (!owed.some((target) => within(whole, target, rounding))) return [];
  const percent = /^[^%]*%/.exec(discount.text)?.[0];
  return percent === undefined
    ? []
    : [
        {
          title: `It is ${other}: write “${percent} ${other}”`,
          edits: [{ span: discount.span, text: `${percent} ${other}` }],
        },
      ];
}
