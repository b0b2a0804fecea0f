import type { TriggerMeaning } from "../../catalog/value.ts";
import { windowDays } from "../../market/windows.ts";
import type { Bound } from "../../note/bound.ts";
import * as arithmetic from "../../quantity/arithmetic.ts";
import { longDate } from "../../quantity/date.ts";
import {
  assuming,
  dayOf,
  type Figure,
  isWaiting,
  named,
  type Result,
  type Waiting,
  waiting,
} from "../../quantity/figure.ts";
import type { MeasureId } from "../../syntax/measures.ts";
import { noteSource } from "../amount.ts";
import { optionalClause } from "../clauses.ts";
import { conversionPrice } from "../conversion-price.ts";
import { conversionDate } from "../dates.ts";
import { formula, optional, type Situation, type Source, step } from "../formula.ts";
import { priceOf } from "../price.ts";

/** A price that the share has to reach, and for what. */
interface Trigger {
  readonly label: string;
  readonly meaning: TriggerMeaning;
  readonly level: Figure<"price">;
}

/** The clauses that name a trigger, in the order in which they are shown. */
const triggerClauses: readonly {
  readonly label: string;
  readonly path: string;
  readonly pick: (situation: Situation) => Bound<TriggerMeaning>;
}[] = [
  {
    label: "contingent conversion",
    path: "note/conversion/contingent",
    pick: ({ note }) => note.clauses.conversion.inner.contingent,
  },
  {
    label: "forced conversion",
    path: "note/conversion/forced",
    pick: ({ note }) => note.clauses.conversion.inner.forced,
  },
  { label: "issuer call", path: "note/call/trigger", pick: ({ note }) => note.clauses.call.inner.trigger },
];

const triggers: Source<readonly Trigger[]> = {
  label: "triggers",
  needs: [...triggerClauses.map(({ path, pick }) => optionalClause(path, pick)), conversionPrice],
  clauses: [],
  read: (situation) => {
    const found: Trigger[] = [];
    for (const { label, path, pick } of triggerClauses) {
      const meaning = optionalClause(path, pick).read(situation);
      if (isWaiting(meaning)) return meaning;
      if (!meaning) continue;
      const level = priceOf(meaning.level, situation);
      if (isWaiting(level)) return level;
      found.push({ label, meaning, level });
    }
    return found;
  },
};

const isSaid = (situation: Situation): boolean =>
  triggerClauses.some(({ pick }) => pick(situation).state === "said");

export const triggerPrice = formula({
  id: "trigger-price",
  label: "trigger price",
  kind: "price",
  topic: "conversion",
  scope: "both",
  about: {
    definition:
      "as the clause says, most often 130 % × CP; of several (contingent conversion, forced conversion, issuer call) the first stands for all",
    rounding: "none",
    source: noteSource,
  },
  applies: isSaid,
  headline: { rank: 3, say: (shown) => `${shown} has to be reached` },
  needs: { triggers },
  compute: ({ triggers: found }) =>
    severally(
      found.map(({ level }) => level),
      found.map(({ label }) => label),
      "a trigger price",
    ),
});

/** One answer as it is; several as a list. */
function severally<K extends "price" | "count">(
  answers: readonly Figure<K>[],
  labels: readonly string[],
  missing: string,
): Result<K> {
  const [first, ...others] = answers;
  if (!first) return waiting(missing);
  return others.length === 0 ? first : arithmetic.listed(first, others, `for ${labels[0]}`, labels);
}

export const triggerDays = formula({
  id: "trigger-days",
  label: "days on which the share reached its trigger price",
  kind: "count",
  topic: "conversion",
  scope: "both",
  about: {
    definition:
      "the trading days of the window before the conversion date whose closing price (else last price, else VWAP) is at or above the trigger price",
    rounding: "whole days",
    source: "prices from the market by day",
  },
  applies: (situation) =>
    triggerClauses.some(({ pick }) => {
      const bound = pick(situation);
      return bound.state === "said" && bound.meaning.days !== undefined;
    }),
  needs: {
    counts: step(
      "days at or above the trigger",
      { triggers, date: conversionDate },
      ({ triggers: found, date }, situation) => {
        const counts: { readonly label: string; readonly count: Figure<"count"> }[] = [];
        for (const trigger of found) {
          if (!trigger.meaning.days) continue;
          const count = daysReached(trigger, trigger.meaning.days, date, situation);
          if (isWaiting(count)) return count;
          counts.push({ label: trigger.label, count });
        }
        return counts;
      },
      { clauses: ["market/prices"] },
    ),
    date: optional(conversionDate),
  },
  compute: ({ counts }) =>
    severally(
      counts.map(({ count }) => count),
      counts.map(({ label }) => label),
      "a trigger that counts days",
    ),
});

/** What a day's closing price is taken from, best first. */
const closingMeasures: readonly MeasureId[] = ["closing price", "last price", "VWAP"];

function daysReached(
  { level, label }: Trigger,
  { count: needed, of }: NonNullable<TriggerMeaning["days"]>,
  date: Figure<"date">,
  situation: Situation,
): Result<"count"> {
  const days = windowDays({ count: of, unit: "trading day", ends: "before" }, dayOf(date));
  const measure =
    closingMeasures.find((one) => days.some((day) => situation.quotes.on(day, one, "other"))) ??
    "closing price";
  const prices = days.map((day) => situation.quotes.on(day, measure, "other"));
  const missing = days.filter((_, index) => !prices[index]);
  if (missing.length > 0) return lacking(missing.map(longDate), measure);
  const reached = prices.filter((price) => price && arithmetic.compared(price, level) >= 0).length;
  const verdict = reached >= needed ? "met" : "not met";
  const text = `${reached} of ${days.length} trading days before ${longDate(dayOf(date))}, ${needed} needed: ${label} ${verdict}`;
  const counted = arithmetic.counted(BigInt(reached), text, [named("trigger price", level)]);
  return assuming(
    counted,
    measure === "VWAP" ? "the VWAP stands for the closing price, which the market does not give" : undefined,
  );
}

function lacking(days: readonly string[], measure: MeasureId): Waiting {
  return days.length > 3
    ? waiting(`the ${measure}s of ${days.length} trading days from ${days[0]} to ${days.at(-1)}`)
    : waiting(...days.map((day) => `the ${measure} of ${day}`));
}
