import { makesShares } from "../../finance/rounds/owed.ts";
import { exampleNote, rule } from "../rule.ts";

const financing = (more: string): string =>
  exampleNote(
    `  qualified financing {\n    threshold  $1,000,000 excluding notes\n    converts   automatically${more}\n  }`,
  );

export const financingPriceOpen = rule({
  code: "financing-price-open",
  severity: "warning",
  title: "A conversion in a financing at the price of the round itself",
  why: "Whoever lends before a round takes more risk than those who pay in it, and is given a discount or a cap for it. A note without either turns into as many shares as the same money buys in the round; mostly the discount was left out.",
  repair:
    "State it: `discount 20%`, `valuation cap $8,000,000 post-money` or a price. A note that takes over better terms has `most favoured terms`.",
  bad: financing(""),
  good: financing("\n    discount   20%"),
  find: ({ note, alone }) => {
    const { inner, clause } = note.clauses.qualifiedFinancing;
    if (!clause || !makesShares(alone, "qualifiedFinancing")) return [];
    const { mostFavoured, conversion } = note.clauses;
    if (mostFavoured.state === "said" || conversion.inner.price.state === "said") return [];
    const { discount, valuationCap, price, capPrice } = inner;
    if ([discount, valuationCap, price, capPrice].some(({ state }) => state !== "absent")) return [];
    return [
      {
        span: clause.name,
        message:
          "Nothing says at what price the note converts in a financing: no discount, no valuation cap, no price of its own. It would convert at the price of the round, as if it were paid in then. State a discount or a cap; write “discount none” if that is meant.",
      },
    ];
  },
});
