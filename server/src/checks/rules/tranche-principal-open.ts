import { show } from "../../quantity/format.ts";
import { type Proceeds, proceedsOf } from "../proceeds.ts";
import { exampleNote, rule } from "../rule.ts";

const tranches = (second: string): string =>
  exampleNote(`  tranche "First" {\n    principal  $60,000\n  }\n\n  tranche "Second" {\n    ${second}\n  }`);

export const tranchePrincipalOpen = rule({
  code: "tranche-principal-open",
  severity: "warning",
  title: "A tranche whose price is stated and whose principal is not",
  why: "Interest, what is due and what converts follow from what is owed, not from what is paid. A tranche of a discounted note is owed at more than its price, and nothing says how much more.",
  repair: "State the tranche's `principal`, or its `original issue discount` beside its price.",
  bad: tranches("purchase price  $40,000"),
  good: tranches("principal  $40,000"),
  find: ({ alone }) =>
    proceedsOf(alone)
      .slice(1)
      .flatMap((proceeds) => {
        const { price, principal, funded, of } = proceeds;
        if (!price || principal || !funded || hasDiscount(proceeds)) return [];
        return [
          {
            span: price.span,
            message: `${show(price.meaning)} is paid for this part, and the principal${of} is not stated: what is owed on it can't be worked out. State its principal, or its original issue discount.`,
          },
        ];
      }),
});

/** Whether a discount makes the principal of the price: its own, or a part that is every tranche's; a sum is the note's. */
function hasDiscount({ discount, ofWhole }: Proceeds): boolean {
  const isSumOfNote = ofWhole && discount.state === "said" && discount.meaning.value.kind === "sum";
  return discount.state !== "absent" && !isSumOfNote;
}
