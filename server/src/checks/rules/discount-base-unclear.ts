import * as exact from "../../quantity/exact.ts";
import { show } from "../../quantity/format.ts";
import { feeReadings, isOfNothing, paidFor, proceedsOf, roundingOfPart } from "../proceeds.ts";
import { exampleNote, rule } from "../rule.ts";
import { total, within } from "../stated.ts";

const lent = (base: string): string => exampleNote(`  original issue discount  10%${base}`);

export const discountBaseUnclear = rule({
  code: "discount-base-unclear",
  severity: "warning",
  title: "An original issue discount that does not say of what it is a part",
  why: "Ten per cent of the principal is more than ten per cent of what is paid: on a principal of $550,000 the one is $55,000, the other $50,000. Lenders use both.",
  repair: "Say of which it is: `original issue discount 10% of principal`, or `10% of purchase price`.",
  bad: lent(""),
  good: lent(" of principal"),
  find: ({ note, alone }) =>
    proceedsOf(alone).flatMap((proceeds) => {
      const { discount, price } = proceeds;
      if (proceeds.ofWhole || discount.state !== "said" || !isOfNothing(proceeds)) return [];
      const { value } = discount.meaning;
      const { principalUpTo } = note.clauses;
      const upTo = proceeds.of === "" && principalUpTo.state === "said" ? principalUpTo : undefined;
      const principal = proceeds.principal ?? upTo;
      const says = `The discount of ${show(value.value)}${proceeds.of} does not say of what`;
      const choice = (base: string, title: string) => ({
        title,
        edits: [{ span: { start: discount.span.end, end: discount.span.end }, text: ` ${base}` }],
      });
      const either = [
        choice("of principal", "It is a part of the principal"),
        choice("of purchase price", "It is a part of the purchase price"),
      ];
      if (!principal)
        return [
          {
            span: discount.span,
            message: `${says}: of the principal it is more than of what is paid. Say of which it is.`,
            fixes: either,
          },
        ];
      const [ofPrincipal, ofPrice] = (["of principal", "of purchase price"] as const).map(
        (base) => paidFor(principal.meaning, proceeds, { base })?.discount,
      );
      if (!ofPrincipal || !ofPrice) return [];
      const both = `of the principal of ${show(principal.meaning)} it is ${show(ofPrincipal)}, of the purchase price${price ? ` of ${show(price.meaning)}` : ""} ${show(ofPrice)}`;
      const related = [{ message: `The principal: ${show(principal.meaning)}.`, span: principal.span }];
      const here = { span: discount.span, related };
      if (!price) return [{ ...here, message: `${says}: ${both}. Say of which it is.`, fixes: either }];
      const rounding =
        value.kind === "part"
          ? roundingOfPart(value.value, principal.meaning, principal.meaning, price.meaning)
          : exact.zero;
      const included = feeReadings.map((fees) => paidFor(principal.meaning, proceeds, { fees })?.included);
      const fits = ({ amount }: typeof ofPrice): boolean =>
        [principal, ...(upTo ? [upTo] : [])].some(({ meaning }) =>
          included.some(
            (fees) => fees && within(total([price.meaning.amount, amount, fees]), meaning.amount, rounding),
          ),
        );
      const [asPrincipal, asPrice] = [fits(ofPrincipal), fits(ofPrice)];
      if (asPrincipal !== asPrice) {
        const base = asPrincipal ? "of principal" : "of purchase price";
        return [
          {
            ...here,
            severity: "information" as const,
            message: `${says}: ${both}. The sums of the note fit the ${asPrincipal ? "first" : "second"}; say so.`,
            fixes: [choice(base, `Write “${base}”`)],
          },
        ];
      }
      return [
        {
          ...here,
          message: `${says}, and the sums fit neither: ${both}. Correct the percentage or the sum that is wrong, and say of which it is a part.`,
          fixes: [],
        },
      ];
    }),
});
