import type { TriggerMeaning } from "../../catalog/value.ts";
import type { Situation } from "../../finance/engine/formula.ts";
import type { Said } from "../../note/bound.ts";
import { statementsOf } from "../../note/statements.ts";
import { compared, oneWhole } from "../../quantity/arithmetic.ts";
import { show } from "../../quantity/format.ts";
import { fixedPriceOf } from "../prices.ts";
import { exampleNote, type Finding, rule } from "../rule.ts";

const call = (trigger: string): string =>
  exampleNote(
    `  conversion {\n    option  holder\n    until   maturity\n    price   $4.16\n  }\n\n  issuer call {\n    trigger  ${trigger}\n  }`,
  );

export const triggerOutOfRange = rule({
  code: "trigger-out-of-range",
  severity: "warning",
  title: "A trigger that can never be met, or that lies at or below the conversion price",
  why: "A price that has to hold for 30 of 20 days never does. And an issuer that may call or convert the note by force once the share is worth no more than the conversion price takes the holder's gain before there is any; such triggers stand well above it.",
  repair: "Correct the days, or the percentage: `130% of conversion price for 20 of 30 trading days`.",
  bad: call("130% of conversion price for 30 of 20 trading days"),
  good: call("130% of conversion price for 20 of 30 trading days"),
  find: ({ note: { clauses }, alone }) => {
    const { forced, contingent } = clauses.conversion.inner;
    const { trigger } = clauses.call.inner;
    return [
      ...[forced, contingent, trigger].flatMap(statementsOf).flatMap(tooManyDays),
      ...statementsOf(forced).flatMap((stated) => tooLow(stated, "convert the note by force", alone)),
      ...statementsOf(trigger).flatMap((stated) => tooLow(stated, "call the note", alone)),
    ];
  },
});

function tooManyDays({ meaning: { days }, span }: Said<TriggerMeaning>): Finding[] {
  if (!days || days.count <= days.of) return [];
  return [
    {
      span,
      severity: "error",
      message: `The price has to hold on ${days.count} of ${days.of} days, which it never can. If the numbers are exchanged, it is ${days.of} of ${days.count}; else correct the one that is wrong.`,
    },
  ];
}

/** A level at or below the conversion price, as two fixed prices or as a percentage of it. */
function tooLow(
  { meaning: { level }, span }: Said<TriggerMeaning>,
  what: string,
  alone: Situation,
): Finding[] {
  const finding = (at: string, price: string): Finding[] => [
    {
      span,
      message: `From ${at} on the issuer may ${what}, which is not above the conversion price${price}: the holder's gain ends before it begins. Correct the trigger; most often it is 130 % of the conversion price or more.`,
    },
  ];
  if (level.kind === "percent of" && level.of.kind === "conversion price") {
    const percent = level.percent.ratio;
    return compared(percent, oneWhole) <= 0 ? finding(`${show(percent)} of the conversion price`, "") : [];
  }
  const { price } = alone.note.clauses.conversion.inner;
  const base = price.state === "said" && !price.condition ? fixedPriceOf(price.meaning, alone) : undefined;
  const trigger = fixedPriceOf(level, alone);
  return base && trigger && compared(trigger, base) <= 0 ? finding(show(trigger), ` of ${show(base)}`) : [];
}
