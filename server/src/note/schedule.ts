import { cover, type Span } from "../base/span.ts";
import { asRead, shortened } from "../base/words.ts";
import type { DateMeaning, ScheduleRow, WhatMeaning, WhenMeaning } from "../catalog/value.ts";
import { addDays, longDate } from "../quantity/date.ts";
import { type Draft, resolveBrackets } from "../syntax/brackets.ts";
import type { DatePhrase, ScheduleRowPhrase, WhatPhrase, WhenPhrase } from "../syntax/phrase-tree.ts";
import { readPhrase, type Unfit } from "../syntax/phrases.ts";
import { spanOf } from "../syntax/tokens.ts";
import type { Clause } from "../syntax/tree.ts";
import { eventOf } from "./conditions.ts";
import { judgeDate } from "./dates.ts";
import { type Judging, judgeCount, judgeFineMoney, judgeMoney, judgePercent } from "./numbers.ts";
import { amountMeaning } from "./prices.ts";
import { reportStrayBrackets } from "./report.ts";
import { rowInItsTime } from "./thereafter.ts";

/** Reads the rows of a schedule; a row that can't be read is left out and reported. */
export function bindSchedule(lines: readonly Clause[], context: Judging): ScheduleRow[] {
  let before: Parameters<typeof rowInItsTime>[1];
  return lines.flatMap((line) => {
    const draft = resolveBrackets(line.phrase);
    reportStrayBrackets(draft.stray, context);
    for (const { span } of draft.brackets) reportOpenRow(span, context);
    if (draft.blank) return [];
    const tokens = rowInItsTime(draft.tokens, before);
    const reading = readPhrase("scheduleRow", tokens, line.span.start);
    context.problems.push(...reading.problems);
    if (!reading.phrase) {
      const { unfit } = reading;
      context.report("schedule-row", unfit.span, rowMessage(line, draft, unfit, context));
      return [];
    }
    const row = judgeRow(reading.phrase as ScheduleRowPhrase, context);
    if (!row) return [];
    before = { row, tokens };
    const alternatives = alternativesOf(draft, line, context);
    const proposed = draft.brackets.some(({ kind }) => kind === "proposed");
    const written = context.text.slice(line.span.start, line.span.end).replace(/\s+/g, " ");
    return [
      {
        ...row,
        ...(proposed ? { proposed: written } : {}),
        ...(alternatives.length > 0 ? { alternatives } : {}),
      },
    ];
  });
}

/** Words for how often that are said of two things, with those, and what to write. */
const twoWays: ReadonlyMap<string, readonly [one: string, other: string, write: string]> = new Map(
  (
    [
      [
        "biweekly",
        "every two weeks",
        "twice a week",
        "Write “every 2 weeks from …”, or a line for each day.",
      ],
      [
        "bimonthly",
        "every two months",
        "twice a month",
        "Write “every 2 months from …”, or two lines, “monthly from …” each.",
      ],
    ] as const
  ).flatMap(([word, ...rest]) => [[word, rest] as const, [word.replace("bi", "bi-"), rest] as const]),
);

/** What is wrong with a line that can't be read, and what to write. */
function rowMessage(line: Clause, { tokens }: Draft, unfit: Unfit, { text }: Judging): string {
  const { start, end } = line.span;
  const words = text.slice(start, end).replace(/\s+/g, " ");
  const [period] = /(?<!\d)\d+\)? (?:days?|weeks?|months?|years?)$/i.exec(
    text.slice(start, unfit.span.start).trim().replace(/\s+/g, " "),
  ) ?? [undefined];
  const isAmount = (["percent", "amount"] as const).some(
    (rule) => readPhrase(rule, tokens, start).phrase !== undefined,
  );
  const leftOut = "this line of the schedule is left out";
  const doubt = twoWays.get(unfit.found.toLowerCase());
  if (doubt) return `“${unfit.found}” is said of ${doubt[0]} and of ${doubt[1]}, so ${leftOut}. ${doubt[2]}`;
  const what = isAmount
    ? `“${words}” says how much and not when, so ${leftOut}.`
    : unfit.found === ""
      ? `“${words}” ends before it says both when and how much, so ${leftOut}.`
      : period !== undefined
        ? `“${period}” does not say from when it counts, so ${leftOut}: write ${period.replace(")", "")} after issue.`
        : `“${unfit.found}” does not fit into this line of the schedule, which is left out.`;
  return `${what} Write when and then how much: day 0 to 30 115%; or 2025-08-30 $90,160.00; or monthly from 2025-09-30, 4 times $22,540.00.`;
}

