import type { Fix } from "../../base/problem.ts";
import type { RateMeaning } from "../../catalog/value.ts";
import type { Situation } from "../../finance/engine/formula.ts";
import { isAdditional, rateSaid } from "../../finance/interest/rates.ts";
import type { Said } from "../../note/bound.ts";
import { statementsOf } from "../../note/statements.ts";
import { compared, isPositive, plus } from "../../quantity/arithmetic.ts";
import * as exact from "../../quantity/exact.ts";
import { isWaiting } from "../../quantity/figure.ts";
import { show } from "../../quantity/format.ts";
import { exampleNote, type Finding, rule } from "../rule.ts";
import { scaleOf } from "../scale.ts";

const events = "  events of default {\n    failure to pay when due\n  }";

export const defaultRateNotAboveRate = rule({
  code: "default-rate-not-above-rate",
  severity: "error",
  title: "The default rate is not above the rate",
  why: "The default rate replaces the rate once the note is in default. If it is no higher, paying late costs the issuer nothing, or even saves interest. Either the two are exchanged, or the default rate is meant to come on top of the rate.",
  repair: "Correct the rate that is wrong; write a default rate that comes on top as the sum of both.",
  bad: exampleNote(
    `  interest {\n    rate          12% per annum\n    default rate  8% per annum\n  }\n\n${events}`,
  ),
  good: exampleNote(
    `  interest {\n    rate          8% per annum\n    default rate  12% per annum\n  }\n\n${events}`,
  ),
  find: ({ note, alone }) => {
    const { rate, defaultRate } = note.clauses.interest.inner;
    const usual = statementsOf(rate).filter(({ condition }) => condition?.kind !== "on");
    const late = [
      ...(isAdditional(defaultRate) ? [] : statementsOf(defaultRate)),
      ...statementsOf(rate).filter(({ condition }) => isOnDefault(condition)),
    ];
    return late.flatMap((stated) => judged(stated, usual, alone)).slice(0, 1);
  },
});

function isOnDefault(condition: Said<RateMeaning>["condition"]): boolean {
  return condition?.kind === "on" && condition.event.event === "default";
}

/** A rate upon default against the highest that the note bears before. */
function judged(late: Said<RateMeaning>, usual: readonly Said<RateMeaning>[], alone: Situation): Finding[] {
  const raised = rateSaid(late.meaning, alone);
  if (isWaiting(raised)) return ofIndex(late, usual);
  const rates = usual.flatMap((stated) => {
    const one = rateSaid(stated.meaning, alone);
    return isWaiting(one) ? [] : [{ stated, rate: one }];
  });
  const [highest] = rates.sort((a, b) => compared(b.rate, a.rate));
  if (!highest || compared(raised, highest.rate) > 0 || scaleOf(raised.amount) === "too small") return [];
  const { stated, rate: base } = highest;
  const same = compared(raised, base) === 0;
  const sum = plus(base, raised);
  const words = `${show(sum).replace(" ", "")} per annum`;
  const fixes: Fix[] = [
    { title: `The default rate is added: write ${words}`, edits: [{ span: late.span, text: words }] },
  ];
  const when = stated.condition ? ` ${stated.condition.text}` : "";
  const effect = same
    ? "nothing changes when the note is in default"
    : "paying late would cost the issuer less than paying on time";
  const addedUp = isPositive(raised)
    ? ` If it is meant to come on top of the rate, write the sum, ${show(sum)}.`
    : "";
  return [
    {
      span: late.span,
      message: `The default rate of ${show(raised)} is ${same ? "no higher than" : "lower than"} the rate of ${show(base)}${when}: ${effect}.${addedUp} Else correct the one that is wrong.`,
      related: [{ message: `The rate: ${show(base)}.`, span: stated.span }],
      fixes: isPositive(raised) && !late.condition ? fixes : [],
    },
  ];
}

/** Two rates that follow one index, wherever it stands: the margins decide. */
function ofIndex(late: Said<RateMeaning>, usual: readonly Said<RateMeaning>[]): Finding[] {
  if (late.meaning.kind !== "index") return [];
  const { name } = late.meaning;
  const margin = marginOf(late.meaning);
  const base = usual.find(
    ({ meaning }) =>
      meaning.kind === "index" &&
      meaning.name.toLowerCase() === name.toLowerCase() &&
      exact.compare(margin, marginOf(meaning)) <= 0,
  );
  if (!base) return [];
  return [
    {
      span: late.span,
      message: `The default rate, ${late.text}, is not above the rate, ${base.text}, wherever “${name}” stands: paying late costs the issuer no more than paying on time. Correct the one that is wrong.`,
      related: [{ message: "The rate.", span: base.span }],
    },
  ];
}

function marginOf({ margin, sign }: Extract<RateMeaning, { kind: "index" }>): exact.Exact {
  if (!margin) return exact.zero;
  return sign === "less" ? exact.negate(margin.amount) : margin.amount;
}
