import { readText } from "../note/bind.ts";
import { addDays, addMonths, type Day, day, monthNumber, parseIsoDate } from "../quantity/date.ts";

/** The day of the calendar that some words are; undefined of any other. */
export function dayIn(text: string): Day | undefined {
  const plain = text.trim();
  const named = /^(\w+) (\d{1,2}), (\d{4})$/.exec(plain) ?? undefined;
  const british = /^(\d{1,2}) (\w+),? (\d{4})$/.exec(plain) ?? undefined;
  const [month, date, year] = named
    ? [named[1], named[2], named[3]]
    : british
      ? [british[2], british[1], british[3]]
      : [];
  const number = month === undefined ? undefined : monthNumber(month);
  if (number === undefined) return parseIsoDate(plain);
  return day(Number(year), number, Number(date));
}

/** The day that a count of days, weeks, months or years after the issue comes to, however it is said. */
export function dayCounted(text: string, issue: Day): Day | undefined {
  if (!/issu|date|year|month|day/i.test(text)) return undefined;
  const [note] = readText(`note "N" {\nmatures ${text.replaceAll("\n", " ")}\n}`).bound.notes;
  const matures = note?.clauses.matures;
  if (matures?.state !== "said" || matures.meaning.kind !== "relative") return undefined;
  const { count, unit, side, event } = matures.meaning;
  if (event !== "issue" || side !== "after") return undefined;
  if (unit === "month" || unit === "year") return addMonths(issue, unit === "year" ? 12 * count : count);
  if (unit === "week") return addDays(issue, 7 * count);
  return unit === "day" ? addDays(issue, count) : undefined;
}
