import type { PriceMeaning, TriggerMeaning } from "../../catalog/value.ts";
import type { Bound } from "../../note/bound.ts";
import type { Figure } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { fixedPriceOf } from "../prices.ts";
import { exampleNote, type Finding, rule } from "../rule.ts";
import { halfUnit, total, within } from "../stated.ts";

const call = (stated: string): string =>
  exampleNote(
    `  conversion {\n    option  holder\n    until   maturity\n    price   $4.16\n  }\n\n  issuer call {\n    trigger        130% of conversion price for 20 of 30 trading days\n    trigger price  ${stated}\n  }`,
  );

export const triggerAndPercentageDiffer = rule({
  code: "trigger-and-percentage-differ",
  severity: "warning",
  title: "A trigger price is not the stated percentage of the conversion price",
  why: "“130 % of the conversion price, or $5.41” is one price said twice. Where the two differ, a call or a forced conversion is open on some days by the one and not by the other.",
  repair: "Correct the percentage or the price.",
  bad: call("$4.51"),
  good: call("$5.41"),
  find: ({ note, alone }) => {
    const { forced, contingent, triggerPrice } = note.clauses.conversion.inner;
    const { trigger, triggerPrice: ofCall } = note.clauses.call.inner;
    return [...judged([forced, contingent], triggerPrice), ...judged([trigger], ofCall)];

    function judged(triggers: readonly Bound<TriggerMeaning>[], stated: Bound<PriceMeaning>): Finding[] {
      if (stated.state !== "said") return [];
      const price = fixedPriceOf(stated.meaning, alone);
      const levels = triggers.flatMap((one) => {
        const level = one.state === "said" ? fixedPriceOf(one.meaning.level, alone) : undefined;
        return one.state === "said" && level ? [{ one, level }] : [];
      });
      const [first] = levels;
      if (!price || !first) return [];
      const conversionPrice = note.clauses.conversion.inner.price;
      const base =
        conversionPrice.state === "said" ? fixedPriceOf(conversionPrice.meaning, alone) : undefined;
      const slack = (level: Figure<"price">) =>
        total([halfUnit(price), ...(base ? [halfUnit(base), halfUnit(base)] : [halfUnit(level)])]);
      if (levels.some(({ level }) => within(level.amount, price.amount, slack(level)))) return [];
      return [
        {
          span: stated.span,
          message: `${first.one.meaning.level.words} is ${show(first.level)}; the trigger is stated as ${show(price)}. Correct the one that is wrong.`,
          related: [{ message: `The percentage: ${show(first.level)}.`, span: first.one.span }],
        },
      ];
    }
  },
});