/** The line read once with each alternative that its brackets offer beside the first. */
function alternativesOf(
  { others }: Draft,
  line: Clause,
  context: Judging,
): NonNullable<ScheduleRow["alternatives"]> {
  return others.flatMap(({ tokens, bracket, option }) => {
    const { phrase } = readPhrase("scheduleRow", tokens, line.span.start);
    const row = phrase && judgeRow(phrase as ScheduleRowPhrase, { ...context, report: () => {} });
    const [first, last] = [bracket.options[option]?.[0], bracket.options[option]?.at(-1)];
    if (!row || !first || !last) return [];
    const words = cover(spanOf(first), spanOf(last));
    return [{ text: context.text.slice(words.start, words.end), row }];
  });
}

function reportOpenRow(span: Span, context: Judging): void {
  const inside = shortened(context.text.slice(span.start, span.end));
  context.report("still-open", span, `This line of the schedule is still open: ${inside}.`);
}

export function judgeRow(phrase: ScheduleRowPhrase, context: Judging): ScheduleRow | undefined {
  const when = judgeWhen(phrase.when, context);
  const what = judgeWhat(phrase.what, context);
  const text = asRead(context.text.slice(phrase.span.start, phrase.span.end).replace(/\s+/g, " "));
  return when && what && { when, what, text, span: phrase.span };
}

const everies = {
  week: { unit: "day", count: 7 },
  month: { unit: "month", count: 1 },
  quarter: { unit: "month", count: 3 },
  "half-year": { unit: "month", count: 6 },
  year: { unit: "month", count: 12 },
} as const;

function judgeWhen(phrase: WhenPhrase, context: Judging): WhenMeaning | undefined {
  const { span } = phrase;
  switch (phrase.kind) {
    case "days": {
      const first = phrase.first && judgeCount(phrase.first, context);
      const last = phrase.last && judgeCount(phrase.last, context);
      if ((phrase.first && first === undefined) || (phrase.last && last === undefined)) return undefined;
      const anchor = phrase.anchor ? eventOf(phrase.anchor) : ({ event: "issue", name: undefined } as const);
      return { kind: "days", first, last, digits: phrase.first?.span, anchor, span };
    }
    case "dates": {
      const first = dated(phrase.first, "begins", context);
      const end = dated(phrase.last, "ends", context);
      const last = phrase.ends === "before" ? dayBefore(end) : end;
      const { begins = "on" } = phrase;
      return first && last && { kind: "dates", first: first.date, last: last.date, begins, span };
    }
    case "date": {
      const date = judgeDate(phrase.date, "begins", context);
      return date && { kind: "date", date, span };
    }
    case "periodic": {
      const from = judgeDate(phrase.from, "begins", context);
      const until = dated(phrase.until, "ends", context);
      const times = phrase.times && judgeCount(phrase.times, context);
      const count = phrase.count && judgeCount(phrase.count, context);
      if (!from || !until || (phrase.times && times === undefined)) return undefined;
      if (phrase.count && !count) return undefined;
      const digits = phrase.times?.span;
      const each = everies[phrase.every];
      const every = { ...each, count: each.count * (count ?? 1) };
      return { kind: "periodic", every, from, times, digits, until: until.date, span };
    }
  }
}

/** Of a calendar date the day before it; any other end is said in its own words. */
function dayBefore(end: { readonly date: DateMeaning | undefined } | undefined): typeof end {
  if (end?.date?.kind !== "day") return end;
  const before = addDays(end.date.day, -1);
  return before === undefined ? undefined : { date: { ...end.date, day: before, text: longDate(before) } };
}

/** A date that may be left out; undefined where one is written and can't be read. */
function dated(
  phrase: DatePhrase | undefined,
  edge: "begins" | "ends",
  context: Judging,
): { readonly date: DateMeaning | undefined } | undefined {
  if (!phrase) return { date: undefined };
  const date = judgeDate(phrase, edge, context);
  return date && { date };
}

function judgeWhat(phrase: WhatPhrase, context: Judging): WhatMeaning | undefined {
  const { span } = phrase;
  switch (phrase.kind) {
    case "none":
      return { kind: "none", span };
    case "percent": {
      const share = judgePercent(phrase, context);
      const premium = phrase.premium && judgePercent(phrase.premium, context);
      if (phrase.premium && !premium) return undefined;
      return share && { kind: "percent", share, premium, span };
    }
    case "amount": {
      const premium = phrase.premium && judgePercent(phrase.premium, context);
      const amount = amountMeaning(phrase.amount, context);
      if (phrase.premium && !premium) return undefined;
      return amount && { kind: "amount", amount, upTo: phrase.upTo, premium, span };
    }
    case "per amount": {
      const money = judgeFineMoney(phrase.money, context);
      const per = judgeMoney(phrase.per, context);
      return money && per && { kind: "per amount", money, per, span };
    }
    case "rising": {
      const first = judgeWhat(phrase.first, context);
      const by = judgeMoney(phrase.by, context);
      if (!by || (first?.kind !== "amount" && first?.kind !== "per amount")) return undefined;
      return { kind: "rising", first, by, span };
    }
  }
}
