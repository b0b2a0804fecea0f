import { shortened } from "../base/words.ts";
import type { DateMeaning } from "../catalog/value.ts";
import { addDays, addMonths, type Day, day, longDate, monthNumber } from "../quantity/date.ts";
import type { CalendarDatePhrase, DatePhrase, MonthPhrase, SlashDatePhrase } from "../syntax/phrase-tree.ts";
import { judgeCount } from "./numbers.ts";
import type { Reporter } from "./report.ts";

/** What a date means. A month alone is its first day where something begins and its last where something ends. */
export function judgeDate(
  phrase: DatePhrase,
  edge: "begins" | "ends",
  context: Reporter,
): DateMeaning | undefined {
  const text = context.text.slice(phrase.span.start, phrase.span.end);
  switch (phrase.kind) {
    case "date": {
      const found = judgeDay(phrase, context);
      return found === undefined
        ? undefined
        : { kind: "day", day: found, text, span: phrase.span, monthAlone: false };
    }
    case "month": {
      const found = monthEdge(phrase, edge);
      if (found === undefined) impossible(phrase, text, context);
      return found === undefined
        ? undefined
        : { kind: "day", day: found, text, span: phrase.span, monthAlone: true };
    }
    case "slash date": {
      const [only, ...others] = readingsOf(phrase);
      if (only !== undefined && others.length === 0)
        return { kind: "day", day: only, text, span: phrase.span, monthAlone: false };
      ambiguous(phrase, context);
      return undefined;
    }
    case "relative date": {
      const { unit } = phrase.period;
      const count = judgeCount(phrase.period.count, context);
      if (count === undefined) return undefined;
      return {
        kind: "relative",
        count,
        unit,
        side: phrase.side,
        event: phrase.anchor.event,
        name: phrase.anchor.name,
        text,
        span: phrase.span,
      };
    }
    case "event":
      return { kind: "event", event: phrase.event, name: phrase.name, text, span: phrase.span };
    case "best date": {
      const alternatives = phrase.alternatives.map((alternative) => judgeDate(alternative, edge, context));
      const sound = alternatives.filter((alternative) => alternative !== undefined);
      if (sound.length < alternatives.length) return undefined;
      return { kind: "best", pick: phrase.pick, alternatives: sound, text, span: phrase.span };
    }
  }
}

function judgeDay(phrase: CalendarDatePhrase, context: Reporter): Day | undefined {
  const found = isBroken(phrase)
    ? undefined
    : day(Number(phrase.year), monthOf(phrase.month), Number(phrase.day));
  if (found === undefined)
    impossible(phrase, context.text.slice(phrase.span.start, phrase.span.end), context);
  return found;
}

function monthOf(text: string): number {
  return monthNumber(text) ?? Number(text);
}

/** Whether a day or a year has a point in it: `January 20.5, 2024`. */
function isBroken(phrase: CalendarDatePhrase | MonthPhrase): boolean {
  return phrase.year.includes(".") || (phrase.kind === "date" && phrase.day.includes("."));
}

function monthEdge(phrase: MonthPhrase, edge: "begins" | "ends"): Day | undefined {
  if (isBroken(phrase)) return undefined;
  const first = day(Number(phrase.year), monthOf(phrase.month), 1);
  if (first === undefined || edge === "begins") return first;
  const next = addMonths(first, 1);
  return next === undefined ? undefined : addDays(next, -1);
}

function impossible(phrase: CalendarDatePhrase | MonthPhrase, text: string, context: Reporter): void {
  const year = Number(phrase.year);
  const inRange = year >= 1800 && year <= 2200;
  const missing = phrase.kind === "month" && phrase.year.length < 3;
  const why = isBroken(phrase)
    ? "A day and a year are whole numbers"
    : missing
      ? "The year is missing"
      : inRange
        ? "That day does not exist"
        : "The year is out of range (1800 to 2200)";
  const advice = isBroken(phrase) ? "Take the point out." : "Write a day that the calendar has.";
  context.report("date-impossible", phrase.span, `${why}: ${shortened(text)}. ${advice}`);
}

/** The days that a date with slashes may be: one where there is no such month or day the other way round, or no difference. */
function readingsOf({ text }: SlashDatePhrase): Day[] {
  const [first = 0, second = 0, year = 0] = text.split("/").map(Number);
  const full = year < 100 ? 2000 + year : year;
  const found = [day(full, first, second), day(full, second, first)].filter((one) => one !== undefined);
  return [...new Set(found)];
}

function ambiguous(phrase: SlashDatePhrase, context: Reporter): void {
  const offered = readingsOf(phrase).map(longDate);
  context.report(
    "date-ambiguous",
    phrase.span,
    offered.length > 1
      ? `${phrase.text} is ${offered.join(" to some readers and ")} to others. Write the month as a word, or year-month-day.`
      : `${phrase.text} does not say which number is the month. Write the month as a word, or year-month-day.`,
    { fixes: offered.map((text) => ({ title: `Write ${text}`, edits: [{ span: phrase.span, text }] })) },
  );
}
