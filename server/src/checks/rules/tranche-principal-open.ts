import { show } from "../../quantity/format.ts";
import { proceedsOf } from "../proceeds.ts";
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
      .flatMap(({ price, principal, discount, funded, of }) => {
        if (!price || principal || !funded || discount.state !== "absent") return [];
        return [
          {
            span: price.span,
            message: `${show(price.meaning)} is paid for this part, and the principal${of} is not stated: what is owed on it can't be worked out. State its principal, or its original issue discount.`,
          },
        ];
      }),
});
