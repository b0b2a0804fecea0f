import type { IToken } from "chevrotain";
import type { ClauseSpec } from "../catalog/clause.ts";
import type { TriggerMeaning } from "../catalog/value.ts";
import type { PhraseRule } from "../syntax/phrase-grammar.ts";
import type {
  AmountPhrase,
  ConditionPhrase,
  ConversionRatePhrase,
  DatePhrase,
  LevelPhrase,
  LimitPhrase,
  MoneyPhrase,
  MultiplePhrase,
  PaymentDaysPhrase,
  PercentPhrase,
  PeriodPhrase,
  Phrase,
  PricePathPhrase,
  PricePhrase,
  RatePhrase,
  ScheduleRowPhrase,
  SharesPhrase,
  TriggerPhrase,
} from "../syntax/phrase-tree.ts";
import { readPhrase } from "../syntax/phrases.ts";
import { judgeCondition } from "./conditions.ts";
import { judgeDate } from "./dates.ts";
import {
  type Judging,
  judgeConversionRate,
  judgeCount,
  judgeLimit,
  judgeMoney,
  judgeMultiple,
  judgePercent,
  judgePeriod,
  judgePricePath,
  judgeShares,
} from "./numbers.ts";
import { judgePaymentDays } from "./payment-days.ts";
import { amountMeaning, priceMeaning } from "./prices.ts";
import { judgeRate } from "./rates.ts";
import { judgeRow } from "./schedule.ts";
import { wrong } from "./unfit.ts";

/** What the words of an entry rule mean; undefined, with a problem, where they can't be read. */
export function judgePhrase(
  rule: PhraseRule,
  edge: "begins" | "ends",
  tokens: readonly IToken[],
  at: number,
  spec: ClauseSpec,
  context: Judging,
): unknown {
  const reading = readPhrase(rule, tokens, at);
  for (const problem of reading.problems) context.problems.push(problem);
  if (!reading.phrase) return wrong(spec, reading.unfit, context);
  return meaningOf(rule, reading.phrase, edge, context);
}

function meaningOf(rule: PhraseRule, phrase: Phrase, edge: "begins" | "ends", context: Judging): unknown {
  switch (rule) {
    case "money":
      return judgeMoney(phrase as MoneyPhrase, context);
    case "percent":
      return judgePercent(phrase as PercentPhrase, context);
    case "rate":
      return judgeRate(phrase as RatePhrase, context);
    case "date":
      return judgeDate(phrase as DatePhrase, edge, context);
    case "shares":
      return judgeShares(phrase as SharesPhrase, context);
    case "limit":
      return judgeLimit(phrase as LimitPhrase, context);
    case "amount":
      return amountMeaning(phrase as AmountPhrase, context);
    case "price":
      return priceMeaning(phrase as PricePhrase, context);
    case "period":
      return judgePeriod(phrase as PeriodPhrase, context);
    case "condition":
      return judgeCondition(phrase as ConditionPhrase, context);
    case "scheduleRow":
      return judgeRow(phrase as ScheduleRowPhrase, context);
    case "conversionRate":
      return judgeConversionRate(phrase as ConversionRatePhrase, context);
    case "trigger":
      return judgeTrigger(phrase as TriggerPhrase, context);
    case "pricePath":
      return judgePricePath(phrase as PricePathPhrase, context);
    case "multiple":
      return judgeMultiple(phrase as MultiplePhrase, context);
    case "paymentDays":
      return judgePaymentDays(phrase as PaymentDaysPhrase, context);
    case "level": {
      const { name, percent } = phrase as LevelPhrase;
      const level = judgePercent(percent, context);
      return level && { name, level };
    }
  }
}

function judgeTrigger(phrase: TriggerPhrase, context: Judging): TriggerMeaning | undefined {
  const level = priceMeaning(phrase.level, context);
  if (!phrase.days) return level && { level, days: undefined };
  const count = judgeCount(phrase.days.count, context);
  const of = phrase.days.of ? judgeCount(phrase.days.of, context) : count;
  if (!level || count === undefined || of === undefined) return undefined;
  return { level, days: { count, of } };
}
