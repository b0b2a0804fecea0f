import type { Fix } from "../../base/problem.ts";
import { capitalized, listing } from "../../base/words.ts";
import type { Said } from "../../note/bound.ts";
import type { Exact } from "../../quantity/exact.ts";
import * as exact from "../../quantity/exact.ts";
import type { Figure } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import {
  apart,
  feeReadings,
  isOfNothing,
  type Proceeds,
  paidFor,
  proceedsOf,
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
  find: ({ note, alone }) => {
    const { principalUpTo, exchange } = note.clauses;
    const lent = proceedsOf(alone).filter(({ of }) => of !== "" || exchange.state !== "said");
    return [
      ...lent.flatMap((proceeds) => [
        ...judged(proceeds, proceeds.of === "" && principalUpTo.state === "said" ? principalUpTo : undefined),
        ...wholeNote(proceeds),
      ]),
      ...(exchange.state === "said" ? [] : ofTranches(lent)),
    ];
  },
});

function judged(proceeds: Proceeds, upTo: Said<Figure<"money">> | undefined): Finding[] {
  const { price, discount, principal, of } = proceeds;
  if (!price || !principal || (proceeds.ofWhole && !isPart(discount))) return [];
  if (isOfNothing(proceeds)) return [];
  const readings = feeReadings.flatMap(
    (reading) => paidFor(principal.meaning, proceeds, { fees: reading }) ?? [],
  );
  const sums = readings.map((paid) =>
    total([paid.price.amount, paid.discount?.amount ?? exact.zero, paid.included]),
  );
  const [usual] = readings;
  const [whole] = sums;
  if (!usual || !whole) return [];
  const { discount: off, included } = usual;
  const rounding = roundingOfDiscount(proceeds, off);
  const owed = [principal, ...(upTo ? [upTo] : [])].map(({ meaning }) => meaning.amount);
  if (sums.some((one) => owed.some((target) => within(one, target, rounding)))) return [];
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
    : `${capitalized(added)} stands alone`;
  return [
    {
      span: price.span,
      message: `${come}, and the principal${of} is ${show(principal.meaning)}: ${difference} ${short ? "more" : "less"}. Correct the number that is wrong.`,
      related: [
        { message: `The principal: ${show(principal.meaning)}.`, span: principal.span },
        ...(discount.state === "said" ? [{ message: "The discount.", span: discount.span }] : []),
      ],
      fixes: otherBase(proceeds, included, owed, rounding),
    },
  ];
}

/** A discount that leaves nothing to pay. */
function wholeNote(proceeds: Proceeds): Finding[] {
  const { discount, price, principal, of, ofWhole } = proceeds;
  if (discount.state !== "said" || ofWhole || price) return [];
  if (!principal) return takesAll(discount, of);
  const off = paidFor(principal.meaning, proceeds)?.discount;
  if (!off || exact.compare(off.amount, principal.meaning.amount) < 0) return [];
  return [
    {
      span: discount.span,
      message: `The discount of ${show(off)} leaves nothing to pay for the principal${of} of ${show(principal.meaning)}. Correct the number that is wrong.`,
      related: [{ message: `The principal: ${show(principal.meaning)}.`, span: principal.span }],
    },
  ];
}

/** A discount of the whole principal or more, while nobody knows the principal yet. */
function takesAll({ meaning: { value, tag }, span }: Said<DiscountMeaning>, of: string): Finding[] {
  const whole = value.kind === "part" && exact.compare(value.value.amount, exact.one) >= 0;
  if (!whole || tag === "of purchase price") return [];
  return [
    {
      span,
      message: `The discount of ${show(value.value)} leaves nothing to pay, whatever the principal${of} is. Correct the percentage.`,
    },
  ];
}

type DiscountMeaning = Extract<Proceeds["discount"], { readonly state: "said" }>["meaning"];

/** The whole note's price against those of its tranches, where every one states its own. */
function ofTranches([whole, ...tranches]: readonly Proceeds[]): Finding[] {
  const price = whole?.of === "" ? whole.price : undefined;
  const parts = tranches.flatMap((tranche) => (tranche.price ? [tranche] : []));
  if (!price || parts.length === 0 || parts.length < tranches.length) return [];
  const prices = (of: readonly Proceeds[]): Exact =>
    total(of.flatMap((one) => one.price?.meaning.amount ?? []));
  const all = prices(parts);
  const paid = prices(parts.filter(({ funded }) => funded));
  if ([all, paid].some((one) => exact.compare(one, price.meaning.amount) === 0)) return [];
  const difference = show(apart(all, price.meaning.amount, price.meaning));
  return [
    {
      span: price.span,
      message: `The tranches are bought for ${show(sum(all, price.meaning))} together, and the purchase price of the note is ${show(price.meaning)}: ${difference} ${exact.compare(price.meaning.amount, all) > 0 ? "more" : "less"}. Correct the number that is wrong.`,
      related: parts.flatMap((one) =>
        one.price ? [{ message: `The price${one.of}.`, span: one.price.span }] : [],
      ),
    },
  ];
}

/** What a discount in per cent may leave between the sums: none, where it is a sum itself. */
function roundingOfDiscount(
  { discount, price, principal, fees }: Proceeds,
  off: Figure<"money"> | undefined,
): Exact {
  if (discount.state !== "said" || discount.meaning.value.kind !== "part") return exact.zero;
  const base = discount.meaning.tag === "of purchase price" ? price : principal;
  if (!base) return exact.zero;
  const sums = [principal?.meaning, price?.meaning, off, ...fees.map(({ meaning }) => meaning.value)];
  return roundingOfPart(discount.meaning.value.value, base.meaning, ...sums);
}

function isPart(discount: Proceeds["discount"]): boolean {
  return discount.state === "said" && discount.meaning.value.kind === "part";
}

/** A percentage that fits the sums on the other base than the one that is named. */
function otherBase(
  { discount, price, principal }: Proceeds,
  included: Exact,
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
